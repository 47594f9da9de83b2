using System.CommandLine;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary>How every command that reads a run begins: resolve what was typed, read the tables, say all that is wrong.</summary>
internal static class RunStart
{
    /// <summary>The inputs of a run; null when it can't start, and then every reason is on stderr.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="exit">What the command ends with where there are none.</param>
    /// <param name="goesOn">Whether the command goes on without bad files whatever was typed.</param>
    public static RunInputs? Load(ParseResult parse, out ExitCode exit, bool goesOn = false)
    {
        var resolution = RunOptions.Resolve(parse, RunInputs.Context, CurrentFolder());
        var inputs = resolution.Readable is { } plan ? RunInputs.Load(goesOn ? plan with { SkipsBadFiles = true } : plan, parse.GetValue(CommonOptions.Threads), resolution.Faults) : null;
        exit = resolution.Faults.ExitCode;
        foreach (var line in resolution.Faults.Lines(parse.Language())) parse.InvocationConfiguration.Error.Write($"poverty: {line}\n");
        if (resolution.IsValid) return inputs;
        // One run names all files that can't be used, those that are there among them.
        if (inputs is not null) ExplainRefusals(parse, RunReport.Execute(inputs, null, CancellationToken.None));
        return null;
    }

    /// <summary>The folder that typed paths are relative to.</summary>
    /// <exception cref="ExitException">It has been deleted under the program.</exception>
    public static string CurrentFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (IOException cause)
        {
            throw new ExitException(ExitCode.Usage, new("thư mục hiện tại không còn nữa; hãy chuyển sang thư mục khác rồi chạy lại", "the current folder is gone; change to another one and run again"), cause);
        }
    }

    /// <summary>Carries out a run in memory, with its progress on stderr where somebody can see it.</summary>
    public static RunReport Execute(ParseResult parse, RunInputs inputs, Severity? failOn, CancellationToken stop)
    {
        if (Console.IsErrorRedirected || parse.GetValue(CommonOptions.Quiet)) return RunReport.Execute(inputs, failOn, stop);
        using var progress = new Progress(parse.InvocationConfiguration.Error, TimeProvider.System, parse.Language(), inputs.TotalBytes());
        return RunReport.Execute(inputs with { Settings = inputs.Settings with { OnRead = progress.Add } }, failOn, stop);
    }

    /// <summary>Says on stderr why files can't be used: one line a fault, in the language of the run.</summary>
    public static void ExplainRefusals(ParseResult parse, RunReport report)
    {
        foreach (var finding in report.AllFiles.Where(file => file.IsRefused).SelectMany(file => file.Log.Findings)
                     .Where(finding => FindingCatalogue.BuiltIn[finding.Code].Effect == Effect.RefusesFile))
            parse.InvocationConfiguration.Error.Write($"poverty: {FindingTables.Line(finding, parse.Language())}\n");
        foreach (var absent in SubmittedRounds.Absent(report.Inputs.Rounds).Where(_ => report.Inputs.Settings.SkipsBadFiles))
            parse.InvocationConfiguration.Error.Write($"poverty: {FindingTables.Line(absent, parse.Language())}\n");
        foreach (var fault in report.Inputs.Tables.SelectMany(table => table.Faults))
            parse.InvocationConfiguration.Error.Write($"poverty: {FindingTables.Line(fault, parse.Language())}\n");
    }

    /// <summary>Says on stderr why the command ends as it does; with --quiet the exit code alone tells.</summary>
    public static void SayReasons(ParseResult parse, IEnumerable<(ExitCode Code, Phrase Because)> reasons)
    {
        if (parse.GetValue(CommonOptions.Quiet)) return;
        foreach (var (code, because) in reasons)
            parse.InvocationConfiguration.Error.Write($"poverty: {because.In(parse.Language())} ({new Phrase("mã thoát", "exit code").In(parse.Language())} {(int)code})\n");
    }
}
