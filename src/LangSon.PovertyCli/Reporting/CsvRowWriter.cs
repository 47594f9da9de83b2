using CsvHelper;

namespace LangSon.PovertyCli.Reporting;

/// <summary>A CSV file: UTF-8, commas, LF; nothing is allocated for a row.</summary>
internal sealed class CsvRowWriter(Stream stream) : RowWriter
{
    private readonly CsvWriter _csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", BufferSize = 1 << 18 });

    /// <inheritdoc/>
    public override void Text(ReadOnlySpan<byte> utf8) => _csv.WriteField(utf8);

    /// <inheritdoc/>
    public override void Number(long value) => _csv.WriteField(value);

    /// <inheritdoc/>
    public override void Blank() => _csv.WriteField(ReadOnlySpan<byte>.Empty);

    /// <inheritdoc/>
    public override void EndRow() => _csv.EndRecord();

    /// <inheritdoc/>
    public override void Header(IReadOnlyList<string> names)
    {
        foreach (var name in names) _csv.WriteField(name);
        _csv.EndRecord();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _csv.Dispose();
    }
}
