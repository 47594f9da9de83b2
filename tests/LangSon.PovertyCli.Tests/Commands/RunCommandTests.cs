using System.Diagnostics;
using System.Text.Json;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>The main job through the real program: what it writes, and how it ends.</summary>
public sealed class RunCommandTests : IDisposable
{
    private static readonly string[] Tables =
        ["brief.docx", "changes.csv", "findings.csv", "rejected.csv", "results.csv", "run.json", "summary.xlsx", "targets.csv", "transitions.csv"];

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sample_ends_with_3_and_writes_every_table_together()
    {
        var outcome = await RunAsync("run", Sample("lang-son"), "--out", "out");
        Assert.Equal((3, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(Tables, Directory.GetFiles(At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(At("out/run.json")));
        var rows = json.RootElement.GetProperty("rows");
        Assert.Equal(rows.GetProperty("read").GetInt64(),
            rows.GetProperty("accepted").GetInt64() + rows.GetProperty("rejected").GetInt64() + rows.GetProperty("blank").GetInt64());
        Assert.Equal(3, json.RootElement.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task The_screen_fits_eighty_columns_and_begins_with_the_verdicts()
    {
        var outcome = await RunAsync("run", Sample("lang-son"), "--out", "out", "--no-workbook");
        var lines = outcome.Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(DisplayWidth.Of(line), 0, 80));
        Assert.StartsWith("Chỉ tiêu", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_counts_give_the_published_rates_and_end_with_0()
    {
        var outcome = await RunAsync("run", Sample("published"), "--out", "out", "--no-workbook");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("2,32", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("6,80", outcome.Output, StringComparison.Ordinal);
        var mdp = (await File.ReadAllLinesAsync(At("out/results.csv"))).Single(line => line.Contains(",province,20,", StringComparison.Ordinal) && line.Contains(",mdp_rate,", StringComparison.Ordinal));
        Assert.StartsWith("9.12", mdp.Split(',')[10], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_row_ends_with_1_and_everything_is_written()
    {
        Write("h.csv", new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "X", "0", "non").ToString());
        var outcome = await RunAsync("run", "--areas", "data", "--round", "2023=h.csv", "--out", "out", "--no-workbook");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, (await File.ReadAllLinesAsync(At("out/rejected.csv"))).Length);
        Assert.Equal(0, (await RunAsync("run", "--areas", "data", "--round", "2023=h.csv", "--out", "out", "--no-workbook", "--fail-on", "never")).ExitCode);
    }

    [Fact]
    public async Task A_wrong_run_file_ends_with_2_and_names_the_line()
    {
        Write("poverty.json", "{\n  \"areas\": \"data\",\n  \"round\": []\n}\n");
        var outcome = await RunAsync("run", "--out", "out");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("poverty.json:3", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("rounds", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("out")));
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_never_replaced()
    {
        Write("out/precious.txt", "mine");
        var outcome = await RunAsync("run", Sample("published"), "--out", "out", "--force");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(At("out/precious.txt")));
    }

    [Fact]
    public async Task Files_that_cannot_be_used_end_with_4_all_of_them_named_and_the_old_output_stands()
    {
        Write("good.csv", new HouseholdTable().Add("A", "X", "4", "poor").ToString());
        Assert.Equal(0, (await RunAsync("run", "--areas", "data", "--round", "2023=good.csv", "--out", "out", "--no-workbook")).ExitCode);
        var before = await File.ReadAllBytesAsync(At("out/results.csv"));
        Write("a.csv", "household_id,commune_code\n1,X\n");
        Write("b.csv", "PK\u0003\u0004 this is no table");
        var outcome = await RunAsync("run", "--areas", "data", "--round", "2022=a.csv", "--round", "2023=b.csv", "--out", "out", "--no-workbook");
        Assert.Equal(4, outcome.ExitCode);
        Assert.Contains(outcome.ErrorLines, line => line.Contains("a.csv", StringComparison.Ordinal) && line.Contains("PV1032", StringComparison.Ordinal));
        Assert.Contains(outcome.ErrorLines, line => line.Contains("b.csv", StringComparison.Ordinal));
        Assert.Equal(before, await File.ReadAllBytesAsync(At("out/results.csv")));
        Assert.True(File.Exists(At("out.failed.json")));
    }

    [Fact]
    public async Task Two_missing_files_are_both_named_with_4()
    {
        var outcome = await RunAsync("run", "--areas", "data", "--round", "2022=one.csv", "--round", "2023=two.csv", "--out", "out");
        Assert.Equal(4, outcome.ExitCode);
        Assert.Contains("one.csv", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("two.csv", outcome.Error, StringComparison.Ordinal);
        using var note = JsonDocument.Parse(await File.ReadAllTextAsync(At("out.failed.json")));
        Assert.Equal(4, note.RootElement.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task A_dry_run_leaves_no_note_of_what_is_missing()
    {
        Assert.Equal(4, (await RunAsync("run", "--areas", "data", "--round", "2022=one.csv", "--out", "out", "--dry-run")).ExitCode);
        Assert.False(File.Exists(At("out.failed.json")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_ends_with_5_before_anything_is_computed()
    {
        Write("file", "");
        var outcome = await RunAsync("run", Sample("published"), "--out", "file/out");
        Assert.Equal(5, outcome.ExitCode);
        Assert.Single(outcome.ErrorLines);
    }

    [Fact]
    public async Task A_folder_that_another_run_writes_ends_with_6()
    {
        using var held = FolderLock.Take(At(".out.lock"), "out", TimeSpan.Zero, CancellationToken.None);
        var outcome = await RunAsync("run", Sample("published"), "--out", "out");
        Assert.Equal(6, outcome.ExitCode);
        Assert.Single(outcome.ErrorLines);
    }

    [Fact]
    public async Task A_review_list_without_its_register_has_counts_and_its_targets_end_with_7()
    {
        var sample = Path.Combine(Repository.Root, "samples/lang-son-review");
        foreach (var file in Directory.GetFiles(sample)) File.Copy(file, At(Path.GetFileName(file)));
        var plan = await File.ReadAllTextAsync(At("poverty.json"));
        Write("poverty.json", plan.Replace("\"register\": \"register-2022.csv\",", "", StringComparison.Ordinal).Replace("\"register\": \"register-2023.csv\",", "", StringComparison.Ordinal));
        var outcome = await RunAsync("check", ".", "--format", "json");
        Assert.Equal(7, outcome.ExitCode);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Contains(json.RootElement.EnumerateArray(), target => target.GetProperty("verdict").GetString() == "not-measurable");
        Assert.Equal(7, (await RunAsync("run", ".", "--out", "out", "--no-workbook")).ExitCode);
        var lines = await File.ReadAllLinesAsync(At("out/results.csv"));
        Assert.Equal("535", Field(lines, "2022", "poor"));
        Assert.Equal("", Field(lines, "2022", "poor_rate"));
    }

    [Theory]
    [InlineData("-INT", 130)]
    [InlineData("-TERM", 143)]
    public async Task An_interrupted_program_ends_within_two_seconds_with_its_signal(string signal, int exit)
    {
        if (OperatingSystem.IsWindows()) return;
        Write("big.csv", new HouseholdTable().ToString() + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"H{i},X,rural,4,1000000,0,0,0,0,0,0,0,0,0,0,0,0,Kinh,,,\n")));
        using var process = Binary.Start(["run", "--areas", "data", "--round", "2023=big.csv", "--out", "out"], _folder.Path);
        // The temporary folder tells that the run has begun.
        while (!process.HasExited && Directory.GetDirectories(_folder.Path, ".out.tmp-*").Length == 0) await Task.Delay(5);
        var clock = Stopwatch.StartNew();
        await Process.Start("kill", [signal, $"{process.Id}"])!.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(exit, process.ExitCode);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        Assert.False(Directory.Exists(At("out")));
    }

    [Fact]
    public async Task A_dry_run_judges_and_writes_nothing()
    {
        var outcome = await RunAsync("run", Sample("lang-son"), "--out", "out", "--dry-run");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Standard_input_is_read_like_a_file()
    {
        var table = new HouseholdTable().Add("A", "X", "4", "poor").Add("A", "X", "4", "poor").ToString();
        var outcome = await Binary.RunAsync(["classify", "--areas", "data", "--year", "2023", "-"], _folder.Path, stdin: table);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("A,X,2023,vn-2022,poor,1000000,1500000,3,30,", outcome.Output, StringComparison.Ordinal);
    }

    private static string Field(string[] lines, string round, string measure)
    {
        var at = Array.IndexOf(lines[0].Split(','), "value");
        return lines.Single(line => line.StartsWith($"{round},", StringComparison.Ordinal) && line.Contains($",province,20,Tỉnh Lạng Sơn,all,{measure},", StringComparison.Ordinal)).Split(',')[at];
    }

    private static string Sample(string name) => Path.Combine(Repository.Root, "samples", name);

    private string At(string name) => _folder[name];

    private void Write(string name, string text) => _folder.Write(name, text);

    private Task<Outcome> RunAsync(params string[] arguments) => Binary.RunAsync(arguments, _folder.Path);
}
