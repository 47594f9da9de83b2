using ClosedXML.Excel;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Targets;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Reporting.Workbook;

/// <summary>What stands in the cells of each sheet.</summary>
public sealed class SheetTests
{
    [Fact]
    public void Codes_are_text_and_figures_are_numbers()
    {
        using var book = Books.Open(Books.Sample);
        var sheet = book.Worksheet("Xã");
        var row = sheet.RowOf(1, "05971");
        Assert.Equal(XLDataType.Text, sheet.Cell(row, 1).DataType);
        Assert.All(Enumerable.Range(3, 14), column => Assert.Equal(XLDataType.Number, sheet.Cell(row, column).DataType));
        var rate = sheet.Cell(sheet.RowOf(1, "20"), 12).GetDouble();
        Assert.Equal(100.0 * 355 / 6036, rate, 9);
    }

    [Fact]
    public void Communes_fold_under_their_district_and_districts_under_the_province()
    {
        using var book = Books.Open(Books.Sample);
        var sheet = book.Worksheet("Xã");
        Assert.Equal(0, sheet.Row(sheet.RowOf(1, "20")).OutlineLevel);
        Assert.Equal(1, sheet.Row(sheet.RowOf(1, "181")).OutlineLevel);
        Assert.Equal(2, sheet.Row(sheet.RowOf(1, "06067")).OutlineLevel);
        Assert.Equal(11, book.Worksheet("Huyện").Column(1).CellsUsed().Count(cell => cell.GetString().Length == 3));
    }

    [Fact]
    public void A_rate_without_a_register_is_a_dash_with_its_reason()
    {
        var outcome = new TestRun().Round(2023, new HouseholdTable().Add("A", "X", "4", "poor").ToString(), Coverage.Reviewed).Execute();
        using var book = Books.Open(Books.Of(outcome));
        var sheet = book.Worksheet("Xã");
        var row = sheet.Shown(sheet.RowOf(1, "X"));
        Assert.Equal(["–", "–", "1", "0", "–", "–", "–"], row[2..9]);
        Assert.StartsWith("2023: chưa có số hộ", row[9], StringComparison.Ordinal);
        Assert.Contains(book.Worksheet("Tóm tắt").Texts(), text => text.Contains("chưa có sổ tổng số hộ", StringComparison.Ordinal));
    }

    [Fact]
    public void Rounds_under_two_standards_are_not_compared_and_say_so()
    {
        const string Old = "household_id,commune_code,settlement,household_size,income_per_capita,health_service,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_assets\n"
            + "A,X,rural,4,500000,0,0,0,0,0,0,0,0,0,0\n";
        var run = new TestRun().Round(2021, Old).Round(2022, new HouseholdTable().Add("A", "X", "4", "non").ToString());
        var outcome = run.Execute();
        Assert.NotNull(outcome.Results);
        using var book = Books.Open(Books.Of(outcome));
        foreach (var name in new[] { "Thay đổi", "Biến động hộ" })
        {
            var sheet = book.Worksheet(name);
            var row = sheet.Shown(sheet.LastRowUsed().RowNumber());
            Assert.Equal("–", row[5]);
            Assert.Equal("hai kỳ theo hai chuẩn khác nhau", row[^1]);
        }
        // Charts compare nothing either: the only unit has no others to stand beside.
        Assert.DoesNotContain(book.Worksheets, sheet => sheet.Name == "Biểu đồ" && sheet.Texts().Any(text => text.Contains('→')));
    }

