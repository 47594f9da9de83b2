using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>Reads the texts and names of a standard's file.</summary>
internal static class StandardTexts
{
    /// <summary>A text in both languages, <c>{ "vi": …, "en": … }</c>; a missing or empty one is a fault.</summary>
    public static Phrase Phrase(JsonPart? part)
    {
        if (part is null || !part.AsObject()) return default;
        part.OnlyKeys("vi", "en");
        return new Phrase(Text(part.Require("vi")), Text(part.Require("en")));
    }

    /// <summary>As <see cref="Phrase"/>, or one text that stands for both languages (a document's number needs no translation).</summary>
    public static Phrase PhraseOrText(JsonPart? part)
    {
        if (part?.Kind != System.Text.Json.JsonValueKind.String) return Phrase(part);
        var text = Text(part);
        return new Phrase(text, text);
    }

    /// <summary>A machine name: ASCII letters, digits and the characters in <paramref name="joiners"/>, beginning with a letter.</summary>
    public static string Name(JsonPart? part, string joiners)
    {
        if (part is null) return "";
        var name = part.AsText();
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || joiners.Contains(letter)))
            part.Fault(new($"\"{name}\" không phải tên hợp lệ: một chữ cái không dấu, sau đó là chữ cái không dấu, chữ số hoặc {joiners}", $"\"{name}\" is not a name: a letter, then letters, digits or {joiners}"));
        return name;
    }

    private static string Text(JsonPart? part)
    {
        if (part is null) return "";
        var text = part.AsText();
        if (part.Kind == System.Text.Json.JsonValueKind.String && string.IsNullOrWhiteSpace(text)) part.Fault(new("văn bản trống", "the text is empty"));
        return text;
    }
}
