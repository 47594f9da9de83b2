using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Comparison;

/// <summary>A round with what it came to.</summary>
/// <param name="Round">The round as planned.</param>
/// <param name="Summary">Its counts.</param>
/// <param name="HasHistory">Whether its files have a <c>previous_status</c> column.</param>
/// <param name="ByPoints">Whether points decide in any of its files: they do not tell the average band from what lies above it.</param>
/// <param name="HasCauses">Whether any of its files has a <c>causes</c> column.</param>
public sealed record RoundResult(Round Round, Summary Summary, bool HasHistory, bool ByPoints, bool HasCauses)
{
    /// <summary>The measures of the round, in the order of the results; counts alone tell nothing of deprivations.</summary>
    public IReadOnlyList<Measure> Measures { get; } = Round.Files.Count > 0 ? Measure.All(Round.Law, ByPoints, Round.MemberFiles.Count > 0, HasCauses) : Measure.Counted;

    /// <summary>
    /// The figure of a measure, the approved one where the round has an approved result; null when its standard does not have it.
    /// </summary>
    public Figure? Find(AreaNode area, int group, string measure)
    {
        var counted = Find(Summary.Of(area, group), measure);
        return ApprovedFigures.Of(Round) is { } approved && Summary.Has(area) ? ApprovedFigures.Find(approved, area, group, measure, counted) : counted;
    }

    /// <summary>The figure of a measure for counts already at hand, whatever was approved.</summary>
    internal Figure? Find(AreaCounts? counts, string measure) =>
        counts is not null && ByName.TryGetValue(measure, out var one) ? one.Of(counts) : null;

    private Dictionary<string, Measure> ByName => field ??= Measures.ToDictionary(measure => measure.Name, StringComparer.Ordinal);
}

/// <summary>
/// All rounds of a run, and what lies between them. A round under one standard is a reading; its number is that of its
/// round where the standard is the round's own, and further readings are numbered after the rounds.
/// </summary>
public sealed class Results
{
    /// <summary>No district, and hardly a commune, has fewer households than that.</summary>
    private const long FewestOfAll = 500;

    private readonly RunSettings _settings;
    private readonly IReadOnlyList<int> _roundOf;
    private readonly IReadOnlyList<AreaNode> _nodes;
    private readonly Ledger _ledger;
    private AreaPaths? _paths;
    private decimal? _smallBase;
    private readonly Func<int, int, CommonGround?>? _onMap;
    private readonly Dictionary<(int From, int To), CommonGround> _grounds = [];
    private readonly Dictionary<(int From, int To), Dictionary<(AreaNode Area, int Group), AreaMovement>> _movements = [];

    /// <summary>Collects the results of a run.</summary>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="rounds">The rounds by date.</param>
    /// <param name="further">The further readings with the numbers of their rounds, in the order of the ledger.</param>
    /// <param name="nodes">All units.</param>
    /// <param name="ledger">The households.</param>
    /// <param name="onMap">Puts two readings on the map that the run asks for; null where they are compared as reported.</param>
    internal Results(RunSettings settings, IReadOnlyList<RoundResult> rounds, IReadOnlyList<(int Round, RoundResult Result)> further, IReadOnlyList<AreaNode> nodes, Ledger ledger,
        Func<int, int, CommonGround?>? onMap = null)
    {
        (_settings, Rounds, _nodes, _ledger, _onMap) = (settings, rounds, nodes, ledger, onMap);
        Readings = [.. rounds, .. further.Select(reading => reading.Result)];
        _roundOf = [.. Enumerable.Range(0, rounds.Count), .. further.Select(reading => reading.Round)];
    }

    /// <summary>The rounds by date, each under its own standard.</summary>
    public IReadOnlyList<RoundResult> Rounds { get; }

    /// <summary>Whether any round's standard has near-poor households; without them they are neither shown nor told apart from the poor.</summary>
    public bool HasNearPoor => Rounds.Any(round => round.Round.Law.HasNearPoor);

    /// <summary>The rounds, then each round again under its further standards.</summary>
    public IReadOnlyList<RoundResult> Readings { get; }

    /// <summary>The readings of a round, the one under its own standard first.</summary>
    public IEnumerable<int> ReadingsOf(int round) => Enumerable.Range(0, Readings.Count).Where(reading => _roundOf[reading] == round);

    /// <summary>The settings of the run.</summary>
    public RunSettings Settings => _settings;

    /// <summary>
    /// Whether a rate of so many households is marked wherever people read it, as one of them moves it by several points; never
    /// where the check of small bases is off (PV8009), nor in a run of a few hundred households, which is a trial or an example.
    /// </summary>
    public bool IsSmallBase(long? households) => households > 0 && households < SmallBase;

