using System.CommandLine;
using LangSon.Poverty.Running;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty status</c>: which units and files have come in, and what became of them.</summary>
internal static class StatusCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("status", "Which units have sent what, and what is missing: 0 complete, 1 not / Tiến độ nộp số liệu",
            "poverty status samples/lang-son",
            "poverty status samples/lang-son --format csv");
        RunOptions.AddTo(command);
        command.SetAction((parse, stop) => Task.FromResult((int)Status(parse, stop)));
        return command;
    }

    private static ExitCode Status(ParseResult parse, CancellationToken stop)
    {
        // Who asks how far things are wants to see every file, those that can't be used among them.
        if (RunStart.Load(parse, out var exit, goesOn: true) is not { } inputs) return exit;
        var report = RunStart.Execute(parse, inputs with { Targets = [] }, parse.FailOnSeverity(), stop);
        RunStart.ExplainRefusals(parse, report);
        if (report.ExitCode == ExitCode.Usage) return ExitCode.Usage;
        RoundStatus[] rounds = report.Status.Count > 0 ? [.. report.Status] : [.. Last(report)];
        parse.Print(StatusTables.Of(report, rounds));
        if (parse.OutputFormat() == OutputFormat.Table)
        {
            foreach (var round in rounds) parse.Say(StatusTables.Sum(round));
            foreach (var pair in report.Resubmissions) parse.Say(StatusTables.Of(pair));
        }
        return report.Outcome.Results is null ? ExitCode.Input
            : rounds.All(round => round.IsComplete) && !SubmittedRounds.Absent(inputs.Rounds).Any() ? ExitCode.Done
            : ExitCode.Findings;
    }

    /// <summary>Where nothing says which files stand for units and nothing lacks, the last round that has files.</summary>
    private static IEnumerable<RoundStatus> Last(RunReport report) =>
        Enumerable.Range(0, report.Inputs.Rounds.Count).Where(round => report.Inputs.Rounds[round].Files.Count > 0).TakeLast(1).Select(report.StatusOf);
}
