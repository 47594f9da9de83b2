using System.Text.Json;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>The next year is measured from the approved result, whatever the files of the year before give by then.</summary>
public sealed class ApprovedBaseTests : IDisposable
{
    private const string Decision = "2145/QĐ-UBND, 2022-12-20";
    private static readonly string[] Tables = ["results.csv", "changes.csv", "transitions.csv", "targets.csv", "findings.csv"];
    private readonly SmallProvince _province = new();

    /// <inheritdoc/>
    public void Dispose() => _province.Dispose();

    [Fact]
    public async Task Measured_from_what_the_files_still_give_no_table_changes()
    {
        await ApproveAsync();
        _province.RunFile("based.json", "\"base\": \"approved/official.csv\",", ["2022", "2023"]);
        await _province.RunAsync("plain");
        await _province.RunAsync("based", "based.json");
        Assert.All(Tables, table => Assert.Equal(File.ReadAllText(_province[$"plain/{table}"]), File.ReadAllText(_province[$"based/{table}"])));
    }

    [Fact]
    public async Task A_file_that_was_changed_after_approval_changes_no_comparison_and_is_reported()
    {
        await ApproveAsync();
        _province.Reclass("2022", "90001-6", 'P');
        _province.RunFile("based.json", "\"base\": \"approved\", \"targets\": \"targets.csv\",", ["2022", "2023"]);
        _province.Write("targets.csv", "id,scope,measure,kind,is,value,year,base_year\nfall,commune:90001,poor,change_points,<=,-2,2023,2022\nlevel,commune:90001,poor,level,<=,9,2023,2022\n");
        var outcome = await _province.PovertyAsync("run", "based.json", "--out", "out", "--no-workbook");
        Assert.Equal(3, outcome.ExitCode);
        // Approved are 3 poor, the files now give 4, and 2023 has 2.
        var change = _province.RowOf("out/changes.csv", ("area_code", "90001"), ("group", "all"), ("measure", "poor"));
        Assert.Equal(("3", "2", "-1", "yes", $"gốc: số phê duyệt, quyết định {Decision}"), (change["value_from"], change["value_to"], change["change"], change["comparable"], change["note"]));
        var rate = _province.RowOf("out/changes.csv", ("area_code", "90001"), ("group", "all"), ("measure", "poor_rate"));
        Assert.Equal(("30", "20", "-10", "-10", "-10"), (rate["value_from"], rate["value_to"], rate["change"], rate["change_min"], rate["change_max"]));
        Assert.Equal("", _province.RowOf("out/changes.csv", ("area_code", "90004"), ("group", "all"), ("measure", "poor"))["note"]);
        Assert.Equal("4", _province.RowOf("out/results.csv", ("round", "2022"), ("area_code", "90001"), ("group", "all"), ("measure", "poor"))["value"]);
        var targets = _province.RowsOf("out/targets.csv");
        Assert.Equal(("3", "-1", "missed"), (targets[0]["before"], targets[0]["actual"], targets[0]["verdict"]));
        Assert.Equal("3", targets[1]["before"]);
        Assert.Equal(["90", "90001"], _province.RowsOf("out/findings.csv", ("code", "PV8011")).Select(row => row["commune_code"]).Order(StringComparer.Ordinal));
        Assert.Equal(
            $"90001 Xã An, kỳ 2022: số đã phê duyệt ({Decision}): hộ nghèo 3; các tệp nay cho: hộ nghèo 4. Biến động vẫn tính từ số phê duyệt; hãy đối chiếu tệp của kỳ 2022 với kết quả phê duyệt.",
            _province.RowOf("out/findings.csv", ("code", "PV8011"), ("commune_code", "90001"))["message"]);
    }

