using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>Where an income, or the points in its place, stands against a line of the law.</summary>
/// <param name="Value">The line.</param>
/// <param name="IsAtMost">Whether the income or the points are at or below it; null where they are unknown.</param>
/// <param name="Off">The income per person, or the points, minus the line, to be shown; null where unknown.</param>
internal sealed record LineStanding(StandardValue Value, bool? IsAtMost, decimal? Off)
{
    /// <summary>The line with where it holds.</summary>
    public Phrase Name => Value.Settlement == Settlement.Unknown ? Value.Name
        : Value.Name.With(", ").With(AreaWords.Settlement(Value.Settlement).Shown);

    /// <summary>The word for scripts; null where unknown.</summary>
    public string? Word => IsAtMost is { } isAtMost ? isAtMost ? "at_or_below" : "above" : null;

    /// <summary>The income lines that can hold for a household, from the lowest; none where points alone are recorded.</summary>
    public static IEnumerable<LineStanding> OfIncome(ExplainedRow row, Law law)
    {
        var (household, months) = (row.Household, law.IncomeMonths);
        if (row.Facts.ByPoints && household.Income is null) return [];
        return StandardValue.Of(law).Where(value => value.IsLine && CanHold(value.Settlement, household))
            .Select(value => new LineStanding(value, household.Income?.AtMost(value.Amount, months), household.Income?.PerPerson(months) - value.Amount));
    }

    /// <summary>The cut-offs of points that can hold for a household; none where no points are recorded.</summary>
    public static IEnumerable<LineStanding> OfPoints(ExplainedRow row, Law law)
    {
        var points = row.Household.Points;
        if (law.Standard.Points?.AtMost is not { } line || (points is null && !row.Facts.ByPoints)) return [];
        var parts = line.SameForAll ? [Settlement.Unknown] : new[] { Settlement.Rural, Settlement.Urban };
        return parts.Where(at => CanHold(at, row.Household))
            .Select(at => (At: at, Value: line.For(at == Settlement.Urban ? at : Settlement.Rural).Last(value => value.From <= law.Day)))
            .Select(cutoff => new StandardValue("b1_at_most", new("Điểm B1 không quá", "B1 points at most"), cutoff.At, cutoff.Value.From, null,
                cutoff.Value.Value, "points", cutoff.Value.Source, cutoff.Value.Checked, cutoff.Value.Note))
            .Select(value => new LineStanding(value, points is null ? null : points <= value.Amount, points - value.Amount));
    }

    private static bool CanHold(Settlement at, Household household) =>
        at == Settlement.Unknown || household.Settlement == Settlement.Unknown || at == household.Settlement;
}
