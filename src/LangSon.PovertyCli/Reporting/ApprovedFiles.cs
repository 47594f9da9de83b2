using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LangSon.Poverty.Collection;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting.Results;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The files that make a run an approved one: <c>official.csv</c>, the figures, and <c>approval.json</c>, the act.</summary>
internal sealed class ApprovedFiles(RunFolder run, RecordedRound round, string decision, DateOnly day)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The approval; known when the figures are written.</summary>
    public Approval? Approval { get; private set; }

    /// <summary>The bytes of approval.json.</summary>
    public string Json { get; private set; } = "";

    /// <summary>How many figures are approved.</summary>
    public long Rows { get; private set; }

    /// <summary>
    /// Writes both files beside the run and moves them into it. official.csv comes last: only with it is a run approved, and
    /// a record without it is replaced by the next approval.
    /// </summary>
    /// <param name="target">The folder of the run.</param>
    /// <param name="isDry">Whether all but the last step is done.</param>
    public void Write(OutputTarget target, bool isDry)
    {
        var temporary = OutputFolder.Beside(target, "tmp");
        try
        {
            Directory.CreateDirectory(temporary);
            var (official, record) = (Path.Combine(temporary, Approval.OfficialFile), Path.Combine(temporary, Approval.FileName));
            using (var stream = new FileStream(official, FileMode.CreateNew)) Rows = WriteFigures(stream);
            Approval = new Approval(run.Record.RunId, round.Id, round.Year, round.Date, round.Standard, decision, day, run.RunHash, Hash(official));
            Json = Text(Approval);
            if (isDry) return;
            File.WriteAllText(record, Json);
            File.Move(record, run[Approval.FileName], overwrite: true);
            File.Move(official, run[Approval.OfficialFile]);
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(run.Shown, error);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>The rows of the round under its own standard, as they stand in results.csv: what was computed as if another held is never approved.</summary>
    private long WriteFigures(Stream stream)
    {
        using var rows = HouseholdFile.Open(run["results.csv"], "results.csv", ReadingOptions.Default);
        rows.Read();
        var names = Cells(rows);
        var (ofRound, ofStandard) = (Array.IndexOf(names, "round"), Array.IndexOf(names, "standard"));
        using var csv = new CsvTable(stream, ["status", "decision", "decision_date", .. names]);
        while (rows.Read())
        {
            var cells = Cells(rows);
            if (cells[ofRound] != round.Id || cells[ofStandard] != round.Standard) continue;
            csv.Text("approved").Text(decision).Text(day.ToString("o", CultureInfo.InvariantCulture));
            foreach (var cell in cells) csv.Text(cell);
            csv.End();
        }
        return csv.Rows;
    }

    private static string[] Cells(Poverty.Tables.RowSource rows)
    {
        var cells = new string[rows.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = Encoding.UTF8.GetString(rows[i]);
        return cells;
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Text(Approval approval)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("runId", approval.RunId);
            json.WriteString("round", approval.Round);
            json.WriteNumber("year", approval.Year);
            json.WriteString("date", approval.Date.ToString("o", CultureInfo.InvariantCulture));
            json.WriteString("standard", approval.Standard);
            json.WriteString("decision", approval.Decision);
            json.WriteString("decisionDate", approval.DecisionDate.ToString("o", CultureInfo.InvariantCulture));
            json.WriteStartObject("sha256");
            json.WriteString(FormerRuns.RunJson, approval.RunHash);
            json.WriteString(Approval.OfficialFile, approval.OfficialHash);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
