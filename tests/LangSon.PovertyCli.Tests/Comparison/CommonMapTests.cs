using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Comparison;

/// <summary>
/// Bính Xá (06622) went to Đình Lập (06613) and Kiên Mộc (06625) on 1 July 2025, Kiên Mộc to itself and Châu Sơn (06637);
/// others, such as Xuân Dương (06607), were carried whole. A handful of households tells what that means.
/// </summary>
public sealed class CommonMapTests
{
    private static readonly Geography At2025 = Geography.At(new(2025, 7, 1));

    [Fact]
    public void A_household_of_a_divided_unit_is_placed_by_its_commune_in_the_other_round()
    {
        var results = Run(At2025,
            new HouseholdTable().Add("a", "06622", "4", "poor").Add("b", "06622", "3", "near").Add("c", "06625", "2", "poor"),
            new HouseholdTable().Add("a", "06613", "4", "near").Add("b", "06625", "3", "near").Add("c", "06637", "2", "poor")).Results();
        Assert.Empty(results.Ground(0, 1).Unplaced);
        Assert.Equal([(1, 1), (1, 0)], Of(results, "06613", "households", "poor"));
        Assert.Equal([(1, 1), (0, 0)], Of(results, "06625", "households", "poor"));
        Assert.Equal([(1, 1), (1, 1)], Of(results, "06637", "households", "poor"));
        Assert.Equal([("06622", 2, 0), ("06625", 1, 0)], results.Ground(0, 1).Divided.Select(unit => (unit.Unit.Code, unit.Placed, unit.Open)));
        // Nobody moved: each stayed where it was, and one escaped there.
        var moves = results.Movements(0, 1)[(Area(results, "06613"), Group.All)].Poor;
        Assert.Equal((1, 1, 0, 0), (moves.Start.Households, moves.Escaped.Households, moves.OtherOut.Households, moves.OtherIn.Households));
    }

    [Fact]
    public void A_household_that_cannot_be_placed_leaves_open_what_may_hold_it_and_no_more()
    {
        var results = Run(At2025,
            new HouseholdTable().Add("a", "06622", "4", "poor").Add("b", "06622", "3", "near").Add("x", "06613", "3", "poor"),
            new HouseholdTable().Add("b", "06625", "3", "near").Add("x", "06613", "3", "poor").Add("y", "06637", "3", "poor")).Results();
        foreach (var code in new[] { "06613", "06625" })
        {
            var change = results.Change(0, 1, Area(results, code), Group.All, "poor");
            Assert.Equal((Incomparable.Unplaced, null, null), (change.Incomparable, change.Before.Value, change.Value));
            // The figure of the round now is exact, and stands.
            Assert.Equal(code == "06613" ? 1 : 0, change.After.Value);
            Assert.Equal("1 hộ của đơn vị bị chia tách không rõ thuộc đơn vị nào; so sánh ở cấp Tỉnh Lạng Sơn", Missings.Phrase(change).Vi);
            Assert.Equal("which unit 1 household of a divided unit belongs to is not known; compared for Tỉnh Lạng Sơn", Missings.Phrase(change).En);
            Assert.DoesNotContain((Area(results, code), Group.All), results.Movements(0, 1).Keys);
        }
        Assert.Equal([(0, 1)], Of(results, "06637", "poor"));
        Assert.Equal([(3, 3), (2, 2)], Of(results, "20", "households", "poor"));
        Assert.Equal(["06613", "06625"], results.Ground(0, 1).Unplaced.Keys.Select(area => area.Code).Order());
    }

