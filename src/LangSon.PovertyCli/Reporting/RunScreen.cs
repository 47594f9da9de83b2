using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Reporting.Workbook.Words;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting;

/// <summary>What a run says at its end, on one screen: verdicts first, then the figures, what needs attention, and where the files are.</summary>
internal sealed class RunScreen(TextWriter output, RunReport report, Language language)
{
    private const int MostTargets = 8;
    private const int MostCodes = 4;
    private const int MostReasons = 3;

    /// <summary>The output folder as the user named it; null when nothing was written.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the folder has the workbook.</summary>
    public bool HasWorkbook { get; init; }

    /// <summary>Whether the folder has the brief.</summary>
    public bool HasReport { get; init; }

    /// <summary>Whether templates.xlsx is written.</summary>
    public bool HasTemplates { get; init; }

    /// <summary>Whether verdicts are coloured; they are words all the same.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Writes it.</summary>
    public void Write()
    {
        var results = report.Outcome.Results!;
        if (report.Inputs.Plan.Title.Length > 0) output.Write($"{report.Inputs.Plan.Title}\n\n");
        WriteTargets(results);
        Provinces(results).Write(output, OutputFormat.Table, language);
        if (results.Settings.Geography is { } map) Line(MapWords.Of(map));
        foreach (var open in Limits.Unresolved(results)) Line(open);
        foreach (var why in WithoutRate(results).Distinct()) Line(why);
        WriteFurther(results);
        output.Write('\n');
        WriteRows();
        WriteFindings(Severity.Error, new("Lỗi", "Errors"));
        WriteFindings(Severity.Warn, new("Cảnh báo", "Warnings"));
        WriteWorklist();
        WriteFiles();
        foreach (var (code, because) in report.Reasons()) Line(new($"Mã thoát {(int)code}: {because.Vi}", $"Exit code {(int)code}: {because.En}"));
    }

    /// <summary>A sentence, on as many lines as it needs.</summary>
    private void Line(Phrase phrase)
    {
        foreach (var line in DisplayWidth.Wrap(phrase.In(language), AlignedText.ScreenWidth)) output.Write($"{line}\n");
    }

    private string N(long count) => Numerals.Of(count, 0, language);

