using LangSon.Poverty.Collection;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>Which file is the newest, by its name.</summary>
public sealed class NewestRuleTests
{
    [Theory]
    [InlineData("{unit}_*_{version}", "2023/06040_ho_v2.csv", "06040", "v2")]
    [InlineData("{unit}_{version}", "xa_dai_dong_2023-12-20.xlsx", "xa_dai_dong", "2023-12-20")]
    [InlineData("{version} {unit}", "20231220 Xã Đại Đồng.csv.gz", "Xã Đại Đồng", "20231220")]
    [InlineData("ho-{unit}-lan{version}", "HO-06040-LAN3.csv", "06040", "3")]
    public void The_pattern_takes_unit_and_version_from_the_bare_name(string pattern, string file, string unit, string version) =>
        Assert.Equal((unit, version), NewestRule.Parse(pattern, out _)!.Match(file));

    [Theory]
    [InlineData("{unit}_*_{version}", "06040.csv")]
    [InlineData("ho-{unit}-{version}", "06040-1.csv")]
    public void A_name_of_another_form_is_not_of_the_pattern(string pattern, string file) => Assert.Null(NewestRule.Parse(pattern, out _)!.Match(file));

    [Theory]
    [InlineData("{unit}_*")]
    [InlineData("{version}")]
    [InlineData("{unit}_{unit}_{version}")]
    public void A_pattern_names_unit_and_version_once_each(string pattern)
    {
        Assert.Null(NewestRule.Parse(pattern, out var fault));
        Assert.Contains($"\"{pattern}\"", fault.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-12-09", "2023-12-10")]
    [InlineData("20231209", "20231210")]
    [InlineData("31-01-2023", "01-02-2023")]
    [InlineData("31-12-2022", "2023-01-01")]
    [InlineData("9", "10")]
    [InlineData("v9", "v10")]
    [InlineData("a", "b")]
    [InlineData("v1", "v1b")]
    public void Days_go_by_the_calendar_numbers_by_their_value_and_the_rest_by_letters(string older, string newer)
    {
        Assert.True(NewestRule.Compare(older, newer) < 0);
        Assert.True(NewestRule.Compare(newer, older) > 0);
    }

    [Theory]
    [InlineData("20-12-2023", "2023-12-20")]
    [InlineData("01", "1")]
    public void Versions_that_say_the_same_are_equal(string one, string other) => Assert.Equal(0, NewestRule.Compare(one, other));
}
