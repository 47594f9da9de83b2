using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Reading;

public sealed class HouseholdFileTests : IDisposable
{
    private const string Table = "mã;xã;thu nhập\n05900;Hữu Lũng;1500000\n05901;\"a;b\";5.92\n";
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Book(string rows = "<row><c><v>1</v></c></row>") => Xlsx.Of(rows);

    [Fact]
    public void The_same_table_gives_the_same_cells_in_every_format()
    {
        var expected = _files.Rows("h.csv", Table);
        var comma = "mã,xã,thu nhập\n05900,Hữu Lũng,1500000\n05901,a;b,5.92\n";
        Assert.Equal(expected, _files.Rows("h.csv", comma));
        Assert.Equal(expected, _files.Rows("h.tsv", comma.Replace(',', '\t')));
        Assert.Equal(expected, _files.Rows("h.txt", "sep=;\r\n" + Table.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(expected, _files.Rows("h.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Table)]));
        Assert.Equal(expected, _files.Rows("h.csv.gz", Files.Gzip(Utf8(Table))));
        Assert.Equal(expected, _files.Rows("h.txt.gz", Files.Gzip([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Table)])));
        const string strings = "<si><t>mã</t></si><si><t>xã</t></si><si><t>thu nhập</t></si><si><t>05900</t></si><si><t>Hữu Lũng</t></si><si><t>05901</t></si><si><t>a;b</t></si>";
        static string Shared(int at) => $"<c t=\"s\"><v>{at}</v></c>";
        Assert.Equal(expected, _files.Rows("h.xlsx", Xlsx.Of(
            $"<row>{Shared(0)}{Shared(1)}{Shared(2)}</row><row>{Shared(3)}{Shared(4)}<c><v>1.5E6</v></c></row><row>{Shared(5)}{Shared(6)}<c><v>5.9199999999999999</v></c></row>", strings)));
    }

    [Fact]
    public void A_table_that_the_program_ships_with_is_read_from_memory()
    {
        using var source = HouseholdFile.Open(Utf8(Table), "langson.csv");
        Assert.Equal(3, Files.Rows(source).Count);
        Assert.Equal("langson.csv", source.File);
        using var register = HouseholdFile.Open(AreaRegister.BuiltInCsv, "langson.csv");
        Assert.True(register.Read());
    }

    [Fact]
    public void A_missing_file_says_so_without_its_full_path()
    {
        var finding = Assert.Throws<FileRefusedException>(() => HouseholdFile.Open(_files.Path("none.csv"), "data/none.csv", ReadingOptions.Default)).Finding;
        Assert.Equal(("PV1001", "data/none.csv", "it does not exist"), (finding.Code, finding.Place.File, finding.Detail("reason")));
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        var finding = Assert.Throws<FileRefusedException>(() => HouseholdFile.Open(Path.GetTempPath(), "tmp", ReadingOptions.Default)).Finding;
        Assert.Equal(("PV1001", "it is a folder"), (finding.Code, finding.Detail("reason")));
    }

    [Theory]
    [InlineData("h.csv", "")]
    [InlineData("h.csv", "\uFEFF")]
    [InlineData("h.xlsx", "")]
    public void An_empty_file_is_refused(string name, string text)
    {
        Assert.Equal("PV1010", _files.Refused(name, text).Code);
        if (name == "h.csv") Assert.Equal("PV1010", _files.Refused("h.csv.gz", Files.Gzip(Utf8(text))).Code);
    }

    public static TheoryData<string, byte[], string> Renamed => new()
    {
        { "h.csv", Book(), "an Excel workbook (.xlsx)" },
        { "h.xls", Book(), "an Excel workbook (.xlsx)" },
        { "h.csv.gz", Book(), "an Excel workbook (.xlsx)" },
        { "h.csv.gz", Files.Gzip(Book()), "a zip archive packed as .gz" },
        { "h.csv", Files.Gzip(Utf8(Table)), "a gzip file (.gz)" },
        { "h.csv.gz", Utf8(Table), "a text file (.csv)" },
        { "h.xlsx", Utf8(Table), "a text file (.csv)" },
        { "h.xls", Utf8("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table></table></html>"), "an HTML page" },
        { "h.csv", Utf8("\r\n <!DOCTYPE HTML><table></table>"), "an HTML page" },
        { "h.xls", Utf8("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"), "an XML spreadsheet of Excel 2003" },
        { "h.csv", Utf8("%PDF-1.7 x"), "a PDF document" },
        { "h.csv", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "a UTF-32 text file" },
        { "h.xls", OleFile.With("WordDocument"), "an old Office document" },
        { "h.xlsx", OleFile.With("Workbook"), "an old Excel workbook (.xls)" },
        { "h.csv", OleFile.With("Workbook"), "an old Excel workbook (.xls)" },
        { "h.xlsx", new Xlsx().Part("_rels/.rels", "<Relationships/>").Part("word/document.xml", "<d/>").Bytes(), "a Word document (.docx)" },
        { "h.xlsx", new Xlsx().Part("_rels/.rels", "<Relationships/>").Bytes(), "a zip archive" },
    };

    [Theory]
    [MemberData(nameof(Renamed))]
    public void A_file_of_another_kind_than_its_name_is_refused(string name, byte[] content, string kind)
    {
        var finding = _files.Refused(name, content);
        Assert.Equal(("PV1014", kind), (finding.Code, finding.Detail("kind")));
    }

    [Theory]
    [InlineData("h.xlsx")]
    [InlineData("h.xls")]
    [InlineData("h.csv")]
    public void A_workbook_with_a_password_is_refused(string name)
    {
        Assert.Equal("PV1046", _files.Refused(name, OleFile.With("EncryptedPackage")).Code);
    }

    [Fact]
    public void A_gzip_file_that_is_cut_off_is_refused()
    {
        var packed = Files.Gzip(Utf8(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},b\n"))));
        Assert.Equal("PV1045", _files.Refused("h.csv.gz", packed[..(packed.Length / 2)]).Code);
        Assert.Equal("PV1045", _files.Refused("h.csv.gz", packed[..^3]).Code);
        packed[packed.Length / 2] ^= 0x55;
        Assert.Equal("PV1045", _files.Refused("h.csv.gz", packed).Code);
    }

    [Fact]
    public void A_gzip_bomb_is_refused_by_ratio_and_by_size()
    {
        var bomb = Files.Gzip(Utf8(string.Concat(Enumerable.Repeat("1,2\n", 8 << 20))));
        Assert.Equal(("PV1040", "100 times its size"), (_files.Refused("h.csv.gz", bomb).Code, _files.Refused("h.csv.gz", bomb).Detail("max")));
        var finding = _files.Refused("h.csv.gz", bomb, limits: SafetyLimits.Default with { TotalBytes = 4 << 20 });
        Assert.Equal(("PV1040", "4 MiB"), (finding.Code, finding.Detail("max")));
    }
}
