using System.Globalization;
using System.Text;

namespace LangSon.Poverty.Text;

/// <summary>Makes texts that differ only in writing compare equal. Folded texts are for matching, never for printing.</summary>
public static class Folding
{
    /// <summary>NFC, lower case, inner blanks and underscores as one space, outer ones gone.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in Nfc.Of(text))
        {
            if (char.IsWhiteSpace(letter) || letter == '_')
            {
                if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
            }
            else if (char.GetUnicodeCategory(letter) is not UnicodeCategory.Format)
            {
                // Eth and African D look like the letter Đ and are typed for it.
                key.Append(char.ToLowerInvariant(letter is 'Ð' or 'ð' or 'Ɖ' or 'ɖ' ? 'Đ' : letter));
            }
        }
        if (key.Length > 0 && key[^1] == ' ') key.Length--;
        return key.ToString();
    }
}
