using System.Text.Json;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>Sending files back to communes through the real program.</summary>
public sealed class ReturnCommandTests : IDisposable
{
    private const string Header = "household_id,commune_code,head_name,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n";
    private const string Flags = ",900000,1,1,1,1,1,1,1,1,1,1,1,1\n";

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Workbooks_with_names_are_for_their_owner_alone_and_no_name_is_told()
    {
        Write("a.csv", "A,06040,Hoàng Văn An,0" + Flags, "B,06043,Nông Thị Bé,4" + Flags);
        Write("b.csv", "C,06040,Lý Văn Cao,14" + Flags);
        var outcome = await ReturnAsync();
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["06040-2.xlsx", "06040.xlsx", "run.json"], Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var path in Directory.GetFiles(_folder["out"], "*.xlsx"))
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var json = await File.ReadAllTextAsync(_folder["out/run.json"]);
        foreach (var shown in new[] { outcome.Output, outcome.Error, json }) Assert.DoesNotMatch("Hoàng Văn An|Nông|Lý Văn", shown);
        Assert.All(outcome.Output.Split('\n'), line => Assert.InRange(DisplayWidth.Of(line), 0, 80));
        using var run = JsonDocument.Parse(json);
        Assert.Equal((1, 2), (run.RootElement.GetProperty("exitCode").GetInt32(), run.RootElement.GetProperty("outputs").GetArrayLength()));
        // A former set of ours is replaced as a whole; a set without errors ends with 0.
        Write("a.csv", "A,06040,Hoàng Văn An,14" + Flags);
        Assert.Equal((0, 2), ((await ReturnAsync()).ExitCode, Directory.GetFiles(_folder["out"], "*.xlsx").Length));
        Assert.Equal(1, (await ReturnAsync("--fail-on", "warn")).ExitCode);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_named_and_does_not_stop_the_others()
    {
        Write("a.csv", "A,06040,x,0" + Flags);
        File.WriteAllText(_folder["b.csv"], "không phải bảng\n");
        File.WriteAllText(_folder["c.csv"], Header + "C,06043,\"x,4" + Flags);
        var outcome = await ReturnAsync();
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("b.csv", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("c.csv", outcome.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/06040.xlsx"]));
        File.Delete(_folder["a.csv"]);
        Assert.Equal(4, (await ReturnAsync()).ExitCode);
        Assert.True(File.Exists(_folder["out/06040.xlsx"]));
    }

    [Fact]
    public async Task Nothing_to_return_ends_with_0_and_dry_runs_write_nothing()
    {
        Write("a.csv", "A,06040,x,0" + Flags);
        var dry = await ReturnAsync("--dry-run", "--format", "csv");
        Assert.Equal((1, "unit,unit_name,file,rows,errors,warnings,workbook\n06040,Xã Đại Đồng,a.csv,1,1,0,06040.xlsx\n"), (dry.ExitCode, dry.Output));
        Assert.False(Directory.Exists(_folder["out"]));
        Write("a.csv", "A,06040,x,4" + Flags);
        var outcome = await ReturnAsync();
        Assert.Equal((0, "Không có gì phải trả lại.\n"), (outcome.ExitCode, outcome.Output));
        Assert.Equal(["run.json"], Directory.GetFiles(_folder["out"]).Select(Path.GetFileName));
        Assert.Equal(2, (await Binary.RunAsync(["return", "."], _folder.Path)).ExitCode);
        Assert.Equal(2, (await ReturnAsync("--round", "1999")).ExitCode);
    }

    private void Write(string name, params string[] rows) => File.WriteAllText(_folder[name], Header + string.Concat(rows));

    private Task<Outcome> ReturnAsync(params string[] more)
    {
        File.WriteAllText(_folder["poverty.json"], """{ "findings": { "PV8001": "off" }, "rounds": [{ "year": 2023, "households": ["*.csv"] }] }""");
        return Binary.RunAsync(["return", ".", "--out", "out", .. more], _folder.Path);
    }
}
