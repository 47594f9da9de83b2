namespace LangSon.Poverty.Standards;

/// <summary>
/// What a household lacks, a bit an indicator in the order of <see cref="Law.Indicators"/>, and how much that weighs. A bit in
/// neither mask is known not to be lacking; no bit stands in both. Made by <see cref="Law.Deprivations"/>.
/// </summary>
/// <param name="Lacking">The indicators in which the household is known to be deprived.</param>
/// <param name="Unknown">The indicators that are not known.</param>
/// <param name="AtLeast">What the deprivations weigh when every unknown one is none, in the units of <see cref="Law.PoorAt"/>.</param>
/// <param name="AtMost">What they weigh when every unknown one is one, in the same units.</param>
public readonly record struct Deprivations(uint Lacking, uint Unknown, int AtLeast, int AtMost);
