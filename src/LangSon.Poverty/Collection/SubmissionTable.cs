using System.Globalization;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>Reads what a table of submissions says of one round; its faults are those of the table (PV9001).</summary>
/// <param name="files">The files of households and members that the round's patterns match.</param>
/// <param name="gazetteer">The units of the round's day; null where areas come from the data.</param>
public sealed class SubmissionTable(IReadOnlyCollection<string> files, Gazetteer? gazetteer)
{
    private readonly List<Finding> _absent = [];

    /// <summary>The listed files that the round does not have (PV1001).</summary>
    public IReadOnlyList<Finding> Absent => _absent;

    /// <summary>The numbers of the rounds that the rows are of, in their order: a row without a round is of the last one by date.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rounds">The rounds by date, by id and year.</param>
    public static ILookup<int, PlainTable.Row> ByRound(PlainTable table, IReadOnlyList<(string Id, int Year)> rounds)
    {
        return table.Rows.ToLookup(Number);

        int Number(PlainTable.Row row)
        {
            var name = row["round"];
            if (name.Length == 0) return rounds.Count - 1;
            var byId = Enumerable.Range(0, rounds.Count).Where(i => rounds[i].Id == name).ToArray();
            var found = byId.Length > 0 ? byId : [.. Enumerable.Range(0, rounds.Count).Where(i => rounds[i].Year.ToString(CultureInfo.InvariantCulture) == name)];
            if (found is [var only]) return only;
            row.Fault("round", new Phrase($"\"{name}\" không phải một kỳ; có các kỳ {string.Join(", ", rounds.Select(round => round.Id))}", $"\"{name}\" is not one round; there are {string.Join(", ", rounds.Select(round => round.Id))}"));
            return -1;
        }
    }

    /// <summary>The submissions of the rows, in their order.</summary>
    public IReadOnlyList<(PlainTable.Row Row, Submission Submission)> Of(IEnumerable<PlainTable.Row> rows)
    {
        var submissions = new List<(PlainTable.Row Row, Submission Submission)>();
        var known = new HashSet<(string Key, string? File)>();
        foreach (var row in rows)
        {
            var unit = row.Text("unit");
            var state = SubmissionWords.StateOf(row);
            var submission = new Submission(unit, AreaOf(row, unit), FileOf(row, state), row.Day("received"), state) { Named = row["file"].Length > 0 ? row["file"] : null };
            if (unit.Length > 0 && !known.Add((submission.Key, submission.File)))
                row.Fault("unit", new($"\"{unit}\" xuất hiện hai lần với cùng một tệp", $"\"{unit}\" stands twice with one and the same file"));
            submissions.Add((row, submission));
        }
        return submissions;
    }

    /// <summary>The file as the run names it: by its whole name, else by its bare name where only one file has that.</summary>
    private string? FileOf(PlainTable.Row row, SubmissionState? state)
    {
        var typed = row["file"].Replace('\\', '/');
        if (typed.Length == 0) return null;
        if (typed.StartsWith("./", StringComparison.Ordinal)) typed = typed[2..];
        if (files.Contains(typed)) return typed;
        var bare = files.Where(file => file.EndsWith('/' + typed, StringComparison.Ordinal)).ToArray();
        if (bare is [var only]) return only;
        if (bare.Length > 1)
            row.Fault("file", new($"\"{typed}\" có thể là {string.Join(" / ", bare)}; hãy ghi cả thư mục", $"\"{typed}\" may be {string.Join(" / ", bare)}; name the folder too"));
        else if (state != SubmissionState.Missing)
            _absent.Add(new Finding("PV1001", new Place(typed))
            {
                Details = [("reason", new Phrase($"không có trong các tệp của kỳ (được nêu ở {row.File}:{row.Line})", $"it is not among the files of the round (asked for at {row.File}:{row.Line})").With(Nearest.Hint(Nearest.To(typed, files))))],
            });
        return null;
    }

    private Area? AreaOf(PlainTable.Row row, string unit)
    {
        if (gazetteer is null || unit.Length == 0) return null;
        var found = UnitsOf(gazetteer, unit);
        if (found is [var only]) return only;
        AreaLevel[] levels = [AreaLevel.Commune, AreaLevel.District, AreaLevel.Province];
        var hint = found.Count > 0 ? gazetteer.OneOf(found) : unit.All(char.IsAsciiDigit) ? gazetteer.ForCode(unit, AreaLevel.Commune) : gazetteer.ForName(unit[(unit.LastIndexOf('/') + 1)..], levels, null);
        row.Fault("unit", new Phrase($"\"{unit}\" không phải một đơn vị của ngày rà soát: ", $"\"{unit}\" is not one unit of the survey day: ").With(hint.Words));
        return null;
    }

    /// <summary>The units that a code, a name, or a district and a name with a slash between may mean.</summary>
    internal static IReadOnlyList<Area> UnitsOf(Gazetteer gazetteer, string text)
    {
        if ((gazetteer.ByCode(text) ?? gazetteer.ByCode(text, AreaLevel.Commune, out _)) is { } coded) return [coded];
        if (text.Split('/', 2) is not [var above, var name]) return gazetteer.ByName(NameKey.Unnumbered(text), unit => unit.Level is AreaLevel.Commune or AreaLevel.District);
        var districts = gazetteer.ByName(above.Trim(), unit => unit.Level == AreaLevel.District);
        return gazetteer.ByName(name.Trim(), unit => unit.Level == AreaLevel.Commune && districts.Any(district => gazetteer.IsIn(unit, district)));
    }
}
