using CsCheck;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Standards;

public sealed class FractionTests
{
    [Theory]
    [InlineData("1/3", "1/3")]
    [InlineData("6/18", "1/3")]
    [InlineData("33%", "33/100")]
    [InlineData("33.5%", "67/200")]
    [InlineData("0.33", "33/100")]
    [InlineData("0.330", "33/100")]
    [InlineData("0.333333333", "333333333/1000000000")]
    [InlineData("1", "1")]
    [InlineData("100%", "1")]
    [InlineData("1/1000000000", "1/1000000000")]
    public void A_share_is_held_as_it_is_written(string text, string expected)
    {
        Assert.True(Fraction.TryParse(text, out var share));
        Assert.Equal(expected, share.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("101%")]
    [InlineData("-1/3")]
    [InlineData("1/-3")]
    [InlineData("1/0")]
    [InlineData("1 / 3")]
    [InlineData("1/3/2")]
    [InlineData("0,33")]
    [InlineData("33")]
    [InlineData("33 %")]
    [InlineData("0.3333333333")]
    [InlineData("1/1000000001")]
    [InlineData("1/99999999999999999999")]
    [InlineData("a third")]
    public void What_is_no_share_of_a_whole_is_not_read(string text) => Assert.False(Fraction.TryParse(text, out _));

    [Fact]
    public void Parts_are_rounded_up_and_never_down() =>
        Gen.Select(Gen.Int[1, 1_000_000_000], Gen.Int[1, 1_000_000_000], Gen.Int[1, 1_000_000_000]).Sample((numerator, denominator, parts) =>
        {
            var share = new Fraction(Math.Min(numerator, denominator), Math.Max(numerator, denominator));
            var exact = (decimal)share.Numerator * parts / share.Denominator;
            Assert.InRange(share.PartsOf(parts), exact - 0.0000001m, exact + 1);
        });

    [Fact]
    public void A_common_denominator_is_divided_by_each_or_there_is_none()
    {
        Assert.Equal(18, Fraction.CommonDenominator([new(1, 6), new(1, 18), new(5, 9)]));
        Assert.Equal(1, Fraction.CommonDenominator([]));
        Assert.Null(Fraction.CommonDenominator([new(1, 999_999_937), new(1, 2)]));
    }
}
