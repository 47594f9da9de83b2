using LangSon.Poverty.Collection;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary>
/// <c>corrections.csv</c>: every correction with what became of it, a row for each row of the data. It can be given to the
/// next run as its table. It holds what came in, names included.
/// </summary>
internal static class CorrectionsCsv
{
    /// <summary>Writes it; returns the number of rows.</summary>
    public static long Write(Stream stream, IEnumerable<CorrectionOutcome> outcomes)
    {
        using var csv = new CsvTable(stream, "id", "column", "old", "new", "who", "why", "round", "file", "line", "state");
        foreach (var (correction, state, row) in outcomes)
            csv.Text(correction.Id).Text(correction.Column).Text(correction.Old.Text).Text(correction.New.Text).Text(correction.Who).Text(correction.Why).Text(correction.Round)
                .Text(row.File).Whole(row.Line > 0 ? row.Line : null).Text(Word(state)).End();
        return csv.Rows;
    }

    /// <summary>The word for scripts.</summary>
    public static string Word(CorrectionState state) => state switch
    {
        CorrectionState.Applied => "applied",
        CorrectionState.Refused => "refused",
        CorrectionState.NotFound => "not_found",
    };
}
