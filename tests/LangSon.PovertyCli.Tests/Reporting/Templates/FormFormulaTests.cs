using LangSon.PovertyCli.Reporting.Templates;

namespace LangSon.PovertyCli.Tests.Reporting.Templates;

/// <summary>Formulas over the columns of a form.</summary>
public sealed class FormFormulaTests
{
    [Theory]
    [InlineData("1-2+3", "A1-B1+C1", 9)]
    [InlineData("-1+2", "-A1+B1", -7)]
    [InlineData("1.1+1.2.3", "A1+B1", 13)]
    [InlineData("1/2*100", "IF(B1=0,\"\",A1/B1*100)", 333.3)]
    public void A_formula_gives_the_same_in_figures_and_in_cells(string text, string cells, double value)
    {
        var formula = FormFormula.Parse(text)!;
        var count = formula.Terms.Count;
        Assert.Equal(cells, formula.InCells([.. new[] { "A1", "B1", "C1" }.Take(count)]));
        Assert.Equal((decimal)value, decimal.Round(formula.Of([.. new[] { 10m, 3, 2 }.Take(count)])!.Value, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1-")]
    [InlineData("1x2")]
    [InlineData("3/1")]
    [InlineData("3*100")]
    [InlineData("a+1")]
    [InlineData("1..2")]
    public void What_is_no_formula_is_refused(string text) => Assert.Null(FormFormula.Parse(text));

    [Fact]
    public void A_share_of_nothing_is_nothing() => Assert.Null(FormFormula.Parse("3/1*100")!.Of([0, 0]));

    [Fact]
    public void A_sum_that_goes_on_names_every_repeated_column()
    {
        var formula = FormFormula.Parse("3+...")!.Over(4);
        Assert.Equal("3+…+6", formula.Text);
        Assert.Equal(["3", "4", "5", "6"], formula.Terms.Select(term => term.Column));
    }

    [Fact]
    public void The_share_of_a_repeated_column_keeps_its_denominator() =>
        Assert.Equal(["5", "1"], FormFormula.Parse("3/1*100")!.Moved(2).Terms.Select(term => term.Column));
}
