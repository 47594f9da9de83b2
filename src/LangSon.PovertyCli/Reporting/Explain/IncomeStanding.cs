using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>Where an income stands against a line of the law.</summary>
/// <param name="Value">The line.</param>
/// <param name="IsAtMost">Whether the income is at or below it; null where the income is unknown.</param>
/// <param name="Off">The income per person minus the line, to be shown; null where the income is unknown.</param>
internal sealed record IncomeStanding(StandardValue Value, bool? IsAtMost, decimal? Off)
{
    /// <summary>The line with where it holds.</summary>
    public Phrase Name => Value.Settlement == Settlement.Unknown ? Value.Name
        : Value.Name.With(", ").With(AreaWords.Settlement(Value.Settlement).Shown);

    /// <summary>The word for scripts; null where the income is unknown.</summary>
    public string? Word => IsAtMost is { } isAtMost ? isAtMost ? "at_or_below" : "above" : null;

    /// <summary>The lines that can hold for a household, from the lowest.</summary>
    public static IEnumerable<IncomeStanding> Of(Household household, Law law) => StandardValue.Of(law)
        .Where(value => value.IsLine)
        .Where(value => value.Settlement == Settlement.Unknown || household.Settlement == Settlement.Unknown || value.Settlement == household.Settlement)
        .Select(value => new IncomeStanding(value, household.Income?.AtMost(value.Amount, law.IncomeMonths), household.Income?.PerPerson(law.IncomeMonths) - value.Amount));
}
