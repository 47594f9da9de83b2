using System.CommandLine;
using System.Text;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty completion</c>: a script with which a shell completes command lines; it asks the program itself, by the suggest directive.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = $"{string.Join(", ", Shells[..^1])} or {Shells[^1]} / Trình dòng lệnh" };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new ExampleCommand("completion", "Print a script that lets a shell complete commands and options / Tập lệnh gợi ý cho trình dòng lệnh",
            "poverty completion bash",
            "poverty completion fish")
        {
            shell,
        };
        command.SetAction(parse =>
        {
            parse.InvocationConfiguration.Output.Write(Encoding.UTF8.GetString(Resource.Bytes($"completion/poverty.{parse.GetRequiredValue(shell)}")));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