    /// <summary>What is not met comes first; of many that are, some are counted and not shown.</summary>
    private void WriteTargets(Poverty.Comparison.Results results)
    {
        if (report.Targets.Count == 0) return;
        var counts = report.Targets.GroupBy(target => target.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{VerdictWords.Phrase(group.Key).In(language)} {N(group.Count())}");
        output.Write($"{new Phrase("Chỉ tiêu", "Targets").In(language)}: {string.Join(", ", counts)}\n\n");
        var table = TargetTable.Of(report.Targets.OrderBy(target => target.Verdict == Verdict.Met ? 1 : 0).Take(MostTargets), results, language);
        table.IsColoured = IsColoured;
        table.Write(output, OutputFormat.Table, language);
        var more = report.Targets.Count - MostTargets;
        if (more > 0) Line(new($"… và {N(more)} kết luận nữa, xem targets.csv", $"… and {N(more)} more verdicts, see targets.csv"));
        foreach (var why in report.Targets.Where(target => target.Verdict == Verdict.NotMeasurable).Select(target => target.Because).Distinct().Take(MostReasons))
            Line(new($"Chưa đánh giá được vì {why.Vi}", $"Not measurable: {why.En}"));
        output.Write('\n');
    }

    private static TextTable Provinces(Poverty.Comparison.Results results)
    {
        // Where no standard has near-poor households two empty columns would only take the room.
        var nearPoor = results.HasNearPoor ? 2 : 0;
        var table = new TextTable(
        [
            new TextColumn("area", new("Tỉnh", "Province")) { Wraps = true },
            new TextColumn("round", new("Kỳ", "Round")),
            new TextColumn("households", new("Số hộ", "Households")) { Kind = ColumnKind.Number },
            new TextColumn("poor", new("Nghèo", "Poor")) { Kind = ColumnKind.Number },
            new TextColumn("poor_rate", new("%", "%")) { Kind = ColumnKind.Number },
            .. new[]
            {
                new TextColumn("near_poor", new("Cận nghèo", "Near-poor")) { Kind = ColumnKind.Number },
                new TextColumn("near_poor_rate", new("%", "%")) { Kind = ColumnKind.Number },
            }.Take(nearPoor),
            new TextColumn("change", new("± điểm", "± points")) { Kind = ColumnKind.Number },
        ]);
        for (var i = 0; i < results.Rounds.Count; i++)
        {
            var round = results.Rounds[i];
            foreach (var area in round.Summary.Areas.Where(area => area.Level == AreaLevel.Province))
                table.Add(
                [
                    Cell.Of(BookAreas.Name(area)), Cell.Of(round.Round.Id),
                    Of(round, area, "households", 0), Of(round, area, "poor", 0), Of(round, area, "poor_rate", 2),
                    .. new[] { Of(round, area, "near_poor", 0), Of(round, area, "near_poor_rate", 2) }.Take(nearPoor),
                    results.Base(i) is { } before && results.Change(before, i, area, Group.All, "poor_rate").Value is { } change ? TargetTable.Signed(change, 2) : Cell.None,
                ]);
        }
        return table;
    }

    /// <summary>What each round comes to under a further standard, of the whole or of each unit side by side.</summary>
    private void WriteFurther(Poverty.Comparison.Results results)
    {
        var areas = new BookAreas(results);
        foreach (var (own, further) in results.Crossings)
            foreach (var area in areas.Heads)
                Line((areas.Whole is null ? BookAreas.Name(area).With(", ") : "")
                    .With(StandardWords.Beside(results, own, further, area, StandardWords.Id(results.Readings[further].Round))));
    }

    /// <summary>Why a dash stands where a rate of poor households was expected.</summary>
    private static IEnumerable<Phrase> WithoutRate(Poverty.Comparison.Results results) =>
        from round in results.Rounds
        from area in round.Summary.Areas
        where area.Level == AreaLevel.Province
        let rate = round.Find(area, Group.All, "poor_rate")
        where rate is { Value: null }
        let because = Missings.Phrase(rate.Value.Missing)
        select new Phrase($"{round.Round.Id}: không tính được tỷ lệ: {because.Vi}", $"{round.Round.Id}: no rates: {because.En}");

    private static Cell Of(RoundResult round, AreaNode area, string measure, int decimals) =>
        round.Find(area, Group.All, measure)?.Value is { } value ? TargetTable.Figure(value, decimals) : Cell.Of(new Phrase("–", "–"));

    private void WriteRows()
    {
        var files = report.Files.ToArray();
        if (files.Length == 0) return;
        WriteRows(new("Dòng", "Rows"), files);
        var members = report.Outcome.Members.SelectMany(round => round).ToArray();
        if (members.Length > 0) WriteRows(new("Thành viên", "Members"), members);
    }

    private void WriteRows(Phrase what, FilePass[] files) => Line(what.With(new(
        $": đọc {N(files.Sum(f => f.Read))} = tính {N(files.Sum(f => f.Accepted))} + loại {N(files.Sum(f => f.RejectedCount))} + trống {N(files.Sum(f => f.Blank))}",
        $": read {N(files.Sum(f => f.Read))} = accepted {N(files.Sum(f => f.Accepted))} + rejected {N(files.Sum(f => f.RejectedCount))} + blank {N(files.Sum(f => f.Blank))}")));

    /// <summary>How many findings of a severity, and the most frequent with the first of each as an example.</summary>
    private void WriteFindings(Severity severity, Phrase word)
    {
        var found = report.Findings.Where(listed => listed.Severity == severity).ToArray();
        if (found.Length == 0) return;
        Line($"{word.In(language)}: {N(found.Length)}");
        var codes = found.GroupBy(listed => listed.Finding.Code).OrderByDescending(code => code.Count()).ThenBy(code => code.Key, StringComparer.Ordinal).ToArray();
        foreach (var code in codes.Take(MostCodes))
            WriteExample($"{N(code.Count())} × {code.Key}: {FindingTables.Sentence(code.First().Finding, language)}");
        if (codes.Length > MostCodes) Line(new($"… và {codes.Length - MostCodes} mã nữa", $"… and {codes.Length - MostCodes} more codes"));
    }

    /// <summary>Where there are errors: what to fix first, by commune. Of a few findings the examples above say as much.</summary>
    private void WriteWorklist()
    {
        if (report.Worklist.All(item => item.Severity != Severity.Error) || report.Worklist.Sum(item => item.Rows) <= WorklistTable.Few) return;
        var first = report.Worklist.Take(Worklist.Most).ToArray();
        output.Write('\n');
        Line(WorklistTable.Title(first.Length, report.Worklist.Count).With(":"));
        WorklistTable.Of(first, report.Inputs).Write(output, OutputFormat.Table, language);
        output.Write('\n');
    }

    /// <summary>Two lines are enough to know what is meant; findings.csv has the whole.</summary>
    private void WriteExample(string text)
    {
        var lines = DisplayWidth.Wrap(text, AlignedText.ScreenWidth - 4);
        output.Write($"  {lines[0]}\n");
        if (lines.Count > 1) output.Write($"    {DisplayWidth.Ellipsis(string.Join(' ', lines.Skip(1)), AlignedText.ScreenWidth - 4)}\n");
    }

    private void WriteFiles()
    {
        if (Folder is null) return;
        string[] files =
        [
            .. HasWorkbook ? ["summary.xlsx"] : Array.Empty<string>(), .. HasReport ? ["brief.docx"] : Array.Empty<string>(), .. HasTemplates ? ["templates.xlsx"] : Array.Empty<string>(), "results.csv", .. report.Targets.Count > 0 ? ["targets.csv"] : Array.Empty<string>(),
            .. report.Findings.Count > 0 ? ["findings.csv"] : Array.Empty<string>(), .. report.Files.Any(file => file.RejectedCount > 0) ? ["rejected.csv"] : Array.Empty<string>(),
            .. report.Outcome.Members.Any(round => round.Any(file => file.RejectedCount > 0)) ? ["rejected-members.csv"] : Array.Empty<string>(),
        ];
        Line(new($"Kết quả ở {Folder}/: {string.Join(", ", files)}, …", $"Results in {Folder}/: {string.Join(", ", files)}, …"));
    }
}
