using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading.Xls;
using LangSon.PovertyCli.Reading.Xlsx;

namespace LangSon.PovertyCli.Reading;

/// <summary>Opens any file of rows by what it contains.</summary>
internal static class HouseholdFile
{
    private static readonly string[] TextEndings = [".csv", ".tsv", ".txt"];

    /// <summary>Opens a file; its rows are read as they are asked for.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="displayName">The file as the user named it: it stands in every message, and its ending must fit the content.</param>
    /// <param name="options">What the user said about it.</param>
    /// <exception cref="FileRefusedException">It cannot be read, or not as what its name says.</exception>
    public static RowSource Open(string path, string displayName, ReadingOptions options)
    {
        try
        {
            if (Directory.Exists(path)) throw Refusal.Of(displayName, "PV1001", ("reason", new("đây là một thư mục", "it is a folder")));
            var stored = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                // Excel keeps a workbook open for writing while it shows it.
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.SequentialScan,
                BufferSize = 0,
            });
            if (!stored.CanSeek)
            {
                stored.Dispose();
                throw Refusal.Of(displayName, "PV1001", ("reason", new("đây không phải tệp thông thường; hãy lưu thành tệp trước", "it is not a regular file; save it as a file first")));
            }
            return Open(stored, displayName, options);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Refusal.Unreadable(displayName, cause);
        }
    }

    /// <summary>Opens a text table held in memory, such as one that the program ships with.</summary>
    public static RowSource Open(byte[] content, string displayName) =>
        Open(new MemoryStream(content, writable: false), displayName, ReadingOptions.Default);

    private static RowSource Open(Stream stored, string displayName, ReadingOptions options)
    {
        try
        {
            var start = new byte[2048];
            var (kind, words) = FileKinds.Sniff(start.AsSpan(0, stored.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
            stored.Position = 0;
            if (stored.Length == 0) throw Refusal.Of(displayName, "PV1010");
            var ending = Path.GetExtension(displayName).ToLowerInvariant();
            return kind switch
            {
                FileKind.Text => Text(stored, displayName, words, ending is ".xlsx" or ".xls" or ".gz", packed: false, options),
                FileKind.Gzip => Text(stored, displayName, words, TextEndings.Contains(ending) || ending is ".xlsx" or ".xls", packed: true, options),
                FileKind.Zip => Workbook(stored, displayName, ending, options),
                FileKind.Compound => OldWorkbook(stored, displayName, ending, options),
                FileKind.Other => throw Refusal.Really(displayName, words),
            };
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    private static XlsxRows Workbook(Stream stored, string file, string ending, ReadingOptions options)
    {
        var rows = new XlsxRows(stored, file, options);
        if (ending is not (".xls" or ".gz") && !TextEndings.Contains(ending)) return rows;
        rows.Dispose();
        throw Refusal.Really(file, new("tệp Excel (.xlsx)", "an Excel workbook (.xlsx)"));
    }

    private static XlsRows OldWorkbook(Stream stored, string file, string ending, ReadingOptions options)
    {
        var kind = FileKinds.Compound(stored);
        stored.Position = 0;
        if (kind == FileKinds.Encrypted) throw Refusal.Of(file, "PV1046");
        if (kind != FileKinds.OldWorkbook || ending is ".xlsx" or ".gz" || TextEndings.Contains(ending)) throw Refusal.Really(file, kind);
        return new XlsRows(stored, file, options);
    }

    private static CsvRows Text(Stream stored, string file, Phrase words, bool misnamed, bool packed, ReadingOptions options)
    {
        if (misnamed) throw Refusal.Really(file, words);
        var text = new TextFile(stored, file, packed, options);
        if (packed)
        {
            var (kind, inside) = FileKinds.Sniff(text.RawSample);
            if (kind != FileKind.Text) throw Refusal.Really(file, new($"{inside.Vi} nén thành .gz", $"{inside.En} packed as .gz"));
        }
        return new CsvRows(text);
    }
}
