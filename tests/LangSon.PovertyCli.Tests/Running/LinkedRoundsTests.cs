using LangSon.Poverty.Running;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Households that were confirmed to be one are followed as one, whatever their ids mean otherwise.</summary>
public sealed class LinkedRoundsTests
{
    private const string Columns = "household_id,commune_code,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means";
    private const string Poor = "05986,4,1000000,1,1,1,0,0,0,0,0,0,0,0,0";
    private const string Better = "05986,4,3900000,0,0,0,0,0,0,0,0,0,0,0,0";

    [Fact]
    public void Without_a_link_a_household_of_another_id_left_and_another_came()
    {
        var run = Run(["1", Poor], ["9", Better]);
        Assert.Equal((0, 1), (Moved(run, "escaped"), Moved(run, "other_out")));
    }

    [Fact]
    public void With_a_link_it_escaped()
    {
        var run = Run(["1", Poor], ["9", Better], "2022,1,2023,9,x");
        Assert.Equal((1, 0), (Moved(run, "escaped"), Moved(run, "other_out")));
        Assert.DoesNotContain("PV4007", run.Codes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("không")]
    public void A_suggestion_that_nobody_confirmed_links_nothing(string confirmed) =>
        Assert.Equal(0, Moved(Run(["1", Poor], ["9", Better], $"2022,1,2023,9,{confirmed}"), "escaped"));

    [Fact]
    public void Ids_that_were_given_out_anew_are_followed_where_they_went()
    {
        // 1 became 2 and escaped; 2 became 1 and stayed poor; the new 3 is not the old 3, which became 4.
        var run = Run(["1", Poor, "2", Poor, "3", Poor], ["2", Better, "1", Poor, "3", Poor, "4", Better], "2022,1,2023,2,x", "2022,2,2023,1,x", "2022,3,2023,4,x");
        Assert.Equal((2, 0, 1, 2), (Moved(run, "escaped"), Moved(run, "other_out"), Moved(run, "other_in"), Moved(run, "end")));
    }

    [Fact]
    public void An_id_keeps_the_meaning_that_it_has_had_since_it_was_linked()
    {
        using var folder = Folder(["1", Poor], ["9", Poor], "2022,1,2023,9,x");
        folder.Write("2024.csv", Table(["9", Better]));
        folder.Write("poverty.json", File.ReadAllText(folder["poverty.json"]).Replace("[\"2023.csv\"] }", "[\"2023.csv\"] }, { \"year\": 2024, \"households\": [\"2024.csv\"] }", StringComparison.Ordinal));
        var run = MemoryRun.Of(folder.Path);
        var results = run.Report!.Outcome.Results!;
        var movement = results.Movements(0, 2).Single(entry => entry.Key is { Group: 0, Area.Code: "05986" }).Value;
        Assert.Equal((1, 0), (movement.Poor.Escaped.Households, movement.Poor.OtherOut.Households));
    }

    [Fact]
    public void Linked_households_are_the_same_in_a_file_that_was_sent_again()
    {
        using var folder = Folder(["1", Poor], ["9", Poor], "2022,1,2024,9,x");
        folder.Write("2024_1.csv", Table(["9", Poor, "8", Poor]));
        folder.Write("2024_2.csv", Table(["9", Better, "8", Poor]));
        folder.Write("poverty.json", File.ReadAllText(folder["poverty.json"])
            .Replace("[\"2023.csv\"] }", "[\"2023.csv\"] }, { \"year\": 2024, \"households\": [\"2024_*.csv\"] }", StringComparison.Ordinal)
            .Replace("\"links\"", "\"submissions\": { \"newest\": \"{unit}_{version}\" }, \"links\"", StringComparison.Ordinal));
        var changed = Assert.Single(Assert.Single(MemoryRun.Of(folder.Path).Report!.Resubmissions).Households!);
        Assert.Equal(("9", HouseholdChange.ClassChanged), (changed.ShownId, changed.Change));
    }

    [Fact]
    public void A_link_to_a_household_that_is_not_there_is_told()
    {
        var finding = Run(["1", Poor], ["9", Better], "2022,1,2023,8,x").Only("PV4007");
        Assert.Equal(("links.csv", 2L, "8"), (finding.Place.File, finding.Place.Line, finding.HouseholdId));
    }

    [Theory]
    [InlineData("2021,1,2023,9,x", "round_from")]
    [InlineData("2023,9,2022,1,x", "round_to")]
    [InlineData("2022,1,2023,9,có lẽ", "confirmed")]
    [InlineData("2022,1,2023,9,x\n2022,1,2023,8,x", "id_from")]
    [InlineData("2022,1,2023,9,x\n2022,2,2023,9,x", "id_to")]
    public void A_table_that_contradicts_itself_is_refused(string links, string column)
    {
        var run = Run(["1", Poor], ["9", Better], links);
        Assert.Equal((ExitCode.Usage, column), (run.Exit, Assert.Single(run.Findings).Column));
    }

    private static MemoryRun Run(string[] before, string[] now, params string[] links)
    {
        using var folder = Folder(before, now, links);
        return MemoryRun.Of(folder.Path);
    }

    private static TemporaryFolder Folder(string[] before, string[] now, params string[] links)
    {
        var folder = new TemporaryFolder();
        folder.Write("2022.csv", Table(before));
        folder.Write("2023.csv", Table(now));
        folder.Write("links.csv", $"round_from,id_from,round_to,id_to,confirmed\n{string.Join('\n', links)}\n");
        folder.Write("poverty.json", "{ \"areas\": \"data\", \"links\": \"links.csv\", \"rounds\": [ { \"year\": 2022, \"households\": [\"2022.csv\"] }, { \"year\": 2023, \"households\": [\"2023.csv\"] } ] }");
        return folder;
    }

    private static string Table(string[] rows) => $"{Columns}\n{string.Concat(rows.Chunk(2).Select(row => $"{row[0]},{row[1]}\n"))}";

    private static long Moved(MemoryRun run, string measure)
    {
        var movement = run.Report!.Outcome.Results!.Movements(0, 1).Single(entry => entry.Key is { Group: 0, Area.Code: "05986" }).Value.Poor;
        return measure switch
        {
            "escaped" => movement.Escaped.Households,
            "other_out" => movement.OtherOut.Households,
            "other_in" => movement.OtherIn.Households,
            _ => movement.End.Households,
        };
    }
}
