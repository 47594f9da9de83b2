using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>Checks of what a single round came to: are all households there, and how far do its figures carry.</summary>
/// <param name="results">The results of the run.</param>
/// <param name="round">The round.</param>
/// <param name="register">What a round with all households is held against; null where nothing was given.</param>
/// <param name="log">Takes what is found.</param>
internal sealed class RoundChecks(Results results, RoundResult round, TotalsTable? register, FindingLog log)
{
    /// <summary>So many small units are named.</summary>
    private const int MostNamed = 4;

    private readonly AreaNode[] _units = [.. round.Summary.Areas.Where(area => area.Level <= AreaLevel.Commune)];

    /// <summary>Runs all checks that are on.</summary>
    public void Run()
    {
        CheckList();
        if (register is not null) CheckCoverage(register);
        CheckBases();
        if (results.Settings.IsOn("PV8012")) CheckCells();
    }

    /// <summary>A list can't hold more households than live there (PV8010).</summary>
    private void CheckList()
    {
        foreach (var area in Smallest(IsOverfull))
            Report("PV8010", area, ("a", $"{Counts(area).Rows}"), ("b", $"{Counts(area).Households}"));
    }

    private bool IsOverfull(AreaNode area) => Counts(area) is { FromRegister: true, Households: { } resident } counts && counts.Rows > resident;

    /// <summary>
    /// The households that came, those of rejected rows included, against the register (PV8002). One household more or less
    /// is no matter of coverage, however small the unit; of a commune from which nothing came PV8001 has told.
    /// </summary>
    private void CheckCoverage(TotalsTable resident)
    {
        var limit = results.Settings.Threshold("PV8002");
        foreach (var area in Smallest(area => Came(area) is var came && resident.Find(area, Group.All)?.Households is { } all
            && Math.Abs(came - all) > Math.Max(1, all * limit)))
        {
            var (came, all) = (Came(area), resident.Find(area, Group.All)!.Value.Households!.Value);
            if (came > 0 || area.Level != AreaLevel.Commune)
                Report("PV8002", area, ("n", $"{came}"), ("all", $"{all}"), ("p", Percent(came, all)));
        }
    }

    private static Phrase Percent(long part, long whole) => whole == 0 ? new Phrase("–", "–")
        : new(Numerals.Of(100m * part / whole, 1, Language.Vietnamese), Numerals.Of(100m * part / whole, 1, Language.English));

    private long Came(AreaNode area) => Counts(area).Rows + Counts(area).Rejected;

    /// <summary>The units whose rates carry a mark, in one finding (PV8009).</summary>
    private void CheckBases()
    {
        // Of a unit whose register is wrong PV8010 has told.
        var small = _units.Where(area => results.IsSmallBase(Counts(area).Households) && !IsOverfull(area)).ToArray();
        if (small.Length == 0) return;
        log.Add(new Finding("PV8009", new Place(""))
        {
            Details =
            [
                ("r", round.Round.Id), ("n", $"{small.Length}"),
                ("units", string.Join(", ", small.Take(MostNamed).Select(area => $"{area.Code} {area.Name}".Trim())) + (small.Length > MostNamed ? ", …" : "")),
            ],
        });
    }

    /// <summary>Counts of poor or near-poor households from which somebody could be recognised (PV8012): of a commune and of each group in it.</summary>
    private void CheckCells()
    {
        var limit = results.Settings.Threshold("PV8012");
        foreach (var area in _units.Where(area => area.Level == AreaLevel.Commune))
        {
            var cells = from grouping in round.Summary.GroupsOf(area)
                        let counts = round.Summary.Of(area, grouping)
                        from poverty in new[] { PovertyClass.Poor, PovertyClass.NearPoor }
                        where counts.InClass(poverty) is { } households && households > 0 && households < limit
                        select grouping;
            if (cells.Count() is > 0 and var small) Report("PV8012", area, ("n", $"{small}"));
        }
    }

    /// <summary>The units of which something holds; the smallest one that shows it explains those above.</summary>
    private IEnumerable<AreaNode> Smallest(Func<AreaNode, bool> holds)
    {
        var explained = new HashSet<AreaNode>();
        foreach (var area in _units.OrderByDescending(area => area.Level))
        {
            if (explained.Contains(area) || !holds(area)) continue;
            explained.UnionWith(area.Upwards());
            yield return area;
        }
    }

    private AreaCounts Counts(AreaNode area) => round.Summary.Of(area, Group.All);

    private void Report(string code, AreaNode area, params ReadOnlySpan<(string, Phrase)> details) => log.Add(new Finding(code, new Place(""))
    {
        CommuneCode = area.Code,
        Details = [("unit", $"{round.Round.Id}: {area.Code} {area.Name}".Trim()), .. details],
    });
}
