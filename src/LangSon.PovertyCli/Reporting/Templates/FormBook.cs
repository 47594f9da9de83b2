using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>
/// <c>templates.xlsx</c>: the official forms, filled. Written cell by cell, as a formula stands beside the exact figure that
/// it gives: the library that writes the summary would have to compute each formula itself to store one.
/// </summary>
internal static class FormBook
{
    /// <summary>The forms of a run's last round that count, filled; a form follows those that its formulas name.</summary>
    public static IReadOnlyList<FormTable> Fill(BookContent content)
    {
        var results = content.Results;
        var law = results.Rounds[^1].Round.Law;
        var figures = new FormFigures(results);
        var last = results.Rounds.Count - 1;
        var one = new FormUnits(BookAreas.Of(results.Rounds[last]));
        var two = results.Base(last) is { } before ? new FormUnits(BookAreas.On(results.Ground(before, last))) : one;
        var tables = new List<FormTable>();
        // Without indicators there is nothing that a form of deprivations could hold.
        foreach (var layout in FormReader.For(law.Standard.Id).Where(layout => layout.Lists is null && (law.Indicators.Length > 0 || !layout.Columns.Any(column => column.ForEachIndicator))))
            tables.Add(new FormTable(layout, law, figures, layout.IsOfTwoRounds ? two : one, tables));
        return tables;
    }

    /// <summary>All forms of a run's last round, filled.</summary>
    /// <param name="content">The run.</param>
    /// <param name="withNames">Whether the lists of names are among them.</param>
    public static IReadOnlyList<Form> Fill(BookContent content, bool withNames) => withNames ? [.. Fill(content), .. ListFiller.Fill(content)] : Fill(content);

    /// <summary>Writes the book, sheet after sheet. Equal contents give equal bytes.</summary>
    /// <param name="output">Takes the book.</param>
    /// <param name="forms">The forms, filled.</param>
    /// <param name="content">The run.</param>
    /// <param name="language">The language.</param>
    public static void Write(Stream output, IReadOnlyList<Form> forms, BookContent content, Language language)
    {
        var parts = new Dictionary<string, Action<Stream>>(StringComparer.Ordinal);
        using var saved = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(saved, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = FormStyle.Sheet(language);
            var page = new FormPage(content, language);
            var sheets = new Sheets();
            var names = new DefinedNames();
            foreach (var (i, form) in forms.Index())
            {
                var id = $"rId{i + 1}";
                var sheet = book.AddNewPart<WorksheetPart>(id);
                sheet.Worksheet = new Worksheet(new SheetData());
                parts.Add(sheet.Uri.OriginalString.TrimStart('/'), part => page.Write(form, part));
                sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = form.Name.In(language), SheetId = (uint)i + 1, Id = id });
                names.Append(new DefinedName($"'{form.Name.In(language)}'!${Form.HeaderRow}:${form.FirstRow - 1}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets, names);
            // The day of the figures, not of the clock: the same inputs must give the same file.
            var day = content.Results.Rounds[^1].Round.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var properties = document.PackageProperties;
            (properties.Title, properties.Creator, properties.Created, properties.Modified) = (Workbook.Sheet.Clean(content.Title), "poverty", day, day);
        }
        saved.Position = 0;
        Repack.Write(saved, output, parts);
    }
}
