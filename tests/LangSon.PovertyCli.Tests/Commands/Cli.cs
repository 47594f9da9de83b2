using System.CommandLine;
using LangSon.PovertyCli.Commands;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>Runs one command in memory.</summary>
internal static class Cli
{
    /// <summary>The exit code and what the command wrote to stdout and stderr.</summary>
    public static (ExitCode Exit, string Output, string Error) Run(Command command, params string[] arguments)
    {
        var root = new RootCommand("Tests") { CommonOptions.Lang, CommonOptions.Format, command };
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = root.Parse([command.Name, .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return ((ExitCode)exit, output.ToString(), error.ToString());
    }
}
