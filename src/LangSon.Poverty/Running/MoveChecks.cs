using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Quality;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>Whether units moved more than is likely between two rounds under one standard, or not at all.</summary>
internal sealed class MoveChecks(Results results, FindingLog log)
{
    /// <summary>
    /// Below this many households before, a change of 2 % is one or two dozen households and says nothing: PV8005 and
    /// PV8006 are for units of at least this size.
    /// </summary>
    private const long SmallBase = 500;

    /// <summary>From so many sister units on their changes tell what is usual.</summary>
    private const int FewestSisters = 5;

    /// <summary>Beyond so many standard deviations of its sisters' changes a unit stands out.</summary>
    private const double Deviations = 3;

    /// <summary>Sisters that moved as one would make a hundredth of a point stand out; a unit is left alone within so many points of them.</summary>
    private const double LeastPoints = 1;

    /// <summary>A figure or two may be the same by chance; from so many on, the file is probably last year's.</summary>
    private const int FewestFigures = 3;

    /// <summary>A change of the number of households beyond this share is looked at (PV8005).</summary>
    private readonly decimal _unusualGrowth = results.Settings.Threshold("PV8005");

    /// <summary>A rate that moved more points than this is looked at (PV8006).</summary>
    private readonly decimal _unusualPoints = results.Settings.Threshold("PV8006");

    private readonly decimal _alikeFrom = results.Settings.Threshold("PV8007");

    /// <summary>Runs all checks of a step.</summary>
    public void Check(int from, int to)
    {
        AreaNode[] areas = [.. results.AreasOf(from, to).Where(area => area.Level <= AreaLevel.Commune)];
        var large = new List<(AreaNode Area, Change Rate)>();
        foreach (var area in areas)
        {
            var households = results.Change(from, to, area, Group.All, "households");
            if (households.Before.Value is not >= SmallBase || households.Value is not { } growth) continue;
            if (Math.Abs(growth) > households.Before.Value * _unusualGrowth)
                Report("PV8005", from, to, area, ("a", $"{households.Before.Value}"), ("b", $"{households.After.Value}"));
            if (results.Change(from, to, area, Group.All, "poor_rate") is { Value: not null } rate) large.Add((area, rate));
        }
        CheckRates(from, to, large);
        if (results.Base(to) != from) return;
        foreach (var area in areas.Where(area => area.Level == AreaLevel.Commune))
            if (Unchanged(from, to, area) is { } figures)
                Report("PV8007", from, to, area, ("n", $"{figures}"), ("y1", results.Readings[from].Round.Id));
    }

    /// <summary>
    /// A rate that moved more points than usual, or otherwise than its sister units (of the same parent, with at least as
    /// many households as matter here). The unit itself is none of them: one of six can't lie beyond 2.04 deviations of all six.
    /// </summary>
    private void CheckRates(int from, int to, List<(AreaNode Area, Change Rate)> units)
    {
        foreach (var (area, rate) in units)
        {
            double[] sisters = [.. units.Where(other => other.Area != area && other.Area.Parent == area.Parent && other.Area.Level == area.Level)
                .Select(other => (double)other.Rate.Value!.Value).Order()];
            var points = (double)rate.Value!.Value;
            var usual = sisters.Length < FewestSisters ? default(Spread?) : Spread.Of(sisters);
            // Who moved less than the others has not moved a lot: a town where few are poor can't fall as far as they do.
            var standsOut = usual is { } spread && spread.IsBeyond(points, Deviations) && Math.Abs(points - spread.Mean) > LeastPoints && Math.Abs(points) > Math.Abs(spread.Mean);
            if (Math.Abs(rate.Value.Value) <= _unusualPoints && !standsOut) continue;
            Report("PV8006", from, to, area, ("a", $"{rate.Before.Value:0.00}"), ("b", $"{rate.After.Value:0.00}"), ("sisters", standsOut ? Sisters(sisters.Length, usual!.Value.Mean) : ""));
        }
    }

    private static Phrase Sisters(int units, double mean) => new(
        $" ({units} đơn vị khác cùng cấp trên thay đổi trung bình {Numerals.Signed((decimal)mean, 2, Language.Vietnamese)} điểm phần trăm)",
        $" (the {units} other units beside it moved {Numerals.Signed((decimal)mean, 2, Language.English)} points on average)");

    /// <summary>How many figures of a commune all equal those of last year; null where one differs or they would be too few to tell.</summary>
    private int? Unchanged(int from, int to, AreaNode area)
    {
        var ground = results.Ground(from, to);
        if (!ground.Before.Has(area) || !ground.Now.Has(area) || ground.Unplaced.ContainsKey(area)) return null;
        var now = ground.Now.Of(area, Group.All);
        if (now.Households is not { } households || households < _alikeFrom || now.InClass(Standards.PovertyClass.Poor) is not > 0) return null;
        var (before, after) = (Figures(from, ground.Before, area), Figures(to, ground.Now, area));
        return before.SequenceEqual(after) && after.Count(figure => figure is not null) is var known && known >= FewestFigures ? known : null;
    }

    /// <summary>The counts of a unit, and of each deprivation among the poor and near-poor; rates follow from them.</summary>
    private IReadOnlyList<decimal?> Figures(int reading, Summary summary, AreaNode area)
    {
        var round = results.Readings[reading];
        var counts = summary.Of(area, Group.All);
        return [.. round.Measures.Where(measure => measure.Unit != FigureUnit.Percent || measure.Name.StartsWith("deprived", StringComparison.Ordinal))
            .Select(measure => round.Find(counts, measure.Name)).Select(figure => figure?.Share?.Part ?? figure?.Value)];
    }

    private void Report(string code, int from, int to, AreaNode area, params ReadOnlySpan<(string, Phrase)> details) => log.Add(new Finding(code, new Place(""))
    {
        CommuneCode = area.Code,
        Value = $"{results.Readings[from].Round.Id} → {results.Readings[to].Round.Id}",
        Details = [("unit", $"{area.Code} {area.Name}".Trim()), .. details],
    });
}
