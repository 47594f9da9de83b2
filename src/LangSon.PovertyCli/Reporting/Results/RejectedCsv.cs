using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary>
/// <c>rejected.csv</c>: the rows that do not count, as they came, with the reason. Files of several layouts share one
/// header: the union of theirs. It holds what came in, names included.
/// </summary>
internal static class RejectedCsv
{
    /// <summary>Writes it; returns the number of rows.</summary>
    public static long Write(Stream stream, IEnumerable<FilePass> files, Language language)
    {
        var passes = files.Where(file => file.Rejected.Any()).ToArray();
        var headers = passes.SelectMany(file => Names(file)).Distinct(StringComparer.Ordinal).ToArray();
        using var csv = new CsvTable(stream, [.. headers, "_code", "_message", "_file", "_line"]);
        foreach (var file in passes)
        {
            var names = Names(file).ToArray();
            var places = headers.Select(header => Array.IndexOf(names, header)).ToArray();
            foreach (var row in file.Rejected)
            {
                var cells = row.Cells;
                foreach (var place in places) csv.Text(place >= 0 && place < cells.Length ? cells[place] : "");
                csv.Text(string.Join(' ', row.Codes)).Text(Message(file, row, language)).Text(file.File.Name).Whole(row.Line).End();
            }
        }
        return csv.Rows;
    }

    private static IEnumerable<string> Names(FilePass file) =>
        file.Header!.Names.Take(file.Header.Width).Where(name => !name.StartsWith('_'));

    private static string Message(FilePass file, RejectedRow row, Language language) => string.Join(' ', file.MessagesOf(row)
        .Select(finding => FindingCatalogue.BuiltIn.Message(finding, language)));
}
