using System.Text;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Tests.Reporting;

public sealed class TextTableTests
{
    [Fact]
    public void People_see_aligned_columns_and_their_own_numbers()
    {
        Assert.Equal("""
            Tên          Số hộ  Ghi chú
            ---------  -------  -------
            Đồng Đăng  1.234,5
            Bắc Sơn          7  ít

            """, Print(Sample(1234.5m), OutputFormat.Table, Language.Vietnamese));
        Assert.Contains("Đồng Đăng     1,234.5", Print(Sample(1234.5m), OutputFormat.Table, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_see_keys_and_invariant_numbers()
    {
        Assert.Equal("name,households,few\nĐồng Đăng,1234.5,false\nBắc Sơn,7,true\n", Print(Sample(1234.5m), OutputFormat.Csv, Language.Vietnamese));
        Assert.Equal("""
            [
              {
                "name": "Đồng Đăng",
                "households": 1234.5,
                "few": false
              },
              {
                "name": "Bắc Sơn",
                "households": 7,
                "few": true
              }
            ]

            """, Print(Sample(1234.5m), OutputFormat.Json, Language.English));
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_is_neutralised_and_a_negative_number_is_not()
    {
        var table = new TextTable(new TextColumn("text", new("Chữ", "Text")), new TextColumn("number", new("Số", "Number")) { Kind = ColumnKind.Number });
        table.Add(Cell.Of("=1+1"), Cell.Of(-5m));
        Assert.Equal("text,number\n'=1+1,-5\n", Print(table, OutputFormat.Csv, Language.English));
    }

    [Fact]
    public void A_missing_value_is_null_in_json_and_empty_elsewhere()
    {
        var table = new TextTable(new TextColumn("number", new("Số", "Number")) { Kind = ColumnKind.Number }, new TextColumn("text", new("Chữ", "Text")));
        table.Add(Cell.None, Cell.Of("x"));
        Assert.Contains("\"number\": null", Print(table, OutputFormat.Json, Language.English), StringComparison.Ordinal);
        Assert.Equal("number,text\n,x\n", Print(table, OutputFormat.Csv, Language.English));
    }

    [Fact]
    public void Long_texts_are_broken_at_spaces_and_no_line_is_wider_than_the_screen()
    {
        var table = new TextTable(new TextColumn("a", new("Mã", "Code")), new TextColumn("b", new("Tên", "Name")) { Wraps = true }, new TextColumn("c", new("Nội dung", "Text")));
        var words = string.Join(' ', Enumerable.Repeat("thiếu hụt dịch vụ", 20));
        table.Add(Cell.Of("PV0001"), Cell.Of(words), Cell.Of(words));
        var lines = Print(table, OutputFormat.Table, Language.Vietnamese).Split('\n');
        Assert.All(lines, line => Assert.InRange(DisplayWidth.Of(line), 0, AlignedText.ScreenWidth));
        Assert.DoesNotContain(lines, line => line.EndsWith(' '));
        Assert.Equal(20 * 2, string.Join(' ', lines).Split("thiếu").Length - 1);
    }

    [Theory]
    [InlineData("Đồng Đăng", 9)]
    [InlineData("Thụy Hùng", 9)]
    [InlineData("a\u200Bb", 2)]
    [InlineData("", 0)]
    public void The_width_of_a_text_is_that_of_its_letters_composed_or_not(string text, int width)
    {
        Assert.Equal(width, DisplayWidth.Of(text));
        Assert.Equal(width, DisplayWidth.Of(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void A_word_wider_than_its_column_is_cut() => Assert.Equal(["aaaa", "aa b", "c"], DisplayWidth.Wrap("aaaaaa b\nc", 4));

    private static TextTable Sample(decimal households)
    {
        var table = new TextTable(new TextColumn("name", new("Tên", "Name")),
            new TextColumn("households", new("Số hộ", "Households")) { Kind = ColumnKind.Number },
            new TextColumn("few", new("Ghi chú", "Note")) { Kind = ColumnKind.Flag });
        table.Add(Cell.Of("Đồng Đăng"), Cell.Of(households), Cell.Of(false, new("ít", "few"), default));
        table.Add(Cell.Of("Bắc Sơn"), Cell.Of(7m), Cell.Of(true, new("ít", "few"), default));
        return table;
    }

    private static string Print(TextTable table, OutputFormat format, Language language)
    {
        using var output = new StringWriter();
        table.Write(output, format, language);
        return output.ToString();
    }
}
