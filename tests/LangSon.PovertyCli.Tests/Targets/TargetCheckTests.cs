using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Targets;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Targets;

/// <summary>Verdicts on both sides of a target, and the figures beside them.</summary>
public sealed class TargetCheckTests
{
    private const string Header = "id,scope,where,measure,kind,is,value,year,base_year,source\n";

    [Theory]
    // 100 households, 10 poor before and the number given now
    [InlineData(7, "level", "<=", "7", "met", "0", 0L)]
    [InlineData(8, "level", "<=", "7", "missed", "-1", 1L)]
    [InlineData(8, "level", "<=", "7.5", "missed", "-0.5", 1L)]
    [InlineData(7, "change_points", "<=", "-3", "met", "0", 0L)]
    [InlineData(8, "change_points", "<=", "-3", "missed", "-1", 1L)]
    [InlineData(5, "change_relative", "<=", "-50", "met", "0", 0L)]
    [InlineData(6, "change_relative", "<=", "-50", "missed", "-10", 1L)]
    [InlineData(8, "level", ">=", "8", "met", "0", null)]
    [InlineData(7, "level", ">=", "8", "missed", "-1", null)]
    public void A_rate_is_met_up_to_and_including_its_value(int poor, string kind, string sign, string value, string verdict, string margin, long? shortfall)
    {
        var result = Assert.Single(Run(10, poor).Judge($"{Header}t,province,,poor_rate,{kind},{sign},{value},2023,2022,plan\n"));
        Assert.Equal((verdict, decimal.Parse(margin, System.Globalization.CultureInfo.InvariantCulture), shortfall), (Word(result.Verdict), result.Margin!.Value, result.HouseholdsShort));
    }

    [Theory]
    [InlineData("change_points", "-5", "60")]
    [InlineData("change_relative", "-50", "60")]
    [InlineData("level", "5", "60")]
    public void Completion_is_what_was_achieved_of_what_was_planned(string kind, string value, string completion)
    {
        // From 10 to 7 of 100, where 5 was planned.
        var result = Assert.Single(Run(10, 7).Judge($"{Header}t,province,,poor_rate,{kind},<=,{value},2023,2022,plan\n"));
        Assert.Equal(decimal.Parse(completion, System.Globalization.CultureInfo.InvariantCulture), result.CompletionPercent);
    }

    [Fact]
    public void A_count_at_least_as_planned_completes_more_than_a_hundred_percent()
    {
        // "7 households = 233.3 % of the plan of 3": counts with >= are completed by what was reached.
        var result = Assert.Single(Run(10, 3).Judge($"{Header}t,province,,escaped,level,>=,3,2023,2022,plan\n"));
        Assert.Equal(("met", 7m), (Word(result.Verdict), result.Actual!.Value));
        Assert.Equal(233.3m, Math.Round(result.CompletionPercent!.Value, 1));
    }

    [Fact]
    public void A_group_that_is_only_counted_has_levels_and_changes_but_no_movements()
    {
        const string columns = "household_id,commune_code,household_size,recognised_class,merit\n";
        var run = new TestRun().Round(2022, $"{columns}A,X,4,poor,1\nB,X,4,non_poor,1\nC,X,4,poor,0\n").Round(2023, $"{columns}A,X,4,non_poor,1\nB,X,4,non_poor,1\nC,X,4,poor,0\n");
        run.Settings = run.Settings with { Official = Poverty.Households.OfficialClass.Recognised };
        var results = run.Judge($"""
            {Header}level,group:merit=yes,,poor,level,<=,0,2023,2022,plan
            fall,group:merit=yes,,poor_rate,change_points,<=,-50,2023,2022,plan
            others,group:merit=no,,poor_rate,level,<=,99,2023,2022,plan
            moved,group:merit=yes,,escaped,level,>=,1,2023,2022,plan
            """);
        Assert.Equal(["met", "met", "missed", "not-measurable"], results.Select(result => Word(result.Verdict)));
        Assert.Equal("movements are not followed by this group", results[3].Because.En);
    }

    [Fact]
    public void A_count_to_be_kept_below_says_by_how_many_households_it_is_over()
    {
        var result = Assert.Single(Run(3, 10).Judge($"{Header}t,province,,newly_poor,level,<=,5,2023,2022,plan\n"));
        Assert.Equal(("missed", 7m, 2L), (Word(result.Verdict), result.Actual!.Value, result.HouseholdsShort!.Value));
    }

