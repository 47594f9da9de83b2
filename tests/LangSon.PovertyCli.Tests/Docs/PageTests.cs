using System.Text;
using System.Text.RegularExpressions;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>What holds for every page.</summary>
public sealed partial class PageTests
{
    /// <summary>All pages.</summary>
    public static TheoryData<string> All => [.. Pages.All()];

    [Theory]
    [MemberData(nameof(All))]
    public void Its_links_lead_somewhere(string page)
    {
        foreach (var target in Link().Matches(Pages.Read(page)).Select(match => match.Groups[1].Value))
        {
            if (target.StartsWith("https://", StringComparison.Ordinal)) continue;
            var (path, anchor) = target.Split('#') is [var before, var after] ? (before, after) : (target, "");
            var file = path.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(path, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!)));
            Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), $"{page} → {target}");
            if (anchor.Length > 0) Assert.Contains(anchor, Pages.Anchors(Pages.Read(file)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_written_in_composed_letters(string page) => Assert.True(Pages.Read(page).IsNormalized(NormalizationForm.FormC), page);

    [Fact]
    public void Decisions_are_numbered_and_say_what_follows()
    {
        var decisions = Pages.All().Where(page => page.StartsWith("docs/decisions/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Enumerable.Range(1, decisions.Length).Select(number => $"{number:0000}"), decisions.Select(page => Path.GetFileName(page)[..4]));
        Assert.All(decisions, page =>
        {
            var text = Pages.Read(page);
            Assert.Matches(@"^# \d{4} [A-Z]", text);
            Assert.Equal(["context", "decision", "consequences"], Pages.Anchors(text).Skip(1));
            Assert.True(text.Count(letter => letter == '\n') <= 50, $"{page} is longer than a screen");
        });
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
