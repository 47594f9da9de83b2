using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LangSon.Poverty.Households;

namespace LangSon.PovertyCli.RunFile;

/// <summary>
/// A plan as one text that is the same whatever the order in which keys, rounds and files were listed, on every machine:
/// what <c>configHash</c> is taken of. What the files hold is not part of it: <c>run.json</c> has a hash of each.
/// </summary>
internal static class PlanText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The SHA-256 of the text, in lower-case hexadecimal digits.</summary>
    public static string Hash(RunPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(plan))));

    /// <summary>The text, as JSON.</summary>
    public static string Of(RunPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", plan.Title);
            json.WriteString("province", plan.ProvinceCode);
            json.WriteString("areas", plan.Areas switch
            {
                AreasChoice.FromFile own => "file:" + own.File.PortableName,
                AreasChoice.Data => "data",
                _ => "built-in",
            });
            if (plan.Geography is GeographyChoice.At { Day: var map }) json.WriteString("geography", $"at:{map:yyyy-MM-dd}");
            if (plan.Geography is GeographyChoice.LastDistricts) json.WriteString("geography", GeographyChoice.LastDistricts.Word);
            File(json, "targets", plan.TargetsFile);
            File(json, "tags", plan.TagsFile);
            json.WriteString("officialClass", plan.OfficialClass.ToString());
            json.WriteString("classifyBy", plan.ClassifyBy.ToString());
            if (plan.PointsAtMost is var (rural, urban))
            {
                Number(json, "b1AtMostRural", rural);
                Number(json, "b1AtMostUrban", urban);
            }
            json.WriteString("minorityBy", plan.MinorityBy.ToString());
            json.WriteNumber("fellBackYears", plan.FellBackYears);
            json.WriteString("groups", string.Join(' ', plan.Groups));
            json.WriteString("compareAt", plan.CompareAt.ToString());
            if (plan.InflatedMiB is { } limit) json.WriteNumber("inflatedMiB", limit);
            json.WriteStartObject("findings");
            foreach (var (code, setting) in plan.Findings.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(code);
                json.WriteString("severity", setting.Severity?.ToString());
                if (setting.Threshold is { } threshold) Number(json, "threshold", threshold);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteStartArray("rounds");
            foreach (var round in plan.Rounds) Round(json, round);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Round(Utf8JsonWriter json, RoundPlan round)
    {
        json.WriteStartObject();
        json.WriteString("id", round.Id);
        json.WriteNumber("year", round.Year);
        json.WriteString("date", round.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("kind", round.Kind);
        json.WriteString("status", round.Status);
        json.WriteString("decision", round.Decision);
        json.WriteString("coverage", round.Coverage.ToString());
        json.WriteString("standard", Standard(round.Standard));
        if (round.Also.Count > 0) json.WriteString("also", string.Join(' ', round.Also.Select(Standard)));
        Table(json, "register", round.Register);
        Table(json, "counts", round.Counts);
        Files(json, "households", round.Households);
        if (round.Members.Count > 0) Files(json, "members", round.Members);
        json.WriteEndObject();
    }

    private static void Table(Utf8JsonWriter json, string name, TableFile? table)
    {
        File(json, name, table?.File);
        if (table?.Sheet is { } sheet) json.WriteString(name + "Sheet", sheet);
        if (table?.Encoding is { } encoding) json.WriteString(name + "Encoding", encoding);
    }

    private static string Standard(StandardChoice choice) => choice switch
    {
        StandardChoice.FromFile own => "file:" + own.File.PortableName,
        StandardChoice.ById known => known.Id,
        _ => "auto",
    };

    /// <summary>Each file with its layout, so that listing files in one group or in several of the same layout is the same.</summary>
    private static void Files(Utf8JsonWriter json, string table, IReadOnlyList<FileGroup> groups)
    {
        json.WriteStartArray(table);
        var files = groups.SelectMany(group => group.Files, (group, file) => (group, file));
        foreach (var (group, file) in files.OrderBy(entry => entry.file.PortableName, StringComparer.Ordinal)) File(json, file, group);
        json.WriteEndArray();
    }

    private static void File(Utf8JsonWriter json, InputFile file, FileGroup layout)
    {
        json.WriteStartObject();
        File(json, "file", file);
        json.WriteString("idFrom", string.Join(' ', layout.IdFrom));
        json.WriteString("encoding", layout.Encoding);
        json.WriteString("numberFormat", layout.NumberFormat.ToString());
        json.WriteString("sheet", layout.Sheet);
        if (layout.HeaderRows is { } headerRows) json.WriteNumber("headerRows", headerRows);
        if (layout.SkipRows is { } skipRows) json.WriteNumber("skipRows", skipRows);
        if (layout.FormVersion is { } version) json.WriteString("formVersion", version);
        json.WriteBoolean("communeFromFileName", layout.CommuneFromFileName);
        json.WriteStartObject("columns");
        foreach (var (canonical, source) in layout.Columns.OrderBy(column => column.Key, StringComparer.Ordinal)) Column(json, canonical, source);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, string canonical, ColumnSource source)
    {
        json.WriteStartObject(canonical);
        json.WriteString("header", source.Header);
        Number(json, "scale", source.Scale);
        json.WriteStartObject("values");
        foreach (var (word, meaning) in source.Values.OrderBy(value => value.Key, StringComparer.Ordinal)) json.WriteString(word, meaning);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void File(Utf8JsonWriter json, string name, InputFile? file) => json.WriteString(name, file?.PortableName);

    /// <summary>1000 and 1000.0 are the same number: the shortest form stands for both.</summary>
    private static void Number(Utf8JsonWriter json, string name, decimal value) => json.WriteNumber(name, value / 1.000000000000000000000000000000000m);
}
