using System.Text;

namespace LangSon.PovertyCli.Tests.Areas;

/// <summary>The ways in which lists spell the name of one commune, its kind word always with it.</summary>
internal static class Spellings
{
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["Xã "] = ["Xã ", "xã ", "X. ", "X.", "x ", "XÃ "],
        ["Phường "] = ["Phường ", "phường ", "P. ", "P.", "p "],
        ["Thị trấn "] = ["Thị trấn ", "Thị Trấn ", "TT ", "TT.", "tt. ", "T.T ", "T.T. "],
    };

    /// <summary>A tone stands on the first letter of these pairs or on the second, by the old rule or the new one.</summary>
    private static readonly (string Old, string New)[] Tones =
    [
        ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"), ("óe", "oé"), ("ọe", "oẹ"),
        ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
    ];

    /// <summary>An official name in small letters with its tones by the newer rule.</summary>
    public static string Plain(string name) => Tones.Aggregate(name.ToLowerInvariant(), (text, tone) => text.Replace(tone.Old, tone.New, StringComparison.Ordinal));

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var (kind, words) = Kinds.Single(entry => name.StartsWith(entry.Key, StringComparison.Ordinal));
        var plain = name[kind.Length..];
        var written = new[]
        {
            plain, plain.ToUpperInvariant(), plain.ToLowerInvariant(), plain.Replace(" ", "  ", StringComparison.Ordinal), $" {plain} ", $"{plain}.", plain.Replace(' ', '-'),
            plain.Replace('Đ', 'Ð').Replace('đ', 'ð'), plain.Replace('Đ', 'Ɖ').Replace('đ', 'ɖ'),
            Tones.Aggregate(plain, (text, tone) => text.Replace(tone.Old, tone.New, StringComparison.Ordinal)),
            Tones.Aggregate(plain, (text, tone) => text.Replace(tone.New, tone.Old, StringComparison.Ordinal)),
        };
        var all = words.SelectMany(word => written.Select(text => word + text));
        const string farm = "Nông Trường ";
        if (plain.StartsWith(farm, StringComparison.OrdinalIgnoreCase))
            all = all.Concat(new[] { "TTNT ", "TT NT ", "TT.NT ", "NT ", "Thị trấn NT ", "TT Nông trường " }.Select(word => word + plain[farm.Length..]));
        return all.SelectMany(text => new[] { text, text.Normalize(NormalizationForm.FormD) }).Distinct(StringComparer.Ordinal);
    }
}
