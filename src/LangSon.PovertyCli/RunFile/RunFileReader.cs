using System.Globalization;
using System.Text.Json;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>Reads a run file (JSON with comments), lets the command line win over it, and finds every file it names.</summary>
internal static class RunFileReader
{
    /// <summary>The name of a run file where only its folder is named.</summary>
    public const string DefaultName = "poverty.json";

    /// <summary>The keys of the whole file, as the JSON Schema has them.</summary>
    public static readonly string[] Keys =
    [
        "$schema", "title", "province", "areas", "standard", "also", "geography", "classifyBy", "b1AtMost", "officialClass", "rounds", "targets",
        "tags", "groups", "minorityBy", "fellBackYears", "compareAt", "findings", "limits", "links", "submissions", "corrections", "base",
    ];

    /// <summary>The words of <see cref="GroupKind"/>, in its order.</summary>
    public static readonly string[] GroupWords = ["settlement", "minority", "ethnicity", "head_sex", "disabled", "merit", "no_labour_capacity", "farming", "target_group"];

    /// <summary>The keys of a finding that is more than a severity.</summary>
    public static readonly string[] FindingKeys = ["severity", "threshold"];

    /// <summary>The keys of the limits.</summary>
    public static readonly string[] LimitKeys = ["inflatedMiB"];

    /// <summary>The keys of submissions that are more than a table.</summary>
    public static readonly string[] SubmissionKeys = ["table", "newest"];

    /// <summary>Resolves a run file; the plan means nothing when <paramref name="faults"/> has any.</summary>
    /// <param name="json">The bytes of the file.</param>
    /// <param name="fileName">The file as the user named it.</param>
    /// <param name="folder">The full path of its folder.</param>
    /// <param name="overrides">What the command line says.</param>
    /// <param name="context">What the rest of the program knows.</param>
    /// <param name="faults">Where complaints go.</param>
    public static RunPlan Read(
        ReadOnlySpan<byte> json, string fileName, string folder, RunOverrides overrides, RunContext context, RunFaults faults)
    {
        var scope = new RunScope(fileName, folder, overrides, context, faults, new InputFinder(folder, faults));
        var root = JsonPart.Read(json);
        // A syntax error leaves an empty object and its fault: there is nothing more to say of the file. Keys that stand twice leave the rest to be read.
        var unreadable = root.Faults.Count > 0 && root.Members.Count == 0;
        var plan = !unreadable && root.AsObject() ? Whole(root, scope) : new RunPlan { BaseFolder = folder, Rounds = [] };
        if (!unreadable) scope.CheckTypedColumns();
        faults.RunFile(fileName, root.Faults);
        return plan;
    }

    /// <summary>Resolves a run that the command line alone describes.</summary>
    public static RunPlan WithoutFile(RunOverrides overrides, RunContext context, RunFaults faults)
    {
        var folder = overrides.CurrentFolder;
        var scope = new RunScope("", folder, overrides, context, faults, new InputFinder(folder, faults));
        var plan = new RunPlan
        {
            BaseFolder = folder,
            Areas = Areas(null, scope),
            Rounds = RoundReader.Read(null, Standard(null, scope), [], scope),
            TargetsFile = scope.File(overrides.Targets, "--targets"),
            SkipsBadFiles = overrides.SkipsBadFiles,
        };
        scope.CheckTypedColumns();
        return plan;
    }

