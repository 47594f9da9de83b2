using System.Text.Json;
using LangSon.PovertyCli.Commands;

namespace LangSon.PovertyCli.Tests.Commands;

public sealed class StandardsCommandTests
{
    [Fact]
    public void List_names_every_standard_with_its_days()
    {
        var (exit, output, _) = Run("list", "--format", "csv");
        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal(["id", "vn-2016", "vn-2022", "vn-2027"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]));
        Assert.Contains("vn-2022,2022-01-01,2026-12-31,", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_marks_what_is_unchecked_in_both_languages()
    {
        Assert.Contains("chưa kiểm", Run("show", "vn-2022").Output, StringComparison.Ordinal);
        Assert.Contains("unchecked", Run("show", "vn-2022", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_as_json_gives_each_value_with_its_source_and_days()
    {
        using var document = JsonDocument.Parse(Run("show", "vn-2016", "--format", "json").Output);
        var line = document.RootElement.EnumerateArray().Single(row =>
            row.GetProperty("id").GetString() == "poor_alone_line" && row.GetProperty("settlement").GetString() == "urban");
        Assert.Equal(900_000, line.GetProperty("value").GetDecimal());
        Assert.Equal("Quyết định 59/2015/QĐ-TTg", line.GetProperty("source").GetString());
        Assert.Equal("2021-12-31", line.GetProperty("until").GetString());
        Assert.True(line.GetProperty("checked").GetBoolean());
        Assert.Equal(10, document.RootElement.EnumerateArray().Count(row => row.GetProperty("kind").GetString() == "indicator"));
    }

    [Theory]
    [InlineData("vi", "poverty: Không có chuẩn \"vn-2023\"; có phải là vn-2022?\n")]
    [InlineData("en", "poverty: There is no standard \"vn-2023\"; did you mean vn-2022?\n")]
    public void An_unknown_id_is_a_usage_error_with_the_nearest(string language, string message) =>
        Assert.Equal((ExitCode.Usage, "", message), Run("show", "vn-2023", "--lang", language));

    [Theory]
    [InlineData("vi", "Chuẩn không xét thu nhập:", "Chất đốt (1/18)")]
    [InlineData("en", "Income is not asked about:", "Nutrition (1/6)")]
    public void Show_prints_a_file_with_its_cut_off_and_weights_as_fractions(string language, string income, string weighed)
    {
        var (exit, output, error) = Run("show", Weighed, "--lang", language);
        Assert.Equal((ExitCode.Done, ""), (exit, error));
        Assert.Contains(income, output, StringComparison.Ordinal);
        Assert.Matches(@"2019-01-01 +1/3 ", output);
        Assert.DoesNotContain("0,333", output, StringComparison.Ordinal);
        // Cells are folded to fit the screen.
        Assert.All(weighed.Split(' '), word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Show_gives_scripts_the_cut_off_and_the_weights_as_numbers()
    {
        using var document = JsonDocument.Parse(Run("show", Weighed, "--format", "json").Output);
        decimal Value(string id) => document.RootElement.EnumerateArray().Single(row => row.GetProperty("id").GetString() == id).GetProperty("value").GetDecimal();
        Assert.Equal((0.3333333333333333m, 0.16666666666666666m), (Value("poor_at_score"), Value("nutrition")));
    }

    [Fact]
    public void Show_of_a_faulty_file_names_the_first_fault()
    {
        using var folder = new TemporaryFolder();
        folder.Write("own.json", "{\n  \"titel\": {}\n}\n");
        var (exit, output, error) = Run("show", folder["own.json"], "--lang", "en");
        Assert.Equal((ExitCode.Usage, ""), (exit, output));
        Assert.StartsWith($"poverty: {folder["own.json"]}:1 $: ", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    [Fact]
    public void Check_passes_the_shipped_files()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "src/LangSon.Poverty/Standards"), "*.json"))
        {
            var (exit, output, error) = Run("check", file, "--lang", "en");
            Assert.Equal((ExitCode.Done, ""), (exit, error));
            Assert.Matches(@"^.+: vn-20\d\d has no faults; applies from \S+ to \S+, 1[02] indicators, \d+ unchecked values\.\n$", output);
        }
    }

    [Fact]
    public void Check_names_file_line_and_path_of_each_fault()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{\n  \"id\": \"x\",\n  \"titel\": {}\n}\n");
            var (exit, output, _) = Run("check", file, "--lang", "en");
            Assert.Equal(ExitCode.Usage, exit);
            Assert.Contains($"{file}:3 $.titel: unknown key \"titel\"; did you mean \"title\"?\n", output, StringComparison.Ordinal);
            using var document = JsonDocument.Parse(Run("check", file, "--format", "json").Output);
            Assert.Contains(document.RootElement.EnumerateArray(), fault => fault.GetProperty("line").GetInt32() == 3);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Check_of_a_missing_file_is_an_input_error() =>
        Assert.Equal((ExitCode.Input, "", "poverty: Cannot read no-such.json.\n"), Run("check", "no-such.json", "--lang", "en"));

    private static readonly string Weighed = Path.Combine(Repository.Root, "samples/mpi/sample-mpi.json");

    private static (ExitCode Exit, string Output, string Error) Run(params string[] arguments) => Cli.Run(StandardsCommand.Create(), arguments);
}
