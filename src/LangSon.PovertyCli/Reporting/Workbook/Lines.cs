namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>
/// How many lines a text takes in a column. Heights are set by this estimate, since measuring needs fonts that a server
/// may not have; it errs towards a line too many.
/// </summary>
internal static class Lines
{
    /// <summary>Points of one line of the tables' type.</summary>
    private const double LineHeight = 12.9;

    /// <summary>The lines that <paramref name="text"/> takes in <paramref name="width"/> characters.</summary>
    public static int Count(string text, double width, bool bold)
    {
        // A width is counted in digits; a letter of running text takes about four fifths of one, a bold one a little more.
        var room = Math.Max(3, (width - 0.7) * (bold ? 1.14 : 1.16));
        var lines = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            lines++;
            double used = 0;
            foreach (var word in paragraph.Split(' '))
            {
                if (used > 0 && used + 1 + word.Length > room)
                {
                    lines++;
                    used = 0;
                }
                lines += (int)(word.Length / room);
                used = used == 0 ? word.Length % room : used + 1 + word.Length;
            }
        }
        return lines;
    }

    /// <summary>The height of a row of so many lines.</summary>
    public static double Height(int lines) => (lines * LineHeight) + 4;
}
