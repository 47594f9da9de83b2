using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Tests.Reading;

namespace LangSon.PovertyCli.Tests.Tables;

public sealed class PlainTableTests
{
    [Theory]
    [InlineData("year,area_code,households,poor\n2023,178,60,6\n")]
    [InlineData("Năm;Mã đơn vị;Tổng số hộ;Hộ nghèo\n2023;178;60;6\n")]
    [InlineData("  NĂM ;mã  XÃ;TỔNG SỐ HỘ;Số hộ nghèo\n2023;178;60;6\n")]
    [InlineData("BIỂU TỔNG HỢP;;;\n;;;\nNăm;Mã;Số hộ;Hộ nghèo\n(1);(2);(3);(4)\n2023;178;60;6\n")]
    [InlineData("Năm;Mã;Số hộ;Hộ nghèo;;Hộ cận nghèo;\n;;;Số hộ;Tỷ lệ;Số hộ;Tỷ lệ\nA;B;1;2;3=2/1;4;5=4/1\n2023;178;60;6;10,00;;\n")]
    [InlineData("Năm;Mã;Số hộ;Hộ nghèo;;Hộ cận nghèo;\n;;;Tỷ lệ;Số hộ;Tỷ lệ (%);Số lượng\n2023;178;60;10;6;;\n")]
    [InlineData("Năm;Mã;Số hộ;Hộ nghèo;;\n;;;Số khẩu;Tỉ lệ;Tổng số\n2023;178;60;20;10;6\n")]
    [InlineData("Năm;Mã;Số hộ;Tỷ lệ (%);;Kết quả;\n;;;Hộ nghèo;Hộ cận nghèo;Hộ nghèo;\n2023;178;60;10;11;6;\n")]
    [InlineData("Năm;Mã;Tổng số;;Kết quả;\n;;Số hộ;Số khẩu;Hộ nghèo;Hộ cận nghèo\n2023;178;60;;6;\n")]
    public void A_table_of_counts_is_read_by_the_headers_that_offices_write(string text)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var table = Read(text.Normalize(form));
            Assert.Empty(table.Faults);
            var row = Assert.Single(table.Rows);
            Assert.Equal(("2023", "178", 60, 6), (row["year"], row["area_code"], row.Count("households"), row.Count("poor")));
            Assert.Null(row.Count("near_poor"));
        }
    }

    [Theory]
    [InlineData("1234", 1234)]
    [InlineData("1.234", 1234)]
    [InlineData("1,234", 1234)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234", 1234)]
    [InlineData("12.345.678", 12345678)]
    [InlineData("-", null)]
    [InlineData("–", null)]
    [InlineData("", null)]
    public void A_whole_number_is_read_as_people_write_it(string text, int? expected)
    {
        var table = Read($"Năm;Mã;Số hộ\n2023;178;{text}\n");
        Assert.Equal(expected, table.Rows[0].Count("households"));
        Assert.Empty(table.Faults);
    }

    [Theory]
    [InlineData("1.23")]
    [InlineData("1.2345")]
    [InlineData("1.234,5")]
    [InlineData("1.234,567")]
    [InlineData("0.123")]
    [InlineData("-5")]
    [InlineData("1 2")]
    [InlineData("ba")]
    public void What_is_no_whole_number_is_refused(string text)
    {
        var table = Read($"Năm;Mã;Số hộ\n2023;178;{text}\n");
        Assert.Null(table.Rows[0].Count("households"));
        Assert.Equal($"\"{text}\" is not a whole number of at least 0 such as 1234 or 1,234", Reason(Assert.Single(table.Faults)));
    }

    [Fact]
    public void A_number_cell_of_a_workbook_has_no_thousands_to_be_guessed()
    {
        const string header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Mã</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Số hộ</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Hộ nghèo</t></is></c></row>";
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["counts.xlsx"], Xlsx.Of(header + "<row r=\"2\"><c r=\"A2\"><v>178</v></c><c r=\"B2\"><v>1234</v></c><c r=\"C2\"><v>1.234</v></c></row>"));
        using var source = HouseholdFile.Open(folder["counts.xlsx"], "counts.xlsx", ReadingOptions.Default);
        var table = PlainTable.Read(source, TableForm.Counts);
        Assert.Equal((1234, null), (table.Rows[0].Count("households"), table.Rows[0].Count("poor")));
        Assert.Equal("poor", Assert.Single(table.Faults).Column);
    }

    [Theory]
    [InlineData("year,area_code,poor\n2023,178,6\n", "1 households: the column is missing")]
    [InlineData("year,household,poor\n2023,178,6\n", "1 area_code: the column is missing;1 households: the column is missing; nearest is \"household\"")]
    [InlineData("year,area_name,households,Số hộ\n2023,A,6,6\n", "1 households: the column stands twice")]
    [InlineData("Biểu 1\nTiêu đề\nNăm,Mã,Nghèo\n2023,178,6\n", "3 households: the column is missing")]
    public void A_header_that_lacks_a_column_is_told_where_it_stands(string text, string faults) =>
        Assert.Equal(faults, string.Join(';', Read(text).Faults.Select(fault => $"{fault.Place.Line} {fault.Column}: {Reason(fault)}")));

    [Fact]
    public void Households_below_a_header_about_the_poor_are_not_all_households()
    {
        var table = Read("Đơn vị;Tổng dân cư;Kết quả hộ nghèo;\n;;Số hộ;Tỷ lệ\nTỉnh Lạng Sơn;1000;90;9\n");
        Assert.Equal("", table.Rows[0]["households"]);
        Assert.Contains(table.Faults, fault => fault.Column == "households");
    }

    [Fact]
    public void A_column_of_rates_is_never_a_count()
    {
        var table = Read("Mã;Số hộ;Hộ nghèo;Hộ cận nghèo;\n;;Tỷ lệ;%;\n178;60;10;11;\n");
        Assert.Empty(table.Faults);
        Assert.Equal((60, false, false), (Assert.Single(table.Rows).Count("households"), table.Has("poor"), table.Has("near_poor")));
    }

    [Fact]
    public void Columns_that_the_form_does_not_know_may_stand_twice()
    {
        var table = Read("STT,Đơn vị,Số hộ,Hộ nghèo,Tỷ lệ,Hộ cận nghèo,Tỷ lệ,Ghi chú\n1,A,6,1,16.7,2,33.3,x\n");
        Assert.Empty(table.Faults);
        Assert.Equal(("A", 6, 2), (table.Rows[0]["area_name"], table.Rows[0].Count("households"), table.Rows[0].Count("near_poor")));
    }

    [Fact]
    public void No_header_stands_for_two_columns_of_a_form() => Assert.All(TableForm.All, form =>
        Assert.Equal(form.Columns.Sum(column => column.Headers.Count + 1), form.Columns.SelectMany(column => column.Headers.Prepend(column.Name)).Select(Folding.Key).Distinct().Count()));

    private static string Reason(Finding fault) => fault.Details.Single(detail => detail.Name == "reason").Value.En;

    private static PlainTable Read(string text)
    {
        using var source = HouseholdFile.Open(Encoding.UTF8.GetBytes(text), "counts.csv");
        return PlainTable.Read(source, TableForm.Counts);
    }
}
