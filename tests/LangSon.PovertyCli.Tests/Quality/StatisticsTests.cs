using LangSon.Poverty.Quality;

namespace LangSon.PovertyCli.Tests.Quality;

/// <summary>The statistics of the checks against values worked out by hand, and those that R prints.</summary>
public sealed class StatisticsTests
{
    /// <summary>quantile(c(1, 2, 4, 8, 16), p), type 7.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.4)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 4)]
    [InlineData(0.6, 5.6)]
    [InlineData(0.75, 8)]
    [InlineData(1, 16)]
    public void A_quantile_lies_in_a_straight_line_between_its_neighbours(double share, double value) =>
        Assert.Equal(value, Quantiles.Of([1, 2, 4, 8, 16], share), 12);

    [Fact]
    public void The_quantile_of_one_value_is_the_value() => Assert.Equal(7, Quantiles.Of([7], 0.75));

    /// <summary>Quartiles 2.75 and 6.25 of 1 … 8: 3.5 apart, so that 1.5 times reaches from −2.5 to 11.5.</summary>
    [Theory]
    [InlineData(-2.5, false)]
    [InlineData(-2.51, true)]
    [InlineData(11.5, false)]
    [InlineData(11.51, true)]
    public void A_fence_belongs_to_its_inside(double value, bool isOutside) =>
        Assert.Equal(isOutside, Fence.Of([1, 2, 3, 4, 5, 6, 7, 8], 1.5)!.Value.IsOutside(value));

    [Fact]
    public void Where_half_of_the_values_are_one_there_is_no_fence() => Assert.Null(Fence.Of([1, 4, 4, 4, 4, 9], 1.5));

    /// <summary>Quartiles 1,500,000 and 3,000,000: the fence ends at 5,250,000.</summary>
    [Theory]
    [InlineData(15_000_000, "10")]
    [InlineData(30_000_000, "10")]
    [InlineData(30_000_001, null)]
    [InlineData(14_999_999, null)]
    [InlineData(2_000_000_000, "1000")]
    [InlineData(5_250_000, null)]
    public void A_slip_would_lie_in_the_middle_half(double value, string? divisor) =>
        Assert.Equal(divisor, Fence.Of([1_000_000, 1_500_000, 2_000_000, 3_000_000, 4_000_000], 1.5)!.Value.Slip(value));

    /// <summary>Quartiles 2,000,000 and 2,200,000: two thousand lies below the fence and was meant in thousands.</summary>
    [Fact]
    public void A_value_in_thousands_is_one_too() =>
        Assert.Equal("1/1000", Fence.Of([1_900_000, 2_000_000, 2_100_000, 2_200_000, 2_300_000], 1.5)!.Value.Slip(2_100));

    /// <summary>mean 5, sd(c(2, 4, 4, 4, 5, 5, 7, 9)) = √(32/7).</summary>
    [Fact]
    public void The_deviation_is_that_of_a_sample()
    {
        var spread = Spread.Of([2, 4, 4, 4, 5, 5, 7, 9]);
        Assert.Equal((5, Math.Sqrt(32.0 / 7)), (spread.Mean, spread.Deviation));
        Assert.False(spread.IsBeyond(5 + (2.99 * spread.Deviation), 3));
        Assert.True(spread.IsBeyond(5 + (3.01 * spread.Deviation), 3));
        Assert.True(spread.IsBeyond(5 - (3.01 * spread.Deviation), 3));
    }

    /// <summary>20 of 40 and 10 of 60: p = 0.3, √(0.21 · (1/40 + 1/60)) = √0.00875, (1/2 − 1/6) / that = 3.5635.</summary>
    [Fact]
    public void Two_shares_differ_by_so_many_deviations()
    {
        Assert.Equal(3.5635, Proportions.Differ(20, 40, 10, 60), 4);
        Assert.Equal(-3.5635, Proportions.Differ(10, 60, 20, 40), 4);
        Assert.Equal(0, Proportions.Differ(0, 40, 0, 60));
        Assert.Equal(0, Proportions.Differ(40, 40, 60, 60));
    }

    /// <summary>By the common share of 10 in 100, 5 of 50 would be poor; of 49 fewer than 5.</summary>
    [Fact]
    public void Too_few_to_tell_do_not_differ()
    {
        Assert.NotEqual(0, Proportions.Differ(10, 50, 0, 50));
        Assert.Equal(0, Proportions.Differ(10, 49, 0, 51));
        Assert.Equal(0, Proportions.Differ(2, 40, 30, 5000));
        Assert.Equal(0, Proportions.Differ(38, 40, 4970, 5000));
    }

    /// <summary>18 of 25 lean by (18 − 12.5) / 2.5 = 2.2.</summary>
    [Theory]
    [InlineData(18, 25, 2.2)]
    [InlineData(7, 25, -2.2)]
    [InlineData(0, 0, 0)]
    public void An_even_chance_leans(long one, long both, double z) => Assert.Equal(z, Proportions.Lean(one, both), 12);
}
