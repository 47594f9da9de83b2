using System.CommandLine;

namespace LangSon.PovertyCli.Commands;

/// <summary>The whole command line: what there is to do, in the order of help.</summary>
internal static class Root
{
    /// <summary>What an analyst does every day: help shows these first.</summary>
    public static IReadOnlyList<string> Daily { get; } = ["run", "validate", "check", "status", "return", "explain", "init"];

    /// <summary>All that the program can do.</summary>
    public static RootCommand Whole() => Build(
        RunCommand.Create(), ValidateCommand.Create(), CheckCommand.Create(), StatusCommand.Create(), ReturnCommand.Create(), ExplainCommand.Create(), InitCommand.Create(),
        ClassifyCommand.Create(), StandardsCommand.Create(), AreasCommand.Create(), FindingsCommand.Create(), CodebookCommand.Create(), TemplatesCommand.Create(), LinksCommand.Create(),
        ReconcileCommand.Create(), ApproveCommand.Create(), VerifyCommand.Create(), DiffCommand.Create(), SampleCommand.Create(), CompletionCommand.Create());

    /// <summary>Builds one of some commands; <paramref name="commands"/> in the order in which help shows them.</summary>
    public static RootCommand Build(params ReadOnlySpan<Command> commands)
    {
        var root = new RootCommand(
            "Classifies households by the multidimensional poverty standards and reports rates, changes and targets / "
            + "Phân loại hộ theo chuẩn nghèo đa chiều, tổng hợp tỷ lệ, biến động và chỉ tiêu");
        foreach (var command in commands) root.Add(command);
        foreach (var option in CommonOptions.All) root.Add(option);
        ForgetFlagValues(root);
        ExamplesFirst.Apply(root);
        VersionAction.Apply(root);
        return root;
    }

    /// <summary>Nobody types true after a flag: a shell that is asked what comes next must not be told so.</summary>
    private static void ForgetFlagValues(Command command)
    {
        foreach (var flag in command.Options.OfType<Option<bool>>()) flag.CompletionSources.Clear();
        foreach (var inner in command.Subcommands) ForgetFlagValues(inner);
    }
}
