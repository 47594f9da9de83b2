namespace LangSon.Poverty.Quality;

/// <summary>
/// Quantiles of ordered values by definition 7 of Hyndman and Fan, that of R, NumPy and the spreadsheets' QUARTILE.INC: at
/// (n − 1)·p, counted from 0, in a straight line between two neighbours.
/// </summary>
internal static class Quantiles
{
    /// <summary>The quantile.</summary>
    /// <param name="ordered">The values, ascending; at least one.</param>
    /// <param name="share">The share of the values that lie below, 0 to 1.</param>
    public static double Of(ReadOnlySpan<double> ordered, double share)
    {
        var at = (ordered.Length - 1) * share;
        var below = (int)at;
        return below == ordered.Length - 1 ? ordered[below] : ordered[below] + ((at - below) * (ordered[below + 1] - ordered[below]));
    }
}
