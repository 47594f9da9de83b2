using System.Text;

namespace LangSon.PovertyCli.Reading;

/// <summary>
/// An encoding of one byte a step: each byte stands for a character or for combining marks, which composing (NFC) joins to the
/// letter before them.
/// </summary>
internal sealed class CodeTable
{
    // TCVN 5712:1993 as the .Vn fonts use it. Capitals with a tone are written in a capital font with the bytes of the small
    // letters, so that they come out small.
    private const string Tcvn3Letters =
        "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ "
        + "D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù "
        + "F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ";

    // VNI for Windows writes a letter and then its marks in one more byte; the marks of small and capital letters differ by 20h.
    private const string VniLetters = "D1Đ F1đ D4Ơ F4ơ D6Ư F6ư CCÌ ECì CDÍ EDí C6Ỉ E6ỉ D3Ĩ F3ĩ D2Ị F2ị CEỴ EEỵ";

    private const string VniMarks =
        "F8\u0300 F9\u0301 FB\u0309 F5\u0303 EF\u0323 "
        + "E2\u0302 E0\u0302\u0300 E1\u0302\u0301 E5\u0302\u0309 E3\u0302\u0303 E4\u0302\u0323 "
        + "EA\u0306 E8\u0306\u0300 E9\u0306\u0301 FA\u0306\u0309 FC\u0306\u0303 EB\u0306\u0323";

    private readonly string?[] _texts = new string?[256];

    private CodeTable()
    {
        for (var i = 0; i < 0x80; i++) _texts[i] = ((char)i).ToString();
    }

    /// <summary>The characters of a byte; null when the encoding does not have it.</summary>
    public string? this[byte value] => _texts[value];

    /// <summary>The table of an encoding of <see cref="TextEncodings.Names"/> that has one.</summary>
    public static CodeTable Named(string name)
    {
        var table = new CodeTable();
        switch (name)
        {
            case "tcvn3":
                table.Add(Tcvn3Letters, 0);
                table._texts[0xA0] = "\u00A0";
                break;
            case "vni":
                table.Add(VniLetters, 0);
                table.Add(VniMarks, 0);
                table.Add(VniMarks, 0x20);
                table._texts[0xA0] = "\u00A0";
                break;
            default:
                table.Add(name);
                break;
        }
        return table;
    }

    /// <summary>The composed text of a sample; bytes that the encoding does not have become U+0080, which no text has.</summary>
    public string Text(ReadOnlySpan<byte> sample)
    {
        var text = new StringBuilder(sample.Length);
        foreach (var value in sample) text.Append(_texts[value] ?? "\u0080");
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private void Add(string pairs, int less)
    {
        foreach (var pair in pairs.Split(' ')) _texts[Convert.ToInt32(pair[..2], 16) - less] = pair[2..];
    }

    private void Add(string codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new ArgumentException($"Unknown encoding {codePage}.", nameof(codePage));
        for (var i = 0x80; i < 0x100; i++)
        {
            var text = encoding.GetString([(byte)i]);
            // The runtime maps bytes that a code page leaves free to control characters of the same number.
            _texts[i] = text[0] is >= '\u0080' and < '\u00A0' ? null : text;
        }
    }
}