    private static RunPlan Whole(JsonPart root, RunScope scope)
    {
        root.OnlyKeys(Keys);
        var (submissions, newest) = Submissions(root.Find("submissions"), scope);
        root.Find("$schema")?.AsText();
        return new RunPlan
        {
            Title = root.Find("title")?.AsText() ?? "",
            BaseFolder = scope.Folder,
            ProvinceCode = root.Find("province")?.AsText(),
            Areas = Areas(root.Find("areas"), scope),
            Geography = root.Find("geography") is { } map ? Geography(map) : new GeographyChoice.AsReported(),
            Rounds = Rounds(root, scope),
            TargetsFile = scope.Overrides.Targets is { } targets ? scope.File(targets, "--targets") : scope.File(root.Find("targets")),
            TagsFile = scope.File(root.Find("tags")),
            LinksFile = scope.File(root.Find("links")),
            OfficialClass = root.Find("officialClass")?.AsOneOf("computed", "recognised", "scores") switch
            {
                "recognised" => OfficialClass.Recognised,
                "scores" => OfficialClass.Scores,
                _ => OfficialClass.Computed,
            },
            ClassifyBy = root.Find("classifyBy")?.AsOneOf("income", "b1") == "b1" ? ClassifyBy.Points : ClassifyBy.Income,
            PointsAtMost = root.Find("b1AtMost") is { } cutoffs ? PointsAtMost(cutoffs) : null,
            MinorityBy = root.Find("minorityBy")?.AsOneOf("head-or-spouse", "head") == "head" ? MinorityBy.Head : MinorityBy.HeadOrSpouse,
            FellBackYears = root.Find("fellBackYears")?.AsWhole(1, 50) ?? 3,
            Groups = root.Find("groups") is { } groups ? Groups(groups) : Group.Usual,
            CompareAt = root.Find("compareAt")?.AsOneOf("exact", "printed") == "printed" ? CompareAt.Printed : CompareAt.Exact,
            Findings = root.Find("findings") is { } findings ? Findings(findings, scope) : new Dictionary<string, FindingSetting>(),
            InflatedMiB = root.Find("limits") is { } limits ? InflatedMiB(limits) : null,
            SubmissionsFile = submissions,
            Newest = newest,
            SkipsBadFiles = scope.Overrides.SkipsBadFiles,
            CorrectionsFile = scope.File(root.Find("corrections")),
            BaseFile = Base(root.Find("base"), scope),
        };
    }

    private static (InputFile? Table, NewestRule? Newest) Submissions(JsonPart? part, RunScope scope)
    {
        if (part is not { Kind: JsonValueKind.Object }) return (scope.File(part), null);
        part.OnlyKeys(SubmissionKeys);
        if (part.Members.Count == 0) part.Fault(new("cần có \"table\", \"newest\" hoặc cả hai", "expected \"table\", \"newest\" or both"));
        NewestRule? newest = null;
        if (part.Find("newest") is { } pattern && (newest = NewestRule.Parse(pattern.AsText(), out var fault)) is null && pattern.Kind == JsonValueKind.String) pattern.Fault(fault);
        return (scope.File(part.Find("table")), newest);
    }

    /// <summary>The approved result that a path means; that of a folder is the file that poverty approve writes there.</summary>
    private static InputFile? Base(JsonPart? part, RunScope scope)
    {
        if (part is null || RunScope.Path(part) is not { Length: > 0 } typed) return null;
        var isFolder = Directory.Exists(Path.GetFullPath(typed, scope.Folder));
        return scope.Finder.File(isFolder ? $"{typed.TrimEnd('/')}/{Approval.OfficialFile}" : typed, scope.Folder, scope.Asked(part));
    }

    private static (decimal Rural, decimal Urban)? PointsAtMost(JsonPart part)
    {
        part.OnlyKeys("rural", "urban");
        return part.AsObject() ? (part.Require("rural")?.AsNumber() ?? 0, part.Require("urban")?.AsNumber() ?? 0) : null;
    }

    private static IReadOnlyList<RoundPlan> Rounds(JsonPart root, RunScope scope)
    {
        var list = scope.Overrides.Rounds.Count > 0 ? root.Find("rounds") : root.Require("rounds");
        var also = root.Find("also") is { } further ? scope.Standards(further) : [];
        var rounds = RoundReader.Read(list, Standard(root.Find("standard"), scope), also, scope);
        if (rounds.Count == 0 && list?.Kind == JsonValueKind.Array) list.Fault(new("phải có ít nhất một kỳ", "a run has at least one round"));
        return rounds;
    }

