namespace LangSon.Poverty.Quality;

/// <summary>Whether shares differ by more than chance gives, measured in standard deviations (z).</summary>
internal static class Proportions
{
    private const int FewestExpected = 5;

    /// <summary>
    /// The test of two proportions with their common share: (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)). 0 where by that share fewer
    /// than five of either would have it, or not have it: there the normal curve does not hold, and two poor households of
    /// forty are no wonder where a hundredth is poor (Cochran's rule).
    /// </summary>
    /// <param name="having">How many of the first have it.</param>
    /// <param name="all">How many the first are; at least 1.</param>
    /// <param name="havingElse">How many of the second have it.</param>
    /// <param name="allElse">How many the second are; at least 1.</param>
    public static double Differ(long having, long all, long havingElse, long allElse)
    {
        var common = (double)(having + havingElse) / (all + allElse);
        if (Math.Min(all, allElse) * Math.Min(common, 1 - common) < FewestExpected) return 0;
        var deviation = Math.Sqrt(common * (1 - common) * ((1.0 / all) + (1.0 / allElse)));
        return (((double)having / all) - ((double)havingElse / allElse)) / deviation;
    }

    /// <summary>The binomial test of an even chance in its normal form: (k − n/2) / (√n / 2). 0 for nobody.</summary>
    public static double Lean(long onOneSide, long onBoth) => onBoth == 0 ? 0 : ((2 * onOneSide) - onBoth) / Math.Sqrt(onBoth);
}
