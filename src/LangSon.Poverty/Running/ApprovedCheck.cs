using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// Holds the approved counts of a round against what its files give now (PV8011): one finding for each of the smallest units
/// that differ, since those above differ with them, and one for the province.
/// </summary>
internal sealed class ApprovedCheck(RoundResult round, FindingLog log)
{
    private static readonly string[] Measures = ["households", "poor", "near_poor"];

    /// <summary>Checks a round that has both.</summary>
    public void Run()
    {
        if (round.Round is not { Approved: { } approved, Files.Count: > 0 }) return;
        var explained = new HashSet<AreaNode>();
        var differing = new List<(AreaNode Area, (Measure Measure, decimal? Approved, decimal? Counted)[] Figures)>();
        foreach (var area in round.Summary.Areas.Where(area => area.Level != AreaLevel.Tag).OrderByDescending(area => area.Level))
        {
            var counts = round.Summary.Of(area, Group.All);
            var figures = (from measure in Measure.Counted
                           where Measures.Contains(measure.Name)
                           let stated = approved.Find(area.Level, area.Code, Group.Name(Group.All), measure.Name)?.Value
                           let counted = round.Find(counts, measure.Name)?.Value
                           // None counted is the same as none stated.
                           where stated != counted && (stated ?? 0) + (counted ?? 0) > 0
                           select (measure, stated, counted)).ToArray();
            if (figures.Length == 0 || (explained.Contains(area) && area.Level != AreaLevel.Province)) continue;
            explained.UnionWith(area.Upwards());
            differing.Add((area, figures));
        }
        foreach (var (area, figures) in differing.OrderBy(item => item.Area.Level).ThenBy(item => item.Area.Code, StringComparer.Ordinal))
            log.Add(new Finding("PV8011", new Place(""))
            {
                CommuneCode = area.Code,
                Value = round.Round.Id,
                Details =
                [
                    ("unit", $"{area.Code} {area.Name}".Trim()), ("r", round.Round.Id), ("decision", approved.Decision),
                    ("a", Listed(figures.Select(figure => (figure.Measure, figure.Approved)))), ("b", Listed(figures.Select(figure => (figure.Measure, figure.Counted)))),
                ],
            });
    }

    private static Phrase Listed(IEnumerable<(Measure Measure, decimal? Value)> figures)
    {
        var all = figures.Select(figure => new Phrase(One(figure, Language.Vietnamese), One(figure, Language.English))).ToArray();
        return new(string.Join(", ", all.Select(one => one.Vi)), string.Join(", ", all.Select(one => one.En)));
    }

    private static string One((Measure Measure, decimal? Value) figure, Language language) =>
        $"{figure.Measure.Title.Within().In(language)} {(figure.Value is { } value ? Numerals.Of(value, 0, language) : "–")}";
}
