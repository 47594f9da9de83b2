using System.Numerics;

namespace LangSon.Poverty.Households;

/// <summary>
/// What a household lacks, a bit an indicator in the order of <see cref="Standards.Law.Indicators"/>. A bit in neither mask
/// is known not to be lacking; no bit stands in both.
/// </summary>
/// <param name="Lacking">The indicators in which the household is known to be deprived.</param>
/// <param name="Unknown">The indicators that are not known.</param>
public readonly record struct Deprivations(uint Lacking, uint Unknown)
{
    /// <summary>How many deprivations there are when every unknown one is none.</summary>
    public int AtLeast => BitOperations.PopCount(Lacking);

    /// <summary>How many deprivations there are when every unknown one is one.</summary>
    public int AtMost => BitOperations.PopCount(Lacking | Unknown);
}
