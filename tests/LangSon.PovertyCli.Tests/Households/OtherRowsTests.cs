namespace LangSon.PovertyCli.Tests.Households;

public sealed class OtherRowsTests
{
    [Fact]
    public void A_row_of_column_numbers_is_skipped()
    {
        var numbers = Enumerable.Range(1, 16).Select(i => $"{i}").ToArray();
        var run = new Form().Cells(numbers).Row().Cells(["A", "(1)", "(2)", .. Enumerable.Range(3, 13).Select(i => $"({i})")]).Run();
        // Only below the header: further down such a row is a faulty household.
        Assert.Equal((3, 1, 1, 1), run.Rows());
        Assert.Equal((2, 1, 0, 1), new Form().Cells(["A", "(1)", "(2)", .. Enumerable.Range(3, 13).Select(i => $"({i})")]).Row().Run().Rows());
    }

    [Fact]
    public void A_household_below_the_header_is_none_of_column_numbers() =>
        Assert.Equal((1, 1, 0, 0), new Form().Row("household_id=1", "commune_code=06040", "household_size=3").Run().Rows());

    [Fact]
    public void Blank_rows_are_counted_as_blank_wherever_they_stand()
    {
        var run = Form.Run("", "", ("h.csv", $"\n{new Form().Row().Text()}\n,,,\n \t,\n{new Form().Row("household_id=H2").Text().Split('\n')[1]}\n\n"));
        Assert.Equal("", run.Codes);
        Assert.Equal((6, 2, 0, 4), run.Rows());
    }

    [Theory]
    [InlineData("Tổng cộng", "")]
    [InlineData("TỔNG SỐ:", "")]
    [InlineData("Cộng", "")]
    [InlineData("Total", "")]
    public void A_row_of_totals_is_told_and_not_counted(string word, string note)
    {
        var run = new Form("note=Ghi chú").Row().Row("household_size=3").Cells(word, "", "7", note).Run();
        Assert.Equal("PV1051", run.Codes);
        Assert.Equal((3, 2, 0, 1), run.Rows());
        Assert.Equal(7, run.Figure("persons"));
    }

    [Theory]
    [InlineData("7", "")]
    [InlineData("", "")]
    [InlineData("8", "PV8003")]
    public void A_printed_total_is_compared_with_its_rows(string printed, string code)
    {
        var run = new Form().Row().Row("household_size=3").Cells("Tổng số", "", printed).Run();
        Assert.Equal(("PV1051 " + code).Trim(), run.Codes);
        if (code.Length > 0) Assert.Equal(("8", "7", 4L), (run.Only(code).Value, run.Only(code).Expected, run.Only(code).Place.Line));
    }

    [Fact]
    public void Totals_may_stand_above_their_rows_and_add_up_in_levels()
    {
        var above = new Form().Cells("Tổng số", "", "10").Row().Row("household_size=6").Run();
        Assert.Equal("PV1051", above.Codes);
        var levels = new Form().Row().Cells("Cộng", "", "4").Row("household_size=1").Row("household_size=2").Cells("Cộng", "", "3")
            .Cells("Tổng", "", "7").Row("household_size=5").Cells("Cộng", "", "5").Cells("Tổng cộng", "", "12").Run();
        Assert.Equal("PV1051 PV1051 PV1051 PV1051 PV1051", levels.Codes);
        var sections = new Form().Cells("Tổng", "", "9").Cells("Cộng", "", "4").Row().Cells("Cộng", "", "5").Row("household_size=5").Run();
        Assert.Equal("PV1051 PV1051 PV1051", sections.Codes);
    }

    [Fact]
    public void A_rejected_household_is_part_of_a_printed_total()
    {
        Assert.Equal("PV2005 PV1051", new Form().Row("water=?").Row("household_size=3").Cells("Tổng số", "", "7").Run().Codes);
        // Without its size nobody knows what the rows add to.
        Assert.Equal("PV2002 PV1051", new Form().Row("household_size=?").Row("household_size=3").Cells("Tổng số", "", "7").Run().Codes);
    }

    [Fact]
    public void A_household_of_a_village_called_total_is_a_household() =>
        Assert.Equal((1, 1, 0, 0), new Form("village").Row("village=Tổng").Run().Rows());
}
