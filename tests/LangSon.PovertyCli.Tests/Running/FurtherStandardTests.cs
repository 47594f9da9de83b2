using System.Text;
using CsCheck;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>
/// A round under a further standard. The example, rural households of 2026 by vn-2022 (1,500,000; average to 2,250,000) and
/// as if vn-2027 held (2,200,000; no average band; waste instead of information means); a household is poor from 3 deprivations:
/// <code>
///    size  income     lacking                               vn-2022     vn-2027
/// A  4     1,000,000  employment nutrition information      poor        near-poor
/// B  3     1,400,000  employment nutrition waste            near-poor   poor
/// C  2     2,000,000  employment nutrition insurance        average     poor
/// D  5     2,200,000  –                                     average     near-poor
/// E  1     2,200,001  –                                     average     non-poor
/// F  6     5,000,000  –                                     non-poor    non-poor
/// G  2     1,000,000  employment dependents nutrition       poor        poor
/// H  3     1,200,000  employment nutrition, waste unknown   near-poor   undetermined
/// I  2     an answer that can't be read                     rejected    rejected
/// </code>
/// </summary>
public sealed class FurtherStandardTests
{
    /// <summary>The example as a table of households; areas come from the data.</summary>
    internal const string Example =
        "household_id,commune_code,settlement,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means,waste,ethnicity\n"
        + "A,X,rural,4,1000000,1,0,1,0,0,0,0,0,0,0,0,1,0,Tày\n"
        + "B,X,rural,3,1400000,1,0,1,0,0,0,0,0,0,0,0,0,1,Kinh\n"
        + "C,Y,rural,2,2000000,1,0,1,1,0,0,0,0,0,0,0,0,0,Kinh\n"
        + "D,Y,rural,5,2200000,0,0,0,0,0,0,0,0,0,0,0,0,0,Tày\n"
        + "E,Y,rural,1,2200001,0,0,0,0,0,0,0,0,0,0,0,0,0,Kinh\n"
        + "F,Y,rural,6,5000000,0,0,0,0,0,0,0,0,0,0,0,0,0,Kinh\n"
        + "G,X,rural,2,1000000,1,1,1,0,0,0,0,0,0,0,0,0,0,Nùng\n"
        + "H,X,rural,3,1200000,1,0,1,0,0,0,0,0,0,0,0,0,,Kinh\n"
        + "I,X,rural,2,1200000,?,0,1,0,0,0,0,0,0,0,0,0,1,Kinh\n";

    private static readonly PovertyClass[] Classes =
        [PovertyClass.Poor, PovertyClass.NearPoor, PovertyClass.Average, PovertyClass.NonPoor, PovertyClass.Undetermined];

    private static TestRun Run() => new TestRun().Round(2026, Example).Also("vn-2027");

    [Fact]
    public void Each_standard_counts_the_same_households_in_its_own_classes()
    {
        var results = Run().Results();
        var (own, further) = (results.Readings[0], results.Readings[1]);
        var province = TestRun.Area(results, AreaLevel.Province);
        Assert.Equal(("vn-2022", "vn-2027 (what-if)"), (own.Round.StandardName, further.Round.StandardName));
        // households, persons; poor, near-poor, average, non-poor, undetermined; persons in them
        Assert.Equal([8, 26, 2, 2, 3, 1, 0, 6, 6, 8, 6, 0], Counts(own.Summary.Of(province, Group.All)));
        Assert.Equal([8, 26, 3, 2, 0, 2, 1, 7, 9, 0, 7, 3], Counts(further.Summary.Of(province, Group.All)));
        Assert.Equal((25m, new Bounds(100m * 2 / 9, 100m * 3 / 9)), Rate(own, province));
        Assert.Equal((37.5m, new Bounds(100m * 3 / 9, 100m * 5 / 9)), Rate(further, province));
        Assert.Equal(Missing.NotInStandard, further.Find(province, Group.All, "average")!.Value.Missing);
        // B lacks waste treatment, C and G do not.
        Assert.Equal((1, 3), (further.Find(province, Group.All, "deprived:waste")!.Value.Share!.Value.Part!.Value, further.Find(province, Group.All, "deprived:waste")!.Value.Share!.Value.Whole!.Value));
        Assert.Null(own.Find(province, Group.All, "deprived:waste"));
        Assert.Null(further.Find(province, Group.All, "deprived:information_means"));
    }

    [Theory]
    [InlineData(Standing.Poor, Standing.Poor, 1, 2)]
    [InlineData(Standing.Poor, Standing.NearPoor, 1, 4)]
    [InlineData(Standing.NearPoor, Standing.Poor, 1, 3)]
    [InlineData(Standing.NearPoor, Standing.Undetermined, 1, 3)]
    [InlineData(Standing.Average, Standing.Poor, 1, 2)]
    [InlineData(Standing.Average, Standing.NearPoor, 1, 5)]
    [InlineData(Standing.Average, Standing.NonPoor, 1, 1)]
    [InlineData(Standing.NonPoor, Standing.NonPoor, 1, 6)]
    [InlineData(Standing.NonPoor, Standing.Poor, 0, 0)]
    public void The_matrix_sets_each_household_in_its_class_by_one_against_that_by_the_other(Standing from, Standing to, long households, long persons)
    {
        var results = Run().Results();
        var matrix = results.Movements(0, 1)[(TestRun.Area(results, AreaLevel.Province), Group.All)];
        Assert.Equal(new Flow(households, persons), matrix[from, to]);
    }

