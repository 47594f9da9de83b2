using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using X = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>
/// Puts charts and bars behind shares into the saved package of a book: the library that writes the cells has no charts,
/// and its bars are not valid and differ from one time to the next.
/// </summary>
internal static class Graphics
{
    private const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <summary>Adds those of all sheets; a book without any is left as it is.</summary>
    public static void Add(Stream package, IEnumerable<Sheet> sheets)
    {
        var drawn = sheets.Where(sheet => sheet.Charts.Count > 0 || sheet.Bars.Count > 0).ToArray();
        if (drawn.Length == 0) return;
        package.Position = 0;
        using var document = SpreadsheetDocument.Open(package, isEditable: true);
        var book = document.WorkbookPart!;
        foreach (var sheet in drawn)
        {
            var id = book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(entry => entry.Name == sheet.Name).Id!.Value!;
            var worksheet = (WorksheetPart)book.GetPartById(id);
            AddBars(worksheet.Worksheet, sheet.Bars);
            if (sheet.Charts.Count > 0) AddCharts(worksheet, sheet);
        }
    }

    /// <summary>A bar is as long as the share of 100 and no longer: no share has no bar.</summary>
    private static void AddBars(Worksheet worksheet, IReadOnlyList<string> ranges)
    {
        var priority = worksheet.Descendants<ConditionalFormattingRule>().Count();
        // The schema wants them before these.
        var after = worksheet.ChildElements.FirstOrDefault(child => child is DataValidations or Hyperlinks or PrintOptions or PageMargins);
        foreach (var range in ranges)
        {
            var bar = new DataBar(
                new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "0" },
                new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "100" },
                new Color { Rgb = $"FF{ChartMarkup.Hex(Palette.Bar)}" })
            { MinLength = 0, MaxLength = 100 };
            var rule = new ConditionalFormattingRule(bar) { Type = ConditionalFormatValues.DataBar, Priority = ++priority };
            worksheet.InsertBefore(new ConditionalFormatting(rule) { SequenceOfReferences = new([range]) }, after);
        }
    }

    private static void AddCharts(WorksheetPart worksheet, Sheet sheet)
    {
        const string Id = "rIdCharts";
        var part = worksheet.AddNewPart<DrawingsPart>(Id);
        part.WorksheetDrawing = new X.WorksheetDrawing();
        foreach (var (i, chart) in sheet.Charts.Index())
        {
            var id = $"rId{i + 1}";
            part.AddNewPart<ChartPart>(id).ChartSpace = ChartMarkup.Of(chart);
            part.WorksheetDrawing.Append(Anchor(chart, id, (uint)i + 1));
        }
        // The schema wants the drawing before these, which close a sheet.
        var after = worksheet.Worksheet.ChildElements.FirstOrDefault(child => child is LegacyDrawing or TableParts or WorksheetExtensionList);
        var reference = new Drawing { Id = Id };
        if (after is null) worksheet.Worksheet.Append(reference);
        else worksheet.Worksheet.InsertBefore(reference, after);
    }

    /// <summary>From the row's top left corner to its bottom right one, so that the chart goes with the row.</summary>
    private static X.TwoCellAnchor Anchor(Chart chart, string id, uint number) => new(
        new X.FromMarker(new X.ColumnId($"{chart.Column - 1}"), new X.ColumnOffset("0"), new X.RowId($"{chart.Row - 1}"), new X.RowOffset("0")),
        new X.ToMarker(new X.ColumnId($"{chart.Column - 1 + chart.Span}"), new X.ColumnOffset("0"), new X.RowId($"{chart.Row}"), new X.RowOffset("0")),
        new X.GraphicFrame(
            new X.NonVisualGraphicFrameProperties(
                // What a screen reader says of it.
                new X.NonVisualDrawingProperties { Id = number, Name = $"Chart {number}", Description = chart.Title },
                new X.NonVisualGraphicFrameDrawingProperties()),
            new X.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = Chart }))
        { Macro = "" },
        new X.ClientData());
}
