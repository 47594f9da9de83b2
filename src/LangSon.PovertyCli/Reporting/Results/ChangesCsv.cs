using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary><c>changes.csv</c>: how every measure moved from each round to the next, and the same under each further standard of both.</summary>
internal static class ChangesCsv
{
    /// <summary>Writes it; returns the number of rows.</summary>
    public static long Write(Stream stream, Poverty.Comparison.Results results, Language language)
    {
        using var csv = new CsvTable(stream, "from", "to", "standard_from", "standard_to", "level", "area_code", "area_name", "group", "measure", "k",
            "scheme", "value_from", "value_to", "change", "change_unit", "relative_pct", "annualised", "effect_poor", "effect_households",
            "change_min", "change_max", "se", "ci_low", "ci_high", "p", "comparable", "note");
        foreach (var (from, to) in results.Pairs.Concat(results.FurtherPairs))
        {
            var (before, after) = (results.Readings[from], results.Readings[to]);
            var measures = before.Measures.Concat(after.Measures).DistinctBy(measure => measure.Name).ToArray();
            var names = measures.Select(measure => measure.Name).ToArray();
            var ground = results.Ground(from, to);
            foreach (var area in ground.Areas)
            {
                var territory = Missings.OfTerritory(results.Territory(from, to, area), area);
                foreach (var group in ground.Before.GroupsOf(area).Union(ground.Now.GroupsOf(area)).Order())
                    foreach (var (measure, change) in measures.Zip(results.Changes(from, to, area, group, names)))
                    {
                        if (group != Group.All && IsAboutNobody(change)) continue;
                        var hasEffects = measure.Unit == FigureUnit.Percent && !measure.Name.Contains(':', StringComparison.Ordinal);
                        csv.Text(before.Round.Id).Text(after.Round.Id).Text(before.Round.StandardName).Text(after.Round.StandardName)
                            .Text(AreaWords.Word(area.Level)).Text(area.Code).Text(area.Name).Text(Group.Name(group)).Text(measure.Name).Blank(2)
                            .Number(change.Before.Value).Number(change.After.Value).Number(change.Value)
                            .Text(measure.Unit == FigureUnit.Percent ? "points" : "count").Number(change.RelativePercent).Number(change.Annualised)
                            .Number(hasEffects ? change.EffectPoor : null).Number(hasEffects ? change.EffectHouseholds : null)
                            .Number(change.Bounds?.Min).Number(change.Bounds?.Max).Blank(4)
                            .Text(change.Incomparable == Incomparable.No ? "yes" : "no").Text(Notes.Join(NoteOf(change, territory).In(language), Missings.OfBase(change).In(language))).End();
                    }
            }
        }
        return csv.Rows;
    }

    private static Phrase NoteOf(Change change, Phrase territory)
    {
        var (note, lack) = (change.Incomparable == Incomparable.No ? territory : Missings.Phrase(change), Missings.Phrase(change.Lack));
        return change.Incomparable == Incomparable.Lacking ? note : new(Notes.Join(note.Vi, lack.Vi), Notes.Join(note.En, lack.En));
    }

    private static bool IsAboutNobody(Change change) =>
        change.Before.Missing == Missing.NobodyInClass || change.After.Missing == Missing.NobodyInClass;
}
