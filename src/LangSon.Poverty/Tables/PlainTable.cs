using System.Globalization;
using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Tables;

/// <summary>
/// A small table that accompanies a run (areas, register, targets, tags, counts), held whole. Its header stands within the
/// first rows, since offices print titles above it. Such a table is configuration: one faulty value makes it unusable, and
/// every fault is named (PV9001).
/// </summary>
public sealed class PlainTable
{
    /// <summary>How many rows of titles a table may have above its header.</summary>
    private const int MostRowsBefore = 20;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<Finding> _faults = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    private PlainTable(string file) => File = file;

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The rows that are not blank, in file order.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>All that is wrong with it (PV9001), in the order found.</summary>
    public IReadOnlyList<Finding> Faults => _faults;

    /// <summary>
    /// Reads the first row that has all required columns as header and those below it as rows; without one, the row that
    /// has most columns says which are missing. Columns that the form does not know are ignored, as such tables carry notes.
    /// </summary>
    public static PlainTable Read(RowSource source, TableForm form) => Read(source, form.Columns);

    /// <summary>Reads a table of the program's own, as <see cref="Read(RowSource, TableForm)"/> does.</summary>
    public static PlainTable Read(RowSource source, IReadOnlyList<string> required, IReadOnlyList<string> optional) =>
        Read(source, [.. required.Select(name => new TableColumn(name, true)), .. optional.Select(name => new TableColumn(name, false))]);

    /// <summary>Reads a table of so many rows that they are not held: each is taken and forgotten.</summary>
    /// <param name="source">The file.</param>
    /// <param name="form">What it looks like.</param>
    /// <param name="take">Takes the table as far as it is known, and a row of it.</param>
    public static PlainTable ForEach(RowSource source, TableForm form, Action<PlainTable, Row> take) => ForEach(source, form.Columns, take);

    /// <summary>Reads a long table of the program's own; all the columns must be there.</summary>
    public static PlainTable ForEach(RowSource source, IReadOnlyList<string> columns, Action<PlainTable, Row> take) =>
        ForEach(source, [.. columns.Select(name => new TableColumn(name, true))], take);

    private static PlainTable Read(RowSource source, IReadOnlyList<TableColumn> known)
    {
        var rows = new List<Row>();
        var table = ForEach(source, known, (_, row) => rows.Add(row));
        table.Rows = rows;
        return table;
    }

    private static PlainTable ForEach(RowSource source, IReadOnlyList<TableColumn> known, Action<PlainTable, Row> take)
    {
        var table = new PlainTable(source.File);
        var head = new List<Row>();
        while (head.Count <= MostRowsBefore && source.Read()) head.Add(table.Next(source));
        if (head.Count == 0)
        {
            table.Fault(1, "", new("tệp trống", "the file is empty"));
            return table;
        }
        var header = new TableHeader(known);
        var (first, last, names) = header.In([.. head.Select(row => row.Cells)]);
        table.ReadHeader(header, names, head[first].Line);
        var isFirst = true;
        foreach (var row in head.Skip(last + 1)) Take(row);
        while (source.Read()) Take(table.Next(source));
        return table;

        void Take(Row row)
        {
            if (row.Cells.All(cell => cell.Length == 0)) return;
            if (!isFirst || !TableHeader.IsNumbering(row.Cells)) take(table, row);
            isFirst = false;
        }
    }

