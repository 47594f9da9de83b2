using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Which unit each row of a table of counts is of, with the built-in units.</summary>
public sealed class TableUnitsTests
{
    private const string Header = "Địa bàn;Số hộ;Hộ nghèo\n";

    [Fact]
    public void Communes_are_found_in_the_district_of_the_row_above_however_they_are_spelled()
    {
        var run = Counts(2023, Header + "Huyện Bình Gia;1.000;100\nTT. Bình Gia;600;50\nxã Hoà Bình;400;50\nH. Văn Quan;;\nHòa Bình;500;5\n");
        Assert.Equal([(Code("Xã Hòa Bình", "181"), 400), (Code("Xã Hòa Bình", "184"), 500), ("06112", 600), ("181", 1000)], Own(run));
        Assert.Empty(run.TableFaults);
    }

    [Theory]
    [InlineData("20,all,1000,100\n20,minority=yes,800,110\n20,minority=no,300,10\n", "households 1000 1100; poor 100 120")]
    [InlineData("20,all,1000,100\n20,minority=yes,800,90\n20,minority=no,150,10\n", "")] // of 50 households the group is not known
    [InlineData("20,all,1000,100\n20,minority=yes,1001,90\n", "households 1000 1001")]
    public void Groups_are_no_more_than_all(string rows, string expected)
    {
        var outcome = Counts(2023, "area_code,group,households,poor\n" + rows).Execute();
        Assert.Equal(expected, string.Join("; ", outcome.AllFindings().Where(finding => finding.Code == "PV8003").Select(finding => $"{finding.Column} {finding.Value} {finding.Expected}")));
    }

    [Theory]
    [InlineData(1234, "")]
    [InlineData(1300, "1300 1234")]
    public void A_printed_total_is_held_against_the_own_row_of_the_province_too(int total, string expected)
    {
        var outcome = Counts(2023, $"{Header}Tỉnh Lạng Sơn;1234;56\nTổng cộng;{total};56\n").Execute();
        Assert.Equal(expected, string.Join("; ", outcome.AllFindings().Where(finding => finding.Code == "PV8003").Select(finding => $"{finding.Value} {finding.Expected}")));
    }

    [Fact]
    public void Where_areas_come_from_the_data_a_heading_is_no_unit_either()
    {
        var results = new TestRun().Counts(2023, "area_name,households,poor\nHuyện A,,\nXã B,400,5\nXã C,100,1\n").Results();
        var province = TestRun.Area(results, AreaLevel.Province);
        Assert.Equal((500m, 6m), (results.Rounds[0].Find(province, Group.All, "households")!.Value.Value, results.Rounds[0].Find(province, Group.All, "poor")!.Value.Value));
    }

    [Fact]
    public void Numbers_and_districts_within_the_name_cell_are_understood()
    {
        var run = Counts(2023, Header + "I. Huyện Bình Gia;1000;100\n1.1 xã Hòa Bình;400;50\nX. Huyện Văn Quan;;\na) Hòa Bình (Văn Quan);500;5\n");
        Assert.Equal([(Code("Xã Hòa Bình", "181"), 400), (Code("Xã Hòa Bình", "184"), 500), ("181", 1000)], Own(run));
        Assert.Equal([(Code("Xã Hòa Bình", "181"), 400)], Own(Counts(2023, Header + "xã Hòa Bình, huyện Bình Gia;400;50\n")));
        Assert.Empty(run.TableFaults);
    }

    [Theory]
    [InlineData("Năm 2023")]
    [InlineData("NĂM  2023")]
    [InlineData("2023")]
    public void A_year_may_say_that_it_is_one(string year) =>
        Assert.Equal([("181", 1000)], Own(Counts(2023, $"Năm;Địa bàn;Số hộ\n{year};Huyện Bình Gia;1000\nNăm 2024;Huyện Bình Gia;1001\n")));

    [Fact]
    public void The_district_may_stand_in_its_own_column_once_for_all_its_communes()
    {
        var run = Counts(2023, "Huyện;Xã;Số hộ\nBình Gia;;900\n;Hòa Bình;400\nVăn Quan;Hòa Bình;500\n");
        Assert.Equal([(Code("Xã Hòa Bình", "181"), 400), (Code("Xã Hòa Bình", "184"), 500), ("181", 900)], Own(run));
        Assert.Empty(run.TableFaults);
    }

    [Theory]
    [InlineData("Tổng cộng;1000;9", "total")]
    [InlineData("TỔNG SỐ;1000;9", "total")]
    [InlineData("Cộng huyện Bình Gia;1000;9", "181 Huyện Bình Gia")]
    [InlineData("Cộng toàn huyện;1000;9", "181 Huyện Bình Gia")]
    [InlineData("Cộng:;1000;9", "181 Huyện Bình Gia")]
    [InlineData("Toàn tỉnh;1000;9", "20 Tỉnh Lạng Sơn")]
    [InlineData("Tổng cộng (1+2);1000;10", "")]
    public void A_row_of_totals_checks_and_is_never_counted(string total, string unit)
    {
        var run = Counts(2023, Header + $"Huyện Bình Gia;;\nTT Bình Gia;600;5\nHòa Bình;400;5\n{total}\n");
        var outcome = run.Execute();
        Assert.Empty(run.TableFaults);
        Assert.DoesNotContain(Own(outcome), row => row.Households == 1000);
        var slips = outcome.AllFindings().Where(finding => finding.Code == "PV8003").ToArray();
        if (unit.Length == 0) Assert.Empty(slips);
        else
        {
            var slip = Assert.Single(slips);
            Assert.Equal((5L, "poor", "9", "10"), (slip.Place.Line, slip.Column, slip.Value, slip.Expected));
            if (unit != "total") Assert.Contains(("unit", unit), slip.Details);
        }
    }

