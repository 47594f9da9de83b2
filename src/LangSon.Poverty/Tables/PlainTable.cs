using System.Globalization;
using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Tables;

/// <summary>
/// A small table that accompanies a run (areas, register, targets, tags, counts), held whole, with English headers as
/// documented. Such a table is configuration: one faulty value makes it unusable, and every fault is named (PV9001).
/// </summary>
public sealed class PlainTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly List<Finding> _faults = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    private PlainTable(string file, Dictionary<string, int> columns) => (File, _columns) = (file, columns);

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The rows that are not blank, in file order.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>All that is wrong with it (PV9001), in the order found.</summary>
    public IReadOnlyList<Finding> Faults => _faults;

    /// <summary>
    /// Reads the first row as header and the rest as rows. Missing required columns are faults; columns in neither list are
    /// ignored, as such tables carry notes.
    /// </summary>
    public static PlainTable Read(RowSource source, TableForm form) =>
        Read(source, [.. form.Columns.Where(column => column.IsRequired).Select(column => column.Name)], [.. form.Columns.Where(column => !column.IsRequired).Select(column => column.Name)]);

    /// <summary>Reads a table of the program's own, as <see cref="Read(RowSource, TableForm)"/> does.</summary>
    public static PlainTable Read(RowSource source, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var table = new PlainTable(source.File, columns);
        if (!source.Read())
        {
            table.Fault(1, "", new("tệp trống", "the file is empty"));
            return table;
        }
        for (var i = 0; i < source.FieldCount; i++)
        {
            var name = Cell(source, i).ToLowerInvariant();
            if (name.Length > 0 && !columns.TryAdd(name, i)) table.Fault(source.Line, name, new("cột xuất hiện hai lần", "the column stands twice"));
        }
        foreach (var name in required)
        {
            if (columns.ContainsKey(name)) continue;
            table._missing.Add(name);
            var near = Nearest.To(name, columns.Keys.Where(key => !required.Contains(key) && !optional.Contains(key)));
            table.Fault(source.Line, name, near is null
                ? new("thiếu cột này", "the column is missing")
                : new($"thiếu cột này; tên gần nhất là \"{near}\"", $"the column is missing; nearest is \"{near}\""));
        }
        var rows = new List<Row>();
        while (source.Read())
        {
            var cells = new string[source.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Cell(source, i);
            if (cells.All(cell => cell.Length == 0)) continue;
            rows.Add(new Row(table, source.Line, cells));
        }
        table.Rows = rows;
        return table;
    }

    /// <summary>Whether the header has that column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    private static string Cell(RowSource source, int column) =>
        Nfc.Of(Encoding.UTF8.GetString(source[column])).Trim();

    /// <summary>Adds a complaint about a line of the table.</summary>
    internal void Fault(long line, string column, Phrase reason) => _faults.Add(new Finding("PV9001", new Place(File, null, line))
    {
        Column = column,
        Details = [("key", column), ("reason", reason)],
    });

    /// <summary>One row of the table. A value that cannot be read is reported once and given as null.</summary>
    public sealed class Row
    {
        private readonly PlainTable _table;
        private readonly string[] _cells;

        internal Row(PlainTable table, long line, string[] cells) => (_table, Line, _cells) = (table, line, cells);

        /// <summary>The line of the file.</summary>
        public long Line { get; }

        /// <summary>The trimmed text; empty when the cell or the column is missing.</summary>
        public string this[string column] =>
            _table._columns.TryGetValue(column, out var at) && at < _cells.Length ? _cells[at] : "";

        /// <summary>The text, which must not be empty.</summary>
        public string Text(string column)
        {
            if (this[column].Length == 0) Fault(column, new("thiếu giá trị", "the value is missing"));
            return this[column];
        }

        /// <summary>A whole number of at least 0, or null when blank.</summary>
        public long? Count(string column)
        {
            var text = this[column];
            if (text.Length == 0) return null;
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
            Fault(column, new($"\"{text}\" không phải số nguyên từ 0 trở lên, viết liền không có dấu phân cách", $"\"{text}\" is not a whole number of at least 0 without separators"));
            return null;
        }

        /// <summary>A decimal number with a point, or null when blank.</summary>
        public decimal? Number(string column)
        {
            var text = this[column];
            if (text.Length == 0) return null;
            if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                return value;
            Fault(column, new($"\"{text}\" không phải số như -3 hoặc 5.92", $"\"{text}\" is not a number such as -3 or 5.92"));
            return null;
        }

        /// <summary>A day written yyyy-MM-dd, or null when blank.</summary>
        public DateOnly? Day(string column)
        {
            var text = this[column];
            if (text.Length == 0) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            Fault(column, new($"\"{text}\" không phải ngày như 2022-12-14", $"\"{text}\" is not a day such as 2022-12-14"));
            return null;
        }

        /// <summary>One of the words given; another one is a fault and gives null.</summary>
        public string? OneOf(string column, params ReadOnlySpan<string> words)
        {
            var text = this[column];
            var known = words.ToArray();
            if (known.Contains(text)) return text;
            var list = string.Join(", ", known);
            Fault(column, new Phrase($"\"{text}\" không thuộc các từ {list}", $"\"{text}\" is not one of {list}").With(Nearest.Hint(Nearest.To(text, known))));
            return null;
        }

        /// <summary>Adds a complaint about a column of this row; a column that is missing has been complained of once for all rows.</summary>
        public void Fault(string column, Phrase reason)
        {
            if (!_table._missing.Contains(column)) _table.Fault(Line, column, reason);
        }
    }
}