    private Row Next(RowSource source)
    {
        var cells = new string[source.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = Nfc.Of(Encoding.UTF8.GetString(source[i])).Trim();
        return new Row(this, source.Line, cells, [.. Enumerable.Range(0, cells.Length).Where(i => source.Kind(i) is CellKind.Number or CellKind.NumberFormula)]);
    }

    private void ReadHeader(TableHeader header, IReadOnlyList<string> names, long line)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i].Length > 0 && !_columns.TryAdd(names[i], i) && header.Knows(names[i]))
                Fault(line, names[i], new("cột xuất hiện hai lần", "the column stands twice"));
        foreach (var column in header.Missing(_columns.ContainsKey))
        {
            _missing.Add(column.Name);
            var near = Nearest.To(column.Name, _columns.Keys.Where(key => !header.Knows(key)));
            Fault(line, column.Name, near is null
                ? new("thiếu cột này", "the column is missing")
                : new($"thiếu cột này; tên gần nhất là \"{near}\"", $"the column is missing; nearest is \"{near}\""));
        }
    }

    /// <summary>Whether the header has that column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Whether a cell of figures is blank or holds a dash.</summary>
    internal static bool IsUnknown(string text) => text is "" or "-" or "–" or "—";

    /// <summary>Adds a complaint about a line of the table, once, however many rounds it serves.</summary>
    internal void Fault(long line, string column, Phrase reason)
    {
        if (_faults.Exists(fault => fault.Place.Line == line && fault.Column == column && fault.Details.Contains(("reason", reason)))) return;
        _faults.Add(new Finding("PV9001", new Place(File, null, line))
        {
            Column = column,
            Details = [("key", column), ("reason", reason)],
        });
    }

    /// <summary>One row of the table. A value that cannot be read is reported once and given as null.</summary>
    public sealed class Row
    {
        private readonly PlainTable _table;
        private readonly int[] _numbers;

        internal Row(PlainTable table, long line, IReadOnlyList<string> cells, int[] numbers) => (_table, Line, Cells, _numbers) = (table, line, cells, numbers);

        /// <summary>The line of the file.</summary>
        public long Line { get; }

        /// <summary>The file as the user named it.</summary>
        public string File => _table.File;

        /// <summary>All cells, trimmed, those of no column among them.</summary>
        public IReadOnlyList<string> Cells { get; }

        /// <summary>The trimmed text; empty when the cell or the column is missing.</summary>
        public string this[string column] =>
            _table._columns.TryGetValue(column, out var at) && at < Cells.Count ? Cells[at] : "";

        /// <summary>The text, which must not be empty.</summary>
        public string Text(string column)
        {
            if (this[column].Length == 0) Fault(column, new("thiếu giá trị", "the value is missing"));
            return this[column];
        }

        /// <summary>
        /// A whole number of at least 0, its thousands set apart by dots, commas or blanks or not at all; null when the cell
        /// is blank or a dash. A number cell of a workbook is exact and has no thousands.
        /// </summary>
        public long? Count(string column)
        {
            var text = this[column];
            if (IsUnknown(text)) return null;
            if (long.TryParse(IsNumber(column) ? text : Ungrouped(text), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
            Fault(column, new($"\"{text}\" không phải số nguyên từ 0 trở lên như 1234 hoặc 1.234", $"\"{text}\" is not a whole number of at least 0 such as 1234 or 1,234"));
            return null;
        }

        /// <summary>Whether the cell is a number cell of a workbook, which is exact and has no separators.</summary>
        public bool IsNumber(string column) => _table._columns.TryGetValue(column, out var at) && Array.IndexOf(_numbers, at) >= 0;

        /// <summary>The digits of a number whose groups of three one and the same mark sets apart; anything else as it is.</summary>
        private static string Ungrouped(string text)
        {
            var mark = text.FirstOrDefault(letter => !char.IsAsciiDigit(letter));
            if (mark is not ('.' or ',') && !char.IsWhiteSpace(mark)) return text;
            var groups = text.Split(mark);
            return groups[0] is { Length: >= 1 and <= 3 } first && first[0] != '0' && groups.Skip(1).All(group => group.Length == 3) ? string.Concat(groups) : text;
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

        /// <summary>
        /// A figure as it was printed, with the decimals that it shows; null when blank or a dash. A number cell of a workbook
        /// does not keep the zeros at its end: rates are printed with two decimals, so it has at least those.
        /// </summary>
        public PrintedNumber? Printed(string column)
        {
            var text = this[column];
            if (IsUnknown(text)) return null;
            if (PrintedNumber.Read(text) is { } printed) return IsNumber(column) ? printed with { Decimals = Math.Max(printed.Decimals, 2) } : printed;
            Fault(column, new($"\"{text}\" không phải số như 2,32 hoặc 2.32", $"\"{text}\" is not a number such as 2.32 or 2,32"));
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