    /// <summary>The number of households below which a base is small; 0 where none is.</summary>
    private decimal SmallBase => _smallBase ??= _settings.IsOn("PV8009") && _settings.Threshold("PV8009") is var limit && Rounds.Any(round => Whole(round) >= FewestOfAll) ? limit : 0;

    private static long Whole(RoundResult round) =>
        round.Summary.Areas.Where(area => area is { Parent: null, Level: not AreaLevel.Tag }).Sum(area => round.Summary.Of(area, Group.All).Households ?? 0);

    /// <summary>What the ledger keeps of a household in a round.</summary>
    internal LedgerEntry Entry(UInt128 key, int round) => _ledger.Find(key, round);

    /// <summary>The unit in which a household counts in a round.</summary>
    internal AreaNode UnitOf(UInt128 key, int round) => _nodes[_ledger.Find(key, round).Area];

    /// <summary>What a household of the later round does between the rounds of a rule, wherever it lives.</summary>
    internal Step Follow(UInt128 key, MovementRule rule)
    {
        var entries = _ledger.Find(key);
        var from = entries[rule.Rounds[rule.From].Entry];
        return new Follower(from, entries[rule.Rounds[rule.To].Entry], rule, Escapes.Of(entries, rule)).Step(from.IsPresent, true);
    }

    /// <summary>
    /// The round that the changes of a round are measured from: the last one of an earlier year, as a year's result is
    /// held against the year before and not against a monthly review; else the round before; null for the first.
    /// </summary>
    public int? Base(int round)
    {
        for (var earlier = round - 1; earlier >= 0; earlier--)
            if (Rounds[earlier].Round.Year < Rounds[round].Round.Year)
                return earlier;
        return round > 0 ? round - 1 : null;
    }

    /// <summary>Each round with the next, and each with the one that its changes are measured from, by the later round.</summary>
    public IEnumerable<(int From, int To)> Steps => Enumerable.Range(1, Math.Max(0, Rounds.Count - 1))
        .SelectMany(to => new[] { (to - 1, to), (Base(to)!.Value, to) }.Distinct());

    /// <summary>
    /// The first and the last round, as far back as the standard of the last one judges; the very first where it judges no
    /// other. Null for a single round.
    /// </summary>
    public (int From, int To)? Span
    {
        get
        {
            var last = Rounds.Count - 1;
            if (last < 1) return null;
            var alike = Enumerable.Range(0, last).Where(round => SameStandard(round, last)).DefaultIfEmpty(0).First();
            return (alike, last);
        }
    }

    /// <summary>The pairs of rounds that are compared: step by step, then from the first to the last.</summary>
    public IEnumerable<(int From, int To)> Pairs => Span is { } span ? Steps.Append(span).Distinct() : [];

    /// <summary>The pairs of further readings that can be compared: each round with the next wherever one standard judges both.</summary>
    public IEnumerable<(int From, int To)> FurtherPairs =>
        from pair in Pairs
        from a in ReadingsOf(pair.From)
        from b in ReadingsOf(pair.To)
        where (a, b) != pair && SameStandard(a, b)
        select (a, b);

    /// <summary>The readings of one round: under its own standard, and under each further one.</summary>
    public IEnumerable<(int Own, int Further)> Crossings =>
        Enumerable.Range(Rounds.Count, Readings.Count - Rounds.Count).Select(further => (_roundOf[further], further));

    /// <summary>
    /// The readings by which two rounds can be compared: the rounds as they are where they can, else those under the later
    /// one's own standard before any other; null where no standard judges both.
    /// </summary>
    public (int From, int To)? Comparable(int from, int to) =>
        (from b in ReadingsOf(to) let a = Alike(@from, b) where a is not null select ((int, int)?)(a.Value, b)).FirstOrDefault();

    /// <summary>The reading of a round under the standard of another reading; null where there is none.</summary>
    public int? Alike(int round, int reading) => ReadingsOf(round).Where(other => SameStandard(other, reading)).Cast<int?>().FirstOrDefault();

    /// <summary>Two readings on the map on which they are compared.</summary>
    public CommonGround Ground(int from, int to)
    {
        if (!_grounds.TryGetValue((from, to), out var ground)) _grounds[(from, to)] = ground = _onMap?.Invoke(from, to) ?? AsReported(from, to);
        return ground;
    }

