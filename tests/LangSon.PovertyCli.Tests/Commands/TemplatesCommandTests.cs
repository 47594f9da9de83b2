using System.IO.Compression;
using System.Text.Json;
using LangSon.PovertyCli.Tests.Reporting.Templates;

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

    /// <summary>A standard of an income line alone has no deprivations that forms 4 to 7 could hold.</summary>
    [Fact]
    public async Task A_standard_without_indicators_has_the_other_forms()
    {
        _folder.Write("own.json", """
            { "id": "own", "title": { "vi": "Riêng", "en": "Own" }, "sources": { "s": { "title": "S", "date": "2020-01-01" } }, "checkedOn": "2020-01-01",
              "applies": [{ "from": "2020-01-01", "source": "s" }],
              "income": { "unit": "VND/person/year", "poor": { "all": [{ "from": "2020-01-01", "value": 12000000, "source": "s" }] } }, "dimensions": [] }
            """);
        _folder.Write("h.csv", "household_id,commune_code,household_size,income_12_months\nH1,A,4,48000000\n");
        var outcome = await RunAsync("templates", "--round", "2023=h.csv", "--standard", "own.json", "--areas", "data", "--format", "json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        using var forms = JsonDocument.Parse(outcome.Output);
        Assert.Equal([1, 2, 3, 8, 9, 10, 11, 12, 13], forms.RootElement.EnumerateArray().Select(form => form.GetProperty("form").GetInt32()));
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

    [Fact]
    public async Task Names_leave_the_program_with_the_option_only_and_into_a_file_of_the_owner()
    {
        NamedFolder.WriteFiles(_folder);
        var plain = await RunAsync("run", _folder.Path, "--templates", "--households", "--out", "plain");
        var named = await RunAsync("run", _folder.Path, "--templates", "--households", "--with-names", "--out", "named", "--verbose");
        Assert.Equal((1, 1), (plain.ExitCode, named.ExitCode));
        Assert.Empty(Holding(At("plain")));
        Assert.Equal(["templates.xlsx"], Holding(At("named")));
        Assert.Equal("rw-r--r--", Mode("plain/templates.xlsx"));
        Assert.Equal("rw-------", Mode("named/templates.xlsx"));
        Assert.All([plain, named], outcome => Assert.False(HasName(outcome.Output + outcome.Error)));
        // Rejected rows go back as they came, for their owner alone.
        Assert.Contains("Nguyễn Văn R", await File.ReadAllTextAsync(At("plain/rejected.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_writes_names_into_a_file_of_the_owner_and_never_to_stdout()
    {
        NamedFolder.WriteFiles(_folder);
        await RunAsync("templates", _folder.Path, "--output", "forms.xlsx");
        Assert.Empty(Holding(_folder.Path, "forms.xlsx"));
        var named = await RunAsync("templates", _folder.Path, "--output", "forms.xlsx", "--force", "--with-names");
        Assert.Contains("Danh sách hộ nghèo", named.Output, StringComparison.Ordinal);
        Assert.False(HasName(named.Output + named.Error));
        Assert.Equal("rw-------", Mode("forms.xlsx"));
        Assert.Equal(["forms.xlsx"], Holding(_folder.Path, "forms.xlsx"));
        Assert.Equal((2, ""), await Refused("templates", _folder.Path, "--with-names", "--output", "-"));
        Assert.Equal((2, ""), await Refused("run", _folder.Path, "--with-names", "--out", "out"));
        Assert.False(Directory.Exists(At("out")));
    }

    private async Task<(int, string)> Refused(params string[] arguments)
    {
        var outcome = await RunAsync([.. arguments, "--lang", "en"]);
        Assert.StartsWith("poverty: --with-names ", outcome.Error, StringComparison.Ordinal);
        return (outcome.ExitCode, outcome.Output);
    }

    /// <summary>The files in which a name of the folder stands, workbooks and documents unpacked; rejected rows aside.</summary>
    private static IEnumerable<string> Holding(string folder, string pattern = "*") => Directory.GetFiles(folder, pattern)
        .Where(file => !Path.GetFileName(file).StartsWith("rejected", StringComparison.Ordinal) && Texts(file).Any(HasName)).Select(file => Path.GetFileName(file));

    private static bool HasName(string text) => text.Contains("Nguyễn", StringComparison.OrdinalIgnoreCase) || text.Contains("Lý Thị", StringComparison.OrdinalIgnoreCase) || text.Contains("Lý Văn", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Texts(string file)
    {
        if (Path.GetExtension(file) is not (".xlsx" or ".docx")) return [File.ReadAllText(file)];
        using var zip = ZipFile.OpenRead(file);
        return [.. zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        })];
    }

    private string Mode(string name)
    {
        if (OperatingSystem.IsWindows()) return "";
        var mode = File.GetUnixFileMode(At(name));
        return string.Concat("rwxrwxrwx".Select((letter, i) => ((int)mode & (1 << (8 - i))) != 0 ? letter : '-'));
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private Task<Outcome> RunAsync(params string[] arguments) => Binary.RunAsync(arguments, _folder.Path);
}
