using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>What became of a row.</summary>
public enum RowFate
{
    /// <summary>It counts.</summary>
    Accepted,

    /// <summary>It has an error and is listed in rejected.csv.</summary>
    Rejected,

    /// <summary>It holds nothing, or it is a row of totals or of column numbers.</summary>
    Blank,
}

/// <summary>
/// Reads the rows of one table of a survey, of households or of their members: what all tables share. Every fault of a row
/// is reported, not only the first; nothing is allocated for a row without one.
/// </summary>
public abstract partial class RowReader
{
    private readonly FindingLog _log;
    private readonly SurveyColumns _table;
    private readonly XxHash128 _hash = new();
    private readonly Action<string, int, string> _onCell;
    private readonly (int Column, bool IsCommune, bool IsName)[] _idParts;
    private readonly int[] _columns;

    /// <summary>
    /// Takes a file whose header was found. A header that lacks a required column refuses the file with every missing
    /// column reported.
    /// </summary>
    private protected RowReader(RowSource source, HouseholdLayout layout, SurveyColumns table, Header header, FindingLog log, Corrections? corrections = null)
    {
        (Source, Layout, _table, Header, _log, _corrections) = (source, layout, table, header, log, corrections);
        // Of a file that can't be used it matters why, and not which of its columns would have been of no use.
        var refusals = header.Findings.Where(finding => FindingCatalogue.BuiltIn[finding.Code].Effect == Effect.RefusesFile).ToArray();
        log.AddRange(refusals.Length > 0 ? refusals : header.Findings);
        if (refusals.Length > 0) throw new FileRefusedException(refusals[0]);
        RowText = new RowText(source);
        _lists = new WordList<int>?[table.All.Count];
        (_bareOnes, _hasNumbers) = (new long[table.All.Count], new bool[table.All.Count]);
        _idParts = layout.IdFrom.Count == 0
            ? [(header["household_id"], false, false)]
            : [.. layout.IdFrom.Select(name => (header[name], name == "commune_code", SurveyColumns.Households.IsPersonal(name)))];
        _columns = [.. header.Columns.Select(name => header[name]).Order()];
        IsWorkbook = source.Sheet is not null;
        Fields = new FieldReader(layout, header, table, Words);
        _onCell = corrections is null ? ReportCell : (code, column, detail) => _doubts.Add((code, column, detail));
    }

    /// <summary>The header of the file.</summary>
    public Header Header { get; }

    /// <summary>How far into the file the rows read so far reach, in bytes; 0 where the source does not tell.</summary>
    public long BytesRead => Source.BytesRead;

    /// <summary>The line of the current row.</summary>
    public long Line => Source.Line;

    /// <summary>Where the current row stands.</summary>
    public Place Place => new(Source.File, Source.Sheet, Source.Line);

    /// <summary>The codes that reject the current row, in the order found.</summary>
    public List<string> Rejections { get; } = [];

    /// <summary>The household's id in the current row as findings and lists show it.</summary>
    public string ShownId => Layout.IdFrom.Count > 0 ? $"{Source.File}:{Source.Line}" : Encoding.UTF8.GetString(RowText[_idParts[0].Column]);

    /// <summary>The hash of the current row's own id, before any link; meaningless where the id can't be read.</summary>
    internal UInt128 OwnKey { get; private set; }

    /// <summary>The hash of an id that stands in a column of its own.</summary>
    internal static UInt128 KeyOf(string id) => XxHash128.HashToUInt128(Encoding.UTF8.GetBytes($"{id}\u001f"));

    private protected RowSource Source { get; }

    private protected HouseholdLayout Layout { get; }

    private protected RowText RowText { get; }

    private protected FieldReader Fields { get; }

    private protected Vocabulary Words { get; } = new();

    private protected bool IsWorkbook { get; }

    /// <summary>What is becoming of the current row.</summary>
    private protected RowFate Fate { get; set; }

    /// <summary>The commune of the current row as findings show it; null where its table has none.</summary>
    private protected abstract string? ShownCommune { get; }

    /// <summary>Who filled in the current row, as findings may show it.</summary>
    private protected virtual string? Enumerator => null;

