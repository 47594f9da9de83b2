using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Comparison;

/// <summary>
/// Totals of a round carried to a map: those of the units that lie in an area, summed. Where a unit lies there in part
/// nobody can tell how much of its totals does; what held the same units then as now keeps its own row.
/// </summary>
internal sealed class CarriedTotals : IAreaTotals
{
    private readonly IAreaTotals _reported;
    private readonly ILookup<AreaNode, AreaNode> _units;
    private readonly HashSet<AreaNode> _split;
    private readonly HashSet<AreaNode> _same;

    /// <summary>Carries the totals of the smallest units of a round.</summary>
    public CarriedTotals(IAreaTotals reported, IReadOnlyList<(AreaNode Unit, Whereabouts Where)> units)
    {
        _reported = reported;
        _units = units.SelectMany(item => item.Where.Within.Select(area => (Area: area, item.Unit))).ToLookup(item => item.Area, item => item.Unit);
        _split = [.. units.SelectMany(item => item.Where.Perhaps)];
        _same = Same(units);
    }

    /// <summary>The units that hold on the map the very units that they held then.</summary>
    public static HashSet<AreaNode> Same(IReadOnlyList<(AreaNode Unit, Whereabouts Where)> units)
    {
        var there = units.SelectMany(item => item.Where.Within.Select(area => (Area: area, item.Unit))).ToLookup(item => item.Area, item => item.Unit);
        var held = units.SelectMany(item => item.Unit.Upwards().Select(area => (Area: area, item.Unit))).ToLookup(item => item.Area, item => item.Unit);
        return [.. held.Where(area => area.ToHashSet().SetEquals(there[area.Key])).Select(area => area.Key)];
    }

    /// <inheritdoc/>
    public bool IsSplit(AreaNode area) => _split.Contains(area);

    /// <inheritdoc/>
    public Totals? Find(AreaNode area, int group)
    {
        if (IsSplit(area)) return null;
        if (_same.Contains(area)) return _reported.Find(area, group);
        Totals? sum = null;
        foreach (var unit in _units[area])
        {
            if (_reported.Find(unit, group) is not { } part) return null;
            sum = sum is { } before ? before + part : part;
        }
        return sum;
    }

    /// <inheritdoc/>
    public IEnumerable<TotalsRow> RowsOf(AreaNode area, int group) => [];
}
