using System.CommandLine;
using LangSon.Poverty.Targets;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.RunFile;

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
        var report = RunStart.Execute(parse, inputs, null, stop);
        RunStart.ExplainRefusals(parse, report);
        if (report.Outcome.Results is { } results) parse.Print(TargetTable.Of(report.Targets, results, parse.Language()));
        // On a terminal both are one stream: the table comes before what is said of it.
        parse.InvocationConfiguration.Output.Flush();
        foreach (var open in report.Targets.Where(target => target.Verdict is Verdict.NotMeasurable or Verdict.DependsOnUnresolved))
            parse.InvocationConfiguration.Error.Write($"poverty: {open.Target.Id} {open.Area?.Code}".TrimEnd() + $": {open.Because.In(parse.Language())}\n");
        RunStart.SayReasons(parse, report.TargetReasons());
        return report.TargetExitCode;
    }
}