    [Fact]
    public void Unresolved_rows_that_could_turn_the_verdict_leave_it_open()
    {
        // 6 surely poor and 2 open: between 6 and 8 of 100.
        var run = new TestRun().Round(2022, Table(10, 0)).Round(2023, Table(6, 2));
        Assert.Equal("depends-on-unresolved", Word(Assert.Single(run.Judge($"{Header}t,province,,poor_rate,level,<=,7,2023,,plan\n")).Verdict));
        Assert.Equal("met", Word(Assert.Single(run.Judge($"{Header}t,province,,poor_rate,level,<=,8,2023,,plan\n")).Verdict));
        Assert.Equal("missed", Word(Assert.Single(run.Judge($"{Header}t,province,,poor_rate,level,<=,5,2023,,plan\n")).Verdict));
    }

    [Fact]
    public void Printed_figures_are_compared_only_where_the_setting_says_so_and_the_difference_is_told()
    {
        // 3 of 101 is 2.97 %: printed with no decimals it is 3.
        var run = new TestRun().Round(2023, Table(3, 0, 101));
        const string target = $"{Header}t,province,,poor_rate,level,>=,3,2023,,plan\n";
        var exact = Assert.Single(run.Judge(target));
        var printed = Assert.Single(run.Judge(target, CompareAt.Printed));
        Assert.Equal(("missed", "met"), (Word(exact.Verdict), Word(printed.Verdict)));
        Assert.Contains("opposite", exact.Because.En, StringComparison.Ordinal);
        Assert.Contains("opposite", printed.Because.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_commune_of_a_condition_is_judged_and_no_other()
    {
        var before = new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "X", "4", "non").Add("C", "Y", "4", "non").ToString();
        var after = new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "X", "4", "non").Add("C", "Y", "4", "poor").ToString();
        var results = new TestRun().Round(2022, before).Round(2023, after).Judge($"{Header}t,each-commune,rate_before >= 30 and households < 5,poor_rate,change_points,<=,-5,2023,2022,plan\n");
        Assert.Equal(("X", "missed"), (Assert.Single(results).Area!.Code, Word(results[0].Verdict)));
    }

