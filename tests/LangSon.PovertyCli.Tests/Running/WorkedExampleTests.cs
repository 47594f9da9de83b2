using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>
/// The example of docs/measures.md. 2022: A poor (4 persons), B near-poor (3), C average (2), D undetermined (5), E rejected,
/// its size unread. 2023: A average, B poor, C undetermined, D and E poor. Register: 100 households and 380 persons, then 101.
/// </summary>
public sealed class WorkedExampleTests
{
    private const string Register = "round,area_code,households,persons\n2022,,100,380\n2023,,101,384\n";

    private static readonly string Before = new HouseholdTable()
        .Add("A", "X", "4", "poor").Add("B", "X", "3", "near").Add("C", "X", "2", "average").Add("D", "X", "5", "open").Add("E", "X", "", "bad").ToString();

    private static readonly string After = new HouseholdTable()
        .Add("A", "X", "4", "average").Add("B", "X", "3", "poor").Add("C", "X", "2", "open").Add("D", "X", "5", "poor").Add("E", "X", "1", "poor").ToString();

    /// <summary>Both years as censuses.</summary>
    internal static TestRun CensusRun() => new TestRun().Round(2022, Before).Round(2023, After);

    /// <summary>Both years as review lists with a register.</summary>
    internal static TestRun ListRun() => new TestRun().Round(2022, Before, Coverage.Reviewed, Register).Round(2023, After, Coverage.Reviewed, Register);

    private static Results Census() => CensusRun().Results();

    private static Results List() => ListRun().Results();

    [Fact]
    public void The_census_counts_four_households_and_one_of_each_class()
    {
        var results = Census();
        var counts = results.Rounds[0].Summary.Of(Province(results), Group.All);
        Assert.Equal((4L, 14L), (counts.Households!.Value, counts.Persons!.Value));
        Assert.Equal(new long?[] { 1, 1, 1, 0, 1 }, Classes(counts));
        Assert.Equal((1L, 1L), (counts.Undetermined, counts.Rejected));
    }

    [Fact]
    public void The_list_takes_households_and_persons_from_the_register_and_tells_nothing_above_the_line()
    {
        var results = List();
        var counts = results.Rounds[0].Summary.Of(Province(results), Group.All);
        Assert.Equal((100L, 380L), (counts.Households!.Value, counts.Persons!.Value));
        Assert.Equal(new long?[] { 1, 1, null, null, 1 }, Classes(counts));
        Assert.Equal(4, counts.Rows);
    }

    [Theory]
    [InlineData("poor_rate", "25", "20", "60")]
    [InlineData("near_poor_rate", "25", "20", "60")]
    [InlineData("mdp_rate", "50", "40", "80")]
    [InlineData("poor_persons_rate", "28.571428571428571428571428571", null, null)]
    public void Rates_of_the_census_have_the_bounds_of_its_open_rows(string measure, string value, string? min, string? max) =>
        AssertFigure(Census(), 0, measure, value, min, max);

    [Theory]
    [InlineData(0, "poor_rate", "1", "1", "3")]
    [InlineData(0, "near_poor_rate", "1", "1", "3")]
    [InlineData(0, "mdp_rate", "2", "2", "4")]
    [InlineData(0, "poor_persons_rate", "1.0526315789473684210526315789", null, null)]
    [InlineData(1, "poor_rate", "2.9702970297029702970297029703", "2.9702970297029702970297029703", "3.9603960396039603960396039604")]
    public void Rates_of_the_list_are_shares_of_the_register(int round, string measure, string value, string? min, string? max) =>
        AssertFigure(List(), round, measure, value, min, max);

    [Fact]
    public void The_census_rate_of_the_second_year_is_sixty_to_eighty() => AssertFigure(Census(), 1, "poor_rate", "60", "60", "80");

    [Fact]
    public void The_change_of_the_census_is_split_into_both_effects()
    {
        var results = Census();
        var change = results.Change(0, 1, Province(results), Group.All, "poor_rate");
        Assert.Equal((35m, 45m, -10m), (change.Value!.Value, change.EffectPoor!.Value, change.EffectHouseholds!.Value));
        Assert.Equal(new Bounds(0, 60), change.Bounds);
    }

    [Fact]
    public void The_change_of_the_list_is_split_into_both_effects()
    {
        var results = List();
        var change = results.Change(0, 1, Province(results), Group.All, "poor_rate");
        Assert.Equal(("1.9703", "1.9901", "-0.0198"), (Four(change.Value), Four(change.EffectPoor), Four(change.EffectHouseholds)));
        Assert.Equal(("-0.0297", "2.9604"), (Four(change.Bounds!.Value.Min), Four(change.Bounds!.Value.Max)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Movements_are_the_same_for_the_census_and_the_list(bool census)
    {
        var results = census ? Census() : List();
        var poor = results.Movements(0, 1)[(Province(results), Group.All)].Poor;
        Assert.Equal((1L, 1L, 1L, 0L, 1L, 0L, 2L, 3L), (poor.Start.Households, poor.Escaped.Households, poor.FromNeighbour.Households,
            poor.New.Households, poor.Became.Households, poor.OtherOut.Households, poor.OtherIn.Households, poor.End.Households));
        Assert.Equal(default, poor.Off);
    }

    [Fact]
    public void A_list_without_its_register_has_counts_and_no_rate()
    {
        var results = new TestRun().Round(2022, Before, Coverage.Reviewed).Results();
        var round = results.Rounds[0];
        Assert.Equal(1, round.Find(Province(results), Group.All, "poor")!.Value.Value);
        Assert.Equal((null, Missing.NoRegister), (round.Find(Province(results), Group.All, "poor_rate")!.Value.Value, round.Find(Province(results), Group.All, "poor_rate")!.Value.Missing));
    }

    private static AreaNode Province(Results results) => TestRun.Area(results, AreaLevel.Province);

    private static long?[] Classes(AreaCounts counts) =>
        [.. new[] { PovertyClass.Poor, PovertyClass.NearPoor, PovertyClass.Average, PovertyClass.NonPoor, PovertyClass.Undetermined }.Select(counts.InClass)];

    private static string Four(decimal? value) => Math.Round(value!.Value, 4).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertFigure(Results results, int round, string measure, string value, string? min, string? max)
    {
        var figure = results.Rounds[round].Find(Province(results), Group.All, measure)!.Value;
        Assert.Equal(Number(value), figure.Value);
        Assert.Equal((Number(min), Number(max)), (figure.Bounds?.Min, figure.Bounds?.Max));
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
