using System.Text.Json;
using System.Text.RegularExpressions;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>From the preliminary to the official result: which figures and households differ, and why.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private readonly SmallProvince _province = new();

    /// <inheritdoc/>
    public void Dispose() => _province.Dispose();

    [Fact]
    public async Task Runs_of_the_same_files_do_not_differ()
    {
        await _province.RunAsync("a", "2022.json", "--households");
        await _province.RunAsync("b", "2022.json", "--households");
        var outcome = await _province.PovertyAsync("diff", "a", "b");
        Assert.Equal((0, "Hai lần chạy cho kết quả như nhau.\n"), (outcome.ExitCode, outcome.Output));
        Assert.Equal("[]\n", (await _province.PovertyAsync("diff", "a", "b", "--format", "json")).Output);
    }

    [Fact]
    public async Task One_corrected_row_shows_in_its_commune_district_and_province_and_as_a_household()
    {
        await PreliminaryAndOfficialAsync();
        var outcome = await _province.PovertyAsync("diff", "a", "b");
        Assert.Equal(1, outcome.ExitCode);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Matches(@"tình trạng của kỳ 2022 +sơ bộ +chính thức", outcome.Output);
        Assert.Matches(@"2022 +Tỉnh Thử +8 → 7 +3 → 4 +36,36 → 31,82", outcome.Output);
        Assert.Matches(@"2022 +Huyện Một +4 → 3 +3 → 4 ", outcome.Output);
        Assert.Matches(@"2022 +Xã An +3 → 2 +2 → 3 +30,00 → 20,00", outcome.Output);
        Assert.DoesNotContain("Xã Cao", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"90001 +1 +1 +0 +0 +0 +−1 +\+1", outcome.Output);
        Assert.Matches(@"90001-3 +90001 +hộ nghèo +hộ cận nghèo +số liệu", outcome.Output);
    }

    [Fact]
    public async Task Scripts_get_every_row_that_differs()
    {
        await PreliminaryAndOfficialAsync();
        _province.Write("csv", (await _province.PovertyAsync("diff", "a", "b", "--format", "csv")).Output);
        Assert.Equal(["config", "input:data/2022.csv", "status:2022"], _province.RowsOf("csv", ("kind", "run")).Select(row => row["item"]).Order(StringComparer.Ordinal));
        var rate = _province.RowOf("csv", ("kind", "figure"), ("area_code", "90001"), ("group", "all"), ("measure", "poor_rate"));
        Assert.Equal(("30", "20", "-10", "3", "2", "10"), (rate["before"], rate["after"], rate["difference"], rate["numerator_before"], rate["numerator_after"], rate["denominator_after"]));
        var household = _province.RowOf("csv", ("kind", "household"));
        Assert.Equal(("90001-3", "2022", "poor", "near_poor", "90001", "input"),
            (household["household_id"], household["year"], household["before"], household["after"], household["commune_after"], household["why"]));
        using var json = JsonDocument.Parse((await _province.PovertyAsync("diff", "a", "b", "--format", "json")).Output);
        Assert.Equal(_province.RowsOf("csv").Select(row => row["kind"]), json.RootElement.EnumerateArray().Select(row => row.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_correction_that_the_second_run_applied_is_its_cause()
    {
        await PreliminaryAndOfficialAsync();
        _province.Write("b/corrections.csv", "id,column,old,new,who,why,round,file,line,state\n90001-3,dependents,1,0,A,minutes,2022,data/2022.csv,4,applied\n");
        var outcome = await _province.PovertyAsync("diff", "a", "b");
        Assert.Matches(@"90001-3 +90001 +hộ nghèo +hộ cận nghèo +đính chính", outcome.Output);
        _province.Write("a/corrections.csv", await File.ReadAllTextAsync(_province["b/corrections.csv"]));
        Assert.Matches(@"90001-3 +90001 +hộ nghèo +hộ cận nghèo +số liệu", (await _province.PovertyAsync("diff", "a", "b")).Output);
    }

    [Fact]
    public async Task Other_rules_for_the_same_files_are_their_own_cause()
    {
        await _province.RunAsync("a", "2022.json", "--households");
        var standard = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/LangSon.Poverty/Standards/vn-2022.json"));
        _province.Write("own.json", Regex.Replace(standard, "(\"poorAtDeprivations\": [^}]*\"value\": )3", "${1}4"));
        Assert.NotEqual(standard, await File.ReadAllTextAsync(_province["own.json"]));
        _province.RunFile("own-2022.json", "\"standard\": \"./own.json\",", ["2022"]);
        await _province.RunAsync("b", "own-2022.json", "--households");
        _province.Write("csv", (await _province.PovertyAsync("diff", "a", "b", "--format", "csv")).Output);
        var households = _province.RowsOf("csv", ("kind", "household"));
        Assert.Equal(8, households.Length);
        Assert.All(households, row => Assert.Equal(("poor", "near_poor", "rule"), (row["before"], row["after"], row["why"])));
    }

    [Fact]
    public async Task Without_household_lists_it_says_how_to_get_them()
    {
        await _province.RunAsync("a", "2022.json");
        _province.Reclass("2022", "90001-3", 'N');
        await _province.RunAsync("b", "2022.json");
        var outcome = await _province.PovertyAsync("diff", "a", "b", "--lang", "en");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("make both runs with --households", outcome.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diff data b", "data không phải thư mục kết quả của poverty run: không có run.json")]
    [InlineData("diff b checked", "checked không có results.csv để so sánh")]
    public async Task What_is_no_run_is_refused(string line, string reason)
    {
        await _province.RunAsync("b", "2022.json");
        await _province.PovertyAsync("validate", "2022.json", "--out", "checked");
        var outcome = await _province.PovertyAsync(line.Split(' '));
        Assert.Equal((2, $"poverty: {reason}\n"), (outcome.ExitCode, outcome.Error));
    }

    private async Task PreliminaryAndOfficialAsync()
    {
        _province.RunFile("a.json", "", ["2022"]);
        File.WriteAllText(_province["a.json"], File.ReadAllText(_province["a.json"]).Replace("\"year\": 2022,", "\"year\": 2022, \"status\": \"preliminary\",", StringComparison.Ordinal));
        await _province.RunAsync("a", "a.json", "--households");
        _province.Reclass("2022", "90001-3", 'N');
        File.WriteAllText(_province["b.json"], File.ReadAllText(_province["a.json"]).Replace("preliminary", "official", StringComparison.Ordinal));
        await _province.RunAsync("b", "b.json", "--households");
    }
}
