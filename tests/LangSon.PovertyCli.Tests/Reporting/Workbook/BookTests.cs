using System.IO.Compression;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Reporting.Workbook;

/// <summary>The book as a whole: its sheets, its bytes, its validity.</summary>
public sealed partial class BookTests
{
    [Theory]
    [InlineData(Language.Vietnamese, "Tóm tắt|Biểu đồ|Huyện|Xã|Thay đổi|Biến động hộ|Thiếu hụt|Nhóm hộ|Chỉ tiêu|Đối chiếu|Chất lượng số liệu|Phương pháp")]
    [InlineData(Language.English, "Summary|Charts|Districts|Communes|Changes|Movement|Deprivations|Groups|Targets|Recognition|Data quality|Method")]
    public void Two_years_of_districts_and_targets_fill_all_sheets(Language language, string sheets)
    {
        using var book = Books.Open(Books.Small, language);
        Assert.Equal(sheets, string.Join('|', book.Worksheets.Select(sheet => sheet.Name)));
    }

    [Fact]
    public void A_sheet_without_anything_to_show_is_left_out()
    {
        using var book = Books.Open(Books.Run("samples/published"));
        Assert.Equal(["Tóm tắt", "Chất lượng số liệu", "Phương pháp"], book.Worksheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void Where_no_standard_has_near_poor_households_no_table_or_chart_counts_them()
    {
        using var book = Books.Open(Books.Run("samples/mpi"));
        // Leads and definitions are sentences; what is short stands above a column or beside a figure.
        var words = book.Worksheets.SelectMany(sheet => sheet.Texts()).Where(text => text.Length < 40).ToArray();
        Assert.DoesNotContain(words, text => text.Contains("cận nghèo", StringComparison.Ordinal));
        Assert.Contains("Hộ nghèo", words);
        Assert.Contains("1/3", words);
        Assert.Contains("Y tế: Dinh dưỡng (1/6)", words);
        Assert.Contains("Điểm thiếu hụt", words);
    }

    [Fact]
    public void Provinces_have_a_sheet_where_there_are_several()
    {
        using var book = Books.Open(Books.Of(new TestRun().Round(2023,
            "household_id,commune_code,province_code,settlement,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + "A,1,10,rural,4,1000000,1,1,1,0,0,0,0,0,0,0,0,0\nB,2,20,rural,4,9000000,0,0,0,0,0,0,0,0,0,0,0,0\n").Execute()));
        var sheet = book.Worksheet("Tỉnh");
        Assert.Equal("100.00", sheet.Shown(sheet.RowOf(1, "10"))[6]);
        Assert.Equal("0.00", sheet.Shown(sheet.RowOf(1, "20"))[6]);
    }

    [Fact]
    public void Every_sheet_has_words_in_both_languages_and_a_line_in_the_docs()
    {
        Assert.All(Book.Sheets, sheet =>
        {
            foreach (var phrase in new[] { sheet.Title, sheet.Lead })
                Assert.All([phrase.Vi, phrase.En], words => Assert.False(string.IsNullOrWhiteSpace(words)));
            Assert.InRange(sheet.Title.Vi.Length, 1, 31);
            Assert.InRange(sheet.Title.En.Length, 1, 31);
        });
        Repository.Same("docs/workbook.md", WorkbookPage.Text());
    }

    [Fact]
    public void What_is_said_in_one_language_is_said_in_the_other()
    {
        using var vietnamese = Books.Open(Books.Small);
        using var english = Books.Open(Books.Small, Language.English);
        foreach (var (vi, en) in vietnamese.Worksheets.Zip(english.Worksheets))
        {
            Assert.Equal(Filled(vi), Filled(en));
            Assert.All(vi.Texts().Concat(en.Texts()), text => Assert.False(string.IsNullOrWhiteSpace(text)));
        }
    }

    [Fact]
    public void Two_writes_give_the_same_bytes() => Assert.Equal(Books.Bytes(Books.Small), Books.Bytes(Books.Small));

    [Fact]
    public void Nothing_of_chance_or_the_clock_is_in_the_package()
    {
        using var package = new ZipArchive(new MemoryStream(Books.Bytes(Books.Small)));
        Assert.All(package.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Contains(package.Entries, entry => entry.FullName == "docProps/core.xml");
        Assert.DoesNotContain(package.Entries, entry => entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal));
        using var core = new StreamReader(package.GetEntry("docProps/core.xml")!.Open());
        Assert.Contains("2023-12-14", core.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void The_package_is_valid(Language language)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Books.Bytes(Books.Sample, language)), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Headers_repeat_on_every_page_and_each_page_is_A4_landscape_one_wide()
    {
        using var book = Books.Open(Books.Sample);
        Assert.All(book.Worksheets, sheet =>
        {
            Assert.Equal((XLPaperSize.A4Paper, XLPageOrientation.Landscape, 1), (sheet.PageSetup.PaperSize, sheet.PageSetup.PageOrientation, sheet.PageSetup.PagesWide));
            Assert.Contains("&P/&N", sheet.PageSetup.Footer.Right.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
        });
        using var package = new ZipArchive(new MemoryStream(Books.Bytes(Books.Sample)));
        using var names = new StreamReader(package.GetEntry("xl/workbook.xml")!.Open());
        Assert.Contains(">Xã!$4:$5<", names.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(1, book.Worksheet("Tóm tắt").PageSetup.PagesTall);
    }

    [Fact]
    public void Every_sheet_with_a_table_of_many_rows_can_be_filtered()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Books.Bytes(Books.Sample)), isEditable: false);
        var book = document.WorkbookPart!;
        var unfiltered = book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Where(sheet => !((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Elements<DocumentFormat.OpenXml.Spreadsheet.AutoFilter>().Any())
            .Select(sheet => sheet.Name!.Value);
        Assert.Equal(["Tóm tắt", "Biểu đồ", "Phương pháp"], unfiltered);
    }

    [Fact]
    public void Many_rounds_go_on_to_pages_at_the_side_with_the_units_repeated()
    {
        var run = new TestRun();
        for (var year = 2022; year < 2027; year++) run.Round(year, new HouseholdTable().Add("A", "X", "4", "poor").ToString());
        var bytes = Books.Bytes(Books.Of(run.Execute()));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        Assert.Equal(2, book.Worksheet("Xã").PageSetup.PagesWide);
        using var package = new ZipArchive(new MemoryStream(bytes));
        using var names = new StreamReader(package.GetEntry("xl/workbook.xml")!.Open());
        Assert.Contains(">Xã!$A:$B,Xã!$4:$5<", names.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_household_is_named()
    {
        using var book = Books.Open(Books.Sample);
        Assert.All(book.Worksheets.SelectMany(sheet => sheet.Texts()), text => Assert.DoesNotMatch(HouseholdId(), text));
    }

    [Fact]
    public void The_texts_of_all_sheets_are_as_approved()
    {
        using var book = Books.Open(Books.Small);
        foreach (var sheet in book.Worksheets)
        {
            var rows = Enumerable.Range(1, sheet.LastRowUsed().RowNumber()).Select(row => string.Join(" | ", sheet.Shown(row)));
            Repository.Same($"tests/LangSon.PovertyCli.Tests/Golden/small/expected/summary/{sheet.Position}.txt", $"{sheet.Name}\n{string.Join('\n', rows)}\n");
        }
    }

    private static IEnumerable<string> Filled(IXLWorksheet sheet) => sheet.CellsUsed().Select(cell => cell.Address.ToString()!);

    [GeneratedRegex(@"\b\d{2}-\d{5}-\d{6}\b")]
    private static partial Regex HouseholdId();
}
