using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Tables;

/// <summary>Prints a table for people: aligned columns within the width of a plain terminal.</summary>
internal static class AlignedText
{
    /// <summary>The columns of a plain terminal.</summary>
    public const int ScreenWidth = 80;

    // Narrower, a column of Vietnamese words falls apart into single syllables; a word longer than the other bound is cut.
    private const int NarrowestColumn = 12;
    private const int LongestWord = 24;
    private const string Gap = "  ";

    /// <summary>Header, rule, rows.</summary>
    public static void Write(TextTable table, TextWriter output, Language language)
    {
        var seen = table.Seen(Audience.People);
        string[] header = [.. seen.Select(at => table.Columns[at].Header.In(language))];
        string[][] rows = [.. table.Rows.Select(row => seen.Select(at => row[at].Shown.In(language)).ToArray())];
        bool[] right = [.. seen.Select(at => table.Columns[at].Kind == ColumnKind.Number)];
        bool[] wraps = [.. seen.Select(at => table.Columns[at].Wraps || at == seen[^1])];
        var widths = Fit([.. rows.Prepend(header)], wraps);
        WriteRow(output, header, widths, right);
        WriteRow(output, [.. widths.Select(width => new string('-', width))], widths, right);
        foreach (var (row, cells) in rows.Zip(table.Rows))
            WriteRow(output, row, widths, right, table.IsColoured ? [.. seen.Select(at => Colour(cells[at].Tone))] : null);
    }

    /// <summary>One row as a list: a line a column, the header before the value.</summary>
    public static void WriteRecord(TextTable table, IReadOnlyList<Cell> row, TextWriter output, Language language)
    {
        string[][] lines = [.. table.Seen(Audience.People).Select(at => new[] { table.Columns[at].Header.In(language), row[at].Shown.In(language) })];
        var widths = Fit(lines, [false, true]);
        foreach (var line in lines) WriteRow(output, line, widths, [false, false]);
    }

    /// <summary>
    /// As wide as the texts need; where that is too wide, the columns that may be broken give way one step at a time, always
    /// the one that adds the fewest lines to the table.
    /// </summary>
    private static int[] Fit(string[][] rows, bool[] wraps)
    {
        var columns = Enumerable.Range(0, wraps.Length);
        int[] natural = [.. columns.Select(at => rows.Max(row => row[at].Split('\n').Max(DisplayWidth.Of)))];
        int[] floors = [.. columns.Select(at => wraps[at] ? Math.Min(natural[at], Floor(rows, at)) : natural[at])];
        int[] widths = [.. columns.Select(at => wraps[at] ? Math.Min(natural[at], ScreenWidth) : natural[at])];
        var surplus = widths.Sum() + Gap.Length * (widths.Length - 1) - ScreenWidth;
        if (surplus <= 0) return widths;
        if (wraps.Count(wrap => wrap) == 1)
        {
            var only = Array.IndexOf(wraps, true);
            widths[only] = Math.Max(floors[only], widths[only] - surplus);
            return widths;
        }
        var heights = rows.Select(row => row.Select((cell, at) => DisplayWidth.Wrap(cell, widths[at]).Count).ToArray()).ToList();
        for (; surplus > 0; surplus--)
        {
            int[] candidates = [.. columns.Where(at => widths[at] > floors[at])];
            if (candidates.Length == 0) break;
            var best = candidates.Select(at => (At: at, Lines: Lines(rows, heights, at, widths[at] - 1)))
                .OrderBy(choice => choice.Lines).ThenByDescending(choice => widths[choice.At]).First().At;
            widths[best]--;
            for (var row = 0; row < rows.Length; row++) heights[row][best] = DisplayWidth.Wrap(rows[row][best], widths[best]).Count;
        }
        return widths;
    }

    /// <summary>The width below which a column's words would be cut.</summary>
    private static int Floor(string[][] rows, int column) =>
        Math.Max(NarrowestColumn, Math.Min(LongestWord, rows.Max(row => row[column].Split(' ', '\n').Max(DisplayWidth.Of))));

    /// <summary>The lines of the whole table if one column had another width.</summary>
    private static int Lines(string[][] rows, List<int[]> heights, int column, int width) =>
        rows.Select((row, number) => heights[number]
            .Select((height, at) => at == column ? DisplayWidth.Wrap(row[at], width).Count : height).Max()).Sum();

    /// <summary>The sequence that begins the colour of a tone; empty for none.</summary>
    private static string Colour(CellTone tone) => tone switch
    {
        CellTone.None => "",
        CellTone.Good => "\e[32m",
        CellTone.Bad => "\e[31m",
        CellTone.Open => "\e[33m",
    };

    private static void WriteRow(TextWriter output, string[] cells, int[] widths, bool[] right, string[]? colours = null)
    {
        IReadOnlyList<string>[] lines = [.. cells.Select((cell, at) => DisplayWidth.Wrap(cell, widths[at]))];
        for (var line = 0; line < lines.Max(cell => cell.Count); line++)
        {
            var texts = lines.Select((cell, at) => DisplayWidth.Pad(line < cell.Count ? cell[line] : "", widths[at], right[at]));
            if (colours is not null) texts = texts.Select((text, at) => colours[at].Length > 0 && !string.IsNullOrWhiteSpace(text) ? $"{colours[at]}{text.TrimEnd(' ')}\e[0m" : text);
            output.Write(string.Join(Gap, texts).TrimEnd(' '));
            output.Write('\n');
        }
    }
}
