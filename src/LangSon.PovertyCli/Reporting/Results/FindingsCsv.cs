using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary><c>findings.csv</c>: every doubt about the data, with its place and what to do.</summary>
internal static class FindingsCsv
{
    /// <summary>Writes it; returns the number of rows.</summary>
    public static long Write(Stream stream, IEnumerable<ListedFinding> findings, Language language)
    {
        using var csv = new CsvTable(stream, "code", "severity", "file", "sheet", "line", "cell", "column", "value", "household_id", "commune_code",
            "enumerator", "expected", "message");
        foreach (var (finding, severity) in findings)
            csv.Text(finding.Code).Text(severity.Word()).Text(finding.Place.File).Text(finding.Place.Sheet)
                .Whole(finding.Place.Line > 0 ? finding.Place.Line : null).Text(finding.Place.Cell).Text(finding.Column).Text(finding.Value)
                .Text(finding.HouseholdId).Text(finding.CommuneCode).Text(finding.Enumerator).Text(finding.Expected)
                .Text(FindingCatalogue.BuiltIn.Message(finding, language)).End();
        return csv.Rows;
    }
}
