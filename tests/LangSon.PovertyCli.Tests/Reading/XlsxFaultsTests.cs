using System.Text;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Reading;

public sealed class XlsxFaultsTests : IDisposable
{
    private const string Doctype = "<!DOCTYPE x [<!ENTITY a \"b\">]>";
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    private static Xlsx Good => new Xlsx { Strings = "<si><t>a</t></si>" }.Sheet("Hộ", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");

    [Theory]
    [InlineData("xl/sheet0.xml")]
    [InlineData("xl/strings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("_rels/.rels")]
    public void A_document_type_is_refused_in_any_part(string part)
    {
        Assert.Equal("PV1042", _files.Refused("h.xlsx", Good.Part(part, Doctype + "<x>&a;</x>").Bytes()).Code);
    }

    [Theory]
    [InlineData("xl/sheet0.xml")]
    [InlineData("xl/strings.xml")]
    [InlineData("xl/workbook.xml")]
    public void A_part_that_is_not_well_formed_is_named(string part)
    {
        var finding = _files.Refused("h.xlsx", Good.Part(part, "<workbook><row><b></row>").Bytes());
        Assert.Equal("PV1045", finding.Code);
        Assert.Equal($"its part {part} is not well-formed XML at line 1, character 21", finding.Detail("reason"));
    }

    [Fact]
    public void A_wrong_checksum_is_refused()
    {
        var book = Good.Bytes();
        // The first entry of the central directory that is the sheet: its CRC-32 stands 30 bytes before its name.
        var name = book.AsSpan().LastIndexOf("xl/sheet0.xml"u8);
        book[name - 30] ^= 1;
        var finding = _files.Refused("h.xlsx", book);
        Assert.Equal(("PV1045", "the checksum of its part xl/sheet0.xml is wrong"), (finding.Code, finding.Detail("reason")));
    }

    [Fact]
    public void A_package_that_is_cut_off_anywhere_is_refused()
    {
        var book = Good.Bytes();
        for (var length = 4; length < book.Length - 1; length += 97)
            Assert.Equal("PV1045", _files.Refused("h.xlsx", book[..length]).Code);
    }

    [Theory]
    [InlineData("A0")]
    [InlineData("1A")]
    [InlineData("")]
    [InlineData("A2")]
    [InlineData("a1")]
    [InlineData("A01")]
    [InlineData("ZZZZZZ1")]
    [InlineData("A99999999999")]
    public void An_impossible_address_is_refused(string reference)
    {
        var finding = _files.Refused("h.xlsx", Xlsx.Of($"<row r=\"1\"><c r=\"{reference}\"><v>1</v></c></row>"));
        Assert.Equal(("PV1043", reference, "Hộ"), (finding.Code, finding.Detail("ref"), finding.Place.Sheet));
    }

    [Fact]
    public void Rows_and_cells_stand_once()
    {
        Assert.Equal("PV1043", _files.Refused("h.xlsx", Xlsx.Of("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")).Code);
        Assert.Equal("PV1043", _files.Refused("h.xlsx", Xlsx.Of("<row r=\"2\"/><row r=\"2\"/>")).Code);
        Assert.Equal("PV1043", _files.Refused("h.xlsx", Xlsx.Of("<row r=\"x\"/>")).Code);
    }

    [Fact]
    public void The_limits_of_a_sheet_are_kept_on_both_sides()
    {
        Assert.Equal(16_384, _files.Rows("h.xlsx", Xlsx.Of("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"))[0].Length);
        var finding = _files.Refused("h.xlsx", Xlsx.Of("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"));
        Assert.Equal(("PV1035", "16385"), (finding.Code, finding.Detail("n")));
        Assert.Equal("PV1041", _files.Refused("h.xlsx", Xlsx.Of("<row r=\"1048577\"><c><v>1</v></c></row>")).Code);
        using var last = _files.Open("h.xlsx", Xlsx.Of("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"));
        while (last.Read()) { }
        Assert.Equal(1_048_576, last.Line);
    }

    [Fact]
    public void A_bomb_is_refused_by_ratio_part_and_total()
    {
        var book = Good.Part("xl/strings.xml", "<sst>" + string.Concat(Enumerable.Repeat("<si><t>aaaaaaaaaaaaaaaa</t></si>", 600_000)) + "</sst>").Bytes();
        Assert.Equal("100 times its size", Limited(book, SafetyLimits.Default));
        Assert.Equal("2 MiB", Limited(book, SafetyLimits.Default with { PartBytes = 2 << 20 }));
        Assert.Equal("3 MiB", Limited(book, SafetyLimits.Default with { TotalBytes = 3 << 20 }));
        Assert.Equal("4 parts", Limited(book, SafetyLimits.Default with { Parts = 4 }));
    }

    private string Limited(byte[] book, SafetyLimits limits)
    {
        var finding = _files.Refused("h.xlsx", book, limits: limits);
        Assert.Equal("PV1040", finding.Code);
        return finding.Detail("max");
    }

    [Fact]
    public void A_reference_outside_the_package_is_not_followed()
    {
        const string outside = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s0\" TargetMode=\"External\" Type=\"x/worksheet\" Target=\"http://localhost:1/s.xml\"/></Relationships>";
        Assert.Equal("PV1045", _files.Refused("h.xlsx", Good.Part("xl/_rels/workbook.xml.rels", outside).Bytes()).Code);
        var above = Xlsx.Relations(("s0", "worksheet", "../../../etc/passwd"));
        Assert.Equal("PV1045", _files.Refused("h.xlsx", Good.Part("xl/_rels/workbook.xml.rels", above).Bytes()).Code);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("x")]
    public void A_shared_text_that_is_not_there_is_damage(string index)
    {
        var finding = _files.Refused("h.xlsx", Xlsx.Of($"<row r=\"1\"><c r=\"B1\" t=\"s\"><v>{index}</v></c></row>", "<si><t>a</t></si>"));
        Assert.Equal(("PV1045", "the text of its cell B1 is missing"), (finding.Code, finding.Detail("reason")));
    }

    [Fact]
    public void Damage_anywhere_refuses_the_file_or_does_no_harm()
    {
        var random = new Random(7);
        var book = Good.Bytes();
        for (var round = 0; round < 500; round++)
        {
            var bad = book.ToArray();
            for (var i = 0; i < 3; i++) bad[random.Next(4, bad.Length)] = (byte)random.Next(256);
            FileFate.OfReading(_files, "h.xlsx", bad);
        }
    }

    [Fact]
    public void Damage_inside_the_xml_refuses_the_file_or_does_no_harm()
    {
        var random = new Random(11);
        const string sheet = "<worksheet xmlns=\"x\"><sheetData><row r=\"1\" hidden=\"0\"><c r=\"A1\" s=\"0\" t=\"s\"><v>0</v></c><c r=\"B1\"><f>1</f><v>2.5</v></c></row></sheetData></worksheet>";
        for (var round = 0; round < 500; round++)
        {
            var bad = new StringBuilder(sheet);
            for (var i = 0; i < 2; i++) bad[random.Next(bad.Length)] = "<>/\"=&; a1r"[random.Next(11)];
            FileFate.OfReading(_files, "h.xlsx", Good.Part("xl/sheet0.xml", bad.ToString()).Bytes());
        }
    }

    [Fact]
    public void Damaged_text_refuses_the_file_or_does_no_harm()
    {
        var random = new Random(13);
        byte[] text = [.. Encoding.UTF8.GetBytes("mã,xã\r\n\"Hữu \"\"Lũng\",2\r\n3,4\n")];
        for (var round = 0; round < 500; round++)
        {
            var bad = text.ToArray();
            for (var i = 0; i < 3; i++) bad[random.Next(bad.Length)] = (byte)random.Next(256);
            FileFate.OfReading(_files, "h.csv", bad);
        }
    }
}
