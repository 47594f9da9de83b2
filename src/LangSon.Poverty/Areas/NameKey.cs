using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>
/// The key under which spellings of one area's name meet: kind words dropped, case, blanks and punctuation folded, tone
/// marks moved to the end of their syllable (Hoà = Hòa, Thuỵ = Thụy), look-alike letters made one, "NT" read as "nông
/// trường". Vowel marks stay, since ă, â and a tell names apart. Keys are for matching, never for printing.
/// </summary>
public static partial class NameKey
{
    private static readonly char[] Numbering = [.. "0123456789().-+* "];

    private static readonly (string Word, Settlement Settlement, string[] Kinds)[] KindWords =
    [
        ("tỉnh", Settlement.Unknown, ["province"]), ("thành phố", Settlement.Unknown, ["city", "district"]), ("tp", Settlement.Unknown, ["city", "district"]),
        ("t p", Settlement.Unknown, ["city", "district"]), ("thị xã", Settlement.Unknown, ["district"]), ("tx", Settlement.Unknown, ["district"]),
        ("t x", Settlement.Unknown, ["district"]), ("quận", Settlement.Unknown, ["district"]), ("q", Settlement.Unknown, ["district"]),
        ("huyện", Settlement.Unknown, ["district"]), ("h", Settlement.Unknown, ["district"]),
        ("phường", Settlement.Urban, ["ward"]), ("p", Settlement.Urban, ["ward"]), ("thị trấn", Settlement.Urban, ["township"]),
        ("tt", Settlement.Urban, ["township"]), ("t t", Settlement.Urban, ["township"]), ("xã", Settlement.Rural, ["commune"]), ("x", Settlement.Rural, ["commune"]),
    ];

    /// <summary>A township that grew from a state farm bears the farm's name, which is shortened with it or without it.</summary>
    private static readonly (string Short, string Long)[] Farms = [("ttnt ", "tt nông trường "), ("nt ", "nông trường ")];

    /// <summary>The key of an area's name.</summary>
    public static string Of(string name)
    {
        var words = Words(name);
        if (Kind(words) is { } kind) words = words[(kind.Word.Length + 1)..];
        return string.Join(' ', Whole(words).Split(' ').Select(ToneLast));
    }

    /// <summary>
    /// A cell's name without the number before it: 1.1, (2), -, II., a). A letter that is a kind word is no number:
    /// "X. Hòa Bình" is a commune, but "X. Huyện Lộc Bình" the tenth.
    /// </summary>
    public static string Unnumbered(string cell)
    {
        var name = cell.TrimStart(Numbering);
        if (Letters().Match(name) is not { Success: true } number) return name;
        var rest = name[number.Length..].TrimStart(Numbering);
        var isMarked = !char.IsWhiteSpace(number.Value[^1]);
        return Kind(Words(rest)) is not null || (isMarked && Kind(Words(name)) is null) ? rest : name;
    }

    /// <summary>The key without any marks on letters: what is left of a name that was typed without them. It tells little apart.</summary>
    public static string Bare(string name) => string.Concat(Of(name).Replace('đ', 'd').Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark));

    /// <summary>Urban or rural by the kind word before a commune's name (phường, thị trấn; xã); unknown where there is none.</summary>
    public static Settlement SettlementOf(string name) => Kind(Words(name))?.Settlement ?? Settlement.Unknown;

    /// <summary>Whether the kind word before a name, if there is one, is that of the unit.</summary>
    public static bool FitsKind(string name, Area unit) => Kind(Words(name)) is not { } kind || kind.Kinds.Contains(unit.Kind);

    private static string Words(string name) => Whole(Folding.Key(string.Concat(name.Select(letter => char.IsPunctuation(letter) ? ' ' : letter))));

    private static string Whole(string words)
    {
        foreach (var (abbreviation, whole) in Farms)
            if (words.StartsWith(abbreviation, StringComparison.Ordinal))
                return whole + words[abbreviation.Length..];
        return words;
    }

    private static (string Word, Settlement Settlement, string[] Kinds)? Kind(string words)
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

    [GeneratedRegex(@"^(?:[IVXL]+|[A-HĐ])(?:[.):/–-]|\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
