namespace LangSon.Poverty.Quality;

/// <summary>Tukey's fence: what lies outside is an outlier.</summary>
/// <param name="Low">The quartile below less so many times the distance of the quartiles; it belongs to the inside.</param>
/// <param name="High">The quartile above and as much; it belongs to the inside.</param>
/// <param name="LowerQuartile">A quarter of the values lie below.</param>
/// <param name="UpperQuartile">A quarter lie above.</param>
internal readonly record struct Fence(double Low, double High, double LowerQuartile, double UpperQuartile)
{
    /// <summary>
    /// In what a value may be off that was written in another unit: a digit too many, thousands taken for units, units taken
    /// for thousands.
    /// </summary>
    private static readonly (double Factor, string Word)[] Slips = [(0.1, "10"), (0.001, "1000"), (1000, "1/1000")];

    /// <summary>The fence of ascending values; null where half of them are one and the same, so that anything else would lie outside.</summary>
    public static Fence? Of(ReadOnlySpan<double> ordered, double times)
    {
        var (lower, upper) = (Quantiles.Of(ordered, 0.25), Quantiles.Of(ordered, 0.75));
        var reach = times * (upper - lower);
        return reach > 0 ? new Fence(lower - reach, upper + reach, lower, upper) : null;
    }

    /// <summary>Whether a value lies outside.</summary>
    public bool IsOutside(double value) => value < Low || value > High;

    /// <summary>
    /// By what a value outside would have to be divided to lie in the middle half of the others; null where nothing does.
    /// The fence itself would not do: it reaches down to next to nothing where values are skewed, as incomes are, so that a
    /// tenth of every large one lies inside.
    /// </summary>
    public string? Slip(double value)
    {
        if (!IsOutside(value)) return null;
        foreach (var (factor, word) in Slips)
            if (value * factor >= LowerQuartile && value * factor <= UpperQuartile)
                return word;
        return null;
    }
}