    [Theory]
    [InlineData("t,province,,poor_rate,level,<=,5,2030,,plan", "2030")]
    [InlineData("t,commune:nowhere,,poor_rate,level,<=,5,2023,,plan", "scope")]
    [InlineData("t,province,,poor_rate,change_points,<=,-5,2022,2021,plan", "base round")]
    [InlineData("t,province,,fell_back,level,<=,5,2022,,plan", "two rounds")]
    public void What_cannot_be_judged_says_why(string target, string reason)
    {
        var result = Assert.Single(Run(10, 5).Judge($"{Header}{target}\n"));
        Assert.Equal("not-measurable", Word(result.Verdict));
        Assert.Contains(reason, result.Because.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t,each-commune,rate_before >= 1,poor_rate,level,<=,5,2022,,plan")]
    [InlineData("t,each-commune,rate_before >= 1,poor_rate,level,<=,5,2023,2019,plan")]
    public void A_condition_without_its_base_round_leaves_the_target_open(string target)
    {
        var result = Assert.Single(Run(10, 5).Judge($"{Header}{target}\n"));
        Assert.Equal("not-measurable", Word(result.Verdict));
        Assert.Contains("base round", result.Because.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_no_unit_meets_says_so_in_a_row_of_its_own()
    {
        var result = Assert.Single(Run(10, 5).Judge($"{Header}t,each-commune,rate_before >= 90,poor_rate,change_points,<=,-5,2023,2022,plan\n"));
        Assert.Equal(("met", null), (Word(result.Verdict), result.Area));
        Assert.Contains("no unit", result.Because.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("change_points", "-5", 3L)]
    [InlineData("change_relative", "-50", 3L)]
    public void A_count_that_fell_too_little_says_by_how_many_households(string kind, string value, long shortfall)
    {
        // From 10 to 8 poor households, where 5 fewer were planned.
        var result = Assert.Single(Run(10, 8).Judge($"{Header}t,province,,poor,{kind},<=,{value},2023,2022,plan\n"));
        Assert.Equal(("missed", shortfall), (Word(result.Verdict), result.HouseholdsShort!.Value));
    }

    [Fact]
    public void A_target_met_as_printed_is_short_of_nothing()
    {
        // 6 of 101 is 5.94 %, printed with one decimal 5.9.
        var result = Assert.Single(new TestRun().Round(2023, Table(6, 0, 101)).Judge($"{Header}t,province,,poor_rate,level,<=,5.9,2023,,plan\n", CompareAt.Printed));
        Assert.Equal(("met", 0m, 0L), (Word(result.Verdict), result.Margin!.Value, result.HouseholdsShort!.Value));
    }

    [Fact]
    public void A_list_without_its_register_leaves_a_rate_unmeasurable()
    {
        var result = Assert.Single(new TestRun().Round(2023, Table(5, 0), Coverage.Reviewed).Judge($"{Header}t,province,,poor_rate,level,<=,5,2023,,plan\n"));
        Assert.Equal("not-measurable", Word(result.Verdict));
        Assert.Contains("register", result.Because.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_across_standards_is_not_judged()
    {
        var counts = new TestRun().Counts(2021, "year,area_code,households,poor\n2021,,100,10\n").Counts(2022, "year,area_code,households,poor\n2022,,100,5\n");
        var result = Assert.Single(counts.Judge($"{Header}t,province,,poor_rate,change_points,<=,-3,2022,2021,plan\n"));
        Assert.Equal("not-measurable", Word(result.Verdict));
        Assert.Contains("standards", result.Because.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t,everywhere,,poor_rate,level,<=,5,2023,,", "scope")]
    [InlineData("t,province,,poverty,level,<=,5,2023,,", "measure")]
    [InlineData("t,province,,poor_rate,levels,<=,5,2023,,", "kind")]
    [InlineData("t,province,,poor_rate,level,<,5,2023,,", "is")]
    [InlineData("t,province,,poor_rate,level,<=,five,2023,,", "value")]
    [InlineData("t,province,,poor_rate,level,<=,5,,,", "year")]
    [InlineData("t,province,,poor_rate,level,<=,5,2023,2023,", "base_year")]
    [InlineData("t,each-commune,rate > 5,poor_rate,level,<=,5,2023,,", "where")]
    [InlineData("t,each-commune,rate_before ~ 5,poor_rate,level,<=,5,2023,,", "where")]
    public void A_faulty_target_names_its_line_and_column(string row, string column)
    {
        var table = TestRun.Table($"{Header}{row}\n");
        Target.Read(table, new HashSet<string> { "poor_rate" });
        Assert.Contains(table.Faults, fault => fault.Column == column && fault.Place.Line == 2);
    }

    [Theory]
    [InlineData("provinc", "province")]
    [InlineData("distrct:181", "district:181")]
    [InlineData("each-comune", "each-commune")]
    public void A_mistyped_scope_is_answered_with_the_nearest(string typed, string meant)
    {
        var table = TestRun.Table($"{Header}t,{typed},,poor_rate,level,<=,5,2023,,\n");
        Target.Read(table, null);
        var reason = Assert.Single(table.Faults).Details.Single(detail => detail.Name == "reason").Value;
        Assert.EndsWith($"; có phải là \"{meant}\"?", reason.Vi, StringComparison.Ordinal);
        Assert.EndsWith($"; did you mean \"{meant}\"?", reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_told_once_for_all_rows()
    {
        using var rows = TestRun.Rows("id,scope,mesure,kind,is,value,year\na,province,poor_rate,level,<=,5,2023\nb,province,poor_rate,level,<=,5,2023\n", "table.csv");
        var table = PlainTable.Read(rows, TableForm.Targets);
        Target.Read(table, new HashSet<string> { "poor_rate" });
        Assert.Equal((1, "measure"), (Assert.Single(table.Faults).Place.Line, table.Faults[0].Column));
    }

    [Fact]
    public void A_scope_without_a_unit_is_answered_with_the_nearest_code_and_its_name()
    {
        var run = new TestRun { Settings = new RunSettings { Areas = Repository.Areas, Province = "20" } }.Counts(2023, "year,area_code,households,poor\n2023,181,100,10\n");
        var because = Assert.Single(run.Judge($"{Header}t,district:1811,,poor_rate,level,<=,5,2023,,\n")).Because;
        Assert.Equal(("không có đơn vị nào thuộc phạm vi district:1811; có phải là district:181 (Huyện Bình Gia)?", "no unit is in the scope district:1811; did you mean district:181 (Huyện Bình Gia)?"), (because.Vi, because.En));
    }

    private static string Word(Verdict verdict) => PovertyCli.Reporting.Results.VerdictWords.Word(verdict);

    private static TestRun Run(int before, int after) => new TestRun().Round(2022, Table(before, 0)).Round(2023, Table(after, 0));

    private static string Table(int poor, int open, int all = 100)
    {
        var table = new HouseholdTable();
        for (var i = 0; i < all; i++) table.Add($"H{i}", "X", "4", i < poor ? "poor" : i < poor + open ? "open" : "non");
        return table.ToString();
    }
}
