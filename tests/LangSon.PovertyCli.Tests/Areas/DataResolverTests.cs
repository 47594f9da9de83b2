using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Tests.Households;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Areas;

public sealed class DataResolverTests
{
    private const string Data = "\"areas\": \"data\"";

    [Fact]
    public void Without_districts_and_provinces_communes_lie_under_one_unnamed_province()
    {
        var run = new Form("settlement").Row("commune_code=a/1", "settlement=rural").Row("commune_code=Ñandú", "settlement=urban").Run("", Data);
        Assert.Equal("", run.Codes);
        Assert.Equal(["Province  2", "Commune a/1 1", "Commune Ñandú 1"], Units(run));
    }

    [Fact]
    public void The_same_commune_code_in_two_districts_means_two_communes()
    {
        var run = new Form("settlement", "district_code", "province_code").Row("commune_code=1", "district_code=A", "province_code=P", "settlement=rural")
            .Row("commune_code=1", "district_code=B", "province_code=P", "settlement=rural").Run("", Data);
        Assert.Equal(["Province P 2", "District A 1", "District B 1", "Commune 1 1", "Commune 1 1"], Units(run));
    }

    [Fact]
    public void Households_of_one_commune_may_differ_in_settlement()
    {
        var run = new Form("settlement").Row("settlement=urban").Row("settlement=rural").Run("", Data);
        Assert.Equal("", run.Codes);
        Assert.Equal((1, 1), (run.Figure("households", "06040", "settlement=urban"), run.Figure("households", "06040", "settlement=rural")));
    }

    [Theory]
    [InlineData("B", "Xã A, Xã B, Xã B")]
    [InlineData("A", "Xã B, Xã A")]
    [InlineData("B", "Xã A, Xã A, Xã B, Xã B, Xã B")]
    public void The_most_frequent_name_is_printed_then_the_first(string expected, string names)
    {
        var form = new Form("commune_name");
        foreach (var name in names.Split(", ")) form.Row($"commune_name={name}");
        Assert.Equal($"Xã {expected}", Name(form.Run("", Data)));
    }

    [Fact]
    public void Names_are_counted_once_where_copies_have_a_file_read_again()
    {
        var twice = new Form("commune_name").Row("commune_name=Xã A").Row("commune_name=Xã A").Row("household_id=H1", "commune_name=Xã A", "household_size=5");
        var other = new Form("commune_name");
        for (var i = 0; i < 4; i++) other.Row($"household_id=K{i}", "commune_name=Xã B");
        Assert.Equal("Xã B", Name(Form.Run("", Data, ("h1.csv", twice.Text()), ("h2.csv", other.Text()))));
    }

    [Theory]
    [InlineData("Xã X", Settlement.Rural)]
    [InlineData("TT. X", Settlement.Urban)]
    [InlineData("X Y", Settlement.Rural)]
    [InlineData("Y", Settlement.Unknown)]
    public void Without_a_settlement_column_the_kind_word_tells_or_nobody_knows(string name, Settlement expected)
    {
        var run = new Form("commune_name").Row($"commune_name={name}").Run("", Data);
        Assert.Equal(expected, run.Households()["H1"].Household.Settlement);
        Assert.Equal(expected == Settlement.Unknown ? "PV3007" : "", run.Codes);
    }

    [Fact]
    public void A_commune_that_is_missing_is_missing_here_too() => Assert.Equal("PV2001", new Form("settlement").Row("commune_code=", "settlement=rural").Row("settlement=rural").Run("", Data).Codes);

    private static string Name(MemoryRun run) => run.Report!.Outcome.Results!.Rounds[0].Summary.Areas.Single(area => area.Level == AreaLevel.Commune).Name;

    private static string[] Units(MemoryRun run)
    {
        var summary = run.Report!.Outcome.Results!.Rounds[0].Summary;
        return [.. summary.Areas.Select(area => $"{area.Level} {area.Code} {summary.Of(area, 0).Rows}")];
    }
}
