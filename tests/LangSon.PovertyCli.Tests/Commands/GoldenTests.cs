namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>
/// Every table of a small province, kept as it was: a change of a printed figure shows here and is explained in CHANGELOG.md.
/// </summary>
public sealed class GoldenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_tables_of_the_small_province_are_as_they_were()
    {
        var outcome = await Binary.RunAsync(
            ["run", Path.Combine(Repository.Root, "tests/LangSon.PovertyCli.Tests/Golden/small"), "--out", "out", "--no-workbook", "--households", "--lang", "en", "--timestamp", "none"],
            _folder.Path);
        Assert.Equal("", outcome.Error);
        foreach (var table in Directory.GetFiles(_folder["out"], "*.csv").Select(Path.GetFileName))
            Repository.Same($"tests/LangSon.PovertyCli.Tests/Golden/small/expected/{table}", await File.ReadAllTextAsync(_folder[$"out/{table}"]));
        Repository.Same("tests/LangSon.PovertyCli.Tests/Golden/small/expected/screen.txt", outcome.Output);
    }
}
