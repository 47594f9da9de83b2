using System.Globalization;
using CsCheck;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Text;

public sealed class PrintedNumberTests
{
    [Theory]
    [InlineData("2,32", "2.32", 2)]
    [InlineData("2.32", "2.32", 2)]
    [InlineData(" 8,00 % ", "8.00", 2)]
    [InlineData("-32,8", "-32.8", 1)]
    [InlineData("−1,04", "-1.04", 2)]
    [InlineData("12", "12", 0)]
    [InlineData("1.234,5", null, 0)]
    [InlineData("giảm 2", null, 0)]
    [InlineData("", null, 0)]
    public void A_figure_keeps_the_decimals_that_it_shows(string text, string? value, int decimals)
    {
        var expected = value is null ? (PrintedNumber?)null : new PrintedNumber(decimal.Parse(value, CultureInfo.InvariantCulture), decimals);
        Assert.Equal(expected, PrintedNumber.Read(text));
    }

    [Theory]
    [InlineData("2.315", true)]
    [InlineData("2.3249999", true)]
    [InlineData("2.3149999", false)]
    [InlineData("2.325", false)]
    public void It_stands_for_the_values_that_round_to_it_half_away_from_zero(string exact, bool prints) =>
        Assert.Equal(prints, new PrintedNumber(2.32m, 2).Prints(decimal.Parse(exact, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_range_prints_it_exactly_when_one_of_its_values_does() =>
        Gen.Select(Gen.Int[-300, 300], Gen.Int[-4000, 4000], Gen.Int[0, 60]).Sample((printed, low, width) =>
        {
            var number = new PrintedNumber(printed / 10m, 1);
            var values = Enumerable.Range(0, width + 1).Select(step => (low + step) / 100m).ToArray();
            Assert.Equal(values.Any(number.Prints), number.PrintsOneOf(values[0], values[^1]));
        });
}
