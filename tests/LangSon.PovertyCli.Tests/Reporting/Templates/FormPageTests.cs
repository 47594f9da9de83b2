using ClosedXML.Excel;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting.Templates;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Reporting.Templates;

/// <summary>What a form says: heading, units, unknown figures and why, signatures.</summary>
public sealed class FormPageTests
{
    private static readonly string Households = new HouseholdTable()
        .Add("A", "X", "4", "poor", "Tày").Add("B", "X", "3", "near").Add("C", "Y", "2", "average").Add("D", "Y", "5", "poor").ToString();

    [Fact]
    public void Districts_are_numbered_with_their_communes_under_them_and_the_whole_stands_last()
    {
        var units = FormBook.Fill(Books.Sample)[0].Units;
        Assert.Equal(["1", "1.1", "1.2"], units.Take(3).Select(unit => unit.Ordinal));
        Assert.Equal(11, units.Count(unit => unit.Parts.Count > 0 && !unit.IsWhole));
        Assert.True(units[^1].IsWhole);
        using var book = Open(Books.Sample);
        var sheet = book.Worksheet("Biểu 1");
        Assert.Equal("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", sheet.Cell(1, 1).GetString());
        Assert.Equal("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", sheet.Cell(2, 1).GetString());
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", sheet.Texts());
        Assert.Contains("NGƯỜI LẬP BIỂU", sheet.Texts());
        Assert.True(sheet.Cell(sheet.RowOf(2, "Huyện Tràng Định"), 3).Style.Font.Bold);
        Assert.False(sheet.Cell(sheet.RowOf(2, "Xã Tri Phương"), 3).Style.Font.Bold);
        Assert.True(sheet.Cell(sheet.RowOf(2, "TỔNG CỘNG"), 3).HasFormula);
    }

