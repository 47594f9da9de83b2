using System.Globalization;
using System.Text;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Aggregation;

/// <summary>Who counts in which group, against a plain count of the rows: every answer of every trait beside every other.</summary>
public sealed class GroupTests
{
    private const string Flags = "employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means";
    private const string Header = $"household_id,commune_code,settlement,household_size,income_per_capita,{Flags},ethnicity,merit,no_labour_capacity,farming\n";

    private static readonly string[] Answers = ["1", "0", "", "không", "x", "-"];

    private sealed record Row(string Ethnicity, string Merit, string NoLabour, string Farming, bool IsPoor, int Size);

    private static readonly Row[] Rows =
    [
        .. from ethnicity in new[] { "Tày", "Kinh", "" }
           from merit in Answers
           from noLabour in Answers
           from farming in Answers
           select (ethnicity, merit, noLabour, farming) into row
           from poor in new[] { true, false }
           select new Row(row.ethnicity, row.merit, row.noLabour, row.farming, poor, row.merit.Length + row.farming.Length + (poor ? 1 : 2)),
    ];

    private static readonly (string Group, Func<Row, bool> Has)[] Groups =
    [
        ("merit=yes", row => Yes(row.Merit)), ("merit=no", row => No(row.Merit)),
        ("no_labour_capacity=yes", row => Yes(row.NoLabour)), ("no_labour_capacity=no", row => No(row.NoLabour)),
        ("farming=yes", row => Yes(row.Farming)), ("farming=no", row => No(row.Farming)),
        ("minority=yes", row => row.Ethnicity == "Tày"), ("minority=no", row => row.Ethnicity == "Kinh"), ("ethnicity=Tày", row => row.Ethnicity == "Tày"),
        ("target_group=none", row => row.Ethnicity == "Kinh" && No(row.Merit) && No(row.NoLabour)),
    ];

    [Fact]
    public void Every_group_is_what_a_plain_count_of_the_rows_gives()
    {
        var results = new TestRun().Round(2022, Table(Rows)).Results();
        Assert.All(Groups, group =>
        {
            var mine = Rows.Where(group.Has).ToArray();
            var counts = Of(results, group.Group);
            Assert.Equal((mine.Length, mine.Count(row => row.IsPoor), mine.Count(row => !row.IsPoor)),
                (counts.Households, counts.InClass(PovertyClass.Poor), counts.InClass(PovertyClass.Average)));
            Assert.Equal((mine.Sum(row => row.Size), mine.Where(row => row.IsPoor).Sum(row => row.Size)), (counts.Persons, counts.PersonsInClass(PovertyClass.Poor)));
            Assert.Equal(mine.Where(row => !row.IsPoor).Sum(row => row.Size), (int)Find(results, group.Group, "average_persons").Value!.Value);
        });
    }

    [Theory]
    [InlineData("merit")]
    [InlineData("no_labour_capacity")]
    [InlineData("farming")]
    public void Yes_no_and_those_who_did_not_answer_are_all_households(string kind)
    {
        var results = new TestRun().Round(2022, Table(Rows)).Results();
        // Of six answers two are yes, two are no and two are none.
        Assert.Equal((Rows.Length / 3, Rows.Length / 3), (Of(results, $"{kind}=yes").Households, Of(results, $"{kind}=no").Households));
        Assert.Equal(Rows.Length, Of(results, "all").Households);
    }

