using System.Globalization;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The judged targets as a table: in words for people, by their ids for scripts.</summary>
internal static class TargetTable
{
    /// <summary>A row a target and unit, in the order given.</summary>
    public static TextTable Of(IEnumerable<TargetResult> targets, Poverty.Comparison.Results results, Language language)
    {
        var table = new TextTable(
            TextColumn.ForScripts("id"), TextColumn.ForScripts("area_code"), TextColumn.ForScripts("area_name"), TextColumn.ForScripts("value", ColumnKind.Number),
            new TextColumn("where", new("Đơn vị, nhóm hộ", "Unit, group")) { Wraps = true, For = Audience.People },
            new TextColumn("demand", new("Chỉ tiêu", "Target")) { Wraps = true, For = Audience.People },
            new TextColumn("actual", new("Thực hiện", "Actual")) { Kind = ColumnKind.Number },
            new TextColumn("households_short", new("Thiếu hộ", "Short by")) { Kind = ColumnKind.Number },
            new TextColumn("verdict", new("Kết luận", "Verdict")),
            TextColumn.ForScripts("margin", ColumnKind.Number), TextColumn.ForScripts("group"), TextColumn.ForScripts("measure"),
            TextColumn.ForScripts("because"));
        foreach (var result in targets)
        {
            var decimals = TargetWords.Counted(result.Target, results) == FigureUnit.Percent || result.Target.Kind == TargetKind.ChangeRelative ? 2 : 0;
            table.Add(Cell.Of(result.Target.Id), Cell.Of(result.Area?.Code), Cell.Of(AreaName(result)), Figure(result.Target.Value, decimals),
                Cell.Of(TargetWords.Where(result, results)), Cell.Of(TargetWords.Short(result.Target, results)),
                result.Actual is not { } actual ? Cell.None : result.Target.Kind == TargetKind.Level ? Figure(actual, decimals) : Signed(actual, decimals),
                result.HouseholdsShort is { } households ? Figure(households, 0) : Cell.None,
                new Cell(VerdictWords.Word(result.Verdict), VerdictWords.Phrase(result.Verdict)) { Tone = ToneOf(result.Verdict) },
                result.Margin is { } margin ? Figure(margin, 2) : Cell.None, Cell.Of(Group.Name(result.Group)), Cell.Of(result.Target.Measure),
                Cell.Of(result.Because.In(language)));
        }
        return table;
    }

    /// <summary>A figure in full for scripts, rounded for people.</summary>
    public static Cell Figure(decimal value, int decimals) =>
        new(InFull(value), new Phrase(Numerals.Of(value, decimals, Language.Vietnamese), Numerals.Of(value, decimals, Language.English)));

    /// <summary>A change in full for scripts, rounded and with its sign for people.</summary>
    public static Cell Signed(decimal value, int decimals) =>
        new(InFull(value), new Phrase(Numerals.Signed(value, decimals, Language.Vietnamese), Numerals.Signed(value, decimals, Language.English)));

    private static string InFull(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string AreaName(TargetResult result) => result switch
    {
        { Group: not Group.All } => Group.Name(result.Group),
        { Area: { Name.Length: > 0 } area } => area.Name,
        _ => result.Target.Scope,
    };

    private static CellTone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Met => CellTone.Good,
        Verdict.Missed => CellTone.Bad,
        Verdict.NotMeasurable or Verdict.DependsOnUnresolved => CellTone.Open,
    };
}
