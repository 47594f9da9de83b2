using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Targets;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Targets;

/// <summary>
/// Targets from the end of 2021, which stands under two standards, to 2022. Rural households; those of 2021 by vn-2016 (poor at
/// 700,000, or at 1,000,000 with 3 deprivations) and by vn-2022 (at 1,500,000 with 3):
/// <code>
///    2021: income, lacking          vn-2016    vn-2022     2022
/// A  600,000, two of vn-2022        poor       near-poor   average
/// B  900,000, insurance water toilet  poor     poor        poor
/// C  1,400,000, the same            average    poor        near-poor
/// D  2,000,000, none                non-poor   average     average
/// E  1,400,000, as C                average    poor        poor
/// </code>
/// Poor in 2021: 2 of 5 by vn-2016, 3 of 5 by vn-2022; in 2022: 2 of 5.
/// </summary>
public sealed class TwoStandardTargetTests
{
    /// <summary>The end of 2021 with the answers that both standards ask for.</summary>
    internal const string Before =
        "household_id,commune_code,settlement,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means,health_service,information_assets\n"
        + "A,X,rural,4,600000,1,0,1,0,0,0,0,0,0,0,0,0,0,0\n"
        + "B,X,rural,3,900000,0,0,0,1,0,0,0,0,1,1,0,0,0,0\n"
        + "C,X,rural,2,1400000,0,0,0,1,0,0,0,0,1,1,0,0,0,0\n"
        + "D,X,rural,5,2000000,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n"
        + "E,X,rural,1,1400000,0,0,0,1,0,0,0,0,1,1,0,0,0,0\n";

    private const string Header = "id,scope,where,measure,kind,is,value,year,base_year,source\n";

    /// <summary>The year after.</summary>
    internal static readonly string After = new HouseholdTable()
        .Add("A", "X", "4", "average").Add("B", "X", "3", "poor").Add("C", "X", "2", "near").Add("D", "X", "5", "average").Add("E", "X", "1", "poor").ToString();

    private static TestRun Both() => new TestRun().Round(2021, Before).Also("vn-2022").Round(2022, After);

    private static TestRun Own() => new TestRun().Round(2021, Before).Round(2022, After);

    [Theory]
    [InlineData("poor_rate,change_points,<=,-20", "met", "-20", "60")]
    [InlineData("poor_rate,change_points,<=,-20.01", "missed", "-20", "60")]
    [InlineData("poor,change_points,<=,-1", "met", "-1", "3")]
    [InlineData("escaped,level,>=,1", "met", "1", null)]
    [InlineData("escaped,level,>=,2", "missed", "1", null)]
    [InlineData("newly_poor,level,<=,0", "met", "0", null)]
    public void Where_one_standard_judges_both_rounds_the_target_is_judged_by_it_and_says_so(string target, string verdict, string actual, string? before)
    {
        var result = Judge(Both(), target);
        Assert.Equal((verdict, actual, before), (VerdictWords.Word(result.Verdict), Text(result.Actual), Text(result.Before)));
        Assert.Equal(("hai kỳ cùng tính theo vn-2022", "both rounds by vn-2022"), (result.Because.Vi, result.Because.En));
    }

    [Theory]
    [InlineData("poor_rate,change_points,<=,-20")]
    [InlineData("escaped,level,>=,1")]
    public void Where_none_does_it_is_not_measurable(string target)
    {
        var result = Judge(Own(), target);
        Assert.Equal("not-measurable", VerdictWords.Word(result.Verdict));
        Assert.Equal("the rounds are judged by different standards", result.Because.En);
    }

    [Fact]
    public void A_level_is_judged_all_the_same_and_has_no_base_of_another_standard()
    {
        var (own, both) = (Judge(Own(), "poor_rate,level,<=,30"), Judge(Both(), "poor_rate,level,<=,30"));
        Assert.Equal(("missed", "40", null, null, ""), (VerdictWords.Word(own.Verdict), Text(own.Actual), Text(own.Before), Text(own.CompletionPercent), own.Because.En));
        // From 60 to 40 where 30 was planned: two thirds of the way.
        Assert.Equal(("missed", "40", "60", "66.7", "both rounds by vn-2022"),
            (VerdictWords.Word(both.Verdict), Text(both.Actual), Text(both.Before), Text(Math.Round(both.CompletionPercent!.Value, 1)), both.Because.En));
    }

    [Fact]
    public void How_many_households_there_are_depends_on_no_standard()
    {
        var result = Judge(Both(), "households,change_points,>=,0");
        Assert.Equal(("met", "0", ""), (VerdictWords.Word(result.Verdict), Text(result.Actual), result.Because.En));
    }

    [Fact]
    public void The_later_round_may_be_the_one_that_was_taken_by_both()
    {
        // 2026 by vn-2022 and 2027 by its own standard and by vn-2022.
        var result = Judge(new TestRun().Round(2026, FurtherStandardTests.Example).Round(2027, FurtherStandardTests.Example).Also("vn-2022"), "poor_rate,change_points,<=,0", 2027);
        Assert.Equal(("0", "25"), (Text(result.Actual), Text(result.Before)));
        Assert.StartsWith("both rounds by vn-2022", result.Because.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_of_the_later_round_comes_before_any_other()
    {
        var run = new TestRun().Round(2026, FurtherStandardTests.Example).Also("vn-2027").Round(2027, FurtherStandardTests.Example).Also("vn-2022");
        var result = Judge(run, "poor_rate,change_points,<=,0", 2027);
        Assert.Equal("37.5", Text(result.Before));
        // What leaves the verdict open stands after it.
        Assert.StartsWith("both rounds by vn-2027; the value lies between", result.Because.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_are_compared_by_their_own_standards_and_besides_wherever_one_judges_both()
    {
        var results = Both().Results();
        var province = TestRun.Area(results, AreaLevel.Province);
        Assert.Equal([(0, 1)], results.Pairs);
        Assert.Equal([(2, 1)], results.FurtherPairs);
        Assert.Equal(Incomparable.Standards, results.Change(0, 1, province, 0, "poor_rate").Incomparable);
        Assert.Equal(-20m, results.Change(2, 1, province, 0, "poor_rate").Value);
    }

    [Fact]
    public void Years_that_one_standard_judges_are_not_said_to_be_incomparable()
    {
        Assert.Contains(Own().Execute().AllFindings(), finding => finding.Code == "PV8008");
        Assert.DoesNotContain(Both().Execute().AllFindings(), finding => finding.Code == "PV8008");
    }

    [Fact]
    public void Who_had_escaped_before_is_told_by_the_rounds_as_the_standard_judges_them()
    {
        // C is poor by vn-2022 alone at the end of 2020, above the line a year later, poor again in 2022.
        static string Round(string income) => Before.Split('\n')[0] + $"\nC,X,rural,2,{income},0,0,0,1,0,0,0,0,1,1,0,0,0,0\n";
        var again = new HouseholdTable().Add("C", "X", "2", "poor").ToString();
        var results = new TestRun().Round(2020, Round("1400000")).Also("vn-2022").Round(2021, Round("1600000")).Also("vn-2022").Round(2022, again).Results();
        var moves = results.Movements(results.Alike(1, 2)!.Value, 2)[(TestRun.Area(results, AreaLevel.Province), 0)].Poor;
        Assert.Equal((1L, 0L), (moves.FellBack.Households, moves.New.Households));
    }

    private static TargetResult Judge(TestRun run, string target, int year = 2022) =>
        Assert.Single(run.Judge($"{Header}t,province,,{target},{year},{year - 1},plan\n"));

    private static string? Text(decimal? value) => value?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
