using System.Text.RegularExpressions;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>README.md says what happens.</summary>
public sealed partial class ReadmeTests
{
    private const string Start = "dotnet run --project src/LangSon.PovertyCli -c Release -- ";

    private static readonly string Text = Pages.Read("README.md");

    /// <summary>The command lines of its fenced blocks.</summary>
    private static readonly string[] Fenced =
        [.. Fence().Matches(Text).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>What it runs through dotnet run, without that.</summary>
    public static TheoryData<string> Runs =>
        [.. Fenced.Where(line => line.StartsWith(Start, StringComparison.Ordinal)).Select(line => line[Start.Length..])];

    /// <summary>The commands that it mentions in passing and that need no file of the reader's own.</summary>
    public static TheoryData<string> Mentioned =>
        [.. Mention().Matches(Text).Select(match => match.Groups[1].Value).Where(words => !words.Contains(".json", StringComparison.Ordinal)).Distinct()];

    [Fact]
    public void It_shows_the_two_commands()
    {
        Assert.Contains(Start + "run samples/lang-son", Fenced);
        Assert.Contains("dotnet test", Fenced);
        Assert.All(Fenced, line => Assert.True(line == "dotnet test" || line[0] == '#' || line.StartsWith("poverty ", StringComparison.Ordinal) || line.StartsWith(Start, StringComparison.Ordinal), line));
        Assert.Contains("dotnet test", File.ReadLines(Path.Combine(Repository.Root, ".ci/run")).Select(line => line.Split(" 2>")[0]));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Its_run_ends_with_3_as_it_says(string arguments)
    {
        using var folder = new SampleCopy();
        var outcome = await Binary.RunAsync(CommandWords.Split(arguments), folder.Path);
        Assert.Equal((3, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(2, Regex.Count(Text, @"(mã thoát|exit code) \*\*3\*\*"));
        foreach (var name in File4Name().Matches(Text).Select(match => match.Groups[1].Value).Where(name => name != "poverty.json").Distinct())
            if (!name.Contains('/', StringComparison.Ordinal) && Text.Contains($"`{name}` (", StringComparison.Ordinal))
                Assert.True(File.Exists(Path.Combine(folder.Path, "out", name)), name);
    }

    [Fact]
    public async Task Its_screen_is_the_real_one()
    {
        using var folder = new SampleCopy();
        var outcome = await Binary.RunAsync(["run", "samples/lang-son"], folder.Path);
        Pages.SameBlock("README.md", "output of poverty run samples/lang-son", $"```text\n{outcome.Output}```\n");
    }

    [Theory]
    [MemberData(nameof(Mentioned))]
    public async Task A_command_that_it_mentions_works(string arguments)
    {
        using var folder = new SampleCopy();
        var outcome = await Binary.RunAsync(CommandWords.Split(arguments), folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task Its_tour_works_from_the_first_command_to_the_last() => Assert.Equal(12, await Pages.RunCommandsAsync("README.md"));

    [Fact]
    public void It_lists_every_exit_code()
    {
        foreach (var code in Enum.GetValues<ExitCode>())
            Assert.Equal(2, Regex.Count(Text, $@"(\| |· |, |\n){(int)code}[ ,]"));
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`poverty ([^`]+)`")]
    private static partial Regex Mention();

    [GeneratedRegex("`([a-z]+\\.(?:csv|json|xlsx))`")]
    private static partial Regex File4Name();
}
