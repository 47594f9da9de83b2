using System.Buffers.Text;

namespace LangSon.Poverty.Households;

/// <summary>Reads numbers from UTF-8 text, exactly and under one stated format; nothing is guessed.</summary>
public static class Numbers
{
    /// <summary>
    /// The number that <paramref name="text"/> writes under <paramref name="format"/>; false for anything else, such as a
    /// unit, an exponent, a separator of the other format or a misplaced thousands dot.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, NumberFormat format, out decimal value)
    {
        value = 0;
        Span<byte> plain = stackalloc byte[32];
        if (text.IsEmpty || text.Length > plain.Length) return false;
        var decimalMark = format == NumberFormat.Invariant ? (byte)'.' : (byte)',';
        var length = 0;
        var wholeDigits = 0;
        var sinceDot = -1;
        var inFraction = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                if (!inFraction) wholeDigits++;
                if (sinceDot >= 0) sinceDot++;
            }
            else if (letter == (byte)'-' && i == 0)
            {
            }
            else if (letter == decimalMark && !inFraction && wholeDigits > 0 && sinceDot is -1 or 3 && i < text.Length - 1)
            {
                inFraction = true;
                sinceDot = -1;
                letter = (byte)'.';
            }
            else if (format == NumberFormat.Vietnamese && letter == (byte)'.' && !inFraction && (sinceDot == 3 || (sinceDot < 0 && wholeDigits is >= 1 and <= 3)))
            {
                sinceDot = 0;
                continue;
            }
            else
            {
                return false;
            }
            plain[length++] = letter;
        }
        if (wholeDigits == 0 || sinceDot is not (-1 or 3)) return false;
        return Utf8Parser.TryParse(plain[..length], out value, out var used) && used == length;
    }

    /// <summary>
    /// Whether the text reads as a decimal under the invariant format but looks like thousands of the Vietnamese one:
    /// 1.234 may be one and a bit, or one thousand two hundred and thirty-four.
    /// </summary>
    public static bool IsAmbiguous(ReadOnlySpan<byte> text)
    {
        var dot = text.IndexOf((byte)'.');
        return dot is >= 1 and <= 3 && text.Length == dot + 4 && text[0] != (byte)'0' && !text[(dot + 1)..].Contains((byte)'.');
    }

    /// <summary>Whether the text is digits and nothing else.</summary>
    public static bool IsDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>A whole number of at most nine digits, or false.</summary>
    public static bool TryParseWhole(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 9) return false;
        foreach (var letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9') return false;
            value = (value * 10) + (letter - '0');
        }
        return true;
    }
}
