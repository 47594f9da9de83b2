using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Starting;
using LangSon.PovertyCli.Starting.Form;

namespace LangSon.PovertyCli.Tests.Starting.Form;

/// <summary>The Excel form: what a commune may type, and what it is told.</summary>
public sealed class EntryFormTests
{
    private const int FirstRow = EntrySheet.Header + 1;
    private const int LastRow = EntrySheet.Header + EntrySheet.Rows;

    /// <summary>A year of every standard, and both languages.</summary>
    public static TheoryData<int, Language> Forms => new()
    {
        { 2021, Language.Vietnamese }, { 2023, Language.Vietnamese }, { 2023, Language.English }, { 2027, Language.Vietnamese }, { 2028, Language.English },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_package_is_valid(int year, Language language)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes(year, language)), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_has_a_sheet_to_fill_in_a_guide_and_the_lists_all_protected(int year, Language language)
    {
        using var book = Open(year, language);
        Assert.Equal(new[] { EntrySheet.Name, FormGuide.Name, FormLists.Name }.Select(name => name.In(language)), book.Worksheets.Select(sheet => sheet.Name));
        Assert.All(book.Worksheets, sheet => Assert.True(sheet.Protection.IsProtected));
        var entry = book.Worksheet(1);
        Assert.Equal((EntrySheet.Header, 2), (entry.SheetView.SplitRow, entry.SheetView.SplitColumn));
        Assert.Equal((XLPaperSize.A4Paper, XLPageOrientation.Landscape), (entry.PageSetup.PaperSize, entry.PageSetup.PageOrientation));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Headers_are_locked_and_every_cell_to_fill_in_is_open(int year, Language language)
    {
        using var book = Open(year, language);
        var sheet = book.Worksheet(1);
        foreach (var (i, column) in Columns(year).Index())
        {
            Assert.Equal(column.Title.In(language), sheet.Cell(EntrySheet.Header, i + 1).GetString());
            Assert.True(sheet.Cell(EntrySheet.Header, i + 1).Style.Protection.Locked);
            Assert.All(new[] { FirstRow, LastRow }, row => Assert.False(sheet.Cell(row, i + 1).Style.Protection.Locked, column.Name));
        }
        Assert.True(sheet.Cell(LastRow + 1, 1).Style.Protection.Locked);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_column_has_a_rule_with_a_hint_and_a_complaint(int year, Language language)
    {
        using var book = Open(year, language);
        var sheet = book.Worksheet(1);
        foreach (var (i, column) in Columns(year).Index())
        {
            var rule = Rule(sheet, i + 1);
            Assert.Equal(XLErrorStyle.Stop, rule.ErrorStyle);
            Assert.All([rule.InputTitle, rule.ErrorTitle], title => Assert.InRange(title.Length, 1, 32));
            Assert.All([rule.InputMessage, rule.ErrorMessage], text => Assert.InRange(text.Length, 1, 255));
            Assert.Contains(rule.Ranges, range => range.Contains(sheet.Cell(LastRow, i + 1).Address.ToString()));
            if (column.Column.Kind == ValueKind.Word) Assert.Equal(XLAllowedValues.List, rule.AllowedValues);
        }
    }

    [Theory]
    [InlineData("household_size", XLAllowedValues.WholeNumber, "1", "30")]
    [InlineData("income_per_capita", XLAllowedValues.Decimal, "0", "")]
    [InlineData("head_birth_year", XLAllowedValues.WholeNumber, "1900", "2023")]
    [InlineData("commune_code", XLAllowedValues.List, "'Danh mục'!$A$5:$A$204", "")]
    [InlineData("commune_name", XLAllowedValues.List, "INDEX('Danh mục'!$B$5:$B$204,MATCH($B6,'Danh mục'!$A$5:$A$204,0))", "")]
    [InlineData("household_id", XLAllowedValues.Custom, "COUNTIF($A$6:$A$305,A6)=1", "")]
    public void A_value_outside_its_bounds_is_refused(string column, XLAllowedValues kind, string least, string most)
    {
        using var book = Open(2023, Language.Vietnamese);
        var rule = Rule(book.Worksheet(1), Columns(2023).Index().Single(item => item.Item.Name == column).Index + 1);
        Assert.Equal(kind, rule.AllowedValues);
        Assert.Equal((least, most), (rule.Value.Length > 0 ? rule.Value : rule.MinValue, rule.MaxValue));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_can_be_chosen_stands_on_the_lists_and_is_understood(int year, Language language)
    {
        using var book = Open(year, language);
        var columns = Columns(year);
        foreach (var (i, column) in columns.Index().Where(item => item.Item.Choices.Count > 0))
        {
            var range = Rule(book.Worksheet(1), i + 1).Value.Split('!')[1];
            var words = book.Worksheet(FormLists.Name.In(language)).Range(range).Cells().Select(cell => cell.GetString()).ToArray();
            Assert.Equal(column.Choices.Select(choice => choice.Label.In(language)), words);
            // An indicator's words are those of columns.csv; all others the program knows itself.
            if (column.Values(language).Length > 0) Assert.All(words, word => Assert.Contains($"{word}=", column.Values(language), StringComparison.Ordinal));
            else Assert.Equal(column.Choices.Select(choice => choice.Canonical), words.Select(word => Meaning(column.Column.Words!, word)));
        }
        var codes = book.Worksheet(FormLists.Name.In(language)).Column(1).CellsUsed().Select(cell => cell.GetString()).Skip(3);
        Assert.Equal(Review.Of(year)!.Now.AllCommunes.Select(area => area.Code), codes);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_guide_explains_every_column(int year, Language language)
    {
        using var book = Open(year, language);
        var guide = book.Worksheet(FormGuide.Name.In(language));
        var rows = guide.RowsUsed().ToDictionary(row => row.Cell(1).GetString(), row => row.Cell(2).GetString());
        Assert.All(Columns(year), column => Assert.Equal(column.Explanation.In(language), rows[column.Title.In(language)]));
    }

    [Fact]
    public void No_column_asks_for_a_person() => Assert.DoesNotContain(Columns(2023), column => column.Column.IsPersonal);

    [Fact]
    public void Two_writes_give_the_same_bytes() => Assert.Equal(Bytes(2023, Language.Vietnamese), Bytes(2023, Language.Vietnamese));

    private static string? Meaning(string list, string word) =>
        WordLists.All[list].FirstOrDefault(meaning => meaning.Words.Select(Folding.Key).Contains(Folding.Key(word)))?.Name;

    private static IXLDataValidation Rule(IXLWorksheet sheet, int column) =>
        sheet.DataValidations.Single(rule => rule.Ranges.Any(range => range.Contains(sheet.Cell(FirstRow, column).Address.ToString())));

    private static IReadOnlyList<FormColumn> Columns(int year) => FormColumn.Of(Review.Of(year)!.Now.Law);

    private static byte[] Bytes(int year, Language language) => EntryForm.Of(Review.Of(year)!, Review.Of(year)!.Now, language);

    private static XLWorkbook Open(int year, Language language) => new(new MemoryStream(Bytes(year, language)));
}
