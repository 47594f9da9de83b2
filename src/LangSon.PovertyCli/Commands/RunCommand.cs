using System.CommandLine;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty run</c>: the main job, from files to an output folder.</summary>
internal static class RunCommand
{
    /// <summary>The folder that outputs go to unless named.</summary>
    private const string DefaultFolder = "out";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("run", "Read, classify, aggregate, compare, judge targets, write the output folder / Chạy toàn bộ",
            "poverty run samples/lang-son --out out",
            "poverty run --round 2022=samples/lang-son/households-2022.csv --round 2023=samples/lang-son/households-2023.xlsx --targets samples/lang-son/targets.csv --out out",
            "poverty run --areas data --round 2023=samples/lang-son/households-2023.xlsx --households --out out");
        RunOptions.AddTo(command);
        RunOutputOptions.AddTo(command);
        command.SetAction((parse, stop) => Task.FromResult((int)Run(parse, stop)));
        return command;
    }

    private static ExitCode Run(ParseResult parse, CancellationToken stop)
    {
        var started = TimeProvider.System.GetUtcNow();
        var typed = parse.GetValue(CommonOptions.Out) ?? DefaultFolder;
        if (RunStart.Load(parse, out var exit) is not { } inputs)
        {
            if (exit == ExitCode.Input && !parse.GetValue(CommonOptions.DryRun)) FailedRun.Write(OutputTarget.Of(typed, RunStart.CurrentFolder(), []), null, exit);
            return exit;
        }
        var target = OutputTarget.Of(typed, RunStart.CurrentFolder(), inputs.Plan.AllFiles().Select(file => file.Path));
        if (parse.GetValue(CommonOptions.DryRun))
        {
            target.Judge(parse.GetValue(CommonOptions.Force));
            var tried = RunStart.Execute(parse, inputs, parse.FailOnSeverity(), stop);
            RunStart.ExplainRefusals(parse, tried);
            if (tried.Outcome.Results is not null) Screen(parse, tried, null).Write();
            return tried.ExitCode;
        }
        using var folder = OutputFolder.Open(target, parse.GetValue(CommonOptions.Force), TimeSpan.FromSeconds(parse.GetValue(CommonOptions.Wait)), stop);
        RunReport? report = null;
        try
        {
            report = RunStart.Execute(parse, inputs, parse.FailOnSeverity(), stop);
            if (report.Outcome.Results is null || report.ExitCode is ExitCode.Usage)
            {
                RunStart.ExplainRefusals(parse, report);
                if (report.ExitCode != ExitCode.Usage) FailedRun.Write(target, report, report.ExitCode);
                return report.ExitCode;
            }
            RunStart.ExplainRefusals(parse, report);
            var output = new RunOutput(report, folder, parse.Language())
            {
                HasWorkbook = !parse.GetValue(RunOutputOptions.NoWorkbook),
                HasReport = !parse.GetValue(RunOutputOptions.NoReport),
                HasTemplates = parse.GetValue(RunOutputOptions.Templates),
                HasNames = parse.GetValue(RunOutputOptions.WithNames),
                HasHouseholds = parse.GetValue(RunOutputOptions.Households),
                Started = parse.GetValue(RunOutputOptions.Timestamp) is null ? started : null,
            };
            var json = output.WriteAll(stop);
            folder.Commit();
            FailedRun.Remove(target);
            if (parse.OutputFormat() == OutputFormat.Json) parse.InvocationConfiguration.Output.Write(json);
            else Screen(parse, report, target.Shown).Write();
            return report.ExitCode;
        }
        catch (Exception failure)
        {
            FailedRun.Write(target, report, FailedRun.CodeOf(failure));
            throw;
        }
    }

    private static RunScreen Screen(ParseResult parse, RunReport report, string? folder) => new(parse.InvocationConfiguration.Output, report, parse.Language())
    {
        Folder = folder,
        HasWorkbook = !parse.GetValue(RunOutputOptions.NoWorkbook),
        HasReport = !parse.GetValue(RunOutputOptions.NoReport),
        HasTemplates = parse.GetValue(RunOutputOptions.Templates),
        IsColoured = parse.UsesColours(),
    };
}