    [Fact]
    public void A_rejected_row_may_belong_to_every_value_that_it_does_not_deny()
    {
        (string Group, int May)[] Of(params Row[] rows)
        {
            var results = new TestRun().Round(2022, Table([Rows[0]]) + Table(rows, isBad: true)[Header.Length..]).Results();
            return [.. Groups.Select(group => (group.Group, (int)GroupTests.Of(results, group.Group).Rejected))];
        }

        string[] May(Row row) => [.. Of(row).Where(group => group.May == 1).Select(group => group.Group)];

        Assert.Equal(Groups.Select(group => group.Group), May(new Row("", "", "", "", true, 4)));
        Assert.Equal(["merit=no", "no_labour_capacity=no", "farming=yes", "minority=no", "target_group=none"], May(new Row("Kinh", "0", "0", "1", true, 4)));
        Assert.Equal(["merit=no", "no_labour_capacity=yes", "no_labour_capacity=no", "farming=no", "minority=no", "target_group=none"], May(new Row("Kinh", "0", "", "0", true, 4)));
        Assert.Equal(["merit=yes", "no_labour_capacity=no", "farming=no", "minority=no"], May(new Row("Kinh", "1", "0", "0", true, 4)));
        Assert.Equal(["merit=no", "no_labour_capacity=yes", "farming=no", "minority=no"], May(new Row("Kinh", "0", "1", "0", true, 4)));
        Assert.Equal(["merit=no", "no_labour_capacity=no", "farming=no", "minority=yes", "ethnicity=Tày"], May(new Row("Tày", "0", "0", "0", true, 4)));
    }

    [Fact]
    public void Groups_are_counted_whether_reported_or_not()
    {
        var run = new TestRun().Round(2022, Table(Rows));
        var usual = run.Results();
        run.Settings = run.Settings with { Groups = [GroupKind.Merit, GroupKind.TargetGroup] };
        var named = run.Results();
        Assert.DoesNotContain(Reported(usual), name => name.StartsWith("merit", StringComparison.Ordinal) || name.StartsWith("target_group", StringComparison.Ordinal));
        Assert.Equal(["all", "merit=yes", "merit=no", "target_group=none"], Reported(named));
        Assert.All(Groups, group => Assert.Equal(Of(usual, group.Group).Households, Of(named, group.Group).Households));
    }

    [Fact]
    public void Every_name_is_that_of_one_group()
    {
        var groups = Group.Of(Enum.GetValues<GroupKind>()).ToArray();
        Assert.Equal(groups, groups.Select(group => Group.Parse(Group.Name(group))!.Value));
        Assert.Equal(groups.Length, groups.Distinct().Count());
        Assert.Null(Group.Parse("target_group=any"));
    }

    [Fact]
    public void A_register_may_have_rows_for_the_groups_that_are_only_counted()
    {
        const string register = "round,area_code,group,households\n2022,,all,100\n2022,,merit=yes,30\n2022,,target_group=none,20\n";
        var results = new TestRun().Round(2022, Table([new("Kinh", "0", "0", "0", true, 4)]), Coverage.Reviewed, register).Results();
        Assert.Equal((30, 70, 20), (Of(results, "merit=yes").Households, Of(results, "merit=no").Households, Of(results, "target_group=none").Households));
        Assert.Equal(5m, Find(results, "target_group=none", "poor_rate").Value);
    }

    private static bool Yes(string answer) => answer is "1" or "x";

    private static bool No(string answer) => answer is "0" or "không";

    private static AreaCounts Of(Results results, string group) =>
        results.Rounds[0].Summary.Of(TestRun.Area(results, AreaLevel.Province), Group.Parse(group)!.Value);

    private static Figure Find(Results results, string group, string measure) =>
        results.Rounds[0].Find(TestRun.Area(results, AreaLevel.Province), Group.Parse(group)!.Value, measure)!.Value;

    private static IEnumerable<string> Reported(Results results) =>
        results.Rounds[0].Summary.GroupsOf(TestRun.Area(results, AreaLevel.Province)).Select(Group.Name);

    /// <summary>Poor households lack three indicators, others are of an average living standard; a bad row has an answer that cannot be read.</summary>
    private static string Table(IEnumerable<Row> rows, bool isBad = false)
    {
        var text = new StringBuilder(Header);
        foreach (var (number, row) in rows.Index())
        {
            var flags = string.Join(',', Enumerable.Range(0, 12).Select(i => isBad && i == 0 ? "?" : row.IsPoor && i < 3 ? "1" : "0"));
            text.Append(CultureInfo.InvariantCulture, $"{(isBad ? "B" : "A")}{number},X,rural,{row.Size},{(row.IsPoor ? 1000000 : 2000000)},{flags},{row.Ethnicity},{row.Merit},{row.NoLabour},{row.Farming}\n");
        }
        return text.ToString();
    }
}
