using System.CommandLine;
using LangSon.Poverty.Findings;
using LangSon.PovertyCli.Commands;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Tests.Faulty;

/// <summary>What came of a run, whether it got as far as reading households or not.</summary>
/// <param name="Report">The run; null when its configuration or its tables stopped it.</param>
/// <param name="Findings">Everything found.</param>
/// <param name="Exit">The exit code.</param>
internal sealed record FaultyRun(RunReport? Report, IReadOnlyList<Finding> Findings, ExitCode Exit)
{
    /// <summary>Runs what <c>poverty run ARGUMENTS</c> would, in a folder and in memory.</summary>
    public static FaultyRun Of(string folder, params string[] arguments)
    {
        var command = new Command("job");
        RunOptions.AddTo(command);
        var parse = Root.Build(command).Parse(["job", .. arguments]);
        Assert.Empty(parse.Errors);
        var resolution = RunOptions.Resolve(parse, RunInputs.Context, folder);
        var inputs = resolution.IsValid ? RunInputs.Load(resolution.Plan, 2, resolution.Faults) : null;
        if (inputs is null) return new(null, resolution.Faults.Findings, resolution.Faults.ExitCode);
        var report = RunReport.Execute(inputs, Severity.Error, CancellationToken.None);
        return new(report, [.. report.Findings.Select(listed => listed.Finding)], report.ExitCode);
    }

    /// <summary>Rows read, accepted, rejected and blank in all files.</summary>
    public (long Read, long Accepted, long Rejected, long Blank) Rows() => (Sum(file => file.Read), Sum(file => file.Accepted),
        Sum(file => file.RejectedCount), Sum(file => file.Blank));

    private long Sum(Func<Poverty.Running.FilePass, long> count) => Report?.Files.Sum(count) ?? 0;
}
