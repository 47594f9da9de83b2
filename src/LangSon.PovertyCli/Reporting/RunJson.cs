using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Households;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting;

/// <summary><c>run.json</c>: what was run on which bytes, what became of the rows, and how it ended.</summary>
internal static class RunJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="report">The run.</param>
    /// <param name="inputs">The input files with their hashes.</param>
    /// <param name="outputs">The output files with their hashes.</param>
    /// <param name="rows">The rows of each table among them.</param>
    /// <param name="folder">The full path of the output folder.</param>
    /// <param name="times">Start and end; null leaves the member out, so that equal inputs give equal bytes.</param>
    /// <param name="ends">How the command ends where that is not as the run does.</param>
    public static void Write(Stream stream, RunReport report, IReadOnlyList<HashedInput> inputs, IReadOnlyList<WrittenFile> outputs,
        IReadOnlyDictionary<string, long> rows, string folder, (DateTimeOffset Started, DateTimeOffset Ended)? times, IReadOnlyList<(ExitCode Code, Phrase Because)>? ends = null)
    {
        ends ??= report.Reasons();
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        var configHash = PlanText.Hash(report.Inputs.Plan);
        json.WriteString("runId", RunId(configHash, inputs));
        json.WriteString("tool", $"poverty {Product.Version}");
        json.WriteStartArray("standards");
        foreach (var standard in report.Inputs.Rounds.SelectMany(round => round.Also.Prepend(round)).Select(round => round.Law.Standard).DistinctBy(standard => standard.Id))
        {
            json.WriteStartObject();
            json.WriteString("id", standard.Id);
            json.WriteString("checkedOn", standard.CheckedOn.ToString("o", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("officialClass", report.Inputs.Settings.Official.Word());
        if (report.Inputs.Settings.Geography is { } map) json.WriteString("geography", map.Name);
        WriteRounds(json, report);
        json.WriteString("configHash", configHash);
        // Without it nobody could look the inputs up again; from one drive to another there is no way to write.
        if (Path.GetRelativePath(folder, report.Inputs.Plan.BaseFolder) is var inputsFolder && !Path.IsPathRooted(inputsFolder))
            json.WriteString("inputsFolder", inputsFolder.Replace(Path.DirectorySeparatorChar, '/'));
        WriteInputs(json, report, inputs);
        json.WriteStartArray("outputs");
        foreach (var file in outputs)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            if (rows.TryGetValue(file.Path, out var count)) json.WriteNumber("rows", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteRows(json, report);
        WriteCorrections(json, report);
        WriteFindings(json, report);
        WriteTargets(json, report);
        WritePartial(json, report);
        json.WriteNumber("exitCode", (int)Exits.Combine(ends.Select(reason => reason.Code)));
        json.WriteStartArray("reasons");
        foreach (var (code, because) in ends) json.WriteStringValue($"{(int)code}: {because.In(Language.English)}");
        json.WriteEndArray();
        if (times is { } known)
        {
            json.WriteStartObject("timings");
            json.WriteString("started", known.Started);
            json.WriteString("ended", known.Ended);
            json.WriteNumber("seconds", Math.Round((known.Ended - known.Started).TotalSeconds, 3));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>The same inputs under the same configuration are the same run.</summary>
    private static string RunId(string configHash, IReadOnlyList<HashedInput> inputs) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
            string.Join('\n', inputs.Select(input => $"{input.Name} {input.Sha256}").Prepend(configHash).Append(Product.Version)))))[..16];

    private static void WriteRounds(Utf8JsonWriter json, RunReport report)
    {
        json.WriteStartArray("rounds");
        foreach (var (round, plan) in report.Inputs.Rounds.Zip(report.Inputs.Plan.Rounds))
        {
            json.WriteStartObject();
            json.WriteString("id", round.Id);
            json.WriteNumber("year", round.Year);
            json.WriteString("date", round.Date.ToString("o", System.Globalization.CultureInfo.InvariantCulture));
            if (plan.Status is { } status) json.WriteString("status", status);
            if (plan.Decision is { } decision) json.WriteString("decision", decision);
            json.WriteString("coverage", round.Coverage switch
            {
                Coverage.All => "all",
                Coverage.Reviewed => "reviewed",
                Coverage.PoorList => "poor-list",
            });
            json.WriteString("standard", round.StandardName);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteInputs(Utf8JsonWriter json, RunReport report, IReadOnlyList<HashedInput> inputs)
    {
        var read = report.AllFiles.GroupBy(file => file.File.Name).ToDictionary(group => group.Key, group => group.Sum(file => file.Read));
        json.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            json.WriteStartObject();
            json.WriteString("path", input.Name);
            json.WriteNumber("bytes", input.Bytes);
            json.WriteString("sha256", input.Sha256);
            if (read.TryGetValue(input.Name, out var rows)) json.WriteNumber("rows", rows);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, RunReport report)
    {
        json.WriteStartObject("rows");
        json.WriteNumber("read", report.Files.Sum(file => file.Read));
        json.WriteNumber("accepted", report.Files.Sum(file => file.Accepted));
        json.WriteNumber("rejected", report.Files.Sum(file => file.RejectedCount));
        json.WriteNumber("blank", report.Files.Sum(file => file.Blank));
        json.WriteNumber("disagreements", report.Files.Sum(file => file.Disagreements.Count()));
        var members = report.Outcome.Members.SelectMany(round => round).ToArray();
        if (members.Length > 0)
        {
            json.WriteStartObject("members");
            json.WriteNumber("read", members.Sum(file => file.Read));
            json.WriteNumber("accepted", members.Sum(file => file.Accepted));
            json.WriteNumber("rejected", members.Sum(file => file.RejectedCount));
            json.WriteNumber("blank", members.Sum(file => file.Blank));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteCorrections(Utf8JsonWriter json, RunReport report)
    {
        if (report.Inputs.Plan.CorrectionsFile is null) return;
        json.WriteStartObject("corrections");
        foreach (var state in Enum.GetValues<CorrectionState>())
            json.WriteNumber(CorrectionsCsv.Word(state), report.Outcome.Corrections.Count(outcome => outcome.State == state));
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, RunReport report)
    {
        json.WriteStartObject("findings");
        json.WriteStartObject("byCode");
        foreach (var (code, count) in report.Counts.OrderBy(entry => entry.Key, StringComparer.Ordinal)) json.WriteNumber(code, count);
        json.WriteEndObject();
        json.WriteStartObject("bySeverity");
        foreach (var group in report.Findings.GroupBy(listed => listed.Severity).OrderByDescending(group => group.Key))
            json.WriteNumber(group.Key.Word(), group.Count());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The rounds that are not complete, and what they lack; nothing where all are.</summary>
    private static void WritePartial(Utf8JsonWriter json, RunReport report)
    {
        var rounds = report.Partial().ToArray();
        if (rounds.Length == 0) return;
        json.WriteStartArray("partial");
        foreach (var round in rounds)
        {
            var lacking = round.Summary.Lacking!;
            json.WriteStartObject();
            json.WriteString("round", round.Round.Id);
            json.WriteNumber("expected", lacking.Expected);
            json.WriteNumber("received", lacking.Expected - lacking.Communes.Count);
            json.WriteStartArray("lacking");
            foreach (var commune in lacking.Communes.OrderBy(commune => commune.Code, StringComparer.Ordinal)) json.WriteStringValue(commune.Code);
            json.WriteEndArray();
            json.WriteNumber("files", lacking.Files);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTargets(Utf8JsonWriter json, RunReport report)
    {
        json.WriteStartArray("targets");
        foreach (var result in report.Targets)
        {
            json.WriteStartObject();
            json.WriteString("id", result.Target.Id);
            json.WriteString("area", result.Area?.Code);
            json.WriteString("verdict", VerdictWords.Word(result.Verdict));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

/// <summary>An input as it was when it was read.</summary>
/// <param name="Name">The name that the user gave.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash.</param>
internal sealed record HashedInput(string Name, long Bytes, string Sha256)
{
    /// <summary>Hashes the files of a plan, by name.</summary>
    public static IReadOnlyList<HashedInput> Of(RunPlan plan) => [.. plan.AllFiles().DistinctBy(file => file.Path)
        .OrderBy(file => file.PortableName, StringComparer.Ordinal).Select(file =>
        {
            using var stream = File.OpenRead(file.Path);
            var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            return new HashedInput(file.PortableName, stream.Length, hash);
        })];
}
