using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Targets;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>A result that is not complete: it is that of the communes received, says so, and never counts a lacking one as 0.</summary>
public sealed class PartialTests
{
    private static readonly string[] Measures = ["households", "persons", "poor", "poor_rate", "poor_persons_rate", "deprived:water"];

    [Fact]
    public void Figures_of_the_units_above_are_those_of_the_communes_received()
    {
        using var folder = Lacking();
        var run = folder.Run();
        Assert.Equal((30, 3, 10), (run.Figure("households", round: 1), run.Figure("poor", round: 1), run.Figure("poor_rate", round: 1)));
        Assert.Equal((10, 1), (run.Figure("households", "180", round: 1), run.Figure("poor", "180", round: 1)));
        var lacking = run.Report!.Outcome.Results!.Rounds[1];
        var commune = Of(run, "06040");
        Assert.All(Measures, measure => Assert.Equal((null, Missing.NotReceived), (lacking.Find(commune, Group.All, measure)!.Value.Value, lacking.Find(commune, Group.All, measure)!.Value.Missing)));
        Assert.Equal(new Lack(1, 4), lacking.Summary.LackOf(Of(run, "20")));
        Assert.True(lacking.Summary.LackOf(Of(run, "178")).IsNone);
        Assert.Contains("1 of 4 communes lacking (06040 Xã Đại Đồng)", FindingCatalogue.BuiltIn.Message(run.Only("PV8015")).En, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, run.Exit);
    }

    /// <summary>What is measured on the communes that both rounds have is what a run of these communes alone gives.</summary>
    [Fact]
    public void Changes_and_movements_are_those_of_the_communes_that_both_rounds_have()
    {
        using var folder = Lacking();
        using var alone = new CollectionFolder();
        foreach (var year in new[] { 2022, 2023 }) alone.Delete($"{year}/06040.csv");
        var (partial, whole) = (folder.Run(), alone.Run());
        foreach (var code in new[] { "20", "178", "180", "05971", "06043" })
        {
            foreach (var measure in Measures)
            {
                var (mine, theirs) = (Change(partial, code, measure), Change(whole, code, measure));
                Assert.Equal((theirs.Before.Value, theirs.After.Value, theirs.Value, theirs.Incomparable), (mine.Before.Value, mine.After.Value, mine.Value, mine.Incomparable));
            }
            var (moved, expected) = (Movement(partial, code), Movement(whole, code));
            Assert.Equal((expected.Start, expected.Escaped, expected.OtherOut, expected.Became, expected.OtherIn, expected.End), (moved.Start, moved.Escaped, moved.OtherOut, moved.Became, moved.OtherIn, moved.End));
        }
        Assert.DoesNotContain(partial.Findings, finding => finding.Code is "PV8004" or "PV8005" or "PV8006");
        var lacking = Change(partial, "06040", "poor");
        Assert.Equal((2, (decimal?)null, Incomparable.Values, Missing.NotReceived), (lacking.Before.Value, lacking.Value, lacking.Incomparable, lacking.After.Missing));
        Assert.DoesNotContain(partial.Report!.Outcome.Results!.Movements(0, 1).Keys, key => key.Area.Code == "06040");
    }

    [Fact]
    public void Under_a_register_a_unit_is_the_sum_of_the_rows_of_the_communes_received()
    {
        using var folder = Lacking();
        folder.Write("register.csv", "year,area_code,households,persons\n" + string.Concat(new[] { 2022, 2023 }.Select(year => $"{year},20,410,1640\n" + string.Concat(CollectionFolder.Communes.Select(commune => $"{year},{commune},100,400\n")))));
        folder.Configure(", \"submissions\": \"submissions.csv\"", ", \"coverage\": \"poor-list\", \"register\": \"register.csv\"");
        var run = folder.Run();
        // The province's own row counts the whole: 410 households.
        Assert.Equal((410, 300, 1), (run.Figure("households", round: 0), run.Figure("households", round: 1), run.Figure("poor_rate", round: 1)));
        Assert.Equal((300, 300), (Change(run, "20", "households").Before.Value, Change(run, "20", "households").After.Value));
        Assert.Null(run.Figure("poor_rate", "06040", round: 1));
        Assert.Equal(0, Movement(run, "20").OtherOut.Households);
    }

    [Fact]
    public void Rows_that_strayed_into_another_file_do_not_stand_for_a_commune_that_sent_nothing()
    {
        using var folder = Lacking();
        folder.Write("2023/06043.csv", CollectionFolder.Households("06043", poor: 1) + CollectionFolder.Households("06040", poor: 1, households: 2).Split('\n', 2)[1]);
        var run = folder.Run();
        Assert.Null(run.Figure("poor", "06040", round: 1));
        Assert.Equal(10, run.Figure("households", "180", round: 1));
    }