    private static AreasChoice Areas(JsonPart? part, RunScope scope)
    {
        if (scope.Overrides.Areas is { } typed)
            return RunScope.Areas(typed, () => scope.File(typed, "--areas"), reason => scope.Faults.CommandLine("--areas", reason));
        if (part is null || RunScope.Path(part) is not { Length: > 0 } word) return new AreasChoice.BuiltIn();
        return RunScope.Areas(word, () => scope.File(part), part.Fault);
    }

    private static StandardChoice Standard(JsonPart? part, RunScope scope)
    {
        if (scope.Overrides.Standard is { } typed) return scope.Standard(typed, () => scope.File(typed, "--standard"));
        return part is null ? new StandardChoice.Auto() : scope.Standard(part);
    }

    private static GeographyChoice Geography(JsonPart part)
    {
        var word = part.AsText();
        if (word == GeographyChoice.LastDistricts.Word) return new GeographyChoice.LastDistricts();
        if (word.StartsWith("at:", StringComparison.Ordinal)
            && DateOnly.TryParseExact(word.AsSpan(3), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new GeographyChoice.At(day);
        if (word != "as-reported" && part.Kind == JsonValueKind.String)
            part.Fault(new Phrase($"phải là as-reported, at:NGÀY như at:2025-07-01 hoặc {GeographyChoice.LastDistricts.Word}, nhưng lại là \"{word}\"",
                $"expected as-reported, at:DATE such as at:2025-07-01 or {GeographyChoice.LastDistricts.Word}, found \"{word}\"")
                .With(Nearest.Hint(Nearest.To(word, ["as-reported", GeographyChoice.LastDistricts.Word]))));
        return new GeographyChoice.AsReported();
    }

    private static GroupKind[] Groups(JsonPart part)
    {
        var chosen = part.AsList().Select(item => item.AsOneOf(GroupWords)).ToHashSet();
        return [.. Enum.GetValues<GroupKind>().Where(kind => chosen.Contains(GroupWords[(int)kind]))];
    }

    private static Dictionary<string, FindingSetting> Findings(JsonPart part, RunScope scope)
    {
        var settings = new Dictionary<string, FindingSetting>(StringComparer.Ordinal);
        if (!part.AsObject()) return settings;
        foreach (var (code, value) in part.Members)
        {
            if (!scope.Context.FindingCodes.Contains(code))
                value.Fault(new Phrase($"không có phát hiện nào mang mã \"{code}\"", $"there is no finding \"{code}\"").With(Nearest.Hint(Nearest.To(code, scope.Context.FindingCodes))));
            settings[code] = Finding(code, value);
        }
        return settings;
    }

    private static FindingSetting Finding(string code, JsonPart part)
    {
        if (part.Kind != JsonValueKind.Object) return new FindingSetting(SeverityOf(part), null);
        part.OnlyKeys(FindingKeys);
        if (part.Members.Count == 0) part.Fault(new("cần có \"severity\", \"threshold\" hoặc cả hai", "expected \"severity\", \"threshold\" or both"));
        return new FindingSetting(part.Find("severity") is { } severity ? SeverityOf(severity) : null, part.Find("threshold") is { } threshold ? Threshold(code, threshold) : null);
    }

    private static decimal Threshold(string code, JsonPart part)
    {
        var limit = part.AsNumber();
        if (FindingCatalogue.BuiltIn.Find(code) is { Threshold: null }) part.Fault(new($"{code} không có ngưỡng", $"{code} has no limit"));
        else if (part.Kind == JsonValueKind.Number && limit <= 0) part.Fault(new("ngưỡng phải lớn hơn 0", "a limit is above 0"));
        return limit;
    }

    private static Severity SeverityOf(JsonPart part) => part.AsOneOf("off", "info", "warn", "error") switch
    {
        "info" => Severity.Info,
        "warn" => Severity.Warn,
        "error" => Severity.Error,
        _ => Severity.Off,
    };

    private static int? InflatedMiB(JsonPart part)
    {
        part.OnlyKeys(LimitKeys);
        return part.Find("inflatedMiB")?.AsWhole(1, 1_048_576);
    }
}
