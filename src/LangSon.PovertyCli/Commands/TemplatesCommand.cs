using System.CommandLine;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Reporting.Templates;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty templates</c>: the official report forms of the last round as a workbook.</summary>
internal static class TemplatesCommand
{
    private const string DefaultFile = "templates.xlsx";

    private static readonly Option<string> Output = new("--output")
    {
        Description = $"Workbook to write ({DefaultFile}); --force replaces one that is there / Tệp kết quả",
        HelpName = "FILE",
        DefaultValueFactory = _ => DefaultFile,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("templates", "The official report forms of the last round as a workbook / Lập các biểu báo cáo",
            "poverty templates samples/lang-son",
            "poverty templates samples/lang-son-review --output forms.xlsx --lang en",
            "poverty templates samples/roster --with-names --output names.xlsx");
        RunOptions.AddTo(command);
        command.Add(Output);
        command.Add(RunOutputOptions.WithNames);
        command.SetAction((parse, stop) => Task.FromResult((int)Write(parse, stop)));
        return command;
    }

    private static ExitCode Write(ParseResult parse, CancellationToken stop)
    {
        var path = parse.GetRequiredValue(Output);
        var withNames = parse.GetValue(RunOutputOptions.WithNames);
        var isDry = parse.GetValue(CommonOptions.DryRun);
        if (withNames && path == InputFile.Dash)
            return (ExitCode)parse.Refuse(ExitCode.Usage, new("--with-names không ghi ra stdout: họ tên chỉ được ghi vào tệp mà chỉ chủ tệp đọc được.", "--with-names does not write to stdout: names go only into files that nobody but their owner can read."));
        if (Directory.Exists(path)) return (ExitCode)parse.Refuse(ExitCode.Usage, new($"{path} là một thư mục; hãy nêu một tệp.", $"{path} is a folder; name a file."));
        // Somebody may have filled in the day and the names.
        if (File.Exists(path) && !parse.GetValue(CommonOptions.Force))
            return (ExitCode)parse.Refuse(ExitCode.Usage, new($"{path} đã có; dùng --force để ghi đè, hoặc nêu tệp khác bằng --output.", $"{path} is there already; use --force to replace it, or name another file with --output."));
        if (RunStart.Load(parse, out var exit) is not { } inputs) return exit;
        var report = RunStart.Execute(parse, inputs with { Targets = [] }, parse.FailOnSeverity(), stop);
        RunStart.ExplainRefusals(parse, report);
        RunStart.SayReasons(parse, report.Reasons());
        if (report.Outcome.Results is null) return report.ExitCode;
        var content = BookContent.Of(report, []);
        var forms = FormBook.Fill(content, withNames);
        if (!isDry) WriteFile(path, stream => FormBook.Write(stream, forms, content, parse.Language()), withNames);
        if (path == InputFile.Dash || (parse.GetValue(CommonOptions.Quiet) && parse.OutputFormat() == OutputFormat.Table)) return report.ExitCode;
        if (parse.OutputFormat() == OutputFormat.Table)
            parse.Say(isDry ? new($"Sẽ ghi {path}:", $"Would write {path}:") : new($"Đã ghi {path}:", $"Written to {path}:"));
        parse.Print(Table(forms));
        return report.ExitCode;
    }

    private static void WriteFile(string path, Action<Stream> write, bool holdsNames)
    {
        if (path != InputFile.Dash)
        {
            OutputFile.Write(path, write, holdsNames);
            return;
        }
        using var stdout = new GuardedStream(Console.OpenStandardOutput(), WriteFault.StandardOutput);
        write(stdout);
    }

    private static TextTable Table(IReadOnlyList<Form> forms)
    {
        var table = new TextTable(
            new TextColumn("form", new("Biểu", "Form")) { Kind = ColumnKind.Number },
            TextColumn.ForScripts("title_vi"),
            TextColumn.ForScripts("title_en"),
            new TextColumn("title", new("Nội dung", "Content")) { For = Audience.People },
            new TextColumn("units", new("Đơn vị", "Units")) { Kind = ColumnKind.Number });
        foreach (var form in forms)
            table.Add(Cell.Of(form.Layout.Number), Cell.Of(form.Layout.ShortTitle.Vi), Cell.Of(form.Layout.ShortTitle.En), Cell.Of(form.Layout.ShortTitle), Cell.Of(form.UnitCount));
        return table;
    }
}
