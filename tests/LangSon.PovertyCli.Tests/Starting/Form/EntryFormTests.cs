using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Starting;
using LangSon.PovertyCli.Starting.Form;

namespace LangSon.PovertyCli.Tests.Starting.Form;

/// <summary>The Excel form: what a commune may type, and what it is told.</summary>
public sealed class EntryFormTests
{
    private const int FirstRow = EntrySheet.FirstRow;

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
    public void It_has_sheets_for_households_and_members_a_guide_and_the_lists_all_protected(int year, Language language)
    {
        using var book = Open(year, language);
        Assert.Equal(new[] { EntrySheet.HouseholdsName, EntrySheet.MembersName, FormGuide.Name, FormLists.Name }.Select(name => name.In(language)), book.Worksheets.Select(sheet => sheet.Name));
        Assert.All(book.Worksheets, sheet => Assert.True(sheet.Protection.IsProtected));
        foreach (var entry in Entries(year))
        {
            var sheet = book.Worksheet(entry.Name.In(language));
            Assert.Equal((EntrySheet.Header, entry.Frozen), (sheet.SheetView.SplitRow, sheet.SheetView.SplitColumn));
            Assert.Equal((XLPaperSize.A4Paper, XLPageOrientation.Landscape), (sheet.PageSetup.PaperSize, sheet.PageSetup.PageOrientation));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_asks_what_the_rules_of_the_law_ask_and_no_ready_indicator(int year, Language language)
    {
        using var book = Open(year, language);
        var law = Review.Of(year)!.Now.Law;
        var indicators = law.Indicators.ToArray();
        var (households, members) = (FormColumn.OfHouseholds(law), FormColumn.OfMembers(law));
        Assert.DoesNotContain(households, column => column.Column.IsIndicator);
        Assert.All(indicators, indicator => Assert.True(indicator.DeprivedWhen!.IsAnswerable(
            column => households.Any(own => own.Column == column),
            column => members.Any(own => own.Column == column || own.Column.Flag == column.Name) || column.Name is "age" or "birth_year")));
        Assert.Contains(members, column => column.Name == "birth_date");
        // A header of either sheet is understood without a map.
        Assert.All(members, column => Assert.Equal(column.Name, SurveyColumns.Members.Find(column.Title.In(language))));
        Assert.All(households, column => Assert.Equal(column.Name, SurveyColumns.Households.Find(column.Title.In(language))));
    }

    [Fact]
    public void An_indicator_that_no_answers_tell_is_asked_by_itself()
    {
        var whole = StandardLibrary.ById("vn-2022")!;
        var law = (whole with { Indicators = [.. whole.Indicators.Select(indicator => indicator.Id == "water" ? indicator with { DeprivedWhen = null } : indicator)] }).On(Review.Of(2023)!.Now.Day);
        var names = FormColumn.OfHouseholds(law).Select(column => column.Name).ToArray();
        Assert.Contains("water", names);
        Assert.DoesNotContain("water_source", names);
        Assert.DoesNotContain("toilet", names);
        Assert.Equal("thiếu=yes;đủ=no", FormColumn.OfHouseholds(law).Single(column => column.Name == "water").Values(Language.Vietnamese));
    }

    [Theory]
    [InlineData(2021, false)]
    [InlineData(2023, true)]
    [InlineData(2027, false)]
    public void Points_are_asked_where_the_law_knows_them(int year, bool asked) =>
        Assert.Equal(asked, Entries(year)[0].Columns.Any(column => column.Name == "b2_score"));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Headers_are_locked_and_every_cell_to_fill_in_is_open(int year, Language language)
    {
        using var book = Open(year, language);
        foreach (var entry in Entries(year))
        {
            var sheet = book.Worksheet(entry.Name.In(language));
            foreach (var (i, column) in entry.Columns.Index())
            {
                Assert.Equal(column.Title.In(language), sheet.Cell(EntrySheet.Header, i + 1).GetString());
                Assert.True(sheet.Cell(EntrySheet.Header, i + 1).Style.Protection.Locked);
                Assert.All(new[] { FirstRow, entry.End - 1 }, row => Assert.False(sheet.Cell(row, i + 1).Style.Protection.Locked, column.Name));
            }
            Assert.True(sheet.Cell(entry.End, 1).Style.Protection.Locked);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_column_has_a_rule_with_a_hint_and_a_complaint(int year, Language language)
    {
        using var book = Open(year, language);
        foreach (var entry in Entries(year))
        {
            var sheet = book.Worksheet(entry.Name.In(language));
            foreach (var (i, column) in entry.Columns.Index())
            {
                var rule = Rule(sheet, i + 1);
                Assert.Equal(XLErrorStyle.Stop, rule.ErrorStyle);
                Assert.All([rule.InputTitle, rule.ErrorTitle], title => Assert.InRange(title.Length, 1, 32));
                Assert.All([rule.InputMessage, rule.ErrorMessage], text => Assert.InRange(text.Length, 1, 255));
                Assert.Contains(rule.Ranges, range => range.Contains(sheet.Cell(entry.End - 1, i + 1).Address.ToString()));
                if (column.Column.Kind is ValueKind.Word or ValueKind.Words) Assert.Equal(XLAllowedValues.List, rule.AllowedValues);
                // A cell that takes several words must not refuse the second.
                Assert.Equal(column.Column.Kind != ValueKind.Words, rule.ShowErrorMessage);
                // Excel takes no longer formula.
                Assert.InRange(rule.Value.Length, 0, 255);
            }
        }
    }

    [Theory]
    [InlineData("household_size", XLAllowedValues.WholeNumber, "1", "30")]
    [InlineData("income_per_capita", XLAllowedValues.Decimal, "0", "")]
    [InlineData("floor_area", XLAllowedValues.Decimal, "0", "10000")]
    [InlineData("b2_score", XLAllowedValues.WholeNumber, "0", "")]
    [InlineData("commune_code", XLAllowedValues.List, "'Danh mục'!$A$5:$A$204", "")]
    [InlineData("commune_name", XLAllowedValues.List, "INDEX('Danh mục'!$B$5:$B$204,MATCH($B6,'Danh mục'!$A$5:$A$204,0))", "")]
    [InlineData("household_id", XLAllowedValues.Custom, "COUNTIF($A$6:$A$305,A6)=1", "")]
    [InlineData("household_id", XLAllowedValues.List, "'Danh sách hộ'!$A$6:$A$305", "", 1)]
    [InlineData("member_no", XLAllowedValues.Custom, "COUNTIFS($A$6:$A$1505,$A6,$B$6:$B$1505,B6)=1", "", 1)]
    [InlineData("height_for_age", XLAllowedValues.Custom, "OR(M6=\"có\",M6=\"không\",AND(ISNUMBER(M6),M6>=-10,M6<=10,M6<>1))", "", 1)]
    [InlineData("birth_date", XLAllowedValues.Custom,
        "IF(LEN(E6)=4,AND(E6+0>=1903,E6+0<=2023),AND(RIGHT(E6,4)+0>=1903,RIGHT(E6,4)+0<=2023,MID(E6,FIND(\"/\",E6)+1,LEN(E6)-FIND(\"/\",E6)-5)+0<=12,LEFT(E6,FIND(\"/\",E6)-1)+0<=31))", "", 1)]
    public void A_value_outside_its_bounds_is_refused(string column, XLAllowedValues kind, string least, string most, int table = 0)
    {
        using var book = Open(2023, Language.Vietnamese);
        var entry = Entries(2023)[table];
        var rule = Rule(book.Worksheet(entry.Name.Vi), entry.Columns.Index().Single(item => item.Item.Name == column).Index + 1);
        Assert.Equal(kind, rule.AllowedValues);
        Assert.Equal((least, most), (rule.Value.Length > 0 ? rule.Value : rule.MinValue, rule.MaxValue));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_can_be_chosen_stands_on_the_lists_and_is_understood(int year, Language language)
    {
        using var book = Open(year, language);
        foreach (var entry in Entries(year))
            foreach (var (i, column) in entry.Columns.Index().Where(item => item.Item.Choices.Count > 0))
            {
                var range = Rule(book.Worksheet(entry.Name.In(language)), i + 1).Value.Split('!')[1];
                var words = book.Worksheet(FormLists.Name.In(language)).Range(range).Cells().Select(cell => cell.GetString()).ToArray();
                Assert.Equal(column.Choices.Select(choice => choice.Label.In(language)), words);
                Assert.Equal(column.Choices.Select(choice => choice.Canonical), words.Select(word => Meaning(column.Column.Words!, word)));
                // A semicolon parts words, in columns.csv an equals sign as well.
                Assert.All(words, word => Assert.DoesNotContain(word, letter => letter is ';' or '='));
            }
        var codes = book.Worksheet(FormLists.Name.In(language)).Column(1).CellsUsed().Select(cell => cell.GetString()).Skip(3);
        Assert.Equal(Review.Of(year)!.Now.AllCommunes.Select(area => area.Code), codes);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_guide_explains_every_column(int year, Language language)
    {
        using var book = Open(year, language);
        var rows = book.Worksheet(FormGuide.Name.In(language)).RowsUsed().ToLookup(row => row.Cell(1).GetString(), row => row.Cell(2).GetString());
        Assert.All(Entries(year).SelectMany(entry => entry.Columns), column => Assert.Contains(column.Explanation.In(language), rows[column.Title.In(language)]));
    }

    [Fact]
    public void No_column_asks_for_a_person() => Assert.DoesNotContain(Entries(2023).SelectMany(entry => entry.Columns), column => column.Column.IsPersonal);

    [Fact]
    public void Two_writes_give_the_same_bytes() => Assert.Equal(Bytes(2023, Language.Vietnamese), Bytes(2023, Language.Vietnamese));

    private static string? Meaning(string list, string word) =>
        WordLists.All[list].FirstOrDefault(meaning => meaning.Words.Select(Folding.Key).Contains(Folding.Key(word)))?.Name;

    private static IXLDataValidation Rule(IXLWorksheet sheet, int column) =>
        sheet.DataValidations.Single(rule => rule.Ranges.Any(range => range.Contains(sheet.Cell(FirstRow, column).Address.ToString())));

    private static EntrySheet[] Entries(int year) => [EntrySheet.OfHouseholds(Review.Of(year)!.Now), EntrySheet.OfMembers(Review.Of(year)!.Now)];

    private static byte[] Bytes(int year, Language language) => EntryForm.Of(Review.Of(year)!.Now, ExampleHouseholds.Of(Review.Of(year)!, Review.Of(year)!.Now), language);

    private static XLWorkbook Open(int year, Language language) => new(new MemoryStream(Bytes(year, language)));
}
