using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>What can't be true of a household, or is unlikely, and stays counted.</summary>
public sealed class LikelihoodTests
{
    [Theory]
    [InlineData("2000", "gạch", "")]
    [InlineData("2001", "gạch", "PV5014")]
    [InlineData("2001", "", "PV5014")]
    [InlineData("0", "gạch", "PV5014")]
    [InlineData("0", "", "")]
    [InlineData("", "gạch", "")]
    public void A_house_has_a_floor_of_at_most_500_square_metres_a_person(string area, string wall, string codes)
    {
        var lacking = area == "0" ? "housing_area=1" : "housing_area=0";
        var run = new Form("floor_area", "wall").Row($"floor_area={area}", $"wall={wall}", lacking).Run();
        Assert.Equal(codes, run.Codes);
        Assert.Equal((1, 1, 0, 0), run.Rows());
    }

    [Fact]
    public void A_run_file_may_set_another_bound() =>
        Assert.Equal("PV5014", new Form("floor_area").Row("floor_area=401").Run("", "\"findings\": { \"PV8001\": \"off\", \"PV5014\": { \"threshold\": 100 } }").Codes);

    [Theory]
    [InlineData("2024-01-14", "", "")]
    [InlineData("2024-01-15", "", "PV5015")]
    [InlineData("", "2024-01-15", "PV5015")]
    [InlineData("2023-10-05 09:00", "2023-10-05 08:59", "PV5015")]
    [InlineData("2023-10-05 09:00", "2023-10-05 09:00", "")]
    [InlineData("hôm qua", "", "PV5015")]
    [InlineData("-", "", "")]
    public void An_interview_ends_after_it_began_and_not_long_after_the_round(string start, string end, string codes)
    {
        var run = new Form("interview_start", "interview_end").Row($"interview_start={start}", $"interview_end={end}").Run();
        Assert.Equal(codes, run.Codes);
        Assert.Equal((1, 1, 0, 0), run.Rows());
    }

    [Theory]
    [InlineData("hộ nghèo", "3000000", false)]
    [InlineData("hộ nghèo", "3000001", true)]
    [InlineData("hộ cận nghèo", "3000001", true)]
    [InlineData("không nghèo", "750001", false)]
    [InlineData("không nghèo", "750000", true)]
    public void A_told_class_far_from_the_income_is_looked_at(string told, string income, bool isFound) =>
        Assert.Equal(isFound, new Form("recognised_class").Row($"recognised_class={told}", $"income_per_capita={income}").Run().Codes.Contains("PV5013", StringComparison.Ordinal));

    [Theory]
    [InlineData("1485000", "")]
    [InlineData("1485001", "PV5011")]
    [InlineData("1515000", "PV5011")]
    [InlineData("1515001", "")]
    [InlineData("2250000", "PV5011")]
    public void An_income_within_one_percent_of_a_line_is_noted(string income, string codes) =>
        Assert.Equal(codes, new Form().Row($"income_per_capita={income}").Run().Codes);

    [Theory]
    [InlineData("138", "")]
    [InlineData("139", "PV5011")]
    [InlineData("141", "PV5011")]
    [InlineData("142", "")]
    public void Points_within_one_of_the_cut_off_are_noted(string points, string codes) =>
        Assert.Equal(codes, new Form("b1_score", "income_per_capita=").Row($"b1_score={points}").Run().Codes);

    [Theory]
    [InlineData("water", "97")]
    [InlineData("water", "Không biết")]
    [InlineData("water", "KB")]
    [InlineData("water", "từ chối")]
    [InlineData("water", "refused")]
    public void A_non_answer_is_unknown_and_the_household_counts(string column, string word)
    {
        var run = new Form().Row([.. Form.Lacking(2), $"{column}={word}", "income_per_capita=1000000"]).Run();
        Assert.Equal(("PV2009", word), (run.Codes, run.Only("PV2009").Value));
        Assert.Equal(PovertyClass.Undetermined, run.Households()["H1"].Class);
    }

    [Theory]
    [InlineData("98", "")]
    [InlineData("không rõ", "PV2009")]
    [InlineData("nhiều", "PV2002")]
    public void A_number_in_a_column_of_numbers_is_an_answer(string area, string codes) =>
        Assert.Equal(codes, new Form("floor_area", "housing_area=").Row($"floor_area={area}").Run().Codes);

    [Fact]
    public void A_word_that_the_run_file_gives_a_meaning_has_that_meaning() =>
        Assert.Equal("", new Form("water=nước").Row("water=99").Run("\"columns\": { \"water\": { \"header\": \"nước\", \"values\": { \"99\": \"no\" } } }").Codes);

    [Theory]
    [InlineData("\"2023\"", "2023", "")]
    [InlineData("2023", "2023", "")]
    [InlineData("\"2023\"", "", "")]
    [InlineData("\"2023\"", "2022", "PV1050")]
    public void A_file_of_another_form_is_refused(string expected, string version, string codes)
    {
        var run = new Form("form_version").Row("form_version=2023").Row($"form_version={version}").Run($"\"formVersion\": {expected}");
        Assert.Equal(codes, run.Codes);
        if (codes.Length > 0) Assert.Equal(3, run.Only(codes).Place.Line);
    }

    [Fact]
    public void Nothing_found_says_a_persons_name_or_number()
    {
        var run = new Form("citizen_id", "head_name", "head_birth_year", "address", "phone")
            .Row("citizen_id=020170000011", "head_name=Hoàng Văn An", "head_birth_year=1970", "address=Số 5", "phone=0912345678")
            .Row("citizen_id=020170000011", "head_name=Hoàng Văn An", "head_birth_year=1970", "address=Số 5", "phone=0912345678")
            .Run("", "\"findings\": { \"PV8001\": \"off\", \"PV4002\": \"warn\", \"PV4004\": \"warn\" }");
        Assert.Equal("PV4002 PV4003 PV4004 PV4004", run.Codes);
        foreach (var finding in run.Findings)
            foreach (var language in Enum.GetValues<Language>())
                Assert.DoesNotMatch("0201|Hoàng|1970|Số 5|0912", FindingCatalogue.BuiltIn.Message(finding, language) + finding.Value);
    }
}