    [Fact]
    public void Since_July_2025_communes_stand_under_the_province_and_other_agencies_report()
    {
        var households = new HouseholdTable().Add("A", "06184", "4", "poor").Add("B", "06148", "3", "near").ToString();
        var run = new TestRun { Settings = new RunSettings { Areas = AreaLists.BuiltIn, Province = "20" } }.Round(2025, households);
        using var book = Open(Books.Of(run.Execute()));
        var sheet = book.Worksheet("Biểu 1");
        Assert.Equal("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", sheet.Cell(2, 1).GetString());
        Assert.DoesNotContain(sheet.Texts(), text => text.StartsWith("Huyện", StringComparison.Ordinal));
        Assert.Equal("65", sheet.Cell(sheet.RowOf(2, "TỔNG CỘNG") - 1, 1).GetString());
        Assert.StartsWith("SUM(C", sheet.Cell(sheet.RowOf(2, "TỔNG CỘNG"), 3).FormulaA1, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approved_result_bears_its_decision_and_is_signed_by_the_chair()
    {
        using var book = Open(Books.Run("samples/published"));
        var texts = book.Worksheet("Biểu 1").Texts().ToArray();
        Assert.Contains(texts, text => text.Contains("đã phê duyệt (83/QĐ-UBND, 2026-01-15)", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("TỔNG HỢP KẾT QUẢ CHÍNH THỨC", StringComparison.Ordinal));
        Assert.Contains("CHỦ TỊCH", texts);
        Assert.DoesNotContain("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", texts);
    }

    [Fact]
    public void A_list_without_a_register_has_no_households_and_says_why()
    {
        var content = Books.Of(new TestRun().Round(2023, Households, Coverage.Reviewed).Execute());
        var sheet = Open(content).Worksheet("Biểu 1");
        var total = sheet.RowOf(1, "2") + 1;
        Assert.Equal(["…", "…", "2", "…", "1", "…"], sheet.Shown(total).Skip(2).Take(6));
        Assert.Contains("… cột 1, 2, 4, 6, 10, 12: chưa có số liệu (chưa có số hộ, số khẩu toàn địa bàn (register)).", sheet.Texts());
    }

    [Fact]
    public void A_unit_whose_own_figure_is_not_the_sum_of_its_parts_shows_its_own()
    {
        const string Register = "round,area_code,households,persons\n2023,,100,400\n2023,X,40,160\n2023,Y,50,240\n";
        var table = FormBook.Fill(Books.Of(new TestRun().Round(2023, Households, Coverage.Reviewed, Register).Execute()))[0];
        var (households, persons) = (table.Cell(2, 0, 0, Language.English), table.Cell(2, 0, 1, Language.English));
        Assert.Equal((100m, null), (households.Figure.Value, households.Formula));
        Assert.Equal((400m, "SUM(D11:D12)"), (persons.Figure.Value, persons.Formula));
    }

    [Fact]
    public void A_rate_of_no_households_is_empty_and_not_zero()
    {
        const string Register = "round,area_code,households,persons\n2023,X,40,160\n2023,Y,0,0\n";
        var table = FormBook.Fill(Books.Of(new TestRun().Round(2023, Households, Coverage.Reviewed, Register).Execute()))[0];
        var rate = table.Cell(1, 0, 3, Language.English);
        Assert.Equal((null, false, "IF(C12=0,\"\",E12/C12*100)"), (rate.Figure.Value, rate.Figure.IsUnknown, rate.Formula));
    }

    [Theory]
    [InlineData("samples/published", "cần hai kỳ rà soát, số liệu chỉ có một kỳ")]
    [InlineData("samples/roster", "cần hai kỳ rà soát, số liệu chỉ có một kỳ")]
    public void Without_a_round_before_the_movement_forms_say_why_they_are_empty(string folder, string why)
    {
        using var book = Open(Books.Run(folder));
        Assert.All([2, 3], number =>
        {
            var texts = book.Worksheet($"Biểu {number}").Texts().ToArray();
            Assert.Contains("Không lập được biểu này từ số liệu của kỳ:", texts);
            Assert.Contains(texts, text => text.Contains(why, StringComparison.Ordinal));
            Assert.DoesNotContain("TỔNG CỘNG", texts);
        });
    }

    [Fact]
    public void Counts_alone_fill_what_they_state()
    {
        var content = Books.Of(new TestRun().Counts(2023, "year,area_code,households,persons,poor,near_poor\n2023,X,100,400,10,\n2023,Y,50,200,5,2\n").Execute());
        var tables = FormBook.Fill(content);
        Assert.Equal([15m, 10m], new[] { 2, 3 }.Select(column => tables[0].Cell(2, 0, column, Language.English).Figure.Value));
        Assert.True(tables[0].Cell(2, 0, 4, Language.English).Figure.IsUnknown);
        Assert.Equal((2m, false), (tables[0].Cell(1, 0, 4, Language.English).Figure.Value, tables[0].Cell(1, 0, 4, Language.English).Figure.IsUnknown));
        Assert.True(tables.Single(table => table.Layout.Number == 11).IsEmpty);
    }

    [Fact]
    public void Households_that_state_no_group_are_told_and_in_no_column()
    {
        var table = FormBook.Fill(Books.Of(new TestRun().Round(2023, Households.Replace("Tày", "", StringComparison.Ordinal)).Execute()))[8];
        Assert.Equal((2m, 1m, 0m), (Value(table, "1"), Value(table, "1.1"), Value(table, "1.2")));
        Assert.Equal("SUM(C10:C11)", table.Cell(2, 0, 0, Language.English).Formula);
        Assert.Contains(table.Remarks, remark => remark.En.StartsWith("Column 1 ", StringComparison.Ordinal) && remark.En.EndsWith("1.1+1.2 = 1.", StringComparison.Ordinal));
        Assert.Contains(table.Remarks, remark => remark.En.Contains("households whose group the data do not state, not counted here: 1", StringComparison.Ordinal));

        static decimal? Value(FormTable table, string column) =>
            table.Cell(2, 0, table.Columns.Index().Single(other => other.Item.Number == column).Index, Language.English).Figure.Value;
    }

    [Fact]
    public void Under_the_standard_of_2016_the_summary_is_its_own_and_the_forms_have_its_ten_indicators()
    {
        const string Header = "household_id,commune_code,settlement,household_size,income_per_capita,health_service,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_assets\n";
        var content = Books.Of(new TestRun().Round(2018, Header + "A,X,rural,4,600000,0,0,0,0,0,0,1,0,0,0\nB,X,rural,2,2000000,0,0,0,0,0,0,0,0,0,0\n").Execute());
        var tables = FormBook.Fill(content);
        Assert.Equal((10, "Thông tư 17/2016/TT-BLĐTBXH"), (tables[0].Columns.Count, tables[0].Layout.Act.Vi));
        Assert.Equal((12, "2=3+…+12"), (tables[3].Columns.Count, tables[3].Columns[1].Label));
        Assert.Equal((1m, 50m), (tables[3].Cell(1, 0, 8, Language.English).Figure.Value, tables[0].Cell(1, 0, 3, Language.English).Figure.Value));
    }

    [Fact]
    public void Children_come_from_the_members_and_unknown_answers_are_told()
    {
        var table = FormBook.Fill(Books.Run("samples/roster")).Single(form => form.Layout.Number == 11);
        Assert.False(table.IsEmpty);
        var without = FormBook.Fill(Books.Sample).Single(form => form.Layout.Number == 11);
        Assert.True(without.IsEmpty);
        Assert.Contains(without.Remarks, remark => remark.En.Contains("the members of the households are needed", StringComparison.Ordinal));
    }

    [Fact]
    public void Households_of_none_of_the_groups_are_counted_and_the_formula_only_stands_where_it_gives_their_number()
    {
        // A is of a minority and of merit, B of neither group, C of nobody able to work: 1-2-3-4 takes A away twice.
        var households = new[] { "A,X,Tày,1,0", "B,X,Kinh,0,0", "C,Y,Kinh,0,1" }.Select(line => line.Split(',')).ToArray();
        var text = "household_id,commune_code,settlement,household_size,recognised_class,income_per_capita,ethnicity,merit,no_labour_capacity,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + string.Concat(households.Select(of => $"{of[0]},{of[1]},rural,3,poor,1000000,{of[2]},{of[3]},{of[4]},1,1,1,0,0,0,0,0,0,0,0,0\n"));
        var table = FormBook.Fill(Books.Of(new TestRun().Round(2023, text).Execute())).Single(form => form.Layout.Number == 8);
        Assert.Equal([3m, 1m, 1m, 1m, 1m], Enumerable.Range(0, 5).Select(column => table.Cell(2, 0, column, Language.English).Figure.Value!.Value));
        Assert.Equal(("SUM(H10,H12)", "D12-E12-F12-G12"), (table.Cell(2, 0, 4, Language.English).Formula, table.Cell(1, 0, 4, Language.English).Formula));
        Assert.Contains(table.Remarks, remark => remark.En.EndsWith("the true figure is 1, whereas 1-2-3-4 = 0.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_that_nobody_answered_is_unknown_and_one_that_some_did_is_told()
    {
        var some = Households.Replace("A,X,rural,4,1000000,1,1,1,0,", "A,X,rural,4,1000000,1,1,1,,", StringComparison.Ordinal);
        var table = FormBook.Fill(Books.Of(new TestRun().Round(2023, some).Execute())).Single(form => form.Layout.Number == 4);
        Assert.True(table.Cell(0, 0, 5, Language.English).Figure.IsUnknown);
        Assert.Equal(0m, table.Cell(2, 0, 5, Language.English).Figure.Value);
        Assert.Contains("Column 6: of 1 more (households) it is not known; the true figure may be larger.", table.Remarks.Select(remark => remark.En));
    }

    [Fact]
    public void What_is_said_in_one_language_is_said_in_the_other()
    {
        using var vietnamese = Open(Books.Small);
        using var english = Open(Books.Small, Language.English);
        foreach (var (vi, en) in vietnamese.Worksheets.Zip(english.Worksheets))
        {
            Assert.Equal(vi.CellsUsed().Select(cell => cell.Address.ToString()), en.CellsUsed().Select(cell => cell.Address.ToString()));
            var name = en.Texts().Single(text => text.StartsWith("FORM ", StringComparison.Ordinal));
            Assert.DoesNotContain("{", name, StringComparison.Ordinal);
            Assert.DoesNotContain(en.Texts(), text => text.Contains("hộ ", StringComparison.Ordinal) || text.Contains("Tỷ lệ", StringComparison.Ordinal));
        }
    }

    private static XLWorkbook Open(BookContent content, Language language = Language.Vietnamese)
    {
        using var stream = new MemoryStream();
        FormBook.Write(stream, FormBook.Fill(content), content, language);
        return new XLWorkbook(new MemoryStream(stream.ToArray()));
    }
}
