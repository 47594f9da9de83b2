using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Faults that a reading of the contract brought up, each on the smallest data that shows it.</summary>
public sealed class ContractTests
{
    [Fact]
    public void A_list_larger_than_its_register_is_reported_and_its_bounds_stay_in_order()
    {
        var table = new HouseholdTable();
        for (var i = 0; i < 6; i++) table.Add($"H{i}", "X", "4", "poor");
        var outcome = new TestRun().Round(2022, table.ToString(), Coverage.Reviewed, "round,area_code,households\n2022,,5\n").Execute();
        var figure = outcome.Results!.Rounds[0].Find(TestRun.Area(outcome.Results, AreaLevel.Province), Group.All, "poor_rate")!.Value;
        Assert.Equal((120m, 120m, 120m), (figure.Value, figure.Bounds!.Value.Min, figure.Bounds.Value.Max));
        Assert.Contains(outcome.AllFindings(), finding => finding.Code == "PV8010");
    }

    [Fact]
    public void A_commune_of_the_register_without_a_row_is_reported_under_a_list_too()
    {
        var outcome = new TestRun().Round(2022, new HouseholdTable().Add("A", "X", "4", "poor").ToString(), Coverage.Reviewed,
            "round,area_code,households\n2022,X,50\n2022,Y,50\n").Execute();
        Assert.Equal("Y", Assert.Single(outcome.AllFindings(), finding => finding.Code == "PV8001").CommuneCode);
    }

    [Fact]
    public void The_others_are_all_households_less_the_minority_where_both_are_known()
    {
        var table = new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "Y", "4", "poor").ToString();
        const string register = "round,area_code,group,households\n2022,,all,100\n2022,X,all,40\n2022,Y,all,50\n2022,X,minority=yes,30\n2022,Y,minority=yes,30\n";
        var results = new TestRun().Round(2022, table, Coverage.Reviewed, register).Results();
        var province = TestRun.Area(results, AreaLevel.Province);
        Assert.Equal((100, 60, 40), (Households("all"), Households("minority=yes"), Households("minority=no")));

        long Households(string group) => results.Rounds[0].Summary.Of(province, Group.Parse(group)!.Value).Households!.Value;
    }

    [Fact]
    public void A_register_without_a_row_for_the_round_is_a_fault()
    {
        var run = new TestRun().Round(2022, new HouseholdTable().Add("A", "X", "4", "poor").ToString(), Coverage.Reviewed, "round,area_code,households\n2O22,,100\n");
        run.Execute();
        var fault = Assert.Single(run.TableFaults);
        Assert.Equal(("round", 1L), (fault.Column, fault.Place.Line));
    }

    [Fact]
    public void A_household_that_left_needs_no_size_and_widens_no_bound()
    {
        var before = new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "X", "4", "non").ToString();
        var now = new HouseholdTable().Add("A", "X", "", "poor", left: "died").Add("B", "X", "4", "non").ToString();
        var outcome = new TestRun().Round(2022, before).Round(2023, now).Execute();
        Assert.Empty(outcome.Files[1][0].Rejected);
        var results = outcome.Results!;
        var province = TestRun.Area(results, AreaLevel.Province);
        Assert.Equal(new Bounds(0, 0), results.Rounds[1].Find(province, Group.All, "poor_rate")!.Value.Bounds);
        Assert.Equal(1, results.Movements(0, 1)[(province, Group.All)].Poor.OtherOut.Households);
    }

    [Theory]
    [InlineData("thoát nghèo", "non_poor")]
    [InlineData("3", "non_poor")]
    [InlineData("4", "non_poor")]
    [InlineData("tái nghèo", "poor")]
    [InlineData("hộ cận nghèo", "near_poor")]
    public void The_words_of_the_commune_are_classes(string word, string measure)
    {
        var run = new TestRun().Round(2022, $"household_id,commune_code,household_size,recognised_class\nA,X,4,{word}\n");
        run.Settings = run.Settings with { Official = Poverty.Households.OfficialClass.Recognised };
        var results = run.Results();
        Assert.Equal(1, results.Rounds[0].Find(TestRun.Area(results, AreaLevel.Province), Group.All, measure)!.Value.Value);
    }

    [Fact]
    public void A_code_point_that_is_nothing_rejects_its_row_and_no_more()
    {
        var table = new HouseholdTable().Add("A", "X", "4", "poor").Add("B\uFFFE", "X", "4", "poor").ToString();
        var outcome = new TestRun().Round(2022, table).Execute();
        Assert.Equal("PV1023", Assert.Single(Assert.Single(outcome.Files[0][0].Rejected).Codes));
    }

    [Fact]
    public void Totals_with_a_figure_numbered_rows_and_signatures_are_no_households()
    {
        var table = new HouseholdTable().Add("A", "X", "4", "poor").ToString().Replace("household_id,", "STT,household_id,", StringComparison.Ordinal)
            .Replace("\nA,", "\n1,A,", StringComparison.Ordinal);
        var commas = new string(',', table.Split('\n')[0].Count(letter => letter == ','));
        var outcome = new TestRun().Round(2022, $"{table}Tổng số hộ: 1{commas}\n2{commas}\nNgười lập biểu{commas}\n").Execute();
        Assert.Equal((4L, 1L, 0L, 3L), (outcome.Files[0][0].Read, outcome.Files[0][0].Accepted, outcome.Files[0][0].RejectedCount, outcome.Files[0][0].Blank));
    }

    [Fact]
    public void Counts_alone_have_no_deprivations()
    {
        var results = new TestRun().Counts(2023, "year,area_code,households,poor\n2023,,100,10\n").Results();
        Assert.DoesNotContain(results.Rounds[0].Measures, measure => measure.Name.StartsWith("deprived", StringComparison.Ordinal));
        Assert.Equal(10m, results.Rounds[0].Find(TestRun.Area(results, AreaLevel.Province), Group.All, "poor_rate")!.Value.Value);
    }
}
