using System.Text;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Brief;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Templates;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting;

/// <summary>Writes everything that a run gave into its output folder.</summary>
internal sealed class RunOutput(RunReport report, OutputFolder folder, Language language)
{
    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<HashedInput>> _inputs = new(() => HashedInput.Of(report.Inputs.Plan));

    /// <summary>What workbook and brief show.</summary>
    private BookContent Content => field ??= BookContent.Of(report, _inputs.Value);

    /// <summary>Whether summary.xlsx is written.</summary>
    public bool HasWorkbook { get; init; }

    /// <summary>Whether brief.docx is written.</summary>
    public bool HasReport { get; init; }

    /// <summary>Whether templates.xlsx is written.</summary>
    public bool HasTemplates { get; init; }

    /// <summary>Whether templates.xlsx has the lists of names too.</summary>
    public bool HasNames { get; init; }

    /// <summary>Whether classes-YEAR.csv are written.</summary>
    public bool HasHouseholds { get; init; }

    /// <summary>When the run began; null: no times in run.json.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>Writes all files, run.json last; returns its text.</summary>
    public string WriteAll(CancellationToken stop)
    {
        WriteResults(stop);
        WriteDoubts();
        WriteCorrections();
        return WriteJson();
    }

    /// <summary>Writes what validation gives, and run.json; returns its text.</summary>
    public string WriteFindings()
    {
        WriteDoubts();
        WriteCorrections();
        return WriteJson();
    }

    private void WriteDoubts()
    {
        Table("findings.csv", stream => FindingsCsv.Write(stream, report.Findings, language));
        Table("rejected.csv", stream => RejectedCsv.Write(stream, report.Files, language), holdsNames: true);
        // Mended rows are read back as what they are: those of members are a table of their own.
        if (report.Outcome.Members.Any(round => round.Count > 0))
            Table("rejected-members.csv", stream => RejectedCsv.Write(stream, report.Outcome.Members.SelectMany(round => round), language), holdsNames: true);
    }

    private void WriteCorrections()
    {
        if (report.Inputs.Plan.CorrectionsFile is not null)
            Table("corrections.csv", stream => CorrectionsCsv.Write(stream, report.Outcome.Corrections), holdsNames: true);
    }

    private void WriteResults(CancellationToken stop)
    {
        var results = report.Outcome.Results!;
        Table("results.csv", stream => ResultsCsv.Write(stream, results, language));
        Table("changes.csv", stream => ChangesCsv.Write(stream, results, language));
        Table("transitions.csv", stream => TransitionsCsv.Write(stream, results));
        if (report.Inputs.Rounds.Any(round => round.Submissions is not null)) Table("status.csv", stream => StatusTables.Write(stream, report));
        if (report.Resubmissions.Count > 0) Table("resubmissions.csv", stream => ResubmissionsCsv.Write(stream, report.Resubmissions));
        Table("targets.csv", stream => TargetsCsv.Write(stream, report.Targets, language));
        stop.ThrowIfCancellationRequested();
        if (HasWorkbook)
        {
            using var workbook = folder.Create("summary.xlsx");
            Book.Write(workbook, Content, language);
        }
        if (HasReport)
        {
            using var brief = folder.Create("brief.docx");
            BriefDocument.Write(brief, Content, language);
        }
        if (HasTemplates)
        {
            using var forms = folder.Create("templates.xlsx", HasNames);
            FormBook.Write(forms, FormBook.Fill(Content, HasNames), Content, language);
        }
        stop.ThrowIfCancellationRequested();
        if (HasHouseholds)
            foreach (var year in report.Inputs.Rounds.Select((round, i) => (Round: round, Files: report.Outcome.Files[i])).Where(item => item.Files.Count > 0).GroupBy(item => item.Round.Year))
                Table($"classes-{year.Key}.csv", stream => ClassesCsv.Write(stream, year, report.Inputs.Settings, language));
    }

    private string WriteJson()
    {
        using var json = new MemoryStream();
        RunJson.Write(json, report, _inputs.Value, folder.Written(), _rows, folder.FullPath, Started is { } started ? (started, TimeProvider.System.GetUtcNow()) : null);
        using (var file = folder.Create("run.json")) json.WriteTo(file);
        return Encoding.UTF8.GetString(json.ToArray());
    }

    private void Table(string name, Func<Stream, long> write, bool holdsNames = false)
    {
        using var stream = folder.Create(name, holdsNames);
        _rows[name] = write(stream);
    }
}
