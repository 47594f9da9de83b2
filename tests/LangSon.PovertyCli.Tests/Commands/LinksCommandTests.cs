namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>Suggestions, a person's marks, and households followed, through the program itself.</summary>
public sealed class LinksCommandTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Confirmed_suggestions_are_followed_whether_ids_are_given_or_composed(bool isComposed)
    {
        using var folder = new SampleCopy();
        var sample = Path.Combine(folder.Path, "samples/links");
        var json = await File.ReadAllTextAsync(Path.Combine(sample, "poverty.json"));
        if (isComposed) json = json.Replace("\"households\":", "\"id_from\": [\"commune_code\", \"head_name\", \"head_birth_year\", \"household_size\"], \"households\":", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(sample, "poverty.json"), json);

        Assert.Equal(0, (await Binary.RunAsync(["links", "--output", "links.csv"], sample)).ExitCode);
        Assert.Equal(2, (await Binary.RunAsync(["links", "--output", "links.csv"], sample)).ExitCode);
        var lines = await File.ReadAllLinesAsync(Path.Combine(sample, "links.csv"));
        var confirmed = lines.Select(line => line.Replace(",,", ",x,", StringComparison.Ordinal)).ToArray();
        await File.WriteAllLinesAsync(Path.Combine(sample, "links.csv"), confirmed);
        Assert.NotEqual("0", (await Moved(sample, "before"))[1]);

        await File.WriteAllTextAsync(Path.Combine(sample, "poverty.json"), json.Replace("\"areas\"", "\"links\": \"links.csv\", \"areas\"", StringComparison.Ordinal));
        Assert.Equal(["3", "0", "5"], await Moved(sample, "after"));
    }

    [Fact]
    public async Task Names_are_written_only_when_asked_for_and_then_for_the_owner_alone()
    {
        using var folder = new SampleCopy();
        var plain = await Binary.RunAsync(["links", "samples/links", "--output", "plain.csv"], folder.Path);
        var named = await Binary.RunAsync(["links", "samples/links", "--with-names", "--output", "named.csv"], folder.Path);
        Assert.Equal((0, 0), (plain.ExitCode, named.ExitCode));
        Assert.DoesNotContain("Hoàng", await File.ReadAllTextAsync(Path.Combine(folder.Path, "plain.csv")) + plain.Output + named.Output, StringComparison.Ordinal);
        Assert.Contains("Hoàng Thị Mẫu,1968,Hoàng Thị Mâu,1968", await File.ReadAllTextAsync(Path.Combine(folder.Path, "named.csv")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "named.csv")));
        Assert.Equal(2, (await Binary.RunAsync(["links", "samples/links", "--with-names", "--output", "-"], folder.Path)).ExitCode);
        Assert.Equal(7, (await Binary.RunAsync(["links", "samples/lang-son", "--output", "none.csv"], folder.Path)).ExitCode);
    }

    [Fact]
    public async Task A_file_that_changed_under_its_links_is_told()
    {
        using var folder = new SampleCopy();
        var sample = Path.Combine(folder.Path, "samples/links");
        var json = (await File.ReadAllTextAsync(Path.Combine(sample, "poverty.json"))).Replace("\"households\":", "\"id_from\": [\"commune_code\", \"head_name\"], \"households\":", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(sample, "poverty.json"), json.Replace("\"areas\"", "\"links\": \"links.csv\", \"areas\"", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(sample, "links.csv"), "round_from,id_from,round_to,id_to,confirmed,check\n2022,households-2022.csv:2,2023,households-2023.csv:2,x,000000\n");
        var outcome = await Binary.RunAsync(["validate", "--lang", "en"], sample);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("links.csv:2 check: these two rows are no longer the households that were confirmed", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>Of the whole sample: escaped, other_out and end of the poor.</summary>
    private static async Task<string[]> Moved(string sample, string name)
    {
        var outcome = await Binary.RunAsync(["run", "--out", $"../out-{name}", "--fail-on", "never", "--no-workbook", "--no-report"], sample);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        var rows = (await File.ReadAllLinesAsync(Path.Combine(sample, $"../out-{name}/transitions.csv"))).Select(line => line.Split(',')).ToArray();
        int At(string column) => Array.IndexOf(rows[0], column);
        string Of(string measure) => rows.Single(row => row[At("level")] == "province" && row[At("group")] == "all" && row[At("measure")] == measure)[At("households")];
        return [Of("escaped"), Of("other_out"), Of("end")];
    }
}
