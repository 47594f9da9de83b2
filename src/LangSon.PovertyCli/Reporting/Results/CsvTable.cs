using System.Globalization;
using CsvHelper;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary>
/// A CSV file for scripts: UTF-8, commas, LF, invariant numbers. A text that a spreadsheet would run as a formula gets an
/// apostrophe; a number stays as it is.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvWriter _csv;

    /// <summary>Starts the file with its header.</summary>
    public CsvTable(Stream stream, params ReadOnlySpan<string> header)
    {
        _csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", ValidateFieldCount = true });
        foreach (var name in header) _csv.WriteField(name);
        _csv.EndRecord();
    }

    /// <summary>How many rows were written after the header.</summary>
    public long Rows => _csv.RecordCount - 1;

    /// <summary>A text.</summary>
    public CsvTable Text(string? text)
    {
        if (text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsNumber(text)) text = "'" + text;
        _csv.WriteField(text ?? "");
        return this;
    }

    /// <summary>A whole number, or nothing.</summary>
    public CsvTable Whole(long? number)
    {
        if (number is { } value) _csv.WriteField(value);
        else _csv.WriteField("");
        return this;
    }

    /// <summary>A decimal in its shortest form with full precision, or nothing.</summary>
    public CsvTable Number(decimal? number)
    {
        if (number is { } value) _csv.WriteField(value, "0.############################");
        else _csv.WriteField("");
        return this;
    }

    /// <summary>Empty fields.</summary>
    public CsvTable Blank(int fields)
    {
        for (var i = 0; i < fields; i++) _csv.WriteField("");
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void End() => _csv.EndRecord();

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
