using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using Xunit.Abstractions;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>The cases in Cases/indicators-*.csv: what a household answered a line, and whether the law counts it as deprived.</summary>
public sealed class IndicatorCaseTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var one in IndicatorCase.All) data.Add(one.Name, one.Place);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_household_is_deprived_where_the_law_says_so_and_unknown_stays_unknown(string name, string place)
    {
        var one = IndicatorCase.All.Single(other => (other.Name, other.Place) == (name, place));
        Assert.Equal(one.Expected, one.Read);
        // That members are not listed is said of the household; nothing else is wrong with a case.
        Assert.Empty(one.Reading.Codes.Except(["PV5001", "PV5017"]));
    }

    [Fact]
    public void Every_indicator_of_every_standard_has_cases_of_each_answer()
    {
        foreach (var standard in StandardLibrary.BuiltIn)
            foreach (var indicator in standard.Indicators)
            {
                var cases = IndicatorCase.All.Where(one => one.Standard == standard.Id && one.Indicator == indicator.Id).ToArray();
                output.WriteLine($"{standard.Id} {indicator.Id}: {cases.Length}");
                Assert.Equal([Answer.Unknown, Answer.Yes, Answer.No], cases.Select(one => one.Expected).Distinct().Order());
            }
        output.WriteLine($"{IndicatorCase.All.Count} cases");
        Assert.Equal(IndicatorCase.All.Count, IndicatorCase.All.Select(one => (one.Standard, one.Indicator, one.Name)).Distinct().Count());
    }

    [Fact]
    public void Every_word_of_every_list_that_a_rule_asks_for_stands_in_a_case()
    {
        var missing = from standard in StandardLibrary.BuiltIn
                      from indicator in standard.Indicators
                      from ofMembers in new[] { false, true }
                      from column in indicator.DeprivedWhen!.Columns(ofMembers)
                      where column.Words is not null
                      from word in WordLists.All[column.Words!].Select((meaning, i) => (meaning.Name, Bit: 1ul << i))
                      where !IndicatorCase.All.Any(one => one.Standard == standard.Id && one.Indicator == indicator.Id && one.Says(column, word.Bit, ofMembers))
                      select $"{standard.Id} {indicator.Id}: {column.Name}={word.Name}";
        Assert.Empty(missing);
    }

    [Fact]
    public void No_bound_word_or_condition_of_a_rule_can_change_without_a_case_that_notices()
    {
        var unnoticed = new List<string>();
        var changes = 0;
        foreach (var standard in StandardLibrary.BuiltIn)
        {
            var cases = IndicatorCase.All.Where(one => one.Standard == standard.Id).ToLookup(one => one.Indicator);
            foreach (var (what, indicator, changed) in RuleChanges.Of(standard))
            {
                changes++;
                if (cases[standard.Indicators[indicator].Id].All(one => one.Under(changed) == one.Expected))
                    unnoticed.Add($"{standard.Id} {standard.Indicators[indicator].Id}: {what}");
            }
        }
        output.WriteLine($"{changes} changes of rules, each noticed by a case");
        Assert.Empty(unnoticed);
    }
}
