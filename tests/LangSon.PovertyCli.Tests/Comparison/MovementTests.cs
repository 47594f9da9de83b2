using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Comparison;

/// <summary>Each rule by which a household's move is named, one household at a time.</summary>
public sealed class MovementTests
{
    private const string Register = "round,area_code,households,persons\n2021,,100,400\n2022,,100,400\n2023,,100,400\n";

    [Theory]
    // before, now, coverage before, coverage now, entered_because → what the poor gained or lost
    [InlineData("poor", "near", "All", "All", "", "escaped_to_near_poor")]
    [InlineData("poor", "average", "All", "All", "", "escaped_above")]
    [InlineData("poor", "non", "All", "All", "", "escaped_above")]
    [InlineData("poor", "open", "All", "All", "", "other_out:Unresolved")]
    [InlineData("poor", "bad", "All", "All", "", "other_out:Unresolved")]
    [InlineData("poor", "", "All", "All", "", "other_out:NotStated")]
    [InlineData("poor", "", "Reviewed", "Reviewed", "", "other_out:Unlisted")]
    [InlineData("poor", "", "PoorList", "PoorList", "", "escaped_above")]
    [InlineData("poor", "", "All", "PoorList", "", "escaped_above")]
    [InlineData("poor", "", "PoorList", "All", "", "other_out:NotStated")]
    [InlineData("poor", "left", "All", "All", "", "other_out:Moved")]
    [InlineData("poor", "left", "PoorList", "PoorList", "", "other_out:Moved")]
    [InlineData("near", "poor", "All", "All", "", "near_poor_to_poor")]
    [InlineData("average", "poor", "All", "All", "", "newly_poor")]
    [InlineData("non", "poor", "All", "All", "", "newly_poor")]
    [InlineData("open", "poor", "All", "All", "", "other_in:Unresolved")]
    [InlineData("bad", "poor", "All", "All", "", "other_in:Unresolved")]
    [InlineData("", "poor", "All", "All", "", "other_in:NotStated")]
    [InlineData("", "poor", "Reviewed", "Reviewed", "", "newly_poor")]
    [InlineData("", "poor", "PoorList", "All", "", "newly_poor")]
    [InlineData("", "poor", "All", "PoorList", "", "other_in:NotStated")]
    [InlineData("", "poor", "PoorList", "PoorList", "moved", "other_in:Moved")]
    [InlineData("", "poor", "All", "All", "split", "other_in:Split")]
    [InlineData("", "poor", "All", "All", "other", "other_in:Other")]
    [InlineData("bad", "poor", "PoorList", "PoorList", "", "other_in:Unresolved")]
    [InlineData("open", "poor", "PoorList", "PoorList", "", "other_in:Unresolved")]
    public void A_household_is_counted_as_the_rule_says(string before, string now, string coverageBefore, string coverageNow, string entered, string expected)
    {
        var results = new TestRun()
            .Round(2022, One(before, ""), Enum.Parse<Coverage>(coverageBefore), Register)
            .Round(2023, One(now, "", entered), Enum.Parse<Coverage>(coverageNow), Register).Results();
        var moves = results.Movements(0, 1)[(Province(results), Group.All)].Poor;
        Assert.Equal(default, moves.Off);
        Assert.Equal(expected, Name(moves));
    }

    [Theory]
    // status column of 2023, years allowed → fell back or new; a status told in 2023 is of 2022
    [InlineData("escaped", 3, "fell_back")]
    [InlineData("escaped", 1, "fell_back")]
    [InlineData("escaped", 0, "newly_poor")]
    [InlineData("", 3, "newly_poor")]
    [InlineData("escaped_near_poor", 3, "newly_poor")]
    [InlineData("poor", 3, "newly_poor")]
    public void A_status_column_tells_who_fell_back(string status, int years, string expected)
    {
        var run = new TestRun().Round(2022, One("average", "")).Round(2023, One("poor", status));
        run.Settings = run.Settings with { FellBackYears = years };
        Assert.Equal(expected, Name(Moves(run.Results(), 0, 1)));
    }

