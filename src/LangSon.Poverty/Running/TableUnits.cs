using System.Globalization;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// Tells which unit each row of a register or table of counts is of: by its code, else by its name, which is looked for only
/// in the district of its own column or of the rows above. A row with a total's words and no code is no unit's own. One for
/// each table and round.
/// </summary>
internal sealed class TableUnits(Gazetteer gazetteer, AreaTree tree, FindingLog log)
{
    private static readonly string[] Figures = ["households", "persons", "poor", "near_poor"];

    /// <summary>What may follow the word of a total: whose it is.</summary>
    private static readonly string[] Wholes = ["toàn", "tỉnh", "thành phố", "tp", "thị xã", "tx", "quận", "huyện", "h", "xã", "phường", "thị trấn"];

    private static readonly string[] Totals = [.. SurveyColumns.Households.TotalWords.Select(Folding.Key).OrderByDescending(word => word.Length)];

    /// <summary>The province or district whose rows are being read.</summary>
    private Area? _above;

    /// <summary>
    /// The rows of a round: those that name it; only where none does, those that name its year, since a year may have several
    /// rounds; all where the table names neither, which then serves one round only. What stands below the last figures are
    /// notes and signatures.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="round">The round.</param>
    /// <param name="sharing">The ids of all rounds that take their rows from the table.</param>
    public static IReadOnlyList<PlainTable.Row> RowsOf(PlainTable table, Round round, IReadOnlyCollection<string> sharing)
    {
        var keys = table.Rows.Select(KeyOf).Where(key => key.Length > 0).Distinct().ToArray();
        if (!table.Has("round") && !table.Has("year") && table.Rows.Count > 0)
        {
            if (sharing.Count == 1) return UpToFigures(table.Rows);
            var list = string.Join(", ", sharing);
            table.Fault(1, "year", new($"bảng không có cột năm hoặc kỳ nhưng các kỳ {list} cùng dùng; hãy thêm cột năm hoặc nêu trang (sheet) của từng kỳ",
                $"the table has no column of years or rounds, but the rounds {list} all use it; add the year or name the sheet of each round"));
            return [];
        }
        var wanted = new[] { round.Id, round.Year.ToString(CultureInfo.InvariantCulture) }.FirstOrDefault(keys.Contains);
        if (wanted is null)
        {
            table.Fault(1, table.Has("round") ? "round" : "year", new($"không có dòng nào của kỳ {round.Id}", $"no row is for round {round.Id}"));
            return [];
        }
        // Beside several years a figure without its year is nobody's; a heading may do without.
        if (keys.Length > 1)
            foreach (var row in table.Rows.Where(row => KeyOf(row).Length == 0 && HasFigures(row)))
                row.Fault(table.Has("year") ? "year" : "round", new("thiếu năm hoặc kỳ", "the year or round is missing"));
        return UpToFigures([.. table.Rows.Where(row => KeyOf(row) == wanted || (KeyOf(row).Length == 0 && (keys.Length == 1 || !HasFigures(row))))]);
    }

    /// <summary>The unit of a row, or null for a heading and for what is no unit, which is a fault.</summary>
    public UnitRow? Of(PlainTable.Row row, string round)
    {
        if (ByCode(row, round, out var isCode) is { } coded) return Own(row, coded);
        if (isCode || !ReadDistrict(row, round)) return null;
        var column = row["area_name"].Length > 0 ? "area_name" : row["district_name"].Length > 0 ? "district_name" : "area_code";
        var label = row[column].Length > 0 ? row[column] : row.Cells.FirstOrDefault(cell => cell.Any(char.IsLetter)) ?? "";
        var name = NameKey.Unnumbered(label);
        var units = gazetteer.ByName(name, unit => MayStandFor(unit, column, row));
        // The district that the rows are of has had its own.
        if (units.Count > 1) units = [.. units.Where(unit => unit != _above)];
        if (units is [var only]) return Own(row, only);
        if (units.Count == 0 && TotalOf(name) is { } whole) return new UnitRow(row, Whole(whole), IsTotal: true);
        if (row[column].Length == 0 && !HasFigures(row)) return null;
        if (name.Length == 0) row.Fault("area_code", new("thiếu mã hoặc tên đơn vị", "the unit's code or name is missing"));
        else Unknown(row, column, name, units, round);
        return null;
    }

    private UnitRow? Own(PlainTable.Row row, Area unit)
    {
        if (unit.Level < AreaLevel.Commune) _above = unit;
        // A district's name above its communes is a heading, not figures that nobody knows.
        return unit.Level < AreaLevel.Commune && Figures.All(column => PlainTable.IsUnknown(row[column])) ? null : new UnitRow(row, tree.Of(unit, gazetteer.Register));
    }

