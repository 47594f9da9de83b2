using System.Text;
using ClosedXML.Excel;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Tests.Reading;

public sealed class XlsxRowsTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    private string Cell(string cell, string strings = "", string styles = "", bool from1904 = false) =>
        _files.Rows("h.xlsx", Xlsx.Of($"<row r=\"1\">{cell}</row>", strings, styles, from1904))[0][0];

    [Theory]
    [InlineData("1500000", "1500000")]
    [InlineData("1.5E6", "1500000")]
    [InlineData("1500000.0", "1500000")]
    [InlineData("5.9199999999999999", "5.92")]
    [InlineData("5.9200000000000002E-2", "0.0592")]
    [InlineData("1E-05", "0.00001")]
    [InlineData("0.00001", "0.00001")]
    [InlineData("-3", "-3")]
    [InlineData("0", "0")]
    [InlineData("0.10", "0.1")]
    [InlineData("007", "7")]
    [InlineData("1E20", "100000000000000000000")]
    [InlineData("123456789012345678", "123456789012345680")]
    public void A_number_has_its_shortest_decimal_text(string stored, string text)
    {
        Assert.Equal(text, Cell($"<c r=\"A1\"><v>{stored}</v></c>"));
    }

    [Fact]
    public void A_code_stored_as_text_keeps_its_leading_zero()
    {
        Assert.Equal("05900", Cell("<c r=\"A1\" t=\"s\"><v>0</v></c>", "<si><t>05900</t></si>"));
    }

    [Fact]
    public void Runs_are_joined_and_readings_left_out()
    {
        Assert.Equal("Hữu Lũng", Cell("<c r=\"A1\" t=\"s\"><v>1</v></c>",
            "<si><t>x</t></si><si><r><t>Hữu</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> </t></r><r><t>Lũng</t></r><rPh sb=\"0\" eb=\"1\"><t>zz</t></rPh></si>"));
    }

    [Theory]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><t>a &amp; b</t></is></c>", "a & b")]
    [InlineData("<c r=\"A1\" t=\"str\"><v>a<![CDATA[ < ]]>b</v></c>", "a < b")]
    [InlineData("<c r=\"A1\" t=\"str\"><v>a_x000D_b_x_</v></c>", "a\rb_x_")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>1</v></c>", "1")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>0</v></c>", "0")]
    public void Other_kinds_of_cells_give_their_text(string cell, string text)
    {
        Assert.Equal(text, Cell(cell));
    }

    [Theory]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", CellKind.Error, "#N/A")]
    [InlineData("<c r=\"A1\" t=\"e\"><f>NA()</f><v>#N/A</v></c>", CellKind.Error, "#N/A")]
    [InlineData("<c r=\"A1\"><f>1+1</f><v>2</v></c>", CellKind.NumberFormula, "2")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>\"x\"</f><v>x</v></c>", CellKind.Formula, "x")]
    [InlineData("<c r=\"A1\"><f>1+1</f></c>", CellKind.Formula, "")]
    [InlineData("<c r=\"A1\"><v>2</v></c>", CellKind.Number, "2")]
    [InlineData("<c r=\"A1\" t=\"str\"><v>2</v></c>", CellKind.Plain, "2")]
    public void Errors_and_formulas_are_told(string cell, CellKind kind, string text)
    {
        using var source = _files.Open("h.xlsx", Xlsx.Of($"<row r=\"1\">{cell}</row>"));
        source.Read();
        Assert.Equal((kind, text), (source.Kind(0), Encoding.UTF8.GetString(source[0])));
    }

    [Theory]
    [InlineData("44909", false, "2022-12-14")]
    [InlineData("44909.75", false, "2022-12-14")]
    [InlineData("43447", true, "2022-12-14")]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("60", false, "60")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("0", true, "1904-01-01")]
    [InlineData("2958465", false, "9999-12-31")]
    [InlineData("2958466", false, "2958466")]
    [InlineData("-1", false, "-1")]
    public void A_number_shown_as_a_day_is_that_day(string stored, bool from1904, string text)
    {
        const string styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
        Assert.Equal(text, Cell($"<c r=\"A1\" s=\"1\"><v>{stored}</v></c>", "", styles, from1904));
    }

    [Theory]
    [InlineData("dd/mm/yyyy", true)]
    [InlineData("[$-42A]dd mmmm yyyy;@", true)]
    [InlineData("yyyy-mm-dd hh:mm:ss.000", true)]
    [InlineData("h:mm", false)]
    [InlineData("[h]:mm:ss", false)]
    [InlineData("mmm", true)]
    [InlineData("#,##0 \"đồng/tháng\"", false)]
    [InlineData("#,##0 VND", false)]
    [InlineData("0.00\\d", false)]
    [InlineData("General", false)]
    public void A_format_with_a_day_month_or_year_shows_a_day(string format, bool day)
    {
        var styles = $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{format.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>";
        Assert.Equal(day ? "2022-12-14" : "44909", Cell("<c r=\"A1\" s=\"0\"><v>44909</v></c>", "", styles));
    }

    [Fact]
    public void Missing_cells_and_rows_are_empty()
    {
        var rows = _files.Rows("h.xlsx", Xlsx.Of("<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>"));
        Assert.Equal([[], ["", "", "1"], ["2", "3"]], rows);
    }

    [Fact]
    public void A_cell_is_named_by_sheet_and_address()
    {
        using var source = _files.Open("h.xlsx", Xlsx.Of("<row r=\"7\"><c r=\"D7\"><v>1</v></c></row>"));
        while (source.Read()) { }
        using var again = _files.Open("h.xlsx", Xlsx.Of("<row r=\"1\"><c r=\"D1\"><v>1</v></c></row>"));
        again.Read();
        var place = again.Here(3);
        Assert.Equal(("h.xlsx", "Hộ", 1, "D1"), (place.File, place.Sheet, place.Line, place.Cell));
        Assert.Equal("XFD1", again.Here(16_383).Cell);
        Assert.Equal("AA1", again.Here(26).Cell);
    }

    [Fact]
    public void Hidden_rows_with_cells_are_read_and_told()
    {
        using var source = _files.Open("h.xlsx", Xlsx.Of(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\" hidden=\"true\"/>"));
        Assert.Equal(3, Files.Rows(source).Count);
        var finding = Assert.Single(source.FileFindings);
        Assert.Equal(("PV1047", "1", "Hộ"), (finding.Code, finding.Detail("n"), finding.Place.Sheet));
    }

    [Fact]
    public void A_hidden_sheet_can_be_named_and_is_told()
    {
        var book = new Xlsx().Sheet("Hộ", "<row><c><v>1</v></c></row>").Sheet("Ẩn", "<row><c><v>2</v></c></row>", "hidden").Bytes();
        Assert.Equal("1", _files.Rows("h.xlsx", book)[0][0]);
        using var source = _files.Open("h.xlsx", book, sheet: "ẩn");
        Assert.Equal("2", Files.Rows(source)[0][0]);
        Assert.Equal("PV1047", Assert.Single(source.FileFindings).Code);
    }

    [Fact]
    public void The_only_visible_sheet_with_cells_is_read()
    {
        var book = new Xlsx().Sheet("Trống", "<row r=\"1\"/>").Sheet("Hộ", "<row><c><v>1</v></c></row>").Bytes();
        using var source = _files.Open("h.xlsx", book);
        Assert.Equal("Hộ", source.Sheet);
    }

    [Theory]
    [InlineData("Hướng dẫn")]
    [InlineData("Guide")]
    public void A_guide_beside_the_rows_is_no_choice(string guide)
    {
        const string cells = "<row><c><v>1</v></c></row>";
        using var source = _files.Open("h.xlsx", new Xlsx().Sheet(guide, cells).Sheet("Hộ", cells).Bytes());
        Assert.Equal("Hộ", source.Sheet);
        using var alone = _files.Open("g.xlsx", new Xlsx().Sheet(guide, cells).Bytes());
        Assert.Equal(guide, alone.Sheet);
    }

    [Fact]
    public void A_choice_of_sheets_is_left_to_the_user()
    {
        var book = new Xlsx().Sheet("A", "<row><c><v>1</v></c></row>").Sheet("B", "<row><c><v>1</v></c></row>").Bytes();
        var finding = _files.Refused("h.xlsx", book);
        Assert.Equal(("PV1048", "", "A, B"), (finding.Code, finding.Detail("s"), finding.Detail("list")));
        Assert.Equal("C", _files.Refused("h.xlsx", book, sheet: "C").Detail("s"));
        Assert.Single(_files.Rows("h.xlsx", book, sheet: "b"));
    }

    [Fact]
    public void A_sheet_without_rows_is_refused()
    {
        Assert.Equal("PV1010", _files.Refused("h.xlsx", Xlsx.Of("")).Code);
    }

    [Fact]
    public void Strict_workbooks_are_read_alike()
    {
        var book = new Xlsx { Strict = true, Strings = "<si><t>05900</t></si>" }
            .Sheet("Hộ", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"d\"><v>2022-12-14T00:00:00</v></c></row>").Bytes();
        Assert.Equal(["05900", "2022-12-14"], _files.Rows("h.xlsx", book)[0]);
    }

    [Fact]
    public void A_prefix_for_the_namespace_changes_nothing()
    {
        var book = new Xlsx().Sheet("Hộ", "").Part("xl/sheet0.xml",
            "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>").Bytes();
        Assert.Equal("5", _files.Rows("h.xlsx", book)[0][0]);
    }

    [Fact]
    public void What_ClosedXML_writes_is_read()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Hộ");
        sheet.Cell(1, 1).SetValue<string>("05900");
        sheet.Cell(1, 2).SetValue(1500000);
        sheet.Cell(1, 3).SetValue(5.92);
        sheet.Cell(1, 4).SetValue(new DateTime(2022, 12, 14));
        sheet.Cell(1, 5).SetValue(true);
        sheet.Cell(1, 6).FormulaA1 = "1+1";
        sheet.Row(2).Cell(1).SetValue("ẩn");
        sheet.Row(2).Hide();
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        using var source = _files.Open("h.xlsx", bytes.ToArray());
        var rows = Files.Rows(source);
        Assert.Equal(["05900", "1500000", "5.92", "2022-12-14", "1"], rows[0][..5]);
        Assert.Equal("PV1047", Assert.Single(source.FileFindings).Code);
    }

    [Fact]
    public void Reading_a_row_allocates_nothing()
    {
        var rows = new StringBuilder();
        for (var i = 1; i <= 25_000; i++)
            rows.Append("<row r=\"").Append(i).Append("\"><c r=\"A").Append(i).Append("\" t=\"s\"><v>0</v></c><c r=\"B").Append(i).Append("\"><v>5.9199999999999999</v></c></row>");
        using var source = _files.Open("h.xlsx", Xlsx.Of(rows.ToString(), "<si><t>05900</t></si>"));
        long bytes = 0;
        for (var i = 0; i < 5_000; i++) source.Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20_000; i++)
        {
            source.Read();
            bytes += source[0].Length + source[1].Length;
        }
        Assert.Equal(20_000 * 9, bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 10);
    }
}
