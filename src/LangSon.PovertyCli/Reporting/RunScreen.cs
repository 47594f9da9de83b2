using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting;

/// <summary>What a run says at its end: verdicts first, then the figures, what needs attention, and where the files are.</summary>
internal static class RunScreen
{
    private const int MostTargets = 12;

    /// <summary>Writes it; <paramref name="folder"/> is null when nothing was written.</summary>
    public static void Write(TextWriter output, RunReport report, string? folder, Language language)
    {
        var results = report.Outcome.Results!;
        void Line(Phrase phrase) => output.Write($"{phrase.In(language)}\n");
        if (report.Inputs.Plan.Title.Length > 0) output.Write($"{report.Inputs.Plan.Title}\n\n");
        WriteTargets(output, report, language);
        Provinces(results).Write(output, OutputFormat.Table, language);
        output.Write('\n');
        var files = report.Files.ToArray();
        if (files.Length > 0)
            Line(new($"Dòng: đọc {N(files.Sum(f => f.Read))} = tính {N(files.Sum(f => f.Accepted))} + loại {N(files.Sum(f => f.RejectedCount))} + trống {N(files.Sum(f => f.Blank))}",
                $"Rows: read {N(files.Sum(f => f.Read))} = accepted {N(files.Sum(f => f.Accepted))} + rejected {N(files.Sum(f => f.RejectedCount))} + blank {N(files.Sum(f => f.Blank))}"));
        WriteFindings(output, report, language);
        if (folder is not null) Line(new($"Kết quả: {folder}/", $"Results: {folder}/"));
        foreach (var (code, because) in report.Reasons()) Line(new($"Mã thoát {(int)code}: {because.Vi}", $"Exit code {(int)code}: {because.En}"));

        string N(long count) => Numerals.Of(count, 0, language);
    }

    /// <summary>The targets as a table: those of each district or commune are counted when there are many.</summary>
    public static TextTable Targets(IReadOnlyList<TargetResult> targets, Language language)
    {
        var table = new TextTable(
            new TextColumn("id", new("Chỉ tiêu", "Target")) { Wraps = true },
            TextColumn.ForScripts("area_code"),
            new TextColumn("area_name", new("Đơn vị", "Area")) { Wraps = true },
            new TextColumn("value", new("Mức", "Value")) { Kind = ColumnKind.Number },
            new TextColumn("actual", new("Đạt", "Actual")) { Kind = ColumnKind.Number },
            new TextColumn("households_short", new("Thiếu hộ", "Short hh")) { Kind = ColumnKind.Number },
            new TextColumn("verdict", new("Kết luận", "Verdict")),
            TextColumn.ForScripts("margin", ColumnKind.Number), TextColumn.ForScripts("group"), TextColumn.ForScripts("measure"),
            TextColumn.ForScripts("because"));
        foreach (var result in targets)
            table.Add(Cell.Of(result.Target.Id), Cell.Of(result.Area?.Code), Cell.Of(AreaName(result)),
                Figure(result.Target.Value, 2), result.Actual is { } actual ? Figure(actual, 2) : Cell.None,
                result.HouseholdsShort is { } households ? Figure(households, 0) : Cell.None,
                new Cell(VerdictWords.Word(result.Verdict), VerdictWords.Phrase(result.Verdict)),
                result.Margin is { } margin ? Figure(margin, 2) : Cell.None, Cell.Of(Group.Name(result.Group)), Cell.Of(result.Target.Measure),
                Cell.Of(result.Because.In(language)));
        return table;
    }

    private static string AreaName(TargetResult result) => result switch
    {
        { Group: not Group.All } => Group.Name(result.Group),
        { Area: { Name.Length: > 0 } area } => area.Name,
        _ => result.Target.Scope,
    };

    private static void WriteTargets(TextWriter output, RunReport report, Language language)
    {
        if (report.Targets.Count == 0) return;
        // A target of every commune would fill the screen: the ones that are not met come first.
        var shown = report.Targets.Count <= MostTargets ? report.Targets
            : [.. report.Targets.OrderBy(target => target.Verdict == Verdict.Met ? 1 : 0).Take(MostTargets)];
        Targets(shown, language).Write(output, OutputFormat.Table, language);
        var counts = report.Targets.GroupBy(target => target.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{VerdictWords.Phrase(group.Key).In(language)} {group.Count()}");
        output.Write($"{new Phrase("Chỉ tiêu", "Targets").In(language)}: {string.Join(", ", counts)}\n\n");
    }

    private static TextTable Provinces(Poverty.Comparison.Results results)
    {
        var table = new TextTable(
            new TextColumn("area", new("Tỉnh", "Province")) { Wraps = true },
            new TextColumn("round", new("Kỳ", "Round")),
            new TextColumn("households", new("Số hộ", "Households")) { Kind = ColumnKind.Number },
            new TextColumn("poor", new("Nghèo", "Poor")) { Kind = ColumnKind.Number },
            new TextColumn("poor_rate", new("%", "%")) { Kind = ColumnKind.Number },
            new TextColumn("near_poor", new("Cận nghèo", "Near-poor")) { Kind = ColumnKind.Number },
            new TextColumn("near_poor_rate", new("%", "%")) { Kind = ColumnKind.Number },
            new TextColumn("change", new("± điểm", "± points")) { Kind = ColumnKind.Number });
        for (var i = 0; i < results.Rounds.Count; i++)
        {
            var round = results.Rounds[i];
            foreach (var area in round.Summary.Areas.Where(area => area.Level == AreaLevel.Province))
                table.Add(Cell.Of(area.Name.Length > 0 ? area.Name : area.Code.Length > 0 ? area.Code : "–"), Cell.Of(round.Round.Id),
                    Of(round, area, "households", 0), Of(round, area, "poor", 0), Of(round, area, "poor_rate", 2),
                    Of(round, area, "near_poor", 0), Of(round, area, "near_poor_rate", 2),
                    i > 0 && results.Change(i - 1, i, area, Group.All, "poor_rate").Value is { } change ? Signed(change) : Cell.None);
        }
        return table;
    }

    private static Cell Of(RoundResult round, AreaNode area, string measure, int decimals) =>
        round.Find(area, Group.All, measure)?.Value is { } value ? Figure(value, decimals) : Cell.Of(new Phrase("–", "–"));

    private static Cell Figure(decimal value, int decimals) => new(value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture),
        new Phrase(Numerals.Of(value, decimals, Language.Vietnamese), Numerals.Of(value, decimals, Language.English)));

    private static Cell Signed(decimal value) => new(null, new Phrase(Numerals.Signed(value, 2, Language.Vietnamese), Numerals.Signed(value, 2, Language.English)));

    private static void WriteFindings(TextWriter output, RunReport report, Language language)
    {
        var bySeverity = report.Findings.Where(listed => listed.Severity is Severity.Error or Severity.Warn).GroupBy(listed => listed.Severity)
            .OrderByDescending(group => group.Key).ToArray();
        foreach (var group in bySeverity)
        {
            var codes = group.GroupBy(listed => listed.Finding.Code).OrderByDescending(code => code.Count()).ThenBy(code => code.Key, StringComparer.Ordinal)
                .Take(4).Select(code => $"{code.Key} × {Numerals.Of(code.Count(), 0, language)}");
            var word = (group.Key == Severity.Error ? new Phrase("Lỗi", "Errors") : new Phrase("Cảnh báo", "Warnings")).In(language);
            output.Write($"{word}: {Numerals.Of(group.Count(), 0, language)} ({string.Join(", ", codes)}) – findings.csv\n");
        }
    }
}
