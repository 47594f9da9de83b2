using System.Globalization;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Running;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting.Results;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>The rows behind a figure add to it.</summary>
public sealed class FigureTraceTests
{
    private static readonly string[] Measures = ["households", "persons", "poor", "poor_rate", "mdp_rate", "poor_persons_rate", "undetermined", "deprived:water", "deprived_near_poor:telecom"];

    [Fact]
    public void The_rows_of_every_commune_of_the_sample_add_to_the_figures_of_results_csv()
    {
        var run = MemoryRun.Of(Repository.Root, "samples/lang-son");
        var results = run.Report!.Outcome.Results!;
        var printed = Printed(results);
        var compared = 0;
        for (var number = 0; number < 2; number++)
        {
            var round = results.Rounds[number];
            var scopes = (from area in round.Summary.Areas
                          where area.Level == AreaLevel.Commune
                          from measure in round.Measures
                          where Measures.Contains(measure.Name)
                          select (Area: area, Measure: measure, Scope: new TraceScope(results, number, area, Group.All, measure), Sum: new long[3])).ToArray();
            ReadAgain.ForEach(round.Round, run.Report.Outcome.Files[number], results.Settings, row =>
            {
                foreach (var scope in scopes)
                {
                    if (scope.Scope.Trace(row) is not { } traced) continue;
                    scope.Sum[0] += traced.Part ?? 0;
                    scope.Sum[1] += traced.Whole ?? 0;
                    scope.Sum[2]++;
                }
            });
            foreach (var (area, measure, _, sum) in scopes)
            {
                var row = printed[(round.Round.Id, area.Code, "all", measure.Name)];
                var part = row["numerator"].Length > 0 ? row["numerator"] : row["value"];
                Assert.Equal((part, row["denominator"].Length > 0 ? row["denominator"] : "0", row["n"]), (Text(sum[0]), Text(sum[1]), Text(sum[2])));
                compared++;
            }
        }
        Assert.Equal(2 * 200 * Measures.Length, compared);
    }

    [Theory]
    [InlineData("tests/LangSon.PovertyCli.Tests/Golden/small")]
    [InlineData("tests/LangSon.PovertyCli.Tests/Faulty/PV8010")]
    public void Every_figure_of_a_small_run_is_the_sum_of_its_rows(string folder)
    {
        var run = MemoryRun.Of(Repository.Root, folder);
        var results = run.Report!.Outcome.Results!;
        for (var number = 0; number < results.Rounds.Count; number++)
            foreach (var area in results.Rounds[number].Summary.Areas)
                foreach (var group in results.Rounds[number].Summary.GroupsOf(area))
                    foreach (var measure in results.Rounds[number].Measures)
                        AssertAdds(FigureTrace.Of(results, number, area, group, measure, run.Report.Outcome.Files[number]));
    }

    [Theory]
    [InlineData("poor", 345)]
    [InlineData("poor_rate", 345)]
    [InlineData("poor_persons_rate", 1467)]
    [InlineData("households", 0)]
    [InlineData("deprived:water", 111)]
    public void Under_a_register_rows_give_the_numerator_and_its_own_row_the_denominator(string measure, long part)
    {
        var run = MemoryRun.Of(Repository.Root, "samples/lang-son-review");
        var results = run.Report!.Outcome.Results!;
        var trace = FigureTrace.Of(results, 1, results.Rounds[1].Summary.Areas.Single(area => area.Level == AreaLevel.Province), Group.Parse("minority=yes")!.Value,
            results.Rounds[1].Measures.Single(one => one.Name == measure), run.Report.Outcome.Files[1]);
        AssertAdds(trace);
        Assert.Equal(part, trace.Files.Sum(file => file.Part));
        Assert.Equal(measure is "poor" or "deprived:water" ? 0 : 1, trace.Totals.Count);
        Assert.Equal(8, trace.Files.Sum(file => file.Count(Standing.Left)));
    }

