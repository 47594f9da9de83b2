using System.Buffers.Binary;
using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reading;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum FileKind
{
    /// <summary>Anything that may be text.</summary>
    Text,

    /// <summary>A gzip file.</summary>
    Gzip,

    /// <summary>A zip package: an .xlsx workbook or something else.</summary>
    Zip,

    /// <summary>A compound file: an .xls workbook, an encrypted workbook or something else.</summary>
    Compound,

    /// <summary>A known kind that holds no table.</summary>
    Other,
}

/// <summary>Tells files apart by their first bytes, never by their names.</summary>
internal static class FileKinds
{
    /// <summary>The kind, and for <see cref="FileKind.Other"/> its name in plain words.</summary>
    public static (FileKind Kind, Phrase Words) Sniff(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8)) return (FileKind.Zip, new("tệp nén .zip", "a zip archive"));
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return (FileKind.Compound, OldDocument);
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return (FileKind.Gzip, new("tệp nén gzip (.gz)", "a gzip file (.gz)"));
        if (start.StartsWith("%PDF-"u8)) return (FileKind.Other, new("tài liệu PDF", "a PDF document"));
        if (start.StartsWith("{\\rtf"u8)) return (FileKind.Other, new("tài liệu RTF (.rtf)", "a rich text document (.rtf)"));
        if (start.StartsWith("Rar!"u8)) return (FileKind.Other, new("tệp nén RAR", "a RAR archive"));
        if (start.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])) return (FileKind.Other, new("tệp nén 7-Zip", "a 7-Zip archive"));
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return (FileKind.Other, new("tệp ảnh", "a picture"));
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || start.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return (FileKind.Other, new("tệp văn bản UTF-32", "a UTF-32 text file"));
        if (start.StartsWith("SQLite format 3"u8)) return (FileKind.Other, new("tệp cơ sở dữ liệu", "a database file"));
        return Markup(start) is { } markup ? (FileKind.Other, markup) : (FileKind.Text, new("tệp văn bản (.csv)", "a text file (.csv)"));
    }

    /// <summary>What sort of compound file it is, by the streams that its directory lists.</summary>
    public static Phrase Compound(Stream file)
    {
        var block = new byte[1 << 16];
        var encrypted = false;
        var workbook = false;
        for (int read; (read = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0;)
        {
            // Directory entries are 128 bytes long and lie on multiples of that: a name, its length at 64, its type at 66.
            for (var at = 0; at + 128 <= read; at += 128)
            {
                var entry = block.AsSpan(at, 128);
                var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
                if (entry[66] != 2 || length is < 10 or > 64) continue;
                var name = Encoding.Unicode.GetString(entry[..(length - 2)]);
                encrypted |= name is "EncryptedPackage" or "EncryptionInfo";
                workbook |= name is "Workbook" or "Book";
            }
        }
        return encrypted ? Encrypted : workbook ? OldWorkbook : OldDocument;
    }

    /// <summary>A package that a password protects.</summary>
    public static Phrase Encrypted => new("tệp Excel có mật khẩu", "an encrypted workbook");

    /// <summary>A workbook as Excel wrote it before 2007.</summary>
    public static Phrase OldWorkbook => new("tệp Excel kiểu cũ (.xls)", "an old Excel workbook (.xls)");

    private static Phrase OldDocument => new("tài liệu Office kiểu cũ", "an old Office document");

    private static Phrase Page => new("trang HTML", "an HTML page");

    private static Phrase? Markup(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        start = start.TrimStart(" \t\r\n"u8);
        if (start.Length == 0 || start[0] != '<') return null;
        var text = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 1024)]);
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
                ? new("bảng tính XML của Excel 2003", "an XML spreadsheet of Excel 2003")
                : text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? Page : new("tệp XML", "an XML file");
        foreach (var tag in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style"])
            if (text.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return Page;
        return null;
    }
}