    /// <summary>
    /// As reported: the changes by which a unit took in or gave up territory between two rounds, though its code and name stay;
    /// none where a common map sets it right.
    /// </summary>
    public IReadOnlyList<AreaChange> Territory(int from, int to, AreaNode area)
    {
        if (_settings is not { Geography: null, Areas: { } areas } || area.Unit is not { } unit) return [];
        _paths ??= new AreaPaths(areas, _settings.Changes);
        return [.. _paths.Touching(unit, Readings[from].Round.Date, Readings[to].Round.Date)];
    }

    /// <summary>The units and tags of either round on the map on which they are compared, by level, then code.</summary>
    public IEnumerable<AreaNode> AreasOf(int from, int to) => Ground(from, to).Areas;

    /// <summary>Whether both rounds have households to follow.</summary>
    public bool HasHouseholds(int from, int to) => Readings[from].Round.Files.Count > 0 && Readings[to].Round.Files.Count > 0;

    /// <summary>Whether the pair knows who had escaped before: by a status column or an earlier round with households.</summary>
    public bool HasHistory(int from, int to) =>
        Rounds.Take(_roundOf[to] + 1).Any(round => round.HasHistory) || Rounds.Take(_roundOf[from]).Any(round => round.Round.Files.Count > 0);

    /// <summary>
    /// Whether two readings are judged alike. A further reading is there to be compared, on whatever day; but where the
    /// official class is the recognised one, it is computed and so of another kind.
    /// </summary>
    public bool SameStandard(int from, int to)
    {
        var (a, b) = (Readings[from].Round, Readings[to].Round);
        if (a.Law.Standard.Id != b.Law.Standard.Id || _settings.For(a).Official != _settings.For(b).Official) return false;
        return a.IsFurther || b.IsFurther || a.IsWhatIf == b.IsWhatIf;
    }

    /// <summary>The change of a measure.</summary>
    public Change Change(int from, int to, AreaNode area, int group, string measure) => Changes(from, to, area, group, [measure]).Single();

    /// <summary>The changes of several measures of an area and group, in their order.</summary>
    public IEnumerable<Change> Changes(int from, int to, AreaNode area, int group, IReadOnlyList<string> measures)
    {
        var (a, b, ground) = (Readings[from], Readings[to], Ground(from, to));
        var before = ground.Before.Has(area) ? ground.Before.Of(area, group) : null;
        var after = ground.Now.Has(area) ? ground.Now.Of(area, group) : null;
        var years = Comparison.Change.Years(a.Round.Date, b.Round.Date);
        var areAlike = SameStandard(from, to);
        var unplaced = ground.Unplaced.GetValueOrDefault(area);
        var lack = ground.LackOf(area);
        var isApart = ground.Apart.ContainsKey(area);
        // What a unit has in the round that it does not lack in is known all the same; on a map it is not known without the rest.
        if (isApart || lack.IsAll) (before, after) = (AsReported(a, area, group), AsReported(b, area, group));
        foreach (var measure in measures)
        {
            var why = !areAlike && Measure.DependsOnStandard(measure) ? Incomparable.Standards
                : isApart ? Incomparable.Lacking
                : before is null || after is null ? Incomparable.Units
                : unplaced is not null ? Incomparable.Unplaced
                : Incomparable.No;
            // Of a round whose households could not all be placed nothing is known; the other one's figures stand.
            var (was, now) = (unplaced is { Before: true } ? null : Find(a, before, measure), unplaced is { Now: true } ? null : Find(b, after, measure));
            // What was approved of all communes is no base for some of them.
            var measured = before is null || unplaced is not null || !lack.IsNone ? was : Approved(was, measure);
            var change = Comparison.Change.Between(measured ?? Figure.NotStated, now ?? Figure.NotStated, years, why) with
            {
                Unplaced = unplaced,
                Lack = lack,
                Decision = was is { Value: { } counted } && measured is { Value: { } approved } && counted != approved ? a.Round.Approved!.Decision : null,
            };
            // A table that has no row for each commune can't leave one out.
            var isWhole = change is { Incomparable: Incomparable.Values, Lack: { IsNone: false, IsAll: false } } && Find(a, AsReported(a, area, group), measure)?.Value is not null && Find(b, AsReported(b, area, group), measure)?.Value is not null;
            yield return isWhole ? Comparison.Change.Between(was ?? Figure.NotStated, now ?? Figure.NotStated, years, Incomparable.Lacking) with { Lack = lack } : change;
        }

        // Of units that lie whole in another one the approved totals add up; what else was approved of them says nothing of it.
        Figure? Approved(Figure? counted, string measure)
        {
            if (ApprovedFigures.Of(a.Round) is not { } approved) return counted;
            if (ground.Kept is { } kept && !kept.Contains(area))
                return a.Find(ground.Approved!.Of(area, group), measure) is { Value: not null } sum ? sum
                    : counted is { Value: not null } known ? known with { Value = null, Share = null, Bounds = null, Missing = Missing.ApprovedElsewhere } : counted;
            return ApprovedFigures.Find(approved, area, group, measure, counted);
        }

        static AreaCounts? AsReported(RoundResult round, AreaNode area, int group) => round.Summary.Has(area) ? round.Summary.Of(area, group) : null;

        // Of households placed one by one no more is known than the ledger keeps.
        Figure? Find(RoundResult round, AreaCounts? counts, string measure) => counts is { KnowsClassesOnly: true } && !Group.IsFollowed(group)
            ? default(Figure) with { Missing = Missing.SplitProfile }
            : round.Find(counts, measure);
    }

