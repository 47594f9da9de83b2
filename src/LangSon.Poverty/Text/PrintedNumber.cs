using System.Globalization;

namespace LangSon.Poverty.Text;

/// <summary>A number as it was printed: rounded half away from zero to the decimals that it shows.</summary>
/// <param name="Value">The printed value.</param>
/// <param name="Decimals">How many decimals it was rounded to.</param>
public readonly record struct PrintedNumber(decimal Value, int Decimals)
{
    /// <summary>More decimals than this no table prints.</summary>
    private const int MostDecimals = 10;

    /// <summary>The smallest of the values that print like this; for a positive one it is among them.</summary>
    public decimal Low => Value - HalfUnit;

    /// <summary>The largest of the values that print like this; for a positive one it is not among them.</summary>
    public decimal High => Value + HalfUnit;

    private decimal HalfUnit => new(5, 0, 0, false, (byte)(Decimals + 1));

    /// <summary>An exact value as it would be printed with these decimals.</summary>
    public decimal Round(decimal exact) => Math.Round(exact, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>Whether an exact value prints like this.</summary>
    public bool Prints(decimal exact) => Round(exact) == Value;

    /// <summary>Whether any value from <paramref name="low"/> to <paramref name="high"/> prints like this: rounding keeps the order of values.</summary>
    public bool PrintsOneOf(decimal low, decimal high) => Round(low) <= Value && Value <= Round(high);

    /// <summary>Reads a number with a point or a comma before its decimals, a sign and a percent sign or not; null where it is none.</summary>
    public static PrintedNumber? Read(string text)
    {
        var plain = text.Replace("%", "", StringComparison.Ordinal).Replace('−', '-').Replace(',', '.').Trim();
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : plain.Length - point - 1;
        return decimals > MostDecimals ? null : new PrintedNumber(value, decimals);
    }
}
