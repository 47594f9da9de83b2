using System.Globalization;
using System.Text;

namespace LangSon.PovertyCli.Reporting.Tables;

/// <summary>How many columns of a terminal a text takes.</summary>
internal static class DisplayWidth
{
    /// <summary>
    /// The columns of <paramref name="text"/>: one a letter, none for a mark that stands on the letter before it (text that
    /// is not in NFC) or an invisible character.
    /// </summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
                width++;
        return width;
    }

    /// <summary>The text filled with spaces up to <paramref name="width"/> columns; longer texts stay as they are.</summary>
    public static string Pad(string text, int width, bool right)
    {
        var spaces = new string(' ', Math.Max(0, width - Of(text)));
        return right ? spaces + text : text + spaces;
    }

    /// <summary>
    /// The text in lines of at most <paramref name="width"/> columns, broken at its own line ends and at spaces; a word that
    /// is wider than a line is cut.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ').SelectMany(word => Cut(word, width)))
            {
                if (line.Length > 0 && Of(line) + 1 + Of(word) > width)
                {
                    lines.Add(line);
                    line = "";
                }
                line = line.Length == 0 ? word : $"{line} {word}";
            }
            lines.Add(line);
        }
        return lines;
    }

    /// <summary>The text in at most <paramref name="width"/> columns; what does not fit gives way to a dot for more.</summary>
    public static string Ellipsis(string text, int width) => Of(text) <= width ? text : Cut(text, width - 1).First().TrimEnd() + "…";

    private static IEnumerable<string> Cut(string word, int width)
    {
        var piece = new StringBuilder();
        var taken = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            var one = Of(rune.ToString());
            if (taken + one > width)
            {
                yield return piece.ToString();
                piece.Clear();
                taken = 0;
            }
            piece.Append(rune.ToString());
            taken += one;
        }
        yield return piece.ToString();
    }
}
