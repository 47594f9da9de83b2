using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>Text for people within the width of a plain terminal: lines, lists of names and values, items.</summary>
/// <param name="output">Where to.</param>
/// <param name="language">The language.</param>
internal sealed class ScreenText(TextWriter output, Language language)
{
    /// <summary>An empty line.</summary>
    public void Gap() => output.Write('\n');

    /// <summary>A paragraph; where it is broken its lines begin with as many spaces as <paramref name="indent"/> has letters.</summary>
    public void Line(Phrase text, string indent = "")
    {
        var first = indent;
        foreach (var line in DisplayWidth.Wrap(text.In(language), AlignedText.ScreenWidth - indent.Length))
        {
            output.Write($"{first}{line}".TrimEnd(' ') + '\n');
            first = new string(' ', indent.Length);
        }
    }

    /// <summary>A line with another text at its right end, or on the next line where both don't fit.</summary>
    public void Ends(string mark, Phrase left, Phrase right)
    {
        var (start, end) = ($"{mark}{left.In(language)}", right.In(language));
        if (DisplayWidth.Of(start) + 2 + DisplayWidth.Of(end) <= AlignedText.ScreenWidth)
        {
            output.Write(DisplayWidth.Pad(start, AlignedText.ScreenWidth - DisplayWidth.Of(end), right: false) + end + '\n');
            return;
        }
        Line(left, mark);
        Line(right, new string(' ', mark.Length));
    }

    /// <summary>Names and their values, aligned.</summary>
    public void Record(IReadOnlyList<(Phrase Name, Phrase Value)> lines)
    {
        var table = new TextTable([.. lines.Select(line => new TextColumn("", line.Name))]);
        table.Add([.. lines.Select(line => Cell.Of(line.Value))]);
        AlignedText.WriteRecord(table, table.Rows[0], output, language);
    }

    /// <summary>A table.</summary>
    public void Table(TextTable table) => AlignedText.Write(table, output, language);
}
