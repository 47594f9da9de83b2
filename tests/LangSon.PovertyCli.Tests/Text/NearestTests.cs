using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Text;

/// <summary>The word that somebody probably meant.</summary>
public sealed class NearestTests
{
    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("pver", "over")]
    [InlineData("house", "households")]
    [InlineData("HOUSE", "households")]
    [InlineData("ho", null)]
    [InlineData("zzz", null)]
    public void It_is_a_few_edits_away_or_begins_with_what_was_typed(string typed, string? meant) =>
        Assert.Equal(meant, Nearest.To(typed, ["run", "over", "household_size", "households"]));
}
