namespace LangSon.Poverty.Aggregation;

/// <summary>What a figure is counted in.</summary>
public enum FigureUnit
{
    /// <summary>Households.</summary>
    Households,

    /// <summary>Persons.</summary>
    Persons,

    /// <summary>Percent; its changes are percentage points.</summary>
    Percent,
}

/// <summary>The smallest and the largest value that a figure could have, were every unresolved row resolved.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
public readonly record struct Bounds(decimal Min, decimal Max);

/// <summary>A part of a whole, kept as the two numbers until it is shown.</summary>
/// <param name="Part">The numerator.</param>
/// <param name="Whole">The denominator.</param>
public readonly record struct Share(long Part, long Whole)
{
    /// <summary>100 · part / whole, divided once and not rounded; null when the whole is 0.</summary>
    public decimal? Percent => Whole == 0 ? null : 100m * Part / Whole;
}

/// <summary>One figure of the results.</summary>
/// <param name="Value">The value: percent with full precision, or a whole number; null when it can't be given.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Share">For percentages: numerator and denominator as far as known.</param>
/// <param name="Bounds">For percentages of households or persons read from rows.</param>
/// <param name="Missing">Why there is no value.</param>
public readonly record struct Figure(decimal? Value, FigureUnit Unit, (long? Part, long? Whole)? Share, Bounds? Bounds, Missing Missing)
{
    /// <summary>A figure that the data of the round do not have: no answers to it, or no such indicator in its standard.</summary>
    public static Figure NotStated { get; } = Count(null, default, Missing.NotStated);

    /// <summary>A count.</summary>
    public static Figure Count(long? value, FigureUnit unit, Missing missing) =>
        new(value, unit, null, null, value is null ? missing : Missing.None);

    /// <summary>A percentage.</summary>
    public static Figure Rate(long? part, long? whole, Bounds? bounds, Missing missing)
    {
        var value = part is { } p && whole is { } w ? new Share(p, w).Percent : null;
        return new(value, FigureUnit.Percent, (part, whole), value is null ? null : bounds, value is null ? missing : Missing.None);
    }
}
