using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Classification;

/// <summary>What an alternative is about.</summary>
public enum Facet
{
    /// <summary>The income per person (thu nhập bình quân đầu người).</summary>
    Income,

    /// <summary>The points of form B1 in place of the income (điểm B1).</summary>
    Points,

    /// <summary>Urban or rural (thành thị, nông thôn).</summary>
    Settlement,

    /// <summary>The deprivations, by number or weight (số chỉ số thiếu hụt, điểm thiếu hụt).</summary>
    Deprivations,
}

/// <summary>One thing about a household otherwise than it is, or answered where it is open, and the class that follows.</summary>
/// <param name="Facet">What it is about.</param>
/// <param name="Facts">A household for which it holds.</param>
/// <param name="Decision">What the rules give for it.</param>
public sealed record Alternative(Facet Facet, HouseholdFacts Facts, Decision Decision)
{
    /// <summary>Of an income: above this, per person for the months of the law's lines; of points: above so many; null: no lower bound.</summary>
    public decimal? Above { get; init; }

    /// <summary>Of an income: at or below this, per person for the months of the law's lines; of points: at most so many; null: no upper bound.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>Of deprivations: they weigh at least so much in all, the known ones among them; in parts of <see cref="Law.Whole"/>, so where they are counted their number.</summary>
    public int? Fewest { get; init; }

    /// <summary>Of deprivations: they weigh at most so much in all.</summary>
    public int? Most { get; init; }

    /// <summary>Where the class stays open: the answers that are then asked for next; else empty.</summary>
    public IReadOnlyList<Alternative> Then { get; init; } = [];
}
