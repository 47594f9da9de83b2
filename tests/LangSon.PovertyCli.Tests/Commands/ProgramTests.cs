namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>The real program.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Version_names_program_runtime_standards_and_packages()
    {
        var outcome = await Binary.RunAsync("--version");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches(@"^poverty \d+\.\d+\.\d+\nruntime: \.NET 10\.[^\n]+\n(standard: vn-20\d\d, [^\n]+ checked on 2026-[^\n]+\n){3}packages: [^\n]*CsvHelper 34\.0\.0, [^\n]*System\.CommandLine 3\.0\.0", outcome.Output);
    }

    [Fact]
    public async Task Help_goes_to_stdout()
    {
        var outcome = await Binary.RunAsync("--help");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("--fail-on <error|warn|never>", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_option_is_2_with_one_line_on_stderr()
    {
        var outcome = await Binary.RunAsync("--verison", "--lang", "en");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal(["poverty: unknown option \"--verison\"; did you mean \"--version\"? (see: poverty --help)"], outcome.ErrorLines);
    }

    [Theory]
    [InlineData("C")]
    [InlineData("vi_VN.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public async Task Text_is_utf8_in_every_locale(string locale)
    {
        var outcome = await Binary.RunAsync(["--help"], AppContext.BaseDirectory, new Dictionary<string, string> { ["LC_ALL"] = locale, ["LANG"] = locale });
        Assert.Contains("Thư mục kết quả", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("validate h.csv --year 2023")]
    [InlineData("init x --year 2023")]
    [InlineData("sample --households 10")]
    public async Task A_current_folder_that_is_gone_is_2_and_one_line(string line)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["gone"]);
        var dll = Path.Combine(AppContext.BaseDirectory, "poverty.dll");
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", $"rmdir \"$PWD\"; dotnet '{dll}' {line}"]) { RedirectStandardError = true, WorkingDirectory = folder["gone"] })!;
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal((2, "poverty: thư mục hiện tại không còn nữa; hãy chuyển sang thư mục khác rồi chạy lại\n"), (shell.ExitCode, error));
    }

    [Fact]
    public async Task A_full_disk_behind_stdout_is_5()
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "poverty.dll");
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", $"dotnet '{dll}' --version > /dev/full"]) { RedirectStandardError = true })!;
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal((5, "poverty: không ghi được đầu ra chuẩn: thiết bị đã hết chỗ\n"), (shell.ExitCode, error));
    }
}
