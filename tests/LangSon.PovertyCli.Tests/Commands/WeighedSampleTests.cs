using System.Globalization;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>
/// The sample of another country: its figures are added up here once more, in eighteenths, from nothing but its household
/// files – four indicators weigh three each, six weigh one, and from six on a household is poor.
/// </summary>
public sealed class WeighedSampleTests : IDisposable
{
    private const string Sample = "samples/mpi";

    private static readonly string[] Heavy = ["Nutrition", "Child deaths", "Schooling", "Attendance"];
    private static readonly string[] Light = ["Cooking fuel", "Sanitation", "Drinking water", "Electricity", "Housing", "Assets"];

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private sealed record Home(string Id, string Island, string Ward, string Kind, string Head, int Members, int Least, int Most)
    {
        public string Class => Least >= 6 ? "poor" : Most < 6 ? "non_poor" : "undetermined";
    }

    [Fact]
    public async Task Its_figures_are_those_added_up_by_hand()
    {
        var outcome = await Binary.RunAsync(["run", Path.Combine(Repository.Root, Sample), "--out", "out", "--households"], _folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.DoesNotContain("ận nghèo", outcome.Output, StringComparison.Ordinal);
        var results = Rows("out/results.csv");
        foreach (var year in new[] { "2019", "2023" })
        {
            var homes = Homes(year);
            foreach (var (level, code, group, part) in Parts(homes))
            {
                string Value(string measure) => results.Single(row => row["round"] == year && row["level"] == level && row["area_code"] == code && row["group"] == group && row["measure"] == measure)["value"];
                Assert.Equal(part.Count, Number(Value("households")));
                Assert.Equal(part.Sum(home => home.Members), Number(Value("persons")));
                foreach (var name in new[] { "poor", "non_poor", "undetermined" }) Assert.Equal(part.Count(home => home.Class == name), Number(Value(name)));
                Assert.Equal(100m * part.Count(home => home.Class == "poor") / part.Count, Number(Value("poor_rate")), 12);
                Assert.Equal(100m * part.Where(home => home.Class == "poor").Sum(home => home.Members) / part.Sum(home => home.Members), Number(Value("poor_persons_rate")), 12);
                Assert.Equal(("", "", ""), (Value("near_poor"), Value("average"), Value("near_poor_rate")));
            }
            Assert.Equal(homes.ToDictionary(home => home.Id, home => home.Class), Rows($"out/classes-{year}.csv").ToDictionary(row => row["household_id"], row => row["class"]));
        }
        var target = Assert.Single(Rows("out/targets.csv"));
        var (before, after) = (Rate(Homes("2019")), Rate(Homes("2023")));
        Assert.Equal(100 * (after - before) / before, Number(target["actual"]), 12);
        Assert.Equal("met", target["verdict"]);
    }

    [Fact]
    public void It_has_a_household_at_exactly_a_third_and_one_just_below()
    {
        var homes = Homes("2019").ToDictionary(home => home.Id);
        Assert.Equal((6, "poor"), (homes["N02-001"].Least, homes["N02-001"].Class));
        Assert.Equal((6, "poor"), (homes["N02-003"].Least, homes["N02-003"].Class));
        Assert.Equal((5, "non_poor"), (homes["N02-002"].Most, homes["N02-002"].Class));
        Assert.Equal((5, "non_poor"), (homes["N02-004"].Most, homes["N02-004"].Class));
        Assert.Equal((5, 6, "undetermined"), (homes["N02-005"].Least, homes["N02-005"].Most, homes["N02-005"].Class));
    }

    [Theory]
    [InlineData("N02-002", "vi", "Thiếu hụt 5 chỉ số, điểm thiếu hụt 5/18; hộ nghèo từ 1/3 (Luật Thống kê 2018 (hư cấu)).", "thêm 1 chỉ số thiếu hụt, ví dụ dinh dưỡng (thành 4/9 điểm) → hộ nghèo")]
    [InlineData("N02-002", "en", "Deprivations: 5, score 5/18; poor from 1/3 (Statistics Act 2018 (invented)).", "1 deprivation more, such as nutrition (score 4/9) → poor")]
    [InlineData("N02-003", "en", "Deprivations: 2, score 1/3; poor from 1/3 (Statistics Act 2018 (invented)).", "1 deprivation fewer, such as nutrition (score 1/6) → not poor")]
    [InlineData("N02-005", "vi", "Thiếu hụt từ 5 đến 6 chỉ số (1 chỉ số chưa trả lời), điểm thiếu hụt từ 5/18 đến 1/3; hộ nghèo từ 1/3 (Luật Thống kê 2018 (hư cấu)).", "chỉ số chưa trả lời: thiếu hụt → hộ nghèo")]
    [InlineData("N02-005", "en", "Deprivations: 5 to 6 (1 unanswered), score 5/18 to 1/3; poor from 1/3 (Statistics Act 2018 (invented)).", "the unanswered indicator not lacking → not poor")]
    public async Task An_explanation_tells_score_and_cut_off_and_no_income(string id, string language, params string[] expected)
    {
        var outcome = await Binary.RunAsync(["explain", Sample, id, "--round", "2019", "--lang", language], Repository.Root);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(outcome.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        var text = string.Join(' ', outcome.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(expected, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("ncome", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hu nhập", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_of_income_is_no_reason_to_reject_a_row()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, Sample))) File.Copy(file, _folder[Path.GetFileName(file)]);
        var lines = await File.ReadAllLinesAsync(_folder["households-2019.csv"]);
        await File.WriteAllLinesAsync(_folder["households-2019.csv"], lines.Select((line, i) => i == 0 ? $"{line},income_per_capita" : $"{line},unknown"));
        var outcome = await Binary.RunAsync(["validate", "poverty.json"], _folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    private static IEnumerable<(string Level, string Code, string Group, List<Home> Part)> Parts(List<Home> homes)
    {
        yield return ("province", "", "all", homes);
        yield return ("province", "", "settlement=rural", [.. homes.Where(home => home.Kind == "rural")]);
        yield return ("province", "", "head_sex=female", [.. homes.Where(home => home.Head == "F")]);
        foreach (var island in homes.GroupBy(home => home.Island)) yield return ("district", island.Key, "all", [.. island]);
        foreach (var ward in homes.GroupBy(home => home.Ward)) yield return ("commune", ward.Key, "all", [.. ward]);
    }

    private static decimal Rate(List<Home> homes) => 100m * homes.Count(home => home.Class == "poor") / homes.Count;

    private static List<Home> Homes(string year) =>
    [
        .. Table(Path.Combine(Repository.Root, Sample, $"households-{year}.csv")).Select(row =>
        {
            int Weight(string answer) => (3 * Heavy.Count(indicator => row[indicator] == answer)) + Light.Count(indicator => row[indicator] == answer);
            return new Home(row["Household"], row["Island"], row["Ward"], row["Kind"], row["Head"], int.Parse(row["Members"], CultureInfo.InvariantCulture), Weight("1"), Weight("1") + Weight(""));
        }),
    ];

    private List<Dictionary<string, string>> Rows(string file) => Table(_folder[file]);

    /// <summary>The rows of a CSV file by header; quoted fields hold only texts that are not asked for.</summary>
    private static List<Dictionary<string, string>> Table(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].TrimStart('\uFEFF').Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
