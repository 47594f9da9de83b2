using System.Text.Json;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Households with members, dwellings and points: what is explained is what the batch went by.</summary>
public sealed class RosterTests
{
    private const string Roster = "tests/LangSon.PovertyCli.Tests/Golden/roster-small";

    [Fact]
    public void What_tells_every_indicator_agrees_with_what_the_batch_counted()
    {
        var run = MemoryRun.Of(Repository.Root, Roster);
        var (report, told) = (run.Report!, new HashSet<Basis>());
        var search = new HouseholdSearch(report.Inputs.Rounds, report.Inputs.Settings, report.Outcome.Files);
        foreach (var number in new[] { 0, 1 })
        {
            foreach (var (id, listed) in run.Households(number))
            {
                var row = Assert.Single(search.Find(id)[number].Rows);
                Assert.Equal(listed.Household.Deprivations, row.Household.Deprivations);
                Assert.Equal((listed.Class, listed.Class), (row.Official, row.Decision.Class));
                for (var i = 0; i < row.Evidence.Count; i++)
                {
                    var (evidence, bit) = (row.Evidence[i], 1u << i);
                    Assert.Equal(listed.Household.Deprivations switch { var all when (all.Unknown & bit) != 0 => Answer.Unknown, var all when (all.Lacking & bit) != 0 => Answer.Yes, _ => Answer.No }, evidence.Answer);
                    // The rule comes first, and the flag stands in where it leaves the answer open.
                    var flag = row.Cells.GetValueOrDefault(evidence.Indicator.Id)?.Text switch { "1" => Answer.Yes, "0" => Answer.No, _ => Answer.Unknown };
                    Assert.Equal(evidence.Ground is { Answer: not Answer.Unknown } ground ? ground.Answer : flag, evidence.Answer);
                    told.Add(evidence.Basis);
                }
            }
        }
        Assert.Equal(Enum.GetValues<Basis>(), told.Order());
    }

    [Fact]
    public void The_class_under_each_further_standard_is_that_of_the_batch()
    {
        var report = MemoryRun.Of(Repository.Root, Roster).Report!;
        var round = report.Inputs.Rounds[0];
        var further = Assert.Single(round.Also);
        var classes = new Dictionary<string, PovertyClass>();
        HouseholdList.ForEach(further, report.Outcome.Files[0], report.Inputs.Settings, listed => classes.Add(listed.ShownId, listed.Class));
        var search = new HouseholdSearch(report.Inputs.Rounds, report.Inputs.Settings, report.Outcome.Files);
        Assert.Equal(5, classes.Count);
        foreach (var (id, poverty) in classes)
            Assert.Equal(("vn-2027", poverty), search.Find(id)[0].Rows[0].Also.Select(also => (also.Round.Law.Standard.Id, also.Class)).Single());
    }

    [Fact]
    public async Task Filling_in_the_files_what_is_named_as_missing_settles_every_indicator()
    {
        using var folder = new TemporaryFolder();
        var tables = new Dictionary<string, List<string[]>>();
        foreach (var file in new[] { "households.csv", "members.csv" })
            tables.Add(file, [.. (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, Roster, file))).Select(line => line.Split(','))]);
        folder.Write("poverty.json", """{ "areas": "data", "rounds": [{ "year": 2022, "households": ["households.csv"], "members": ["members.csv"], "columns": { "wall": { "header": "wall", "values": { "3": "tre" } } } }] }""");
        using (var before = await Explained())
        {
            var missing = Missing(before).ToArray();
            Assert.Equal(7, Indicators(before).Count(indicator => indicator.GetProperty("answer").GetString() == "unknown"));
            foreach (var gap in missing)
            {
                if (gap.GetProperty("because").GetString() == "members_not_listed") continue;
                var (file, line) = gap.GetProperty("member_file").GetString() is { } of ? (of, gap.GetProperty("member_line").GetInt32()) : ("households.csv", 3);
                var column = gap.GetProperty("column").GetString() switch { "age" => "birth_date", "stunted" => "height_for_age", "underweight" => "weight_for_age", var name => name };
                tables[file][line - 1][Array.IndexOf(tables[file][0], column)] = column switch
                {
                    "birth_date" => "2010-05-05",
                    "height_for_age" or "weight_for_age" => "0.5",
                    "schooling" => "THCS",
                    "insured" or "internet" => "1",
                    "pillar" => "bê tông",
                    "toilet_type" => "tự hoại",
                    _ => throw new InvalidDataException($"{column} is not expected to be missing"),
                };
            }
            Assert.Contains(missing, gap => gap.GetProperty("because").GetString() == "members_not_listed");
            tables["members.csv"].Add("M2,4,,con,nữ,2012-01-01,tiểu học,none,1,,,0,0,0,0,1".Split(','));
        }
        using var after = await Explained();
        Assert.Empty(Missing(after));
        Assert.DoesNotContain(Indicators(after), indicator => indicator.GetProperty("answer").GetString() == "unknown");

        async Task<JsonDocument> Explained()
        {
            foreach (var (file, rows) in tables) folder.Write(file, string.Concat(rows.Select(row => string.Join(',', row) + "\n")));
            var outcome = await Binary.RunAsync(["explain", "M2", "--format", "json"], folder.Path);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            return JsonDocument.Parse(outcome.Output);
        }
    }

    private static JsonElement[] Indicators(JsonDocument explained) =>
        [.. explained.RootElement.GetProperty("rounds")[0].GetProperty("rows")[0].GetProperty("indicators").EnumerateArray()];

    private static IEnumerable<JsonElement> Missing(JsonDocument explained) => Indicators(explained).SelectMany(indicator => indicator.GetProperty("missing").EnumerateArray());
}
