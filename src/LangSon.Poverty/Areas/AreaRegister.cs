using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>
/// The administrative units of a province (or several) with the days on which they stand. A unit is found by code and day
/// together, since codes are used again for other units.
/// </summary>
public sealed class AreaRegister
{
    private static readonly string KindList = string.Join(", ", TableForm.Areas.Columns.Single(column => column.Name == "kind").Words);

    private readonly Dictionary<string, Area[]> _byCode;

    private AreaRegister(IEnumerable<Area> areas)
    {
        _byCode = areas.GroupBy(area => area.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(area => area.From).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The built-in list (Lạng Sơn: province and districts since 2016, communes since 1 March 2020), as CSV: Resolutions 818 and 1672/NQ-UBTVQH, codes of Decision 19/2025/QĐ-TTg.</summary>
    public static byte[] BuiltInCsv => Embedded.Bytes("areas/langson.csv");

    /// <summary>The built-in changes between units, as CSV: date, old code, new code, whole or part.</summary>
    public static byte[] BuiltInChangesCsv => Embedded.Bytes("areas/langson-changes.csv");

    /// <summary>All units of all days, by code, then first day.</summary>
    public IEnumerable<Area> All =>
        _byCode.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value);

    /// <summary>
    /// Reads a list with the columns code, name, kind, settlement, parent, tags, from, until. Overlapping days of one code,
    /// unknown parents and parents that do not stand on all days of their unit are faults of the table.
    /// </summary>
    public static AreaRegister Read(RowSource source, out PlainTable table)
    {
        table = PlainTable.Read(source, TableForm.Areas);
        var areas = new List<(Area Area, PlainTable.Row Row)>();
        foreach (var row in table.Rows)
        {
            var kind = row.Text("kind");
            var level = LevelOf(kind);
            if (level is null) row.Fault("kind", new($"\"{kind}\" không thuộc các từ {KindList}", $"\"{kind}\" is not one of {KindList}"));
            row.Text("from");
            var settlement = row["settlement"].Length == 0 ? null : row.OneOf("settlement", "urban", "rural");
            areas.Add((new Area(row.Text("code"), row.Text("name"), level ?? AreaLevel.Commune, kind,
                settlement switch { "urban" => Settlement.Urban, "rural" => Settlement.Rural, _ => Settlement.Unknown },
                row["parent"].Length == 0 ? null : row["parent"],
                row["tags"].Split([' ', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                row.Day("from") ?? DateOnly.MinValue, row.Day("until")), row));
        }
        var register = new AreaRegister(areas.Select(entry => entry.Area));
        // A unit without its days would be told to lie outside those of its parent as well.
        foreach (var (area, row) in areas.Where(entry => entry.Area.From > DateOnly.MinValue)) register.Check(area, row);
        return register;
    }

    /// <summary>The unit that bears <paramref name="code"/> on <paramref name="day"/>, or null.</summary>
    public Area? Find(string code, DateOnly day)
    {
        if (_byCode.TryGetValue(code, out var areas))
            foreach (var area in areas)
                if (area.StandsOn(day))
                    return area;
        return null;
    }

    /// <summary>Every unit that ever bore the code, by first day.</summary>
    public IReadOnlyList<Area> Bearing(string code) => _byCode.GetValueOrDefault(code) ?? [];

    /// <summary>The unit above on the first day of <paramref name="area"/>; null at the top.</summary>
    public Area? Parent(Area area) => area.ParentCode is null ? null : Find(area.ParentCode, area.From);

    /// <summary>All units that stand on <paramref name="day"/>, by level, then code.</summary>
    public IReadOnlyList<Area> On(DateOnly day) =>
        [.. All.Where(area => area.StandsOn(day)).OrderBy(area => area.Level).ThenBy(area => area.Code, StringComparer.Ordinal)];

    /// <summary>The code on that day that looks most like <paramref name="code"/>, for messages.</summary>
    public string? NearestCode(string code, AreaLevel level, DateOnly day) =>
        Nearest.To(code, On(day).Where(area => area.Level == level).Select(area => area.Code));

    private static AreaLevel? LevelOf(string kind) => kind switch
    {
        "nation" => AreaLevel.Nation,
        "region" => AreaLevel.Region,
        "province" or "city" => AreaLevel.Province,
        "district" => AreaLevel.District,
        "commune" or "ward" or "township" => AreaLevel.Commune,
        _ => null,
    };

    private void Check(Area area, PlainTable.Row row)
    {
        if (area.Until < area.From) row.Fault("until", new("ngày cuối trước ngày đầu", "the last day is before the first"));
        foreach (var other in Bearing(area.Code))
        {
            // They stand by first day, so that of two that overlap the later one is told.
            if (ReferenceEquals(other, area)) break;
            if (other.Until is null || other.Until >= area.From)
                row.Fault("from", new($"mã {area.Code} đã là của {other.Name} từ {other.From:o}", $"code {area.Code} already means {other.Name} from {other.From:o}"));
        }
        if (area.ParentCode is null) return;
        var parent = Find(area.ParentCode, area.From);
        if (parent is null) row.Fault("parent", new($"không đơn vị nào mang mã {area.ParentCode} vào ngày {area.From:o}", $"no unit bears the code {area.ParentCode} on {area.From:o}"));
        else if (parent.Level >= area.Level) row.Fault("parent", new($"{parent.Name} không phải đơn vị cấp trên", $"{parent.Name} is not a larger unit"));
        else if (parent.Until is not null && (area.Until is null || area.Until > parent.Until))
            row.Fault("parent", new($"{parent.Name} kết thúc ngày {parent.Until:o}, trước {area.Name}", $"{parent.Name} ends on {parent.Until:o}, before {area.Name}"));
    }
}
