using System.CommandLine;
using LangSon.PovertyCli.Commands;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>What help promises: every command has examples, and every example works where the samples lie.</summary>
public sealed class HelpTests
{
    /// <summary>The codes of a command that did its work: anything else means that the example is wrong.</summary>
    private static readonly int[] Worked = [(int)ExitCode.Done, (int)ExitCode.Findings, (int)ExitCode.TargetMissed, (int)ExitCode.NotComputable];

    private static readonly RootCommand Program = Root.Whole();

    /// <summary>Every command line that help shows.</summary>
    public static TheoryData<string> Examples => [.. Leaves(Program).OfType<ExampleCommand>().SelectMany(command => command.Examples)];

    /// <summary>Every command and group of commands, as its words.</summary>
    public static TheoryData<string> Paths => [.. All(Program, "").Select(entry => entry.Path)];

    [Fact]
    public void Every_command_that_does_something_has_examples() =>
        Assert.All(Leaves(Program), command => Assert.NotEmpty(Assert.IsType<ExampleCommand>(command).Examples));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Help_begins_with_examples(string path)
    {
        using var output = new StringWriter();
        Program.Parse([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Invoke(new InvocationConfiguration { Output = output });
        Assert.StartsWith($"Examples / Ví dụ:{Environment.NewLine}  poverty {path}".TrimEnd(), output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_works(string example)
    {
        var words = CommandWords.Split(example);
        Assert.Equal("poverty", words[0]);
        using var folder = new SampleCopy();
        // What looks at former runs needs them: the folders that it names are those of runs of a sample.
        if (words[1] is "approve" or "verify" or "diff")
            foreach (var run in words.Skip(2).TakeWhile(word => word[0] != '-'))
                await Binary.RunAsync(["run", "samples/lang-son-review", "--out", run, "--no-workbook", "--no-report"], folder.Path);
        var outcome = await Binary.RunAsync(words.Skip(1), folder.Path);
        Assert.True(Worked.Contains(outcome.ExitCode), $"{example}: exit code {outcome.ExitCode}: {outcome.Error}");
    }

    private static IEnumerable<(Command Command, string Path)> All(Command command, string path) =>
        command.Subcommands.SelectMany(inner => All(inner, $"{path} {inner.Name}".Trim())).Prepend((command, path));

    private static IEnumerable<Command> Leaves(Command command) =>
        All(command, "").Select(entry => entry.Command).Where(inner => inner.Subcommands.Count == 0);
}
