using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Tests.Sampling;

public class SampleRoundTests
{
    public static TheoryData<int> Years { get; } = [.. Enumerable.Range(2016, 15)];

    [Theory]
    [MemberData(nameof(Years))]
    public void In_every_year_the_rows_have_the_class_that_the_law_of_the_year_gives(int year)
    {
        var round = Generated.Round(5, 4_000, year);
        var all = Generated.Residents(round);
        Assert.All(all, household => Assert.Equal(household.Class, Generated.ByLaw(household, round.Law)));
        var shares = Generated.Model.Shares(round.Law.Standard.Id, year);
        Assert.Equal(100 * shares.Poor, Generated.Rate(all, PovertyClass.Poor), 0.05);
        Assert.Equal(100 * shares.NearPoor, Generated.Rate(all, PovertyClass.NearPoor), 0.05);
    }

    [Theory]
    [InlineData(2020, 200, true)]
    [InlineData(2023, 200, true)]
    [InlineData(2024, 194, true)]
    [InlineData(2025, 65, false)]
    [InlineData(2030, 65, false)]
    public void The_communes_are_those_of_the_day(int year, int communes, bool districts)
    {
        var round = Generated.Round(1, 20_000, year);
        Assert.Equal(communes, round.Units.Count);
        Assert.All(round.Units, unit => Assert.True(unit.Area.StandsOn(round.Day)));
        Assert.All(round.Units, unit => Assert.Equal(districts, unit.District is not null));
    }

    [Fact]
    public void Households_keep_their_home_through_the_reform_of_2025()
    {
        var homes = new Homes(Generated.Model, 6_000);
        var before = Generated.Residents(Generated.Round(1, homes, 2024)).ToDictionary(household => Generated.Key(household));
        var after = Generated.Residents(Generated.Round(1, homes, 2025));
        var kept = after.Where(household => before.ContainsKey(Generated.Key(household))).ToList();
        Assert.True(kept.Count > 5_900);
        // Chi Lăng ward of the city is in Lương Văn Tri ward since.
        var ward = kept.First(household => before[Generated.Key(household)].Unit.Area.Name == "Phường Chi Lăng");
        Assert.Equal("05983", ward.Unit.Area.Code);
        Assert.Equal("Phường Lương Văn Tri", ward.Unit.Area.Name);
    }

    [Fact]
    public void A_divided_commune_goes_to_both_of_its_successors()
    {
        var homes = new Homes(Generated.Model, 20_000);
        var byHome = Generated.Residents(Generated.Round(1, homes, 2025)).ToLookup(household => homes.All[household.Home].Area.Code);
        string[] CodesOf(string home) => [.. byHome[home].Select(household => household.Unit.Area.Code).Distinct().Order()];
        Assert.Equal(["06613", "06625"], CodesOf("06622"));
        Assert.Equal(["06625", "06637"], CodesOf("06625"));
    }

    [Fact]
    public void A_household_comes_out_the_same_in_any_order_and_beside_any_other_year()
    {
        var forward = Generated.Residents(Generated.Round(11, 3_000, 2023));
        var homes = new Homes(Generated.Model, 3_000);
        _ = Generated.Round(11, homes, 2025);
        var round = Generated.Round(11, homes, 2023);
        List<SampleHousehold> backward = [];
        for (var home = round.Homes - 1; home >= 0; home--)
        {
            for (var dwelling = round.Dwellings(home) - 1; dwelling >= 0; dwelling--)
            {
                round.Resident(home, dwelling, out var household);
                backward.Add(household);
            }
        }
        backward.Reverse();
        Assert.Equal(forward.Select(Line), backward.Select(Line));
    }

    [Fact]
    public void The_province_grows_after_2022()
    {
        Assert.Equal(6_000, Generated.Round(1, 6_000, 2018).Households);
        Assert.Equal(6_000, Generated.Round(1, 6_000, 2022).Households);
        Assert.Equal(6_036, Generated.Round(1, 6_000, 2023).Households);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(250)]
    public void A_few_households_are_enough(int households) =>
        Assert.Equal(households, Generated.Residents(Generated.Round(1, households, 2022)).Count);

    private static string Line(SampleHousehold household) => string.Join(' ', Generated.Key(household), household.Unit.Area.Code, household.Size,
        household.Income, household.Lacking, household.Class, household.Recognised, household.Before, household.Ethnicity, household.SpouseEthnicity);
}
