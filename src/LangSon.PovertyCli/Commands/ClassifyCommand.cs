using System.CommandLine;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty classify</c>: a row a household, to stdout or a file.</summary>
internal static class ClassifyCommand
{
    private static readonly Option<string?> Output = new("--output")
    {
        Description = "File to write instead of stdout; it may exist / Tệp kết quả",
        HelpName = "FILE",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("classify", "The class of every household, as CSV / Phân loại từng hộ",
            "poverty classify samples/lang-son --output classes.csv",
            "poverty classify samples/lang-son/households-2022.csv --year 2022");
        RunOptions.AddTo(command, takesFiles: true);
        command.Add(Output);
        command.SetAction((parse, stop) => Task.FromResult((int)Classify(parse, stop)));
        return command;
    }

    private static ExitCode Classify(ParseResult parse, CancellationToken stop)
    {
        if (RunStart.Load(parse, out var exit) is not { } inputs) return exit;
        var report = RunStart.Execute(parse, inputs with { Targets = [] }, parse.FailOnSeverity(), stop);
        RunStart.ExplainRefusals(parse, report);
        RunStart.SayReasons(parse, report.Reasons());
        if (report.Outcome.Results is null || parse.GetValue(CommonOptions.DryRun)) return report.ExitCode;
        if (parse.GetValue(Output) is { } path && path != InputFile.Dash) OutputFile.Write(path, stream => Write(stream, parse, report));
        else
        {
            parse.InvocationConfiguration.Output.Flush();
            using var stdout = new GuardedStream(Console.OpenStandardOutput(), WriteFault.StandardOutput);
            Write(stdout, parse, report);
        }
        return report.ExitCode;
    }

    private static void Write(Stream stream, ParseResult parse, RunReport report) =>
        ClassesCsv.Write(stream, report.Inputs.Rounds.Select((round, i) => (round, report.Outcome.Files[i])), report.Inputs.Settings, parse.Language());
}
