using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>What validate says first where there is much to fix.</summary>
public sealed class ValidateWorklistTests
{
    private const string Columns = "household_id,commune_code,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means";

    [Theory]
    [InlineData("vi", "10 việc cần sửa trước, trong 12 việc")]
    [InlineData("en", "The 10 things to fix first, of 12")]
    public async Task The_ten_things_to_fix_come_before_the_lines_within_80_columns(string language, string title)
    {
        var lines = await Validate(language, communes: 12);
        Assert.Equal(title, lines[0]);
        var table = lines[..lines.ToList().FindIndex(line => line.StartsWith("h.csv:", StringComparison.Ordinal))];
        Assert.All(table, line => Assert.InRange(DisplayWidth.Of(line), 0, 80));
        Assert.Equal(10, table.Count(line => line.Contains("PV2001", StringComparison.Ordinal)));
        // The commune with most rows comes first, and the others by code.
        Assert.StartsWith("C03 ", table[4], StringComparison.Ordinal);
        Assert.Contains(" 3 ", table[4], StringComparison.Ordinal);
        Assert.Contains("h.csv:4", string.Concat(table[4..6]), StringComparison.Ordinal);
        Assert.Equal(14, lines.Count(line => line.StartsWith("h.csv:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_ten_findings_the_lines_are_the_list() => Assert.StartsWith("h.csv:2 ", (await Validate("vi", communes: 8))[0], StringComparison.Ordinal);

    /// <summary>A household without a size in each commune, and two more in the third.</summary>
    private static async Task<string[]> Validate(string language, int communes)
    {
        using var folder = new TemporaryFolder();
        var rows = Enumerable.Range(1, communes).SelectMany(commune => Enumerable.Range(1, commune == 3 ? 3 : 1).Select(number => $"H{commune}-{number},C{commune:00},,2500000,0,0,0,0,0,0,0,0,0,0,0,0"));
        folder.Write("h.csv", $"{Columns}\n{string.Join('\n', rows)}\n");
        var outcome = await Binary.RunAsync(["validate", "h.csv", "--year", "2023", "--areas", "data", "--lang", language], folder.Path);
        return outcome.Output.Split('\n');
    }
}
