using System.Globalization;

namespace LangSon.Poverty.Text;

/// <summary>Numbers as people read them: 4.643 and 2,32 in Vietnamese, 4,643 and 2.32 in English.</summary>
public static class Numerals
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" };

    /// <summary>The value rounded half away from zero to <paramref name="decimals"/>, with thousands separated.</summary>
    public static string Of(decimal value, int decimals, Language language) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString($"N{decimals}", language == Language.Vietnamese ? Vietnamese : English);

    /// <summary>The same with a plus before a rise.</summary>
    public static string Signed(decimal value, int decimals, Language language) =>
        (Math.Round(value, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" : "") + Of(value, decimals, language);
}
