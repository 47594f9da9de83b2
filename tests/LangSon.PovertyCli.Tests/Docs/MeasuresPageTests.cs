using System.Globalization;
using System.Text;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Targets;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>docs/measures.md defines every figure, and its example is what the program computes.</summary>
public sealed class MeasuresPageTests
{
    private const string Page = "docs/measures.md";

    private static readonly string Text = Pages.Read(Page);

    [Fact]
    public void It_defines_every_measure_with_its_title()
    {
        Assert.All(Measure.Counted, measure => Assert.Contains($"| `{measure.Name}` | {measure.Title.Vi} · {measure.Title.En} |", Text, StringComparison.Ordinal));
        var others = StandardLibrary.BuiltIn.SelectMany(standard => Measure.All(standard.On(standard.FirstDay), hasMembers: true, hasCauses: true)).Select(measure => measure.Name)
            .Except(Measure.Counted.Select(measure => measure.Name)).Select(name => name.Contains(':', StringComparison.Ordinal) ? $"{name.Split(':')[0]}:X" : name).Distinct();
        Assert.All(others, name => Assert.Contains($"| `{name}` |", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void It_defines_every_column_of_changes_movements_and_targets()
    {
        var run = WorkedExampleTests.CensusRun();
        var results = run.Results();
        var movements = Csv(stream => TransitionsCsv.Write(stream, results)).Select(row => row[8]).Where(name => name.Length > 0)
            .Select(name => name.StartsWith("np_", StringComparison.Ordinal) ? name[3..] : name).Distinct();
        Assert.All(movements.Skip(1), name => Assert.Contains($"| `{name}` |", Text, StringComparison.Ordinal));
        foreach (var name in new[] { "change", "relative_pct", "annualised", "effect_poor", "effect_households", "change_min", "change_max", "comparable",
                     "actual", "before", "margin", "households_short", "completion_pct", "verdict" })
            Assert.Matches($@"(?m)^\| [^|]*`{name}`", Text);
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.Contains($"`{VerdictWords.Word(verdict)}`", Text, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<TargetKind>(), kind => Assert.Contains($"`{TargetsCsv.Kind(kind)}`", Text, StringComparison.Ordinal));
        Assert.All(Target.MovementMeasures, name => Assert.Contains($"`{name}`", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_example_is_computed()
    {
        var (census, list) = (WorkedExampleTests.CensusRun(), WorkedExampleTests.ListRun());
        var (all, listed) = (census.Results(), list.Results());
        var page = new StringBuilder();
        page.Append(Pages.Table(["measure", "2022 `all`", "2022 danh sách · list", "2023 `all`", "2023 danh sách · list"],
            Measure.Counted.Select(measure => measure.Name).Append("deprived:employment").Select(name => new[]
            {
                $"`{name}`", Figure(all, 0, name), Figure(listed, 0, name), Figure(all, 1, name), Figure(listed, 1, name),
            })));
        page.Append('\n').Append(Pages.Table(["`poor_rate` 2022 → 2023", "`all`", "danh sách · list"],
        [
            ["`change`", .. Changes(all, listed, change => Number(change.Value))],
            ["`relative_pct`", .. Changes(all, listed, change => Number(change.RelativePercent))],
            ["`effect_poor`", .. Changes(all, listed, change => Number(change.EffectPoor))],
            ["`effect_households`", .. Changes(all, listed, change => Number(change.EffectHouseholds))],
            ["`change_min`, `change_max`", .. Changes(all, listed, change => $"{Number(change.Bounds?.Min)}, {Number(change.Bounds?.Max)}")],
        ]));
        page.Append('\n').Append(Pages.Table(["biến động · movement", "`all`: hộ · households", "khẩu · persons", "danh sách · list: hộ · households", "khẩu · persons"],
            Moves(all).Zip(Moves(listed), (a, b) => new[] { $"`{a[8]}`", a[11], a[12], b[11], b[12] })));
        var targets = """
            id,scope,measure,kind,is,value,year
            1,province,poor_rate,level,<=,50,2023
            2,province,poor_rate,change_points,<=,-3,2023
            3,province,near_poor_rate,level,<=,10,2023
            4,province,newly_poor,level,<=,0,2023
            5,province,average,change_relative,<=,-10,2023
            """;
        page.Append('\n').Append(Pages.Table(["chỉ tiêu, `all` · target, `all`", "`actual`", "`before`", "`margin`", "`households_short`", "`completion_pct`", "`verdict`"],
            census.Judge(targets).Select(Judged)));
        Pages.SameBlock(Page, "the worked example as the program computes it", page.ToString());
    }

    private static string[] Judged(TargetResult result) =>
    [
        $"`{result.Target.Measure}` `{TargetsCsv.Kind(result.Target.Kind)}` `<=` {Number(result.Target.Value)}", Number(result.Actual), Number(result.Before), Number(result.Margin),
        $"{result.HouseholdsShort}", Number(result.CompletionPercent), $"`{VerdictWords.Word(result.Verdict)}`",
    ];

    private static string Figure(Results results, int round, string measure)
    {
        var figure = results.Rounds[round].Find(Province(results), Group.All, measure)!.Value;
        return Number(figure.Value) + (figure.Bounds is { } bounds ? $" [{Number(bounds.Min)}; {Number(bounds.Max)}]" : "");
    }

    private static string[] Changes(Results all, Results listed, Func<Change, string> of) =>
        [of(all.Change(0, 1, Province(all), Group.All, "poor_rate")), of(listed.Change(0, 1, Province(listed), Group.All, "poor_rate"))];

    /// <summary>The movements of the province, as transitions.csv has them.</summary>
    private static IEnumerable<string[]> Moves(Results results) => Csv(stream => TransitionsCsv.Write(stream, results))
        .Where(row => row[4] == "province" && row[7] == "all" && row[8].Length > 0);

    private static IEnumerable<string[]> Csv(Func<Stream, long> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return [.. Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(','))];
    }

    private static AreaNode Province(Results results) => TestRun.Area(results, AreaLevel.Province);

    private static string Number(decimal? value) =>
        value is { } known ? Math.Round(known, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture) : "–";
}