    [Fact]
    public async Task The_screen_shows_the_approved_figure_and_its_decision()
    {
        await ApproveAsync();
        _province.Reclass("2022", "90001-6", 'P');
        _province.RunFile("based.json", "\"base\": \"approved\",", ["2022", "2023"]);
        var outcome = await _province.PovertyAsync("run", "based.json", "--out", "out");
        // 8 of 22 were approved (36.36 %), the files now give 9; in 2023 there are 5.
        Assert.Contains($"Số liệu 2022: đã phê duyệt theo quyết định {Decision}.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("36,36", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("40,91", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("−13,64", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_files_of_the_year_the_approved_result_is_a_round_of_counts()
    {
        await _province.RunAsync("plain");
        await ApproveAsync();
        File.Delete(_province["data/2022.csv"]);
        _province.RunFile("based.json", "\"base\": \"approved/official.csv\",", ["2023"]);
        await _province.RunAsync("out", "based.json");
        // Every change that the files of both years gave is there, shares of deprivation among them.
        Assert.Equal(await File.ReadAllTextAsync(_province["plain/changes.csv"]), await File.ReadAllTextAsync(_province["out/changes.csv"]));
        Assert.Equal("30", _province.RowOf("out/results.csv", ("round", "2022"), ("area_code", "90001"), ("group", "all"), ("measure", "poor_rate"))["value"]);
        Assert.Empty(_province.RowsOf("out/transitions.csv"));
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(_province["out/run.json"]));
        var round = json.RootElement.GetProperty("rounds")[0];
        Assert.Equal(("2022", "2022-12-14", "approved", Decision), (round.GetProperty("id").GetString(), round.GetProperty("date").GetString(), round.GetProperty("status").GetString(), round.GetProperty("decision").GetString()));
        Assert.Equal(["approved/approval.json", "approved/official.csv", "data/2023.csv", "data/areas.csv"], json.RootElement.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task A_measure_that_was_not_approved_cannot_be_measured_from_it()
    {
        await ApproveAsync();
        File.Delete(_province["approved/approval.json"]);
        var lines = await File.ReadAllLinesAsync(_province["approved/official.csv"]);
        await File.WriteAllLinesAsync(_province["approved/official.csv"], lines.Where(line => !line.Contains(",persons,", StringComparison.Ordinal)));
        _province.RunFile("based.json", "\"base\": \"approved/official.csv\",", ["2022", "2023"]);
        await _province.RunAsync("out", "based.json");
        var change = _province.RowOf("out/changes.csv", ("area_code", "90001"), ("group", "all"), ("measure", "persons"));
        Assert.Equal(("", "no", "kết quả đã phê duyệt không nêu số này"), (change["value_from"], change["comparable"], change["note"]));
        Assert.Equal("yes", _province.RowOf("out/changes.csv", ("area_code", "90001"), ("group", "all"), ("measure", "poor"))["comparable"]);
    }

    [Theory]
    [InlineData("approved", "vn-2016", "approved/official.csv base: kết quả kỳ 2022 được phê duyệt theo vn-2022, còn lần chạy này tính kỳ 2022 theo vn-2016 (what-if); ")]
    [InlineData("data/areas.csv", "vn-2022", "data/areas.csv:1 decision: thiếu cột này")]
    [InlineData("data", "vn-2022", "data/official.csv: không có tệp này")]
    public async Task A_base_of_no_use_stops_the_run(string path, string standard, string reason)
    {
        await ApproveAsync();
        _province.RunFile("based.json", $"\"base\": \"{path}\", \"standard\": \"{standard}\",", ["2022", "2023"]);
        var outcome = await _province.PovertyAsync("run", "based.json", "--out", "out");
        Assert.StartsWith($"poverty: {reason}", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(path == "data" ? 4 : 2, outcome.ExitCode);
    }

    [Theory]
    [InlineData("official.csv", ",90001,", ",90009,", "approved/official.csv base: official.csv đã bị sửa sau khi phê duyệt; hãy lấy lại tệp gốc (PV9001)")]
    [InlineData("approval.json", "\"decision\":", "\"x\":", "approved/approval.json:1 $: thiếu \"decision\" (PV9001)")]
    public async Task What_was_changed_after_approval_is_no_base(string file, string text, string other, string reason)
    {
        await ApproveAsync();
        var path = _province[$"approved/{file}"];
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(text, other, StringComparison.Ordinal));
        _province.RunFile("based.json", "\"base\": \"approved\",", ["2022", "2023"]);
        var outcome = await _province.PovertyAsync("run", "based.json", "--out", "out");
        Assert.Equal((2, $"poverty: {reason}\n"), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task A_unit_that_nobody_knows_is_named_with_its_line()
    {
        await ApproveAsync();
        File.Delete(_province["approved/approval.json"]);
        var path = _province["approved/official.csv"];
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(",90007,", ",90009,", StringComparison.Ordinal));
        _province.RunFile("based.json", "\"base\": \"approved\",", ["2023"]);
        var outcome = await _province.PovertyAsync("run", "based.json", "--out", "out");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches("^poverty: approved/official.csv:[0-9]+ area_code: không đơn vị nào mang mã \"90009\" vào ngày 2022-12-14", outcome.Error);
    }

    [Fact]
    public async Task A_result_that_comes_after_all_rounds_is_no_base()
    {
        await _province.RunAsync("approved", "next.json");
        await _province.ApproveAsync("approved", day: "2023-12-20");
        _province.RunFile("based.json", "\"base\": \"approved\",", ["2022"]);
        var outcome = await _province.PovertyAsync("run", "based.json", "--out", "out", "--lang", "en");
        Assert.Equal((2, "poverty: approved/official.csv base: the approved result is of 2023, before no round that could be compared (PV9001)\n"), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task On_a_map_approved_totals_add_up_and_shares_stand_for_units_that_hold_what_they_held()
    {
        foreach (var year in new[] { "2022", "2023" })
            _province.Write($"real/{year}.csv", File.ReadAllText(_province[$"data/{year}.csv"]).Replace("90001", "05998", StringComparison.Ordinal).Replace("90004", "05971", StringComparison.Ordinal).Replace("90007", "06010", StringComparison.Ordinal));
        static string Rounds(params string[] years) => string.Join(", ", years.Select(year => $$"""{ "year": {{year}}, "households": ["real/{{year}}.csv"] }"""));
        _province.Write("real-2022.json", $$"""{ "province": "20", "rounds": [{{Rounds("2022")}}] }""");
        await _province.RunAsync("approved", "real-2022.json");
        await _province.ApproveAsync("approved");
        _province.Write("both.json", $$"""{ "province": "20", "base": "approved", "geography": "at:2025-07-01", "rounds": [{{Rounds("2022", "2023")}}] }""");
        _province.Write("next.json", $$"""{ "province": "20", "base": "approved", "geography": "at:2025-07-01", "rounds": [{{Rounds("2023")}}] }""");
        await _province.RunAsync("both", "both.json");
        await _province.RunAsync("next", "next.json");
        foreach (var run in new[] { "both", "next" })
        {
            var province = _province.RowOf($"{run}/changes.csv", ("level", "province"), ("group", "all"), ("measure", "poor"));
            Assert.Equal(("8", "5", "yes"), (province["value_from"], province["value_to"], province["comparable"]));
        }
        // Since July 2025 both communes lie whole in 06001: what was approved of them adds up where it is a total.
        foreach (var run in new[] { "both", "next" })
        {
            var commune = _province.RowOf($"{run}/changes.csv", ("area_code", "06001"), ("group", "all"), ("measure", "poor"));
            Assert.Equal(("7", "4", "-3", "yes"), (commune["value_from"], commune["value_to"], commune["change"], commune["comparable"]));
        }
        var share = _province.RowOf("both/changes.csv", ("area_code", "06001"), ("group", "all"), ("measure", "deprived:employment"));
        Assert.Equal(("", "no", "kết quả đã phê duyệt theo đơn vị của kỳ gốc, không cộng được cho đơn vị này; so sánh ở cấp trên"), (share["value_from"], share["comparable"], share["note"]));
    }

    private async Task ApproveAsync()
    {
        await _province.RunAsync("approved", "2022.json");
        await _province.ApproveAsync("approved");
    }
}
