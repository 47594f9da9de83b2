using System.Text;
using LangSon.Poverty.Households;

namespace LangSon.PovertyCli.Tests.Households;

public sealed class NumberTests
{
    [Theory]
    [InlineData(NumberFormat.Invariant, "1234.5", "1234.5")]
    [InlineData(NumberFormat.Invariant, "-0.50", "-0.50")]
    [InlineData(NumberFormat.Invariant, "1234,5", null)]
    [InlineData(NumberFormat.Invariant, "1,234.5", null)]
    [InlineData(NumberFormat.Invariant, "1.234.567", null)]
    [InlineData(NumberFormat.Invariant, "1e6", null)]
    [InlineData(NumberFormat.Invariant, "5.", null)]
    [InlineData(NumberFormat.Invariant, ".5", null)]
    [InlineData(NumberFormat.Invariant, "12 m2", null)]
    [InlineData(NumberFormat.Invariant, "", null)]
    [InlineData(NumberFormat.Vietnamese, "1.234,5", "1234.5")]
    [InlineData(NumberFormat.Vietnamese, "1.234.567", "1234567")]
    [InlineData(NumberFormat.Vietnamese, "1234,5", "1234.5")]
    [InlineData(NumberFormat.Vietnamese, "1.234", "1234")]
    [InlineData(NumberFormat.Vietnamese, "1.23", null)]
    [InlineData(NumberFormat.Vietnamese, "1234.567", null)]
    [InlineData(NumberFormat.Vietnamese, "1.2345", null)]
    [InlineData(NumberFormat.Vietnamese, "1,5,5", null)]
    [InlineData(NumberFormat.Vietnamese, "1,234.5", null)]
    public void A_number_is_read_in_the_stated_format_and_nothing_is_guessed(NumberFormat format, string text, string? expected)
    {
        var isNumber = Numbers.TryParse(Encoding.UTF8.GetBytes(text), format, out var value);
        Assert.Equal(expected, isNumber ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("1.234", true)]
    [InlineData("999.999", true)]
    [InlineData("0.234", false)]
    [InlineData("1234.567", false)]
    [InlineData("1.23", false)]
    [InlineData("1.2345", false)]
    [InlineData("1234", false)]
    public void What_may_be_thousands_in_Vietnamese_is_ambiguous(string text, bool ambiguous) =>
        Assert.Equal(ambiguous, Numbers.IsAmbiguous(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("invariant", "1.234", "PV2002", null)]
    [InlineData("invariant", "1.234.567", "PV2002", null)]
    [InlineData("invariant", "1234567.5", "", "1234567.5")]
    [InlineData("vi", "1.234.567,5", "", "1234567.5")]
    [InlineData("vi", "123.456", "", "123456")]
    [InlineData("vi", "1234567.5", "PV2002", null)]
    [InlineData("invariant", "-1", "PV2003", null)]
    [InlineData("invariant", "1000000000000001", "PV2003", null)]
    [InlineData("invariant", "79228162514264337593543950335", "PV2003", null)]
    [InlineData("invariant", "15000", "", "15000")]
    [InlineData("invariant", "14999", "PV2007", "14999")]
    [InlineData("invariant", "150000000", "", "150000000")]
    [InlineData("invariant", "150000001", "PV2007", "150000001")]
    [InlineData("invariant", "0", "", "0")]
    public void An_income_is_read_or_found_wrong(string format, string income, string codes, string? amount)
    {
        var run = new Form().Row($"income_per_capita={income}").Row().Run($"\"numberFormat\": \"{format}\"");
        Assert.Equal(codes, run.Codes);
        Assert.Equal(amount, run.Households().GetValueOrDefault("H1").Household.Income?.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("<v>123.456</v>")]
    [InlineData("<f>1+1</f><v>123.456</v>")]
    public void A_number_of_a_workbook_is_a_number_whatever_the_format_says(string cell)
    {
        foreach (var format in new[] { "invariant", "vi" })
        {
            var run = Form.Run($"\"numberFormat\": \"{format}\"", "", [("h.xlsx", Books.Of(new Form().Row("income_per_capita=@").Row(), "@", cell))]);
            Assert.DoesNotContain("PV2002", run.Codes, StringComparison.Ordinal);
            Assert.Equal(123.456m, run.Households()["H1"].Household.Income!.Value.Amount);
        }
    }

    [Theory]
    [InlineData("0", "PV2003")]
    [InlineData("1", "")]
    [InlineData("12", "")]
    [InlineData("13", "PV2007")]
    [InlineData("30", "PV2007")]
    [InlineData("31", "PV2003")]
    [InlineData("-1", "PV2003")]
    [InlineData("4.0", "")]
    [InlineData("4.5", "PV2002")]
    [InlineData("bốn", "PV2002")]
    [InlineData("", "PV2001")]
    public void A_size_is_a_whole_number_from_1_to_30(string size, string codes) => Assert.Equal(codes, new Form().Row($"household_size={size}").Row().Run().Codes);

    [Theory]
    [InlineData(32_767, "")]
    [InlineData(32_768, "PV1024")]
    public void The_length_of_a_text_is_counted_in_characters(int letters, string codes) =>
        Assert.Equal(codes, new Form("village").Row($"village={new string('ế', letters)}").Row().Run().Codes);

    [Theory]
    [InlineData("income_per_capita=", "income_12_months=72000000", "72000000/12/4")]
    [InlineData("income_per_capita=1000000", "income_12_months=72000000", "1000000/1/1")]
    [InlineData("income_per_capita=", "income_12_months=", "")]
    public void The_income_of_twelve_months_stands_in_for_the_monthly_one(string monthly, string yearly, string expected)
    {
        var income = new Form("income_12_months").Row(monthly, yearly).Run().Households()["H1"].Household.Income;
        Assert.Equal(expected, income is { } known ? $"{known.Amount}/{known.Months}/{known.Persons}" : "");
    }

    [Fact]
    public void Every_fault_of_a_row_is_found_not_only_the_first() =>
        Assert.Equal("PV2002 PV2003 PV2005", new Form("income_12_months").Row("household_size=0", "income_per_capita=", "income_12_months=x", "water=maybe").Row().Run().Codes);
}
