using System.Text.Json;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>
/// A generated province, coded with the 194 units in 2024 and the 65 in 2025, compared on three maps by the real program.
/// What it must come to is counted here once more from the household files, the classes and the lines of the list of
/// changes.
/// </summary>
public sealed class GeographyTests(GeographyTests.Province province) : IClassFixture<GeographyTests.Province>
{
    private readonly TemporaryFolder _folder = province.Folder;
    private readonly Dictionary<string, HashSet<string>> _old = Links((old, now) => (now, old));
    private readonly Dictionary<string, HashSet<string>> _new = Links((old, now) => (old, now));
    private readonly Dictionary<string, string> _districts = AreaLists.BuiltIn.On(new(2025, 6, 30)).Where(unit => unit.Level == AreaLevel.Commune).ToDictionary(unit => unit.Code, unit => unit.ParentCode!);

    /// <summary>The province, generated once for all tests, which run one after the other.</summary>
    public sealed class Province : IDisposable
    {
        private Task<Outcome>? _generated;

        internal TemporaryFolder Folder { get; } = new();

        /// <inheritdoc/>
        public void Dispose() => Folder.Dispose();

        internal async Task GenerateAsync() => Assert.Equal(0,
            (await (_generated ??= Binary.RunAsync(["sample", "--households", "20000", "--years", "2024,2025", "--seed", "7", "--out", "data"], Folder.Path))).ExitCode);
    }

    private sealed record Home(string Id, string Commune, string Class, int Size);

    [Theory]
    [InlineData("at:2025-07-01", "commune", 65, 65)]
    [InlineData("at:2024-12-14", "commune", 194, 4)]
    [InlineData("at:2024-12-14", "district", 11, 8)]
    [InlineData("districts-2025", "district", 11, 8)]
    public async Task Every_unit_has_the_figures_of_the_households_that_are_known_to_live_in_it(string map, string level, int units, int compared)
    {
        await RunAsync(map, "--no-report", "--no-workbook", "--households");
        var rounds = new[] { Homes(2024), Homes(2025) };
        var changes = Rows("out/changes.csv").Where(row => row["group"] == "all").ToLookup(row => (row["level"], row["area_code"], row["measure"]));
        var codes = Rows("out/changes.csv").Where(row => row["level"] == level).Select(row => row["area_code"]).Distinct().ToArray();
        Assert.Equal(units, codes.Length);
        Assert.Equal(compared, codes.Count(code => changes[(level, code, "poor_rate")].Single()["comparable"] == "yes"));
        foreach (var (side, column) in new[] { (0, "value_from"), (1, "value_to") })
        {
            var other = rounds[1 - side].ToDictionary(home => home.Id, home => home.Commune);
            var placed = rounds[side].Select(home => (Home: home, At: Places(map, level, home, side, other.GetValueOrDefault(home.Id)))).ToArray();
            foreach (var code in codes)
            {
                var here = placed.Where(item => item.At.SetEquals([code])).Select(item => item.Home).ToArray();
                var open = placed.Count(item => item.At.Count > 1 && item.At.Contains(code));
                Check("households", here.Length);
                Check("persons", here.Sum(home => home.Size));
                Check("poor", here.Count(home => home.Class == "poor"));
                Check("near_poor", here.Count(home => home.Class == "near_poor"));

                void Check(string measure, int expected)
                {
                    var row = changes[(level, code, measure)].Single();
                    Assert.Equal(open > 0 ? "" : $"{expected}", row[column]);
                    if (open > 0) Assert.Equal(("no", ""), (row["comparable"], row["change"]));
                }
            }
            Assert.Equal($"{rounds[side].Length}", changes[("province", "20", "households")].Single()[column]);
        }
    }

