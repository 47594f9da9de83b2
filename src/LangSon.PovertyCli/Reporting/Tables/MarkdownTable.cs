using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Tables;

/// <summary>Prints a table as Markdown, for the pages under docs/.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes what people see of <paramref name="table"/>, with LF line ends.</summary>
    public static void Write(TextTable table, TextWriter output, Language language)
    {
        var seen = table.Seen(Audience.People);
        WriteRow(output, seen.Select(at => table.Columns[at].Header.In(language)));
        WriteRow(output, seen.Select(at => table.Columns[at].Kind == ColumnKind.Number ? "---:" : "---"));
        foreach (var row in table.Rows) WriteRow(output, seen.Select(at => row[at].Shown.In(language)));
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> cells) =>
        output.Write($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
}
