using System.Globalization;
using System.Text;
using System.Xml;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>Texts as cells of Excel hold them: every character comes back, those that XML cannot hold among them.</summary>
internal static class CellText
{
    /// <summary>A cell of Excel holds no more characters.</summary>
    private const int Longest = 32_767;

    /// <summary>The text as it is written: what XML can't hold, or what looks like its substitute, as <c>_x0001_</c>.</summary>
    public static string Of(string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        if (!text.Contains("_x", StringComparison.Ordinal) && !text.Any(Unwritable)) return text;
        var written = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (Unwritable(text[i]) || (text[i] == '_' && i + 1 < text.Length && text[i + 1] == 'x')) written.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            else written.Append(text[i]);
        }
        return written.ToString();
    }

    /// <summary>A carriage return would be read as a line feed.</summary>
    private static bool Unwritable(char letter) => letter == '\r' || (!XmlConvert.IsXmlChar(letter) && !char.IsSurrogate(letter));
}
