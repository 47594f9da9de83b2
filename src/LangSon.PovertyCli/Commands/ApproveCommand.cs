using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty approve</c>: fixes the result of a run as the approved one, from which the next year is measured.</summary>
internal static class ApproveCommand
{
    private const int LongestDecision = 100;

    /// <summary>The exit codes of a run that gave all its figures.</summary>
    private static readonly ExitCode[] Whole = [ExitCode.Done, ExitCode.Findings, ExitCode.TargetMissed, ExitCode.NotComputable];

    private static readonly Argument<string> Run = new("RUN") { Description = "Output folder of poverty run / Thư mục kết quả" };

    private static readonly Option<string> Decision = new("--decision")
    {
        Description = "Number of the decision / Số quyết định phê duyệt",
        HelpName = "NUMBER",
        Required = true,
    };

    private static readonly Option<DateOnly?> Day = new("--date")
    {
        Description = "Day of the decision / Ngày quyết định",
        HelpName = "DAY",
        Required = true,
        CustomParser = ReadDay,
    };

    private static readonly Option<string?> Round = new("--round")
    {
        Description = "Id of the round that is approved (default: the last one) / Kỳ được phê duyệt",
        HelpName = "ID",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("approve", "Fix a run as the approved result, the base of the next year / Phê duyệt kết quả, làm gốc so sánh cho năm sau",
            "poverty approve out --decision \"2145/QĐ-UBND\" --date 2023-12-20",
            "poverty approve out --decision \"2145/QĐ-UBND\" --date 2022-12-20 --round 2022 --format json") { Run, Decision, Day, Round };
        command.SetAction((parse, stop) => Task.FromResult((int)Approve(parse, stop)));
        return command;
    }

    private static ExitCode Approve(ParseResult parse, CancellationToken stop)
    {
        var target = OutputTarget.Of(parse.GetRequiredValue(Run), RunStart.CurrentFolder(), []);
        var decision = parse.GetRequiredValue(Decision).Normalize().Trim();
        if (decision.Length is 0 or > LongestDecision || decision.Any(char.IsControl))
            throw Refusal(new($"--decision cần số quyết định, từ 1 đến {LongestDecision} ký tự", $"--decision needs the number of the decision, 1 to {LongestDecision} characters"));
        // Where there is no run, that is said and not that its lock cannot be written.
        RunFolder.Open(target.Shown, RunStart.CurrentFolder());
        using var held = FolderLock.Take(OutputFolder.LockOf(target), target.Shown, TimeSpan.FromSeconds(parse.GetValue(CommonOptions.Wait)), stop);
        var run = RunFolder.Open(target.Shown, RunStart.CurrentFolder());
        Judge(run);
        var round = Choose(run, parse.GetValue(Round));
        if (round.Standard.EndsWith(Poverty.Aggregation.Round.WhatIf, StringComparison.Ordinal))
            throw Refusal(new($"kỳ {round.Id} tính theo {round.Standard}: kết quả tính thử không phê duyệt được", $"the round {round.Id} is judged by {round.Standard}: what if is no result to approve"));
        var day = parse.GetRequiredValue(Day)!.Value;
        if (day < round.Date)
            throw Refusal(new($"quyết định ngày {day:yyyy-MM-dd} có trước ngày rà soát {round.Date:yyyy-MM-dd} của kỳ {round.Id}", $"the decision of {day:yyyy-MM-dd} is older than the review of {round.Date:yyyy-MM-dd} of round {round.Id}"));
        var files = new ApprovedFiles(run, round, decision, day);
        var isDry = parse.GetValue(CommonOptions.DryRun);
        files.Write(target, isDry);
        if (parse.OutputFormat() == OutputFormat.Json) parse.InvocationConfiguration.Output.Write(files.Json);
        else if (parse.OutputFormat() == OutputFormat.Csv) parse.Print(Table(files.Approval!));
        else Tell(parse, run, files, isDry);
        return ExitCode.Done;
    }