    [Fact]
    public void The_rows_of_a_register_add_to_every_denominator()
    {
        foreach (var round in MemoryRun.Of(Repository.Root, "samples/lang-son-review").Report!.Outcome.Results!.Rounds)
            foreach (var area in round.Summary.Areas)
                foreach (var group in round.Summary.GroupsOf(area))
                {
                    TotalsRow[] rows = [.. round.Summary.TotalsRows(area, group)];
                    var counts = round.Summary.Of(area, group);
                    Assert.Equal(counts.Households ?? 0, rows.Sum(row => (row.IsTakenAway ? -1 : 1) * row.Totals.Households!.Value));
                    Assert.Equal(counts.Persons ?? 0, rows.Sum(row => (row.IsTakenAway ? -1 : 1) * row.Totals.Persons!.Value));
                }
    }

    [Fact]
    public void A_group_without_rows_of_its_own_is_what_its_opposite_leaves_of_all()
    {
        var table = new HouseholdTable().Add("A", "W", "4", "poor", "Tày").Add("B", "X", "3", "poor", "Tày");
        var results = new TestRun().Round(2022, table.ToString(), Coverage.Reviewed,
            "round,area_code,group,households,persons\n2022,W,all,10,40\n2022,X,all,20,80\n2022,W,minority=no,4,15\n2022,X,minority=no,5,18\n").Results();
        var summary = results.Rounds[0].Summary;
        var province = TestRun.Area(results, AreaLevel.Province);
        var rows = summary.TotalsRows(province, Group.Parse("minority=yes")!.Value);
        Assert.Equal(["+W all 10", "+X all 20", "-W minority=no 4", "-X minority=no 5"],
            rows.Select(row => $"{(row.IsTakenAway ? '-' : '+')}{row.Area.Code} {Group.Name(row.Group)} {row.Totals.Households}"));
        Assert.Equal(21, summary.Of(province, Group.Parse("minority=yes")!.Value).Households);
        Assert.Empty(summary.TotalsRows(province, Group.Parse("settlement=urban")!.Value));
    }

    [Fact]
    public void A_figure_of_counts_names_their_rows()
    {
        var run = MemoryRun.Of(Repository.Root, "samples/published");
        var results = run.Report!.Outcome.Results!;
        var round = results.Rounds[0];
        var trace = FigureTrace.Of(results, 0, round.Summary.Areas.Single(area => area.Code == "20"), Group.All, round.Measures.Single(one => one.Name == "poor_rate"), []);
        Assert.Equal((false, false, 2L, 4643L), (trace.HasPart, trace.HasWhole, Assert.Single(trace.Totals).Line, trace.Totals[0].Totals.Poor));
    }

    private static void AssertAdds(FigureTrace trace)
    {
        var figure = trace.Figure;
        var part = figure.Share is { } share ? share.Part : (long?)figure.Value;
        if (trace.HasPart) Assert.Equal(part ?? 0, trace.Files.Sum(file => file.Part));
        if (trace.HasWhole) Assert.Equal(figure.Share!.Value.Whole ?? 0, trace.Files.Sum(file => file.Whole));
        Assert.Equal(trace.Counts.Rows, trace.Files.Sum(file => file.Counted));
        Assert.Equal(trace.Counts.Undetermined, trace.Files.Sum(file => file.Count(Standing.Undetermined)));
        Assert.Equal(trace.Counts.Rejected, trace.Files.SelectMany(file => file.Rows).Count(row => row.IsInBounds));
    }

    private static Dictionary<(string Round, string Area, string Group, string Measure), PlainTable.Row> Printed(Results results)
    {
        using var memory = new MemoryStream();
        ResultsCsv.Write(memory, results, Language.English);
        using var source = HouseholdFile.Open(memory.ToArray(), "results.csv");
        return PlainTable.Read(source, [], []).Rows.Where(row => row["level"] == "commune")
            .ToDictionary(row => (row["round"], row["area_code"], row["group"], row["measure"]));
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
