using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Tables;

/// <summary>What the values of a column are to a script.</summary>
internal enum ColumnKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number, bare in JSON and to the right for people.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>Who a column is for.</summary>
internal enum Audience
{
    /// <summary>Every form.</summary>
    Everyone,

    /// <summary>The table on the screen only.</summary>
    People,

    /// <summary>CSV and JSON only.</summary>
    Scripts,
}

/// <summary>A column of a table.</summary>
/// <param name="Key">The snake_case name in CSV and JSON.</param>
/// <param name="Header">The words above it for people.</param>
internal sealed record TextColumn(string Key, Phrase Header)
{
    /// <summary>What its values are.</summary>
    public ColumnKind Kind { get; init; }

    /// <summary>Who sees it.</summary>
    public Audience For { get; init; }

    /// <summary>Whether its text may be broken over lines to fit the screen; the last column's always may.</summary>
    public bool Wraps { get; init; }

    /// <summary>A column that only CSV and JSON have.</summary>
    public static TextColumn ForScripts(string key, ColumnKind kind = ColumnKind.Text) =>
        new(key, new Phrase(key, key)) { For = Audience.Scripts, Kind = kind };
}

/// <summary>Small results of a command, printed the same way everywhere: for people, as CSV or as JSON.</summary>
internal sealed class TextTable(params IReadOnlyList<TextColumn> columns)
{
    private static readonly CsvWriterOptions Csv = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    // Vietnamese letters stand as themselves; the output is a file or a terminal, never part of a web page.
    private static readonly JsonWriterOptions Json = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<IReadOnlyList<Cell>> _rows = [];

    /// <summary>Whether people see what cells signal in colours; only a terminal can show them.</summary>
    public bool IsColoured { get; set; }

    /// <summary>All columns.</summary>
    public IReadOnlyList<TextColumn> Columns => columns;

    /// <summary>All rows, a cell a column.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows => _rows;

    /// <summary>Adds a row; it has a cell for every column.</summary>
    public void Add(params IReadOnlyList<Cell> cells)
    {
        if (cells.Count != columns.Count) throw new ArgumentException($"{cells.Count} cells for {columns.Count} columns", nameof(cells));
        _rows.Add(cells);
    }

    /// <summary>Prints the table in the form asked for, with LF line ends on every system.</summary>
    public void Write(TextWriter output, OutputFormat format, Language language)
    {
        switch (format)
        {
            case OutputFormat.Table: AlignedText.Write(this, output, language); break;
            case OutputFormat.Csv: WriteCsv(output); break;
            case OutputFormat.Json: WriteJson(output); break;
        }
    }

    /// <summary>The positions of the columns for one kind of reader.</summary>
    public IReadOnlyList<int> Seen(Audience audience) =>
        [.. Enumerable.Range(0, columns.Count).Where(at => columns[at].For == Audience.Everyone || columns[at].For == audience)];

    private void WriteCsv(TextWriter output)
    {
        var seen = Seen(Audience.Scripts);
        using var writer = CsvWriter.Create(output, Csv, leaveOpen: true);
        writer.WriteHeader(seen.Select(at => columns[at].Key).ToArray());
        foreach (var row in _rows)
        {
            foreach (var at in seen)
            {
                // As text a negative number would be taken for a formula.
                if (columns[at].Kind == ColumnKind.Number && row[at].Value is { } number)
                    writer.WriteField(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), default);
                else
                    writer.WriteField(row[at].Value ?? "");
            }
            writer.EndRecord();
        }
    }

    private void WriteJson(TextWriter output)
    {
        var seen = Seen(Audience.Scripts);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Json))
        {
            writer.WriteStartArray();
            foreach (var row in _rows)
            {
                writer.WriteStartObject();
                foreach (var at in seen)
                {
                    writer.WritePropertyName(columns[at].Key);
                    if (row[at].Value is not { } value) writer.WriteNullValue();
                    else if (columns[at].Kind == ColumnKind.Text) writer.WriteStringValue(value);
                    else writer.WriteRawValue(value);
                }
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        output.Write(Encoding.UTF8.GetString(bytes.ToArray()));
        output.Write('\n');
    }
}
