using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Comparison;

/// <summary>Households that stand in the way of a comparison: whether they lived in the unit is not known.</summary>
/// <param name="Households">How many they are.</param>
/// <param name="Before">Whether some of them are of the round before, so that its figures are not known.</param>
/// <param name="Now">Whether some of them are of the round now.</param>
/// <param name="ComparedIn">The smallest unit above that is compared; null where none is.</param>
public sealed record Unplaced(long Households, bool Before, bool Now, AreaNode? ComparedIn);

/// <summary>A unit of a round that lies in several units of the map.</summary>
/// <param name="Unit">The unit as it stood on the round's day.</param>
/// <param name="IsBefore">Whether it is one of the round before.</param>
/// <param name="Placed">How many of its households could be placed by their entry in the other round.</param>
/// <param name="Open">How many could not.</param>
public sealed record DividedUnit(AreaNode Unit, bool IsBefore, long Placed, long Open);

/// <summary>Two rounds on one map: the counts of both, and where each household stands on it.</summary>
public sealed class CommonGround
{
    internal CommonGround(Summary before, Summary now, Placing placing) => (Before, Now, Placing) = (before, now, placing);

    /// <summary>The counts of the round before.</summary>
    public Summary Before { get; }

    /// <summary>The counts of the round now.</summary>
    public Summary Now { get; }

    /// <summary>The units and tags that can't be compared, for households that may or may not be theirs.</summary>
    public IReadOnlyDictionary<AreaNode, Unplaced> Unplaced { get; init; } = new Dictionary<AreaNode, Unplaced>();

    /// <summary>The units that were divided: those of the round before by code, then those of the round now.</summary>
    public IReadOnlyList<DividedUnit> Divided { get; init; } = [];

    /// <summary>The units and tags that can't be compared, for communes that lack in one round and can't be taken out of the other.</summary>
    public IReadOnlyDictionary<AreaNode, Lack> Apart { get; init; } = new Dictionary<AreaNode, Lack>();

    /// <summary>What a unit or tag lacks in one round or the other.</summary>
    public Lack LackOf(AreaNode area) => Apart.TryGetValue(area, out var lack) ? lack
        : Now.Has(area) ? Now.LackOf(area) : Before.LackOf(area);
    /// <summary>The units that hold on the map the very units that they held in the round before; null: every unit, as reported.</summary>
    public IReadOnlySet<AreaNode>? Kept { get; init; }

    /// <summary>The approved totals of the round before on the map: the sums of the units that lie whole in one of it; null where nothing was approved.</summary>
    internal Summary? Approved { get; init; }

    /// <summary>Where the households live.</summary>
    internal Placing Placing { get; }

    /// <summary>The units and tags of either round, by level, then code.</summary>
    public IEnumerable<AreaNode> Areas => Before.Areas.Union(Now.Areas)
        .OrderBy(area => area.Level).ThenBy(area => area.Code, StringComparer.Ordinal).ThenBy(area => area.Parent?.Code, StringComparer.Ordinal)
        .ThenBy(area => area.Unit?.From);
}
