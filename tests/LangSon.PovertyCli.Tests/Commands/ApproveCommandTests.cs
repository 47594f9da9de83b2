using System.Security.Cryptography;
using System.Text.Json;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>A run is approved as it was written, once, and never replaced afterwards.</summary>
public sealed class ApproveCommandTests : IDisposable
{
    private static readonly string[] Decision = ["--decision", "2145/QĐ-UBND", "--date", "2023-12-20"];
    private readonly SmallProvince _province = new();

    /// <inheritdoc/>
    public void Dispose() => _province.Dispose();

    [Fact]
    public async Task The_figures_of_the_last_round_are_approved_with_all_their_columns()
    {
        await _province.RunAsync("out");
        var outcome = await _province.PovertyAsync(["approve", "out", .. Decision]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("Đã phê duyệt kết quả kỳ 2023 theo quyết định 2145/QĐ-UBND, 2023-12-20.", outcome.Output, StringComparison.Ordinal);
        var results = await File.ReadAllLinesAsync(_province["out/results.csv"]);
        Assert.Equal(
            results.Where(line => line.StartsWith("2023,", StringComparison.Ordinal)).Select(line => $"approved,2145/QĐ-UBND,2023-12-20,{line}").Prepend($"status,decision,decision_date,{results[0]}"),
            await File.ReadAllLinesAsync(_province["out/official.csv"]));
    }

    [Fact]
    public async Task The_record_names_the_run_the_round_and_the_bytes()
    {
        await _province.RunAsync("out");
        var outcome = await _province.PovertyAsync(["approve", "out", .. Decision, "--round", "2022", "--format", "json"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(outcome.Output, await File.ReadAllTextAsync(_province["out/approval.json"]));
        using var json = JsonDocument.Parse(outcome.Output);
        using var run = JsonDocument.Parse(await File.ReadAllBytesAsync(_province["out/run.json"]));
        string Text(string name) => json.RootElement.GetProperty(name).ToString();
        Assert.Equal(("2022", "2022", "2022-12-14", "vn-2022", "2023-12-20"), (Text("round"), Text("year"), Text("date"), Text("standard"), Text("decisionDate")));
        Assert.Equal(run.RootElement.GetProperty("runId").GetString(), Text("runId"));
        foreach (var file in new[] { "run.json", "official.csv" })
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(_province[$"out/{file}"]))), json.RootElement.GetProperty("sha256").GetProperty(file).GetString());
    }

    [Fact]
    public async Task An_approved_run_is_neither_approved_again_nor_replaced()
    {
        await _province.RunAsync("out");
        await _province.PovertyAsync(["approve", "out", .. Decision]);
        var before = await File.ReadAllBytesAsync(_province["out/approval.json"]);
        var again = await _province.PovertyAsync(["approve", "out", "--decision", "1/QĐ", "--date", "2024-01-05", "--lang", "en"]);
        Assert.Equal((2, "poverty: out is approved already (official.csv); an approved result is never changed\n"), (again.ExitCode, again.Error));
        var run = await _province.PovertyAsync("run", "2023.json", "--out", "out", "--force");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("không bao giờ bị ghi đè", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_province["out/approval.json"]));
    }

    [Fact]
    public async Task A_run_that_was_changed_by_hand_is_refused_with_the_names_of_the_files()
    {
        await _province.RunAsync("out");
        await File.AppendAllTextAsync(_province["out/targets.csv"], "x");
        File.Delete(_province["out/changes.csv"]);
        await File.WriteAllTextAsync(_province["out/notes.txt"], "mine");
        var outcome = await _province.PovertyAsync(["approve", "out", .. Decision]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("poverty: out không còn như lúc chạy: changes.csv (không còn), targets.csv (đã bị sửa), notes.txt (thêm vào); hãy chạy lại rồi phê duyệt\n", outcome.Error);
        Assert.False(File.Exists(_province["out/official.csv"]));
    }

    [Theory]
    [InlineData("\"exitCode\": 0", "\"exitCode\": 4", "did not end well (exit code 4)")]
    [InlineData("\"exitCode\": 0", "\"partial\": [\"06040\"], \"exitCode\": 0", "is a partial result")]
    public async Task A_run_without_all_its_figures_is_refused(string text, string other, string reason)
    {
        await _province.RunAsync("out");
        var json = await File.ReadAllTextAsync(_province["out/run.json"]);
        Assert.Contains(text, json, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_province["out/run.json"], json.Replace(text, other, StringComparison.Ordinal));
        var outcome = await _province.PovertyAsync(["approve", "out", .. Decision, "--lang", "en"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approve data --decision 1 --date 2023-12-20", "data không phải thư mục kết quả của poverty run: không có run.json")]
    [InlineData("approve out --decision 1 --date 20-12-2023", "--date: \"20-12-2023\" không phải ngày như 2022-12-20")]
    [InlineData("approve out --decision 1 --date 2023-12-13", "quyết định ngày 2023-12-13 có trước ngày rà soát 2023-12-14 của kỳ 2023")]
    [InlineData("approve out --decision 1 --date 2023-12-20 --round 2021", "--round: không có kỳ \"2021\"; có các kỳ 2022, 2023")]
    [InlineData("approve out --date 2023-12-20", "thiếu --decision NUMBER")]
    public async Task What_is_wrong_is_said_and_nothing_is_written(string line, string reason)
    {
        await _province.RunAsync("out");
        var before = Directory.GetFiles(_province["out"]);
        var outcome = await _province.PovertyAsync(line.Split(' '));
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"poverty: {reason}", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(_province["out"]));
    }

    [Fact]
    public async Task A_findings_folder_has_no_result_to_approve()
    {
        await _province.PovertyAsync("validate", "2023.json", "--out", "out");
        var outcome = await _province.PovertyAsync(["approve", "out", .. Decision]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("không có kết quả để phê duyệt", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        await _province.RunAsync("out");
        var outcome = await _province.PovertyAsync(["approve", "out", .. Decision, "--dry-run"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Sẽ phê duyệt", outcome.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_province["out/official.csv"]));
    }
}
