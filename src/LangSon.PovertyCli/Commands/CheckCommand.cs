using System.CommandLine;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty check</c>: the targets only, for scripts that ask by exit code.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("check", "Judge the targets: 0 all met, 3 one missed, 7 one not measurable / Kiểm tra chỉ tiêu",
            "poverty check samples/lang-son",
            "poverty check samples/lang-son --format json");
        RunOptions.AddTo(command);
        command.SetAction((parse, stop) => Task.FromResult((int)Check(parse, stop)));
        return command;
    }

    private static ExitCode Check(ParseResult parse, CancellationToken stop)
    {
        if (RunStart.Load(parse, out var exit) is not { } inputs) return exit;
        if (inputs.Targets.Count == 0)
            return (ExitCode)parse.Refuse(ExitCode.Usage, new("không có chỉ tiêu nào: hãy nêu bảng chỉ tiêu bằng --targets.", "there are no targets: name a targets table with --targets."));
        var report = RunReport.Execute(inputs, null, stop);
        RunStart.ExplainRefusals(parse, report);
        if (report.Outcome.Results is not null) parse.Print(RunScreen.Targets(report.Targets, parse.Language()));
        return report.TargetExitCode;
    }
}
