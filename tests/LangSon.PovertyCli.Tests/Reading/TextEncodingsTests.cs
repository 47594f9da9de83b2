using System.Text;

namespace LangSon.PovertyCli.Tests.Reading;

public sealed class TextEncodingsTests : IDisposable
{
    private const string Table = "xã,hộ\nHữu Lũng,Nguyễn Thị Đẹp ở tổ một\nBắc Sơn,người ấy đã được vay vốn\n";
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    public void A_byte_order_mark_decides(string name)
    {
        var encoding = name == "utf-16le" ? Encoding.Unicode : Encoding.BigEndianUnicode;
        Assert.Equal(_files.Rows("a.csv", Table), _files.Rows("h.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(Table)], "windows-1258"));
    }

    [Fact]
    public void The_mark_of_utf_8_is_not_part_of_the_first_cell()
    {
        Assert.Equal(["a", "b"], _files.Rows("h.csv", "\uFEFFa,b\n")[0]);
    }

    [Theory]
    [InlineData("windows-1258")]
    [InlineData("tcvn3")]
    [InlineData("vni")]
    [InlineData("utf-16le")]
    public void A_named_encoding_gives_the_composed_text(string name)
    {
        Assert.Equal(_files.Rows("a.csv", Table), _files.Rows("h.csv", Vietnamese.Encode(Table, name), name));
    }

    [Theory]
    [InlineData("windows-1258")]
    [InlineData("vni")]
    public void Composing_does_not_depend_on_where_blocks_end(string name)
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{new string('x', i % 7)}ế,ữ\n"));
        Assert.Equal(_files.Rows("a.csv", text), _files.Rows("h.csv", Vietnamese.Encode(text, name), name));
    }

    [Theory]
    [InlineData("windows-1258")]
    [InlineData("tcvn3")]
    [InlineData("vni")]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    public void An_encoding_that_is_not_named_is_suggested(string name)
    {
        var finding = _files.Refused("h.csv", Vietnamese.Encode(Table, name));
        Assert.Equal(("PV1002", "utf-8", name), (finding.Code, finding.Detail("enc"), finding.Detail("guess")));
    }

    [Fact]
    public void Wrong_bytes_are_placed_exactly()
    {
        byte[] text = [.. "\uFEFFa,b\r\n1,2\r\n\"x\r\ny"u8, 0xC3, .. "z\",3\n"u8];
        var finding = _files.Refused("h.csv", text);
        Assert.Equal(("PV1002", "4", "18"), (finding.Code, finding.Detail("line"), finding.Detail("offset")));
        Assert.Equal(4, finding.Place.Line);
        Assert.Equal(0xC3, text[18]);
    }

    [Fact]
    public void Wrong_bytes_far_into_the_file_are_placed_exactly()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,hộ\n", 40_000))), .. "2,"u8, 0xFF, .. "\n"u8];
        var finding = _files.Refused("h.csv", text);
        Assert.Equal(("40001", $"{text.Length - 2}"), (finding.Detail("line"), finding.Detail("offset")));
    }

    [Fact]
    public void Half_a_character_of_utf_16_is_placed_exactly()
    {
        byte[] text = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\nb\n"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("c\n")];
        var finding = _files.Refused("h.csv", text);
        Assert.Equal(("PV1002", "utf-16le", "3", "10"), (finding.Code, finding.Detail("enc"), finding.Detail("line"), finding.Detail("offset")));
    }

    [Fact]
    public void A_utf_8_file_read_as_something_else_is_told()
    {
        var finding = _files.Refused("h.csv", Encoding.UTF8.GetBytes("a,b\n1,\u1F81\n"), "windows-1258");
        Assert.Equal(("PV1002", "utf-8"), (finding.Code, finding.Detail("guess")));
    }
}
