using System.CommandLine;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty validate</c>: what is wrong with the data, without results.</summary>
internal static class ValidateCommand
{
    /// <summary>On a screen more lines than this are not read.</summary>
    private const int MostLines = 50;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("validate", "Report what is wrong with the data; writes nothing unless --out is given / Kiểm tra số liệu",
            "poverty validate samples/lang-son",
            "poverty validate samples/lang-son/households-2022.csv --year 2022");
        RunOptions.AddTo(command, takesFiles: true);
        command.SetAction((parse, stop) => Task.FromResult((int)Validate(parse, stop)));
        return command;
    }

    private static ExitCode Validate(ParseResult parse, CancellationToken stop)
    {
        if (RunStart.Load(parse, out var exit) is not { } inputs) return exit;
        // Targets are no part of the data's quality.
        var report = RunStart.Execute(parse, inputs with { Targets = [] }, parse.FailOnSeverity(), stop);
        RunStart.ExplainRefusals(parse, report);
        if (parse.GetValue(CommonOptions.Out) is { } typed && !parse.GetValue(CommonOptions.DryRun)) WriteFolder(parse, report, typed, stop);
        var output = parse.InvocationConfiguration.Output;
        switch (parse.OutputFormat())
        {
            case OutputFormat.Csv:
                using (var memory = new MemoryStream())
                {
                    FindingsCsv.Write(memory, report.Findings, parse.Language());
                    output.Write(System.Text.Encoding.UTF8.GetString(memory.ToArray()));
                }
                break;
            case OutputFormat.Json:
                FindingTables.Listed(report.Findings, parse.Language()).Write(output, OutputFormat.Json, parse.Language());
                break;
            case OutputFormat.Table:
                WriteLines(parse, report);
                break;
        }
        return report.ExitCode;
    }

    private static void WriteLines(ParseResult parse, RunReport report)
    {
        var output = parse.InvocationConfiguration.Output;
        WriteWorklist(parse, report);
        foreach (var listed in report.Findings.Take(MostLines)) output.Write($"{FindingTables.Line(listed.Finding, parse.Language())}\n");
        var more = report.Findings.Count - MostLines;
        if (more > 0) parse.Say(new($"… và {more} phát hiện nữa; dùng --out DIR hoặc --format csv để có đủ.", $"… and {more} more; use --out DIR or --format csv for all."));
        var files = report.AllFiles.ToArray();
        parse.Say(new Phrase(
            $"{files.Length} tệp; dòng: đọc {files.Sum(file => file.Read)} = tính {files.Sum(file => file.Accepted)} + loại {files.Sum(file => file.RejectedCount)} + trống {files.Sum(file => file.Blank)}; {report.Findings.Count} phát hiện.",
            $"{files.Length} files; rows: read {files.Sum(file => file.Read)} = accepted {files.Sum(file => file.Accepted)} + rejected {files.Sum(file => file.RejectedCount)} + blank {files.Sum(file => file.Blank)}; {report.Findings.Count} findings."));
    }

    /// <summary>Of a few findings the lines themselves say what to fix.</summary>
    private static void WriteWorklist(ParseResult parse, RunReport report)
    {
        if (report.Worklist.Sum(item => item.Rows) <= WorklistTable.Few) return;
        var output = parse.InvocationConfiguration.Output;
        var first = report.Worklist.Take(Worklist.Most).ToArray();
        output.Write($"{WorklistTable.Title(first.Length, report.Worklist.Count).In(parse.Language())}\n\n");
        WorklistTable.Of(first, report.Inputs).Write(output, OutputFormat.Table, parse.Language());
        output.Write('\n');
    }

    private static void WriteFolder(ParseResult parse, RunReport report, string typed, CancellationToken stop)
    {
        var target = OutputTarget.Of(typed, RunStart.CurrentFolder(), report.Inputs.Plan.AllFiles().Select(file => file.Path));
        using var folder = OutputFolder.Open(target, parse.GetValue(CommonOptions.Force), TimeSpan.FromSeconds(parse.GetValue(CommonOptions.Wait)), stop);
        new RunOutput(report, folder, parse.Language()).WriteFindings();
        folder.Commit();
    }
}
