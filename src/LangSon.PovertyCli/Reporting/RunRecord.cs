using System.Text.Json;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting;

/// <summary>A <c>run.json</c> of ours, read back. What an older version did not write is empty.</summary>
internal sealed record RunRecord
{
    /// <summary>The id of the run.</summary>
    public string RunId { get; private init; } = "";

    /// <summary>The program and its version.</summary>
    public string Tool { get; private init; } = "";

    /// <summary>The hash of the plan.</summary>
    public string ConfigHash { get; private init; } = "";

    /// <summary>Which class counted.</summary>
    public string OfficialClass { get; private init; } = "";

    /// <summary>The way from the output folder to the one that the names of inputs are relative to; null: not known.</summary>
    public string? InputsFolder { get; private init; }

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<WrittenFile> Inputs { get; private init; } = [];

    /// <summary>Those of them that hold households or members.</summary>
    public IReadOnlyList<WrittenFile> Surveys { get; private init; } = [];

    /// <summary>The files that were written, run.json aside.</summary>
    public required IReadOnlyList<WrittenFile> Outputs { get; init; }

    /// <summary>The rounds, by date.</summary>
    public IReadOnlyList<RecordedRound> Rounds { get; private init; } = [];

    /// <summary>How the run ended.</summary>
    public int ExitCode { get; private init; }

    /// <summary>Whether files or units were lacking, so that the figures are those of a part.</summary>
    public bool IsPartial { get; private init; }

    /// <summary>Reads the bytes of a run.json; null when it is none of ours.</summary>
    public static RunRecord? Read(ReadOnlySpan<byte> json)
    {
        var root = JsonPart.Read(json);
        if (root.Find("tool") is not { } tool || root.Find("schemaVersion") is null || root.Find("outputs") is not { } outputs) return null;
        var name = tool.Kind == JsonValueKind.Object ? tool.Find("name")?.AsText() : tool.AsText();
        if (name is null || !(name == "poverty" || name.StartsWith("poverty ", StringComparison.Ordinal))) return null;
        var record = new RunRecord
        {
            RunId = Text(root, "runId"),
            Tool = name,
            ConfigHash = Text(root, "configHash"),
            OfficialClass = Text(root, "officialClass"),
            InputsFolder = root.Find("inputsFolder")?.AsText(),
            Inputs = Files(root.Find("inputs")?.AsList()),
            Surveys = Files(root.Find("inputs")?.AsList().Where(file => file.Find("rows") is not null)),
            Outputs = Files(outputs.AsList()),
            Rounds = [.. (root.Find("rounds")?.AsList() ?? []).Select(round => new RecordedRound(Text(round, "id"), round.Require("year")?.AsWhole(0, 9999) ?? 0,
                round.Require("date")?.AsDay() ?? default, round.Find("status")?.AsText(), round.Find("decision")?.AsText(), Text(round, "standard")))],
            ExitCode = root.Find("exitCode")?.AsWhole(0, 255) ?? 0,
            IsPartial = root.Find("partial") is { } partial && (partial.Kind == JsonValueKind.True || partial.Items.Count > 0 || partial.Members.Count > 0),
        };
        return root.Faults.Count == 0 ? record : null;
    }

    private static string Text(JsonPart part, string name) => part.Find(name)?.AsText() ?? "";

    private static IReadOnlyList<WrittenFile> Files(IEnumerable<JsonPart>? list) => [.. (list ?? []).Select(file =>
        new WrittenFile(file.Require("path")?.AsText() ?? "", file.Require("bytes")?.AsNumber() is { } bytes and >= 0 and <= long.MaxValue ? (long)bytes : -1, file.Require("sha256")?.AsText() ?? ""))];
}

/// <summary>A round as run.json lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Year">The year that it stands for.</param>
/// <param name="Date">Its day.</param>
/// <param name="Status">preliminary, official or approved; null: not stated.</param>
/// <param name="Decision">The decision; null: not stated.</param>
/// <param name="Standard">The standard that judged it, as outputs name it.</param>
internal sealed record RecordedRound(string Id, int Year, DateOnly Date, string? Status, string? Decision, string Standard);