    /// <summary>What the current row says in a canonical column; null where the file lacks it, or where it is personal.</summary>
    public RawCell? Raw(string canonical) => Header[canonical] is >= 0 and var at && !_table.IsPersonal(canonical)
        ? new RawCell(canonical, Header.Names[at], Source.Here(at), Encoding.UTF8.GetString(RowText[at]))
        : null;

    /// <summary>
    /// The text of the current row in a column, a person's name included; empty where the file lacks the column or nothing
    /// was answered. For lists of names and nothing else, so it is not seen outside.
    /// </summary>
    internal string Printed(SurveyColumn column)
    {
        var cell = Cell(Header[column.Name]);
        return _table.IsUnanswered(cell) ? "" : Encoding.UTF8.GetString(cell);
    }

    /// <summary>What the word of the current row in a column of words means; null where it is none of them.</summary>
    internal Meaning? Said(SurveyColumn column) => WordsOf(column).TryFind(Cell(Header[column.Name]), out var place) ? WordLists.All[column.Words!][place] : null;

    /// <summary>The cells of the current row as they stand in the file, for rejected.csv.</summary>
    public string[] OriginalCells()
    {
        var cells = new string[Math.Max(Header.Width, Source.FieldCount)];
        for (var i = 0; i < cells.Length; i++) cells[i] = Encoding.UTF8.GetString(Source[i]);
        return cells;
    }

    /// <summary>A finding about the current row as a whole, not yet reported.</summary>
    public Finding Describe(string code) => new(code, Place)
    {
        HouseholdId = ShownId,
        CommuneCode = ShownCommune,
    };

    /// <summary>Moves to the next row; false after the last. A row that says nothing is told by <see cref="Fate"/>.</summary>
    private protected bool Next()
    {
        if (!Source.Read()) return false;
        Fate = RowFate.Accepted;
        Rejections.Clear();
        if (_corrected.Count == 0) return true;
        _corrected.Clear();
        _replaced.Clear();
        return true;
    }

    /// <summary>Whether the row is blank, has the numbers of the columns, or totals.</summary>
    private protected bool SaysNothing()
    {
        if (IsBlank() || IsNumbering()) return true;
        RowText.Next(Header.Width, _onCell);
        if (_corrections is not null) Correct(_corrections);
        if (IsTotal()) return true;
        ReadShape();
        return false;
    }

    /// <summary>Whether any part of the household's id is filled in.</summary>
    private protected bool HasId()
    {
        foreach (var (column, _, _) in _idParts)
            if (!RowText[column].IsEmpty)
                return true;
        return false;
    }

    /// <summary>Reads the household's id as a hash; false, with the reason reported, where it can't be read.</summary>
    /// <param name="commune">The code of the commune as its list has it; empty where only the row's own text is known.</param>
    /// <param name="key">The hash: the same household has the same in every table and round.</param>
    private protected bool TryReadKey(ReadOnlySpan<char> commune, out UInt128 key)
    {
        key = default;
        _hash.Reset();
        foreach (var (column, isCommune, isName) in _idParts)
        {
            if (isCommune && !commune.IsEmpty)
            {
                // The unit, not how this file writes it: the next round's file may drop a leading zero or give the name.
                _hash.Append(MemoryMarshal.AsBytes(commune));
                _hash.Append("\u001F"u8);
                continue;
            }
            var part = Cell(column);
            if (part.IsEmpty)
            {
                // A commune that is missing has been reported as such.
                if (!isCommune) ReportMissing(column);
                return false;
            }
            if (Layout.IdFrom.Count == 0 && LooksScientific(part))
            {
                Report("PV2101", column, part, null, ("pattern", "123456, HN-001, …"));
                return false;
            }
            if (part.Length == CitizenIdDigits - 1 && column == Header["citizen_id"] && Numbers.IsDigits(part))
            {
                // Excel takes the zero before a number; every id of a province below 10 or of Lạng Sơn (020) begins with one.
                Report("PV3002", column, "…"u8, null, ("fixed", "0…"));
                _hash.Append("0"u8);
            }
            // Names are typed anew every year, in capitals or not.
            _hash.Append(isName ? Encoding.UTF8.GetBytes(Folding.Key(Encoding.UTF8.GetString(part))) : part);
            _hash.Append("\u001F"u8);
        }
        OwnKey = _hash.GetCurrentHashAsUInt128();
        key = Layout.Keys is { } keys ? keys.Of(OwnKey) : OwnKey;
        return true;
    }