    /// <summary>The movements between two rounds, by area and group, of the areas that can be compared.</summary>
    public IReadOnlyDictionary<(AreaNode Area, int Group), AreaMovement> Movements(int from, int to)
    {
        if (_movements.TryGetValue((from, to), out var known)) return known;
        var ground = Ground(from, to);
        var movements = Comparison.Movements.Follow(_ledger, Rule(from, to), ground.Placing);
        foreach (var key in movements.Keys.Where(key => ground.Unplaced.ContainsKey(key.Area) || ground.Apart.ContainsKey(key.Area)).ToArray()) movements.Remove(key);
        return _movements[(from, to)] = movements;
    }

    /// <summary>The movements of the units as each round reports them, whatever the map.</summary>
    internal IReadOnlyDictionary<(AreaNode Area, int Group), AreaMovement> MovementsAsReported(int from, int to) =>
        _settings.Geography is null ? Movements(from, to) : Comparison.Movements.Follow(_ledger, Rule(from, to), AsReported(from, to).Placing);

    /// <summary>
    /// Households are followed through the rounds as the standard of the later one judges them, as far as it does; within
    /// one round, from its one reading to the other.
    /// </summary>
    internal MovementRule Rule(int from, int to)
    {
        int[] readings = _roundOf[from] == _roundOf[to] ? [from, to] : [.. Rounds.Select((_, round) => round == _roundOf[from] ? from : Alike(round, to) ?? round)];
        return new MovementRule(Array.IndexOf(readings, from), Array.IndexOf(readings, to),
            [.. readings.Select(reading => new FollowedRound(reading, Readings[reading].Round.Year, Readings[reading].Round.Coverage, LackingIn(reading)))], _settings.FellBackYears);
    }

    /// <summary>Whether it is known how a household of the later round stood in the earlier one: its commune does not lack there.</summary>
    internal bool KnowsBefore(UInt128 key, MovementRule rule) => !rule.Rounds[rule.From].Lacking.Contains(_ledger.Find(key, rule.Rounds[rule.To].Entry).Area);

    private HashSet<int> LackingIn(int reading) =>
        Readings[reading].Summary.Lacking is { } lacking ? lacking.Communes.Select(commune => commune.Index).ToHashSet() : Nothing;

    private static readonly HashSet<int> Nothing = [];

    /// <summary>Two readings as they were reported; where communes lack in one of them, both on the communes that are in both.</summary>
    private CommonGround AsReported(int from, int to)
    {
        var (before, now) = (Readings[from].Summary, Readings[to].Summary);
        HashSet<AreaNode> lacking = [.. before.Lacking?.Communes ?? Enumerable.Empty<AreaNode>(), .. now.Lacking?.Communes ?? Enumerable.Empty<AreaNode>()];
        var placing = new Placing(Places(from, lacking), Places(to, lacking));
        if (before.Lacking is null && now.Lacking is null) return new(before, now, placing);
        var files = Math.Max(before.Lacking?.Files ?? 0, now.Lacking?.Files ?? 0);
        // A commune that only one of the rounds knows can't be taken out of the other.
        var apart = lacking.Where(commune => !before.Communes.Contains(commune) || !now.Communes.Contains(commune)).SelectMany(commune => before.Around(commune).Concat(now.Around(commune))).Distinct();
        var ground = new CommonGround(before.Without(lacking, files), now.Without(lacking, files), placing);
        return new CommonGround(ground.Before, ground.Now, placing) { Apart = apart.ToDictionary(area => area, ground.LackOf) };
    }

    /// <summary>For each unit by number, the units and tags that it counts in.</summary>
    private Whereabouts[] Places(int round, HashSet<AreaNode> lacking)
    {
        var summary = Readings[round].Summary;
        return [.. _nodes.Select(node => new Whereabouts(new HashSet<AreaNode> { node }, lacking.Contains(node) ? [] : summary.Around(node), []))];
    }
}
