using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Aggregation;

/// <summary>
/// What a round comes to: the counts of every unit and group, larger units being sums of their rows, tags sums of the
/// units that bear them.
/// </summary>
public sealed class Summary
{
    private readonly Dictionary<AreaNode, long[]?[]> _cells = [];
    private readonly AreaFrame _frame;
    private readonly IAreaTotals? _totals;
    private readonly Func<Lacking?, Summary> _again;
    private readonly IReadOnlySet<AreaNode>? _classesOnly;
    private readonly Coverage _coverage;
    private readonly int _indicators;
    private readonly bool _hasRows;
    private readonly int[] _groups;

    /// <summary>Forms the sums.</summary>
    /// <param name="tally">The sums of the rows at the places where they lie; null where only counts exist.</param>
    /// <param name="placesOf">For each place of the tally by number, the units and tags that it counts in.</param>
    /// <param name="coverage">Which households the rows are.</param>
    /// <param name="frame">The units and tags that have figures, whether they have rows or not.</param>
    /// <param name="totals">The register, or the table of counts.</param>
    /// <param name="groups">The groups to report.</param>
    /// <param name="indicators">How many indicators the law has.</param>
    /// <param name="classesOnly">The units and tags of some of whose households nothing is known but class, size and groups.</param>
    /// <param name="lacking">The communes that lack: what rows they have counts nowhere; null: the round is complete.</param>
    public Summary(Tally? tally, Func<int, IReadOnlyList<AreaNode>> placesOf, Coverage coverage, AreaFrame frame,
        IAreaTotals? totals, IEnumerable<int> groups, int indicators, IReadOnlySet<AreaNode>? classesOnly = null, Lacking? lacking = null)
    {
        (_frame, _coverage, _indicators, _hasRows, _groups, _classesOnly, Lacking) = (frame, coverage, indicators, tally is not null, [.. groups], classesOnly, lacking);
        _totals = totals is not null && lacking is not null ? new ReceivedTotals(totals, lacking) : totals;
        _again = others => new Summary(tally, placesOf, coverage, frame, totals, _groups, indicators, classesOnly, others);
        foreach (var area in frame.Areas) _cells[area] = new long[]?[Group.Count];
        foreach (var place in tally?.Nodes() ?? [])
        {
            var areas = placesOf(place);
            if (lacking is not null && areas.Any(lacking.Communes.Contains)) continue;
            foreach (var area in areas) AddTo(area, group => tally!.Find(place, group));
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
        _cells.TryGetValue(area, out var cells) ? cells[group] : null, _indicators, _coverage, _hasRows, TotalsOf(area, group))
    {
        KnowsClassesOnly = _classesOnly?.Contains(area) == true,
        Lack = LackOf(area),
        HasSplitTotals = _totals?.IsSplit(area) == true,
    };

    /// <summary>The communes that lack; null where the round is complete.</summary>
    public Lacking? Lacking { get; }

    /// <summary>What a unit or tag lacks.</summary>
    public Lack LackOf(AreaNode area) => Lacking?.Of(area) ?? default;

    /// <summary>The communes that the round should have.</summary>
    internal IReadOnlySet<AreaNode> Communes => _frame.Communes;

    /// <summary>The same rows without those of some communes.</summary>
    internal Summary Without(IReadOnlySet<AreaNode> communes, int files) => _again(new Lacking(_frame, communes, files));

    /// <summary>Whether the round knows the unit.</summary>
    public bool Has(AreaNode area) => _cells.ContainsKey(area);

    /// <summary>The units that bear a tag.</summary>
    public IReadOnlyList<AreaNode> Bearers(AreaNode tag) => _frame.Bearers(tag);

    /// <summary>The units and tags in which a household of a unit counts.</summary>
    internal AreaNode[] Around(AreaNode unit) => _frame.Around(unit);

    /// <summary>The rows of the register, or of the table of counts, that the totals of a unit and group come from.</summary>
    public IEnumerable<TotalsRow> TotalsRows(AreaNode area, int group) => _totals is null ? []
        : area.Level == AreaLevel.Tag ? Bearers(area).SelectMany(bearer => _totals.RowsOf(bearer, group))
        : _totals.RowsOf(area, group);

    private Totals? TotalsOf(AreaNode area, int group)
    {
        if (_totals is null) return null;
        if (_totals.Find(area, group) is { } known || area.Level != AreaLevel.Tag) return _totals.Find(area, group);
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
