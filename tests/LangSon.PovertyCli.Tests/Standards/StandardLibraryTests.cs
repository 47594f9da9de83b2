using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Tests.Standards;

public sealed class StandardLibraryTests
{
    public static TheoryData<string> Ids() => [.. StandardLibrary.BuiltIn.Select(standard => standard.Id)];

    [Fact]
    public void The_standards_tile_the_years_2016_to_2030_without_gap_or_overlap()
    {
        for (var day = new DateOnly(2016, 1, 1); day <= new DateOnly(2030, 12, 31); day = day.AddDays(1))
            Assert.Single(StandardLibrary.BuiltIn, standard => standard.InForce(day));
        Assert.Null(StandardLibrary.InForceOn(new DateOnly(2015, 12, 31)));
        Assert.Null(StandardLibrary.InForceOn(new DateOnly(2031, 1, 1)));
    }

    [Theory]
    [InlineData("2016-01-01", "vn-2016")]
    [InlineData("2020-12-31", "vn-2016")]
    [InlineData("2021-12-31", "vn-2016")]
    [InlineData("2022-01-01", "vn-2022")]
    [InlineData("2026-12-31", "vn-2022")]
    [InlineData("2027-01-01", "vn-2027")]
    [InlineData("2030-12-31", "vn-2027")]
    public void A_data_year_has_the_standard_of_its_decree(string day, string id) =>
        Assert.Equal(id, StandardLibrary.InForceOn(DateOnly.Parse(day, null))!.Id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_value_has_a_listed_source(string id)
    {
        var standard = StandardLibrary.ById(id)!;
        var keys = StandardValue.Of(standard).Select(value => value.Source)
            .Concat(standard.Indicators.Select(indicator => indicator.Source))
            .Concat(standard.Applies.Select(period => period.Source)).ToList();
        Assert.All(keys, key => Assert.Contains(key, standard.Sources.Keys));
        Assert.All(standard.Sources.Values, source => Assert.Matches(@"\d+/\d{4}/\p{L}+-\p{L}+", source.Title.Vi));
    }

    [Fact]
    public void The_indicators_are_the_columns_of_the_household_table()
    {
        string[] shared = ["health_insurance", "adult_education", "child_schooling", "housing_quality", "housing_area", "water", "toilet", "telecom"];
        Assert.Equal(["health_service", .. shared, "information_assets"], IdsOf("vn-2016"));
        Assert.Equal(["employment", "dependents", "nutrition", .. shared, "information_means"], IdsOf("vn-2022"));
        Assert.Equal(["employment", "dependents", "nutrition", .. shared[..^1], "waste", "telecom"], IdsOf("vn-2027"));
    }

    [Theory]
    [InlineData("vn-2016", 5)]
    [InlineData("vn-2022", 6)]
    [InlineData("vn-2027", 6)]
    public void The_dimensions_are_as_many_as_the_decree_has(string id, int dimensions) =>
        Assert.Equal(dimensions, StandardLibrary.ById(id)!.Dimensions.Count);

    [Fact]
    public void Only_the_first_standard_has_a_line_for_income_alone()
    {
        Assert.Equal(900_000, On("vn-2016", "2016-01-01").PoorAloneLine(Settlement.Urban));
        Assert.Null(On("vn-2022", "2022-01-01").PoorAloneLine(Settlement.Urban));
        Assert.Null(On("vn-2027", "2027-01-01").PoorAloneLine(Settlement.Rural));
    }

    [Fact]
    public void What_was_not_read_in_its_source_is_marked()
    {
        Assert.All(StandardLibrary.ById("vn-2022")!.Average!.Rural, value => Assert.False(value.Checked));
        Assert.All(StandardLibrary.ById("vn-2022")!.Poor!.Rural, value => Assert.True(value.Checked));
        Assert.All(StandardLibrary.ById("vn-2027")!.Indicators, indicator => Assert.False(indicator.Checked));
        Assert.Null(StandardLibrary.ById("vn-2027")!.Average);
    }

    [Fact]
    public void A_day_outside_is_an_error_and_as_if_takes_the_nearest_day()
    {
        var standard = StandardLibrary.ById("vn-2022")!;
        Assert.Throws<ArgumentOutOfRangeException>(() => standard.On(new DateOnly(2021, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => standard.On(new DateOnly(2027, 1, 1)));
        Assert.Equal(new DateOnly(2022, 1, 1), standard.AsIf(new DateOnly(2021, 12, 14)).Day);
        Assert.Equal(new DateOnly(2026, 12, 31), standard.AsIf(new DateOnly(2029, 12, 14)).Day);
        Assert.Equal(new DateOnly(2023, 12, 14), standard.AsIf(new DateOnly(2023, 12, 14)).Day);
    }

    [Fact]
    public void A_line_for_an_unknown_settlement_is_an_error()
    {
        var law = On("vn-2022", "2023-12-14");
        Assert.True(law.SettlementMatters);
        Assert.Throws<ArgumentOutOfRangeException>(() => law.PoorLine(Settlement.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => law.AverageLine(Settlement.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => law.PoorAloneLine(Settlement.Unknown));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of_a_standard_says_what_its_data_say(string id) =>
        Repository.Same($"docs/law/{id}.md", LawPage.Of(StandardLibrary.ById(id)!));

    private static Law On(string id, string day) => StandardLibrary.ById(id)!.On(DateOnly.Parse(day, null));

    private static IEnumerable<string> IdsOf(string id) => StandardLibrary.ById(id)!.Indicators.Select(indicator => indicator.Id);
}
