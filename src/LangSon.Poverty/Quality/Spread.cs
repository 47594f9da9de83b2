namespace LangSon.Poverty.Quality;

/// <summary>Where values lie and how far apart.</summary>
/// <param name="Mean">Their arithmetic mean.</param>
/// <param name="Deviation">Their standard deviation with n − 1, as of a sample.</param>
internal readonly record struct Spread(double Mean, double Deviation)
{
    /// <summary>
    /// The spread of at least two values. Sums of fractions depend on the order in which they are added: give them in one
    /// that the data alone decide.
    /// </summary>
    public static Spread Of(ReadOnlySpan<double> ordered)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in ordered) sum += value;
        var mean = sum / ordered.Length;
        foreach (var value in ordered) squares += (value - mean) * (value - mean);
        return new Spread(mean, Math.Sqrt(squares / (ordered.Length - 1)));
    }

    /// <summary>Whether a value lies more than so many deviations from the mean.</summary>
    public bool IsBeyond(double value, double times) => Math.Abs(value - Mean) > times * Deviation;
}
