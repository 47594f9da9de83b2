using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace LangSon.PovertyCli.Reading;

/// <summary>The encodings a text file may be in. One that is not UTF-8 or marked must be named; it is guessed only to name it in a message.</summary>
internal static class TextEncodings
{
    private static readonly SearchValues<char> Vietnamese = SearchValues.Create(
        string.Concat("ăâđêôơưĂÂĐÊÔƠƯàáãèéìíĩòóõùúũýÀÁÃÈÉÌÍĨÒÓÕÙÚŨÝ", string.Concat(Enumerable.Range(0x1EA0, 0x5A).Select(code => (char)code))));

    private static readonly SearchValues<char> Tones = SearchValues.Create("\u0300\u0301\u0303\u0309\u0323");

    /// <summary>The names that can be given.</summary>
    public static IReadOnlyList<string> Names { get; } = ["utf-8", "utf-16le", "utf-16be", "windows-1258", "windows-1252", "tcvn3", "vni"];

    /// <summary>The encoding that a byte order mark states and the mark's length; null without a mark.</summary>
    public static (string Name, int Length)? Mark(ReadOnlySpan<byte> start) =>
        start.StartsWith("\uFEFF"u8) ? ("utf-8", 3)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? ("utf-16le", 2)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? ("utf-16be", 2)
        : null;

    /// <summary>The encoding to suggest for bytes that are not what they were read as: what stands around the fault, then the file's start.</summary>
    public static string Guess(ReadOnlySpan<byte> around, ReadOnlySpan<byte> start)
    {
        if (LooksUtf16(start) is { } wide) return wide;
        if (around.Length > 0 && FirstInvalid(around) >= around.Length && around.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0) return "utf-8";
        var best = (Name: "windows-1258", Score: 0);
        foreach (var name in (ReadOnlySpan<string>)["windows-1258", "tcvn3", "vni", "windows-1252"])
        {
            var table = CodeTable.Named(name);
            var score = Score(table.Text(around)) + Score(table.Text(start));
            if (score > best.Score) best = (name, score);
        }
        return best.Name;
    }

    /// <summary>UTF-16 without a mark, told by the zero bytes that Latin letters have in it; null otherwise.</summary>
    public static string? LooksUtf16(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            if (start[i] == 0) even++;
            if (start[i + 1] == 0) odd++;
        }
        var pairs = start.Length / 2;
        return odd * 3 > pairs && even * 20 < pairs ? "utf-16le" : even * 3 > pairs && odd * 20 < pairs ? "utf-16be" : null;
    }

    /// <summary>The index of the first byte that is not UTF-8; the length when all are.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done) return at;
            at += length;
        }
        return at;
    }

    /// <summary>Whether all bytes are UTF-8.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);

    /// <summary>The line breaks in a text: CR LF counts once.</summary>
    public static int LineBreaks(ReadOnlySpan<byte> text)
    {
        var breaks = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')))
                breaks++;
        return breaks;
    }

    /// <summary>
    /// Vietnamese letters count for an encoding. Against it count twice: any other character that is not ASCII, a capital after
    /// a small letter, and a second tone in a word, as a Vietnamese word is one syllable and has one tone at most.
    /// </summary>
    private static int Score(string text)
    {
        var score = 0;
        var toned = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (!char.IsLetter(letter)) toned = false;
            if (letter < 0x80) continue;
            if (!Vietnamese.Contains(letter) || (i > 0 && char.IsUpper(letter) && char.IsLower(text[i - 1]))) score -= 2;
            else score++;
            if (!letter.ToString().Normalize(NormalizationForm.FormD).AsSpan().ContainsAny(Tones)) continue;
            if (toned) score -= 2;
            toned = true;
        }
        return score;
    }
}
