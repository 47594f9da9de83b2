using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary><c>targets.csv</c>: every target with its verdict.</summary>
internal static class TargetsCsv
{
    /// <summary>Writes it; returns the number of rows.</summary>
    public static long Write(Stream stream, IReadOnlyList<TargetResult> targets, Language language)
    {
        using var csv = new CsvTable(stream, "id", "scope", "area_code", "area_name", "group", "measure", "kind", "is", "value", "actual", "before",
            "margin", "households_short", "completion_pct", "verdict", "because", "source");
        foreach (var result in targets)
            csv.Text(result.Target.Id).Text(result.Target.Scope).Text(result.Area?.Code).Text(result.Area?.Name).Text(Group.Name(result.Group))
                .Text(result.Target.Measure).Text(Kind(result.Target.Kind)).Text(result.Target.AtMost ? "<=" : ">=").Number(result.Target.Value)
                .Number(result.Actual).Number(result.Before).Number(result.Margin).Whole(result.HouseholdsShort).Number(result.CompletionPercent)
                .Text(VerdictWords.Word(result.Verdict)).Text(result.Because.In(language)).Text(result.Target.Source).End();
        return csv.Rows;
    }

    /// <summary>The word for a kind.</summary>
    public static string Kind(TargetKind kind) => kind switch
    {
        TargetKind.Level => "level",
        TargetKind.ChangePoints => "change_points",
        TargetKind.ChangeRelative => "change_relative",
    };
}

/// <summary>How verdicts are written.</summary>
internal static class VerdictWords
{
    /// <summary>The word for scripts.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.Missed => "missed",
        Verdict.NotMeasurable => "not-measurable",
        Verdict.DependsOnUnresolved => "depends-on-unresolved",
    };

    /// <summary>The words for people.</summary>
    public static Phrase Phrase(Verdict verdict) => verdict switch
    {
        Verdict.Met => new("đạt", "met"),
        Verdict.Missed => new("chưa đạt", "missed"),
        Verdict.NotMeasurable => new("chưa đánh giá được", "not measurable"),
        Verdict.DependsOnUnresolved => new("phụ thuộc hộ chưa rõ", "depends on unresolved"),
    };
}
