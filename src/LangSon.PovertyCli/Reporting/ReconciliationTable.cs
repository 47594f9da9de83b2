using LangSon.Poverty.Collection;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The checks of published figures as a table.</summary>
internal static class ReconciliationTable
{
    /// <summary>An exact rate shows so many decimals more than the printed one, so that the rounding can be followed.</summary>
    private const int MoreDecimals = 2;

    /// <summary>A row a check, in the order given.</summary>
    public static TextTable Of(IEnumerable<PrintedCheck> checks)
    {
        var table = new TextTable(
            new TextColumn("year", new("Năm", "Year")) { Kind = ColumnKind.Number },
            TextColumn.ForScripts("area_code"), TextColumn.ForScripts("area_name"), TextColumn.ForScripts("group"),
            new TextColumn("unit", new("Đơn vị", "Unit")) { For = Audience.People, Wraps = true },
            TextColumn.ForScripts("check"), TextColumn.ForScripts("column"),
            new TextColumn("what", new("Phép thử", "Check")) { For = Audience.People, Wraps = true },
            new TextColumn("printed", new("Đã in", "Printed")) { Kind = ColumnKind.Number },
            TextColumn.ForScripts("low", ColumnKind.Number), TextColumn.ForScripts("high", ColumnKind.Number),
            new TextColumn("expected", new("Phải là", "Expected")) { For = Audience.People },
            new TextColumn("difference", new("Chênh", "Off by")) { Kind = ColumnKind.Number },
            new TextColumn("verdict", new("Kết quả", "Result")),
            TextColumn.ForScripts("line", ColumnKind.Number), TextColumn.ForScripts("source"));
        foreach (var check in checks)
            table.Add(Cell.Of((decimal)check.Row.Year) with { Shown = $"{check.Row.Year}" }, Cell.Of(check.Row.Row["area_code"]), Cell.Of(check.Row.Name), Cell.Of(check.Row.Group),
                Cell.Of(Unit(check.Row)), Cell.Of(Word(check.Kind)), Cell.Of(check.Column), Cell.Of(What(check)),
                check.Printed is { } printed ? TargetTable.Figure(printed.Value, printed.Decimals) : Cell.None,
                Bound(check, check.Low), Bound(check, check.High), Cell.Of(Expected(check)),
                check.Difference is { } off ? TargetTable.Signed(off, check.Printed!.Value.Decimals) : Cell.None,
                new Cell(Word(check.Agreement), Said(check.Agreement)) { Tone = Tone(check.Agreement) },
                Cell.Of((decimal)check.Row.Row.Line), Cell.Of(check.Row.Row["source"]));
        return table;
    }

    private static Phrase Unit(PublishedRow row)
    {
        var name = row.Name.Length > 0 ? row.Name : row.Unit;
        return row.Group == "all" ? name : $"{name}, {row.Group}";
    }

    private static Phrase What(PrintedCheck check) => check.Kind switch
    {
        CheckKind.Rate => Column(check.Column).With(new(" = số đếm : số hộ", " = count / households")),
        CheckKind.Denominator => new("tổng số hộ theo tỷ lệ", "households by the rates"),
        CheckKind.Sum => new("hộ nghèo + cận nghèo", "poor + near-poor"),
        CheckKind.Parts => Column(check.Column).With(new(" = cộng các đơn vị", " = sum of its units")),
        CheckKind.Groups => Column(check.Column).With(new(" = cộng các nhóm", " = sum of its groups")),
        CheckKind.Change => Column(check.Column),
        CheckKind.Computed => Column(check.Column).With(new(" = chương trình tính", " = as computed")),
    };

    private static Phrase Column(string column) => column switch
    {
        "households" => new("số hộ", "households"),
        "persons" => new("nhân khẩu", "persons"),
        "poor" => new("hộ nghèo", "poor"),
        "near_poor" => new("hộ cận nghèo", "near-poor"),
        "mdp" => new("hộ nghèo và cận nghèo", "poor and near-poor"),
        "poor_rate" => new("tỷ lệ nghèo", "poverty rate"),
        "near_poor_rate" => new("tỷ lệ cận nghèo", "near-poverty rate"),
        "mdp_rate" => new("tỷ lệ nghèo đa chiều", "poor and near-poor rate"),
        "poor_rate_change" => new("tỷ lệ nghèo tăng giảm, điểm %", "change of the rate, points"),
        "poor_rate_yearly_change" => new("bình quân năm, điểm %", "yearly average, points"),
        "poor_change_pct" => new("số hộ nghèo tăng giảm, %", "change of poor households, %"),
        _ => new(column, column),
    };

    /// <summary>The value that the other figures give, or from which to which it may lie.</summary>
    private static Phrase Expected(PrintedCheck check)
    {
        if (check.Low is not { } low) return "–";
        var decimals = check.Kind is CheckKind.Rate or CheckKind.Change || check.Column.EndsWith("_rate", StringComparison.Ordinal) ? check.Printed!.Value.Decimals + MoreDecimals : 0;
        if (check.High is not { } high) return new Phrase("từ ", "from ").With(Number(low, decimals));
        if (low == high) return Number(low, decimals);
        return low > high ? new Phrase("không có", "none fits") : Number(low, decimals).With(" … ").With(Number(high, decimals));
    }

    private static Phrase Number(decimal value, int decimals) => TargetTable.Figure(value, decimals).Shown;

    private static Cell Bound(PrintedCheck check, decimal? value) => value is { } known ? TargetTable.Figure(known, check.Printed?.Decimals ?? 0) : Cell.None;

    private static string Word(CheckKind kind) => kind switch
    {
        CheckKind.Rate => "rate",
        CheckKind.Denominator => "denominator",
        CheckKind.Sum => "sum",
        CheckKind.Parts => "parts",
        CheckKind.Groups => "groups",
        CheckKind.Change => "change",
        CheckKind.Computed => "computed",
    };

    private static string Word(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => "agrees",
        Agreement.Differs => "differs",
        Agreement.Open => "open",
    };

    private static Phrase Said(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => new("khớp", "agrees"),
        Agreement.Differs => new("lệch", "differs"),
        Agreement.Open => new("chưa rõ", "open"),
    };

    private static CellTone Tone(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => CellTone.Good,
        Agreement.Differs => CellTone.Bad,
        Agreement.Open => CellTone.Open,
    };
}
