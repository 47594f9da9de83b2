using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Aggregation;

/// <summary>Totals of an area and group that somebody else counted; null is not stated.</summary>
/// <param name="Households">Resident households.</param>
/// <param name="Persons">Resident persons.</param>
/// <param name="Poor">Poor households.</param>
/// <param name="NearPoor">Near-poor households.</param>
public readonly record struct Totals(long? Households, long? Persons, long? Poor = null, long? NearPoor = null)
{
    /// <summary>The sum, unknown where a part is.</summary>
    public static Totals operator +(Totals a, Totals b) =>
        new(a.Households + b.Households, a.Persons + b.Persons, a.Poor + b.Poor, a.NearPoor + b.NearPoor);

    /// <summary>The rest, unknown where a part is.</summary>
    public static Totals operator -(Totals a, Totals b) =>
        new(a.Households - b.Households, a.Persons - b.Persons, a.Poor - b.Poor, a.NearPoor - b.NearPoor);
}

/// <summary>A row of a register or of a table of counts, as part of a total.</summary>
/// <param name="File">The table's file.</param>
/// <param name="Line">Its line.</param>
/// <param name="Area">Its unit.</param>
/// <param name="Group">Its group.</param>
/// <param name="Totals">What it states.</param>
/// <param name="IsTakenAway">Whether it is taken from a total, as the majority is from all to give the minority.</param>
public sealed record TotalsRow(string File, long Line, AreaNode Area, int Group, Totals Totals, bool IsTakenAway = false);

/// <summary>Totals of areas and groups.</summary>
public interface IAreaTotals
{
    /// <summary>The totals of a unit or tag and group; null when they can't be told.</summary>
    Totals? Find(AreaNode area, int group);

    /// <summary>Whether they can't be told because a part of a divided unit lies in the area.</summary>
    bool IsSplit(AreaNode area);

    /// <summary>The rows that <see cref="Find"/> gives the totals from; empty when they can't be told.</summary>
    IEnumerable<TotalsRow> RowsOf(AreaNode area, int group);
}

/// <summary>
/// A register of resident households, or a table of counts: totals by area and group. A unit's own row stands; without one
/// it is the sum of its units when all of them have rows; the second of two values is the rest of all.
/// </summary>
public sealed class TotalsTable : IAreaTotals
{
    private readonly Dictionary<(AreaNode Area, int Group), TotalsRow> _own = [];
    private readonly Dictionary<(AreaNode Area, int Group), Totals?> _known = [];
    private readonly ILookup<AreaNode, AreaNode> _units;

    private TotalsTable(IEnumerable<AreaNode> areas)
    {
        _units = areas.Where(area => area.Parent is not null).Distinct().ToLookup(area => area.Parent!);
    }

    /// <summary>
    /// Reads the rows of one round. <paramref name="expected"/> are the units that must have rows for their parent to be
    /// their sum. Printed totals are held against the rows and never counted.
    /// </summary>
    public static TotalsTable Read(PlainTable table, string round, IReadOnlyList<UnitRow> units, IEnumerable<AreaNode> expected, FindingLog log)
    {
        var rows = new List<(AreaNode? Area, int Group, Totals Totals, UnitRow Row)>();
        foreach (var unit in units)
        {
            var row = unit.Row;
            var name = row["group"].Length == 0 ? "all" : row["group"];
            var group = Group.Parse(name);
            if (group is null) row.Fault("group", new($"\"{name}\" không phải nhóm như all, minority=yes hoặc settlement=urban", $"\"{name}\" is not a group such as all, minority=yes or settlement=urban"));
            var totals = new Totals(row.Count("households"), row.Count("persons"), row.Count("poor"), row.Count("near_poor"));
            if (totals.Poor + (totals.NearPoor ?? 0) > totals.Households) row.Fault("poor", new("số hộ nghèo và cận nghèo nhiều hơn tổng số hộ", "more poor and near-poor households than households"));
            if (group is not null) rows.Add((unit.Area, group.Value, totals, unit));
        }
        var own = rows.Where(row => !row.Row.IsTotal).Select(row => (Area: row.Area!, row.Group, row.Totals, row.Row.Row)).ToArray();
        var result = new TotalsTable(expected.Concat(own.Select(row => row.Area)).SelectMany(area => area.Upwards()));
        foreach (var (area, group, totals, row) in own)
            if (!result._own.TryAdd((area, group), new TotalsRow(table.File, row.Line, area, group, totals)))
                row.Fault("area_code", new($"{area.Code} {Group.Name(group)} xuất hiện hai lần trong kỳ {round}", $"{area.Code} {Group.Name(group)} stands twice for round {round}"));
        var check = new TotalsCheck(table.File, log);
        foreach (var (area, group, totals, row) in own)
            if (result.Sum(area, group) is { } sum)
                check.Compare(row.Line, area, totals, sum);
        foreach (var (area, group, totals, row) in own.Where(row => row.Group != Group.All))
        {
            if (!result._own.TryGetValue((area, Group.All), out var all)) continue;
            var other = Group.Opposite(group) is { } opposite && result._own.TryGetValue((area, opposite), out var rest) ? rest : null;
            // Of two groups that divide all between them the later row tells of both.
            if (other is null) check.CompareGroup(row.Line, area, Group.Name(group), totals, all.Totals);
            else if (other.Line < row.Line) check.CompareGroup(row.Line, area, $"{Group.Name(other.Group)} + {Group.Name(group)}", totals + other.Totals, all.Totals);
        }
        foreach (var (area, group, totals, row) in rows.Where(row => row.Row.IsTotal)) check.ComparePrinted(row.Row, area, group, totals, [.. result._own.Values]);
        return result;
    }

