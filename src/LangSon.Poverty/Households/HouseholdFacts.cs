using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Households;

/// <summary>What the quick identification of form A gives (nhận dạng nhanh, phiếu A).</summary>
public enum QuickReview : byte
{
    /// <summary>Not told.</summary>
    None,

    /// <summary>Poor, without scoring.</summary>
    Poor,

    /// <summary>Near-poor, without scoring.</summary>
    NearPoor,

    /// <summary>Not poor, without scoring.</summary>
    NotPoor,

    /// <summary>To be scored by form B.</summary>
    NeedsScoring,
}

/// <summary>What the law asks about a household, and no more.</summary>
/// <param name="Income">The income; null when it is not known.</param>
/// <param name="Settlement">Urban or rural on the survey's day, or unknown.</param>
/// <param name="Deprivations">What it lacks, in the order of the law's indicators.</param>
public readonly record struct HouseholdFacts(Income? Income, Settlement Settlement, Deprivations Deprivations)
{
    /// <summary>Whether the points of form B1 stand in place of the income.</summary>
    public bool ByPoints { get; init; }

    /// <summary>The points of form B1; null when they are not known.</summary>
    public decimal? Points { get; init; }

    /// <summary>What form A gives; it holds where the income, or the points, are not known.</summary>
    public QuickReview Quick { get; init; }

    /// <summary>Whether what is held against the line is known.</summary>
    public bool IsMeasured => ByPoints ? Points is not null : Income is not null;
}