    [Fact]
    public void Two_households_become_poor_and_one_ceases_to_be()
    {
        var results = Run().Results();
        var matrix = results.Movements(0, 1);
        var (province, x, y) = (TestRun.Area(results, AreaLevel.Province), TestRun.Area(results, AreaLevel.Commune, "X"), TestRun.Area(results, AreaLevel.Commune, "Y"));
        Assert.Equal((new Flow(2, 5), new Flow(1, 4)), (matrix[(province, Group.All)].Into(Standing.Poor), matrix[(province, Group.All)].OutOf(Standing.Poor)));
        Assert.Equal((new Flow(1, 3), new Flow(1, 4)), (matrix[(x, Group.All)].Into(Standing.Poor), matrix[(x, Group.All)].OutOf(Standing.Poor)));
        Assert.Equal((new Flow(1, 2), default), (matrix[(y, Group.All)].Into(Standing.Poor), matrix[(y, Group.All)].OutOf(Standing.Poor)));
    }

    [Fact]
    public void Rows_are_read_found_faulty_and_rejected_once()
    {
        var told = 0L;
        var run = Run();
        run.Settings = run.Settings with { OnRead = (rows, _) => told += rows };
        var outcome = run.Execute();
        var file = Assert.Single(Assert.Single(outcome.Files));
        Assert.Equal((9L, 8L, 1L, 0L), (file.Read, file.Accepted, file.RejectedCount, file.Blank));
        Assert.Equal("PV2005", Assert.Single(outcome.AllFindings()).Code);
        Assert.Equal(9, told);
    }

    [Fact]
    public void A_standard_outside_its_days_is_marked_without_a_warning_when_it_was_asked_for_besides() =>
        Assert.DoesNotContain(Run().Execute().AllFindings(), finding => finding.Code == "PV9002");

    [Fact]
    public void Copies_count_as_they_do_under_the_rounds_own_standard()
    {
        // G stands twice alike and counts once; two rows of J differ, so it is one rejected household under both.
        var copies = Example + Example.Split('\n')[7] + "\nJ,X,rural,2,1000000,1,1,1,0,0,0,0,0,0,0,0,0,0,Kinh\nJ,X,rural,2,1000000,1,1,1,1,0,0,0,0,0,0,0,0,0,Kinh\n";
        var results = new TestRun().Round(2026, copies).Also("vn-2027").Results();
        var province = TestRun.Area(results, AreaLevel.Province);
        Assert.Equal((8L, 2L), (results.Readings[0].Summary.Of(province, Group.All).Households!.Value, results.Readings[0].Summary.Of(province, Group.All).Rejected));
        Assert.Equal((8L, 2L), (results.Readings[1].Summary.Of(province, Group.All).Households!.Value, results.Readings[1].Summary.Of(province, Group.All).Rejected));
    }

    [Fact]
    public void A_household_that_left_is_in_no_class_of_either_standard()
    {
        var left = Example.Replace("\n", ",\n", StringComparison.Ordinal).Replace("ethnicity,", "ethnicity,left_because", StringComparison.Ordinal)
            .Replace("Nùng,", "Nùng,moved", StringComparison.Ordinal);
        var results = new TestRun().Round(2026, left).Also("vn-2027").Results();
        var province = TestRun.Area(results, AreaLevel.Province);
        Assert.Equal((7L, 7L), (results.Readings[0].Summary.Of(province, Group.All).Households!.Value, results.Readings[1].Summary.Of(province, Group.All).Households!.Value));
    }

    [Fact]
    public void Where_the_recognised_class_is_official_the_further_one_is_computed_and_not_compared_with_it()
    {
        // Recognised as poor whatever the form says; the form makes A near-poor and B poor under vn-2027.
        var table = string.Join('\n', Example.Split('\n').Take(3).Select((line, i) => line + (i == 0 ? ",recognised_class" : ",poor"))) + "\n";
        var run = new TestRun().Round(2026, table).Also("vn-2027").Round(2027, table);
        run.Settings = run.Settings with { Official = Poverty.Households.OfficialClass.Recognised };
        var results = run.Results();
        var province = TestRun.Area(results, AreaLevel.Province);
        long? Poor(int reading) => results.Readings[reading].Summary.Of(province, Group.All).InClass(PovertyClass.Poor);
        Assert.Equal((2L, 2L, 1L), (Poor(0), Poor(1), Poor(2)));
        Assert.Null(results.Comparable(0, 1));
    }

