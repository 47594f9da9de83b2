using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Running;

/// <summary>A run that has been computed: what it gave, and how it ends.</summary>
internal sealed class RunReport
{
    private readonly Severity? _failOn;
    private readonly Dictionary<string, int> _counts;

    private RunReport(RunInputs inputs, RunOutcome outcome, IReadOnlyList<TargetResult> targets, Severity? failOn)
    {
        (Inputs, Outcome, Targets, _failOn) = (inputs, outcome, targets, failOn);
        Findings = [.. List(inputs.Settings.Checks, outcome.AllFindings().Concat(Repeated(inputs)).Concat(TargetFindings(targets)))];
        _counts = Findings.GroupBy(listed => listed.Finding.Code).ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>What was run.</summary>
    public RunInputs Inputs { get; }

    /// <summary>What came of it.</summary>
    public RunOutcome Outcome { get; }

    /// <summary>The targets judged.</summary>
    public IReadOnlyList<TargetResult> Targets { get; }

    /// <summary>The findings that the run lists, with their severities.</summary>
    public IReadOnlyList<ListedFinding> Findings { get; }

    /// <summary>What to fix, the most urgent first.</summary>
    public IReadOnlyList<WorkItem> Worklist => field ??= Poverty.Findings.Worklist.Of(Findings.Select(listed => (listed.Finding, listed.Severity)));

    /// <summary>How many findings of each code are listed.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>All household files.</summary>
    public IEnumerable<FilePass> Files => Outcome.Files.SelectMany(round => round);

    /// <summary>The files of households and of members.</summary>
    public IEnumerable<FilePass> AllFiles => Outcome.AllFiles;

    /// <summary>Carries out a run in memory; nothing is written.</summary>
    public static RunReport Execute(RunInputs inputs, Severity? failOn, CancellationToken cancel)
    {
        var outcome = new Run(inputs.Rounds, inputs.Settings).Execute(cancel);
        var targets = outcome.Results is { } results ? new TargetCheck(results, inputs.Plan.CompareAt).Judge(inputs.Targets) : [];
        return new RunReport(inputs, outcome, targets, failOn);
    }

    /// <summary>How the run ends: all reasons, the first of which decides.</summary>
    public IReadOnlyList<(ExitCode Code, Phrase Because)> Reasons()
    {
        var reasons = new List<(ExitCode, Phrase)>();
        foreach (var fault in Inputs.Tables.SelectMany(table => table.Faults))
            reasons.Add((ExitCode.Usage, FindingCatalogue.BuiltIn.Message(fault)));
        var refused = AllFiles.Count(file => file.IsRefused);
        if (refused > 0) reasons.Add((ExitCode.Input, new($"{refused} tệp không dùng được", $"{Count(refused, "file")} cannot be used")));
        else if (Inputs.Rounds.All(round => round.Counts is null) && Files.Sum(file => file.Accepted) == 0)
            reasons.Add((ExitCode.NotComputable, new("không có hộ nào được tính", "no household counts")));
        var open = Targets.Count(target => target.Verdict is Verdict.NotMeasurable or Verdict.DependsOnUnresolved);
        if (open > 0) reasons.Add((ExitCode.NotComputable, new($"{open} chỉ tiêu chưa đánh giá được", $"{Count(open, "target")} cannot be judged")));
        var bad = Findings.Count(listed => _failOn is { } limit && listed.Severity is not Severity.Verdict && listed.Severity >= limit);
        if (bad > 0) reasons.Add((ExitCode.Findings, new($"{bad} phát hiện từ mức {_failOn!.Value.Word()} trở lên", $"{Count(bad, "finding")} of severity {_failOn!.Value.Word()} or above")));
        var missed = Targets.Count(target => target.Verdict == Verdict.Missed);
        if (missed > 0) reasons.Add((ExitCode.TargetMissed, new($"{missed} chỉ tiêu chưa đạt", $"{Count(missed, "target")} missed")));
        return reasons;
    }

    /// <summary>The exit code.</summary>
    public ExitCode ExitCode => Exits.Combine(Reasons().Select(reason => reason.Code));

    /// <summary>The exit code as far as targets decide it, whatever the rows are like.</summary>
    public ExitCode TargetExitCode => Exits.Combine(Reasons().Select(reason => reason.Code).Where(code => code != ExitCode.Findings));

    private static IEnumerable<ListedFinding> List(CheckSettings checks, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var severity = checks.Severity(finding.Code);
            // A verdict may be left out of the list; it never becomes a finding that --fail-on counts.
            if (FindingCatalogue.BuiltIn[finding.Code].Severity == Severity.Verdict && severity != Severity.Off) severity = Severity.Verdict;
            if (severity != Severity.Off) yield return new ListedFinding(finding, severity);
        }
    }

    private static IEnumerable<Finding> Repeated(RunInputs inputs) => inputs.Settings.IsOn("PV4005") ? RepeatedFiles.Of(inputs.Plan) : [];

    private IEnumerable<Finding> TargetFindings(IReadOnlyList<TargetResult> targets)
    {
        var narrow = Inputs.Settings.Threshold("PV9004");
        foreach (var result in targets)
        {
            var code = result.Verdict switch
            {
                Verdict.Missed => "PV9003",
                Verdict.NotMeasurable or Verdict.DependsOnUnresolved => "PV9005",
                Verdict.Met => result.Target.Measure.EndsWith("_rate", StringComparison.Ordinal) && result.Margin < narrow ? "PV9004" : null,
            };
            if (code is null) continue;
            var unit = $"{result.Target.Id}: {result.Area?.Code} {result.Area?.Name} {(result.Group == Group.All ? "" : Group.Name(result.Group))}".Trim();
            yield return new Finding(code, new Place(""))
            {
                CommuneCode = result.Area?.Level == AreaLevel.Tag ? null : result.Area?.Code,
                Details =
                [
                    ("unit", unit), ("v", Number(result.Actual)), ("op", result.Target.AtMost ? "<=" : ">="), ("t", Number(result.Target.Value)),
                    ("d", Number(result.Margin is { } margin ? Math.Abs(margin) : null)), ("n", $"{result.HouseholdsShort ?? 0}"), ("reason", result.Because),
                ],
            };
        }
    }

    private static Phrase Number(decimal? value) =>
        value is { } known ? new Phrase(Numerals.Of(known, 2, Language.Vietnamese), Numerals.Of(known, 2, Language.English)) : "–";

    private static string Count(int number, string one) => number == 1 ? $"1 {one}" : $"{number} {one}s";
}
