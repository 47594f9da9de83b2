using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

public sealed class ColumnMapTests
{
    [Fact]
    public void Words_of_the_users_own_are_translated_in_every_column()
    {
        var run = new Form("settlement=Vùng", "commune_code=Nơi", "ethnicity=DT", "head_sex=GT", "household_size=Người").Row(
                "settlement=yes", "commune_code=Đ", "ethnicity=thiểu số", "head_sex=bà", "household_size=bốn")
            .Run("""
                "columns": { "settlement": { "header": "vùng", "values": { "YES": "urban", "no": "rural" } },
                  "commune_code": { "header": "Nơi", "values": { "Đ": "05971" } }, "ethnicity": { "header": "DT", "values": { "thiểu số": "Nùng" } },
                  "head_sex": { "header": "GT", "values": { "bà": "female" } }, "household_size": { "header": "Người", "values": { "bốn": "4" } } }
                """);
        Assert.Equal("", run.Codes);
        var household = run.Households()["H1"];
        Assert.Equal(("05971", Settlement.Urban, 4), (household.CommuneCode, household.Household.Settlement, household.Household.Size));
        Assert.Equal((1, 1), (run.Figure("households", group: "ethnicity=Nùng"), run.Figure("households", group: "head_sex=female")));
    }

    [Theory]
    [InlineData("\"\": \"0\"", PovertyClass.NearPoor)]
    [InlineData("\"\": \"1\"", PovertyClass.Poor)]
    [InlineData("\"x\": \"1\"", PovertyClass.Undetermined)]
    public void A_map_may_say_what_blank_means_in_an_indicator(string values, PovertyClass expected)
    {
        var run = new Form().Row(["income_per_capita=1000000", .. Form.Lacking(2), "water="]).Run($$"""
            "columns": { "water": { "header": "water", "values": { {{values}} } } }
            """);
        Assert.Equal(expected, run.Households()["H1"].Class);
    }

    [Fact]
    public void A_map_may_say_what_blank_means_in_any_column()
    {
        var run = new Form("settlement").Row("settlement=", "income_per_capita=", "household_size=", "commune_code=").Run("""
            "columns": { "settlement": { "header": "settlement", "values": { "": "rural" } }, "income_per_capita": { "header": "income_per_capita", "values": { "": "0" } },
              "household_size": { "header": "household_size", "values": { "": "2" } }, "commune_code": { "header": "commune_code", "values": { "": "06040" } } }
            """);
        Assert.Equal("", run.Codes);
        Assert.Equal((PovertyClass.NearPoor, 2), (run.Households()["H1"].Class, run.Households()["H1"].Household.Size));
    }

    [Fact]
    public void A_word_may_mean_blank()
    {
        var run = new Form("ethnicity").Row("ethnicity=không rõ", "toilet=-").Run("""
            "columns": { "ethnicity": { "header": "ethnicity", "values": { "không rõ": "" } }, "toilet": { "header": "toilet", "values": { "-": "" } } }
            """);
        Assert.Equal("", run.Codes);
        Assert.Equal(1u << 9, run.Households()["H1"].Household.Deprivations.Unknown);
    }

    [Fact]
    public void A_finding_shows_the_files_own_word()
    {
        var run = new Form("head_sex").Row("head_sex=ông").Run("""
            "columns": { "head_sex": { "header": "head_sex", "values": { "ông": "sir" } } }
            """);
        Assert.Equal(("PV2005", "ông"), (run.Codes, run.Findings[0].Value));
    }

    [Theory]
    [InlineData("1500", "1000", PovertyClass.NearPoor)]
    [InlineData("1500.001", "1000", PovertyClass.Average)]
    [InlineData("1.5", "1000000", PovertyClass.NearPoor)]
    [InlineData("18000000", "0.0833333333", PovertyClass.NearPoor)]
    public void A_scale_brings_numbers_to_the_canonical_unit(string income, string scale, PovertyClass expected) =>
        Assert.Equal(expected, new Form().Row($"income_per_capita={income}").Run($$"""
            "columns": { "income_per_capita": { "header": "income_per_capita", "scale": {{scale}} } }
            """).Households()["H1"].Class);

    [Fact]
    public void A_number_that_its_scale_makes_too_large_is_no_number() =>
        Assert.Equal("PV2002", new Form().Row("income_per_capita=9999999999999999999999999999").Run("""
            "columns": { "income_per_capita": { "header": "income_per_capita", "scale": 1000000 } }
            """).Codes);