    private Area? ByCode(PlainTable.Row row, string round, out bool isCode)
    {
        var code = row["area_code"];
        isCode = code.Any(char.IsDigit);
        if (!isCode) return null;
        var padded = false;
        var unit = gazetteer.ByCode(code) ?? gazetteer.ByCode(code, AreaLevel.Commune, out padded);
        if (unit is null)
        {
            var level = code.Length switch { <= 2 => AreaLevel.Province, 3 => AreaLevel.District, _ => AreaLevel.Commune };
            row.Fault("area_code", new Phrase($"không đơn vị nào mang mã \"{code}\" trong kỳ {round}: ", $"no unit bears the code \"{code}\" in round {round}: ").With(gazetteer.ForCode(code, level, row["area_name"]).Words));
            return null;
        }
        if (padded) Report("PV3002", row, "area_code", code, unit.Code, ("fixed", unit.Code));
        var name = NameKey.Unnumbered(row["area_name"]);
        if (name.Length > 0 && !gazetteer.ByName(name, named => named == unit).Contains(unit))
            Report("PV3004", row, "area_name", name, unit.Name, ("name", name), ("code", unit.Code), ("official", unit.Name));
        return unit;
    }

    /// <summary>Takes the district that a row states beside its own name; false where it is none.</summary>
    private bool ReadDistrict(PlainTable.Row row, string round)
    {
        var name = NameKey.Unnumbered(row["district_name"]);
        if (name.Length == 0 || row["area_name"].Length == 0 || !gazetteer.Units.Any(unit => unit.Level == AreaLevel.District)) return true;
        var districts = gazetteer.ByName(name, unit => unit.Level == AreaLevel.District);
        if (districts is [var only]) _above = only;
        else Unknown(row, "district_name", name, districts, round);
        return districts.Count == 1;
    }

    private bool MayStandFor(Area unit, string column, PlainTable.Row row) => unit.Level switch
    {
        AreaLevel.Commune => column != "district_name" && (_above is null || gazetteer.IsIn(unit, _above)),
        _ => column == "district_name" || row["district_name"].Length == 0 || unit == _above,
    };

    private void Unknown(PlainTable.Row row, string column, string name, IReadOnlyList<Area> units, string round)
    {
        AreaLevel[] levels = column == "district_name" ? [AreaLevel.District, AreaLevel.Province] : [AreaLevel.Commune, AreaLevel.District, AreaLevel.Province];
        var hint = units.Count > 0 ? gazetteer.OneOf(units) : gazetteer.ForName(name, levels, _above, row["district_name"].Length > 0 ? row["district_name"] : _above?.Name ?? "");
        var place = _above is null || column == "district_name" ? new Phrase("", "") : new($" thuộc {_above.Name}", $" in {_above.Name}");
        row.Fault(column, new Phrase($"\"{name}\" không phải là một đơn vị{place.Vi} trong kỳ {round}: ", $"\"{name}\" is not one unit{place.En} in round {round}: ").With(hint.Words));
    }

    /// <summary>What a total says that it is of, empty for nothing; null when the words are no total's.</summary>
    private static string? TotalOf(string label)
    {
        var words = Folding.Key(label.Split('(')[0]);
        if (SurveyColumns.Households.IsTotalWord(words)) return "";
        foreach (var total in Totals.Append("toàn"))
            if (words.StartsWith(total + ' ', StringComparison.Ordinal) && words[(total.Length + 1)..] is var rest && Wholes.Any(whole => rest == whole || rest.StartsWith(whole + ' ', StringComparison.Ordinal) || rest.StartsWith(whole + '.', StringComparison.Ordinal)))
                return rest;
        return null;
    }

    /// <summary>The unit that a total names, else the district whose rows stand above it.</summary>
    private AreaNode? Whole(string name)
    {
        var unit = name.Length > 0 && gazetteer.ByName(name, unit => unit.Level is AreaLevel.District or AreaLevel.Province) is [var only] ? only : name.EndsWith("tỉnh", StringComparison.Ordinal) ? null : _above;
        return unit is null ? null : tree.Of(unit, gazetteer.Register);
    }

    private void Report(string code, PlainTable.Row row, string column, string value, string expected, params ReadOnlySpan<(string, Phrase)> details) =>
        log.Add(new Finding(code, new Place(row.File, null, row.Line)) { Column = column, Value = value, Expected = expected, CommuneCode = row["area_code"], Details = details.ToArray() });

    private static string KeyOf(PlainTable.Row row) => row["round"].Length > 0 ? row["round"]
        : row["year"].StartsWith("năm", StringComparison.OrdinalIgnoreCase) ? row["year"][3..].Trim() : row["year"];

    public static bool HasFigures(PlainTable.Row row) => Figures.Any(column => row[column] is [>= '0' and <= '9', ..]);

    private static IReadOnlyList<PlainTable.Row> UpToFigures(IReadOnlyList<PlainTable.Row> rows) =>
        [.. rows.Take(1 + Enumerable.Range(0, rows.Count).LastOrDefault(i => HasFigures(rows[i]) || rows[i]["area_code"].Length > 0, -1))];
}
