using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Tests.Sampling;

public class CalibrationTests
{
    [Theory]
    [InlineData(1, 5_000)]
    [InlineData(2023, 6_000)]
    [InlineData(9, 7_777)]
    [InlineData(123_456_789, 30_000)]
    public void The_province_meets_its_targets_of_2023_whatever_the_seed(ulong seed, int households)
    {
        var homes = new Homes(Generated.Model, households);
        var before = Generated.Residents(Generated.Round(seed, homes, 2022));
        var after = Generated.Residents(Generated.Round(seed, homes, 2023));

        Assert.Equal(households, before.Count);
        Assert.InRange(Generated.Rate(before, PovertyClass.Poor), 8.87, 8.97);
        Assert.InRange(Generated.Rate(after, PovertyClass.Poor), 5.80, 5.92);
        Assert.True(Change(before, after, _ => true) <= -3);
        Assert.InRange(Change(before, after, household => household.Minority), -4.5, -3);
        Assert.InRange(Generated.Rate(before, PovertyClass.NearPoor), 10.8, 11.2);
        Assert.InRange(Generated.Rate(after, PovertyClass.NearPoor), 9.6, 10.2);
    }

    [Fact]
    public void One_poor_district_falls_by_more_than_5_points_and_the_other_by_a_little_less()
    {
        var homes = new Homes(Generated.Model, 6_000);
        var before = Generated.Residents(Generated.Round(2023, homes, 2022));
        var after = Generated.Residents(Generated.Round(2023, homes, 2023));

        Assert.InRange(Change(before, after, household => Generated.District(household) == "181"), -7.5, -5.5);
        Assert.InRange(Change(before, after, household => Generated.District(household) == "184"), -4.99, -4);
        Assert.InRange(Generated.Rate(before.Where(household => Generated.District(household) is "181" or "184"), PovertyClass.Poor), 17, 20);
        Assert.InRange(Generated.Rate(before.Where(household => Generated.District(household) == "178"), PovertyClass.Poor), 0.7, 1.3);
    }

    [Fact]
    public void People_are_as_in_the_province()
    {
        var all = Generated.Residents(Generated.Round(3, 50_000, 2022));
        Assert.InRange(all.Average(household => household.Size), 4.0, 4.3);
        Assert.All(all, household => Assert.InRange(household.Size, 1, 12));
        Assert.InRange(Share("Nùng"), 41, 43.5);
        Assert.InRange(Share("Tày"), 34, 37);
        Assert.InRange(Share("Kinh"), 16, 18);
        Assert.InRange(Share("Dao"), 3, 4.5);
        Assert.InRange(100.0 * all.Count(household => household.Recognised != household.Class) / all.Count, 0.4, 0.6);

        double Share(string group) =>
            100.0 * all.Count(household => Generated.Model.EthnicGroups[household.Ethnicity] == group) / all.Count;
    }

    [Fact]
    public void Households_mostly_stay_what_they_are_and_some_fall_back_or_become_newly_poor()
    {
        var homes = new Homes(Generated.Model, 50_000);
        var before = Generated.Residents(Generated.Round(3, homes, 2022)).ToDictionary(household => Generated.Key(household));
        var after = Generated.Residents(Generated.Round(3, homes, 2023)).ToDictionary(household => Generated.Key(household));
        var both = after.Where(entry => before.ContainsKey(entry.Key)).Select(entry => (Before: before[entry.Key], After: entry.Value)).ToList();

        var poor = both.Where(pair => pair.Before.Class == PovertyClass.Poor).ToList();
        Assert.InRange(100.0 * poor.Count(pair => pair.After.Class == PovertyClass.Poor) / poor.Count, 50, 65);
        Assert.InRange(100.0 * poor.Count(pair => pair.After.Class == PovertyClass.NearPoor) / poor.Count, 30, 45);
        Assert.True(both.Exists(pair => pair.Before.Class > PovertyClass.NearPoor && pair.After.Class == PovertyClass.Poor && pair.After.Before == PastStatus.Escaped));
        Assert.True(both.Exists(pair => pair.Before.Class > PovertyClass.NearPoor && pair.After.Class == PovertyClass.Poor && pair.After.Before != PastStatus.Escaped));
        Assert.InRange(100.0 * (after.Count - both.Count) / after.Count, 0.8, 1.6);
        // What is written as last year's status is what last year's file says.
        Assert.All(both, pair => Assert.Equal(pair.Before.Class == PovertyClass.Poor, pair.After.Before == PastStatus.Poor));
        Assert.All(both, pair => Assert.Equal(pair.Before.Class == PovertyClass.NearPoor, pair.After.Before == PastStatus.NearPoor));
    }

    [Fact]
    public void What_one_year_knows_of_a_household_the_next_one_knows_too()
    {
        // Else a list, which lacks the rows of households above the lines, would tell fewer relapses than a census.
        var homes = new Homes(Generated.Model, 30_000);
        var before = Generated.Residents(Generated.Round(3, homes, 2024)).ToDictionary(household => Generated.Key(household));
        var relapsed = Generated.Residents(Generated.Round(3, homes, 2025))
            .Where(household => before.TryGetValue(Generated.Key(household), out var was) && was.Before >= PastStatus.Escaped && !SampleRound.Listed(was.Class))
            .ToList();
        Assert.NotEmpty(relapsed);
        Assert.All(relapsed, household => Assert.Equal(before[Generated.Key(household)].Before, household.Before));
    }

    private static double Change(List<SampleHousehold> before, List<SampleHousehold> after, Func<SampleHousehold, bool> belongs) =>
        Generated.Rate(after.Where(belongs), PovertyClass.Poor) - Generated.Rate(before.Where(belongs), PovertyClass.Poor);
}
