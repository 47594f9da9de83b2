using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>The text of a number as a sheet stores it: 1500000 and 1.5E6 are the same number and get the same text.</summary>
internal static class CellNumber
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int MaxBytes = 64;

    // The first day that Excel counts after 28 February 1900, and the last it can show.
    private const int March1900 = 61;
    private const int LastDay = 2_958_465;

    /// <summary>Writes the shortest invariant decimal text of a stored number; false when <paramref name="stored"/> is none.</summary>
    public static bool TryWrite(ReadOnlySpan<char> stored, Span<byte> utf8, out int written)
    {
        if (IsShortest(stored))
        {
            written = Encoding.ASCII.GetBytes(stored, utf8);
            return true;
        }
        written = 0;
        return double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            && TryWrite(value, utf8, out written);
    }

    /// <summary>Writes the shortest invariant decimal text that gives the same number again; without an exponent up to 28 digits.</summary>
    public static bool TryWrite(double value, Span<byte> utf8, out int written)
    {
        if (!Utf8Formatter.TryFormat(value, utf8, out written)) return false;
        if (utf8[..written].IndexOf((byte)'E') < 0) return true;
        return !decimal.TryParse(utf8[..written], NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            || (exact == 0 && value != 0)
            || Utf8Formatter.TryFormat(exact, utf8, out written);
    }

    /// <summary>
    /// Writes the day of a serial number as yyyy-MM-dd, without its time; false when it is outside what Excel shows, or its
    /// 29 February 1900, which never was.
    /// </summary>
    public static bool TryWriteDay(ReadOnlySpan<char> stored, bool from1904, Span<byte> utf8, out int written)
    {
        written = 0;
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial)) return false;
        return TryDay(serial, from1904, out var day) && day.TryFormat(utf8, out written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>The serial number of a day, counted from 1900; null for a day before that.</summary>
    public static int? SerialOf(DateOnly day) =>
        day >= new DateOnly(1900, 3, 1) ? March1900 + day.DayNumber - new DateOnly(1900, 3, 1).DayNumber
        : day >= new DateOnly(1900, 1, 1) ? day.DayNumber - new DateOnly(1899, 12, 31).DayNumber : null;

    private static bool TryDay(double serial, bool from1904, out DateOnly day)
    {
        day = default;
        if (!(serial >= (from1904 ? 0 : 1)) || serial >= LastDay + 1 - (from1904 ? 1462 : 0)) return false;
        var days = (int)serial;
        if (from1904) day = new DateOnly(1904, 1, 1).AddDays(days);
        else if (days >= March1900) day = new DateOnly(1900, 3, 1).AddDays(days - March1900);
        else if (days == March1900 - 1) return false;
        else day = new DateOnly(1899, 12, 31).AddDays(days);
        return true;
    }

    /// <summary>Whether the text is already what would be written: most cells, which need no parsing then. A double keeps 15 digits.</summary>
    private static bool IsShortest(ReadOnlySpan<char> stored)
    {
        if (stored.Length is 0 or > 15) return false;
        var point = -1;
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] is >= '0' and <= '9') continue;
            if (stored[i] != '.' || point >= 0) return false;
            point = i;
        }
        if (stored[0] == '0' && stored.Length > 1 && point != 1) return false;
        // A small fraction is written with an exponent first and then without: no need to know the bound here.
        return point < 0 || (point > 0 && point < stored.Length - 1 && stored[^1] != '0');
    }
}
