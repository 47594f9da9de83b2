using LangSon.Poverty.Households;

namespace LangSon.PovertyCli.Tests.Households;

public sealed class IncomeTests
{
    [Theory]
    [InlineData(1_500_000, 1, 1, true)]
    [InlineData(1_500_001, 1, 1, false)]
    [InlineData(90_000_000, 12, 5, true)]
    [InlineData(90_000_001, 12, 5, false)]
    [InlineData(126_000_000, 12, 7, true)]
    [InlineData(126_000_001, 12, 7, false)]
    public void The_income_of_a_year_and_a_household_is_compared_without_rounding(long amount, int months, int persons, bool atMost) =>
        Assert.Equal(atMost, new Income(amount, months, persons).AtMost(1_500_000, 1));

    [Theory]
    [InlineData(18_000_000, 12, 1, true)]
    [InlineData(18_000_001, 12, 1, false)]
    [InlineData(1_500_000, 1, 1, true)]
    [InlineData(1_500_001, 1, 1, false)]
    public void A_line_may_be_for_a_year(long amount, int months, int persons, bool atMost) =>
        Assert.Equal(atMost, new Income(amount, months, persons).AtMost(18_000_000, 12));

    [Fact]
    public void A_seventh_of_the_line_that_no_decimal_can_hold_is_still_on_the_line()
    {
        // 10,000,000 / 7 persons is 1,428,571.428571…: dividing first would round it.
        Assert.True(new Income(10_000_000, 1, 7).AtMost(10_000_000m / 7 + 0.000001m, 1));
        Assert.False(new Income(10_000_000, 1, 7).AtMost(decimal.Floor(10_000_000m / 7), 1));
    }

    [Fact]
    public void Huge_amounts_do_not_overflow()
    {
        Assert.False(new Income(decimal.MaxValue, 1, int.MaxValue).AtMost(1e12m, 12));
        Assert.False(new Income(Income.LargestAmount + 1, 12, int.MaxValue).AtMost(1e12m, 1));
        Assert.True(new Income(decimal.MinValue, 12, 1).AtMost(0, 12));
        Assert.True(new Income(Income.LargestAmount, 12, int.MaxValue).AtMost(1e12m, 12));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(13, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -4)]
    public void Months_and_persons_outside_their_bounds_are_an_error(int months, int persons) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Income(1, months, persons));
}
