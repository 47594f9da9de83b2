using System.CommandLine;

namespace LangSon.PovertyCli.Commands;

/// <summary>The whole command line: what there is to do, in the order of help.</summary>
internal static class Root
{
    /// <summary>All that the program can do.</summary>
    public static RootCommand Whole() => Build(
        RunCommand.Create(), ValidateCommand.Create(), CheckCommand.Create(), ExplainCommand.Create(), ClassifyCommand.Create(),
        StandardsCommand.Create(), AreasCommand.Create(), FindingsCommand.Create(), SampleCommand.Create());

    /// <summary>Builds one of some commands; <paramref name="commands"/> in the order in which help shows them.</summary>
    public static RootCommand Build(params ReadOnlySpan<Command> commands)
    {
        var root = new RootCommand(
            "Classifies households by the multidimensional poverty standards and reports rates, changes and targets / "
            + "Phân loại hộ theo chuẩn nghèo đa chiều, tổng hợp tỷ lệ, biến động và chỉ tiêu");
        foreach (var command in commands) root.Add(command);
        foreach (var option in CommonOptions.All) root.Add(option);
        ExamplesFirst.Apply(root);
        VersionAction.Apply(root);
        return root;
    }
}
