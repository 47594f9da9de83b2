using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Quality;

/// <summary>
/// Households just at or below the line against those just above it. In bands as narrow as these as many lie on one side as
/// on the other where nobody knows, or minds, where the line is: rather more above, since poverty lines lie below the middle.
/// </summary>
/// <param name="Under">Households from nine tenths of the line (not included) up to the line (included).</param>
/// <param name="Over">Households above it up to eleven tenths (included).</param>
internal readonly record struct Bunching(long Under, long Over)
{
    /// <summary>How wide a band is, as a part of the line: for a line of 1,500,000 it is 150,000.</summary>
    private const decimal Width = 0.1m;

    /// <summary>So few households lean one way by chance.</summary>
    private const int Fewest = 20;

    /// <summary>Both together.</summary>
    public static Bunching operator +(Bunching a, Bunching b) => new(a.Under + b.Under, a.Over + b.Over);

    /// <summary>The band in which a household lies; none where it lies elsewhere, or where its line is not known.</summary>
    public static Bunching Of(in Household household, Law law)
    {
        if (household.Settlement == Areas.Settlement.Unknown && law.SettlementMatters) return default;
        var settlement = household.Settlement == Areas.Settlement.Unknown ? Areas.Settlement.Rural : household.Settlement;
        if (household.ByPoints)
            return household.Points is { } points && law.PointsLine(settlement) is { } most ? Of(points > most * (1 - Width), points > most, points > most * (1 + Width)) : default;
        return household.Income is { } income && law.PoorLine(settlement) is { } line
            ? Of(!income.AtMost(line * (1 - Width), law.IncomeMonths), !income.AtMost(line, law.IncomeMonths), !income.AtMost(line * (1 + Width), law.IncomeMonths))
            : default;
    }

    /// <summary>Whether more lie under the line than an even chance gives: by the binomial test, beyond so many deviations.</summary>
    public bool IsUnlikely(double deviations) => Under + Over >= Fewest && Proportions.Lean(Under, Under + Over) > deviations;

    private static Bunching Of(bool isAboveLow, bool isAboveLine, bool isAboveHigh) =>
        !isAboveLow || isAboveHigh ? default : isAboveLine ? new Bunching(0, 1) : new Bunching(1, 0);
}
