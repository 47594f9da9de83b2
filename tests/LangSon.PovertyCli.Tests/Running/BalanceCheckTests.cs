using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.PovertyCli.Tests.Faulty;

namespace LangSon.PovertyCli.Tests.Running;

public sealed class BalanceCheckTests
{
    [Fact]
    public void Movements_that_do_not_lead_from_one_count_to_the_other_are_a_finding()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "areas.csv", "clean.csv" }) folder.Write(name, File.ReadAllText(Path.Combine(Workbooks.Folder, name)));
        folder.Write("clean-again.csv", File.ReadAllText(folder["clean.csv"]).Replace("Khối", "Tổ", StringComparison.Ordinal));
        var run = MemoryRun.Of(folder.Path, "--round", "2022=clean.csv", "--round", "2023=clean-again.csv", "--areas", "areas.csv");
        Assert.Empty(run.Findings);
        var results = run.Report!.Outcome.Results!;

        // A ledger of one poor household of 05971 in the second round, where the sums know of a poor and a near-poor one of 06040.
        var commune = results.Rounds[1].Summary.Areas.Single(area => area.Code == "05971");
        var ledger = new Ledger(2);
        ledger.TryEnter(1, 1, new LedgerEntry(commune.Index, 0, 0, 0, 0, 4, Standing.Poor, PreviousStatus.None, Because.None));
        var nodes = results.Rounds[1].Summary.Areas.OrderBy(area => area.Index).ToArray();
        var log = new FindingLog();
        new ResultChecks(new Results(results.Settings, results.Rounds, [], nodes, ledger), log).Run();
        Assert.Equal(["20", "20", "178", "05971"], log.Findings.Select(finding => finding.CommuneCode));
        Assert.All(log.Findings, finding => Assert.Equal(("PV8004", "2022 → 2023"), (finding.Code, finding.Value)));
    }
}
