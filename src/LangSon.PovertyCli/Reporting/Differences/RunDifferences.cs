using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Reporting.Differences;

/// <summary>Something by which two runs differ as a whole.</summary>
/// <param name="Item">The word for scripts, such as <c>input</c> or <c>status</c>.</param>
/// <param name="Of">The file or round that it is of; empty for the whole run.</param>
/// <param name="Before">In the first run; null: it is not there.</param>
/// <param name="After">In the second, likewise.</param>
internal sealed record RunDifference(string Item, string Of, string? Before, string? After);

/// <summary>All by which two runs differ.</summary>
/// <param name="Runs">What they were made of.</param>
/// <param name="Figures">Their figures.</param>
/// <param name="Households">The households; null where no year has a list in both runs.</param>
/// <param name="MissingYears">The years that only one of the runs has a list of.</param>
internal sealed record RunDifferences(
    IReadOnlyList<RunDifference> Runs, IReadOnlyList<FigureDifference> Figures, IReadOnlyList<HouseholdDifference>? Households, IReadOnlyList<string> MissingYears)
{
    private const string Lists = "classes-";

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Runs.Count + Figures.Count + MissingYears.Count == 0 && Households is not { Count: > 0 };

    /// <summary>Compares two runs; one side is held, the other read row by row.</summary>
    public static RunDifferences Of(RunFolder before, RunFolder after)
    {
        foreach (var run in new[] { before, after })
            if (!File.Exists(run["results.csv"]))
                throw new ExitException(ExitCode.Usage, new($"{run.Shown} không có results.csv để so sánh", $"{run.Shown} has no results.csv to compare"));
        var figures = new FigureComparison();
        Read(before, "results.csv", rows => FigureRow.ForEach(rows, figures.Before));
        Read(after, "results.csv", rows => FigureRow.ForEach(rows, figures.After));
        string[] years = [.. YearsOf(before).Intersect(YearsOf(after)).Order(StringComparer.Ordinal)];
        return new RunDifferences([.. Whole(before.Record, after.Record)], [.. figures.Differences], years.Length == 0 ? null : [.. Follow(before, after, years)],
            [.. YearsOf(before).Union(YearsOf(after)).Except(years).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<HouseholdDifference> Follow(RunFolder before, RunFolder after, string[] years)
    {
        var (old, now) = (before.Record, after.Record);
        var corrected = Corrections(after).Except(Corrections(before)).Select(correction => correction.Id).ToHashSet(StringComparer.Ordinal);
        var comparison = new HouseholdComparison(corrected, !Hashes(old.Surveys).SetEquals(Hashes(now.Surveys)), (old.Tool, old.OfficialClass) != (now.Tool, now.OfficialClass));
        foreach (var year in years)
        {
            Read(before, $"{Lists}{year}.csv", rows => HouseholdRow.ForEach(rows, row => Own(old, row, comparison.Before)));
            Read(after, $"{Lists}{year}.csv", rows => HouseholdRow.ForEach(rows, row => Own(now, row, comparison.After)));
        }
        return comparison.Differences;
    }

    /// <summary>A household's class is the one by the standard of its round; what it would be under another one is not compared.</summary>
    private static void Own(RunRecord run, HouseholdRow row, Action<HouseholdRow> take)
    {
        if (run.Rounds.Any(round => round.Standard == row.Standard && $"{round.Year}" == row.Year)) take(row);
    }

    private static IEnumerable<RunDifference> Whole(RunRecord before, RunRecord after)
    {
        if (before.Tool != after.Tool) yield return new RunDifference("tool", "", before.Tool, after.Tool);
        if (before.ConfigHash != after.ConfigHash) yield return new RunDifference("config", "", before.ConfigHash, after.ConfigHash);
        if (before.OfficialClass != after.OfficialClass) yield return new RunDifference("official_class", "", before.OfficialClass, after.OfficialClass);
        foreach (var id in before.Rounds.Concat(after.Rounds).Select(round => round.Id).Distinct())
        {
            var (old, now) = (before.Rounds.FirstOrDefault(round => round.Id == id), after.Rounds.FirstOrDefault(round => round.Id == id));
            if (old?.Standard != now?.Standard) yield return new RunDifference("standard", id, old?.Standard, now?.Standard);
            if (old?.Status != now?.Status) yield return new RunDifference("status", id, old?.Status, now?.Status);
            if (old?.Decision != now?.Decision) yield return new RunDifference("decision", id, old?.Decision, now?.Decision);
        }
        foreach (var path in before.Inputs.Concat(after.Inputs).Select(file => file.Path).Distinct().Order(StringComparer.Ordinal))
        {
            var (old, now) = (Hash(before, path), Hash(after, path));
            if (old != now) yield return new RunDifference("input", path, old, now);
        }
    }

    private static string? Hash(RunRecord run, string path) => run.Inputs.FirstOrDefault(file => file.Path == path)?.Sha256;

    private static HashSet<string> Hashes(IEnumerable<WrittenFile> files) => files.Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> YearsOf(RunFolder run) => run.Record.Outputs.Select(file => file.Path)
        .Where(path => path.StartsWith(Lists, StringComparison.Ordinal) && File.Exists(run[path])).Select(path => Path.GetFileNameWithoutExtension(path)[Lists.Length..]);

    /// <summary>The corrections that a run applied.</summary>
    private static List<(string Id, string Column, string New)> Corrections(RunFolder run)
    {
        var applied = new List<(string Id, string Column, string New)>();
        if (File.Exists(run["corrections.csv"]))
            Read(run, "corrections.csv", rows => PlainTable.ForEach(rows, ["id", "column", "new", "state"], (_, row) =>
            {
                if (row["state"] == "applied") applied.Add((row["id"], row["column"], row["new"]));
            }));
        return applied;
    }

    private static void Read(RunFolder run, string name, Func<RowSource, PlainTable> read)
    {
        var shown = $"{Path.TrimEndingDirectorySeparator(run.Shown)}/{name}";
        try
        {
            using var rows = HouseholdFile.Open(run[name], shown, ReadingOptions.Default);
            if (read(rows).Faults is [var fault, ..]) throw new ExitException(ExitCode.Usage, Sentence(fault));
        }
        catch (FileRefusedException refusal)
        {
            throw new ExitException(ExitCode.Usage, Sentence(refusal.Finding), refusal);
        }
    }

    private static Phrase Sentence(Finding finding) => new(FindingTables.Line(finding, Language.Vietnamese), FindingTables.Line(finding, Language.English));
}
