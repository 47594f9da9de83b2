using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>What became of a row.</summary>
public enum RowFate
{
    /// <summary>It is a household and counts.</summary>
    Accepted,

    /// <summary>It has an error and is listed in rejected.csv.</summary>
    Rejected,

    /// <summary>It holds nothing, or it is a row of totals or of column numbers.</summary>
    Blank,
}

/// <summary>
/// Reads the rows of one file as households under one law. Every fault of a row is reported, not only the first; nothing
/// is allocated for a row without one.
/// </summary>
public sealed partial class HouseholdReader
{
    private readonly RowSource _source;
    private readonly HouseholdLayout _layout;
    private readonly Law _law;
    private readonly AreaResolver _areas;
    private readonly FindingLog _log;
    private readonly RowText _text;
    private readonly Header _header;
    private readonly Vocabulary _words = new();
    private readonly KindWords _kindWords = new();
    private readonly XxHash128 _hash = new();
    private readonly MinorityBy _minorityBy;
    private readonly FieldReader _fields;
    private readonly bool _isWorkbook;
    private readonly AreaReport _onArea;
    private readonly Action<string, int, string> _onCell;
    private readonly Places _at;
    private readonly int[] _indicators;
    private readonly (int Column, bool IsCommune, bool IsName)[] _idParts;
    private readonly int[] _columns;
    private readonly byte[]? _communeOfFile;
    private readonly bool _fileNamesCode;

    private RowFate _fate;
    private AreaNode? _commune;

    /// <summary>
    /// Opens a file for reading and finds its header. A header that lacks a required column refuses the file with every
    /// missing column reported.
    /// </summary>
    public HouseholdReader(
        RowSource source, HouseholdLayout layout, Law law, AreaResolver areas, OfficialClass official, MinorityBy minorityBy, FindingLog log)
    {
        (_source, _layout, _law, _areas, _log, _minorityBy) = (source, layout, law, areas, log, minorityBy);
        _header = Header.Read(source, layout, law, Required(layout, law, official));
        // Of a file that can't be used it matters why, and not which of its columns would have been of no use.
        var refusals = _header.Findings.Where(finding => FindingCatalogue.BuiltIn[finding.Code].Effect == Effect.RefusesFile).ToArray();
        log.AddRange(refusals.Length > 0 ? refusals : _header.Findings);
        if (refusals.Length > 0) throw new FileRefusedException(refusals[0]);
        _text = new RowText(source);
        _at = new Places(_header);
        _indicators = new int[law.Indicators.Length];
        for (var i = 0; i < _indicators.Length; i++) _indicators[i] = _header[law.Indicators[i].Id];
        _idParts = layout.IdFrom.Count == 0
            ? [(_header["household_id"], false, false)]
            : [.. layout.IdFrom.Select(name => (_header[name], name == "commune_code", HouseholdColumns.IsPersonal(name)))];
        _columns = [.. _header.Columns.Select(name => _header[name]).Order()];
        _communeOfFile = layout.Commune is null ? null : Encoding.UTF8.GetBytes(layout.Commune);
        _fileNamesCode = layout.Commune?.All(char.IsAsciiDigit) ?? false;
        _isWorkbook = source.Sheet is not null;
        _fields = new FieldReader(layout, _header, _words);
        _onArea = OnArea;
        _onCell = (code, column, detail) => Report(code, column, default, null,
            code == "PV1005" ? [("from", detail), ("to", "Đ")] : code == "PV1023" ? [("hex", detail)] : [("sample", "…")]);
    }

    /// <summary>The header of the file.</summary>
    public Header Header => _header;

    /// <summary>How far into the file the rows read so far reach, in bytes; 0 where the source does not tell.</summary>
    public long BytesRead => _source.BytesRead;

    /// <summary>The line of the current row.</summary>
    public long Line => _source.Line;

    /// <summary>Where the current row stands.</summary>
    public Place Place => new(_source.File, _source.Sheet, _source.Line);

    /// <summary>The codes that reject the current row, in the order found.</summary>
    public List<string> Rejections { get; } = [];

    /// <summary>The id of the current row as findings and lists show it.</summary>
    public string ShownId => _layout.IdFrom.Count > 0 ? $"{_source.File}:{_source.Line}" : Encoding.UTF8.GetString(_text[_idParts[0].Column]);

    /// <summary>What told the settlement of the current row.</summary>
    public SettlementOrigin SettlementFrom { get; private set; }

    /// <summary>What the current row says in a canonical column; null where the file lacks it, or where it is personal.</summary>
    public RawCell? Raw(string canonical) => _header[canonical] is >= 0 and var at && !HouseholdColumns.IsPersonal(canonical)
        ? new RawCell(canonical, _header.Names[at], _source.Here(at), Encoding.UTF8.GetString(_text[at]))
        : null;

    /// <summary>The cells of the current row as they stand in the file, for rejected.csv.</summary>
    public string[] OriginalCells()
    {
        var cells = new string[Math.Max(_header.Width, _source.FieldCount)];
        for (var i = 0; i < cells.Length; i++) cells[i] = Encoding.UTF8.GetString(_source[i]);
        return cells;
    }

    /// <summary>Reads the next row into <paramref name="household"/>; false after the last.</summary>
    public bool Read(ref Household household, out RowFate fate)
    {
        fate = RowFate.Blank;
        if (!_source.Read())
        {
            Finish();
            return false;
        }
        household = default;
        _fate = RowFate.Accepted;
        _commune = null;
        SettlementFrom = SettlementOrigin.None;
        Rejections.Clear();
        if (IsBlank() || IsNumbering()) return true;
        _text.Next(_header.Width, _onCell);
        if (IsTotal()) return true;
        ReadShape();
        if (IsEmptyForm()) return true;
        ReadArea(ref household);
        ReadKey(ref household);
        ReadClasses(ref household);
        ReadSize(ref household);
        ReadIncome(ref household);
        ReadDeprivations(ref household);
        ReadGroups(ref household);
        CheckCitizenId();
        CountRow(household);
        fate = _fate;
        return true;
    }