    [Fact]
    public void A_list_made_by_one_standard_says_that_it_may_lack_households_of_another()
    {
        var results = new TestRun().Round(2026, Example, Coverage.Reviewed, "round,area_code,households\n2026,,100\n").Also("vn-2027").Results();
        var rows = Text(stream => ResultsCsv.Write(stream, results, Language.English)).Split('\n');
        Assert.All(rows.Where(row => row.Contains(",vn-2027", StringComparison.Ordinal)), row => Assert.Contains("may lack households", row, StringComparison.Ordinal));
        Assert.All(rows.Where(row => row.Contains(",vn-2022,", StringComparison.Ordinal)), row => Assert.DoesNotContain("may lack households", row, StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_the_matrix_add_to_the_classes_under_the_one_and_columns_to_those_under_the_other() => Tables.Sample(table =>
    {
        var outcome = new TestRun().Round(2026, table).Also("vn-2027", "vn-2016").Execute();
        var results = outcome.Results!;
        Assert.DoesNotContain(outcome.AllFindings(), finding => finding.Code == "PV8004");
        foreach (var (own, further) in results.Crossings)
        {
            var (before, after) = (results.Readings[own].Summary, results.Readings[further].Summary);
            foreach (var area in before.Areas)
                foreach (var group in before.GroupsOf(area))
                {
                    var matrix = results.Movements(own, further).GetValueOrDefault((area, group)) ?? new AreaMovement();
                    foreach (var one in Classes)
                    {
                        var rows = Sum(other => matrix[LedgerEntry.Of(one), LedgerEntry.Of(other)]);
                        var columns = Sum(other => matrix[LedgerEntry.Of(other), LedgerEntry.Of(one)]);
                        Assert.Equal(new Flow(before.Of(area, group).InClass(one)!.Value, before.Of(area, group).PersonsInClass(one)!.Value), rows);
                        Assert.Equal(new Flow(after.Of(area, group).InClass(one)!.Value, after.Of(area, group).PersonsInClass(one)!.Value), columns);
                    }
                    var poor = before.Of(area, group).InClass(PovertyClass.Poor)!.Value + matrix.Into(Standing.Poor).Households - matrix.OutOf(Standing.Poor).Households;
                    Assert.Equal(after.Of(area, group).InClass(PovertyClass.Poor)!.Value, poor);
                }
        }
    }, iter: 60);

    [Fact]
    public void Figures_are_those_of_the_standard_as_the_rounds_own_and_the_own_ones_stay_as_they_were() => Tables.Sample(table =>
    {
        var both = Rows(new TestRun().Round(2026, table).Also("vn-2027").Results());
        var own = Rows(new TestRun().Round(2026, table).Results());
        var other = Rows(new TestRun().Round(2026, table, law: "vn-2027").Results());
        Assert.Equal(own, both.Where(row => row.StartsWith("2026,2026,vn-2022,", StringComparison.Ordinal)));
        Assert.Equal(other, both.Where(row => !row.StartsWith("2026,2026,vn-2022,", StringComparison.Ordinal)));
    }, iter: 60);

    /// <summary>Households of few incomes about the lines of all three standards, and their answers; some rows are rejected by every standard.</summary>
    private static readonly Gen<string> Tables = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 9], Gen.Int[0, (1 << 16) - 1], Gen.Int[0, 40], (commune, income, answers, oddity) =>
        {
            var incomes = new[] { "600000", "700001", "1000000", "1400000", "1500000", "2000000", "2200000", "2250000", "5000000", "" };
            var flags = string.Join(',', Enumerable.Range(0, 16).Select(i => oddity == i ? "" : (answers >> i & 1) == 1 ? "1" : "0"));
            return $"{"WXY"[commune % 3]},rural,{(oddity == 20 ? 0 : 1 + commune)},{incomes[income]},{flags},{(commune > 3 ? "Tày" : "Kinh")}";
        }).Array[1, 40].Select(rows => "household_id,commune_code,settlement,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,"
        + "child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means,waste,health_service,information_assets,disabled,ethnicity\n"
        + "Z,W,rural,1,9000000,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,Kinh\n" + string.Concat(rows.Select((row, i) => $"H{i},{row}\n")));

    private static long[] Counts(AreaCounts counts) =>
        [counts.Households!.Value, counts.Persons!.Value, .. Classes.Select(one => counts.InClass(one)!.Value), .. Classes.Select(one => counts.PersonsInClass(one)!.Value)];

    private static (decimal, Bounds) Rate(RoundResult round, AreaNode area) => round.Find(area, Group.All, "poor_rate") is { } rate ? (rate.Value!.Value, rate.Bounds!.Value) : default;

    private static Flow Sum(Func<PovertyClass, Flow> flow) => Classes.Aggregate(default(Flow), (sum, one) => sum + flow(one));

    private static string[] Rows(Results results) => Text(stream => ResultsCsv.Write(stream, results, Language.English)).Split('\n')[1..^1];

    private static string Text(Func<Stream, long> write)
    {
        using var text = new MemoryStream();
        write(text);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
