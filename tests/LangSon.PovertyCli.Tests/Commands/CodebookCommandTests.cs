using System.Text.Json;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Tests.Commands;

public sealed class CodebookCommandTests
{
    [Fact]
    public async Task It_lists_every_column_once_with_its_meaning_in_both_languages()
    {
        var rows = await RowsAsync("codebook");
        var columns = rows.Where(row => row["section"] == "column" && row["table"] == "households").ToArray();
        Assert.Equal(SurveyColumns.Households.All.Select(column => column.Name), columns.Select(row => row["name"]));
        var members = rows.Where(row => row["section"] == "column" && row["table"] == "members").ToArray();
        Assert.Equal(SurveyColumns.Members.All.Select(column => column.Name), members.Select(row => row["name"]));
        Assert.All(columns.Concat(members).Where(row => row["required"] != "by-standard"), row => Assert.All(["title_vi", "title_en", "meaning_vi", "meaning_en"], key => Assert.False(string.IsNullOrEmpty(row[key]))));
        Assert.Equal(["name"], members.Where(row => row["personal"] == "true").Select(row => row["name"]));
        var height = members.Single(row => row["name"] == "height_for_age");
        Assert.Equal(("number", "-10", "10", "độ lệch chuẩn", "false"), (height["kind"], height["least"], height["most"], height["unit_vi"], height["personal"]));
        var size = columns.Single(row => row["name"] == "household_size");
        Assert.Equal(("whole", "1", "30", "always"), (size["kind"], size["least"], size["most"], size["required"]));
        Assert.All(TableForm.All, form => Assert.Equal(form.Columns.Select(column => column.Name), rows.Where(row => row["section"] == "column" && row["table"] == form.Name).Select(row => row["name"])));
    }

    [Fact]
    public async Task It_lists_every_indicator_of_every_standard_with_its_rule_and_source()
    {
        var rows = (await RowsAsync("codebook")).Where(row => row["section"] == "indicator").ToArray();
        Assert.Equal(StandardLibrary.BuiltIn.SelectMany(standard => standard.Indicators.Select(indicator => (standard.Id, indicator.Id, indicator.Rule.Vi, indicator.Rule.En))),
            rows.Select(row => (row["standard"]!, row["name"]!, row["meaning_vi"]!, row["meaning_en"]!)));
        Assert.All(rows, row => Assert.False(string.IsNullOrEmpty(row["source"])));
    }

    [Theory]
    [InlineData("households", "floor_area", "vn-2016:housing_area|vn-2022:housing_area|vn-2027:housing_area")]
    [InlineData("households", "house_type", "vn-2016:housing_quality")]
    [InlineData("households", "village", "")]
    [InlineData("members", "stunted", "vn-2022:nutrition|vn-2027:nutrition")]
    [InlineData("members", "height_for_age", "vn-2022:nutrition|vn-2027:nutrition")]
    [InlineData("members", "disabled", "vn-2022:dependents|vn-2027:dependents")]
    [InlineData("households", "disabled", "")]
    public async Task It_says_which_indicators_ask_for_an_answer(string table, string column, string indicators) =>
        Assert.Equal(indicators, (await RowsAsync("codebook")).Single(row => row["table"] == table && row["name"] == column && row["section"] == "column")["asked_by"] ?? "");

    [Fact]
    public async Task Any_way_to_tell_an_age_answers_what_asks_for_it()
    {
        var rows = (await RowsAsync("codebook", "--standard", "vn-2022")).Where(row => row["table"] == "members").ToDictionary(row => row["name"]!, row => row["asked_by"]);
        Assert.Equal("vn-2022:employment|vn-2022:dependents|vn-2022:nutrition|vn-2022:health_insurance|vn-2022:adult_education|vn-2022:child_schooling", rows["birth_date"]);
        Assert.All(["birth_year", "age"], name => Assert.Equal(rows["birth_date"], rows[name]));
    }

    [Fact]
    public async Task It_lists_every_word_that_is_understood_with_its_labels()
    {
        var rows = (await RowsAsync("codebook")).Where(row => row["section"] == "word").ToArray();
        Assert.Equal(WordLists.All.SelectMany(list => list.Value.Select(meaning => ((string?)list.Key, (string?)meaning.Label.Vi, (string?)meaning.Label.En))), rows.Select(row => (row["list"], row["title_vi"], row["title_en"])));
        var words = rows.ToLookup(row => row["list"], row => (row["name"], row["words"]));
        Assert.All(WordLists.All, list => Assert.Equal(list.Value.Select(meaning => ((string?)meaning.Name, (string?)string.Join('|', meaning.Words))), words[list.Key]));
    }

    [Theory]
    [InlineData("vn-2016", "health_service", "waste")]
    [InlineData("vn-2027", "waste", "health_service")]
    public async Task One_standard_leaves_out_the_indicators_of_the_others(string standard, string has, string lacks)
    {
        var names = (await RowsAsync("codebook", "--standard", standard)).Select(row => row["name"]).ToArray();
        Assert.Equal(2, names.Count(name => name == has));
        Assert.DoesNotContain(lacks, names);
    }

    [Theory]
    [InlineData("vi", "Bảng hộ: mỗi dòng một hộ:")]
    [InlineData("en", "Household table: a row a household:")]
    public async Task It_can_be_read_in_a_plain_terminal(string language, string title)
    {
        var outcome = await Binary.RunAsync("codebook", "--lang", language);
        Assert.StartsWith(title, outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n').Where(line => !line.EndsWith(':')), line => Assert.InRange(DisplayWidth.Of(line), 0, 80));
        Assert.All(SurveyColumns.Households.All.Concat(SurveyColumns.Members.All), column => Assert.Contains($"\n{column.Name} ", outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_standard_is_refused_with_the_one_that_was_probably_meant()
    {
        var outcome = await Binary.RunAsync("codebook", "--standard", "vn-2023", "--lang", "en");
        Assert.Equal((2, "", "poverty: There is no standard \"vn-2023\"; did you mean vn-2022?\n"), (outcome.ExitCode, outcome.Output, outcome.Error));
    }

    private static async Task<Dictionary<string, string?>[]> RowsAsync(params string[] arguments)
    {
        var outcome = await Binary.RunAsync([.. arguments, "--format", "json"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        using var document = JsonDocument.Parse(outcome.Output);
        return [.. document.RootElement.EnumerateArray().Select(row => row.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.ValueKind == JsonValueKind.Null ? null : cell.Value.ToString()))];
    }
}
