using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Tests.Running;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace LangSon.PovertyCli.Tests.Reporting.Workbook;

/// <summary>The charts of the book refer to cells and show what stands in them.</summary>
public sealed class ChartTests
{
    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void Every_cached_value_of_a_chart_is_that_of_its_cell(Language language)
    {
        var bytes = Books.Bytes(Books.Sample, language);
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var references = Charts(bytes).SelectMany(chart => chart.Descendants().Where(part => part is C.StringReference or C.NumberReference)).ToArray();
        // Names, categories and values of 2 + 2 + 2 + 4 series.
        Assert.Equal(3 * 10, references.Length);
        foreach (var reference in references)
        {
            var cells = book.Range(reference.GetFirstChild<C.Formula>()!.Text);
            var points = reference.Descendants<C.NumericValue>().ToDictionary(value => Index(value.Parent!), value => value.Text);
            var shown = cells.Cells().Select((cell, i) => (Index: i, Text: cell.DataType == XLDataType.Number ? cell.GetDouble().ToString("R", CultureInfo.InvariantCulture) : cell.GetString()))
                .Where(cell => cell.Text.Length > 0).ToDictionary(cell => cell.Index, cell => cell.Text);
            Assert.Equal(shown, points);
        }
    }

    [Fact]
    public void The_charts_show_rates_changes_deprivations_and_movement()
    {
        var titles = Charts(Books.Bytes(Books.Sample)).Select(chart => string.Concat(chart.Descendants<DocumentFormat.OpenXml.Drawing.Text>().Select(text => text.Text)));
        Assert.Equal(
        [
            "Tỷ lệ hộ nghèo 2022 và 2023, các huyện (%)", "Thay đổi 2022 → 2023 so với chỉ tiêu (điểm phần trăm)",
            "Tỉnh Lạng Sơn 2023: hộ thiếu hụt từng chỉ số (%)", "Tỉnh Lạng Sơn 2022 → 2023: hộ nghèo ra vào",
        ], titles);
    }

    [Fact]
    public void The_steps_lead_from_the_start_to_the_end()
    {
        using var book = Books.Open(Books.Sample);
        var sheet = book.Worksheet("Biểu đồ");
        var first = sheet.RowOf(7, "Đầu kỳ 535");
        var rows = Enumerable.Range(first, 8).Select(row => (Foot: sheet.Cell(row, 9).GetDouble(), All: Of(sheet, row, 10), Out: Of(sheet, row, 11), In: Of(sheet, row, 12))).ToArray();
        var now = rows[0].All;
        Assert.Equal(535, now);
        foreach (var row in rows[1..^1])
        {
            // A step down hangs from where the last one ended, a step up stands on it.
            Assert.Equal(row.Out > 0 ? now - row.Out : now, row.Foot);
            now += row.In - row.Out;
        }
        Assert.Equal(now, rows[^1].All);
        Assert.Equal(355, now);
    }

    [Fact]
    public void Without_districts_the_communes_with_the_highest_rates_are_shown()
    {
        var table = new HouseholdTable();
        for (var commune = 0; commune < 20; commune++)
            for (var household = 0; household < 20; household++)
                table.Add($"{commune}-{household}", $"C{commune:00}", "4", household < commune ? "poor" : "non");
        var bytes = Books.Bytes(Books.Of(new TestRun().Round(2023, table.ToString()).Execute()));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var sheet = book.Worksheet("Biểu đồ");
        var first = sheet.RowOf(1, "C19");
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"C{19 - i:00}"), Enumerable.Range(first, 10).Select(row => sheet.Cell(row, 1).GetString()));
        Assert.NotEqual("C09", sheet.Cell(first + 10, 1).GetString());
        // One round has no change to show and no movement: rates and deprivations are left.
        Assert.Equal(2, Charts(bytes).Count);
    }

    private static double Of(IXLWorksheet sheet, int row, int column) => sheet.Cell(row, column).IsEmpty() ? 0 : sheet.Cell(row, column).GetDouble();

    private static int Index(DocumentFormat.OpenXml.OpenXmlElement point) => (int)(point switch
    {
        C.StringPoint text => text.Index!.Value,
        C.NumericPoint number => number.Index!.Value,
        _ => throw new InvalidOperationException($"A {point.LocalName} has no index."),
    });

    private static IReadOnlyList<C.ChartSpace> Charts(byte[] book)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.DrawingsPart?.ChartParts ?? []).OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal).Select(part => part.ChartSpace)];
    }
}
