using System.CommandLine;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Return;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty return</c>: a workbook for each commune with its own rows and what to mend in them.</summary>
internal static class ReturnCommand
{
    private static readonly Option<bool> All = new("--all")
    {
        Description = "A workbook for every commune, also where nothing is wrong / Trả cả xã không có lỗi",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("return", "A workbook for each commune with its own rows and what to mend in them / Trả tệp cho xã sửa",
            "poverty return samples/lang-son --out tra-lai",
            "poverty return samples/lang-son --round 2022 --all --out tra-lai");
        RunOptions.AddToReturn(command);
        command.Add(All);
        command.SetAction((parse, stop) => Task.FromResult((int)Return(parse, stop)));
        return command;
    }

    private static ExitCode Return(ParseResult parse, CancellationToken stop)
    {
        if (parse.GetValue(CommonOptions.Out) is not { } typed)
            return (ExitCode)parse.Refuse(ExitCode.Usage, new("thiếu --out DIR: thư mục để ghi các tệp trả lại", "--out DIR is missing: the folder for the workbooks"));
        // Whoever sends files back wants to send all that can be read; a file that can't is named and must be sent anew.
        if (RunStart.Load(parse, out var exit, goesOn: true) is not { } inputs) return exit;
        if (Asked(parse, inputs, out var round) is { } complaint) return (ExitCode)parse.Refuse(ExitCode.Usage, complaint);
        var target = OutputTarget.Of(typed, RunStart.CurrentFolder(), inputs.Plan.AllFiles().Select(file => file.Path));
        var isDry = parse.GetValue(CommonOptions.DryRun);
        if (isDry) target.Judge(parse.GetValue(CommonOptions.Force));
        using var folder = isDry ? null : OutputFolder.Open(target, parse.GetValue(CommonOptions.Force), TimeSpan.FromSeconds(parse.GetValue(CommonOptions.Wait)), stop);
        var report = RunStart.Execute(parse, inputs with { Targets = [] }, parse.FailOnSeverity(), stop);
        RunStart.ExplainRefusals(parse, report);
        var number = inputs.Rounds.Index().Single(item => item.Item.Id == round).Index;
        if (report.Outcome.Results is null || report.Outcome.Files[number].All(file => file.IsRefused)) return ExitCode.Input;

        var refused = report.AllFiles.Count(file => file.IsRefused);
        var books = new ReturnBooks(report, number, parse.GetValue(All), parse.Language());
        IReadOnlyList<(ExitCode Code, Phrase Because)> reasons = [.. Reasons(books, refused, parse.FailOnSeverity())];
        if (folder is not null) Write(folder, books, round, HashedInput.Of(inputs.Plan), report, reasons, parse.Language(), stop);
        Print(parse, books, isDry ? null : target.Shown);
        RunStart.SayReasons(parse, reasons);
        return Exits.Combine(reasons.Select(reason => reason.Code));
    }

    /// <summary>The round asked for, else the last; a complaint where it can't be one.</summary>
    private static Phrase? Asked(ParseResult parse, RunInputs inputs, out string id)
    {
        id = inputs.Rounds[^1].Id;
        if (RoundChoice.Of(parse, inputs.Rounds, out var chosen) is { } unknown) return unknown;
        if (chosen.Count > 1) return new("mỗi lần chỉ trả tệp của một kỳ; hãy nêu một kỳ bằng --round", "files of one round are returned at a time; name one by --round");
        var round = inputs.Rounds[chosen.Count == 1 ? chosen.Min : ^1];
        id = round.Id;
        return round.Files.Count > 0 ? null : new($"kỳ {id} không có tệp hộ nào để trả", $"round {id} has no household files to return");
    }

    private static IEnumerable<(ExitCode Code, Phrase Because)> Reasons(ReturnBooks books, int refused, Severity? failOn)
    {
        if (refused > 0) yield return (ExitCode.Findings, new($"{refused} tệp không dùng được nên không trả được theo từng ô", $"{refused} unusable files could not be returned cell by cell"));
        var bad = books.Books.SelectMany(book => book.Faults).Count(fault => failOn is { } limit && fault.Severity >= limit);
        if (bad > 0) yield return (ExitCode.Findings, new($"{bad} phát hiện từ mức {failOn!.Value.Word()} trở lên trong các tệp trả lại", $"{bad} findings of severity {failOn!.Value.Word()} or above in the returned files"));
    }

    private static void Write(OutputFolder folder, ReturnBooks books, string round, IReadOnlyList<HashedInput> inputs, RunReport report, IReadOnlyList<(ExitCode, Phrase)> reasons, Language language, CancellationToken stop)
    {
        books.ForEach(book =>
        {
            using var file = folder.Create(book.Name, holdsNames: true);
            ReturnWorkbook.Write(file, book, round, language);
        }, stop);
        var written = folder.Written();
        using (var json = folder.Create(FormerRuns.RunJson))
            RunJson.Write(json, report, inputs, written, books.Books.ToDictionary(book => book.Name, book => (long)book.Rows), folder.FullPath, null, reasons);
        folder.Commit();
    }

    private static void Print(ParseResult parse, ReturnBooks books, string? folder)
    {
        var isForPeople = parse.OutputFormat() == OutputFormat.Table;
        if (parse.GetValue(CommonOptions.Quiet) && isForPeople) return;
        var table = new TextTable(
            new TextColumn("unit", new("Xã", "Commune")) { Wraps = true },
            TextColumn.ForScripts("unit_name"),
            new TextColumn("file", new("Tệp gốc", "File")) { Wraps = true },
            new TextColumn("rows", new("Dòng", "Rows")) { Kind = ColumnKind.Number },
            new TextColumn("errors", new("Lỗi", "Errors")) { Kind = ColumnKind.Number },
            new TextColumn("warnings", new("Xem lại", "Warnings")) { Kind = ColumnKind.Number },
            new TextColumn("workbook", new("Tệp trả lại", "Workbook")));
        foreach (var book in books.Books)
            table.Add(
                book.Unit == ReturnUnit.Unknown ? Cell.Of(new Phrase("chưa rõ xã", "unknown")) : new Cell(book.Unit.Code, Phrase.FromString($"{book.Unit.Code} {book.Unit.Name}".Trim())),
                Cell.Of(book.Unit.Name), Cell.Of(book.File), Cell.Of(book.Rows), Cell.Of(book.Count(Severity.Error)), Cell.Of(book.Count(Severity.Warn)), Cell.Of(book.Name));
        if (table.Rows.Count > 0 || !isForPeople) parse.Print(table);
        if (!isForPeople) return;
        var count = table.Rows.Count;
        if (count == 0) parse.Say(new("Không có gì phải trả lại.", "Nothing has to be returned."));
        else if (folder is null) parse.Say(new($"Sẽ ghi {count} tệp.", $"Would write {count} workbooks."));
        else parse.Say(new($"Đã ghi {count} tệp vào {folder}/; các tệp có thông tin cá nhân, chỉ chủ tệp đọc được.", $"Wrote {count} workbooks into {folder}/; they hold personal data and only their owner can read them."));
    }
}
