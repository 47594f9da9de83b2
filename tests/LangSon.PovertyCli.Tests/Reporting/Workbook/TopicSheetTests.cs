using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Reporting.Workbook;

/// <summary>The sheets of single topics: names of figures, deprivations, groups, recognition, the tree of targets, what to mend.</summary>
public sealed class TopicSheetTests
{
    [Theory]
    [InlineData("poor_rate_2023", AreaLevel.Province, "20", "poor_rate")]
    [InlineData("households_2022", AreaLevel.Province, "20", "households")]
    [InlineData("poor_rate_2023_181", AreaLevel.District, "181", "poor_rate")]
    [InlineData("near_poor_2023_184", AreaLevel.District, "184", "near_poor")]
    public void Figures_have_names_that_formulas_can_use(string name, AreaLevel level, string code, string measure)
    {
        using var book = Books.Open(Books.Sample);
        var round = Books.Sample.Results.Rounds.Single(round => name.Contains(round.Round.Id, StringComparison.Ordinal));
        var area = round.Summary.Areas.Single(area => area.Level == level && area.Code == code);
        var cell = book.NamedRange(name).Ranges.Single().FirstCell();
        Assert.Equal((double)round.Find(area, Group.All, measure)!.Value.Value!.Value, cell.GetDouble(), 8);
    }

    [Fact]
    public void Each_figure_has_one_name()
    {
        using var book = Books.Open(Books.Sample);
        // Seven measures of two rounds, of the province (by cover and by code) and of eleven districts.
        Assert.Equal(7 * 2 * 13, book.NamedRanges.Count());
    }

    [Fact]
    public void Deprivations_are_shares_of_the_poor_and_of_the_near_poor()
    {
        using var book = Books.Open(Books.Sample);
        var round = Books.Sample.Results.Rounds[^1];
        var province = round.Summary.Areas.Single(area => area.Level == AreaLevel.Province);
        var sheet = book.Worksheet("Thiếu hụt");
        var first = sheet.RowOf(1, "Việc làm");
        foreach (var (i, indicator) in round.Round.Law.Indicators.ToArray().Index())
        {
            Assert.Equal(indicator.Title.Vi, sheet.Cell(first + i, 2).GetString());
            Assert.Equal((double)round.Find(province, Group.All, $"deprived:{indicator.Id}")!.Value.Value!.Value, sheet.Cell(first + i, 4).GetDouble(), 8);
            Assert.Equal((double)round.Find(province, Group.All, $"deprived_near_poor:{indicator.Id}")!.Value.Value!.Value, sheet.Cell(first + i, 8).GetDouble(), 8);
        }
    }

    [Fact]
    public void The_rate_within_minorities_is_not_their_share_of_the_poor()
    {
        using var book = Books.Open(Books.Sample);
        var sheet = book.Worksheet("Nhóm hộ");
        var row = sheet.Shown(sheet.RowOf(1, "Hộ dân tộc thiểu số"));
        // Households, poor, rates and their change, shares; two rounds each.
        Assert.Equal(["5,062", "5,083", "525", "345", "10.37", "6.79", "−3.58", "98.13", "97.18"], row[1..10]);
    }

    [Theory]
    [InlineData(OfficialClass.Computed, "Nếu theo danh sách", "−1", "−50.00")]
    [InlineData(OfficialClass.Recognised, "Nếu theo loại tính", "+1", "+50.00")]
    public void Recognition_tells_what_the_other_class_would_come_to(OfficialClass official, string header, string households, string points)
    {
        const string Table = "household_id,commune_code,settlement,household_size,income_per_capita,recognised_class,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + "A,X,rural,4,1000000,near_poor,1,1,1,0,0,0,0,0,0,0,0,0\nB,X,rural,4,5000000,non_poor,0,0,0,0,0,0,0,0,0,0,0,0\n";
        var run = new TestRun { Settings = new RunSettings { Official = official } }.Round(2023, Table);
        using var book = Books.Open(Books.Of(run.Execute()));
        var sheet = book.Worksheet("Đối chiếu");
        Assert.Contains(header, sheet.Texts());
        Assert.Equal(["2", "1", "0", "1", households, points], sheet.Shown(sheet.RowOf(2, "X"))[4..10]);
        // Listed near-poor, computed poor: the only cell of the matrix that is not zero.
        Assert.Equal("1", sheet.Shown(sheet.RowOf(1, "hộ cận nghèo"))[4]);
    }

    [Fact]
    public void Who_left_in_the_year_does_not_disagree()
    {
        const string Table = "household_id,commune_code,settlement,household_size,income_per_capita,reported_class,left_because,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + "A,X,rural,4,1000000,near_poor,moved,1,1,1,0,0,0,0,0,0,0,0,0\n";
        Assert.Empty(new TestRun().Round(2023, Table).Execute().Files.SelectMany(round => round).SelectMany(file => file.Disagreements));
    }

    [Fact]
    public void Targets_stand_under_their_units()
    {
        using var book = Books.Open(Books.Sample);
        var sheet = book.Worksheet("Chỉ tiêu");
        var first = sheet.RowOf(1, "Tỉnh Lạng Sơn");
        var rows = Enumerable.Range(first, 11).Select(row => (sheet.Cell(row, 1).GetString(), sheet.Row(row).OutlineLevel)).ToArray();
        Assert.Equal(
        [
            ("Tỉnh Lạng Sơn", 0), ("Tỉnh Lạng Sơn", 0), ("Tỉnh Lạng Sơn, hộ dân tộc thiểu số", 0), ("Tỉnh Lạng Sơn", 0), ("Tỉnh Lạng Sơn", 0),
            ("Huyện Bình Gia, Huyện Văn Quan, tính chung", 1), ("Huyện Bình Gia", 1), ("Xã Hoa Thám", 2), ("Xã Bình La", 2), ("Huyện Văn Quan", 1), ("Xã Tràng Phái", 2),
        ], rows);
    }

    [Fact]
    public void Every_target_has_one_row()
    {
        using var book = Books.Open(Books.Small);
        var sheet = book.Worksheet("Chỉ tiêu");
        var shown = Enumerable.Range(5, sheet.LastRowUsed().RowNumber() - 4).Select(row => sheet.Cell(row, 3).GetString()).Where(id => id.Length > 0);
        Assert.Equal(Books.Small.Targets.Select(result => result.Target.Id).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rate_that_unresolved_rows_leave_open_has_a_star_and_its_range()
    {
        using var book = Books.Open(Books.Small);
        var sheet = book.Worksheet("Xã");
        var row = sheet.Shown(sheet.RowOf(1, "90001"));
        Assert.EndsWith("*", row[10], StringComparison.Ordinal);
        Assert.StartsWith("2022: ", row[^1], StringComparison.Ordinal);
        Assert.Contains("% (1 hộ chưa xác định, 1 hộ bị loại vì lỗi số liệu)", row[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_commune_that_lost_most_households_is_to_be_mended_first()
    {
        var table = new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "X", "0", "poor").Add("C", "Y", "0", "non").Add("D", "Y", "0", "non").Add("E", "Z", "4", "open");
        using var book = Books.Open(Books.Of(new TestRun().Round(2023, table.ToString()).Execute()));
        var sheet = book.Worksheet("Chất lượng số liệu");
        var first = sheet.RowOf(2, "Y");
        Assert.Equal(["Y", "X", "Z"], Enumerable.Range(first, 3).Select(row => sheet.Cell(row, 2).GetString()));
        Assert.Equal(["2", "1", "0"], Enumerable.Range(first, 3).Select(row => sheet.Shown(row)[7]));
    }
}