    /// <summary>What the poor of a divided unit name as cause stays with the unit; rejected rows alone may belong to any of its parts.</summary>
    [Fact]
    public void Causes_of_a_divided_unit_do_not_reach_the_units_beside_it()
    {
        static string Table(params string[] rows) => "household_id,commune_code,household_size,recognised_class,causes\n" + string.Join('\n', rows) + "\n";
        var run = new TestRun().Round(2024, Table("a,06625,2,poor,1", "x,06637,3,poor,")).Round(2025, Table("a,06625,2,poor,1", "x,06637,3,poor,"));
        run.Settings = run.Settings with { Areas = AreaLists.BuiltIn, Changes = AreaLists.BuiltInChanges, Geography = At2025, Official = LangSon.Poverty.Households.OfficialClass.Recognised };
        var results = run.Results();
        var before = results.Change(0, 1, Area(results, "06637"), Group.All, "cause:land").Before;
        Assert.Equal(((0L, 1L), new Bounds(0, 100)), ((before.Share!.Value.Part!.Value, before.Share.Value.Whole!.Value), before.Bounds!.Value));
        // Of a household placed one by one the ledger keeps no cause.
        Assert.Equal(Missing.SplitProfile, results.Change(0, 1, Area(results, "06625"), Group.All, "cause:land").Before.Missing);
    }

    [Fact]
    public void A_household_that_moved_away_does_not_tell_where_it_lived()
    {
        var results = Run(At2025, new HouseholdTable().Add("a", "06622", "4", "poor"), new HouseholdTable().Add("a", "05977", "4", "poor")).Results();
        Assert.Equal(["06613", "06625"], results.Ground(0, 1).Unplaced.Keys.Select(area => area.Code).Order());
    }

    [Fact]
    public void Rejected_rows_of_a_divided_unit_widen_the_bounds_of_all_that_may_hold_them()
    {
        var results = Run(At2025,
            new HouseholdTable().Add("a", "06622", "4", "bad").Add("x", "06613", "3", "poor"), new HouseholdTable().Add("x", "06613", "3", "poor")).Results();
        var ground = results.Ground(0, 1);
        Assert.Empty(ground.Unplaced);
        Assert.Equal([1, 1, 0, 1], new[] { "06613", "06625", "06637", "20" }.Select(code => ground.Before.Of(Area(results, code), Group.All).Rejected));
        var change = results.Change(0, 1, Area(results, "06613"), Group.All, "poor_rate");
        Assert.Equal(new Bounds(0, 50), change.Bounds);
    }

    [Fact]
    public void What_they_lack_is_kept_only_of_households_carried_whole()
    {
        var results = Run(At2025,
            new HouseholdTable().Add("a", "06622", "4", "poor").Add("x", "06637", "3", "poor"),
            new HouseholdTable().Add("a", "06613", "4", "poor").Add("x", "06637", "3", "poor")).Results();
        var lost = results.Change(0, 1, Area(results, "06613"), Group.All, "deprived:employment");
        Assert.Equal((Incomparable.Values, Missing.SplitProfile, (decimal?)100), (lost.Incomparable, lost.Before.Missing, lost.After.Value));
        Assert.Equal(0, results.Change(0, 1, Area(results, "06637"), Group.All, "deprived:employment").Value);
        Assert.Equal(0, results.Change(0, 1, Area(results, "20"), Group.All, "deprived:employment").Value);
    }

    [Fact]
    public void The_districts_that_ended_hold_the_households_of_both_rounds()
    {
        // The ward Đông Kinh (05977 now) crosses the line between the city (178) and Cao Lộc (183); Vĩnh Trại (05977 then) was of the city.
        var map = Geography.LastDistricts(AreaLists.BuiltIn)!;
        Assert.Equal(("districts-2025", new DateOnly(2025, 6, 30)), (map.Name, map.Day));
        var results = Run(map,
            new HouseholdTable().Add("a", "06622", "4", "poor").Add("b", "05977", "3", "poor").Add("c", "06184", "3", "poor"),
            new HouseholdTable().Add("a", "06613", "4", "near").Add("b", "05977", "3", "poor").Add("c", "06184", "3", "near").Add("d", "05977", "2", "poor")).Results();
        Assert.DoesNotContain(results.AreasOf(0, 1), area => area.Level == AreaLevel.Commune);
        Assert.Equal([(1, 0)], Of(results, "189", "poor"));
        Assert.Equal(["178", "183"], results.Ground(0, 1).Unplaced.Keys.Where(area => area.Level == AreaLevel.District).Select(area => area.Code).Order());
        Assert.Equal([(3, 2)], Of(results, "20", "poor"));
    }

