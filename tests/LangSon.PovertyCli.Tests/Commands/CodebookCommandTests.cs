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
        Assert.All(columns.Where(row => row["required"] != "by-standard"), row => Assert.All(["title_vi", "title_en", "meaning_vi", "meaning_en"], key => Assert.False(string.IsNullOrEmpty(row[key]))));
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

    [Fact]
    public async Task It_lists_every_word_that_is_understood()
    {
        var words = (await RowsAsync("codebook")).Where(row => row["section"] == "word").ToLookup(row => row["list"], row => (row["name"], row["words"]));
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
        Assert.All(SurveyColumns.Households.All, column => Assert.Contains($"\n{column.Name} ", outcome.Output, StringComparison.Ordinal));
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
