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
    private static readonly (string Word, Settlement Settlement)[] KindWords =
    [
        ("tỉnh", Settlement.Unknown), ("thành phố", Settlement.Unknown), ("tp", Settlement.Unknown), ("thị xã", Settlement.Unknown),
        ("tx", Settlement.Unknown), ("quận", Settlement.Unknown), ("huyện", Settlement.Unknown), ("h", Settlement.Unknown),
        ("phường", Settlement.Urban), ("p", Settlement.Urban), ("thị trấn", Settlement.Urban), ("tt", Settlement.Urban),
        ("xã", Settlement.Rural), ("x", Settlement.Rural),
    ];

    /// <summary>The key of an area's name.</summary>
    public static string Of(string name)
    {
        var words = Words(name);
        if (Kind(words) is { } kind) words = words[(kind.Word.Length + 1)..];
        if (words.StartsWith("nt ", StringComparison.Ordinal)) words = "nông trường " + words[3..];
        return string.Join(' ', words.Split(' ').Select(ToneLast));
    }

    /// <summary>Urban or rural by the kind word before a commune's name (phường, thị trấn; xã); unknown where there is none.</summary>
    public static Settlement SettlementOf(string name) => Kind(Words(name))?.Settlement ?? Settlement.Unknown;

    private static string Words(string name) => Folding.Key(name.Replace('.', ' ').Replace('-', ' '));

    private static (string Word, Settlement Settlement)? Kind(string words)
    {
        foreach (var kind in KindWords)
            if (words.Length > kind.Word.Length + 1 && words.StartsWith(kind.Word, StringComparison.Ordinal) && words[kind.Word.Length] == ' ')
                return kind;
        return null;
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
