using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Findings;

/// <summary>What a finding does to the rows it is about.</summary>
public enum Effect
{
    /// <summary>The row counts as it stands.</summary>
    Counts,

    /// <summary>The row is rejected: listed in rejected.csv and counted in no figure but the bounds.</summary>
    RejectsRow,

    /// <summary>The whole file is refused.</summary>
    RefusesFile,
}

/// <summary>One kind of finding: what it means never changes.</summary>
/// <param name="Code">PV and four digits, never used again for something else.</param>
/// <param name="Severity">The severity where configuration says nothing; off: the check is made only where a run file gives it one.</param>
/// <param name="Unit">What it is about: row, household, area, file, years or target.</param>
/// <param name="Effect">What it does to the row or file.</param>
/// <param name="Message">One sentence with placeholders: what, where, found, expected, what to do.</param>
public sealed record FindingKind(string Code, Severity Severity, string Unit, Effect Effect, Phrase Message)
{
    /// <summary>The limit of the check where configuration says nothing; null: it has none.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>What the limit bounds, and its unit; empty where there is none.</summary>
    public Phrase ThresholdMeaning { get; init; } = "";
}

/// <summary>The catalogue of all findings, read from findings.json.</summary>
public sealed class FindingCatalogue
{
    private readonly Dictionary<string, FindingKind> _kinds = new(StringComparer.Ordinal);

    private FindingCatalogue(JsonPart root)
    {
        foreach (var item in root.AsList())
        {
            item.OnlyKeys("code", "severity", "unit", "effect", "threshold", "vi", "en");
            var severity = item.Require("severity")!.AsOneOf("off", "info", "warn", "error", "verdict") switch
            {
                "off" => Severity.Off,
                "info" => Severity.Info,
                "warn" => Severity.Warn,
                "error" => Severity.Error,
                _ => Severity.Verdict,
            };
            var effect = item.Find("effect")?.AsOneOf("rejects-row", "refuses-file") switch
            {
                "rejects-row" => Effect.RejectsRow,
                "refuses-file" => Effect.RefusesFile,
                _ => Effect.Counts,
            };
            var kind = new FindingKind(item.Require("code")!.AsText(), severity, item.Require("unit")!.AsText(), effect,
                Words(item));
            if (item.Find("threshold") is { } threshold)
            {
                threshold.OnlyKeys("value", "vi", "en");
                kind = kind with { Threshold = threshold.Require("value")!.AsNumber(), ThresholdMeaning = Words(threshold) };
            }
            _kinds.Add(kind.Code, kind);
        }
        if (root.Faults.Count > 0) throw new InvalidDataException(string.Join('\n', root.Faults));
    }

    /// <summary>The catalogue that the program ships with.</summary>
    public static FindingCatalogue BuiltIn { get; } = new(JsonPart.Read(Embedded.Bytes("findings/findings.json")));

    /// <summary>All kinds, by code.</summary>
    public IEnumerable<FindingKind> Kinds => _kinds.Values.OrderBy(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The kind of that code; an unknown code is a fault in the program.</summary>
    public FindingKind this[string code] => _kinds[code];

    /// <summary>The kind of a code that somebody typed; null where there is none.</summary>
    public FindingKind? Find(string code) => _kinds.GetValueOrDefault(code);

    /// <summary>The sentence for one finding in both languages.</summary>
    public Phrase Message(Finding finding) => new(Message(finding, Language.Vietnamese), Message(finding, Language.English));

    /// <summary>The sentence for one finding, its placeholders filled.</summary>
    public string Message(Finding finding, Language language)
    {
        var template = this[finding.Code].Message.In(language);
        var message = new StringBuilder(template.Length + 64);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0) { message.Append(template, at, template.Length - at); break; }
            var close = template.IndexOf('}', open);
            message.Append(template, at, open - at).Append(Fill(finding, template[(open + 1)..close], language));
            at = close + 1;
        }
        return message.ToString();
    }

    private static Phrase Words(JsonPart part) => new(part.Require("vi")!.AsText(), part.Require("en")!.AsText());

    private static string Fill(Finding finding, string name, Language language)
    {
        foreach (var (detail, value) in finding.Details)
            if (detail == name)
                return value.In(language);
        return name switch
        {
            "file" => finding.Place.File,
            "sheet" => finding.Place.Sheet ?? "",
            "line" => finding.Place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "cell" => finding.Place.Cell ?? finding.Column ?? "",
            "col" => finding.Column ?? "",
            "v" => finding.Value ?? "",
            "id" => finding.HouseholdId ?? "",
            "c" => finding.CommuneCode ?? "",
            "expected" => finding.Expected ?? "",
            _ => $"{{{name}}}",
        };
    }
}
