using System.Text;
using LangSon.PovertyCli.Tests.Households;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>The status that a form tells of the past against the round of the year before.</summary>
public sealed class StatusHistoryTests
{
    [Theory]
    [InlineData("poor", 3, "")]
    [InlineData("poor", 2, "PV5012")]
    [InlineData("near_poor", 2, "")]
    [InlineData("near_poor", 3, "PV5012")]
    [InlineData("near_poor", 0, "PV5012")]
    [InlineData("escaped", 3, "PV5012")]
    [InlineData("escaped", 2, "")]
    [InlineData("escaped", 0, "")]
    [InlineData("escaped_near_poor", 2, "PV5012")]
    [InlineData("escaped_near_poor", 0, "")]
    [InlineData("", 3, "")]
    public void A_status_is_held_against_the_class_of_the_year_before(string status, int lacking, string codes) =>
        Assert.Equal(codes, Run(2022, Before(lacking), new Form("previous_status").Row($"previous_status={status}")));

    [Fact]
    public void A_round_of_an_earlier_year_says_nothing() =>
        Assert.DoesNotContain("PV5012", Run(2021, Before(2), new Form("previous_status").Row("previous_status=poor")), StringComparison.Ordinal);

    [Fact]
    public void A_household_that_was_not_there_contradicts_nothing() =>
        Assert.Equal("", Run(2022, Before(2), new Form("previous_status").Row("household_id=X", "previous_status=poor")));

    [Fact]
    public void What_the_commune_decided_then_may_be_told_now()
    {
        var before = new Form("recognised_class").Row([.. Form.Lacking(2), "income_per_capita=1000000", "recognised_class=poor"]);
        Assert.Equal("PV5009", Run(2022, before, new Form("previous_status").Row("previous_status=poor")));
    }

    /// <summary>A household with so many deprivations: poor from three, near-poor below; with none it is far above the line.</summary>
    private static Form Before(int lacking) => new Form().Row([.. Form.Lacking(lacking), $"income_per_capita={(lacking == 0 ? 5000000 : 1000000)}"]);

    private static string Run(int year, Form before, Form now) => Form.Rounds("", $$"""{ "year": {{year}}, "households": ["a.csv"] }, { "year": 2023, "households": ["b.csv"] }""",
        [("a.csv", Encoding.UTF8.GetBytes(before.Text())), ("b.csv", Encoding.UTF8.GetBytes(now.Text()))]).Codes;
}
