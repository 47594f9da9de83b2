using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Comparison;

/// <summary>A round with what it came to.</summary>
/// <param name="Round">The round as planned.</param>
/// <param name="Summary">Its counts.</param>
/// <param name="HasHistory">Whether its files have a <c>previous_status</c> column.</param>
public sealed record RoundResult(Round Round, Summary Summary, bool HasHistory)
{
    /// <summary>The measures of the round, in the order of the results; counts alone tell nothing of deprivations.</summary>
    public IReadOnlyList<Measure> Measures { get; } = Round.Files.Count > 0 ? Measure.All(Round.Law) : Measure.Counted;

    /// <summary>The figure of a measure; null when the round's standard does not have it.</summary>
    public Figure? Find(AreaNode area, int group, string measure) =>
        ByName.TryGetValue(measure, out var one) ? one.Of(Summary.Of(area, group)) : null;

    /// <summary>The figure of a measure for counts already at hand.</summary>
    internal Figure? Find(AreaCounts? counts, string measure) =>
        counts is not null && ByName.TryGetValue(measure, out var one) ? one.Of(counts) : null;

    private Dictionary<string, Measure> ByName => field ??= Measures.ToDictionary(measure => measure.Name, StringComparer.Ordinal);
}

/// <summary>All rounds of a run, and what lies between them.</summary>
public sealed class Results
{
    private readonly RunSettings _settings;
    private readonly IReadOnlyList<AreaNode> _nodes;
    private readonly Ledger _ledger;
    private readonly Dictionary<(int From, int To), Dictionary<(AreaNode Area, int Group), AreaMovement>> _movements = [];

    internal Results(RunSettings settings, IReadOnlyList<RoundResult> rounds, IReadOnlyList<AreaNode> nodes, Ledger ledger) =>
        (_settings, Rounds, _nodes, _ledger) = (settings, rounds, nodes, ledger);

    /// <summary>The rounds by date.</summary>
    public IReadOnlyList<RoundResult> Rounds { get; }

    /// <summary>Whether any round's standard has near-poor households; without them they are neither shown nor told apart from the poor.</summary>
    public bool HasNearPoor => Rounds.Any(round => round.Round.Law.HasNearPoor);

    /// <summary>The settings of the run.</summary>
    public RunSettings Settings => _settings;

    /// <summary>What the ledger keeps of a household in a round.</summary>
    internal LedgerEntry Entry(UInt128 key, int round) => _ledger.Find(key, round);

    /// <summary>The pairs of rounds that are compared: each with the next.</summary>
    public IEnumerable<(int From, int To)> Pairs => Enumerable.Range(1, Math.Max(0, Rounds.Count - 1)).Select(to => (to - 1, to));

    /// <summary>The units and tags of either round, by level, then code.</summary>
    public IEnumerable<AreaNode> AreasOf(int from, int to) => Rounds[from].Summary.Areas.Union(Rounds[to].Summary.Areas)
        .OrderBy(area => area.Level).ThenBy(area => area.Code, StringComparer.Ordinal).ThenBy(area => area.Parent?.Code, StringComparer.Ordinal)
        .ThenBy(area => area.Unit?.From);

    /// <summary>Whether both rounds have households to follow.</summary>
    public bool HasHouseholds(int from, int to) => Rounds[from].Round.Files.Count > 0 && Rounds[to].Round.Files.Count > 0;

    /// <summary>Whether the pair knows who had escaped before: by a status column or an earlier round with households.</summary>
    public bool HasHistory(int from, int to) =>
        Rounds.Take(to + 1).Any(round => round.HasHistory) || Rounds.Take(from).Any(round => round.Round.Files.Count > 0);

    /// <summary>Whether two rounds are judged alike.</summary>
    public bool SameStandard(int from, int to)
    {
        var (a, b) = (Rounds[from].Round, Rounds[to].Round);
        return a.Law.Standard.Id == b.Law.Standard.Id && a.IsWhatIf == b.IsWhatIf;
    }

    /// <summary>The change of a measure.</summary>
    public Change Change(int from, int to, AreaNode area, int group, string measure) => Changes(from, to, area, group, [measure]).Single();

    /// <summary>The changes of several measures of an area and group, in their order.</summary>
    public IEnumerable<Change> Changes(int from, int to, AreaNode area, int group, IReadOnlyList<string> measures)
    {
        var (a, b) = (Rounds[from], Rounds[to]);
        var before = a.Summary.Has(area) ? a.Summary.Of(area, group) : null;
        var after = b.Summary.Has(area) ? b.Summary.Of(area, group) : null;
        var years = Comparison.Change.Years(a.Round.Date, b.Round.Date);
        var areAlike = SameStandard(from, to);
        foreach (var measure in measures)
        {
            // Who lives where does not depend on a poverty standard.
            var why = !areAlike && measure is not ("households" or "persons") ? Incomparable.Standards
                : before is null || after is null ? Incomparable.Units
                : Incomparable.No;
            yield return Comparison.Change.Between(a.Find(before, measure) ?? default, b.Find(after, measure) ?? default, years, why);
        }
    }

    /// <summary>The movements between two rounds, by area and group.</summary>
    public IReadOnlyDictionary<(AreaNode Area, int Group), AreaMovement> Movements(int from, int to)
    {
        if (_movements.TryGetValue((from, to), out var known)) return known;
        var rule = new MovementRule(from, to, [.. Rounds.Select(round => (round.Round.Year, round.Round.Coverage))], _settings.FellBackYears);
        return _movements[(from, to)] = Comparison.Movements.Follow(_ledger, rule, Places(from), Places(to));
    }

    /// <summary>For each unit by number, the units and tags that it counts in.</summary>
    private AreaNode[][] Places(int round)
    {
        var summary = Rounds[round].Summary;
        var tags = summary.Areas.Where(area => area.Level == AreaLevel.Tag).ToArray();
        return [.. _nodes.Select(node => node.Upwards().Concat(tags.Where(tag => node.Upwards().Any(summary.Bearers(tag).Contains))).ToArray())];
    }
}