    /// <summary>Stops with exit 2 when the run is not one whose figures can be approved.</summary>
    private static void Judge(RunFolder run)
    {
        if (run.IsApproved)
            throw Refusal(new($"{run.Shown} đã được phê duyệt ({Approval.OfficialFile}); kết quả đã phê duyệt không thay đổi được", $"{run.Shown} is approved already ({Approval.OfficialFile}); an approved result is never changed"));
        CheckedFile[] changed = [.. run.Outputs().Where(file => file.State != FileState.Unchanged && file.Path != Approval.FileName)];
        string Named(Language language) => string.Join(", ", changed.Select(file => $"{file.Path} ({CheckedWords.Of(file.State).In(language)})"));
        if (changed.Length > 0)
            throw Refusal(new($"{run.Shown} không còn như lúc chạy: {Named(Language.Vietnamese)}; hãy chạy lại rồi phê duyệt", $"{run.Shown} is not as it was written: {Named(Language.English)}; run it again, then approve"));
        if (run.Record.IsPartial)
            throw Refusal(new($"{run.Shown} là kết quả chưa đầy đủ (còn thiếu tệp hoặc đơn vị); chỉ phê duyệt được kết quả đầy đủ", $"{run.Shown} is a partial result (files or units are lacking); only a whole one can be approved"));
        if (!Whole.Contains((ExitCode)run.Record.ExitCode))
            throw Refusal(new($"{run.Shown} là của một lần chạy không hoàn tất (mã thoát {run.Record.ExitCode})", $"{run.Shown} is of a run that did not end well (exit code {run.Record.ExitCode})"));
        if (!File.Exists(run["results.csv"]) || run.Record.Rounds.Count == 0)
            throw Refusal(new($"{run.Shown} không có kết quả để phê duyệt (results.csv); hãy chạy lại bằng poverty run", $"{run.Shown} has no result to approve (results.csv); make it anew by poverty run"));
    }

    private static RecordedRound Choose(RunFolder run, string? id)
    {
        var rounds = run.Record.Rounds;
        if (id is null) return rounds[^1];
        return rounds.FirstOrDefault(round => round.Id == id) ?? throw Refusal(new(
            $"--round: không có kỳ \"{id}\"; có các kỳ {string.Join(", ", rounds.Select(round => round.Id))}", $"--round: there is no round \"{id}\"; there are {string.Join(", ", rounds.Select(round => round.Id))}"));
    }

    private static void Tell(ParseResult parse, RunFolder run, ApprovedFiles files, bool isDry)
    {
        var (approval, folder) = (files.Approval!, Path.TrimEndingDirectorySeparator(run.Shown));
        parse.Say(isDry
            ? new($"Sẽ phê duyệt kết quả kỳ {approval.Round} theo quyết định {approval.Shown}.", $"Would approve the result of round {approval.Round} by decision {approval.Shown}.")
            : new($"Đã phê duyệt kết quả kỳ {approval.Round} theo quyết định {approval.Shown}.", $"The result of round {approval.Round} is approved by decision {approval.Shown}."));
        string N(Language language) => Numerals.Of(files.Rows, 0, language);
        parse.Say(new($"{folder}/{Approval.OfficialFile}: {N(Language.Vietnamese)} số liệu; {Approval.FileName}: quyết định và mã kiểm.", $"{folder}/{Approval.OfficialFile}: {N(Language.English)} figures; {Approval.FileName}: the decision and the hashes."));
        parse.Say(new($"Năm sau, ghi vào poverty.json: \"base\": \"{folder}/{Approval.OfficialFile}\".", $"Next year, write into poverty.json: \"base\": \"{folder}/{Approval.OfficialFile}\"."));
    }

    private static TextTable Table(Approval approval)
    {
        var table = new TextTable([.. ((string[])["run_id", "round", "year", "date", "standard", "decision", "decision_date"]).Select(key => TextColumn.ForScripts(key))]);
        table.Add(Cell.Of(approval.RunId), Cell.Of(approval.Round), Cell.Of((decimal)approval.Year), Cell.Of(approval.Date), Cell.Of(approval.Standard), Cell.Of(approval.Decision), Cell.Of(approval.DecisionDate));
        return table;
    }

    private static DateOnly? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError(new Phrase($"--date: \"{text}\" không phải ngày như 2022-12-20.", $"--date: \"{text}\" is not a day such as 2022-12-20."));
        return null;
    }

    private static ExitException Refusal(Phrase reason) => new(ExitCode.Usage, reason);
}
