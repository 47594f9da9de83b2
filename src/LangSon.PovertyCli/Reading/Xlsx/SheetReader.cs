using System.Globalization;
using System.Xml;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>Reads the rows of a sheet's part one after the other. Rows that the part leaves out are not made up here.</summary>
internal sealed class SheetReader : IDisposable
{
    private readonly Package _package;
    private readonly WorkbookSheet _sheet;
    private readonly SharedStrings _strings;
    private readonly DateStyles _styles;
    private readonly bool _from1904;
    private readonly RowBuffer _row;
    private readonly XmlReader _xml;
    private readonly XmlText _text = new();
    private readonly XmlText _attribute = new();
    // Names that come up for every cell are compared as references, which the reader's table of names makes possible.
    private readonly string _rowName, _cName, _vName, _fName, _isName, _rName, _sName, _tName;

    /// <summary>Opens the part of <paramref name="sheet"/>; its cells go to <paramref name="row"/>.</summary>
    public SheetReader(Package package, Workbook workbook, WorkbookSheet sheet, RowBuffer row)
    {
        (_package, _sheet, _from1904, _row) = (package, sheet, workbook.From1904, row);
        _strings = new SharedStrings(package, workbook.Strings);
        _styles = new DateStyles(package, workbook.Styles);
        _xml = package.Open(sheet.Part);
        var names = _xml.NameTable;
        (_rowName, _cName, _vName, _fName, _isName) = (names.Add("row"), names.Add("c"), names.Add("v"), names.Add("f"), names.Add("is"));
        (_rName, _sName, _tName) = (names.Add("r"), names.Add("s"), names.Add("t"));
    }

    /// <summary>The row of the sheet, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Whether Excel does not show it.</summary>
    public bool Hidden { get; private set; }

    /// <summary>Moves to the next row of the part; false at its end, which is read through, so that its checksum is compared.</summary>
    public bool Read()
    {
        try
        {
            while (_xml.Read())
            {
                if (_xml.NodeType != XmlNodeType.Element || !ReferenceEquals(_xml.LocalName, _rowName)) continue;
                ReadRow();
                return true;
            }
            return false;
        }
        catch (Exception cause) when (Package.IsFault(cause))
        {
            throw _package.Faulty(_sheet.Part, cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private void ReadRow()
    {
        _row.Clear();
        var number = Row + 1;
        Hidden = false;
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == "hidden") Hidden = _xml.Value is "1" or "true";
            if (!ReferenceEquals(_xml.LocalName, _rName)) continue;
            if (!int.TryParse(Attribute(), NumberStyles.None, CultureInfo.InvariantCulture, out number)) throw Impossible(_attribute.Chars);
            if (number <= Row) throw Impossible(_attribute.Chars);
        }
        _xml.MoveToElement();
        if (number > CellAddress.Rows) throw Refusal.At(new Place(_package.File, _sheet.Name), "PV1041");
        Row = number;
        if (_xml.IsEmptyElement) return;
        var depth = _xml.Depth;
        var column = -1;
        while (_xml.Read() && _xml.Depth > depth)
            if (_xml.NodeType == XmlNodeType.Element && ReferenceEquals(_xml.LocalName, _cName))
                column = ReadCell(column + 1);
    }

    private int ReadCell(int column)
    {
        var type = 'n';
        var style = 0;
        while (_xml.MoveToNextAttribute())
        {
            var name = _xml.LocalName;
            if (ReferenceEquals(name, _rName)) column = Column(Attribute());
            else if (ReferenceEquals(name, _sName)) style = int.TryParse(Attribute(), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
            else if (ReferenceEquals(name, _tName)) type = Type(Attribute());
        }
        _xml.MoveToElement();
        if (column >= CellAddress.Columns) throw Refusal.At(new Place(_package.File, _sheet.Name), "PV1035", ("n", $"{column + 1}"));
        if (_xml.IsEmptyElement) return column;
        var depth = _xml.Depth;
        var formula = false;
        _text.Clear();
        _xml.Read();
        while (_xml.Depth > depth)
        {
            var name = _xml.NodeType == XmlNodeType.Element ? _xml.LocalName : "";
            if (ReferenceEquals(name, _vName)) _text.AddContent(_xml);
            else if (ReferenceEquals(name, _isName)) _text.AddItem(_xml);
            else if (ReferenceEquals(name, _fName))
            {
                formula = true;
                _xml.Skip();
                continue;
            }
            if (!_xml.Read()) break;
        }
        Write(column, type, style, formula);
        return column;
    }

    private void Write(int column, char type, int style, bool formula)
    {
        switch (type)
        {
            case 'e':
                _row.Set(column, _text.Chars, CellKind.Error);
                break;
            case 's':
                if (_text.Chars.IsEmpty) break;
                if (!int.TryParse(_text.Chars, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= _strings.Count)
                    throw Refusal.Damaged(_package.File, new($"thiếu chữ của ô {CellAddress.Of(column, Row)}", $"the text of its cell {CellAddress.Of(column, Row)} is missing"));
                _row.Set(column, _strings[index], formula ? CellKind.Formula : CellKind.Plain);
                break;
            case 'b':
                _row.Set(column, _text.Chars is "1" or "true" ? "1"u8 : _text.Chars.IsEmpty ? ""u8 : "0"u8, formula ? CellKind.Formula : CellKind.Plain);
                break;
            case 'd':
                // Strict workbooks may write a day as ISO 8601; its time is left out as elsewhere.
                _row.Set(column, _text.Chars.Length > 10 && _text.Chars[10] == 'T' ? _text.Chars[..10] : _text.Chars, formula ? CellKind.NumberFormula : CellKind.Number);
                break;
            case 't':
                _text.Unescape();
                _row.Set(column, _text.Chars, formula ? CellKind.Formula : CellKind.Plain);
                break;
            default:
                WriteNumber(column, style, formula);
                break;
        }
    }

    private void WriteNumber(int column, int style, bool formula)
    {
        if (_text.Chars.IsEmpty)
        {
            if (formula) _row.Set(column, 0, CellKind.Formula);
            return;
        }
        var kind = formula ? CellKind.NumberFormula : CellKind.Number;
        var room = _row.Room(CellNumber.MaxBytes);
        if ((_styles[style] && CellNumber.TryWriteDay(_text.Chars, _from1904, room, out var written)) || CellNumber.TryWrite(_text.Chars, room, out written))
            _row.Set(column, written, kind);
        else
            _row.Set(column, _text.Chars, formula ? CellKind.Formula : CellKind.Plain);
    }

    private ReadOnlySpan<char> Attribute()
    {
        _attribute.Clear();
        _attribute.Add(_xml);
        return _attribute.Chars;
    }

    private int Column(ReadOnlySpan<char> address)
    {
        if (!CellAddress.TryRead(address, out var column, out var row) || row != Row || _row[column].Length > 0) throw Impossible(address);
        return column;
    }

    /// <summary>The kinds of cells by their first letter, but for <c>str</c> and <c>inlineStr</c>, which are both texts of their own.</summary>
    private static char Type(ReadOnlySpan<char> type) => type switch
    {
        "s" or "b" or "e" or "d" => type[0],
        "str" or "inlineStr" => 't',
        _ => 'n',
    };

    /// <summary>An address that no sheet has. What stands there is cut: it may be anything.</summary>
    private FileRefusedException Impossible(ReadOnlySpan<char> address) =>
        Refusal.At(new Place(_package.File, _sheet.Name, Row), "PV1043", ("ref", address[..Math.Min(address.Length, 20)].ToString()));
}
