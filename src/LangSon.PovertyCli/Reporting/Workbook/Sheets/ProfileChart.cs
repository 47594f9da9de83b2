using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>What the poor and the near-poor households of the whole lack in the last round.</summary>
internal static class ProfileChart
{
    private const double Height = 330;

    /// <summary>Whether there is a whole with poor households of which deprivations are known.</summary>
    public static bool IsFor(BookContent content) => Of(content) is not null;

    /// <summary>Writes chart and table at a column of the sheet, over six columns; nothing where there is nothing to show.</summary>
    public static void Write(Sheet sheet, BookContent content, int column, int span)
    {
        if (Of(content) is not var (round, whole)) return;
        var chart = sheet.Next;
        sheet.Gap(Height);
        sheet.Gap(4);
        (string Measure, Phrase Title, SeriesLook Look)[] classes =
        [
            ("deprived", new("Hộ nghèo (%)", "Poor (%)"), SeriesLook.Main),
            .. content.Results.HasNearPoor ? [("deprived_near_poor", new("Hộ cận nghèo (%)", "Near-poor (%)"), SeriesLook.Warm)] : Array.Empty<(string, Phrase, SeriesLook)>(),
        ];
        var table = new SheetTable(sheet,
        [
            new(new("Chỉ số", "Indicator"), Format.Text, Span: span - classes.Length), .. classes.Select(one => new SheetColumn(one.Title, Format.Rate)),
        ], column);
        table.Header();
        var first = sheet.Next;
        foreach (var indicator in round.Round.Law.Indicators)
            table.Row(
            [
                Entry.Of(indicator.Title), .. classes.Select(one => Entry.Of(round.Find(whole, Group.All, $"{one.Measure}:{indicator.Id}")?.Value)),
            ]);
        ChartSeries Series(int place, SeriesLook look) =>
            new(sheet.Cells(table.HeaderRow, table.Place(place)), sheet.Cells(first, table.Place(place), round.Round.Law.Indicators.Length), look);
        var name = BookAreas.Name(whole);
        sheet.Add(new Chart(ChartKind.Bars,
            sheet.Say(new($"{name.Vi} {round.Round.Id}: hộ thiếu hụt từng chỉ số (%)", $"{name.En} {round.Round.Id}: households lacking each indicator (%)")),
            sheet.Cells(first, table.Place(0), round.Round.Law.Indicators.Length),
            [.. classes.Select((one, i) => Series(i + 1, one.Look))], $"{Style.Tag(sheet.Language)}0.0")
        { Row = chart, Column = column, Span = span });
    }

    private static (RoundResult Round, AreaNode Whole)? Of(BookContent content) =>
        DeprivationSheet.Last(content) is { Round.Law.Indicators.Length: > 0 } round && content.Areas.Whole is { } whole
        && round.Summary.Has(whole) && round.Find(whole, Group.All, "poor")?.Value > 0 ? (round, whole) : null;
}
