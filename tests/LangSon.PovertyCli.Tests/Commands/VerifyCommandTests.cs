namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>Whoever verifies a run is told of every file that is no longer what it was.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly SmallProvince _province = new();

    /// <inheritdoc/>
    public void Dispose() => _province.Dispose();

    [Fact]
    public async Task A_run_as_it_was_is_verified_from_any_folder()
    {
        await _province.RunAsync("years/out");
        await _province.ApproveAsync("years/out", day: "2023-12-20");
        var here = await _province.PovertyAsync("verify", "years/out");
        Assert.Equal((0, "years/out: 3 tệp đầu vào và 6 tệp kết quả còn nguyên vẹn; kết quả đã phê duyệt không bị sửa.\n"), (here.ExitCode, here.Output));
        var there = await Binary.RunAsync(["verify", "out", "--format", "csv"], _province["years"]);
        Assert.Equal(0, there.ExitCode);
        Assert.Equal(
        [
            "path,kind,state", "data/2022.csv,input,unchanged", "data/2023.csv,input,unchanged", "data/areas.csv,input,unchanged",
            "changes.csv,output,unchanged", "findings.csv,output,unchanged", "rejected.csv,output,unchanged", "results.csv,output,unchanged",
            "targets.csv,output,unchanged", "transitions.csv,output,unchanged",
            "approval.json,approval,unchanged", "official.csv,approval,unchanged", "run.json,approval,unchanged",
        ], there.Output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_was_changed_removed_and_added_is_named()
    {
        await _province.RunAsync("out");
        await _province.ApproveAsync("out", day: "2023-12-20");
        File.AppendAllText(_province["out/official.csv"], "approved\n");
        File.AppendAllText(_province["out/results.csv"], "2023\n");
        File.Delete(_province["out/targets.csv"]);
        File.WriteAllText(_province["out/notes.txt"], "mine");
        File.AppendAllText(_province["data/2022.csv"], "x");
        File.Delete(_province["data/2023.csv"]);
        var outcome = await _province.PovertyAsync("verify", "out", "--format", "csv");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            ["data/2022.csv,input,changed", "data/2023.csv,input,missing", "notes.txt,output,extra", "official.csv,approval,changed", "results.csv,output,changed", "targets.csv,output,missing"],
            outcome.Output.TrimEnd().Split('\n').Skip(1).Where(line => !line.EndsWith("unchanged", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var screen = await _province.PovertyAsync("verify", "out", "--lang", "en");
        Assert.Contains("out: 6 files not as of the run.", screen.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("changes.csv", screen.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run.json", "approval.json", "run.json")]
    [InlineData("approval.json", "approval.json", "approval.json")]
    public async Task An_approval_holds_its_own_record_and_that_of_the_run(string touched, string kept, string named)
    {
        await _province.RunAsync("out");
        await _province.ApproveAsync("out", day: "2023-12-20");
        Assert.True(File.Exists(_province[$"out/{kept}"]));
        File.WriteAllText(_province[$"out/{touched}"], touched == "run.json" ? File.ReadAllText(_province["out/run.json"]) + "\n" : "{ }");
        var outcome = await _province.PovertyAsync("verify", "out", "--format", "csv");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{named},approval,changed", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data", "data is no output folder of poverty run: it has no run.json")]
    [InlineData("foreign", "foreign/run.json was not written by this program")]
    public async Task Another_folder_is_no_run(string folder, string reason)
    {
        _province.Write("foreign/run.json", "{ \"tool\": \"other\" }");
        var outcome = await _province.PovertyAsync("verify", folder, "--lang", "en");
        Assert.Equal((2, $"poverty: {reason}\n"), (outcome.ExitCode, outcome.Error));
    }
}
