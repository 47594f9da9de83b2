using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Comparison;

/// <summary>A round of a pair as it was reported.</summary>
/// <param name="Entry">Where its entries stand in the ledger.</param>
/// <param name="Round">The round under the standard of the reading.</param>
/// <param name="Tally">The sums of its rows; null where only counts exist.</param>
/// <param name="Totals">Its register, or its table of counts.</param>
/// <param name="Approved">Its approved totals; null where nothing was approved.</param>
/// <param name="Units">Its smallest units, rows or not.</param>
/// <param name="Places">For each unit of its day by number, where it lies on the map.</param>
internal sealed record Reported(int Entry, Round Round, Tally? Tally, IAreaTotals? Totals, IAreaTotals? Approved, IReadOnlyList<AreaNode> Units, IReadOnlyList<Whereabouts?> Places)
{
    /// <summary>The smallest units with where they lie on the map.</summary>
    public IReadOnlyList<(AreaNode Unit, Whereabouts Where)> Smallest { get; } = [.. Units.Select(unit => (unit, Places[unit.Index]!))];
}

/// <summary>
/// Recasts two rounds onto one map. A unit that lies whole in one of the map is carried with all its sums; the households
/// of a divided one are placed one by one, and those that can't be leave open the units that may hold them.
/// </summary>
internal sealed class Recast(AreaFrame frame, Ledger ledger, IReadOnlyList<int> groups)
{
    /// <summary>Both rounds on the map.</summary>
    /// <param name="before">The round before.</param>
    /// <param name="now">The round now.</param>
    /// <param name="apart">The units and tags of the map that can't be compared, for communes that lack.</param>
    public CommonGround Of(Reported before, Reported now, IReadOnlyDictionary<AreaNode, Lack> apart)
    {
        var placing = new Placing(before.Places, now.Places, frame);
        var (from, to) = (new Side(before), new Side(now));
        var open = new Dictionary<AreaNode, long>();
        if (from.IsDivided || to.IsDivided)
            ledger.ForEach(entries =>
            {
                var (was, stands) = (entries[before.Entry], entries[now.Entry]);
                var lived = from.Divides(was) ? from.Count(was, placing.Before(was, stands)) : [];
                var lives = to.Divides(stands) ? to.Count(stands, placing.Now(was, stands)) : [];
                foreach (var area in lived) open[area] = open.GetValueOrDefault(area) + 1;
                foreach (var area in lives)
                    if (Array.IndexOf(lived, area) < 0)
                        open[area] = open.GetValueOrDefault(area) + 1;
            });
        return new CommonGround(from.Summary(frame, groups), to.Summary(frame, groups), placing)
        {
            Unplaced = open.ToDictionary(entry => entry.Key, entry => new Unplaced(entry.Value, from.Open.Contains(entry.Key), to.Open.Contains(entry.Key),
                entry.Key.Upwards().Skip(1).FirstOrDefault(above => !open.ContainsKey(above) && frame.Areas.Contains(above)))),
            Apart = apart,
            Kept = CarriedTotals.Same(before.Smallest),
            Approved = before.Approved is not { } approved ? null
                : new Summary(null, _ => [], Coverage.All, frame, new CarriedTotals(approved, before.Smallest), groups, before.Round.Law.Indicators.Length),
            Divided = [.. from.Divided(isBefore: true), .. to.Divided(isBefore: false)],
        };
    }

    /// <summary>One of the two rounds while its households are placed.</summary>
    private sealed class Side
    {
        private readonly Reported _reported;
        private readonly Tally? _tally;
        private readonly List<IReadOnlyList<AreaNode>> _places = [];
        private readonly Dictionary<(Whereabouts Unit, Whereabouts Household), int> _placed = [];
        private readonly HashSet<AreaNode> _classesOnly = [];
        private readonly Dictionary<int, (long Placed, long Open)> _divided = [];

        public Side(Reported reported)
        {
            _reported = reported;
            if (reported.Tally is null) return;
            _tally = new Tally(reported.Tally.Indicators);
            foreach (var node in reported.Tally.Nodes())
            {
                var where = reported.Places[node]!;
                _tally.Add(Place(where.Within), reported.Tally, node, rejectedOnly: false);
                if (where.IsSure) continue;
                // A rejected row may belong to any of the units: it widens the bounds of all, as one of unknown groups does.
                _tally.Add(Place(where.Perhaps), reported.Tally, node, rejectedOnly: true);
                _divided[node] = default;
            }
        }

        /// <summary>Whether households of a divided unit were read.</summary>
        public bool IsDivided => _divided.Count > 0;

        /// <summary>The units and tags that a household leaves open.</summary>
        public HashSet<AreaNode> Open { get; } = [];

        /// <summary>Whether a household is one of a divided unit.</summary>
        public bool Divides(in LedgerEntry household) => household.IsPresent && !_reported.Places[household.Area]!.IsSure;

        /// <summary>Counts a household of a divided unit where it lives; what it leaves open is given.</summary>
        public AreaNode[] Count(in LedgerEntry household, Whereabouts where)
        {
            var unit = _reported.Places[household.Area]!;
            if (!_placed.TryGetValue((unit, where), out var place))
            {
                // What holds the whole unit has its sums already.
                _placed[(unit, where)] = place = Place([.. where.Within.Except(unit.Within)]);
                _classesOnly.UnionWith(_places[place]);
                Open.UnionWith(where.Perhaps);
            }
            _tally!.Add(place, household);
            var (placed, open) = _divided[household.Area];
            _divided[household.Area] = where.IsSure ? (placed + 1, open) : (placed, open + 1);
            return where.Perhaps;
        }

        public Summary Summary(AreaFrame frame, IReadOnlyList<int> groups)
        {
            var totals = _reported.Totals is { } known ? new CarriedTotals(known, _reported.Smallest) : null;
            return new Summary(_tally, place => _places[place], _reported.Round.Coverage, frame, totals, groups, _reported.Round.Law.Indicators.Length, _classesOnly);
        }

        public IEnumerable<DividedUnit> Divided(bool isBefore) => _reported.Units.Where(unit => !_reported.Places[unit.Index]!.IsSure)
            .OrderBy(unit => unit.Code, StringComparer.Ordinal)
            .Select(unit => new DividedUnit(unit, isBefore, _divided.GetValueOrDefault(unit.Index).Placed, _divided.GetValueOrDefault(unit.Index).Open));

        private int Place(IReadOnlyList<AreaNode> areas)
        {
            _places.Add(areas);
            return _places.Count - 1;
        }
    }
}
