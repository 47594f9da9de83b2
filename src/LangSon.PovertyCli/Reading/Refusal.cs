using System.Globalization;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reading;

/// <summary>The reasons why a file cannot be read, each as the exception that says so.</summary>
internal static class Refusal
{
    /// <summary>A refusal of the file at <paramref name="place"/> with the placeholders that the message needs.</summary>
    public static FileRefusedException At(Place place, string code, params (string Name, Phrase Value)[] details) =>
        new(new Finding(code, place) { Details = details });

    /// <summary>A refusal of a whole file.</summary>
    public static FileRefusedException Of(string file, string code, params (string Name, Phrase Value)[] details) =>
        At(new Place(file), code, details);

    /// <summary>The file cannot be opened or read on (PV1001).</summary>
    public static FileRefusedException Unreadable(string file, Exception cause) => Of(file, "PV1001", ("reason", cause switch
    {
        FileNotFoundException or DirectoryNotFoundException => new Phrase("không có tệp này", "it does not exist"),
        UnauthorizedAccessException => new Phrase("không có quyền đọc", "permission is denied"),
        PathTooLongException => new Phrase("tên tệp quá dài", "its name is too long"),
        // The system's own text would repeat the path of the machine.
        _ => new Phrase("hệ thống không đọc được; có thể tệp đang mở trong chương trình khác hoặc ổ đĩa đã ngắt",
            "the system could not read it; it may be open in another program or on a disk that is gone"),
    }));

    /// <summary>The file is damaged (PV1045).</summary>
    public static FileRefusedException Damaged(string file, Phrase reason) => Of(file, "PV1045", ("reason", reason));

    /// <summary>The content is of another kind than the name says (PV1014).</summary>
    public static FileRefusedException Really(string file, Phrase kind) => Of(file, "PV1014", ("kind", kind));

    /// <summary>The file expands to more than a limit (PV1040).</summary>
    public static FileRefusedException Expands(string file, Phrase max) => Of(file, "PV1040", ("max", max));

    /// <summary>A byte that the encoding does not have (PV1002).</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="encoding">The encoding it was read in.</param>
    /// <param name="line">The line of the byte, from 1.</param>
    /// <param name="offset">The place of the byte in the (unpacked) file, from 0.</param>
    /// <param name="guess">The encoding to try.</param>
    public static FileRefusedException BadBytes(string file, string encoding, long line, long offset, string guess) =>
        At(new Place(file, null, line), "PV1002", ("enc", encoding), ("line", line.ToString(CultureInfo.InvariantCulture)),
            ("offset", offset.ToString(CultureInfo.InvariantCulture)), ("guess", guess));

    /// <summary>A quote that is never closed (PV1020).</summary>
    public static FileRefusedException OpenQuote(string file, long line) =>
        At(new Place(file, null, line), "PV1020", ("line", line.ToString(CultureInfo.InvariantCulture)));
}
