using System.Text;
using System.Text.RegularExpressions;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>docs/standard-file.md: its example is a sound standard, and it names every key.</summary>
public sealed partial class StandardFilePageTests
{
    private static readonly string Text = Pages.Read("docs/standard-file.md");

    [Fact]
    public void Its_example_has_no_fault()
    {
        var (standard, faults) = StandardReader.Read(Encoding.UTF8.GetBytes(Example().Match(Text).Groups[1].Value), "own.json");
        Assert.Empty(faults);
        Assert.Equal(2, standard!.On(new(2025, 1, 1)).PoorAt);
    }

    [Fact]
    public void It_names_every_key_that_a_standard_may_have()
    {
        string[] keys = ["income", "unit", "poor", "poorAlone", "average", "all", "rural", "urban", "poorAtDeprivations", "cutoff", "dimensions", "weight", "checked", "note", "source", "from"];
        Assert.All(keys, key => Assert.Contains($"`{key}`", Text, StringComparison.Ordinal));
    }

    [GeneratedRegex("```json\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
