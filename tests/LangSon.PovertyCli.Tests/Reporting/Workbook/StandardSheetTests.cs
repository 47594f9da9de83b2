using ClosedXML.Excel;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Running;
using LangSon.PovertyCli.Tests.Targets;

namespace LangSon.PovertyCli.Tests.Reporting.Workbook;

/// <summary>The sheet of two standards shows what the results hold, in both languages, and only where there are two.</summary>
public sealed class StandardSheetTests
{
    private static BookContent Content(Coverage coverage = Coverage.All) => Books.Of(new TestRun()
        .Round(2026, FurtherStandardTests.Example, coverage, coverage == Coverage.All ? null : "round,area_code,households\n2026,,100\n").Also("vn-2027").Execute());

    [Theory]
    [InlineData(Language.Vietnamese, "Hai chuẩn", "Theo vn-2022", "Hộ nghèo", "Hộ cận nghèo", "Hộ không nghèo", "Chưa xác định", "Cộng", "Hộ có mức sống trung bình")]
    [InlineData(Language.English, "Two standards", "By vn-2022", "Poor", "Near-poor", "Not poor", "Undetermined", "Together", "Average living standard")]
    public void The_matrix_has_the_classes_that_somebody_is_in(Language language, string name, string by, string poor, string near, string non, string open, string sum, string average)
    {
        using var book = Books.Open(Content(), language);
        var sheet = book.Worksheet(name);
        var header = sheet.RowOf(1, by);
        Assert.Equal([by, poor, near, non, open, sum], Filled(sheet, header));
        Assert.Equal([poor, "1", "1", "0", "0", "2"], Filled(sheet, header + 1));
        Assert.Equal([near, "1", "0", "0", "1", "2"], Filled(sheet, header + 2));
        Assert.Equal([average, "1", "1", "1", "0", "3"], Filled(sheet, header + 3));
        Assert.Equal([non, "0", "0", "1", "0", "1"], Filled(sheet, header + 4));
        Assert.Equal([sum, "3", "2", "2", "1", "8"], Filled(sheet, header + 5));
    }

    [Fact]
    public void Each_unit_has_its_classes_by_both_and_who_moves_between_them()
    {
        using var book = Books.Open(Content());
        var sheet = book.Worksheet("Hai chuẩn");
        // Households; poor 2 and 3, 25 and 37.5 %; two become poor, one ceases to be; near-poor 2 and 2.
        Assert.Equal(["", "Toàn tỉnh", "2026", "8", "2", "3", "+1", "25.00*", "37.50*", "+12.50", "2", "1", "2", "2", "0", "25.00*", "25.00*", "0.00"], sheet.Shown(sheet.RowOf(2, "Toàn tỉnh")));
        Assert.Equal(["X", "X", "2026", "4", "2", "2", "0", "50.00*", "50.00*", "0.00", "1", "1", "2", "1", "-1", "50.00*", "25.00*", "−25.00"],
            sheet.Shown(sheet.RowOf(1, "X")).Select(cell => cell == "−1" ? "-1" : cell));
        Assert.Equal(["Y", "Y", "2026", "4", "0", "1", "+1", "0.00", "25.00", "+25.00", "1", "0", "0", "1", "+1", "0.00", "25.00", "+25.00"], sheet.Shown(sheet.RowOf(1, "Y")));
    }

    [Fact]
    public void Rounds_between_different_standards_name_them_in_their_rows()
    {
        using var book = Books.Open(Books.Of(new TestRun().Round(2021, TwoStandardTargetTests.Before).Also("vn-2022").Round(2026, FurtherStandardTests.Example).Also("vn-2027").Execute()));
        var sheet = book.Worksheet("Hai chuẩn");
        var rows = sheet.RowsUsed().Select(row => sheet.Shown(row.RowNumber())).Where(row => row is [_, "Toàn tỉnh", ..]).ToArray();
        Assert.Equal(["2021: vn-2016 → vn-2022", "2026: vn-2022 → vn-2027"], rows.Select(row => row[2]));
        Assert.Contains("chuẩn khác", sheet.Texts());
    }

    [Fact]
    public void A_list_says_that_it_may_lack_households_of_another_standard()
    {
        using var list = Books.Open(Content(Coverage.Reviewed));
        using var census = Books.Open(Content());
        const string Line = "Danh sách lập theo chuẩn khác, có thể thiếu hộ.";
        Assert.Contains(Line, list.Worksheet("Hai chuẩn").Texts());
        Assert.DoesNotContain(Line, census.Worksheet("Hai chuẩn").Texts());
    }

    [Fact]
    public void Changes_and_movements_have_the_rounds_by_the_standard_of_both()
    {
        using var book = Books.Open(Books.Of(new TestRun().Round(2021, TwoStandardTargetTests.Before).Also("vn-2022").Round(2022, TwoStandardTargetTests.After).Execute()));
        var changes = book.Worksheet("Thay đổi");
        Assert.Equal(["60.00", "40.00", "−20.00"], changes.Shown(changes.RowOf(3, "2021 → 2022 (vn-2022)"))[3..6]);
        var movements = book.Worksheet("Biến động hộ");
        // Start 3, escaped 1, nothing else, end 2.
        Assert.Equal(["3", "1", "0", "0", "0", "0", "0", "2"], movements.Shown(movements.RowOf(3, "2021 → 2022 (vn-2022)"))[3..11]);
        Assert.Contains(book.Worksheet("Tóm tắt").Texts(), text => text.Contains("cùng theo vn-2022, tỷ lệ hộ nghèo 60,00% → 40,00%", StringComparison.Ordinal));
        Assert.Contains(book.Worksheet("Phương pháp").Texts(), text => text.Contains("phân loại thêm theo: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_further_standard_there_is_no_such_sheet()
    {
        using var book = Books.Open(Books.Of(new TestRun().Round(2026, FurtherStandardTests.Example).Execute()));
        Assert.False(book.TryGetWorksheet("Hai chuẩn", out _));
    }

    /// <summary>The cells of a row that hold something: those of the matrix take two columns each.</summary>
    private static string[] Filled(IXLWorksheet sheet, int row) => [.. sheet.Shown(row).Where(cell => cell.Length > 0)];
}
