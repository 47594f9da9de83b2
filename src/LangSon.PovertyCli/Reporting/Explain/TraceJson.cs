using System.Text.Json;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>A figure traced back, whole, as JSON; its names are those of results.csv.</summary>
internal static class TraceJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, FigureTrace trace, Language language)
    {
        var (figure, round) = (trace.Figure, trace.Round.Round);
        json.WriteStartObject();
        json.WriteString("round", round.Id);
        json.WriteNumber("year", round.Year);
        json.WriteString("standard", round.StandardName);
        json.WriteString("level", AreaWords.Word(trace.Area.Level));
        json.WriteString("area_code", trace.Area.Code);
        json.WriteString("area_name", trace.Area.Name);
        json.WriteString("group", Group.Name(trace.Group));
        json.WriteString("measure", trace.Measure.Name);
        json.Number("value", figure.Value);
        json.Number("numerator", figure.Share?.Part);
        json.Number("denominator", figure.Share?.Whole);
        json.WriteString("unit", ResultsCsv.Unit(figure.Unit));
        json.Number("undetermined", trace.Counts.HasRows ? trace.Counts.Undetermined : null);
        json.Number("rejected", trace.Counts.HasRows ? trace.Counts.Rejected : null);
        json.Number("value_min", figure.Bounds?.Min);
        json.Number("value_max", figure.Bounds?.Max);
        json.WriteString("note", Missings.Phrase(figure.Missing).In(language));
        json.List("files", trace.Files, file => File(json, trace, file));
        json.List("totals", trace.Totals, row => Total(json, row));
        json.List("rows", TraceWords.Told(trace), told => Row(json, told.Row, told.Role));
        json.WriteEndObject();
    }

    private static void File(Utf8JsonWriter json, FigureTrace trace, TracedFile file)
    {
        json.WriteString("file", file.File.File.Name);
        json.WriteNumber("read", file.File.Read);
        json.WriteNumber("counted", file.Counted);
        json.Number("numerator", trace.HasPart ? file.Part : null);
        json.Number("denominator", trace.HasWhole ? file.Whole : null);
        json.WriteNumber("undetermined", file.Count(Standing.Undetermined));
        json.WriteNumber("rejected_rows", file.Count(Standing.Rejected));
        json.WriteNumber("left", file.Count(Standing.Left));
        json.WriteNumber("corrected_rows", file.Rows.Count(row => row.IsCorrected));
        json.Object("rejected_because", () =>
        {
            foreach (var code in file.Rows.SelectMany(row => row.Codes).GroupBy(code => code).OrderBy(code => code.Key, StringComparer.Ordinal))
                json.WriteNumber(code.Key, code.Count());
        });
    }

    private static void Total(Utf8JsonWriter json, TotalsRow row)
    {
        json.WriteString("file", row.File);
        json.WriteNumber("line", row.Line);
        json.WriteString("area_code", row.Area.Code);
        json.WriteString("group", Group.Name(row.Group));
        json.Number("households", row.Totals.Households);
        json.Number("persons", row.Totals.Persons);
        json.Number("poor", row.Totals.Poor);
        json.Number("near_poor", row.Totals.NearPoor);
        json.WriteBoolean("taken_away", row.IsTakenAway);
    }

    private static void Row(Utf8JsonWriter json, TracedRow row, string role)
    {
        json.WriteString("role", role);
        json.WriteString("file", row.Place.File);
        json.WriteString("sheet", row.Place.Sheet);
        json.WriteNumber("line", row.Place.Line);
        json.WriteString("household_id", row.ShownId);
        json.WriteString("unit_code", row.Area.Code);
        json.WriteString("class", ExplainWords.Of(row.Standing).Value);
        json.Number("numerator", row.Part);
        json.Number("denominator", row.Whole);
        json.WriteString("because", TraceWords.Because(row));
        if (row.Standing == Standing.Rejected) json.WriteBoolean("in_bounds", row.IsInBounds);
    }
}
