using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Households;

/// <summary>What the law asks about a household, and no more.</summary>
/// <param name="Income">The income; null when it is not known.</param>
/// <param name="Settlement">Urban or rural on the survey's day, or unknown.</param>
/// <param name="Deprivations">What it lacks, in the order of the law's indicators.</param>
public readonly record struct HouseholdFacts(Income? Income, Settlement Settlement, Deprivations Deprivations);
