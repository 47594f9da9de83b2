using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Areas;

/// <summary>One unit becoming, or giving a part to, another (sắp xếp đơn vị hành chính).</summary>
/// <param name="Day">The first day of the new state.</param>
/// <param name="Old">The unit as it stood the day before.</param>
/// <param name="New">The unit as it stands from that day; it may bear the same code as another unit did.</param>
/// <param name="Whole">Whether all of the old unit went there; else a part, and its old counts cannot be carried over.</param>
public sealed record AreaChange(DateOnly Day, Area Old, Area New, bool Whole);

/// <summary>What became of the units of a register, day by day.</summary>
public sealed class AreaChanges
{
    private readonly List<AreaChange> _all = [];

    private AreaChanges() { }

    /// <summary>No changes known.</summary>
    public static AreaChanges None { get; } = new();

    /// <summary>All changes, in file order.</summary>
    public IReadOnlyList<AreaChange> All => _all;

    /// <summary>
    /// Reads a list with the columns date, old_code, new_code, extent (whole or part). The old code must be a unit on the
    /// day before and the new one on the day; a unit that went somewhere whole went nowhere else. Anything else is a fault
    /// of the table.
    /// </summary>
    public static AreaChanges Read(RowSource source, AreaRegister register, out PlainTable table)
    {
        table = PlainTable.Read(source, ["date", "old_code", "new_code", "extent"], []);
        var changes = new AreaChanges();
        foreach (var row in table.Rows)
        {
            row.Text("date");
            var extent = row.OneOf("extent", "whole", "part");
            if (row.Day("date") is not { } day) continue;
            var before = Unit(row, "old_code", register, day.AddDays(-1));
            var after = Unit(row, "new_code", register, day);
            if (before is null || after is null || extent is null) continue;
            var change = new AreaChange(day, before, after, extent == "whole");
            foreach (var other in changes._all)
            {
                if (other.Day != day || !ReferenceEquals(other.Old, before)) continue;
                if (ReferenceEquals(other.New, after)) row.Fault("new_code", new($"thay đổi từ {before.Code} sang {after.Code} xuất hiện hai lần", $"the change from {before.Code} to {after.Code} stands twice"));
                else if (other.Whole || change.Whole) row.Fault("extent", new($"{before.Code} cũng nhập vào {other.New.Code}, nên không đơn vị nào nhận toàn bộ", $"{before.Code} goes to {other.New.Code} as well, so neither gets the whole of it"));
            }
            changes._all.Add(change);
        }
        return changes;
    }

    /// <summary>The changes that made <paramref name="area"/> or added to it, by day; a unit's going on as itself is none.</summary>
    public IEnumerable<AreaChange> Into(Area area) =>
        _all.Where(change => ReferenceEquals(change.New, area) && !ReferenceEquals(change.Old, area)).OrderBy(change => change.Day);

    /// <summary>The changes that ended <paramref name="area"/> or took from it, by day.</summary>
    public IEnumerable<AreaChange> OutOf(Area area) =>
        _all.Where(change => ReferenceEquals(change.Old, area) && !ReferenceEquals(change.New, area)).OrderBy(change => change.Day);

    private static Area? Unit(PlainTable.Row row, string column, AreaRegister register, DateOnly day)
    {
        var code = row.Text(column);
        if (code.Length == 0) return null;
        var unit = register.Find(code, day);
        if (unit is null) row.Fault(column, new($"không đơn vị nào mang mã {code} vào ngày {day:o}", $"no unit bears the code {code} on {day:o}"));
        return unit;
    }
}
