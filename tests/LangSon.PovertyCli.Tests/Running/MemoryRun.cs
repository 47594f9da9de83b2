using System.CommandLine;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.PovertyCli.Commands;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>What came of a run, whether it got as far as reading households or not.</summary>
/// <param name="Report">The run; null when its configuration or its tables stopped it.</param>
/// <param name="Findings">Everything found.</param>
/// <param name="Exit">The exit code.</param>
internal sealed record MemoryRun(RunReport? Report, IReadOnlyList<Finding> Findings, ExitCode Exit)
{
    /// <summary>Runs what <c>poverty run ARGUMENTS</c> would, in a folder and in memory.</summary>
    public static MemoryRun Of(string folder, params string[] arguments) => Of(folder, 2, arguments);

    /// <summary>The same with so many files read at once.</summary>
    public static MemoryRun Of(string folder, int threads, params string[] arguments)
    {
        var command = new Command("job");
        RunOptions.AddTo(command);
        var parse = Root.Build(command).Parse(["job", .. arguments]);
        Assert.Empty(parse.Errors);
        var resolution = RunOptions.Resolve(parse, RunInputs.Context, folder);
        var inputs = resolution.IsValid ? RunInputs.Load(resolution.Plan, threads, resolution.Faults) : null;
        if (inputs is null || !resolution.IsValid) return new(null, resolution.Faults.Findings, resolution.Faults.ExitCode);
        var report = RunReport.Execute(inputs, Severity.Error, CancellationToken.None);
        return new(report, [.. report.Findings.Select(listed => listed.Finding)], report.ExitCode)
        {
            Listed = report.Outcome.Results is null ? [] : [.. inputs.Rounds.Select((round, i) => List(round, report.Outcome.Files[i], inputs.Settings))],
        };
    }

    private static Dictionary<string, ListedHousehold> List(Round round, IReadOnlyList<FilePass> files, RunSettings settings)
    {
        var all = new Dictionary<string, ListedHousehold>();
        HouseholdList.ForEach(round, files, settings, household => all.Add(household.ShownId, household));
        return all;
    }

    /// <summary>The codes of all findings, in order.</summary>
    public string Codes => string.Join(' ', Findings.Select(finding => finding.Code));

    /// <summary>The only finding of a code.</summary>
    public Finding Only(string code) => Findings.Single(finding => finding.Code == code);

    /// <summary>A figure of the province, or of another unit, in a round; null where it has none.</summary>
    public decimal? Figure(string measure, string area = "20", string group = "all", int round = 0)
    {
        var result = Report!.Outcome.Results!.Rounds[round];
        return result.Find(result.Summary.Areas.Single(unit => unit.Code == area), Group.Parse(group)!.Value, measure)?.Value;
    }

    /// <summary>The households that count in each round, by the id that lists show; listed at once, as the files may be gone after.</summary>
    private IReadOnlyList<Dictionary<string, ListedHousehold>> Listed { get; init; } = [];

    /// <summary>The households that count in a round, by the id that lists show.</summary>
    public IReadOnlyDictionary<string, ListedHousehold> Households(int round = 0) => Listed[round];

    /// <summary>Rows read, accepted, rejected and blank in all files.</summary>
    public (long Read, long Accepted, long Rejected, long Blank) Rows() => (Sum(file => file.Read), Sum(file => file.Accepted),
        Sum(file => file.RejectedCount), Sum(file => file.Blank));

    private long Sum(Func<FilePass, long> count) => Report?.AllFiles.Sum(count) ?? 0;
}
