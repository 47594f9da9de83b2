namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>Equal inputs give equal bytes, whatever the machine does meanwhile.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Threads_and_repetition_change_no_byte()
    {
        var sample = Path.Combine(Repository.Root, "samples/lang-son");
        foreach (var (name, threads) in new[] { ("a", "1"), ("b", "2"), ("c", "8") })
            await RunAsync([], "run", sample, "--out", name, "--threads", threads, "--timestamp", "none");
        Same("a", "b");
        Same("a", "c");
    }

    [Fact]
    public async Task Files_listed_in_another_order_change_no_byte()
    {
        var sample = Path.Combine(Repository.Root, "samples/lang-son/households-2022.csv");
        var lines = await File.ReadAllLinesAsync(sample);
        foreach (var part in Enumerable.Range(0, 3))
            await File.WriteAllLinesAsync(Path.Combine(_folder.Path, $"part-{part}.csv"), lines.Skip(1).Where((_, i) => i % 3 == part).Prepend(lines[0]));
        await RunAsync([], "run", "--round", "2022=part-0.csv", "--round", "2022=part-1.csv", "--round", "2022=part-2.csv", "--out", "a", "--timestamp", "none", "--no-workbook");
        await RunAsync([], "run", "--round", "2022=part-2.csv", "--round", "2022=part-0.csv", "--round", "2022=part-1.csv", "--out", "b", "--timestamp", "none", "--no-workbook");
        Same("a", "b");
    }

    [Fact]
    public async Task Shuffled_rows_leave_results_changes_transitions_targets_and_brief_as_they_are()
    {
        var sample = Path.Combine(Repository.Root, "samples/lang-son-review");
        foreach (var folder in new[] { "plain", "shuffled" })
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, folder));
            foreach (var file in Directory.GetFiles(sample)) File.Copy(file, Path.Combine(_folder.Path, folder, Path.GetFileName(file)));
        }
        var shuffled = Path.Combine(_folder.Path, "shuffled/households-2023.csv");
        var lines = await File.ReadAllLinesAsync(shuffled);
        // A fixed shuffle that moves every row far from where it was.
        await File.WriteAllLinesAsync(shuffled, lines.Skip(1).OrderBy(line => StringHash(line)).Prepend(lines[0]));
        await RunAsync([], "run", "plain", "--out", "a", "--no-workbook");
        await RunAsync([], "run", "shuffled", "--out", "b", "--no-workbook");
        foreach (var table in new[] { "results.csv", "changes.csv", "transitions.csv", "targets.csv", "brief.docx" })
            Assert.Equal(Bytes("a", table), Bytes("b", table));
    }

    [Theory]
    [InlineData("C", "UTC")]
    [InlineData("vi_VN.UTF-8", "Asia/Ho_Chi_Minh")]
    [InlineData("de_DE.UTF-8", "Pacific/Kiritimati")]
    [InlineData("tr_TR.UTF-8", "UTC")]
    [InlineData("ar_SA.UTF-8", "UTC")]
    public async Task Language_and_time_zone_of_the_machine_change_no_byte(string locale, string zone)
    {
        var sample = Path.Combine(Repository.Root, "samples/lang-son");
        await RunAsync([], "run", sample, "--out", "a", "--timestamp", "none");
        await RunAsync(new() { ["LANG"] = locale, ["LC_ALL"] = locale, ["TZ"] = zone }, "run", sample, "--out", "b", "--timestamp", "none");
        Same("a", "b");
    }

    private static uint StringHash(string line) => line.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));

    private void Same(string a, string b)
    {
        var names = Directory.GetFiles(Path.Combine(_folder.Path, a)).Select(Path.GetFileName).Order().ToArray();
        Assert.Equal(names, Directory.GetFiles(Path.Combine(_folder.Path, b)).Select(Path.GetFileName).Order());
        foreach (var name in names) Assert.True(Bytes(a, name!).AsSpan().SequenceEqual(Bytes(b, name!)), $"{name} differs between {a} and {b}");
    }

    private byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(_folder.Path, folder, name));

    private async Task RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var outcome = await Binary.RunAsync(arguments, _folder.Path, environment);
        Assert.True(outcome.ExitCode is 0 or 1 or 3, outcome.Error);
    }
}