    [Fact]
    public void A_tag_that_holds_all_parts_of_a_divided_unit_is_compared()
    {
        var run = Run(At2025,
            new HouseholdTable().Add("a", "06622", "4", "poor").Add("b", "06625", "4", "poor"), new HouseholdTable().Add("b", "06625", "3", "near"));
        run.Settings = run.Settings with { Tags = TestRun.Table("area_code,tag,from,until\n06613,both,2025-07-01,\n06625,both,2025-07-01,\n06613,one,2025-07-01,\n") };
        var results = run.Results();
        Assert.Equal([(2, 0)], Of(results, "both", "poor"));
        Assert.Equal(Incomparable.Unplaced, results.Change(0, 1, Area(results, "one"), Group.All, "poor").Incomparable);
    }

    [Fact]
    public void Registers_are_summed_and_never_divided()
    {
        var table = new HouseholdTable().Add("a", "06622", "4", "poor").Add("x", "06607", "3", "poor");
        var now = new HouseholdTable().Add("a", "06613", "4", "poor").Add("x", "06607", "3", "poor");
        var before = string.Concat(Communes(2024).Select((unit, i) => $"2024,{unit.Code},{100 + i},400\n"));
        var run = new TestRun { Settings = Settings(At2025) }
            .Round(2024, table.ToString(), Coverage.Reviewed, "round,area_code,households,persons\n" + before)
            .Round(2025, now.ToString(), Coverage.Reviewed, "round,area_code,households,persons\n" + string.Concat(Communes(2025).Select(unit => $"2025,{unit.Code},300,1200\n")));
        var results = run.Results();
        var split = results.Change(0, 1, Area(results, "06613"), Group.All, "poor_rate");
        Assert.Equal((Incomparable.Values, Missing.SplitTotals), (split.Incomparable, split.Before.Missing));
        Assert.Equal([(1, 1)], Of(results, "06613", "poor"));
        var whole = AreaLists.BuiltInChanges.All.Where(change => change.Day == new DateOnly(2025, 7, 1) && change.New.Code == "06607").Select(change => change.Old.Code).ToArray();
        var sum = Communes(2024).Index().Where(unit => whole.Contains(unit.Item.Code)).Sum(unit => 100 + unit.Index);
        Assert.Equal([(sum, 300)], Of(results, "06607", "households"));
        Assert.Equal([(Enumerable.Range(100, 194).Sum(), 65 * 300)], Of(results, "20", "households"));
    }

    [Fact]
    public void Counts_alone_are_carried_with_whole_units_and_stand_above_divided_ones()
    {
        string Counts(int year, int households) => "year,area_code,households,persons,poor\n" + string.Concat(Communes(year).Select((unit, i) => $"{year},{unit.Code},{households},400,{i % 7}\n"));
        var run = new TestRun { Settings = Settings(At2025) }.Counts(2024, Counts(2024, 100)).Counts(2025, Counts(2025, 300));
        var results = run.Results();
        Assert.Equal(["06613", "06625", "06637"], results.AreasOf(0, 1).Where(area => area.Level == AreaLevel.Commune
            && results.Change(0, 1, area, Group.All, "poor_rate").Incomparable != Incomparable.No).Select(area => area.Code));
        Assert.Equal(Missing.SplitTotals, results.Change(0, 1, Area(results, "06613"), Group.All, "poor").Before.Missing);
        Assert.Equal(results.Rounds[0].Find(Area(results, "20"), Group.All, "poor"), results.Change(0, 1, Area(results, "20"), Group.All, "poor").Before);
    }

    [Fact]
    public void Results_of_the_rounds_stay_as_they_are()
    {
        var before = new HouseholdTable().Add("a", "06622", "4", "poor");
        var now = new HouseholdTable().Add("a", "06613", "4", "poor");
        var (plain, recast) = (Run(null, before, now).Results(), Run(At2025, before, now).Results());
        foreach (var (one, other) in plain.Rounds.Zip(recast.Rounds))
            Assert.Equal(Figures(one), Figures(other));
    }

