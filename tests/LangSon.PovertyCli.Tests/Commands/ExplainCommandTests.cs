using System.Text.Json;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>What the program answers to why.</summary>
public sealed class ExplainCommandTests
{
    private const string Small = "tests/LangSon.PovertyCli.Tests/Golden/small";

    [Theory]
    [InlineData("poor", "A2 --round 2022")]
    [InlineData("near-poor", "A4 --round 2022")]
    [InlineData("undetermined-answer", "A5 --round 2022")]
    [InlineData("undetermined-income", "B4 --round 2023")]
    [InlineData("rejected", "X2")]
    [InlineData("copies", "C5 --round 2022")]
    [InlineData("commune-rate", "--area 90001 --measure poor_rate --round 2022")]
    [InlineData("province-count", "--area 90 --measure near_poor --round 2023")]
    public async Task The_answer_is_as_approved_in_both_languages(string name, string question)
    {
        foreach (var language in new[] { "vi", "en" })
        {
            var outcome = await Binary.RunAsync(["explain", Small, .. question.Split(' '), "--lang", language], Repository.Root);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            Assert.All(outcome.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
            Repository.Same($"{Small}/expected/explain/{name}.{language}.txt", outcome.Output);
        }
    }

    [Theory]
    [InlineData("ZZ9", 2, "không có hộ nào mang mã ZZ9.")]
    [InlineData("A22", 2, "không có hộ nào mang mã A22; có phải là A2?")]
    [InlineData("N1 --round 2022", 2, "hộ N1 không có trong kỳ 2022; có trong kỳ 2023")]
    [InlineData("A1 --round 2021", 2, "không có kỳ nào tên \"2021\"; có các kỳ 2022, 2023")]
    [InlineData("A1 --area 90", 2, "hãy hỏi hoặc về hộ A1, hoặc về một số liệu (--area), không cả hai cùng lúc")]
    [InlineData("--area 90", 2, "--area cần có --measure, như --measure poor_rate")]
    [InlineData("--area 90 --measure poor_rat --round 2022", 2, "kỳ 2022 không có số liệu nào tên poor_rat; có phải là poor_rate?")]
    [InlineData("--area 9001 --measure poor_rate --round 2022", 2, "kỳ 2022 không có đơn vị nào mang mã 9001; có phải là 90001?")]
    [InlineData("--area 90 --measure poor_rate", 2, "hãy nêu một kỳ bằng --round, trong các kỳ 2022, 2023")]
    [InlineData("--area 90 --measure poor --round 2022 --group minority=ye", 2, "không có nhóm hộ nào tên minority=ye; có: all, ")]
    public async Task A_question_that_cannot_be_answered_is_told_why(string question, int exit, string expected)
    {
        var outcome = await Binary.RunAsync(["explain", Small, .. question.Split(' ')], Repository.Root);
        Assert.Equal((exit, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"poverty: {expected}", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_the_whole_explanation()
    {
        var outcome = await Binary.RunAsync(["explain", Small, "A2", "--format", "json"], Repository.Root);
        using var json = JsonDocument.Parse(outcome.Output);
        Repository.Same($"{Small}/expected/explain/poor.json", outcome.Output);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    [Fact]
    public async Task The_trace_of_a_figure_as_csv_has_every_row_of_the_numerator()
    {
        var outcome = await Binary.RunAsync(["explain", "samples/lang-son", "--area", "district:184", "--measure", "poor_rate", "--round", "2023", "--format", "csv"], Repository.Root);
        // 54 poor households, as results.csv has them; on the screen twenty would be shown.
        Assert.Equal(1 + 54, outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public async Task No_name_or_number_of_a_person_is_shown()
    {
        using var folder = new TemporaryFolder();
        folder.Write("h.csv", "household_id,commune_code,head_name,citizen_id,phone,address,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + "H1,06040,Nông Văn Thử,020000000001,0900000000,Thôn Thử,4,1000000,1,1,1,0,0,0,0,0,0,0,0,0\n");
        foreach (var format in new[] { "table", "csv", "json" })
        {
            var outcome = await Binary.RunAsync(["explain", "--round", "2023=h.csv", "H1", "--format", format], folder.Path);
            Assert.Equal(0, outcome.ExitCode);
            foreach (var secret in new[] { "Nông Văn", "020000000001", "0900000000", "Thôn Thử" }) Assert.DoesNotContain(secret, outcome.Output, StringComparison.Ordinal);
        }
    }
}
