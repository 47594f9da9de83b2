using LangSon.Poverty.Aggregation;

namespace LangSon.Poverty.Comparison;

/// <summary>
/// Tells where on a map the households of two rounds live. Of a divided unit that is known only of a household that the
/// other round has as well: where the units of then and now allow but one place, it is taken to have stayed there.
/// </summary>
/// <param name="from">For each unit of the round before by its number, where it lies on the map; null for other units.</param>
/// <param name="to">The same of the round now.</param>
/// <param name="frame">The map.</param>
internal sealed class Placing(IReadOnlyList<Whereabouts?> from, IReadOnlyList<Whereabouts?> to, AreaFrame? frame = null)
{
    private readonly Dictionary<(Whereabouts Own, Whereabouts Other), Whereabouts> _narrowed = [];

    /// <summary>How many numbers the units and tags of the map may have.</summary>
    public int Numbers => 1 + from.Concat(to).OfType<Whereabouts>().SelectMany(where => where.Within.Concat(where.Perhaps)).DefaultIfEmpty().Max(area => area?.Index ?? 0);

    /// <summary>Where a household of the round before lived.</summary>
    public Whereabouts Before(in LedgerEntry before, in LedgerEntry now) => Place(before, from, now, to);

    /// <summary>Where a household of the round now lives.</summary>
    public Whereabouts Now(in LedgerEntry before, in LedgerEntry now) => Place(now, to, before, from);

    private Whereabouts Place(in LedgerEntry own, IReadOnlyList<Whereabouts?> places, in LedgerEntry other, IReadOnlyList<Whereabouts?> others)
    {
        var where = places[own.Area]!;
        return where.IsSure || other.Standing == Standing.Absent || other.Area < 0 ? where : Narrow(where, others[other.Area]!);
    }

    /// <summary>What both allow; what the household's own round allows where they have nothing in common, since it moved.</summary>
    private Whereabouts Narrow(Whereabouts own, Whereabouts other)
    {
        if (_narrowed.TryGetValue((own, other), out var known)) return known;
        var common = own.Units.Where(other.Units.Contains).ToArray();
        return _narrowed[(own, other)] = common.Length == 0 || common.Length == own.Units.Count ? own : Whereabouts.Of(common, frame!);
    }
}
