using ClosedXML.Excel;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook.Sheets;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary><c>summary.xlsx</c>: the results of a run as a workbook to read, print and hand on.</summary>
internal static class Book
{
    /// <summary>All sheets, in their order.</summary>
    public static IReadOnlyList<BookSheet> Sheets { get; } =
    [
        new CoverSheet(),
        new ChartSheet(),
        new ProvinceSheet(),
        new DistrictSheet(),
        new CommuneSheet(),
        new ChangeSheet(),
        new SeriesSheet(),
        new MovementSheet(),
        new StandardSheet(),
        new DeprivationSheet(),
        new GroupSheet(),
        new TargetSheet(),
        new RecognitionSheet(),
        new ProgressSheet(),
        new QualitySheet(),
        new MethodSheet(),
    ];

    /// <summary>Writes the book. Equal contents give equal bytes.</summary>
    public static void Write(Stream output, BookContent content, Language language)
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        var day = content.Results.Rounds[^1].Round.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        (book.Properties.Title, book.Properties.Author) = (Sheet.Clean(content.Title), "poverty");
        // The day of the figures, not of the clock: the same inputs must give the same file.
        (book.Properties.Created, book.Properties.Modified) = (day, day);
        var styles = new Dictionary<Style, IXLStyle>();
        var sheets = new List<Sheet>();
        foreach (var kind in Sheets.Where(sheet => sheet.IsFor(content)))
        {
            var sheet = new Sheet(book.AddWorksheet(kind.Title.In(language)), language, styles) { Remark = PartialWords.Of(content.Results) };
            kind.Write(sheet, content);
            sheet.Finish(content.Title, kind.OnOnePage);
            sheets.Add(sheet);
        }
        using var saved = new MemoryStream();
        book.SaveAs(saved, validate: false);
        Graphics.Add(saved, sheets);
        saved.Position = 0;
        Repack.Write(saved, output);
    }
}
