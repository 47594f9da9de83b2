using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;

namespace LangSon.Poverty.Running;

/// <summary>Puts pairs of rounds on the map on which the run compares them.</summary>
internal sealed class CommonMaps(RunSettings settings, AreaRegister areas, Geography geography, Summarizer summarizer, AreaTree tree, Ledger ledger)
{
    private readonly AreaPaths _paths = new(areas, settings.Changes);
    private readonly IReadOnlyList<Area> _units = areas.On(geography.Day);

    /// <summary>The readings: their round by number, the round itself and its sums.</summary>
    public required IReadOnlyList<(int Number, Round Round, Tally? Tally)> Readings { get; init; }

    /// <summary>
    /// Two readings on the map; null where they are on it as they were reported, as those of one round are: nothing lies
    /// between them.
    /// </summary>
    public CommonGround? Of(int from, int to)
    {
        var (before, now) = (Readings[from], Readings[to]);
        if (before.Number == now.Number || (IsOnMap(before.Round) && IsOnMap(now.Round))) return null;
        var tops = summarizer.Base(before.Number).Expected.Concat(summarizer.Base(now.Number).Expected).Select(Top).ToHashSet();
        AreaNode[] units = [.. _units.Select(unit => tree.Of(unit, areas)).Where(node => tops.Contains(Top(node)))];
        var frame = new AreaFrame(units, Tags(units, before.Round, now.Round), geography.Lowest);
        var recast = new Recast(frame, ledger, [.. Group.Of(settings.Groups)]);
        var (was, stands) = (Reported(from, frame), Reported(to, frame));
        return recast.Of(was, stands, Apart((before.Number, was), (now.Number, stands)));
    }

    /// <summary>The units of the map that hold a commune that lacks in one of the rounds, with how many they hold: none of them can be compared.</summary>
    private Dictionary<AreaNode, Lack> Apart(params ReadOnlySpan<(int Number, Reported Reported)> rounds)
    {
        var apart = new Dictionary<AreaNode, Lack>();
        foreach (var (number, reported) in rounds)
        {
            if (summarizer.Base(number).Lacking is not { Communes.Count: > 0 } lacking) continue;
            foreach (var unit in reported.Units.Where(unit => unit.Level == AreaLevel.Commune))
                foreach (var area in reported.Places[unit.Index]!.Within.Concat(reported.Places[unit.Index]!.Perhaps))
                {
                    var (lacks, expected, _) = apart.GetValueOrDefault(area);
                    apart[area] = new Lack(lacks + (lacking.Communes.Contains(unit) ? 1 : 0), expected + 1);
                }
        }
        return apart.Where(entry => !entry.Value.IsNone).ToDictionary();
    }

    private bool IsOnMap(Round round) => geography.Lowest == AreaLevel.Commune && areas.On(round.Date).SequenceEqual(_units, ReferenceEqualityComparer.Instance);

    private static AreaNode Top(AreaNode node) => node.Upwards().Last();

    /// <summary>Marks as they are borne on the day of the map; one that holds on the day of a round only, as it is then.</summary>
    private IEnumerable<(AreaNode Tag, AreaNode[] Bearers)> Tags(AreaNode[] units, Round before, Round now)
    {
        var known = new HashSet<AreaNode>();
        foreach (var day in new[] { geography.Day, now.Date, before.Date })
            foreach (var (tag, bearers) in summarizer.Tags(day, units))
                if (bearers.Intersect(units).ToArray() is { Length: > 0 } borne && known.Add(tag))
                    yield return (tag, borne);
    }

    private Reported Reported(int reading, AreaFrame frame)
    {
        var (number, round, tally) = Readings[reading];
        var (totals, expected, _) = summarizer.Base(number);
        var holders = expected.Select(unit => unit.Parent).ToHashSet();
        AreaNode[] smallest = [.. expected.Where(unit => !holders.Contains(unit))];
        var nodes = tree.Nodes;
        var places = new Whereabouts?[nodes.Count];
        foreach (var node in nodes.Where(node => node.Unit?.StandsOn(round.Date) == true))
        {
            var where = _paths.Follow(node.Unit!, round.Date, geography.Day).Select(unit => tree.Of(unit, areas));
            places[node.Index] = smallest.Contains(node) ? Whereabouts.Of(where, frame) : Whereabouts.Above(where, frame);
        }
        return new Reported(reading, round, tally, totals, round.IsFurther ? null : summarizer.Approved(number), smallest, places);
    }
}
