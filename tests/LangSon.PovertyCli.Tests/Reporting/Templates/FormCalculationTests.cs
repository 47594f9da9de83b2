using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Templates;
using LangSon.PovertyCli.Tests.Reporting.Workbook;

namespace LangSon.PovertyCli.Tests.Reporting.Templates;

/// <summary>The formulas of templates.xlsx as an office program calculates them.</summary>
public sealed class FormCalculationTests
{
    /// <summary>The values are taken away first, so that none is merely shown again.</summary>
    [LibreOfficeFact]
    public async Task Every_formula_of_every_form_gives_the_figure_that_is_stored_beside_it()
    {
        var content = Books.Sample;
        using var stream = new MemoryStream();
        FormBook.Write(stream, FormBook.Fill(content), content, Language.Vietnamese);
        var stored = new Dictionary<(string Sheet, string Cell), string>();
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            foreach (var sheet in book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>())
                foreach (var cell in ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
                {
                    stored.Add((sheet.Name!.Value!, cell.CellReference!.Value!), cell.CellValue!.Text);
                    (cell.CellValue, cell.DataType) = (null, null);
                }
        }
        using var calculated = new XLWorkbook(new MemoryStream(await LibreOffice.Calculate(stream.ToArray())));
        Assert.True(stored.Count > 10_000, $"only {stored.Count} formulas");
        Assert.Equal(13, stored.Keys.Select(place => place.Sheet).Append("Biểu 10").Append("Biểu 11").Distinct().Count());
        Assert.All(stored, entry =>
        {
            var cell = calculated.Worksheet(entry.Key.Sheet).Cell(entry.Key.Cell);
            if (entry.Value.Length == 0) Assert.Equal("", cell.CachedValue is string text ? text : $"{cell.CachedValue}");
            else Assert.Equal(double.Parse(entry.Value, CultureInfo.InvariantCulture), Convert.ToDouble(cell.CachedValue, CultureInfo.InvariantCulture), 9);
        });
    }
}
