using LangSon.Poverty.Text;
using LangSon.PovertyCli.Starting;

namespace LangSon.PovertyCli.Tests.Starting;

/// <summary>poverty init through the real program: the first five minutes of somebody new.</summary>
public sealed class InitCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2023", "vi", "0 phát hiện.", "Chỉ tiêu: đạt 9")]
    [InlineData("2023", "en", "0 findings.", "Targets: met 9")]
    [InlineData("2026", "vi", "0 phát hiện.", "Chỉ tiêu: đạt 7")]
    [InlineData("2027", "en", "0 findings.", "Targets: met 2")]
    public async Task The_folder_validates_and_runs_at_once(string year, string language, string findings, string targets)
    {
        Outcome[] outcomes =
        [
            await RunAsync("init", "x", "--year", year, "--lang", language),
            await RunAsync("validate", "x", "--lang", language, "--fail-on", "warn"),
            await RunAsync("run", "x", "--lang", language, "--fail-on", "warn"),
        ];
        Assert.All(outcomes, outcome => Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error)));
        Assert.Contains("  poverty run x", outcomes[0].Output, StringComparison.Ordinal);
        Assert.Contains(findings, outcomes[1].Output, StringComparison.Ordinal);
        Assert.Contains(targets + "\n", outcomes[2].Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/summary.xlsx"]));
    }

    [Fact]
    public async Task A_folder_with_anything_in_it_is_left_alone_unless_forced_and_then_only_its_own_files_change()
    {
        _folder.Write("x/mine.txt", "mine");
        _folder.Write("x/poverty.json", "old");
        var refused = await RunAsync("init", "x", "--year", "2023");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("--force", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["mine.txt", "poverty.json"], Names("x"));

        Assert.Equal(0, (await RunAsync("init", "x", "--year", "2023", "--force")).ExitCode);
        Assert.Equal("mine", File.ReadAllText(_folder["x/mine.txt"]));
        Assert.NotEqual("old", File.ReadAllText(_folder["x/poverty.json"]));
        Assert.Equal(OwnFiles(2023).Append("mine.txt").Order(StringComparer.Ordinal), Names("x"));
    }

    [Fact]
    public async Task A_dry_run_lists_what_it_would_write_and_writes_nothing()
    {
        var outcome = await RunAsync("init", "x", "--year", "2027", "--dry-run", "--format", "csv");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(OwnFiles(2027), outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]));
        Assert.Empty(_folder.Entries());
    }

    [Theory]
    [InlineData("2020")]
    [InlineData("2031")]
    public async Task A_year_without_law_or_units_is_refused_with_those_that_work(string year)
    {
        var outcome = await RunAsync("init", "x", "--year", year);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("2021–2030", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(_folder.Entries());
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_refused_and_one_above_it_can_not_be_written_to()
    {
        _folder.Touch("file");
        Assert.Equal(2, (await RunAsync("init", "file", "--year", "2023")).ExitCode);
        var unwritable = await RunAsync("init", "file/x", "--year", "2023", "--lang", "en");
        Assert.Equal((5, ""), (unwritable.ExitCode, unwritable.Output));
        Assert.StartsWith("poverty: cannot write file/x: ", Assert.Single(unwritable.ErrorLines), StringComparison.Ordinal);
    }

    private static IEnumerable<string> OwnFiles(int year) => StartingFolder.Files(Review.Of(year)!, Language.Vietnamese).Select(file => file.Name);

    private string[] Names(string folder) => [.. Directory.EnumerateFileSystemEntries(_folder[folder]).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    private Task<Outcome> RunAsync(params string[] arguments) => Binary.RunAsync(arguments, _folder.Path);
}
