using System.Globalization;
using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>
/// The key under which spellings of one area's name meet: kind words dropped, case and blanks folded, tone marks moved to
/// the end of their syllable (Hoà = Hòa, Thuỵ = Thụy), look-alike letters made one, "NT" read as "nông trường". Vowel
/// marks stay, since ă, â and a tell names apart. Keys are for matching, never for printing.
/// </summary>
public static class NameKey
{
    private static readonly string[] KindWords =
    [
        "tỉnh", "thành phố", "tp", "thị xã", "tx", "quận", "huyện", "h", "phường", "p", "thị trấn", "tt", "xã", "x",
    ];

    /// <summary>The key of an area's name.</summary>
    public static string Of(string name)
    {
        var words = Folding.Key(name.Replace('.', ' ').Replace('-', ' '));
        foreach (var kind in KindWords)
        {
            if (words.Length > kind.Length + 1 && words.StartsWith(kind, StringComparison.Ordinal) && words[kind.Length] == ' ')
            {
                words = words[(kind.Length + 1)..];
                break;
            }
        }
        if (words.StartsWith("nt ", StringComparison.Ordinal)) words = "nông trường " + words[3..];
        return string.Join(' ', words.Split(' ').Select(ToneLast));
    }

    private static string ToneLast(string syllable)
    {
        var letters = new StringBuilder(syllable.Length + 1);
        var tones = new StringBuilder(1);
        foreach (var part in syllable.Normalize(NormalizationForm.FormD))
        {
            var isTone = part is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';
            if (isTone) tones.Append(part);
            else if (CharUnicodeInfo.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark || char.IsLetterOrDigit(part)) letters.Append(part);
        }
        return letters.Append(tones).ToString();
    }
}