    /// <summary>The columns that must stand in a file: one of each group.</summary>
    private static List<string[]> Required(HouseholdLayout layout, Law law, OfficialClass official)
    {
        var required = new List<string[]>();
        if (layout.IdFrom.Count == 0) required.Add(["household_id"]);
        else required.AddRange(layout.IdFrom.Where(name => name != "commune_code").Select(name => new[] { name }));
        if (layout.Commune is null) required.Add(["commune_code", "commune_name"]);
        required.Add(["household_size"]);
        if (official == OfficialClass.Recognised)
        {
            required.Add(["recognised_class"]);
            return required;
        }
        if (law.HasIncomeLine) required.Add(["income_per_capita", "income_12_months"]);
        foreach (var indicator in law.Indicators) required.Add([indicator.Id]);
        return required;
    }

    private void ReadShape()
    {
        if (_source.Fault == RowFault.StrayQuote) Report("PV1021", -1, default, null);
        foreach (var column in _header.Nameless)
            if (!_text[column].IsEmpty)
                throw new FileRefusedException(new Finding("PV1031", _source.Here(column)) { Details = [("col", $"{column + 1}")] });
        if (_source.FixedWidth) CheckWidth();
        for (var i = 0; i < _header.Width; i++)
            if (_source[i].Length > LongestField && Encoding.UTF8.GetCharCount(_source[i]) is > LongestField and var letters)
                Report("PV1024", i, default, null, ("n", $"{letters}"), ("max", $"{LongestField}"));
        if (!_isWorkbook) return;
        foreach (var column in _columns)
        {
            var kind = _source.Kind(column);
            if (kind == CellKind.Error) Report("PV2004", column, _source[column], null, ("err", Encoding.UTF8.GetString(_source[column])));
            else if (kind is CellKind.Formula or CellKind.NumberFormula) Report("PV1044", column, default, null);
        }
    }

    private void CheckWidth()
    {
        var tooMany = false;
        for (var i = _header.Width; i < _source.FieldCount; i++) tooMany |= !_source[i].IsEmpty;
        if (tooMany || _source.FieldCount < _header.Width)
            Report("PV1022", -1, default, null, ("n", $"{_source.FieldCount}"), ("m", $"{_header.Width}"));
    }

    /// <summary>What a cell of Excel holds at most, in characters; longer text is a sign of a lost quote.</summary>
    private const int LongestField = 32_767;

    private void ReadKey(ref Household household)
    {
        _hash.Reset();
        foreach (var (column, isCommune, isName) in _idParts)
        {
            if (isCommune && _commune is not null)
            {
                // The unit, not how this file writes it: the next round's file may drop a leading zero or give the name.
                _hash.Append(MemoryMarshal.AsBytes(_commune.Code.AsSpan()));
                _hash.Append("\u001F"u8);
                continue;
            }
            var part = Cell(column);
            if (part.IsEmpty)
            {
                // A commune that is missing has been reported as such.
                if (!isCommune) ReportMissing(column);
                return;
            }
            if (_layout.IdFrom.Count == 0 && LooksScientific(part))
            {
                Report("PV2101", column, part, null, ("pattern", "123456, HN-001, …"));
                return;
            }
            if (column == _at.CitizenId && part.Length == CitizenIdDigits - 1 && Numbers.IsDigits(part))
            {
                // Excel takes the zero before a number; every id of a province below 10 or of Lạng Sơn (020) begins with one.
                Report("PV3002", column, "…"u8, null, ("fixed", "0…"));
                _hash.Append("0"u8);
            }
            // Names are typed anew every year, in capitals or not.
            _hash.Append(isName ? Encoding.UTF8.GetBytes(Folding.Key(Encoding.UTF8.GetString(part))) : part);
            _hash.Append("\u001F"u8);
        }
        household.Key = _hash.GetCurrentHashAsUInt128();
        household.HasKey = true;
    }

    private static bool LooksScientific(ReadOnlySpan<byte> id)
    {
        var e = id.IndexOfAny((byte)'E', (byte)'e');
        return e > 0 && e < id.Length - 2 && id[e + 1] is (byte)'+' or (byte)'-' && id[..e].IndexOfAnyExceptInRange((byte)'.', (byte)'9') < 0;
    }

    private void ReadSize(ref Household household)
    {
        var cell = Cell(_at.Size);
        if (cell.IsEmpty)
        {
            // A household that left has nobody to count.
            if (household.Left == Because.None) ReportMissing(_at.Size);
        }
        else if (!_fields.TryWhole(_at.Size, cell, IsNumberCell(_at.Size), out var size))
        {
            NotANumber(_at.Size, "4");
        }
        else if (size is < 1 or > 30)
        {
            Report("PV2003", _at.Size, _text[_at.Size], "1–30", ("min", "1"), ("max", "30"));
        }
        else
        {
            household.Size = (byte)size;
            if (size > UnusualSize) Report("PV2007", _at.Size, _text[_at.Size], $"1–{UnusualSize}", ("min", "1"), ("max", $"{UnusualSize}"));
        }
    }

    /// <summary>Households of more than twelve persons are fewer than one in a thousand; probably two were entered as one.</summary>
    private const int UnusualSize = 12;
}
