using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Tests.RunFile;

/// <summary>What a run file without faults asks for.</summary>
public sealed class RunPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RunPlanTests() => _folder.Touch("2022/b.csv", "2022/a.csv", "2023/x.xlsx", "register.csv", "targets.csv", "tags.csv", "areas.csv", "own.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_that_is_not_said_has_its_default()
    {
        var plan = Plan("""{ "rounds": [{ "year": 2022, "households": ["2022/*.csv"] }] }""");
        Assert.Equal("", plan.Title);
        Assert.Equal(_folder.Path, plan.BaseFolder);
        Assert.Null(plan.ProvinceCode);
        Assert.IsType<AreasChoice.BuiltIn>(plan.Areas);
        Assert.Equal((OfficialClass.Computed, MinorityBy.HeadOrSpouse, 3, CompareAt.Exact), (plan.OfficialClass, plan.MinorityBy, plan.FellBackYears, plan.CompareAt));
        Assert.Equal([GroupKind.Settlement, GroupKind.Minority, GroupKind.Ethnicity, GroupKind.HeadSex, GroupKind.Disabled], plan.Groups);
        var round = Assert.Single(plan.Rounds);
        Assert.Equal(("2022", 2022, new DateOnly(2022, 12, 14), Coverage.All), (round.Id, round.Year, round.Date, round.Coverage));
        Assert.IsType<StandardChoice.Auto>(round.Standard);
        var group = Assert.Single(round.Households);
        Assert.Equal(["2022/a.csv", "2022/b.csv"], group.Files.Select(file => file.Name));
        Assert.Equal(_folder["2022/a.csv"], group.Files[0].Path);
        Assert.Equal((null, NumberFormat.Invariant, null, null, null, false),
            (group.Encoding, group.NumberFormat, group.Sheet, group.HeaderRows, group.SkipRows, group.CommuneFromFileName));
    }

    [Fact]
    public void Everything_that_is_said_is_kept()
    {
        var plan = Plan("""
            {
              "$schema": "poverty.schema.json", "title": "Rà soát", "province": "20", "areas": "areas.csv", "standard": "vn-2022",
              "geography": "as-reported", "classifyBy": "income", "officialClass": "recognised", "minorityBy": "head",
              "fellBackYears": 5, "compareAt": "printed", "groups": ["target_group", "disabled", "settlement"],
              "findings": { "PV2007": "off", "PV8005": { "severity": "warn", "threshold": 0.02 } }, "limits": { "inflatedMiB": 64 },
              "targets": "targets.csv", "tags": "tags.csv",
              "rounds": [{
                "id": "sơ bộ 2022", "date": "2022-11-10", "kind": "annual", "status": "preliminary", "decision": "1/QĐ", "coverage": "reviewed",
                "register": "register.csv", "standard": "./own.json", "households": ["2022/a.csv"], "counts": "2022/b.csv",
                "id_from": ["commune_code", "head_name"], "encoding": "TCVN3", "numberFormat": "vi", "sheet": "S", "headerRows": 2, "skipRows": 0,
                "commune": "from-file-name",
                "columns": { "income_per_capita": { "header": "Thu nhập", "scale": 1000 }, "settlement": { "header": "TT", "values": { "1": "urban", "": "rural", "x": 1 } } }
              }]
            }
            """);
        Assert.Equal(("Rà soát", "20", 5), (plan.Title, plan.ProvinceCode, plan.FellBackYears));
        Assert.Equal("areas.csv", Assert.IsType<AreasChoice.FromFile>(plan.Areas).File.Name);
        Assert.Equal((OfficialClass.Recognised, MinorityBy.Head, CompareAt.Printed), (plan.OfficialClass, plan.MinorityBy, plan.CompareAt));
        Assert.Equal([GroupKind.Settlement, GroupKind.Disabled, GroupKind.TargetGroup], plan.Groups);
        Assert.Equal(new FindingSetting(Severity.Off, null), plan.Findings["PV2007"]);
        Assert.Equal(new FindingSetting(Severity.Warn, 0.02m), plan.Findings["PV8005"]);
        Assert.Equal(64, plan.InflatedMiB);
        Assert.Equal(("targets.csv", "tags.csv"), (plan.TargetsFile!.Name, plan.TagsFile!.Name));
        var round = Assert.Single(plan.Rounds);
        Assert.Equal(("sơ bộ 2022", 2022, Coverage.Reviewed), (round.Id, round.Year, round.Coverage));
        Assert.Equal(("annual", "preliminary", "1/QĐ"), (round.Kind, round.Status, round.Decision));
        Assert.Equal(("register.csv", "2022/b.csv"), (round.Register!.File.Name, round.Counts!.File.Name));
        Assert.Equal("own.json", Assert.IsType<StandardChoice.FromFile>(round.Standard).File.Name);
        var group = Assert.Single(round.Households);
        Assert.Equal(("tcvn3", NumberFormat.Vietnamese, "S", 2, 0, true),
            (group.Encoding, group.NumberFormat, group.Sheet, group.HeaderRows, group.SkipRows, group.CommuneFromFileName));
        Assert.Equal(["commune_code", "head_name"], group.IdFrom);
        Assert.Equal(("Thu nhập", 1000m), (group.Columns["income_per_capita"].Header, group.Columns["income_per_capita"].Scale));
        Assert.Equal(("urban", "rural", "1"), (group.Columns["settlement"].Values["1"], group.Columns["settlement"].Values[""], group.Columns["settlement"].Values["x"]));
    }

    [Fact]
    public void The_example_of_the_documentation_without_later_features_is_accepted()
    {
        var round = Plan("""
            { "rounds": [{ "id": "2023", "year": 2023, "date": "2023-12-14", "encoding": "utf-8", "sheet": null, "headerRows": 1, "counts": null, "numberFormat": "invariant",
                "households": [ { "files": ["2023/*.xlsx"], "columns": {}, "sheet": "Danh sách", "headerRows": 2, "commune": "from-file-name" } ] }] }
            """).Rounds[0];
        Assert.Equal(("Danh sách", 2, true), (round.Households[0].Sheet, round.Households[0].HeaderRows, round.Households[0].CommuneFromFileName));
        Assert.Null(round.Counts);
    }

    [Fact]
    public void A_register_or_counts_may_name_sheet_and_encoding_of_their_own_and_counts_take_those_of_their_round()
    {
        var rounds = Plan("""
            { "rounds": [{ "year": 2022, "sheet": "H", "encoding": "tcvn3", "households": ["2022/a.csv"], "register": "register.csv", "counts": "2022/b.csv" },
                { "year": 2023, "sheet": "C", "encoding": "tcvn3", "counts": "2022/b.csv", "register": { "file": "register.csv", "sheet": "S", "encoding": "utf-8" } }] }
            """).Rounds;
        Assert.Equal(((string?)null, (string?)null, (string?)null), (rounds[0].Register!.Sheet, rounds[0].Register!.Encoding, rounds[0].Counts!.Sheet));
        Assert.Equal(("C", "tcvn3", "S", "utf-8"), (rounds[1].Counts!.Sheet, rounds[1].Counts!.Encoding, rounds[1].Register!.Sheet, rounds[1].Register!.Encoding));
    }

    [Fact]
    public void Keys_of_a_group_replace_those_of_the_round()
    {
        var round = Plan("""
            { "rounds": [{ "year": 2022, "columns": { "settlement": "A" }, "numberFormat": "vi", "encoding": "tcvn3", "headerRows": 2,
                "households": [{ "files": ["2022/b.csv"], "columns": { "household_id": "B" }, "numberFormat": "invariant", "headerRows": 1 }, "2022/a.csv"] }] }
            """).Rounds[0];
        Assert.Equal(["2022/a.csv", "2022/b.csv"], round.Households.Select(group => group.Files[0].Name));
        Assert.Equal(("settlement", NumberFormat.Vietnamese, "tcvn3", 2), Facts(round.Households[0]));
        Assert.Equal(("household_id", NumberFormat.Invariant, "tcvn3", 1), Facts(round.Households[1]));

        static (string, NumberFormat, string?, int?) Facts(FileGroup group) => (Assert.Single(group.Columns.Keys), group.NumberFormat, group.Encoding, group.HeaderRows);
    }

    [Fact]
    public void Rounds_stand_in_the_order_of_days()
    {
        var plan = Plan("""
            { "rounds": [{ "id": "b", "date": "2023-06-01", "households": ["2023/x.xlsx"] }, { "id": "a", "date": "2023-06-01", "households": ["2022/a.csv"] },
                { "year": 2022, "counts": "register.csv" }] }
            """);
        Assert.Equal(["2022", "a", "b"], plan.Rounds.Select(round => round.Id));
        Assert.Equal(2023, plan.Rounds[1].Year);
    }

    [Fact]
    public void A_standard_of_the_run_holds_for_rounds_that_name_none()
    {
        var plan = Plan("""{ "standard": "vn-2022", "rounds": [{ "year": 2022, "counts": "register.csv" }, { "year": 2023, "counts": "register.csv", "standard": "auto" }] }""");
        Assert.Equal(new StandardChoice.ById("vn-2022"), plan.Rounds[0].Standard);
        Assert.IsType<StandardChoice.Auto>(plan.Rounds[1].Standard);
    }

    [Fact]
    public void Further_standards_of_the_run_hold_for_rounds_of_households_that_name_none()
    {
        var plan = Plan("""
            { "also": ["vn-2022", "own.json"], "rounds": [
              { "year": 2021, "households": ["2022/a.csv"] }, { "year": 2022, "counts": "register.csv" },
              { "year": 2023, "households": ["2022/b.csv"], "also": ["vn-2027"] }, { "year": 2024, "households": ["2023/*"], "also": [] }] }
            """);
        Assert.Equal([2, 0, 1, 0], plan.Rounds.Select(round => round.Also.Count));
        Assert.Equal(new StandardChoice.ById("vn-2022"), plan.Rounds[0].Also[0]);
        Assert.Equal("own.json", Assert.IsType<StandardChoice.FromFile>(plan.Rounds[0].Also[1]).File.Name);
        Assert.Equal(new StandardChoice.ById("vn-2027"), Assert.Single(plan.Rounds[2].Also));
        Assert.Contains(plan.AllFiles(), file => file.Name == "own.json");
    }

    [Fact]
    public void A_column_map_may_be_a_file()
    {
        _folder.Write("map.csv", "canonical,header,values,scale\nsettlement,Khu vực,TT=urban; xã=rural;=rural,\nincome_per_capita,Thu nhập,,1000\n");
        var columns = Plan("""{ "rounds": [{ "year": 2022, "households": ["2022/a.csv"], "columns": "map.csv" }] }""").Rounds[0].Households[0].Columns;
        Assert.Equal("Khu vực", columns["settlement"].Header);
        Assert.Equal(["TT=urban", "xã=rural", "=rural"], columns["settlement"].Values.Select(value => $"{value.Key}={value.Value}"));
        Assert.Equal(1000m, columns["income_per_capita"].Scale);
    }

    [Fact]
    public void Faults_of_a_column_map_are_named_in_the_map()
    {
        _folder.Write("map.csv", "canonical,header,values,scale\nsettlemnt,A,yes,\nhousehold_id,,,0\nhousehold_id,B,a=1;a=2,1\n");
        Assert.Equal(
        [
            "map.csv:2 canonical: \"settlemnt\" is not a canonical column; did you mean \"settlement\"? (PV9001)",
            "map.csv:2 values: expected pairs such as yes=urban;no=rural, each word once (PV9001)",
            "map.csv:3 scale: a scale is a number above 0 (PV9001)",
            "map.csv:3 header: the value is missing (PV9001)",
            "map.csv:4 values: expected pairs such as yes=urban;no=rural, each word once (PV9001)",
            "map.csv:4 canonical: \"household_id\" stands twice (PV9001)",
        ], RunFiles.Faults(_folder, """{ "rounds": [{ "year": 2022, "households": ["2022/a.csv"], "columns": "map.csv" }] }"""));
    }

    [Fact]
    public void A_file_above_the_run_file_keeps_its_relative_name()
    {
        _folder.Write("job/poverty.json", """{ "rounds": [{ "year": 2022, "households": ["../2022/a.csv"] }] }""");
        var plan = RunFiles.Run(_folder, "job").Plan;
        Assert.Equal((_folder["job"], "../2022/a.csv"), (plan.BaseFolder, plan.Rounds[0].Households[0].Files[0].Name));
    }

    [Fact]
    public void The_order_in_which_things_are_listed_changes_neither_plan_nor_hash()
    {
        _folder.Touch("sub/poverty.json");
        var one = Plan("""
            { "title": "t", "findings": { "PV2007": "off", "PV8005": { "threshold": 0.20 } }, "rounds": [
              { "year": 2022, "households": ["2022/a.csv", "2022/b.csv"], "columns": { "settlement": { "header": "S", "values": { "a": "b", "c": "d" }, "scale": 1.0 }, "household_id": "H" } },
              { "year": 2023, "households": ["2023/x.xlsx"] }] }
            """);
        var other = Plan("""
            { "rounds": [
              { "households": ["2023/*"], "date": "2023-12-14" },
              { "households": [{ "files": ["2022/b.csv"] }, "2022/a.csv"], "year": 2022, "columns": { "household_id": "H", "settlement": { "values": { "c": "d", "a": "b" }, "header": "S" } } }],
              "findings": { "PV8005": { "threshold": 0.2 }, "PV2007": "off" }, "title": "t" }
            """);
        Assert.Equal(PlanText.Of(one), PlanText.Of(other));
        Assert.Equal(PlanText.Hash(one), PlanText.Hash(other));
        Assert.Equal(one.AllFiles(), other.AllFiles());
        Assert.DoesNotContain(_folder.Path, PlanText.Of(one), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\": \"u\"")]
    [InlineData("\"province\": \"20\"")]
    [InlineData("\"areas\": \"data\"")]
    [InlineData("\"areas\": \"areas.csv\"")]
    [InlineData("\"standard\": \"vn-2022\"")]
    [InlineData("\"standard\": \"own.json\"")]
    [InlineData("\"also\": [\"vn-2027\"]")]
    [InlineData("\"also\": [\"own.json\"]")]
    [InlineData("\"officialClass\": \"recognised\"")]
    [InlineData("\"minorityBy\": \"head\"")]
    [InlineData("\"fellBackYears\": 4")]
    [InlineData("\"compareAt\": \"printed\"")]
    [InlineData("\"groups\": []")]
    [InlineData("\"findings\": { \"PV2007\": \"off\" }")]
    [InlineData("\"limits\": { \"inflatedMiB\": 1 }")]
    [InlineData("\"targets\": \"targets.csv\"")]
    [InlineData("\"tags\": \"tags.csv\"")]
    public void Whatever_changes_the_run_changes_the_hash(string member)
    {
        const string Rounds = "\"rounds\": [{ \"year\": 2022, \"households\": [\"2022/a.csv\"] }]";
        Assert.NotEqual(PlanText.Hash(Plan($"{{ {Rounds} }}")), PlanText.Hash(Plan($"{{ {member}, {Rounds} }}")));
    }

    [Theory]
    [InlineData("\"members\": [\"2022/b.csv\"]")]
    [InlineData("\"members\": [{ \"files\": [\"2022/b.csv\"], \"sheet\": \"Thành viên\" }]")]
    [InlineData("\"members\": [{ \"files\": [\"2022/b.csv\"], \"columns\": { \"household_id\": \"Hộ\" } }]")]
    public void Whatever_changes_the_members_of_a_round_changes_the_hash(string members)
    {
        string[] others = ["\"id\": \"2022\"", "\"members\": [{ \"files\": [\"2022/b.csv\"], \"headerRows\": 2 }]"];
        Assert.DoesNotContain(Hash(members), others.Select(Hash));

        string Hash(string keys) => PlanText.Hash(Plan($$"""{ "rounds": [{ "year": 2022, "households": ["2022/a.csv"], {{keys}} }] }"""));
    }

    private RunPlan Plan(string json)
    {
        var resolution = RunFiles.Read(_folder, json);
        Assert.Empty(resolution.Faults.Lines(Language.English));
        return resolution.Plan;
    }
}
