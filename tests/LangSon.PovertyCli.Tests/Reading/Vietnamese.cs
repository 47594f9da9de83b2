using System.Text;

namespace LangSon.PovertyCli.Tests.Reading;

/// <summary>Writes Vietnamese text in old encodings, by tables written down independently of the reader's.</summary>
internal static class Vietnamese
{
    private const string Composed = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

    // As the converters of the web print them: TCVN3 and VNI text shown in a Latin-1 font, in the order of the letters above.
    private const string Tcvn3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦";

    private static readonly string[] Vni = ("aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò "
        + "oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î AÊ AÂ Ñ EÂ OÂ Ô Ö").Split(' ');

    public static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-16le" => Encoding.Unicode.GetBytes(text),
        "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
        "tcvn3" => Encoding.Latin1.GetBytes(string.Concat(text.Select(letter => At(letter) is >= 0 and var at ? Tcvn3[at] : letter))),
        "vni" => Encoding.Latin1.GetBytes(string.Concat(text.Select(letter => At(letter) is >= 0 and var at ? Vni[at] : letter.ToString()))),
        _ => Windows1258(text),
    };

    private static int At(char letter) => Composed.IndexOf(letter, StringComparison.Ordinal);

    /// <summary>The code page has the letters with their shape (ă â ê ô ơ ư đ) and the five tones as marks of their own.</summary>
    private static byte[] Windows1258(string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        var split = new StringBuilder();
        foreach (var letter in text)
        {
            var parts = letter.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.FirstOrDefault(part => part is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
            split.Append(parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC));
            if (tone != 0) split.Append(tone);
        }
        return encoding.GetBytes(split.ToString());
    }
}
