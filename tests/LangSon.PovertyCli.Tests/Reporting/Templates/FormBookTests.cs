using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Templates;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Reporting.Workbook;

namespace LangSon.PovertyCli.Tests.Reporting.Templates;

/// <summary>templates.xlsx as a whole: its validity and bytes, its pages, its formulas, and its figures against the tables.</summary>
public sealed class FormBookTests
{
    private static readonly Lazy<BookContent> Review = new(() => Books.Run("samples/lang-son-review"));

    /// <summary>The census and the review of the same households, each with its tables and its forms.</summary>
    private static readonly Lazy<Sample[]> Samples = new(() => [.. new[] { Books.Sample, Review.Value }.Select(content => new Sample(
        Table(stream => ResultsCsv.Write(stream, content.Results, Language.English)), Table(stream => TransitionsCsv.Write(stream, content.Results)), FormBook.Fill(content)))]);

    private sealed record Sample(List<Dictionary<string, string>> Results, List<Dictionary<string, string>> Transitions, IReadOnlyList<FormTable> Forms);

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void The_package_is_valid(Language language)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes(Review.Value, language)), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Two_writes_give_the_same_bytes() => Assert.Equal(Bytes(Books.Small), Bytes(Books.Small));

    [Fact]
    public void Every_form_is_a_sheet_that_prints_on_A4_landscape_one_page_wide_with_its_headers_repeated()
    {
        using var book = new XLWorkbook(new MemoryStream(Bytes(Review.Value)));
        Assert.Equal(Enumerable.Range(1, 13).Select(number => $"Biểu {number}"), book.Worksheets.Select(sheet => sheet.Name));
        Assert.All(book.Worksheets, sheet =>
        {
            Assert.Equal((XLPaperSize.A4Paper, XLPageOrientation.Landscape, 1), (sheet.PageSetup.PaperSize, sheet.PageSetup.PageOrientation, sheet.PageSetup.PagesWide));
            Assert.Equal(FormTable.HeaderRow, sheet.PageSetup.FirstRowToRepeatAtTop);
            Assert.Equal(sheet.PageSetup.LastRowToRepeatAtTop, sheet.SheetView.SplitRow);
            Assert.All(sheet.CellsUsed(), cell => Assert.Equal("Times New Roman", cell.Style.Font.FontName));
        });
    }

    [Theory]
    [InlineData("tests/LangSon.PovertyCli.Tests/Golden/small")]
    [InlineData("samples/published")]
    [InlineData("samples/mpi")]
    public void Every_formula_gives_the_figure_that_is_stored_beside_it(string folder)
    {
        var bytes = Bytes(Books.Run(folder));
        using var computed = new XLWorkbook(new MemoryStream(bytes));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var book = document.WorkbookPart!;
        var formulas = 0;
        foreach (var sheet in book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>())
            foreach (var cell in ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
            {
                var value = computed.Worksheet(sheet.Name!.Value).Cell(cell.CellReference!.Value).Value;
                var stored = cell.CellValue!.Text;
                if (stored.Length == 0) Assert.Equal("", value);
                else Assert.Equal(double.Parse(stored, CultureInfo.InvariantCulture), Convert.ToDouble(value, CultureInfo.InvariantCulture), 9);
                formulas++;
            }
        Assert.True(formulas > 0);
    }

    [Fact]
    public void Every_derived_figure_of_a_census_is_a_live_formula()
    {
        var tables = FormBook.Fill(Books.Sample);
        foreach (var table in tables.Where(table => table is { IsEmpty: false, Layout.IsOfTwoRounds: false }))
            for (var unit = 0; unit < table.Units.Count; unit++)
                for (var column = 0; column < table.Columns.Count; column++)
                    // Groups overlap: the households of none of them are counted where the formula does not give them.
                    if (table.Columns[column].Groups is not ["target_group=none"] && table.Cell(unit, 0, column, Language.Vietnamese) is { Figure.IsUnknown: false } cell)
                        Assert.True(cell.Formula is not null == (table.Columns[column].Formula is not null || table.Units[unit].Parts.Count > 0),
                            $"{table.Name.En}, {table.Units[unit].Area.Name}, column {table.Columns[column].Number}: {cell.Formula}");
    }

    /// <summary>A cell of each form whose figures the sample has, by the measure and group that it must show.</summary>
    [Theory]
    [InlineData(1, "180", "2", "persons", "all", "value")]
    [InlineData(1, "180", "4", "poor_rate", "all", "value")]
    [InlineData(1, "06040", "12", "near_poor_persons_rate", "all", "value")]
    [InlineData(4, "20", "11", "deprived:water", "all", "numerator")]
    [InlineData(5, "181", "10", "deprived:water", "all", "value")]
    [InlineData(6, "181", "3", "deprived_near_poor:employment", "all", "numerator")]
    [InlineData(7, "20", "2", "deprived_near_poor:employment", "all", "value")]
    [InlineData(8, "20", "2", "poor", "minority=yes", "value")]
    [InlineData(9, "20", "1.2.1", "poor", "ethnicity=Nùng", "value")]
    [InlineData(9, "184", "2.1", "near_poor", "minority=no", "value")]
    [InlineData(12, "20", "3", "households", "minority=yes", "value")]
    [InlineData(12, "184", "15", "poor", "head_sex=female", "value")]
    [InlineData(12, "20", "21", "poor_rate", "minority=yes", "value")]
    [InlineData(13, "181", "18", "near_poor_persons", "minority=yes", "value")]
    public void A_cell_shows_what_results_csv_says(int form, string area, string column, string measure, string group, string field)
    {
        foreach (var sample in Samples.Value)
        {
            var row = sample.Results.Single(row => (row["round"], row["area_code"], row["group"], row["measure"]) == ("2023", area, group, measure));
            Assert.Equal(Convert.ToDouble(row[field], CultureInfo.InvariantCulture), Number(sample, form, area, column), 9);
        }
    }

    [Theory]
    [InlineData(2, "20", "1", "start")]
    [InlineData(2, "20", "2", "escaped_to_near_poor")]
    [InlineData(2, "181", "3", "escaped_above")]
    [InlineData(3, "20", "2", "np_escaped_to_poor")]
    [InlineData(2, "181", "5", "near_poor_to_poor")]
    [InlineData(2, "20", "7", "newly_poor")]
    [InlineData(2, "184", "9", "end")]
    [InlineData(3, "20", "4", "np_other_out")]
    [InlineData(3, "181", "8", "np_other_in")]
    [InlineData(3, "20", "9", "np_end")]
    public void A_movement_shows_what_transitions_csv_says(int form, string area, string column, string measure)
    {
        foreach (var sample in Samples.Value)
        {
            var row = sample.Transitions.Single(row => (row["from"], row["to"], row["area_code"], row["group"], row["measure"]) == ("2022", "2023", area, "all", measure));
            Assert.Equal(Convert.ToDouble(row["households"], CultureInfo.InvariantCulture), Number(sample, form, area, column));
            Assert.Equal(Convert.ToDouble(row["persons"], CultureInfo.InvariantCulture), Number(sample, form, area, column, row: 1));
        }
    }

    /// <summary>The rows of a table as scripts read them.</summary>
    private static List<Dictionary<string, string>> Table(Func<Stream, long> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second.Trim('"')))];
    }

    private static double Number(Sample sample, int form, string area, string column, int row = 0)
    {
        var table = sample.Forms.Single(table => table.Layout.Number == form);
        var unit = table.Units.Index().Single(unit => unit.Item.Area.Code == area).Index;
        var at = table.Columns.Index().Single(other => other.Item.Number == column).Index;
        return (double)table.Cell(unit, row, at, Language.Vietnamese).Figure.Value!.Value;
    }

    private static byte[] Bytes(BookContent content, Language language = Language.Vietnamese)
    {
        using var stream = new MemoryStream();
        FormBook.Write(stream, FormBook.Fill(content), content, language);
        return stream.ToArray();
    }
}