    [Fact]
    public void Every_district_may_end_with_the_same_words_as_the_province()
    {
        const string text = Header + "Huyện Bình Gia;;\nHòa Bình;400;5\nTổng cộng;400;5\nHuyện Văn Quan;;\nHòa Bình;500;6\nTổng cộng;500;6\nTổng cộng;900;11\n";
        Assert.DoesNotContain(Counts(2023, text).Execute().AllFindings(), finding => finding.Code == "PV8003");
    }

    [Theory]
    [InlineData("Huyện Bình Gia;;\nHoa Binh;400;5", "3 area_name", "\"Hoa Binh\" is not one unit in Huyện Bình Gia in round 2023: nearest is {0} Xã Hòa Bình (Huyện Bình Gia)")]
    [InlineData("Hòa Bình;400;5", "2 area_name", "\"Hòa Bình\" is not one unit in round 2023: it may be ")]
    [InlineData("Bình Gia;400;5", "2 area_name", "\"Bình Gia\" is not one unit in round 2023: it may be 181 Huyện Bình Gia / 06112 Thị trấn Bình Gia (Huyện Bình Gia)")]
    [InlineData("Huyện Bình Da;400;5", "2 area_name", "\"Huyện Bình Da\" is not one unit in round 2023: nearest is ")]
    [InlineData(";400;5", "2 area_code", "the unit's code or name is missing")]
    public void What_is_no_one_unit_is_a_fault_with_the_nearest(string rows, string place, string reason)
    {
        var run = Counts(2023, Header + rows + "\n");
        run.Execute();
        var fault = run.TableFaults.First();
        Assert.Equal(place, $"{fault.Place.Line} {fault.Column}");
        Assert.StartsWith(string.Format(null, reason, Code("Xã Hòa Bình", "181")), fault.Details.Single(detail => detail.Name == "reason").Value.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_of_another_day_says_what_became_of_it()
    {
        var run = Counts(2025, "Mã;Số hộ\n05995;100\n");
        run.Execute();
        Assert.Matches("05995 was Thị trấn Thất Khê .+ until 2024-11-30, now in 06040 Xã Thất Khê", Assert.Single(run.TableFaults).Details.Single(detail => detail.Name == "reason").Value.En);
    }

    [Fact]
    public void A_code_that_lost_its_zero_is_mended_and_a_name_that_does_not_fit_its_code_is_told()
    {
        var run = Counts(2023, "Mã;Tên đơn vị;Số hộ\n5971;Phường Đông Kinh;100\n");
        var outcome = run.Execute();
        Assert.Equal([("05971", 100)], Own(outcome));
        Assert.Equal(["PV3002", "PV3004"], outcome.AllFindings().Select(finding => finding.Code).Where(code => code.StartsWith("PV3", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_no_figure_in_a_districts_row_is_a_fault_and_no_heading()
    {
        var run = Counts(2023, Header + "Huyện Bình Gia;#N/A;\nHòa Bình;400;5\n");
        run.Execute();
        Assert.Equal((2L, "households"), (Assert.Single(run.TableFaults).Place.Line, run.TableFaults.First().Column));
    }

    [Fact]
    public void Notes_and_signatures_below_the_last_figures_are_no_rows()
    {
        var run = Counts(2023, Header + "Huyện Bình Gia;1000;10\n;;\nNGƯỜI LẬP BIỂU;;\nNguyễn Văn A;;\n");
        Assert.Equal([("181", 1000)], Own(run));
        Assert.Empty(run.TableFaults);
    }

    [Fact]
    public void Beside_several_years_a_figure_needs_its_own()
    {
        var run = Counts(2023, "Năm;Địa bàn;Số hộ\n2023;Huyện Bình Gia;1000\n2024;Huyện Bình Gia;1001\n;Huyện Văn Quan;900\n");
        Assert.Equal([("181", 1000)], Own(run));
        var fault = Assert.Single(run.TableFaults);
        Assert.Equal((4L, "year", "the year or round is missing"), (fault.Place.Line, fault.Column, fault.Details.Single(detail => detail.Name == "reason").Value.En));
    }

    [Fact]
    public void Without_a_year_column_all_rows_are_of_the_round_that_names_the_table() =>
        Assert.Equal([("181", 1000)], Own(Counts(2022, Header + "Huyện Bình Gia;1.000;10\n")));

    private static TestRun Counts(int year, string text)
    {
        var run = new TestRun().Counts(year, text);
        run.Settings = run.Settings with { Areas = AreaLists.BuiltIn, Changes = AreaLists.BuiltInChanges, Province = "20" };
        return run;
    }

    private static (string Code, long Households)[] Own(TestRun run) => Own(run.Execute());

    private static (string Code, long Households)[] Own(Poverty.Running.RunOutcome outcome)
    {
        var summary = outcome.Results!.Rounds[0].Summary;
        return [.. summary.Areas.Where(area => area.Level != AreaLevel.Tag).Select(area => (area.Code, summary.Of(area, Group.All).Households))
            .Where(row => row.Households is not null).Select(row => (row.Code, Households: row.Households!.Value)).OrderBy(row => row.Households).ThenBy(row => row.Code, StringComparer.Ordinal)];
    }

    private static string Code(string name, string district) =>
        AreaLists.BuiltIn.On(new DateOnly(2023, 12, 14)).Single(area => area.Name == name && area.ParentCode == district).Code;
}
