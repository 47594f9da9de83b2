using System.Buffers;
using System.Text;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>
/// The cells of the current row, trimmed and made clean: NFC, look-alike letters and invisible characters replaced. Rows
/// of plain text are handed through as they stand; only a row in which a rare byte occurs is looked at cell by cell.
/// </summary>
internal sealed class RowText(RowSource source)
{
    /// <summary>Control characters, and the lead bytes of what may need mending: NBSP, combining marks, zero-width and direction marks, U+FFFD, mojibake.</summary>
    private static readonly SearchValues<byte> Rare = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0B, 0x0C, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A,
         0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x7F, 0xC2, 0xCC, 0xCD, 0xE2, 0xEF]);

    private readonly Dictionary<int, byte[]> _cleaned = [];

    /// <summary>How many cells were brought to NFC so far (PV1008).</summary>
    public long Normalised { get; private set; }

    /// <summary>The cell, trimmed and clean; empty for a column that the file lacks.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            if (column < 0) return default;
            if (_cleaned.Count > 0 && _cleaned.TryGetValue(column, out var cleaned)) return cleaned;
            return Bare(source[column]);
        }
    }

    /// <summary>
    /// Prepares a new row; <paramref name="report"/> is told each doubt about a cell as (code, column, detail). False when
    /// nothing rare was in the row.
    /// </summary>
    public bool Next(int width, Action<string, int, string> report)
    {
        _cleaned.Clear();
        var bytes = source.RowBytes;
        if (bytes.IndexOfAny(Rare) < 0 && bytes.IndexOf("\u00D0"u8) < 0 && bytes.IndexOf("\u0189"u8) < 0) return false;
        for (var column = 0; column < width; column++)
        {
            var cell = source[column];
            if (cell.IndexOfAny(Rare) < 0 && cell.IndexOf("\u00D0"u8) < 0 && cell.IndexOf("\u0189"u8) < 0) continue;
            var text = Encoding.UTF8.GetString(cell);
            var clean = Clean(text, column, report);
            if (clean != text) _cleaned[column] = Encoding.UTF8.GetBytes(clean);
        }
        return true;
    }

    /// <summary>Lets a cell of the current row say something else.</summary>
    public void Replace(int column, ReadOnlySpan<byte> text) => _cleaned[column] = Bare(text).ToArray();

    private string Clean(string text, int column, Action<string, int, string> report)
    {
        if (LooksDoubleEncoded(text)) report("PV1003", column, "");
        var clean = new StringBuilder(text.Length);
        var doubts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '\uFFFD':
                    doubts.Add("PV1004");
                    clean.Append(letter);
                    break;
                case '\u00D0' or '\u0189':
                    doubts.Add("PV1005");
                    clean.Append('\u0110');
                    break;
                case '\u00A0' or '\u202F' or '\u2007':
                    doubts.Add("PV1006");
                    clean.Append(' ');
                    break;
                case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD':
                    doubts.Add("PV1006");
                    break;
                case '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'):
                    doubts.Add("PV1007");
                    break;
                case < ' ' and not ('\t' or '\n' or '\r') or (>= '\u007F' and < '\u00A0'):
                case '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF'):
                    report("PV1023", column, $"{(int)letter:X4}");
                    break;
                default:
                    clean.Append(letter);
                    break;
            }
        }
        foreach (var doubt in doubts) report(doubt, column, doubt == "PV1005" ? "\u00D0" : "");
        var result = Nfc.Of(clean.ToString());
        if (!clean.Equals(result)) Normalised++;
        return result.Trim();
    }

    /// <summary>Vietnamese UTF-8 read as Windows-1252 and written again: á» and áº stand before a sign, Ä‘ is đ, Æ° is ư.</summary>
    private static bool LooksDoubleEncoded(string text) =>
        text.Contains("á»", StringComparison.Ordinal) || text.Contains("áº", StringComparison.Ordinal)
        || text.Contains("Ä‘", StringComparison.Ordinal) || text.Contains("Ã¡", StringComparison.Ordinal)
        || text.Contains("Ã ", StringComparison.Ordinal) || text.Contains("Æ°", StringComparison.Ordinal);

    /// <summary>A text without the blanks around it, and without the apostrophe that keeps a spreadsheet from running it.</summary>
    public static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return cell;
        if (cell[0] <= ' ' || cell[^1] <= ' ') cell = cell.Trim(" \t\r\n"u8);
        // Our own lists put an apostrophe before what a spreadsheet would take for a formula.
        return cell.Length > 1 && cell[0] == '\'' && cell[1] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' ? cell[1..] : cell;
    }
}
