namespace LangSon.Poverty.Findings;

/// <summary>One thing to fix: a kind of finding in one commune, or in one file where no commune is known.</summary>
/// <param name="Where">The commune's code, or the name of the file; empty for findings about the whole.</param>
/// <param name="IsCommune">Whether it is a commune.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Severity">How much it matters in this run.</param>
/// <param name="Rows">In how many rows it was found; findings about files, areas and years count once each.</param>
/// <param name="Example">The first of them.</param>
public sealed record WorkItem(string Where, bool IsCommune, FindingKind Kind, Severity Severity, int Rows, Finding Example);

/// <summary>What to fix first, of all that a run found.</summary>
public static class Worklist
{
    /// <summary>So many are told at once: who has mended these can run again for the next.</summary>
    public const int Most = 10;

    /// <summary>
    /// Errors and warnings by commune and code. First the errors; of one severity what keeps whole files from being read, then
    /// what keeps rows from being counted, then the rest; then what most households have; then by code and commune.
    /// </summary>
    public static IReadOnlyList<WorkItem> Of(IEnumerable<(Finding Finding, Severity Severity)> findings) =>
    [
        .. findings.Where(listed => listed.Severity is Severity.Error or Severity.Warn)
            .GroupBy(listed => (Where: listed.Finding.CommuneCode ?? listed.Finding.Place.File, IsCommune: listed.Finding.CommuneCode is not null, listed.Finding.Code))
            .Select(group => new WorkItem(group.Key.Where, group.Key.IsCommune, FindingCatalogue.BuiltIn[group.Key.Code], group.First().Severity,
                Rows([.. group.Select(listed => listed.Finding.Place)]), group.First().Finding))
            .OrderByDescending(item => item.Severity).ThenByDescending(item => item.Kind.Effect).ThenByDescending(item => item.Rows)
            .ThenBy(item => item.Kind.Code, StringComparer.Ordinal).ThenBy(item => item.Where, StringComparer.Ordinal),
    ];

    private static int Rows(IReadOnlyList<Place> places) =>
        places.All(place => place.Line == 0) ? places.Count : places.Select(place => (place.File, place.Sheet, place.Line)).Distinct().Count();
}
