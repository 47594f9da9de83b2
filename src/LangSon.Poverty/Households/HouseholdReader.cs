using System.IO.Hashing;
using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;

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
    private readonly XxHash128 _hash = new();
    private readonly MinorityBy _minorityBy;
    private readonly FieldReader _fields;
    private readonly bool _isWorkbook;
    private readonly Action<AreaDoubt, string, string> _onArea;
    private readonly Action<string, int, string> _onCell;
    private readonly Places _at;
    private readonly int[] _indicators;
    private readonly int[] _idParts;
    private readonly byte[]? _communeOfFile;

    private RowFate _fate;

    /// <summary>
    /// Opens a file for reading and finds its header. A header that lacks a required column refuses the file with every
    /// missing column reported.
    /// </summary>
    public HouseholdReader(
        RowSource source, HouseholdLayout layout, Law law, AreaResolver areas, OfficialClass official, MinorityBy minorityBy, FindingLog log)
    {
        (_source, _layout, _law, _areas, _log, _minorityBy) = (source, layout, law, areas, log, minorityBy);
        _header = Header.Read(source, layout, law, Required(layout, law, official));
        foreach (var finding in _header.Findings) log.Add(finding);
        if (_header.Findings.FirstOrDefault(finding => FindingCatalogue.BuiltIn[finding.Code].Effect == Effect.RefusesFile) is { } refusal)
            throw new FileRefusedException(refusal);
        _text = new RowText(source);
        _at = new Places(_header);
        _indicators = new int[law.Indicators.Length];
        for (var i = 0; i < _indicators.Length; i++) _indicators[i] = _header[law.Indicators[i].Id];
        _idParts = layout.IdFrom.Count == 0 ? [_header["household_id"]] : [.. layout.IdFrom.Select(name => _header[name])];
        _communeOfFile = layout.Commune is null ? null : Encoding.UTF8.GetBytes(layout.Commune);
        _isWorkbook = source.Sheet is not null;
        _fields = new FieldReader(layout, _words);
        _onArea = OnArea;
        _onCell = (code, column, detail) => Report(code, column, default, null,
            code == "PV1005" ? [("from", detail), ("to", "Đ")] : code == "PV1023" ? [("hex", detail)] : [("sample", "…")]);
    }

    /// <summary>The header of the file.</summary>
    public Header Header => _header;

    /// <summary>The line of the current row.</summary>
    public long Line => _source.Line;

    /// <summary>The codes that reject the current row, in the order found.</summary>
    public List<string> Rejections { get; } = [];

    /// <summary>The id of the current row as findings and lists show it.</summary>
    public string ShownId => _layout.IdFrom.Count > 0 ? $"{_source.File}:{_source.Line}" : Encoding.UTF8.GetString(_text[_idParts[0]]);

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
        Rejections.Clear();
        if (IsBlank() || IsNumbering()) return true;
        _text.Next(_header.Width, _onCell);
        if (IsTotal()) return true;
        ReadShape();
        ReadKey(ref household);
        ReadArea(ref household);
        ReadSize(ref household);
        ReadIncome(ref household);
        ReadDeprivations(ref household);
        ReadGroups(ref household);
        ReadClasses(ref household);
        CheckCitizenId();
        if (_fate == RowFate.Accepted) CountTowardsTotals(household.Size);
        fate = _fate;
        return true;
    }

    /// <summary>The columns that must stand in a file: one of each group.</summary>
    private static List<string[]> Required(HouseholdLayout layout, Law law, OfficialClass official)
    {
        var required = new List<string[]>();
        if (layout.IdFrom.Count == 0) required.Add(["household_id"]);
        else required.AddRange(layout.IdFrom.Select(name => new[] { name }));
        if (layout.Commune is null) required.Add(["commune_code", "commune_name"]);
        required.Add(["household_size"]);
        if (official == OfficialClass.Recognised)
        {
            required.Add(["recognised_class"]);
            return required;
        }
        required.Add(["income_per_capita", "income_12_months"]);
        foreach (var indicator in law.Indicators) required.Add([indicator.Id]);
        return required;
    }

    private void ReadShape()
    {
        if (_source.Fault == RowFault.StrayQuote) Report("PV1021", -1, default, null);
        if (!_source.FixedWidth) return;
        var tooMany = false;
        for (var i = _header.Width; i < _source.FieldCount; i++) tooMany |= !_source[i].IsEmpty;
        if (tooMany || _source.FieldCount < _header.Width)
            Report("PV1022", -1, default, null, ("n", $"{_source.FieldCount}"), ("m", $"{_header.Width}"));
        for (var i = 0; i < _header.Width; i++)
            if (_source[i].Length > LongestField)
                Report("PV1024", i, default, null, ("n", $"{_source[i].Length}"), ("max", $"{LongestField}"));
    }

    /// <summary>What a cell of Excel holds at most, in bytes here; longer text is a sign of a lost quote.</summary>
    private const int LongestField = 32_767;

    private void ReadKey(ref Household household)
    {
        _hash.Reset();
        foreach (var column in _idParts)
        {
            var part = Cell(column);
            if (part.IsEmpty)
            {
                Report("PV2001", column, default, null);
                return;
            }
            if (_layout.IdFrom.Count == 0 && LooksScientific(part))
            {
                Report("PV2101", column, part, null, ("pattern", "123456, HN-001, …"));
                return;
            }
            _hash.Append(part);
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

    private void ReadArea(ref Household household)
    {
        var words = new AreaFields
        {
            Commune = _communeOfFile ?? Cell(_at.Commune),
            CommuneName = Cell(_at.CommuneName),
            District = Cell(_at.District),
            DistrictName = Cell(_at.DistrictName),
            Province = Cell(_at.Province),
            ProvinceName = Cell(_at.ProvinceName),
        };
        household.Commune = _areas.Resolve(words, _onArea, out var above);
        household.Above = above;
        var settlement = Cell(_at.Settlement);
        var official = household.Commune?.Unit?.Settlement ?? Settlement.Unknown;
        if (!settlement.IsEmpty)
        {
            if (_fields.TryFind("settlement", settlement, _words.Settlements, out var told)) household.Settlement = told;
            else NotInList("settlement", _at.Settlement, settlement, "urban, rural");
            if (official != Settlement.Unknown && told != Settlement.Unknown && told != official)
                Report("PV3005", _at.Settlement, settlement, $"{official}".ToLowerInvariant(), ("c", household.Commune!.Code),
                    ("a", $"{official}".ToLowerInvariant()), ("b", $"{told}".ToLowerInvariant()));
        }
        if (household.Settlement == Settlement.Unknown) household.Settlement = official;
        if (household.Settlement == Settlement.Unknown) household.Settlement = FromKindWord(words.CommuneName);
    }

    /// <summary>Urban or rural by the kind word of the name: a ward or a township is urban, a commune is rural.</summary>
    private static Settlement FromKindWord(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("Phường "u8) || name.StartsWith("phường "u8) || name.StartsWith("Thị trấn "u8) || name.StartsWith("thị trấn "u8))
            return Settlement.Urban;
        return name.StartsWith("Xã "u8) || name.StartsWith("xã "u8) ? Settlement.Rural : Settlement.Unknown;
    }

    private void OnArea(AreaDoubt doubt, string found, string expected)
    {
        var value = Encoding.UTF8.GetBytes(found);
        switch (doubt)
        {
            case AreaDoubt.UnknownCode:
                Report("PV3001", _at.Commune, value, expected, ("code", found), ("date", $"{_law.Day:yyyy-MM-dd}"), ("near", expected));
                break;
            case AreaDoubt.Padded:
                Report("PV3002", _at.Commune, value, expected, ("fixed", expected));
                break;
            case AreaDoubt.OtherDistrict:
                Report("PV3003", _at.District, value, expected, ("c", Encoding.UTF8.GetString(Cell(_at.Commune))), ("d1", expected), ("d2", found));
                break;
            case AreaDoubt.OtherName:
                Report("PV3004", _at.CommuneName, value, expected, ("name", found), ("code", Encoding.UTF8.GetString(Cell(_at.Commune))), ("official", expected));
                break;
            case AreaDoubt.Missing:
                Report("PV2001", _at.Commune >= 0 ? _at.Commune : _at.CommuneName, default, null);
                break;
        }
    }

    private void ReadSize(ref Household household)
    {
        var cell = Cell(_at.Size);
        if (cell.IsEmpty)
        {
            Report("PV2001", _at.Size, default, null);
        }
        else if (!_fields.TryWhole("household_size", cell, IsNumberCell(_at.Size), out var size))
        {
            NotANumber(_at.Size, cell, "4");
        }
        else if (size is < 1 or > 30)
        {
            Report("PV2003", _at.Size, cell, "1–30", ("min", "1"), ("max", "30"));
        }
        else
        {
            household.Size = (byte)size;
            if (size > UnusualSize) Report("PV2007", _at.Size, cell, $"1–{UnusualSize}", ("min", "1"), ("max", $"{UnusualSize}"));
        }
    }

    /// <summary>Households of more than twelve persons are fewer than one in a thousand; probably two were entered as one.</summary>
    private const int UnusualSize = 12;
}
