using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>The corrections of one round, found by the household's id.</summary>
public sealed class Corrections
{
    private readonly Dictionary<byte[], Correction[]> _byId = new(Utf8Keys.Comparer);

    private Corrections(IReadOnlyList<Correction> all)
    {
        All = all;
        foreach (var household in all.GroupBy(correction => correction.Id, StringComparer.Ordinal))
            _byId.Add(Encoding.UTF8.GetBytes(household.Key), [.. household]);
    }

    /// <summary>All of them, in the order of the table.</summary>
    public IReadOnlyList<Correction> All { get; }

    /// <summary>The corrections of a household; empty for most. Nothing is allocated.</summary>
    public ReadOnlySpan<Correction> Of(ReadOnlySpan<byte> id) =>
        _byId.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(id, out var found) ? found : [];

    /// <summary>
    /// Reads a table of corrections, by round; one without a round is of the last. Unknown columns and rounds, and two
    /// corrections of one cell, are faults of the table.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="rounds">The rounds by date, each with the indicators of its law, which are columns too.</param>
    public static IReadOnlyDictionary<string, Corrections> Read(PlainTable table, IReadOnlyList<(string Id, IReadOnlyCollection<string> Indicators)> rounds)
    {
        var read = new List<Correction>();
        var cells = new HashSet<(string Round, string Id, string Column)>();
        foreach (var row in table.Rows)
        {
            var (id, column) = (row.Text("id"), row.Text("column"));
            if (id.Length == 0 || column.Length == 0 || RoundOf(row, rounds) is not { } round || !IsKnown(row, column, rounds[round].Indicators)) continue;
            if (!cells.Add((rounds[round].Id, id, column)))
            {
                row.Fault("column", new($"ô này của hộ {id} đã có một đính chính ở dòng trên", $"this cell of the household {id} has a correction above already"));
                continue;
            }
            read.Add(new Correction(rounds[round].Id, id, column, Text(row, "old"), Text(row, "new"), new Place(row.File, null, row.Line)) { Who = row.Text("who"), Why = row.Text("why") });
        }
        return read.GroupBy(correction => correction.Round, StringComparer.Ordinal).ToDictionary(round => round.Key, round => new Corrections([.. round]), StringComparer.Ordinal);
    }

    private static CorrectionText Text(PlainTable.Row row, string column) => new(row[column], row.IsNumber(column) ? CellKind.Number : CellKind.Plain);

    private static int? RoundOf(PlainTable.Row row, IReadOnlyList<(string Id, IReadOnlyCollection<string> Indicators)> rounds)
    {
        var named = row["round"];
        if (named.Length == 0) return rounds.Count - 1;
        for (var i = 0; i < rounds.Count; i++)
            if (rounds[i].Id == named)
                return i;
        row.Fault("round", new Phrase($"không có kỳ \"{named}\"", $"there is no round \"{named}\"").With(Nearest.Hint(Nearest.To(named, rounds.Select(round => round.Id)))));
        return null;
    }

    private static bool IsKnown(PlainTable.Row row, string column, IReadOnlyCollection<string> indicators)
    {
        if (column == "household_id")
        {
            row.Fault("column", new("không đính chính được mã hộ: mã hộ cho biết dòng nào được đính chính", "a household's id cannot be corrected: it tells which row is"));
            return false;
        }
        if (SurveyColumns.Households.Named(column) is not null || indicators.Contains(column)) return true;
        row.Fault("column", new Phrase($"không có cột \"{column}\"", $"there is no column \"{column}\"")
            .With(Nearest.Hint(Nearest.To(column, SurveyColumns.Households.Canonical.Union(indicators)))));
        return false;
    }
}
