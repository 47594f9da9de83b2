using LangSon.PovertyCli.Tests.Households;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Households that share what belongs to one.</summary>
public sealed class SharedMarksTests
{
    private const string AllOn = "\"findings\": { \"PV8001\": \"off\", \"PV4002\": \"warn\", \"PV4004\": \"warn\", \"PV4006\": \"warn\" }";

    [Theory]
    [InlineData("020170000011", "020170000011", "PV4003")]
    [InlineData("020170000011", "020170000012", "")]
    [InlineData("081234567", "081234567", "PV2102 PV2102 PV4003")]
    [InlineData("000000000000", "000000000000", "")]
    [InlineData("", "", "")]
    public void A_citizen_id_belongs_to_one_household(string first, string second, string codes) =>
        Assert.Equal(codes, new Form("citizen_id").Row($"citizen_id={first}").Row($"citizen_id={second}").Run().Codes);

    [Fact]
    public void Copies_of_a_household_and_rows_that_do_not_count_share_nothing()
    {
        var copies = new Form("citizen_id").Row("household_id=A", "citizen_id=020170000011").Row("household_id=A", "citizen_id=020170000011", "income_per_capita=6000000").Run();
        Assert.Equal("PV4001 PV4001", copies.Codes);
        var rejected = new Form("citizen_id").Row("citizen_id=020170000011").Row("citizen_id=020170000011", "household_size=x").Run();
        Assert.Equal("PV2002", rejected.Codes);
    }

    [Fact]
    public void Where_the_citizen_id_is_the_id_of_the_household_the_two_are_copies() =>
        Assert.Equal("PV4001 PV4001", new Form("citizen_id").Row("citizen_id=020170000011").Row("citizen_id=020170000011", "income_per_capita=6000000").Run("\"id_from\": [\"citizen_id\"]").Codes);

    [Fact]
    public void Each_further_household_is_told_of_the_first_whatever_the_threads_and_files()
    {
        var form = new Form("citizen_id");
        for (var i = 0; i < 3; i++) form.Row("citizen_id=020170000011");
        var rows = form.Text().Split('\n');
        var run = Form.Run("", "", ("h1.csv", $"{rows[0]}\n{rows[1]}\n{rows[2]}\n"), ("h2.csv", $"{rows[0]}\n{rows[3]}\n"));
        Assert.Equal(["h1.csv:3", "h2.csv:2"], run.Findings.Select(finding => $"{finding.Place.File}:{finding.Place.Line}"));
        Assert.All(run.Findings, finding => Assert.Contains(finding.Details, detail => detail is { Name: "a", Value.Vi: "H1 (h1.csv:2)" }));
    }

    [Theory]
    [InlineData("Nông Thị Bé", "1981", "NÔNG  thị bé", "1981", "06040", "PV4002")]
    [InlineData("Nông Thị Bé", "1981", "Nông Thị Bé", "1982", "06040", "")]
    [InlineData("Nông Thị Bé", "1981", "Nông Thị Bé", "1981", "06043", "")]
    [InlineData("Nông Thị Bé", "", "Nông Thị Bé", "", "06040", "")]
    public void A_head_of_one_name_and_year_in_a_commune_may_be_one(string name, string year, string other, string otherYear, string commune, string codes)
    {
        var form = new Form("head_name", "head_birth_year").Row($"head_name={name}", $"head_birth_year={year}").Row($"head_name={other}", $"head_birth_year={otherYear}", $"commune_code={commune}");
        Assert.Equal(codes, form.Run("", AllOn).Codes);
        Assert.Equal("", form.Run().Codes);
    }

    [Theory]
    [InlineData("phone", "0912 345 678", "+84 912.345.678", "PV4004")]
    [InlineData("phone", "0912", "0912", "")]
    [InlineData("address", "Số 5 Khối 1", "số 5  khối 1", "PV4004")]
    [InlineData("address", "Thôn Đồng", "Thôn Đồng", "")]
    public void An_address_or_telephone_of_two_is_looked_at_where_the_run_file_asks(string column, string first, string second, string codes)
    {
        var form = new Form(column).Row($"{column}={first}").Row($"{column}={second}");
        Assert.Equal(codes, form.Run("", AllOn).Codes);
        Assert.Equal("", form.Run().Codes);
    }

    [Fact]
    public void Interviews_of_one_enumerator_are_alike_by_what_tells_them_apart()
    {
        string[] poor = [.. Form.Lacking(6), "income_per_capita=1000000"];
        var form = new Form("enumerator");
        for (var i = 0; i < 5; i++) form.Row("enumerator=E1", $"income_per_capita={5_000_000 + i}");
        // Six deprivations and the income are equal, the size is not: 7 of 8.
        form.Row([.. poor, "enumerator=E1", "household_size=2"]).Row([.. poor, "enumerator=E1", "household_size=3"]).Row([.. poor, "enumerator=E2", "household_size=2"]);
        var finding = Assert.Single(form.Run("", AllOn).Findings);
        Assert.Equal(("PV4006", 8), (finding.Code, finding.Place.Line));
        Assert.Contains(finding.Details, detail => detail is { Name: "p", Value.Vi: "88" });
        Assert.Equal("", form.Run("", AllOn.Replace("\"PV4006\": \"warn\"", "\"PV4006\": { \"severity\": \"warn\", \"threshold\": 0.875 }", StringComparison.Ordinal)).Codes);
        Assert.Equal("", form.Run().Codes);
    }
}
