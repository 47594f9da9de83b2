using System.Text;
using LangSon.PovertyCli.Tests.Households;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Households that stand in several rows of a round.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public void Identical_rows_count_once()
    {
        var run = new Form().Row().Row("household_id=H1").Row("household_id=H1").Run();
        Assert.Equal("PV4001 PV4001", run.Codes);
        Assert.Equal((3, 1, 2, 0), run.Rows());
        Assert.Equal((1, 4, 0), Counted(run));
        Assert.All(run.Findings, finding => Assert.Equal("0", Detail(finding, "k")));
    }

    [Theory]
    [InlineData("water=0", "water=không")]
    [InlineData("income_per_capita=5000000", "income_per_capita=5000000.0")]
    [InlineData("commune_code=06040", "commune_code=6040")]
    [InlineData("ethnicity=Tày", "ethnicity=02")]
    [InlineData("village=Nà  Lẹng ", "village=Nà  Lẹng")]
    public void Rows_that_say_the_same_in_other_words_are_identical(string one, string other)
    {
        var run = new Form("ethnicity", "village").Row(one).Row("household_id=H1", other).Run();
        Assert.Equal((2, 1, 1, 0), run.Rows());
        Assert.Equal((1, 4, 0), Counted(run));
    }

    [Theory]
    [InlineData("household_size=5", 1)]
    [InlineData("household_size=5 income_per_capita=1 water=x", 3)]
    [InlineData("village=Nà", 1)]
    [InlineData("head_name=B", 1)]
    [InlineData("commune_code=05971", 1)]
    public void Differing_rows_are_all_rejected_and_are_one_rejected_household(string differing, int fields)
    {
        var run = new Form("village", "head_name=Chủ hộ").Row().Row(["household_id=H1", .. differing.Split(' ')]).Row().Run();
        Assert.Equal((3, 1, 2, 0), run.Rows());
        Assert.Equal((1, 4, 1), Counted(run));
        var found = run.Findings.Where(finding => finding.Code == "PV4001").ToArray();
        Assert.Equal([2L, 3L], found.Select(finding => finding.Place.Line));
        Assert.All(found, finding => Assert.Equal($"{fields}", Detail(finding, "k")));
    }

    [Fact]
    public void Of_three_copies_two_that_agree_do_not_outvote_the_third()
    {
        var run = new Form().Row().Row("household_id=H1", "household_size=5").Row("household_id=H1").Row("household_id=H9").Run();
        Assert.Equal((4, 1, 3, 0), run.Rows());
        Assert.Equal((1, 4, 1), Counted(run));
        // Each is told of a copy that says otherwise, and in how much.
        var found = run.Findings.Where(finding => finding.Code == "PV4001").OrderBy(finding => finding.Place.Line).ToArray();
        Assert.Equal(["households.csv:3", "households.csv:2", "households.csv:3"], found.Select(finding => Detail(finding, "a")));
        Assert.All(found, finding => Assert.Equal("1", Detail(finding, "k")));
    }

    [Fact]
    public void Copies_in_two_files_name_each_other()
    {
        var run = Form.Run("", "", ("h1.csv", new Form().Row().Text()), ("h2.csv", new Form().Row("household_id=H2").Row("household_id=H1", "household_size=5").Text()));
        Assert.Equal(["h1.csv h2.csv:3 h1.csv:2", "h2.csv h1.csv:2 h2.csv:3"],
            run.Findings.Where(finding => finding.Code == "PV4001").Select(finding => $"{finding.Place.File} {Detail(finding, "a")} {Detail(finding, "b")}"));
        Assert.Equal((1, 4, 1), Counted(run));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_copy_that_is_faulty_and_says_the_same_takes_nothing_from_the_sound_one(bool faultyFirst)
    {
        // The control character of the copy is a fault of the row alone: all its values are those of the other.
        var sound = new Form("village").Row("village=a").Text();
        var faulty = sound.Split('\n')[1].Replace(",a", ",a\u0001", StringComparison.Ordinal);
        var lines = faultyFirst ? [faulty, sound.Split('\n')[1]] : new[] { sound.Split('\n')[1], faulty };
        var run = Form.Run("", "", ("h.csv", string.Join('\n', lines.Prepend(sound.Split('\n')[0]))));
        Assert.Equal((2, 1, 1, 0), run.Rows());
        Assert.Equal((1, 4, 0), Counted(run));
        Assert.Equal(["H1"], run.Households().Keys);
    }

    [Fact]
    public void Copies_that_are_all_faulty_are_one_rejected_household()
    {
        var run = new Form().Row("household_size=x").Row("household_id=H1", "household_size=x").Row("household_id=H1").Row().Run();
        Assert.Equal((4, 1, 3, 0), run.Rows());
        Assert.Equal((1, 4, 1), Counted(run));
    }

    [Fact]
    public void Rows_without_a_readable_id_are_never_copies_of_each_other()
    {
        var run = new Form().Row("household_id=").Row("household_id=").Row().Run();
        Assert.Equal("PV2001 PV2001", run.Codes);
        Assert.Equal((1, 4, 2), Counted(run));
    }

    [Fact]
    public void A_copy_that_left_and_one_that_stayed_differ()
    {
        var run = new Form("left_because").Row().Row("household_id=H1", "left_because=died").Row().Run();
        Assert.Equal((1, 4, 1), Counted(run));
        Assert.Equal((2, 8, 0), Counted(new Form("left_because").Row().Row("household_id=H9", "left_because=died").Row("household_id=H9", "left_because=chết").Row().Run()));
    }

    [Fact]
    public void The_same_id_in_two_rounds_is_no_copy() => Assert.Equal("", Form.Rounds("",
        """{ "year": 2022, "households": ["a.csv"] }, { "year": 2023, "households": ["b.csv"] }""",
        [("a.csv", Encoding.UTF8.GetBytes(new Form().Row().Text())), ("b.csv", Encoding.UTF8.GetBytes(new Form().Row("household_size=5").Text()))]).Codes);

    [Fact]
    public void A_disagreement_of_a_rejected_copy_is_not_counted()
    {
        var run = new Form("reported_class").Row("reported_class=poor").Row("household_id=H1", "reported_class=near_poor").Row("reported_class=poor").Run();
        Assert.Equal(1, run.Report!.Files.Sum(file => file.Disagreements.Count()));
    }

    private static (decimal Households, decimal Persons, long Rejected) Counted(MemoryRun run)
    {
        var summary = run.Report!.Outcome.Results!.Rounds[0].Summary;
        return (run.Figure("households") ?? 0, run.Figure("persons") ?? 0, summary.Of(summary.Areas.Single(area => area.Code == "20"), 0).Rejected);
    }

    private static string Detail(Poverty.Findings.Finding finding, string name) => finding.Details.Single(detail => detail.Name == name).Value.En;
}
