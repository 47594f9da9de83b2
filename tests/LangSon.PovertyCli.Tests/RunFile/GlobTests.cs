using System.Text;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Tests.RunFile;

public sealed class GlobTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.csv", "*.csv", true)]
    [InlineData("a.csv", "*", true)]
    [InlineData("a.csv.gz", "*.csv", false)]
    [InlineData("h22.csv", "h?2.csv", true)]
    [InlineData("h2.csv", "h?2.csv", false)]
    [InlineData("h22.csv", "h2[0-3].csv", true)]
    [InlineData("h24.csv", "h2[0-3].csv", false)]
    [InlineData("h24.csv", "h2[!0-3].csv", true)]
    [InlineData("h2].csv", "h2[]x].csv", true)]
    [InlineData("h[.csv", "h[.csv", true)]
    [InlineData("aXbXc", "a*b*c", true)]
    [InlineData("aXbX", "a*b*c", false)]
    [InlineData(".hidden.csv", "*.csv", false)]
    [InlineData(".hidden.csv", ".*.csv", true)]
    [InlineData("~$open.xlsx", "*.xlsx", false)]
    [InlineData("", "*", true)]
    public void A_name_matches_a_pattern(string name, string pattern, bool matches) => Assert.Equal(matches, Glob.Matches(name, pattern));

    [Fact]
    public void Matches_are_in_ordinal_order() => Expect("*.csv", ["b.csv", "B.csv", "a.csv", "a.txt"], "B.csv", "a.csv", "b.csv");

    [Fact]
    public void Two_stars_stand_for_any_folders_or_none() =>
        Expect("2022/**/*.csv", ["2022/a.csv", "2022/x/b.csv", "2022/x/y/c.csv", "2023/d.csv", "2022/x/.old/e.csv"], "2022/a.csv", "2022/x/b.csv", "2022/x/y/c.csv");

    [Fact]
    public void Results_of_a_former_run_are_not_data() => Expect("**/*.csv", ["a.csv", "out/run.json", "out/results.csv"], "a.csv");

    [Fact]
    public void A_file_that_has_the_pattern_for_its_name_is_meant_itself() => Expect("h[1].csv", ["h[1].csv", "h1.csv"], "h[1].csv");

    [Fact]
    public void A_name_is_found_in_either_unicode_form()
    {
        var decomposed = "Bình Gia.csv".Normalize(NormalizationForm.FormD);
        Expect("Bình Gia.csv".Normalize(NormalizationForm.FormC), [decomposed], decomposed);
        Expect("Bình*.csv".Normalize(NormalizationForm.FormC), [decomposed], decomposed);
    }

    [Fact]
    public void A_loop_of_links_ends()
    {
        _folder.Touch("a/x.csv");
        Directory.CreateSymbolicLink(_folder["a/loop"], _folder["a"]);
        Expect("**/*.csv", [], "a/x.csv");
    }

    [Fact]
    public void Nothing_matches_in_a_folder_that_is_not_there() => Expect("none/*.csv", []);

    private void Expect(string pattern, string[] files, params string[] expected)
    {
        _folder.Touch(files);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Glob.Expand(_folder[pattern]).Select(path => Path.GetRelativePath(_folder.Path, path)));
    }
}
