using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Comparison;

/// <summary>The smallest units of a map in one of which something lies, and what that makes of the larger ones.</summary>
/// <param name="units">Those units: one where it is known exactly.</param>
/// <param name="within">The units and tags that hold it in any case.</param>
/// <param name="perhaps">The units and tags that may hold it.</param>
internal sealed class Whereabouts(IReadOnlySet<AreaNode> units, AreaNode[] within, AreaNode[] perhaps)
{
    /// <summary>The units.</summary>
    public IReadOnlySet<AreaNode> Units => units;

    /// <summary>The units and tags in which it counts.</summary>
    public AreaNode[] Within => within;

    /// <summary>The units and tags in which it may count; none where the map shows nothing so small.</summary>
    public AreaNode[] Perhaps => perhaps;

    /// <summary>Whether nothing on the map is open about it.</summary>
    public bool IsSure => perhaps.Length == 0;

    /// <summary>Something that lies in one of these units.</summary>
    public static Whereabouts Of(IEnumerable<AreaNode> units, AreaFrame frame)
    {
        var set = units.ToHashSet();
        var times = set.SelectMany(frame.Around).GroupBy(area => area).ToLookup(area => area.Count() == set.Count, area => area.Key);
        return new(set, [.. times[true]], [.. times[false]]);
    }

    /// <summary>Something that names no smaller unit than one that holds all of these: it counts in none of them.</summary>
    public static Whereabouts Above(IEnumerable<AreaNode> units, AreaFrame frame)
    {
        var where = Of(units, frame);
        return new(where.Units, where.Within, []);
    }
}