    [Fact]
    public async Task The_province_and_the_results_of_the_rounds_are_the_same_on_every_map()
    {
        var seen = new List<(string Results, string Changes, string Moves)>();
        foreach (var map in new[] { "as-reported", "at:2025-07-01", "at:2024-12-14", "districts-2025" })
        {
            await RunAsync(map, "--no-report", "--no-workbook");
            string Province(string file) => string.Join('\n', File.ReadLines(_folder[file]).Where(line => line.Contains(",province,20,", StringComparison.Ordinal)));
            seen.Add((await File.ReadAllTextAsync(_folder["out/results.csv"]), Province("out/changes.csv"), Province("out/transitions.csv")));
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["out/run.json"]));
            Assert.Equal(map == "as-reported" ? null : map, json.RootElement.TryGetProperty("geography", out var named) ? named.GetString() : null);
        }
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public async Task A_household_that_stayed_is_no_mover_where_its_commune_got_another_code()
    {
        await RunAsync("at:2025-07-01", "--no-report", "--no-workbook");
        var moves = Rows("out/transitions.csv").Where(row => row["group"] == "all" && row["level"] == "commune" && row["measure"] is "other_in" or "other_out")
            .GroupBy(row => row["measure"]).ToDictionary(rows => rows.Key, rows => rows.Sum(row => int.Parse(row["households"], System.Globalization.CultureInfo.InvariantCulture)));
        var whole = Rows("out/transitions.csv").Where(row => row["group"] == "all" && row["level"] == "province").ToLookup(row => row["measure"], row => row["households"]);
        // Nobody moves between communes in generated data: what came and went in communes came and went in the province.
        Assert.Equal(($"{moves["other_in"]}", $"{moves["other_out"]}"), (whole["other_in"].First(), whole["other_out"].First()));
    }

    [Theory]
    [InlineData("at:2025-07-01", "So sánh giữa các kỳ theo đơn vị hành chính ngày 2025-07-01 (at:2025-07-01)", "Rounds are compared in the units of 2025-07-01 (at:2025-07-01)")]
    [InlineData("districts-2025", "So sánh giữa các kỳ theo các huyện, thành phố tồn tại đến hết ngày 2025-06-30", "Rounds are compared by the districts that stood until 2025-06-30")]
    public async Task The_screen_says_which_map_it_is(string map, string vietnamese, string english)
    {
        foreach (var (language, words) in new[] { (Language.Vietnamese, vietnamese), (Language.English, english) })
            Assert.Contains(words, (await RunAsync(map, "--no-report", "--no-workbook", "--lang", language == Language.Vietnamese ? "vi" : "en")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at:2015-01-01", "built-in", "geography: the area list has no commune on 2015-01-01; it has them from 2020-03-01 (PV9001)")]
    [InlineData("at:2025-07-01", "data", "geography: needs the built-in area list (areas: built-in), as no other tells which unit became which (PV9001)")]
    [InlineData("districts-2025", "data/units.csv", "geography: needs the built-in area list (areas: built-in), as no other tells which unit became which (PV9001)")]
    public async Task A_map_that_cannot_be_had_is_refused(string map, string areas, string expected)
    {
        await province.GenerateAsync();
        await File.WriteAllBytesAsync(_folder["data/units.csv"], AreaRegister.BuiltInCsv);
        Write(map);
        var outcome = await Binary.RunAsync(["run", "data/map.json", "--areas", areas, "--out", "refused", "--lang", "en"], _folder.Path);
        Assert.Equal((2, $"poverty: {expected}"), (outcome.ExitCode, outcome.ErrorLines[0]));
        Assert.False(Directory.Exists(_folder["refused"]));
    }

    /// <summary>The units of the map, of a level, in one of which a household lives: by its commune, and by that of the other round where both have something in common.</summary>
    private HashSet<string> Places(string map, string level, Home home, int side, string? other)
    {
        var isNew = map == "at:2025-07-01";
        HashSet<string> Lead(string commune, int round) => isNew == (round == 1) ? [commune] : isNew ? _new[commune] : _old[commune];
        var own = Lead(home.Commune, side);
        if (own.Count > 1 && other is not null && own.Intersect(Lead(other, 1 - side)).ToArray() is { Length: > 0 } both) own = [.. both];
        return level == "commune" ? own : [.. own.Select(commune => _districts[commune])];
    }

    private async Task<Outcome> RunAsync(string map, params string[] options)
    {
        await province.GenerateAsync();
        Write(map);
        var outcome = await Binary.RunAsync(["run", "data/map.json", "--out", "out", "--timestamp", "none", .. options], _folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return outcome;
    }

    private void Write(string map) => File.WriteAllText(_folder["data/map.json"],
        File.ReadAllText(_folder["data/poverty.json"]).Replace("\"rounds\"", $"\"geography\": \"{map}\", \"rounds\"", StringComparison.Ordinal));

    private Home[] Homes(int year)
    {
        var classes = Rows($"out/classes-{year}.csv").ToDictionary(row => row["household_id"], row => row["class"]);
        return [.. Rows($"data/households-{year}.csv").Select(row => new Home(row["household_id"], row["commune_code"], classes[row["household_id"]],
            int.Parse(row["household_size"], System.Globalization.CultureInfo.InvariantCulture)))];
    }

    private static Dictionary<string, HashSet<string>> Links(Func<string, string, (string, string)> link) =>
        System.Text.Encoding.UTF8.GetString(AreaRegister.BuiltInChangesCsv).Split('\n').Select(line => line.Trim().Split(','))
            .Where(cells => cells[0] == "2025-07-01").Select(cells => link(cells[1], cells[2])).GroupBy(pair => pair.Item1, pair => pair.Item2).ToDictionary(unit => unit.Key, unit => unit.ToHashSet());

    /// <summary>The rows of a CSV file by header; quoted fields hold only texts that are not asked for.</summary>
    private List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(_folder[file]);
        var header = lines[0].TrimStart('\uFEFF').Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
