using System.Text;

namespace LangSon.Poverty.Text;

/// <summary>
/// Brings text to NFC, in which one Vietnamese letter is one character. Code points that stand for nothing (U+FFFE, lone
/// surrogates, …), which have no normal form, become U+FFFD.
/// </summary>
public static class Nfc
{
    /// <summary>The text in NFC.</summary>
    public static string Of(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (IsNothing(rune))
                return Replaced(text).Normalize(NormalizationForm.FormC);
        return text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a code point is one that Unicode will never assign; a lone surrogate comes as U+FFFD already.</summary>
    public static bool IsNothing(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static string Replaced(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(IsNothing(rune) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }
}
