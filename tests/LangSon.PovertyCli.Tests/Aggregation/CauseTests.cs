using System.Globalization;
using System.Text;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Households;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Workbook.Words;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Aggregation;

/// <summary>Why households are poor: several causes may hold, and who names none leaves all of them open.</summary>
public sealed class CauseTests
{
    [Theory]
    [InlineData("land", "land")]
    [InlineData("1", "land")]
    [InlineData("2;7", "capital illness")]
    [InlineData("1, 2 | 3+8", "land capital labour other")]
    [InlineData("không có vốn sản xuất, kinh doanh", "capital")]
    [InlineData("Không có đất sản xuất; có người ốm đau, bệnh nặng, tai nạn", "land illness")]
    [InlineData("không có kỹ năng lao động, sản xuất, không có công cụ, phương tiện sản xuất, không có kiến thức về sản xuất", "tools knowledge skills")]
    [InlineData("1;1", "land")]
    [InlineData("không có lao động, có người ốm đau, bệnh nặng, tai nạn, không có vốn sản xuất, kinh doanh,", "capital labour illness")]
    public void A_cell_names_its_causes(string cell, string causes)
    {
        var results = Run(("poor", cell)).Results();
        Assert.Equal(causes.Split(' '), WordLists.All["cause"].Select(cause => cause.Name).Where(name => Figure(results, $"cause:{name}").Value == 100));
        Assert.All(WordLists.All["cause"], cause => Assert.Equal(Figure(results, $"cause:{cause.Name}").Value, Figure(results, $"cause:{cause.Name}").Bounds!.Value.Max));
    }

    [Fact]
    public void A_cause_is_a_share_of_all_poor_households_and_those_who_name_none_widen_its_bounds()
    {
        var results = Run(("poor", "1;2"), ("poor", "2"), ("poor", ""), ("poor", "-"), ("near_poor", "2"), ("near_poor", ""), ("non_poor", "2"), ("average", "")).Results();
        Assert.Equal((1, 4, 25m, new Bounds(25, 75)), Parts(results, "cause:land"));
        Assert.Equal((2, 4, 50m, new Bounds(50, 100)), Parts(results, "cause:capital"));
        Assert.Equal((0, 4, 0m, new Bounds(0, 50)), Parts(results, "cause:other"));
        Assert.Equal((1, 2, 50m, new Bounds(50, 100)), Parts(results, "cause_near_poor:capital"));
    }

    [Fact]
    public void Causes_are_counted_in_every_group()
    {
        var results = Run(("poor", "1"), ("poor", "2"), ("poor", "1;2")).Results();
        // The second of three households has a person of merit.
        Assert.Equal((0, 1), Share(results, "merit=yes", "cause:land"));
        Assert.Equal((2, 2), Share(results, "merit=no", "cause:land"));
    }

    [Fact]
    public void A_round_without_the_column_has_no_causes()
    {
        var results = new TestRun().Round(2022, new HouseholdTable().Add("A", "X", "4", "poor").ToString()).Results();
        Assert.DoesNotContain(results.Rounds[0].Measures, measure => measure.Name.StartsWith("cause", StringComparison.Ordinal));
        Assert.Equal(2 * WordLists.All["cause"].Count, Run(("poor", "1")).Results().Rounds[0].Measures.Count(measure => measure.Name.StartsWith("cause", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_column_of_one_file_is_enough_and_the_households_of_the_others_leave_causes_open()
    {
        const string bare = "household_id,commune_code,household_size,recognised_class\nB,X,4,poor\n";
        var run = new TestRun().Round(2022, ("a.csv", Table(("poor", "1"))), ("b.csv", bare));
        run.Settings = run.Settings with { Official = OfficialClass.Recognised };
        Assert.Equal((1, 2, 50m, new Bounds(50, 100)), Parts(run.Results(), "cause:land"));
    }

    [Fact]
    public void An_unknown_cause_is_reported_and_taken_as_not_stated()
    {
        // What stands beside a comma of a label is no cause by itself.
        var outcome = Run(("poor", "1"), ("poor", "1; lười"), ("poor", "1, sản xuất"), ("poor", "kinh doanh")).Execute();
        Assert.Equal(["causes", "causes", "causes"], outcome.AllFindings().Where(finding => finding.Code == "PV2013").Select(finding => finding.Column));
        Assert.Equal((1, 4), Share(outcome.Results!, "all", "cause:land"));
    }

    [Theory]
    [InlineData("\"1\"", "actual 100", "Share of the poor naming the cause “no land to farm” at most 50%")]
    [InlineData("", "the source does not state it", "Share of the poor naming the cause “no land to farm” at most 50%")]
    public void A_target_may_ask_for_a_cause(string causes, string because, string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("h.csv", $"household_id,commune_code,household_size,recognised_class{(causes.Length > 0 ? ",causes" : "")}\nA,X,4,poor{(causes.Length > 0 ? "," + causes : "")}\n");
        folder.Write("targets.csv", "id,scope,measure,kind,is,value,year\na,province,cause:land,level,<=,50,2022\n");
        folder.Write("poverty.json", """{ "areas": "data", "officialClass": "recognised", "targets": "targets.csv", "rounds": [{ "year": 2022, "households": ["h.csv"] }] }""");
        var report = MemoryRun.Of(folder.Path, "poverty.json").Report!;
        var target = Assert.Single(report.Targets);
        Assert.Equal(because, target.Actual is { } actual ? $"actual {actual:0}" : target.Because.En);
        Assert.Equal(text, TargetWords.Demand(target.Target, report.Outcome.Results!).En);
    }

    [Fact]
    public void A_change_of_a_share_of_the_poor_has_no_effect_of_their_number()
    {
        var run = Run(("poor", "1"), ("poor", "2")).Round(2023, Table(("poor", "1"), ("poor", "1")));
        using var stream = new MemoryStream();
        ChangesCsv.Write(stream, run.Results(), Language.English);
        var row = Assert.Single(Encoding.UTF8.GetString(stream.ToArray()).Split('\n'), line => line.Contains(",province,,", StringComparison.Ordinal) && line.Contains(",all,cause:land,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(("50", "100", "50", "points"), (row[11], row[12], row[13], row[14]));
        Assert.Equal(("", ""), (row[17], row[18]));
    }

    private static TestRun Run(params (string Class, string Causes)[] households)
    {
        var run = new TestRun().Round(2022, Table(households));
        run.Settings = run.Settings with { Official = OfficialClass.Recognised };
        return run;
    }

    private static string Table(params (string Class, string Causes)[] households)
    {
        var text = new StringBuilder("household_id,commune_code,household_size,recognised_class,merit,causes\n");
        foreach (var (number, (poverty, causes)) in households.Index())
            text.Append(CultureInfo.InvariantCulture, $"A{number},X,4,{poverty},{number % 2},\"{causes}\"\n");
        return text.ToString();
    }

    private static Figure Figure(Results results, string measure, string group = "all") =>
        results.Rounds[0].Find(TestRun.Area(results, AreaLevel.Province), Group.Parse(group)!.Value, measure)!.Value;

    private static (int Part, int Whole, decimal Value, Bounds Bounds) Parts(Results results, string measure)
    {
        var ((part, whole), figure) = (Share(results, "all", measure), Figure(results, measure));
        return (part, whole, figure.Value!.Value, figure.Bounds!.Value);
    }

    private static (int Part, int Whole) Share(Results results, string group, string measure)
    {
        var share = Figure(results, measure, group).Share!.Value;
        return ((int)share.Part!.Value, (int)share.Whole!.Value);
    }
}