    /// <summary>Digits of a citizen's identity number (số căn cước).</summary>
    private protected const int CitizenIdDigits = 12;

    private static bool LooksScientific(ReadOnlySpan<byte> id)
    {
        var e = id.IndexOfAny((byte)'E', (byte)'e');
        return e > 0 && e < id.Length - 2 && id[e + 1] is (byte)'+' or (byte)'-' && id[..e].IndexOfAnyExceptInRange((byte)'.', (byte)'9') < 0;
    }

    /// <summary>The canonical value of a cell; empty where the file lacks the column or the cell holds an error value.</summary>
    private protected ReadOnlySpan<byte> Cell(int column) => column < 0 || IsError(column) ? default : Fields.Map(column, RowText[column]);

    private protected bool IsError(int column) => IsWorkbook && column >= 0 && Kind(column) == CellKind.Error;

    private protected bool IsNumberCell(int column) => (IsWorkbook || _replaced.Count > 0) && Kind(column) is CellKind.Number or CellKind.NumberFormula;

    private protected T? ReadWord<T>(string column, int at, WordList<T> list, string expected)
        where T : struct
    {
        var cell = Cell(at);
        if (cell.IsEmpty) return null;
        if (list.TryFind(cell, out var meaning)) return meaning;
        NotInList(column, at, expected);
        return null;
    }

    /// <summary>Reports a required value that is not there; an error value in its place has been reported as that.</summary>
    private protected void ReportMissing(int column)
    {
        if (!IsError(column)) Report("PV2001", column, default, null);
    }

    private protected void NotANumber(int column, string example) =>
        Report("PV2002", column, RowText[column], example, ("fmt", Layout.NumberFormat == NumberFormat.Invariant ? "invariant" : "vi"));

    private protected void NotInList(string name, int column, string expected) =>
        Report("PV2005", column, RowText[column], expected, ("col", name), ("list", expected));

    /// <summary>Reports an answer that can't be read: who did not know has answered nothing (PV2009); all else must be mended.</summary>
    private protected bool IsUnknowing(int column, ValueKind kind)
    {
        if (!_table.IsUnknowing(Encoding.UTF8.GetString(Cell(column)), kind)) return false;
        Report("PV2009", column, RowText[column], null);
        return true;
    }

    private protected void OutOfRange(int column, string expected, string min, string max) =>
        Report("PV2003", column, RowText[column], expected, ("min", min), ("max", max));

    private protected void Report(string code, int column, ReadOnlySpan<byte> value, string? expected, params ReadOnlySpan<(string, Phrase)> details)
    {
        if (FindingCatalogue.BuiltIn[code].Effect == Effect.RejectsRow)
        {
            Fate = RowFate.Rejected;
            if (!Rejections.Contains(code)) Rejections.Add(code);
        }
        _log.Add(Describe(code, column, value) with { Expected = expected, Details = details.ToArray() });
    }

    /// <summary>A finding about a cell of the current row, or about the row as a whole, not yet reported.</summary>
    private protected Finding Describe(string code, int column, ReadOnlySpan<byte> value)
    {
        var name = column < 0 ? null : Header.CanonicalAt(column);
        var isPersonal = name is not null && (_table.IsPersonal(name) || SurveyColumns.Households.IsPersonal(name));
        return new Finding(code, column < 0 ? Place : Source.Here(column))
        {
            Column = name ?? (column < 0 ? null : Header.Names[column]),
            Value = isPersonal || value.IsEmpty ? null : Encoding.UTF8.GetString(value),
            HouseholdId = ShownId,
            CommuneCode = ShownCommune,
            Enumerator = Enumerator,
        };
    }

    /// <summary>Reports a doubt about the text of a cell.</summary>
    private void ReportCell(string code, int column, string detail) => Report(code, column, default, null,
        code == "PV1005" ? [("from", detail), ("to", "Đ")] : code == "PV1023" ? [("hex", detail)] : [("sample", "…")]);

    /// <summary>Adds a finding that is not about one cell of the current row.</summary>
    private protected void Log(Finding finding) => _log.Add(finding);
}
