using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>Which of a unit's files is read, and what is said where that is not clear.</summary>
public sealed class SubmissionTests
{
    private const string Rule = ", \"submissions\": { \"newest\": \"{unit}_{version}\" }";

    [Fact]
    public void Of_several_files_of_a_unit_the_newest_by_name_is_read_alone()
    {
        using var folder = new CollectionFolder(Rule);
        folder.Write("2023/06040_2.csv", CollectionFolder.Households("06040", poor: 5));
        folder.Write("2023/06040_10.csv", CollectionFolder.Households("06040", poor: 3));
        folder.Delete("2023/06040.csv");
        var run = folder.Run();
        Assert.Equal(3, run.Figure("poor", "06040", round: 1));
        Assert.Empty(run.Findings);
        Assert.Equal(["2023/05971.csv", "2023/05974.csv", "2023/06040_10.csv", "2023/06043.csv"], run.Report!.Outcome.Files[1].Select(file => file.File.Name));
    }

    [Fact]
    public void Equal_versions_are_a_fault_of_the_configuration_that_names_both()
    {
        using var folder = new CollectionFolder(Rule);
        folder.Write("2023/06040_1.csv", CollectionFolder.Households("06040", poor: 5));
        folder.Write("2023/06040_01.xlsx", "");
        var run = folder.Run();
        Assert.Equal((ExitCode.Usage, "PV9001"), (run.Exit, run.Codes));
        Assert.Contains("2023/06040_01.xlsx and 2023/06040_1.csv", Message(run.Findings[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("06040,b.csv,2023-12-21,", "06040,a.csv,2023-12-20,", 3)]
    [InlineData("Huyện Hai/Xã Đại Đồng,2023/b.csv,2023-12-21,", "6040,a.csv,2023-12-20,", 3)]
    [InlineData("Xã Đại Đồng,a.csv,2023-12-21,", "06040,b.csv,2023-12-20,", 5)]
    [InlineData("06040,a.csv,,accepted", "06040,b.csv,,superseded", 5)]
    [InlineData("06040,a.csv,,trả lại", "06040,b.csv,,đã nhận", 3)]
    [InlineData("06040,a.csv,,refused", "06040,b.csv,,", 3)]
    public void The_table_says_which_file_counts_or_the_later_one_does(string one, string other, int poor)
    {
        using var folder = new CollectionFolder();
        folder.Delete("2023/06040.csv");
        folder.Write("2023/a.csv", CollectionFolder.Households("06040", poor: 5));
        folder.Write("2023/b.csv", CollectionFolder.Households("06040", poor: 3));
        folder.List("05971,05971.csv,,", "05974,2023/05974.csv,,", "06043,06043.csv,,", one, other);
        var run = folder.Run();
        Assert.Empty(run.Findings);
        Assert.Equal(poor, run.Figure("poor", "06040", round: 1));
    }

    [Theory]
    [InlineData("06040,2023/a.csv,2023-12-20,", "06040,2023/b.csv,2023-12-20,", "2023/a.csv and 2023/b.csv")]
    [InlineData("06040,2023/a.csv,2023-12-20,", "06040,2023/b.csv,,", "2023/a.csv and 2023/b.csv")]
    [InlineData("06040,2023/a.csv,,late", "", "\"late\" is not one of")]
    [InlineData("Xã Tam Thanh,2023/a.csv,,", "", "\"Xã Tam Thanh\" is not one unit")]
    [InlineData("06999,2023/a.csv,,", "", "\"06999\" is not one unit")]
    [InlineData("06040,2023/a.csv,,", "06040,a.csv,,", "stands twice")]
    [InlineData("06040,2023/a.csv,,accepted", "06043,a.csv,,returned", "2023/a.csv counts for one unit and not for another")]
    public void What_the_table_leaves_open_is_a_fault_of_the_configuration(string one, string other, string said)
    {
        using var folder = new CollectionFolder();
        folder.Write("2023/a.csv", CollectionFolder.Households("06040", poor: 5));
        folder.Write("2023/b.csv", CollectionFolder.Households("06040", poor: 3));
        folder.List([.. new[] { one, other }.Where(row => row.Length > 0)]);
        var run = folder.Run();
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(said, string.Join('\n', run.Findings.Select(Message)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_file_that_is_not_there_is_missing_input_unless_the_table_says_so()
    {
        using var folder = new CollectionFolder();
        folder.List("06040,late.csv,,");
        var run = folder.Run();
        Assert.Equal((ExitCode.Input, "PV1001"), (run.Exit, run.Codes));
        folder.List("06040,late.csv,,missing", "05971,05971.csv,,", "05974,2023/05974.csv,,", "06043,06043.csv,,", "06040,06040.csv,,");
        Assert.Empty(folder.Run().Findings);
    }

    [Fact]
    public void A_file_that_the_table_does_not_list_is_read_with_a_warning()
    {
        using var folder = new CollectionFolder();
        folder.List("05971,05971.csv,,", "05974,05974.csv,,", "06043,06043.csv,,");
        var run = folder.Run();
        Assert.Equal("2023/06040.csv", run.Only("PV1053").Place.File);
        Assert.Equal(1, run.Figure("poor", "06040", round: 1));
    }

    [Fact]
    public void Two_files_with_the_same_households_are_told_once_for_each_pair()
    {
        using var folder = new CollectionFolder();
        folder.Write("2023/a.csv", CollectionFolder.Households("06040", poor: 1));
        folder.Write("2023/b.csv", CollectionFolder.Households("06043", poor: 1, households: 3));
        var run = folder.Run();
        Assert.Equal([("2023/06040.csv", "2023/a.csv", "10"), ("2023/06043.csv", "2023/b.csv", "3")],
            run.Findings.Where(finding => finding.Code == "PV1052").Select(finding => (Detail(finding, "a"), Detail(finding, "b"), Detail(finding, "n"))).Order());
        Assert.Equal(13, run.Findings.Count(finding => finding.Code == "PV4001"));
    }

    private static string Detail(Finding finding, string name) => finding.Details.Single(detail => detail.Name == name).Value.En;

    private static string Message(Finding finding) => string.Join(' ', finding.Details.Select(detail => detail.Value.In(Language.English)));
}
