using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>Ages that are not quite known: what one age makes lacking another does not, and the class is open only where it can turn.</summary>
public sealed class AgeScenarioTests
{
    private const string Members = "household_id,member_no,relation,sex,birth_year,schooling,level,insured,working,contract,disabled,allowance,internet\n";

    /// <summary>On 14 December 2023 someone born in 2007 is 15, who should be at school, or 16, who should have a certificate.</summary>
    [Fact]
    public void A_child_or_an_adult_is_one_deprivation_and_not_two()
    {
        // The dwelling lacks one; with both of the open ones it would be three.
        var run = Run("H1,1,head,nam,1980,no,upper_secondary,yes,own,,no,no,yes\nH1,2,spouse,nữ,1982,no,upper_secondary,yes,own,,no,no,yes\nH1,3,child,nam,2007,no,primary,yes,studying,,no,no,yes\n", "water=1");
        var household = run.Households()["H1"];
        Assert.Equal(("", PovertyClass.NearPoor), (run.Codes, household.Class));
        Assert.Equal((2, 2), (household.Household.Deprivations.AtLeast, household.Household.Deprivations.AtMost));
        Assert.Equal(2, System.Numerics.BitOperations.PopCount(household.Household.Deprivations.Unknown));
    }

    [Fact]
    public void Where_either_age_makes_poor_the_household_is_poor()
    {
        var run = Run("H1,1,head,nam,1980,no,upper_secondary,yes,own,,no,no,yes\nH1,2,spouse,nữ,1982,no,upper_secondary,yes,own,,no,no,yes\nH1,3,child,nam,2007,no,primary,yes,studying,,no,no,yes\n", "water=1", "toilet=1");
        Assert.Equal(PovertyClass.Poor, run.Households()["H1"].Class);
    }

    [Fact]
    public void Where_the_ages_of_two_members_are_open_every_combination_is_possible()
    {
        // Born in 2007 and in 2005: 15 or 16, and 17 or 18; at 18 lower secondary no longer does.
        var run = Run("H1,1,head,nam,1980,no,upper_secondary,yes,own,,no,no,yes\nH1,2,child,nam,2007,no,lower_secondary,yes,studying,,no,no,yes\nH1,3,child,nam,2005,no,lower_secondary,yes,studying,,no,no,yes\n", "water=1");
        var deprivations = run.Households()["H1"].Household.Deprivations;
        // At 16 and 17 neither is lacking; at 15 and 18 both are.
        Assert.Equal((1, 3), (deprivations.AtLeast, deprivations.AtMost));
        Assert.Equal(PovertyClass.Undetermined, run.Households()["H1"].Class);
    }

    [Fact]
    public void An_age_that_cannot_turn_a_condition_is_as_good_as_known()
    {
        var run = Run("H1,1,head,nam,1980,no,upper_secondary,yes,own,,no,no,yes\nH1,2,child,nam,2013,primary,none,yes,studying,,no,no,yes\n", "water=1");
        Assert.Equal(0u, run.Households()["H1"].Household.Deprivations.Unknown);
    }

    private static MemoryRun Run(string members, params string[] flags)
    {
        var size = members.Count(letter => letter == '\n');
        var ready = new[] { "nutrition", "housing_quality", "housing_area", "water", "toilet", "information_means" };
        var form = new Form([.. Form.Indicators.Except(ready).Select(indicator => $"{indicator}=")]).Row([$"household_size={size}", "income_per_capita=1000000", .. flags]);
        return Form.Run("\"members\": [\"m.csv\"]", "", ("households.csv", form.Text()), ("m.csv", Members + members));
    }
}
