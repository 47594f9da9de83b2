using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Households;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("income_per_capita=1000000", 3, "water=", PovertyClass.Poor)]
    [InlineData("income_per_capita=1000000", 2, "water=", PovertyClass.Undetermined)]
    [InlineData("income_per_capita=1000000", 1, "water=", PovertyClass.NearPoor)]
    [InlineData("income_per_capita=2000000", 2, "water=", PovertyClass.Average)]
    [InlineData("income_per_capita=", 0, "water=0", PovertyClass.Undetermined)]
    public void A_blank_makes_a_class_open_only_where_it_could_change_it(string income, int lacking, string water, PovertyClass expected)
    {
        var run = new Form().Row([income, .. Form.Lacking(lacking), water]).Run();
        Assert.Equal("", run.Codes);
        Assert.Equal(expected, run.Households()["H1"].Class);
        Assert.Equal(expected == PovertyClass.Undetermined ? 1 : 0, run.Figure("undetermined"));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("x", true)]
    [InlineData("X", true)]
    [InlineData("Có", true)]
    [InlineData("yes", true)]
    [InlineData("0", false)]
    [InlineData("không", false)]
    [InlineData("No", false)]
    public void Yes_and_no_are_read_as_forms_write_them(string answer, bool lacking) =>
        Assert.Equal(lacking ? 1u << 8 : 0, new Form().Row($"water={answer}").Run().Households()["H1"].Household.Deprivations.Lacking);

    [Theory]
    [InlineData("06040", "", Settlement.Rural, "")]
    [InlineData("05971", "", Settlement.Urban, "")]
    [InlineData("06040", "thành thị", Settlement.Urban, "PV3005")]
    [InlineData("05971", "rural", Settlement.Rural, "PV3005")]
    [InlineData("05971", "Đô thị", Settlement.Urban, "")]
    public void The_column_wins_over_the_register_and_a_contradiction_is_told(string commune, string word, Settlement expected, string codes)
    {
        var run = new Form("settlement").Row($"commune_code={commune}", $"settlement={word}").Run();
        Assert.Equal(codes, run.Codes);
        Assert.Equal(expected, run.Households()["H1"].Household.Settlement);
        Assert.Equal(1, run.Figure("households", group: $"settlement={(expected == Settlement.Urban ? "urban" : "rural")}"));
    }

    [Theory]
    [InlineData("Tày", "Tày")]
    [InlineData("02", "Tày")]
    [InlineData("2", "Tày")]
    [InlineData("KINH", "Kinh")]
    [InlineData("H'mông", "Mông")]
    public void An_ethnic_group_is_known_by_name_other_name_and_code(string word, string group) =>
        Assert.Equal(1, new Form("ethnicity").Row($"ethnicity={word}").Run().Figure("households", group: $"ethnicity={group}"));

    [Theory]
    [InlineData("Kinh", "Kinh", "head-or-spouse", "no")]
    [InlineData("Kinh", "Nùng", "head-or-spouse", "yes")]
    [InlineData("Kinh", "Nùng", "head", "no")]
    [InlineData("Tày", "", "head", "yes")]
    [InlineData("Kinh", "", "head-or-spouse", "no")]
    [InlineData("", "Nùng", "head-or-spouse", "yes")]
    [InlineData("", "Kinh", "head-or-spouse", "")]
    [InlineData("", "Nùng", "head", "")]
    [InlineData("Nước ngoài", "", "head", "no")]
    public void The_head_or_the_spouse_makes_a_minority_household(string head, string spouse, string by, string expected)
    {
        var run = new Form("ethnicity", "spouse_ethnicity").Row($"ethnicity={head}", $"spouse_ethnicity={spouse}").Row("ethnicity=Kinh").Row("ethnicity=Tày")
            .Run("", $"\"minorityBy\": \"{by}\"");
        Assert.Equal((expected == "yes" ? 2 : 1, expected == "no" ? 2 : 1), (run.Figure("households", group: "minority=yes"), run.Figure("households", group: "minority=no")));
    }

    [Fact]
    public void A_household_that_left_counts_in_no_figure_but_its_row_does()
    {
        var run = new Form("left_because", "ethnicity").Row().Row("left_because=chuyển đi", "ethnicity=Tày").Row("left_because=died", "commune_code=05971").Run();
        Assert.Equal("", run.Codes);
        Assert.Equal((3, 3, 0, 0), run.Rows());
        Assert.Equal((1, 4), (run.Figure("households"), run.Figure("persons")));
        Assert.Equal(["H1"], run.Households().Keys);
        Assert.Equal(0, run.Figure("households", "05971") ?? 0);
    }

    [Theory]
    [InlineData("reported_class", "hộ nghèo", "PV5009 PV5013")]
    [InlineData("reported_class", "không nghèo", "")]
    [InlineData("reported_class", "", "")]
    [InlineData("recognised_class", "cận nghèo", "PV5009 PV5013")]
    [InlineData("recognised_class", "giàu", "PV2005")]
    public void A_class_that_is_told_is_compared_with_the_rules(string column, string word, string codes) =>
        Assert.Equal(codes, new Form(column).Row($"{column}={word}").Row().Run().Codes);

    [Fact]
    public void The_class_that_was_recognised_may_be_the_official_one_and_needs_no_income()
    {
        var run = new Form("recognised_class", "income_per_capita=", "water=").Row("recognised_class=nghèo").Row("recognised_class=").Run("", "\"officialClass\": \"recognised\"");
        Assert.Equal("", run.Codes);
        Assert.Equal((PovertyClass.Poor, PovertyClass.Undetermined), (run.Households()["H1"].Class, run.Households()["H2"].Class));
    }
}
