using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Aggregation;

/// <summary>
/// What a round comes to: the counts of every unit and group, larger units being sums of their rows, tags sums of the
/// units that bear them.
/// </summary>
public sealed class Summary
{
    private readonly Dictionary<AreaNode, long[]?[]> _cells = [];
    private readonly Dictionary<AreaNode, AreaNode[]> _bearers = [];
    private readonly TotalsTable? _totals;
    private readonly Coverage _coverage;
    private readonly int _indicators;
    private readonly bool _hasRows;
    private readonly int[] _groups;

    /// <summary>Forms the sums.</summary>
    /// <param name="tally">The sums of the rows at their own units; null where only counts exist.</param>
    /// <param name="coverage">Which households the rows are.</param>
    /// <param name="tree">All units.</param>
    /// <param name="expected">The units that should have rows, whether they do or not.</param>
    /// <param name="tags">The units that bear each mark.</param>
    /// <param name="totals">The register, or the table of counts.</param>
    /// <param name="groups">The groups to report.</param>
    /// <param name="indicators">How many indicators the law has.</param>
    public Summary(Tally? tally, Coverage coverage, IReadOnlyList<AreaNode> tree, IEnumerable<AreaNode> expected,
        IEnumerable<(AreaNode Tag, AreaNode[] Bearers)> tags, TotalsTable? totals, IEnumerable<int> groups, int indicators)
    {
        (_coverage, _totals, _indicators, _hasRows, _groups) = (coverage, totals, indicators, tally is not null, [.. groups]);
        foreach (var unit in expected)
            foreach (var area in unit.Upwards())
                _cells.TryAdd(area, new long[]?[Group.Count]);
        if (tally is not null)
            foreach (var node in tally.Nodes())
                foreach (var area in tree[node].Upwards())
                    AddTo(area, group => tally.Find(node, group));
        if (totals is not null)
            foreach (var (unit, _) in totals.Own)
                foreach (var area in unit.Upwards())
                    _cells.TryAdd(area, new long[]?[Group.Count]);
        foreach (var (tag, bearers) in tags)
        {
            // A unit inside another that bears the same mark is in that one's sums already.
            _bearers[tag] = [.. bearers.Where(area => !area.Upwards().Skip(1).Any(bearers.Contains))];
            _cells.TryAdd(tag, new long[]?[Group.Count]);
            foreach (var bearer in _bearers[tag])
                if (_cells.TryGetValue(bearer, out var cells))
                    AddTo(tag, group => cells[group]);
        }
        foreach (var cells in _cells.Values) SpreadUnknownEthnicity(cells);
    }

    /// <summary>The units and tags that have figures, by level, then code.</summary>
    public IEnumerable<AreaNode> Areas => _cells.Keys
        .OrderBy(area => area.Level).ThenBy(area => area.Code, StringComparer.Ordinal).ThenBy(area => area.Parent?.Code, StringComparer.Ordinal)
        .ThenBy(area => area.Unit?.From);

    /// <summary>The groups of a unit to which households are known to belong; all households always.</summary>
    public IEnumerable<int> GroupsOf(AreaNode area) => _groups.Where(group => group == Group.All
        || (_cells.TryGetValue(area, out var cells) && cells[group]?[Counts.Households] > 0) || TotalsOf(area, group)?.Households > 0);

    /// <summary>The counts of a unit and group. A unit without rows has zeros, not nothing.</summary>
    public AreaCounts Of(AreaNode area, int group) => new(
        _cells.TryGetValue(area, out var cells) ? cells[group] : null, _indicators, _coverage, _hasRows, TotalsOf(area, group));

    /// <summary>Whether the round knows the unit.</summary>
    public bool Has(AreaNode area) => _cells.ContainsKey(area);

    /// <summary>The units that bear a tag.</summary>
    public IReadOnlyList<AreaNode> Bearers(AreaNode tag) => _bearers.GetValueOrDefault(tag) ?? [];

    /// <summary>The rows of the register, or of the table of counts, that the totals of a unit and group come from.</summary>
    public IEnumerable<TotalsRow> TotalsRows(AreaNode area, int group) => _totals is null ? []
        : area.Level == AreaLevel.Tag ? Bearers(area).SelectMany(bearer => _totals.RowsOf(bearer, group))
        : _totals.RowsOf(area, group);

    private Totals? TotalsOf(AreaNode area, int group)
    {
        if (_totals is null) return null;
        if (area.Level != AreaLevel.Tag) return _totals.Find(area, group);
        Totals? sum = null;
        foreach (var bearer in Bearers(area))
        {
            if (_totals.Find(bearer, group) is not { } part) return null;
            sum = sum is { } before ? before + part : part;
        }
        return sum;
    }

    private void AddTo(AreaNode area, Func<int, long[]?> from)
    {
        if (!_cells.TryGetValue(area, out var cells)) _cells[area] = cells = new long[]?[Group.Count];
        for (var group = 0; group < Group.Count; group++)
            if (from(group) is { } cell)
                Counts.Add(cells[group] ??= new long[Counts.Length(_indicators)], cell);
    }

    /// <summary>A rejected row whose ethnic group could not be read may belong to any of the groups.</summary>
    private static void SpreadUnknownEthnicity(long[]?[] cells)
    {
        if (cells[Group.AnyEthnicity] is not { } unknown) return;
        for (var group = Group.OfEthnicity(1); group < Group.AnyEthnicity; group++)
        {
            if (cells[group] is not { } cell) continue;
            cell[Counts.Rejected] += unknown[Counts.Rejected];
            cell[Counts.RejectedPersons] += unknown[Counts.RejectedPersons];
            cell[Counts.RejectedUnsized] += unknown[Counts.RejectedUnsized];
        }
    }
}
