using System.Text.Json;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Tests.Running;
using LangSon.PovertyCli.Tests.Targets;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>
/// Standards side by side from the run file to the outputs: the end of 2021, which stands under two standards, and what the
/// lines of 2027 or a province's own would make of 2026.
/// </summary>
public sealed class TwoStandardsTests : IDisposable
{
    private const string Rounds = """
        { "year": 2021, "households": ["h21.csv"], "also": ["vn-2022"] }, { "year": 2022, "households": ["h22.csv"] },
        { "year": 2026, "households": ["h26.csv"], "also": ["vn-2027", "local.json", "vn-2022"] }
        """;

    private readonly TemporaryFolder _folder = new();

    public TwoStandardsTests()
    {
        _folder.Write("h21.csv", TwoStandardTargetTests.Before);
        _folder.Write("h22.csv", TwoStandardTargetTests.After);
        _folder.Write("h26.csv", FurtherStandardTests.Example[..FurtherStandardTests.Example.IndexOf("\nI,", StringComparison.Ordinal)] + "\n");
        _folder.Write("local.json", Local("ls-2026"));
        _folder.Write("targets.csv", "id,scope,measure,kind,is,value,year,base_year,source\nt,province,poor_rate,change_points,<=,-20,2022,2021,plan\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_table_tells_the_standards_apart()
    {
        WriteRun(Rounds);
        // No warning: what was asked for besides needs none, and 2021 and 2022 are compared by the standard of both.
        var outcome = await Binary.RunAsync(["run", "--out", "out", "--households", "--fail-on", "warn", "--timestamp", "none"], _folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(
        [
            "2021 vn-2016 40", "2021 vn-2022 (what-if) 60", "2022 vn-2022 40", "2026 vn-2022 25", "2026 vn-2027 (what-if) 37.5", "2026 ls-2026 37.5",
        ], Rows("results.csv").Where(row => row[3] == "province" && row[6] == "all" && row[7] == "poor_rate").Select(row => $"{row[0]} {row[2]} {row[10]}"));
        Assert.Equal(
        [
            "2021 vn-2016 2022 vn-2022  no", "2022 vn-2022 2026 vn-2022 -15 yes", "2021 vn-2022 (what-if) 2022 vn-2022 -20 yes",
        ], Rows("changes.csv").Where(row => row[4] == "province" && row[7] == "all" && row[8] == "poor_rate").Select(row => $"{row[0]} {row[2]} {row[1]} {row[3]} {row[13]} {row[25]}"));
        Assert.Equal(
        [
            "2021 vn-2016 2021 vn-2022 (what-if) average poor 2 3", "2021 vn-2016 2021 vn-2022 (what-if) non_poor average 1 5",
            "2021 vn-2016 2021 vn-2022 (what-if) poor near_poor 1 4", "2021 vn-2016 2021 vn-2022 (what-if) poor poor 1 3",
        ], Rows("transitions.csv").Where(row => row[0] == "2021" && row[1] == "2021" && row[4] == "province" && row[7] == "all")
            .Select(row => $"{row[0]} {row[2]} {row[1]} {row[3]} {row[9]} {row[10]} {row[11]} {row[12]}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Rows("transitions.csv"), row => row[0] == row[1] && row[8].Length > 0);
        Assert.Equal(["8 vn-2022", "8 vn-2027 (what-if)", "8 ls-2026"], Rows("classes-2026.csv").GroupBy(row => row[3]).Select(group => $"{group.Count()} {group.Key}"));
        Assert.Equal("hai kỳ cùng tính theo vn-2022", Assert.Single(Rows("targets.csv"))[15]);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["out/run.json"]));
        Assert.Equal(["vn-2016", "vn-2022", "vn-2027", "ls-2026"], json.RootElement.GetProperty("standards").EnumerateArray().Select(standard => standard.GetProperty("id").GetString()));
        Assert.Equal(18, json.RootElement.GetProperty("rows").GetProperty("read").GetInt32());
        Assert.Contains("local.json", json.RootElement.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("path").GetString()));
    }

    [Theory]
    [InlineData("vi", "2026 theo vn-2027 (tính thử): 3 hộ nghèo (37,50%), 2 hộ cận nghèo (25,00%); 2 hộ thành hộ nghèo, 1 hộ không còn là hộ nghèo")]
    [InlineData("en", "2026 by vn-2027 (what if): 3 poor (37.50%), 2 near-poor (25.00%); 2 become poor, 1 ceases to be")]
    public async Task The_screen_has_a_line_for_each_further_standard(string language, string line)
    {
        WriteRun(Rounds);
        var outcome = await Binary.RunAsync(["run", "--dry-run", "--lang", language], _folder.Path);
        Assert.Contains(line, outcome.Output.Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_across_standards_ends_with_7_unless_one_standard_judges_both_rounds()
    {
        WriteRun("""{ "year": 2021, "households": ["h21.csv"] }, { "year": 2022, "households": ["h22.csv"] }""");
        Assert.Equal(7, (await Binary.RunAsync(["check"], _folder.Path)).ExitCode);
        WriteRun("""{ "year": 2021, "households": ["h21.csv"], "also": ["vn-2022"] }, { "year": 2022, "households": ["h22.csv"] }""");
        Assert.Equal(0, (await Binary.RunAsync(["check"], _folder.Path)).ExitCode);
    }

    [Fact]
    public void A_file_without_a_column_that_a_further_standard_needs_is_refused_and_names_every_one()
    {
        WriteRun("""{ "year": 2022, "households": ["h22.csv"], "also": ["vn-2016", "vn-2027"] }""");
        var run = MemoryRun.Of(_folder.Path);
        Assert.Equal(ExitCode.Input, run.Exit);
        Assert.Equal(["health_service", "information_assets", "waste"], run.Findings.Select(finding => finding.Code == "PV1032" ? finding.Column : finding.Code).Order());
    }

    [Fact]
    public void A_column_that_only_a_further_standard_reads_is_of_use()
    {
        _folder.Write("local.json", Local("ls-2026").Replace("\"information_means\"", "\"garden\"", StringComparison.Ordinal));
        _folder.Write("h26.csv", FurtherStandardTests.Example.Replace("waste,", "garden,", StringComparison.Ordinal).Replace("X,rural,2,1200000,?", "X,rural,2,1200000,0", StringComparison.Ordinal));
        WriteRun("""{ "year": 2026, "households": ["h26.csv"] }""");
        Assert.Equal("PV1033", Assert.Single(MemoryRun.Of(_folder.Path).Findings, finding => finding.Column == "garden").Code);
        WriteRun("""{ "year": 2026, "households": ["h26.csv"], "also": ["local.json"] }""");
        Assert.DoesNotContain(MemoryRun.Of(_folder.Path).Findings, finding => finding.Column == "garden");
    }

    [Theory]
    [InlineData("\"vn-2072\"", "no standard is called \"vn-2072\"; there are vn-2016, vn-2022, vn-2027; did you mean")]
    [InlineData("\"twin.json\"", "twin.json and standards/vn-2022.json both bear the id \"vn-2022\"; give each standard an id of its own")]
    [InlineData("\"local.json\", \"other.json\"", "other.json and local.json both bear the id \"ls-2026\"; give each standard an id of its own")]
    public void A_further_standard_that_cannot_be_told_is_a_fault(string also, string reason)
    {
        _folder.Write("twin.json", Local("vn-2022"));
        _folder.Write("other.json", Local("ls-2026"));
        WriteRun($$"""{ "year": 2026, "households": ["h26.csv"], "also": [{{also}}] }""");
        var run = MemoryRun.Of(_folder.Path);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(reason, FindingCatalogue.BuiltIn.Message(Assert.Single(run.Findings), Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"vn-2022\"")]
    [InlineData("\"auto\"")]
    [InlineData("\"local.json\", \"./local.json\"")]
    public void A_standard_named_again_is_one(string also)
    {
        WriteRun($$"""{ "year": 2026, "households": ["h26.csv"], "also": [{{also}}] }""");
        var results = MemoryRun.Of(_folder.Path).Report!.Outcome.Results!;
        Assert.Equal(also.Contains("local", StringComparison.Ordinal) ? 2 : 1, results.Readings.Count);
    }

    /// <summary>The standard of 2022 with a line of 2,200,000 (urban 2,800,000): a province may set a higher one.</summary>
    private static string Local(string id) => File.ReadAllText(Path.Combine(Repository.Root, "src/LangSon.Poverty/Standards/vn-2022.json"))
        .Replace("\"id\": \"vn-2022\"", $"\"id\": \"{id}\"", StringComparison.Ordinal)
        .Replace("1500000", "2200000", StringComparison.Ordinal).Replace("2000000", "2800000", StringComparison.Ordinal);

    private void WriteRun(string rounds) => _folder.Write("poverty.json", $$"""{ "areas": "data", "findings": { "PV8001": "off" }, "targets": "targets.csv", "rounds": [{{rounds}}] }""");

    private string[][] Rows(string table) => [.. File.ReadAllLines(_folder[$"out/{table}"]).Skip(1).Select(line => line.Split(','))];
}
