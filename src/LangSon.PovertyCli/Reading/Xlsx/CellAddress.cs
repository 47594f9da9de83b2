using System.Globalization;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>Cell addresses such as <c>D7</c>.</summary>
internal static class CellAddress
{
    /// <summary>The rows that a sheet can have.</summary>
    public const int Rows = 1_048_576;

    /// <summary>The columns that a sheet can have.</summary>
    public const int Columns = 16_384;

    /// <summary>
    /// Reads an address: the column from 0, the row from 1. False when it is none; a column or row over the limits is told by
    /// its number, as far as an int holds it.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int column, out int row)
    {
        (column, row) = (0, 0);
        var at = 0;
        for (; at < text.Length && text[at] is >= 'A' and <= 'Z'; at++)
        {
            if (at == 5) return false;
            column = column * 26 + text[at] - 'A' + 1;
        }
        if (at == 0 || at == text.Length || text.Length - at > 9 || text[at] == '0') return false;
        for (; at < text.Length; at++)
        {
            if (text[at] is < '0' or > '9') return false;
            row = row * 10 + text[at] - '0';
        }
        column--;
        return true;
    }

    /// <summary>The address of a column from 0 and a row from 1.</summary>
    public static string Of(int column, long row)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) letters[--at] = (char)('A' + rest % 26);
        return string.Create(CultureInfo.InvariantCulture, $"{letters[at..]}{row}");
    }
}