    [Fact]
    public void Targets_on_changes_and_movements_mean_the_units_of_the_map_and_levels_those_of_the_round()
    {
        const string Targets = """
            id,scope,where,measure,kind,is,value,year,base_year,source
            fall,district:189,,poor,change_points,<=,-1,2025,,
            open,district:183,,poor,change_points,<=,-1,2025,,
            out,district:189,,escaped,level,>=,1,2025,,
            lost,district:183,,escaped,level,>=,1,2025,,
            poorest,each-district,rate_before >= 50,poor_rate,change_points,<=,-5,2025,,
            level,commune:06613,,poor,level,<=,0,2025,,
            gone,district:189,,poor,level,<=,0,2025,,

            """;
        var run = Run(Geography.LastDistricts(AreaLists.BuiltIn),
            new HouseholdTable().Add("a", "06622", "4", "poor").Add("b", "06184", "3", "poor").Add("c", "05974", "3", "non"),
            new HouseholdTable().Add("a", "06613", "4", "near").Add("b", "06184", "3", "near").Add("d", "05977", "2", "poor").Add("c", "05977", "3", "non"));
        var verdicts = run.Judge(Targets).Select(result => $"{result.Target.Id} {result.Area?.Code} {result.Verdict}");
        Assert.Equal(
        [
            "fall 189 Met", "open 183 NotMeasurable", "out 189 Met", "lost 183 NotMeasurable",
            // Of Cao Lộc the base is known, the round now is not.
            "poorest 183 NotMeasurable", "poorest 189 Met", "level 06613 Met", "gone  NotMeasurable",
        ], verdicts);
    }

    [Fact]
    public void Divided_units_and_changed_territory_are_told()
    {
        var divided = Run(At2025, new HouseholdTable().Add("a", "06622", "4", "poor").Add("b", "06622", "4", "poor"), new HouseholdTable().Add("a", "06613", "4", "poor")).Execute();
        var finding = Assert.Single(divided.AllFindings(), finding => finding.Code == "PV3006");
        Assert.Contains("06622 Xã Bính Xá, 06625 Xã Kiên Mộc", FindingCatalogue.BuiltIn.Message(finding, Language.Vietnamese), StringComparison.Ordinal);
        Assert.Contains("households placed by their id in round 2025: 1, not placed: 1;", FindingCatalogue.BuiltIn.Message(finding, Language.English), StringComparison.Ordinal);
        var asReported = Run(null, new HouseholdTable().Add("a", "06025", "4", "poor"), new HouseholdTable().Add("a", "06025", "4", "poor"), 2023, 2024).Execute();
        Assert.Equal("06025", Assert.Single(asReported.AllFindings(), finding => finding.Code == "PV3008").CommuneCode);
        Assert.Equal(0, asReported.Results!.Change(0, 1, Area(asReported.Results!, "06025"), Group.All, "poor").Value);
    }

    private static RunSettings Settings(Geography? map) => new() { Areas = AreaLists.BuiltIn, Changes = AreaLists.BuiltInChanges, Geography = map, Province = "20" };

    private static TestRun Run(Geography? map, HouseholdTable before, HouseholdTable now, int from = 2024, int to = 2025) =>
        new TestRun { Settings = Settings(map) }.Round(from, before.ToString()).Round(to, now.ToString());

    private static Area[] Communes(int year) => [.. AreaLists.BuiltIn.On(new(year, 12, 14)).Where(unit => unit.Level == AreaLevel.Commune)];

    private static AreaNode Area(Results results, string code) => results.AreasOf(0, 1).Single(area => area.Code == code);

    private static IEnumerable<(decimal?, decimal?)> Of(Results results, string code, params string[] measures) => measures
        .Select(measure => results.Change(0, 1, Area(results, code), Group.All, measure)).Select(change => (change.Before.Value, change.After.Value));

    private static string Figures(RoundResult round) => string.Join('\n', round.Summary.Areas.SelectMany(area => round.Summary.GroupsOf(area)
        .SelectMany(group => round.Measures.Select(measure => $"{area.Code} {group} {measure.Name} {measure.Of(round.Summary.Of(area, group))}"))));
}
