using System.Text.Json;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>The published figures of the province and the country through the program itself.</summary>
public sealed class ReconcileCommandTests
{
    [Fact]
    public async Task Published_figures_come_out_to_the_printed_digit_and_the_two_slips_of_2022_are_told()
    {
        var rows = await Json("reconcile", "samples/published", "samples/published/published.csv");
        var slips = rows.Where(row => Text(row, "verdict") == "differs").Select(row => (Text(row, "area_name"), row.GetProperty("difference").GetDecimal()));
        Assert.Equal([("Đồng bằng sông Hồng", 90m), ("Tây Nguyên", 119m)], slips);
        // Every printed figure of the province is held against something, and nothing of it is off.
        var province = rows.Where(row => Text(row, "area_code") == "20").ToArray();
        Assert.All(province, row => Assert.Equal("agrees", Text(row, "verdict")));
        Assert.Equal(
            ["2017 denominator households", "2021 denominator households", "2024 change poor_rate_yearly_change", "2024 denominator households",
                "2025 change poor_change_pct", "2025 change poor_rate_change", "2025 computed households", "2025 computed mdp", "2025 computed mdp_rate", "2025 computed near_poor",
                "2025 computed near_poor_rate", "2025 computed poor", "2025 computed poor_rate", "2025 rate mdp_rate", "2025 rate near_poor_rate", "2025 rate poor_rate", "2025 sum mdp"],
            province.Select(row => $"{row.GetProperty("year").GetInt32()} {Text(row, "check")} {Text(row, "column")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_slip_ends_with_1_and_agreement_with_0()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "right.csv"), "year,area_code,households,poor,poor_rate\n2025,20,199765,4643,2.32\n");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "wrong.csv"), "year,area_code,households,poor,poor_rate\n2025,20,199765,4643,2.33\n");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "silent.csv"), "year,area_code,poor\n2025,20,4643\n");
        var right = await Binary.RunAsync(["reconcile", "right.csv"], folder.Path);
        Assert.Equal((0, ""), (right.ExitCode, right.Error));
        Assert.Contains("1 phép thử: 1 khớp, 0 lệch, 0 chưa rõ.", right.Output, StringComparison.Ordinal);
        var wrong = await Binary.RunAsync(["reconcile", "wrong.csv", "--lang", "en"], folder.Path);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("+0.01", wrong.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Binary.RunAsync(["reconcile", "wrong.csv", "--fail-on", "never"], folder.Path)).ExitCode);
        Assert.Equal(7, (await Binary.RunAsync(["reconcile", "silent.csv"], folder.Path)).ExitCode);
        Assert.Equal(4, (await Binary.RunAsync(["reconcile", "absent.csv"], folder.Path)).ExitCode);
    }

    private static async Task<JsonElement[]> Json(params string[] arguments)
    {
        var outcome = await Binary.RunAsync([.. arguments, "--format", "json"], Repository.Root);
        Assert.Equal(1, outcome.ExitCode);
        return [.. JsonDocument.Parse(outcome.Output).RootElement.EnumerateArray()];
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