    /// <summary>A table of totals that stand for themselves, as approved ones do.</summary>
    /// <param name="rows">The totals, one for each unit and group.</param>
    /// <param name="expected">The units that must have rows for their parent to be their sum.</param>
    public static TotalsTable Of(IReadOnlyList<TotalsRow> rows, IEnumerable<AreaNode> expected)
    {
        var result = new TotalsTable(expected.Concat(rows.Select(row => row.Area)).SelectMany(area => area.Upwards()));
        foreach (var row in rows) result._own[(row.Area, row.Group)] = row;
        return result;
    }

    /// <summary>The units with rows of their own.</summary>
    public IEnumerable<(AreaNode Area, int Group)> Own => _own.Keys;

    /// <inheritdoc/>
    public Totals? Find(AreaNode area, int group)
    {
        if (_known.TryGetValue((area, group), out var known)) return known;
        _known[(area, group)] = null;
        return _known[(area, group)] = OwnOrRest(area, group) ?? Sum(area, group);
    }

    /// <inheritdoc/>
    public bool IsSplit(AreaNode area) => false;

    /// <inheritdoc/>
    public IEnumerable<TotalsRow> RowsOf(AreaNode area, int group)
    {
        if (Find(area, group) is null) return [];
        if (_own.TryGetValue((area, group), out var own)) return [own];
        if (OwnOrRest(area, group) is null) return _units[area].SelectMany(unit => RowsOf(unit, group));
        return RowsOf(area, Group.All).Concat(CountedRows(area, Group.Opposite(group)!.Value).Select(row => row with { IsTakenAway = true }));
    }

    private IEnumerable<TotalsRow> CountedRows(AreaNode area, int group) =>
        _own.TryGetValue((area, group), out var own) ? [own] : _units[area].SelectMany(unit => CountedRows(unit, group));

    private Totals? OwnOrRest(AreaNode area, int group)
    {
        if (_own.TryGetValue((area, group), out var own)) return own.Totals;
        return Group.Opposite(group) is { } other && Counted(area, other) is { } rest && Find(area, Group.All) is { } all ? all - rest : null;
    }

    /// <summary>The totals of a group by its own rows, or by those of all units below; never as the rest of another group.</summary>
    private Totals? Counted(AreaNode area, int group)
    {
        if (_own.TryGetValue((area, group), out var own)) return own.Totals;
        Totals? sum = null;
        foreach (var unit in _units[area])
        {
            if (Counted(unit, group) is not { } part) return null;
            sum = sum is { } before ? before + part : part;
        }
        return sum;
    }

    private Totals? Sum(AreaNode area, int group)
    {
        Totals? sum = null;
        foreach (var unit in _units[area])
        {
            if (Find(unit, group) is not { } part) return null;
            sum = sum is { } before ? before + part : part;
        }
        return sum;
    }
}