    [Fact]
    public void A_named_header_that_no_file_of_the_round_has_refuses_the_round()
    {
        var run = Form.Run("\"columns\": { \"ethnicity\": \"nhóm\" }", "", ("h1.csv", new Form().Row().Text()), ("h2.csv", new Form("other=nhom").Row("household_id=H2").Text()));
        Assert.Equal((ExitCode.Input, "nhóm"), (run.Exit, run.Only("PV1032").Details.Single(detail => detail.Name == "name").Value.En));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"commune\": \"from-file-name\"")]
    public void A_named_header_that_one_file_of_the_round_has_is_enough(string more)
    {
        var run = Form.Run("\"columns\": { \"ethnicity\": \"nhóm\" }" + more, "",
            ("h 05971.csv", new Form("ethnicity=nhóm").Row("commune_code=05971").Text()), ("h 06040.csv", new Form().Row("household_id=H2").Text()));
        Assert.Equal("", run.Codes);
        Assert.Equal(2, run.Figure("households"));
    }

    [Theory]
    [InlineData("\"standard\": \"own.json\"", "", "")]
    [InlineData("", "\"standard\": \"own.json\"", "")]
    [InlineData("\"standard\": \"own.json\"", "", "map.csv")]
    public void The_indicators_of_a_standard_of_the_users_own_are_columns(string top, string round, string map)
    {
        var columns = map.Length > 0 ? $"\"{map}\"" : "{ \"roofless\": { \"header\": \"Mái\", \"values\": { \"dột\": \"1\" } } }";
        var run = Run(top, $"{(round.Length > 0 ? round + ", " : "")}\"columns\": {columns}");
        Assert.Equal("", run.Codes);
        Assert.Equal(PovertyClass.Poor, run.Households()["H1"].Class);
    }

    [Fact]
    public void Other_columns_are_unknown_still_and_the_nearest_is_named() =>
        Assert.Equal("\"roofles\" is not a canonical column; did you mean \"roofless\"?",
            Run("\"standard\": \"own.json\"", "\"columns\": { \"roofles\": \"Mái\" }").Only("PV9001").Details.Single(detail => detail.Name == "reason").Value.En);

    [Fact]
    public void A_typed_column_may_be_an_indicator_of_a_typed_standard()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in Own()) File.WriteAllBytes(folder[name], content);
        var run = MemoryRun.Of(folder.Path, "--round", "2023=h.csv", "--areas", "data", "--standard", "own.json", "--column", "roofless=Mái nhà");
        Assert.Equal((ExitCode.Input, "Mái nhà"), (run.Exit, run.Only("PV1032").Details.Single(detail => detail.Name == "name").Value.En));
        Assert.Equal(ExitCode.Usage, MemoryRun.Of(folder.Path, "--round", "2023=h.csv", "--column", "roofless=Mái").Exit);
    }

    private static MemoryRun Run(string top, string round) => Form.Run(round, top, Own());

    /// <summary>A standard of one indicator and a file in which a household lacks it.</summary>
    private static (string Name, byte[] Content)[] Own() =>
    [
        ("own.json", Encoding.UTF8.GetBytes("""
            { "id": "own", "title": { "vi": "Riêng", "en": "Own" }, "sources": { "s": { "title": { "vi": "N", "en": "S" }, "date": "2020-01-01" } },
              "checkedOn": "2026-01-01", "applies": [{ "from": "2020-01-01", "source": "s" }],
              "income": { "unit": "VND/person/month", "poor": { "all": [{ "from": "2020-01-01", "value": 1000000, "source": "s" }] } },
              "poorAtDeprivations": [{ "from": "2020-01-01", "value": 1, "source": "s" }],
              "dimensions": [{ "id": "housing", "title": { "vi": "Nhà", "en": "House" }, "indicators": [
                { "id": "roofless", "title": { "vi": "Mái", "en": "Roof" }, "rule": { "vi": "Không mái", "en": "No roof" }, "source": "s" }] }] }
            """)),
        ("map.csv", Encoding.UTF8.GetBytes("canonical,header,values\nroofless,Mái,dột=1\n")),
        ("h.csv", Encoding.UTF8.GetBytes("household_id,commune_code,household_size,income_per_capita,Mái\nH1,06040,4,900000,dột\n")),
    ];
}
