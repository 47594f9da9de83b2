using System.IO.Compression;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Tests.Reading;

public sealed class XlsRowsTests : IDisposable
{
    // A sheet "Hộ" of three rows in the format of Excel 97, as a spreadsheet program wrote it; the third row is hidden.
    private const string Packed =
        "H4sIAIMrBWsC/+1XXWhcRRQ+c3ezuZukyU2a+NPqeo3tNs2PJBYxRWuSptUWWhNixKIB3SQ325jdpGw32ILabWofBANKH3wpSCE+iOIPQn3QYvKmoChCofUp"
        + "tU9Fwa0oUmhy/c65s8l2yeJuLMWfnMuZmXvm55yZ8zNnvvu2ev7MxxsuUQ48TD5adIMUyKIpoJn5sYgMTVt0XTdDdtfgXwULumYd+qG/EiDrvFTrNajrNfhv"
        + "Qh9N4EuSTbtpHHWCjlIxcBssJnu9QuYsFjiuUFjjv3r+HL85jvuAuf7PsZ79vwxYDqwArgNWAqu8K4CqgTXA9cBaYJ3YBNHtwDuAdwI3ADcC7wLerfnfo2vG"
        + "erTv0/+b1+LNLYWgCS0GSuizdV+zykX3l2ARH/nnxC5+BA7QIbaN7khsyL5VsFNkiCiWYRZGugMtRadBraQPhfq5lDvE+gCdZLdriz5gdIrs01LWS1lJPP9T"
        + "mfODUNpgl1+y9xx7QztBiepC/BulCMVye+nm9Yb8FTTD/vW4M+4kIrGQv5reYd86ChhoiccHWoaH58WZZuh3185y3Fmb6bym0H8rjG4USaf/HX0GZ7fSOTd5"
        + "49O59K156M156I156MEV6QRzEHn8y/RTBn5S5HJtpXxSV6cCUtek/FKvT5VKXZsqcZ8XdzkJs/pKVjHUHroYeh1LKnxzygQS9U8r+ome4WCe7hNOgTQHbeac"
        + "Se6zcRuVp9ndvsDVYNJxhcvBnFWdKDspdNXyrgcTpmwi/Jt/4Ia4jodEQIcVrBi/jOLIZVw2yYOTuGpaH9ze2moShPslNIkt76NRNU5R0l1tLu4ek8b83t0z"
        + "ZNYBl9VUp2uDLygvkFk3BLIK8BzG7vgsqmVHFpa7/u7V7/cP9nY8J/TU8pOGNhtyWOo4eub8jTKjScopGVtLm+heonB3uL5/NO4ctp9wXrT7JuKR8eY+JzoZ"
        + "iyTqw20PhLvqYCHhvxzXG4k6drj3hDB4VcowhNkmcKVjS1a7Ae0TLRemWi6kO7Zmtc8gugWxRSXfFDWrZpWZk6kVPYW1TXpZzpDUa+VV+tgqpfJJKfe9YWUo"
        + "XtxSVUJTXv8NNG0eQrNBW5AswcsLSP8p/KmlP0MU4f0pGelb+uORfPTnkDMoGTk1/SzK7iBr+ew5A70B5BIKlsGrNErWQ1rarjJ6xeBlAugM6EUNYcHpzM/U"
        + "y5PSezz9p01tzcwRQqRbZaQ/3SD0YNpaIWUyqEzm8Rxe81Gjhs4GvHuH6BGogCS5qdLHqQ+LKApXiJrZC6lMmlbmjVt0fWVeDmeZhufu3tDHOGfaPzqUmDg8"
        + "MZK0dx8ZcmL29oda+iODTizmyE53jo6MtP+d3FF5nr5qWHRJNLbCujR/8u1fr/UctN5706SmLZ9c5IN+Sbsm97fr/LJTH8Y+nWce0LnmsM43D+kc9coCUUi3"
        + "W/W8DBTSLkZ+phjnvzl/+v6N1qm3IH/ztQ928U2eQxvQeW4mRFpZsuaj/5PgZr7/ZJ85NrzSHHaRVNBrPw3uCRqjQZFjrGj5a3Cqhn67uEW8q46VZuy0G3zj"
        + "sLEeyPDCqvj7st5ghcxhG9675Cc9yAmdVeuPA12x7z9bv9UkM6UnaRL7jyM3Zd3vhRWMiE6YkkTOOgFKfmjQ/EuKOH9cofT+Ev9d4DAkMjhigcXJ076K/W8C"
        + "Jtfe/wJ/AmbOjs8AFgAA";

    private readonly Files _files = new();

    private static byte[] Workbook
    {
        get
        {
            using var unpacked = new MemoryStream();
            using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(Packed)), CompressionMode.Decompress);
            gzip.CopyTo(unpacked);
            return unpacked.ToArray();
        }
    }

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Cells_are_read_as_in_the_new_format()
    {
        using var source = _files.Open("h.xls", Workbook);
        var rows = Files.Rows(source);
        Assert.Equal(["mã", "xã", "thu"], rows[0][..3]);
        Assert.Equal(["05900", "Hữu Lũng", "1500000", "5.92", "2022-12-14"], rows[1][..5]);
        Assert.Equal("1", rows[1][6]);
        Assert.Equal("Hộ", source.Sheet);
    }

    [Fact]
    public void A_number_is_told_from_a_text_and_has_an_address()
    {
        using var source = _files.Open("h.xls", Workbook);
        source.Read();
        source.Read();
        Assert.Equal((CellKind.Plain, CellKind.Number), (source.Kind(0), source.Kind(2)));
        Assert.Equal("C2", source.Here(2).Cell);
    }

    [Fact]
    public void Hidden_rows_are_read_and_told()
    {
        using var source = _files.Open("h.xls", Workbook);
        Assert.Equal("05901", Files.Rows(source)[2][0]);
        Assert.Equal(("PV1047", "1"), (source.FileFindings[0].Code, source.FileFindings[0].Detail("n")));
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_refused_with_the_list()
    {
        var finding = _files.Refused("h.xls", Workbook, sheet: "Khác");
        Assert.Equal(("PV1048", "Khác", "Hộ"), (finding.Code, finding.Detail("s"), finding.Detail("list")));
    }

    [Fact]
    public void Damage_anywhere_refuses_the_file_or_does_no_harm()
    {
        var random = new Random(7);
        var good = Workbook;
        for (var round = 0; round < 300; round++)
        {
            var bad = good.ToArray();
            for (var i = 0; i < 8; i++) bad[random.Next(8, bad.Length)] = (byte)random.Next(256);
            FileFate.OfReading(_files, "h.xls", bad);
        }
    }

    [Fact]
    public void A_cut_off_workbook_is_refused()
    {
        Assert.Contains(_files.Refused("h.xls", Workbook[..1600]).Code, (string[])["PV1045", "PV1014"]);
    }
}
