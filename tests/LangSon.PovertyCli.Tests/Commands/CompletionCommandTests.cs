using System.Diagnostics;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>What shells are told, by the script and by the program that the script asks.</summary>
public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _poverty poverty")]
    [InlineData("zsh", "#compdef poverty")]
    [InlineData("fish", "complete -c poverty ")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName poverty ")]
    public async Task A_script_registers_the_command_and_asks_the_program(string shell, string registers)
    {
        var outcome = await Binary.RunAsync("completion", shell);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains(registers, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', outcome.Output);
    }

    [Fact]
    public async Task Another_shell_is_refused()
    {
        var outcome = await Binary.RunAsync("completion", "tcsh");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Single(outcome.ErrorLines);
    }

    [Theory]
    [InlineData("ru", "run")]
    [InlineData("run --la", "--lang")]
    [InlineData("run --lang ", "en vi")]
    [InlineData("run x.json --ti", "--timestamp")]
    [InlineData("completion ", "bash fish pwsh zsh")]
    [InlineData("standards show ", "vn-2016 vn-2022 vn-2027")]
    [InlineData("codebook --standard vn-20", "vn-2016 vn-2022 vn-2027")]
    [InlineData("areas list --level ", "commune district nation province region")]
    [InlineData("run --quiet ", "")]
    [InlineData("run samples", "")]
    public async Task Suggestions_fit_what_is_typed(string line, string expected)
    {
        var outcome = await Binary.RunAsync($"[suggest:{line.Length}]", line);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var typed = line[(line.LastIndexOf(' ') + 1)..];
        var found = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith(typed, StringComparison.Ordinal) && (typed.StartsWith('-') || word[0] is not ('-' or '/')));
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public async Task Every_command_is_suggested_and_nothing_hidden()
    {
        var outcome = await Binary.RunAsync("[suggest:0]", "");
        var commands = PovertyCli.Commands.Root.Whole().Subcommands;
        Assert.Equal(commands.Where(command => !command.Hidden).Select(command => command.Name).Order(StringComparer.Ordinal),
            outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsAsciiLetter(word[0])));
    }

    [Theory]
    [InlineData("poverty ru", "run")]
    [InlineData("poverty run --la", "--lang")]
    [InlineData("poverty run --lang=e", "en")]
    [InlineData("poverty run sam", "")]
    public async Task Bash_completes(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("test.sh", $$"""
            poverty() { dotnet '{{Path.Combine(AppContext.BaseDirectory, "poverty.dll")}}' "$@"; }
            source <(poverty completion bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            read -ra COMP_WORDS <<<"${COMP_LINE//=/ = }"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _poverty
            echo "${COMPREPLY[*]}"
            """);
        using var shell = Process.Start(new ProcessStartInfo("bash", [folder["test.sh"]]) { RedirectStandardOutput = true })!;
        Assert.Equal(expected + "\n", await shell.StandardOutput.ReadToEndAsync());
        await shell.WaitForExitAsync();
    }
}
