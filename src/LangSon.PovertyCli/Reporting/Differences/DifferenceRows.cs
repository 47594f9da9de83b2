using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace LangSon.PovertyCli.Reporting.Differences;

/// <summary>
/// The differences of two runs for scripts, one table row by row: there may be as many as figures and households. The column
/// <c>kind</c> tells run, figure and household apart.
/// </summary>
internal static class DifferenceRows
{
    private static readonly string[] Columns =
    [
        "kind", "item", "round", "standard", "level", "area_code", "area_name", "group", "measure", "k", "scheme", "before", "after", "difference",
        "numerator_before", "numerator_after", "denominator_before", "denominator_after", "household_id", "year", "commune_before", "commune_after", "why",
    ];

    private static readonly JsonWriterOptions Json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes CSV.</summary>
    public static void WriteCsv(RunDifferences differences, TextWriter output)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        foreach (var name in Columns) csv.WriteField(name);
        csv.EndRecord();
        foreach (var row in Rows(differences))
        {
            foreach (var name in Columns) Write(csv, row.Find(cell => cell.Column == name).Value);
            csv.EndRecord();
        }
    }

    /// <summary>Writes a JSON list; an object has the members that its kind knows.</summary>
    public static void WriteJson(RunDifferences differences, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using var json = new Utf8JsonWriter(bytes, Json);
        json.WriteStartArray();
        foreach (var row in Rows(differences))
        {
            json.WriteStartObject();
            foreach (var (column, value) in row)
                if (value is string text) json.WriteString(column, text);
                else if (value is decimal number) json.WriteNumber(column, number);
                else if (value is long count) json.WriteNumber(column, count);
                else json.WriteNull(column);
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16) Flush();
        }
        json.WriteEndArray();
        Flush();
        output.Write('\n');

        void Flush()
        {
            json.Flush();
            output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
            bytes.SetLength(0);
        }
    }

    private static void Write(CsvWriter csv, object? value)
    {
        if (value is decimal number) csv.WriteField(number, "0.############################");
        else if (value is long count) csv.WriteField(count);
        else csv.WriteField(Neutral((string?)value ?? ""));
    }

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe.</summary>
    private static string Neutral(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static IEnumerable<List<(string Column, object? Value)>> Rows(RunDifferences differences)
    {
        foreach (var run in differences.Runs) yield return [("kind", "run"), ("item", run.Of.Length == 0 ? run.Item : $"{run.Item}:{run.Of}"), ("before", run.Before), ("after", run.After)];
        foreach (var figure in differences.Figures)
        {
            var (name, before, after) = (figure.Name, figure.Before, figure.After);
            yield return
            [
                ("kind", "figure"), ("round", name.Round), ("standard", name.Standard), ("level", name.Level), ("area_code", name.AreaCode), ("area_name", figure.AreaName),
                ("group", name.Group), ("measure", name.Measure), ("k", name.K), ("scheme", name.Scheme), ("before", before?.Value), ("after", after?.Value), ("difference", figure.Value),
                ("numerator_before", before?.Numerator), ("numerator_after", after?.Numerator), ("denominator_before", before?.Denominator), ("denominator_after", after?.Denominator),
            ];
        }
        foreach (var (before, after, why) in differences.Households ?? [])
            yield return
            [
                ("kind", "household"), ("standard", (after ?? before)!.Standard), ("before", before?.Class), ("after", after?.Class), ("household_id", (after ?? before)!.Id), ("year", (after ?? before)!.Year),
                ("commune_before", before?.Commune), ("commune_after", after?.Commune), ("why", DifferenceWords.Word(why)),
            ];
    }
}