    [Fact]
    public void Movements_of_the_worked_example_stand_in_order()
    {
        var before = new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "X", "3", "near").Add("C", "X", "2", "average").Add("D", "X", "5", "open");
        var after = new HouseholdTable().Add("A", "X", "4", "average").Add("B", "X", "3", "poor").Add("C", "X", "2", "open").Add("D", "X", "5", "poor");
        using var book = Books.Open(Books.Of(new TestRun().Round(2022, before.ToString()).Round(2023, after.ToString()).Execute()));
        var changes = book.Worksheet("Thay đổi");
        var change = changes.Shown(changes.RowOf(1, "X"));
        Assert.Equal(["25.00", "50.00", "+25.00"], change[3..6]);
        // Bounds 25–50 before, 50–75 after.
        Assert.Equal(["0.00", "+50.00"], change[8..10]);
        // The near-poor rate, then both together.
        Assert.Equal(["25.00", "0.00", "−25.00", "50.00", "50.00", "0.00"], change[10..16]);
        var movement = book.Worksheet("Biến động hộ");
        var row = movement.Shown(movement.RowOf(1, "X"));
        // Start, escaped, other out, near-poor → poor, fell back, newly poor, other in, end; then the same of the near-poor.
        Assert.Equal(["1", "1", "0", "1", "0", "0", "1", "2"], row[3..11]);
        Assert.Equal(["1", "1", "0", "0", "0", "0", "0", "0"], row[11..19]);
    }

    [Fact]
    public void The_cover_states_each_target()
    {
        using var book = Books.Open(Books.Small);
        var cover = book.Worksheet("Tóm tắt").Texts().ToList();
        Assert.Contains("Tỷ lệ hộ nghèo không quá 40%", cover);
        Assert.Contains("Tỷ lệ hộ nghèo giảm từ 3 điểm phần trăm trở lên so với năm 2022", cover);
        Assert.Contains("Từng huyện", cover);
        Assert.Contains("Từng xã có tỷ lệ hộ nghèo kỳ trước (%) ≥ 30", cover);
        Assert.Contains("Huyện Một, tính chung", cover);
        Assert.Contains("Tỉnh Thử, hộ dân tộc thiểu số", cover);
        Assert.Contains("Số hộ thoát nghèo từ 1 hộ trở lên", cover);
        Assert.Contains("Số hộ tái nghèo không quá 1 hộ", cover);
    }

    [Fact]
    public void A_target_that_cannot_be_judged_says_why()
    {
        var run = new TestRun().Round(2023, new HouseholdTable().Add("A", "X", "4", "poor").ToString());
        var targets = run.Judge("id,scope,where,measure,kind,is,value,year,base_year,source\nfall,province,,poor_rate,change_points,<=,-3,2023,,\n");
        Assert.Equal(Verdict.NotMeasurable, Assert.Single(targets).Verdict);
        using var book = Books.Open(Books.Of(run.Execute(), targets));
        var sheet = book.Worksheet("Chỉ tiêu");
        var row = sheet.Shown(sheet.RowOf(3, "fall"));
        Assert.Equal("–", row[4]);
        Assert.Equal("chưa đánh giá được", row[10]);
        Assert.Equal("không có kỳ gốc để so sánh", row[11]);
    }

    [Fact]
    public void Values_of_the_law_that_were_not_checked_are_marked()
    {
        using var book = Books.Open(Books.Small);
        Assert.Contains(book.Worksheet("Phương pháp").Texts(), text => text.StartsWith("chưa kiểm chứng", StringComparison.Ordinal));
        Assert.Contains(book.Worksheet("Tóm tắt").Texts(), text => text.Contains("giá trị chưa kiểm chứng", StringComparison.Ordinal));
    }

    [Fact]
    public void The_cover_links_to_every_other_sheet()
    {
        using var book = Books.Open(Books.Small);
        var links = book.Worksheet("Tóm tắt").Hyperlinks.Select(link => link.InternalAddress);
        Assert.Equal(book.Worksheets.Skip(1).Select(sheet => $"'{sheet.Name}'!A1"), links);
    }

    [Fact]
    public void An_ampersand_in_the_title_is_no_code_of_the_footer()
    {
        using var book = Books.Open(Books.Small with { Title = "A & B\u0001" });
        Assert.StartsWith("A && B", book.Worksheet(1).PageSetup.Footer.Left.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
    }
}
