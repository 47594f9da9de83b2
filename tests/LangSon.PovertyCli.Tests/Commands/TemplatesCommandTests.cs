using System.Text.Json;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>The forms through the real program: the file, what is there already, and the run that writes them besides.</summary>
public sealed class TemplatesCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples/lang-son-review");

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_writes_one_workbook_and_says_which_forms_it_has()
    {
        var outcome = await RunAsync("templates", Sample);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith("Đã ghi templates.xlsx:\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Diễn biến hộ nghèo", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["templates.xlsx"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_workbook_that_is_there_is_replaced_by_force_only()
    {
        await File.WriteAllTextAsync(At("forms.xlsx"), "mine");
        var refused = await RunAsync("templates", Sample, "--output", "forms.xlsx", "--lang", "en");
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("poverty: forms.xlsx is there already; use --force to replace it, or name another file with --output.\n", refused.Error);
        Assert.Equal("mine", await File.ReadAllTextAsync(At("forms.xlsx")));
        Assert.Equal(0, (await RunAsync("templates", Sample, "--output", "forms.xlsx", "--force")).ExitCode);
        Assert.True(new FileInfo(At("forms.xlsx")).Length > 10_000);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_a_folder_is_no_file()
    {
        Assert.Equal(0, (await RunAsync("templates", Sample, "--dry-run")).ExitCode);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Equal(2, (await RunAsync("templates", Sample, "--output", ".")).ExitCode);
    }

    [Fact]
    public async Task Scripts_get_the_forms_as_json()
    {
        var outcome = await RunAsync("templates", Sample, "--format", "json");
        using var forms = JsonDocument.Parse(outcome.Output);
        Assert.Equal(Enumerable.Range(1, 13), forms.RootElement.EnumerateArray().Select(form => form.GetProperty("form").GetInt32()));
        Assert.Equal(212, forms.RootElement[0].GetProperty("units").GetInt32());
    }

    [Fact]
    public async Task A_run_writes_the_same_workbook_when_asked()
    {
        Assert.Equal(0, (await RunAsync("templates", Sample)).ExitCode);
        await RunAsync("run", Sample, "--templates", "--no-workbook", "--out", "out");
        Assert.Equal(await File.ReadAllBytesAsync(At("templates.xlsx")), await File.ReadAllBytesAsync(At("out/templates.xlsx")));
        await RunAsync("run", Sample, "--no-workbook", "--out", "plain");
        Assert.False(File.Exists(At("plain/templates.xlsx")));
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private Task<Outcome> RunAsync(params string[] arguments) => Binary.RunAsync(arguments, _folder.Path);
}
