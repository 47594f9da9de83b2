namespace LangSon.PovertyCli.Reading;

/// <summary>Finds what separates the fields of a text file.</summary>
internal static class Delimiter
{
    private const int Lines = 20;
    private static ReadOnlySpan<byte> Candidates => ",;\t"u8;

    /// <summary>
    /// The separator that a first line <c>sep=;</c> names, which Excel writes and takes for an instruction; null when there is
    /// no such line.
    /// </summary>
    public static byte? Named(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        var end = start.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? start : start[..end];
        return line.Length == 5 && line[4] is > 0x08 and < 0x80 and not (byte)'"' && System.Text.Ascii.EqualsIgnoreCase(line[..4], "sep="u8) ? line[4] : null;
    }

    /// <summary>A separator as people can read it.</summary>
    public static string Shown(byte separator) => separator == (byte)'\t' ? "tab" : ((char)separator).ToString();

    /// <summary>
    /// Comma, semicolon or tab: the one that stands equally often outside quotes on the most of the first 20 lines, and among
    /// equals the one that stands there more often. Title rows before the header, which have none or a stray one, and decimal
    /// commas, which the header does not have, are outvoted so. A comma when none stands anywhere.
    /// </summary>
    public static byte Detect(ReadOnlySpan<byte> start)
    {
        var best = (Lines: 0, Count: 0, Delimiter: (byte)',');
        foreach (var candidate in Candidates)
        {
            var (lines, count) = Consistency(start, candidate);
            if (lines > best.Lines || (lines == best.Lines && count > best.Count)) best = (lines, count, candidate);
        }
        return best.Delimiter;
    }

    /// <summary>
    /// What separates the fields instead of the separator that the first line names; null where that one stands anywhere, or
    /// no other does.
    /// </summary>
    public static byte? Instead(ReadOnlySpan<byte> start, byte named)
    {
        var rows = start[Math.Max(0, start.IndexOfAny((byte)'\r', (byte)'\n'))..];
        if (Consistency(rows, named).Lines > 0) return null;
        var found = Detect(rows);
        return Consistency(rows, found).Lines > 0 ? found : null;
    }

    /// <summary>On how many lines the commonest count above 0 stands, and that count.</summary>
    private static (int Lines, int Count) Consistency(ReadOnlySpan<byte> start, byte candidate)
    {
        Span<int> counts = stackalloc int[Lines];
        var lines = 0;
        var count = 0;
        var state = new QuoteState(1);
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        foreach (var value in start)
        {
            var ends = state.Next(value, value == candidate);
            if (!ends) continue;
            if (value == candidate)
            {
                count++;
                continue;
            }
            if (count > 0) counts[lines++] = count;
            count = 0;
            if (lines == Lines) break;
        }
        if (lines < Lines && count > 0) counts[lines++] = count;
        var best = (Lines: 0, Count: 0);
        foreach (var value in counts[..lines])
        {
            var equal = counts[..lines].Count(value);
            if (equal > best.Lines || (equal == best.Lines && value > best.Count)) best = (equal, value);
        }
        return best;
    }
}