    [Theory]
    [InlineData(3, "fell_back")]
    [InlineData(2, "fell_back")]
    [InlineData(1, "newly_poor")]
    public void An_earlier_round_tells_who_fell_back(int years, string expected)
    {
        // Poor in 2022, escaped in 2023, above the line in 2024, poor in 2025: the escape is two years old.
        var run = new TestRun().Round(2022, One("poor", "")).Round(2023, One("average", "")).Round(2024, One("non", "")).Round(2025, One("poor", ""));
        run.Settings = run.Settings with { FellBackYears = years };
        Assert.Equal(expected, Name(Moves(run.Results(), 2, 3)));
    }

    [Fact]
    public void Gone_from_a_poor_list_is_an_escape_from_which_a_household_can_fall_back()
    {
        var run = new TestRun().Round(2022, One("poor", ""), Coverage.PoorList, Register).Round(2023, One("", ""), Coverage.PoorList, Register)
            .Round(2024, One("poor", ""), Coverage.PoorList, Register);
        Assert.Equal("fell_back", Name(Moves(run.Results(), 1, 2)));
    }

    [Fact]
    public void Without_a_status_column_or_an_earlier_round_there_is_no_history()
    {
        static string Plain(string poverty) => string.Join('\n', One(poverty, "").Split('\n').Select(line => string.Join(',', line.Split(',').Take(18))));
        Assert.False(new TestRun().Round(2022, Plain("average")).Round(2023, Plain("poor")).Results().HasHistory(0, 1));
        Assert.True(new TestRun().Round(2022, Plain("average")).Round(2023, One("poor", "")).Results().HasHistory(0, 1));
        Assert.True(new TestRun().Round(2022, Plain("average")).Round(2023, Plain("average")).Round(2024, Plain("poor")).Results().HasHistory(1, 2));
    }

