using LangSon.Poverty.Collection;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>Why a household stands otherwise in another run.</summary>
public sealed class HouseholdComparisonTests
{
    private static readonly HouseholdRow Poor = new("H1", "2022", "vn-2022", "90001", "poor", 900000, 3, 30);

    [Theory]
    [InlineData("income", true, false, DifferenceCause.Input)]
    [InlineData("deprivations", true, false, DifferenceCause.Input)]
    [InlineData("commune and income", true, false, DifferenceCause.Input)]
    [InlineData("commune", true, false, DifferenceCause.Area)]
    [InlineData("commune", false, false, DifferenceCause.Area)]
    [InlineData("class", true, false, DifferenceCause.Input)]
    [InlineData("class", true, true, DifferenceCause.Rule)]
    [InlineData("class", false, false, DifferenceCause.Rule)]
    [InlineData("standard", true, false, DifferenceCause.Rule)]
    [InlineData("absent", true, false, DifferenceCause.Input)]
    public void A_difference_has_the_cause_that_its_row_and_the_runs_tell(string what, bool hasOtherInputs, bool hasOtherRules, DifferenceCause cause)
    {
        HouseholdRow? now = what switch
        {
            "income" => Poor with { Class = "non_poor", Income = 5000000 },
            "deprivations" => Poor with { Class = "near_poor", Deprivations = 1, Points = 10 },
            "commune and income" => Poor with { Commune = "90004", Income = 800000 },
            "commune" => Poor with { Commune = "90004" },
            "class" => Poor with { Class = "near_poor" },
            "standard" => Poor with { Class = "near_poor", Standard = "vn-2027", Deprivations = 2, Points = 20 },
            _ => null,
        };
        Assert.Equal(new HouseholdDifference(Poor, now, cause), Assert.Single(Compare([Poor], now is null ? [] : [now], [], hasOtherInputs, hasOtherRules)));
        Assert.Equal(DifferenceCause.Correction, Assert.Single(Compare([Poor], now is null ? [] : [now], ["H1"], hasOtherInputs, hasOtherRules)).Why);
    }

    [Fact]
    public void Another_income_of_the_same_class_is_no_difference() =>
        Assert.Empty(Compare([Poor], [Poor with { Income = 800000 }], [], hasOtherInputs: true, hasOtherRules: false));

    [Fact]
    public void Rounds_of_one_year_are_met_in_their_order()
    {
        HouseholdRow[] twice = [Poor, Poor with { Class = "near_poor" }];
        Assert.Empty(Compare(twice, twice, [], hasOtherInputs: true, hasOtherRules: false));
        var (before, after, _) = Assert.Single(Compare(twice, [Poor, Poor with { Class = "average" }], [], hasOtherInputs: true, hasOtherRules: false));
        Assert.Equal(("near_poor", "average"), (before!.Class, after!.Class));
    }

    private static List<HouseholdDifference> Compare(HouseholdRow[] before, HouseholdRow[] after, string[] corrected, bool hasOtherInputs, bool hasOtherRules)
    {
        var comparison = new HouseholdComparison(corrected.ToHashSet(), hasOtherInputs, hasOtherRules);
        foreach (var row in before) comparison.Before(row);
        foreach (var row in after) comparison.After(row);
        return [.. comparison.Differences];
    }
}
