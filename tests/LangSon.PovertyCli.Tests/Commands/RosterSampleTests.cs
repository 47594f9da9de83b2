using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>samples/roster through the real program: what answers and members tell, and the same as ready flags.</summary>
public sealed class RosterSampleTests : IDisposable
{
    private static readonly string Roster = Path.Combine(Repository.Root, "samples", "roster");

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_is_wrong_with_the_sample()
    {
        foreach (var folder in new[] { Roster, Path.Combine(Roster, "flags") })
        {
            var outcome = await Binary.RunAsync("validate", folder, "--lang", "en", "--format", "csv");
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            // Some households lie at a line on purpose.
            Assert.All(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..], line => Assert.StartsWith("PV5011,info,", line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Answers_and_members_give_the_same_list_as_flags_worked_out_from_the_law()
    {
        var list = await ClassifyAsync(Roster);
        Assert.Equal((await ClassifyAsync(Path.Combine(Roster, "flags"))).Split('\n'), list.Split('\n'));
        var classes = list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).CountBy(line => line.Split(',')[4]).ToDictionary();
        Assert.Equal([("average", 6), ("near_poor", 32), ("non_poor", 5), ("poor", 29), ("undetermined", 17)],
            classes.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public void Every_indicator_of_every_household_is_the_flag_and_each_occurs_with_every_answer()
    {
        var (answers, flags) = (MemoryRun.Of(Roster, "poverty.json").Households(), MemoryRun.Of(Path.Combine(Roster, "flags"), "poverty.json").Households());
        Assert.Equal(flags.Keys, answers.Keys);
        Assert.All(flags, pair => Assert.Equal(pair.Value.Household.Deprivations, answers[pair.Key].Household.Deprivations));
        foreach (var bit in StandardLibrary.ById("vn-2022")!.Indicators.Select((_, i) => 1u << i))
        {
            var told = answers.Values.Select(listed => listed.Household.Deprivations)
                .Select(found => (found.Lacking & bit) != 0 ? Answer.Yes : (found.Unknown & bit) != 0 ? Answer.Unknown : Answer.No);
            Assert.Equal([Answer.Unknown, Answer.Yes, Answer.No], told.Distinct().Order());
        }
    }

    [Theory]
    [InlineData("backwards", 1)]
    [InlineData("by sex and age", 1)]
    [InlineData("dispersed", 1)]
    [InlineData("dispersed", 3)]
    public async Task Where_a_member_stands_changes_no_byte_of_the_list(string order, int files)
    {
        foreach (var name in new[] { "poverty.json", "households.csv", "members.csv" }) File.Copy(Path.Combine(Roster, name), _folder[name]);
        var lines = await File.ReadAllLinesAsync(_folder["members.csv"]);
        var members = lines.Skip(1).ToArray();
        members = order switch
        {
            "backwards" => [.. members.Reverse()],
            "by sex and age" => [.. members.OrderBy(line => line.Split(',')[3], StringComparer.Ordinal).ThenBy(line => line.Split(',')[4], StringComparer.Ordinal)],
            // A step that shares no factor with the number of members meets each of them once, far from its neighbours.
            _ => [.. members.Select((_, i) => members[(int)(i * 101L % members.Length)])],
        };
        Assert.NotEqual(lines.Skip(1), members);
        Assert.Equal(lines.Skip(1).Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        File.Delete(_folder["members.csv"]);
        for (var i = 0; i < files; i++) _folder.Write($"members-{i}.csv", string.Join('\n', members.Where((_, at) => at % files == i).Prepend(lines[0])));
        _folder.Write("poverty.json", (await File.ReadAllTextAsync(_folder["poverty.json"])).Replace("members.csv", "members-*.csv", StringComparison.Ordinal));
        Assert.Equal(await ClassifyAsync(Roster), await ClassifyAsync(_folder.Path));
    }

    private static async Task<string> ClassifyAsync(string folder)
    {
        var outcome = await Binary.RunAsync("classify", folder);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return outcome.Output;
    }
}