    [Fact]
    public void Growth_of_a_household_that_stays_poor_is_other_in_and_shrinking_is_other_out()
    {
        var results = new TestRun()
            .Round(2022, new HouseholdTable().Add("A", "X", "3", "poor").Add("B", "X", "5", "poor").ToString())
            .Round(2023, new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "X", "2", "poor").ToString()).Results();
        var moves = Moves(results, 0, 1);
        Assert.Equal((new Flow(0, 1), new Flow(0, 3)), (moves.OtherIn, moves.OtherOut));
        Assert.Equal((moves.OtherIn, moves.OtherOut), (moves.CameBy(Passage.Size), moves.LeftBy(Passage.Size)));
        Assert.Equal(default, moves.Off);
    }

    [Fact]
    public void A_mover_between_communes_leaves_one_enters_the_other_and_stays_in_the_province()
    {
        var results = new TestRun()
            .Round(2022, new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "Y", "1", "non").ToString())
            .Round(2023, new HouseholdTable().Add("A", "Y", "4", "poor").Add("B", "X", "1", "non").ToString()).Results();
        var movements = results.Movements(0, 1);
        Assert.Equal(new Flow(1, 4), movements[(TestRun.Area(results, AreaLevel.Commune, "X"), Group.All)].Poor.LeftBy(Passage.Elsewhere));
        Assert.Equal(new Flow(1, 4), movements[(TestRun.Area(results, AreaLevel.Commune, "Y"), Group.All)].Poor.CameBy(Passage.Elsewhere));
        var province = movements[(Province(results), Group.All)].Poor;
        Assert.Equal((default, default, new Flow(1, 4)), (province.OtherIn, province.OtherOut, province.End));
    }

    [Fact]
    public void The_near_poor_mirror_the_poor()
    {
        var results = new TestRun()
            .Round(2022, new HouseholdTable().Add("A", "X", "4", "near").Add("B", "X", "3", "poor").Add("C", "X", "2", "near").Add("D", "X", "1", "non").ToString())
            .Round(2023, new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "X", "3", "near").Add("C", "X", "2", "average").Add("D", "X", "1", "near", previous: "escaped_near_poor").ToString())
            .Results();
        var near = results.Movements(0, 1)[(Province(results), Group.All)].NearPoor;
        Assert.Equal((new Flow(2, 6), new Flow(2, 6), new Flow(1, 3), new Flow(1, 1), new Flow(2, 4)), (near.Start, near.Escaped, near.FromNeighbour, near.FellBack, near.End));
        Assert.Equal((new Flow(1, 4), new Flow(1, 2)), (near.ToNeighbour, near.Above));
        Assert.Equal(default, near.Off);
    }

    /// <summary>Forms 2 and 3 cannot be made across two standards: then nothing in them has to agree.</summary>
    [Theory]
    [InlineData(2022, true)]
    [InlineData(2021, false)]
    public void Persons_of_the_forms_are_compared_under_one_standard_only(int before, bool expected)
    {
        const string Header = "household_id,commune_code,household_size,recognised_class\n";
        var run = new TestRun().Round(before, Header + "A,X,4,poor\n").Round(before + 1, Header + "A,X,5,near_poor\n");
        run.Settings = run.Settings with { Official = LangSon.Poverty.Households.OfficialClass.Recognised };
        Assert.Equal(expected, run.Execute().AllFindings().Any(finding => finding.Code == "PV8014"));
    }

    [Fact]
    public void A_poor_household_missing_from_a_review_list_is_reported_for_its_commune()
    {
        var outcome = new TestRun().Round(2022, One("poor", ""), Coverage.Reviewed, Register).Round(2023, One("", ""), Coverage.Reviewed, Register).Execute();
        Assert.Contains(outcome.AllFindings(), finding => finding.Code == "PV8013" && finding.CommuneCode == "X");
    }

    [Theory]
    // size before, size now, the way of the household → persons of forms 2 and 3 as the finding names them
    [InlineData("4", "4", "poor", "near", null)]
    [InlineData("4", "5", "poor", "near", "4 5 0 0")]
    [InlineData("4", "4", "near", "poor", null)]
    [InlineData("4", "3", "near", "poor", "0 0 4 3")]
    [InlineData("4", "5", "poor", "poor", null)]
    [InlineData("4", "5", "near", "average", null)]
    public void Households_between_poor_and_near_poor_that_change_their_size_are_named_for_the_two_forms(string sizeBefore, string sizeNow, string before, string now, string? persons)
    {
        var outcome = new TestRun()
            .Round(2022, new HouseholdTable().Add("A", "X", sizeBefore, before).ToString())
            .Round(2023, new HouseholdTable().Add("A", "X", sizeNow, now).ToString()).Execute();
        var found = outcome.AllFindings().Where(finding => finding.Code == "PV8014").ToArray();
        Assert.Equal(persons is null ? [] : ["", "X"], found.Select(finding => finding.CommuneCode));
        Assert.All(found, finding => Assert.Equal(persons, string.Join(' ', finding.Details.Where(detail => detail.Name.Length == 1).Select(detail => detail.Value.En))));
    }

    private static string One(string poverty, string previous, string entered = "")
    {
        // Another household keeps the file from being empty.
        var table = new HouseholdTable().Add("Z", "X", "1", "non");
        if (poverty == "left") table.Add("A", "X", "4", "poor", left: "moved");
        else if (poverty.Length > 0) table.Add("A", "X", "4", poverty, previous: previous, entered: entered);
        return table.ToString();
    }

    private static AreaNode Province(Results results) => TestRun.Area(results, AreaLevel.Province);

    private static ClassMovement Moves(Results results, int from, int to) => results.Movements(from, to)[(Province(results), Group.All)].Poor;

    private static string Name(ClassMovement moves)
    {
        (string Name, Flow Flow)[] all =
        [
            ("escaped_to_near_poor", moves.ToNeighbour), ("escaped_above", moves.Above), ("near_poor_to_poor", moves.FromNeighbour), ("fell_back", moves.FellBack), ("newly_poor", moves.New),
            .. Enum.GetValues<Passage>().Select(passage => ($"other_in:{passage}", moves.CameBy(passage))),
            .. Enum.GetValues<Passage>().Select(passage => ($"other_out:{passage}", moves.LeftBy(passage))),
        ];
        return Assert.Single(all, move => move.Flow.Households > 0).Name;
    }
}
