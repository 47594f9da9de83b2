using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>How the poor households of the whole came and went up to the last round, step by step from start to end.</summary>
internal static class FlowChart
{
    private const double Height = 330;

    /// <summary>A step: what it is, how many households, and what it does to their number (0: it is their number).</summary>
    private readonly record struct Step(Phrase Name, long Households, int Sign);

    /// <summary>Whether households can be followed to the last round.</summary>
    public static bool IsFor(BookContent content) => Of(content) is not null;

    /// <summary>
    /// Writes chart and table at a column of the sheet. A column of the chart stands on an unseen one, which the table
    /// gives as its foot: every number of the chart is in a cell.
    /// </summary>
    public static void Write(Sheet sheet, BookContent content, int column, int span)
    {
        if (Of(content) is not var (whole, from, moves, hasHistory)) return;
        var chart = sheet.Next;
        sheet.Gap(Height);
        sheet.Gap(4);
        var table = new SheetTable(sheet,
        [
            new(new("Hộ nghèo", "Poor households"), Format.Text, Span: span - 4), new(new("Chân cột", "Foot"), Format.Count),
            new(new("Số hộ", "Households"), Format.Count), new(new("Giảm", "Out"), Format.Count), new(new("Tăng", "In"), Format.Count),
        ], column);
        table.Header();
        var first = sheet.Next;
        var steps = Steps(moves, hasHistory, content.Results.HasNearPoor);
        long now = 0;
        foreach (var step in steps)
        {
            var before = now;
            now = step.Sign == 0 ? step.Households : now + (step.Sign * step.Households);
            var foot = step.Sign == 0 ? 0 : Math.Min(before, now);
            table.Row(
            [
                Entry.Of(Named(step)), Entry.Of(foot) with { Tone = Tone.Quiet },
                step.Sign == 0 ? Entry.Of(step.Households) : Entry.None, step.Sign < 0 ? Entry.Of(step.Households) : Entry.None, step.Sign > 0 ? Entry.Of(step.Households) : Entry.None,
            ]);
        }
        ChartSeries Series(int place, SeriesLook look) =>
            new(sheet.Cells(table.HeaderRow, table.Place(place)), sheet.Cells(first, table.Place(place), steps.Length), look);
        var name = BookAreas.Name(whole);
        var rounds = $"{content.Results.Rounds[from].Round.Id} → {content.Results.Rounds[^1].Round.Id}";
        sheet.Add(new Chart(ChartKind.Steps, sheet.Say(new($"{name.Vi} {rounds}: hộ nghèo ra vào", $"{name.En} {rounds}: poor households out and in")),
            sheet.Cells(first, table.Place(0), steps.Length),
            [Series(1, SeriesLook.Foot), Series(2, SeriesLook.Main), Series(3, SeriesLook.Good), Series(4, SeriesLook.Bad)],
            $"{Style.Tag(sheet.Language)}#,##0")
        { Row = chart, Column = column, Span = span });
    }

    /// <summary>A step with its number, which has no room in a low column.</summary>
    private static Phrase Named(Step step)
    {
        string In(Language language) => step.Sign == 0 ? Numerals.Of(step.Households, 0, language) : Numerals.Signed(step.Sign * step.Households, 0, language);
        return new($"{step.Name.Vi} {In(Language.Vietnamese)}", $"{step.Name.En} {In(Language.English)}");
    }

    private static Step[] Steps(ClassMovement moves, bool hasHistory, bool hasNearPoor) =>
    [
        new(new("Đầu kỳ", "Start"), moves.Start.Households, 0),
        new(new("Thoát nghèo", "Escaped"), moves.Escaped.Households, -1),
        new(new("Giảm khác", "Other out"), moves.OtherOut.Households, -1),
        .. hasNearPoor ? [new Step(new("Từ cận nghèo", "From near-poor"), moves.FromNeighbour.Households, 1)] : Array.Empty<Step>(),
        .. hasHistory ? [new Step(new("Tái nghèo", "Fell back"), moves.FellBack.Households, 1)] : Array.Empty<Step>(),
        new(hasHistory ? new("Phát sinh", "Newly poor") : new("Phát sinh, tái nghèo", "Newly poor, fell back"), moves.New.Households, 1),
        new(new("Tăng khác", "Other in"), moves.OtherIn.Households, 1),
        new(new("Cuối kỳ", "End"), moves.End.Households, 0),
    ];

    private static (AreaNode Whole, int From, ClassMovement Moves, bool HasHistory)? Of(BookContent content)
    {
        var results = content.Results;
        var to = results.Rounds.Count - 1;
        if (results.Base(to) is not { } from || !results.HasHouseholds(from, to) || !results.SameStandard(from, to) || new BookAreas(results).Whole is not { } whole) return null;
        return results.Movements(from, to).TryGetValue((whole, Group.All), out var moves) && !moves.Poor.IsEmpty ? (whole, from, moves.Poor, results.HasHistory(from, to)) : null;
    }
}