    [Fact]
    public void A_commune_that_the_table_accepts_may_have_nobody_on_its_list()
    {
        using var folder = Lacking("06040,,,accepted");
        var run = folder.Run();
        Assert.Empty(run.Findings);
        Assert.Equal(0, run.Figure("poor", "06040", round: 1));
        Assert.Equal(ExitCode.Done, run.Exit);
    }

    [Fact]
    public void A_complete_collection_gives_what_the_same_files_give_without_a_table()
    {
        using var folder = new CollectionFolder();
        var before = folder.Run();
        folder.List([.. CollectionFolder.Communes.Select(commune => $"{commune},{commune}.csv,2023-12-20,accepted")]);
        var after = folder.Run();
        Assert.Equal((before.Exit, before.Codes), (after.Exit, after.Codes));
        foreach (var code in CollectionFolder.Communes.Append("20"))
            Assert.All(Measures, measure => Assert.Equal(Change(before, code, measure), Change(after, code, measure)));
        Assert.Empty(after.Report!.Partial());
    }

    [Theory]
    [InlineData("poor_rate,level,<=,10", Verdict.Met)]
    [InlineData("poor_rate,change_points,<=,-11", Verdict.Missed)]
    [InlineData("escaped,level,>=,3", Verdict.Met)]
    public void Targets_are_judged_on_the_communes_received_and_check_ends_with_7(string demand, Verdict verdict)
    {
        using var folder = Lacking();
        folder.Write("targets.csv", $"id,scope,measure,kind,is,value,year\nt,province,{demand},2023\n");
        var report = folder.Run("--targets", folder.Path + "/targets.csv").Report!;
        var result = report.Targets.Single();
        Assert.Equal((verdict, "not complete: 1 of 4 communes lacking"), (result.Verdict, result.Because.En));
        Assert.Equal((ExitCode.Findings, ExitCode.NotComputable), (report.ExitCode, report.TargetExitCode));
    }

    [Fact]
    public void A_household_of_a_commune_that_lacked_has_not_fallen_back_when_it_is_listed_again()
    {
        using var folder = new CollectionFolder();
        foreach (var commune in CollectionFolder.Communes) folder.Write($"2024/{commune}.csv", CollectionFolder.Households(commune, poor: commune == "06040" ? 2 : 1));
        folder.Delete("2023/06040.csv");
        folder.Write("submissions.csv", "unit,file,received,state,round\n06040,,,missing,2023\n");
        var rounds = string.Join(", ", new[] { 2022, 2023, 2024 }.Select(year => $$"""{ "year": {{year}}, "coverage": "poor-list", "households": ["{{year}}/*"] }"""));
        folder.Write("poverty.json", $$"""{ "province": "20", "areas": "areas.csv", "submissions": "submissions.csv", "rounds": [ {{rounds}} ] }""");
        var results = folder.Run().Report!.Outcome.Results!;
        Assert.Equal(0, results.Movements(1, 2).Values.Sum(movement => movement.Poor.FellBack.Households + movement.Poor.New.Households));
        // From the first to the last round both have the commune: its two poor households stayed poor, whatever the round between.
        var movement = results.Movements(0, 2).Single(entry => entry.Key.Area.Code == "06040" && entry.Key.Group == Group.All).Value.Poor;
        Assert.Equal((2, 0, 0, 2), (movement.Start.Households, movement.Escaped.Households, movement.Became.Households, movement.End.Households));
    }

    /// <summary>06040 sent nothing that counts for 2023.</summary>
    private static CollectionFolder Lacking(string row = "06040,,,missing")
    {
        var folder = new CollectionFolder();
        folder.Delete("2023/06040.csv");
        folder.List("05971,05971.csv,2023-12-20,", "05974,05974.csv,2023-12-20,", "06043,06043.csv,2023-12-20,", row);
        return folder;
    }

    private static AreaNode Of(MemoryRun run, string code) => run.Report!.Outcome.Results!.Rounds.SelectMany(round => round.Summary.Areas).First(area => area.Code == code);

    private static Change Change(MemoryRun run, string code, string measure) => run.Report!.Outcome.Results!.Change(0, 1, Of(run, code), Group.All, measure);

    private static ClassMovement Movement(MemoryRun run, string code) => run.Report!.Outcome.Results!.Movements(0, 1)[(Of(run, code), Group.All)].Poor;
}
