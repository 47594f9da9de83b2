using System.Globalization;
using System.Numerics;

namespace LangSon.Poverty.Standards;

/// <summary>
/// A part of a whole, held as two whole numbers in lowest terms: a third stays a third, and nothing is rounded before it is
/// compared. Neither number is negative, and the lower one is at most <see cref="LargestDenominator"/>.
/// </summary>
public readonly record struct Fraction
{
    /// <summary>Within it a sum of 32 fractions with one denominator, and the product of two numbers, stay within 64 bits.</summary>
    public const long LargestDenominator = 1_000_000_000;

    private const int Decimals = 9;

    /// <summary>Reduces a fraction to its lowest terms.</summary>
    public Fraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    /// <summary>The whole.</summary>
    public static Fraction One { get; } = new(1, 1);

    /// <summary>The upper number.</summary>
    public long Numerator { get; }

    /// <summary>The lower number.</summary>
    public long Denominator { get; }

    /// <summary>The nearest double, for outputs that hold decimal numbers.</summary>
    public double Nearest => (double)Numerator / Denominator;

    /// <summary>Reads a fraction <c>1/3</c>, a percentage <c>33%</c> or a decimal number <c>0.33</c> of up to 9 decimals, above 0 and up to 1, exactly as written.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Fraction fraction)
    {
        fraction = default;
        if (text.IndexOf('/') is >= 0 and var slash)
        {
            if (!TryWhole(text[..slash], out var upper) || !TryWhole(text[(slash + 1)..], out var lower)) return false;
            return TryShare(upper, lower, out fraction);
        }
        var isPercent = text.EndsWith("%");
        if (!decimal.TryParse(isPercent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 100) return false;
        if (isPercent) number /= 100;
        if (number.Scale > Decimals) return false;
        var denominator = (long)Math.Pow(10, number.Scale);
        return TryShare((long)(number * denominator), denominator, out fraction);
    }

    /// <summary>The smallest number that every denominator divides; null beyond <see cref="LargestDenominator"/>.</summary>
    public static int? CommonDenominator(IEnumerable<Fraction> fractions)
    {
        var common = 1L;
        foreach (var fraction in fractions)
        {
            common *= fraction.Denominator / (long)BigInteger.GreatestCommonDivisor(common, fraction.Denominator);
            if (common > LargestDenominator) return null;
        }
        return (int)common;
    }

    /// <summary>How many parts this is of a whole cut into <paramref name="parts"/>, rounded up to a whole part.</summary>
    public int PartsOf(int parts) => (int)(((Numerator * parts) + Denominator - 1) / Denominator);

    /// <summary>As written: <c>1/3</c>; a whole number stands alone.</summary>
    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    private static bool TryShare(long upper, long lower, out Fraction fraction)
    {
        var isShare = upper > 0 && upper <= lower && lower <= LargestDenominator;
        fraction = isShare ? new Fraction(upper, lower) : default;
        return isShare;
    }

    private static bool TryWhole(ReadOnlySpan<char> text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
