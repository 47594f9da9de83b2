using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Tests.Reporting;

public class StreamedSheetTests
{
    // The independent reader asks for a Windows encoding even where none is used.
    static StreamedSheetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_workbook_is_valid()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Book(Rows)), false);
        Assert.Empty(new OpenXmlValidator().Validate(package).Select(error => error.Description));
    }

    [Fact]
    public void Codes_stay_text_and_numbers_are_numbers()
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(Book(Rows)));
        Assert.Equal("households", reader.Name);
        reader.Read();
        Assert.Equal("commune_code", reader.GetString(0));
        reader.Read();
        Assert.Equal("05971", reader.GetString(0));
        Assert.Equal(1_500_000.0, reader.GetDouble(1));
        Assert.Null(reader.GetValue(2));
        Assert.Equal(" a & b < c > \"d\" ", reader.GetString(3));
        reader.Read();
        Assert.Equal("=1+1", reader.GetString(0));
        Assert.Equal(-9_000_000_000_000.0, reader.GetDouble(1));
    }

    [Fact]
    public void Columns_go_on_after_Z()
    {
        var bytes = Book(sheet =>
        {
            sheet.Header([.. Enumerable.Range(0, 60).Select(column => $"c{column}")]);
            for (var column = 0; column < 60; column++) sheet.Number(column);
            sheet.EndRow();
        });
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        reader.Read();
        reader.Read();
        Assert.Equal(59.0, reader.GetDouble(59));
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator().Validate(package).Select(error => error.Description));
    }

    [Fact]
    public void Equal_rows_give_equal_bytes() => Assert.Equal(Book(Rows), Book(Rows));

    private static void Rows(StreamedSheet sheet)
    {
        sheet.Header(["commune_code", "income_per_capita", "note", "village"]);
        sheet.Text("05971"u8);
        sheet.Number(1_500_000);
        sheet.Blank();
        sheet.Text(Encoding.UTF8.GetBytes(" a & b < c > \"d\" "));
        sheet.EndRow();
        sheet.Text("=1+1"u8);
        sheet.Number(-9_000_000_000_000);
        sheet.EndRow();
    }

    private static byte[] Book(Action<StreamedSheet> write)
    {
        var stream = new MemoryStream();
        using (var sheet = new StreamedSheet(stream, "households")) write(sheet);
        return stream.ToArray();
    }
}
