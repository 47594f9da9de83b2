using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>docs/input.md says what files may look like.</summary>
public sealed class InputPageTests
{
    private const string Page = "docs/input.md";
    private const string Folder = "src/LangSon.Poverty/Survey";

    [Fact]
    public void It_lists_every_column_of_households_with_its_headers() => SameColumns(SurveyColumns.Households, "household-columns.json");

    [Fact]
    public void It_lists_every_column_of_members_with_its_headers() => SameColumns(SurveyColumns.Members, "member-columns.json");

    private static void SameColumns(SurveyColumns survey, string file)
    {
        var rows = survey.All.Select(column => new[]
        {
            $"`{column.Name}`",
            CodebookTables.Meaning(column) is { } meaning ? Both(meaning) : "chỉ số · indicator",
            Words(CodebookTables.HeadersOf(column)),
            column.IsPersonal ? "không in ra thông báo · never in messages" : "",
        });
        Pages.SameBlock(Page, $"columns of {Folder}/{file}",
            Pages.Table(["cột · column", "ý nghĩa · meaning", "tiêu đề khác · other headers", ""], rows)
            + $"\nBỏ qua, không cảnh báo · passed over in silence: {Words(survey.Ignored)}.\n"
            + $"\nDòng tổng bắt đầu bằng · rows of totals say: {Words(survey.TotalWords)}.\n");
    }

    [Fact]
    public void It_lists_the_answers_from_which_each_indicator_is_told()
    {
        var rules = StandardLibrary.BuiltIn.SelectMany(standard => standard.Indicators, (standard, indicator) => (standard.Id, Indicator: indicator)).Where(rule => rule.Indicator.DeprivedWhen is not null)
            .Select(rule => (rule.Id, rule.Indicator, Household: Asked(rule.Indicator.DeprivedWhen!, ofMembers: false), Members: Asked(rule.Indicator.DeprivedWhen!, ofMembers: true)))
            .GroupBy(rule => (rule.Indicator.Id, rule.Household, rule.Members));
        Pages.SameBlock(Page, "answers that the rules of src/LangSon.Poverty/Standards ask for", Pages.Table(
            ["chỉ số · indicator", "chuẩn · standard", "bảng hộ · household table", "bảng thành viên · member table"],
            rules.Select(rule => new[] { $"`{rule.Key.Id}`: {Both(rule.First().Indicator.Title)}", string.Join(", ", rule.Select(own => own.Id)), rule.Key.Household, rule.Key.Members })));
    }

    private static string Asked(Rule rule, bool ofMembers) => string.Join(", ", rule.Columns(ofMembers).Select(column => $"`{column.Name}`"));

    [Fact]
    public void It_lists_every_word()
    {
        var rows = WordLists.All.Where(list => list.Key != "ethnicity").SelectMany(list => list.Value.Select(meaning =>
            new[] { Both(CodebookTables.Users(list.Key)), $"`{meaning.Name}`", Words(meaning.Words) }));
        Pages.SameBlock(Page, $"words of {Folder}/words.json", Pages.Table(["cột · column", "nghĩa · meaning", "từ · words"], rows));
    }

    [Fact]
    public void It_lists_every_small_table() => Pages.SameBlock(Page, "small tables of src/LangSon.Poverty/Tables/table-forms.json",
        Pages.Table(["bảng · table", "khóa · key", "cột · column", "", "ý nghĩa · meaning"], TableForm.All.SelectMany(form => form.Columns.Select(column => new[]
        {
            column == form.Columns[0] ? $"{Both(form.Title)}: {Both(form.Use)}" : "",
            column == form.Columns[0] ? $"`{form.Key}`" : "",
            $"`{column.Name}`",
            !column.IsRequired ? "" : column.Instead.Count == 0 ? "bắt buộc · required" : Both(CodebookTables.RequiredOf(column)),
            Both(column.Meaning) + (column.Words.Count == 0 ? "" : $": {string.Join(", ", column.Words.Select(word => $"`{word}`"))}")
                + (column.Headers.Count == 0 ? "" : $" (tiêu đề khác · other headers: {Words(column.Headers)})"),
        }))));

    [Fact]
    public void It_names_every_encoding() =>
        Assert.All(TextEncodings.Names, name => Assert.Contains($"`{name}`", Pages.Read(Page), StringComparison.Ordinal));

    [Fact]
    public void It_states_the_limits_of_compressed_files()
    {
        foreach (var limit in new[] { SafetyLimits.Default.TotalBytes, SafetyLimits.Default.PartBytes })
            Assert.Equal(2, Pages.Read(Page).Split(SafetyLimits.Words(limit).En).Length - 1);
    }

    private static string Words(IEnumerable<string> words) => string.Join(" · ", words);

    private static string Both(Phrase phrase) => phrase.Vi == phrase.En ? phrase.Vi : $"{phrase.Vi} · {phrase.En}";
}
