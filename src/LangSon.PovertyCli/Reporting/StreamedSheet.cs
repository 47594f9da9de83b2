using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace LangSon.PovertyCli.Reporting;

/// <summary>
/// A workbook of one sheet, written row by row in flat memory: header in bold and frozen, texts in the cells themselves,
/// numbers as numbers. The times inside are fixed, so that equal rows give equal bytes.
/// </summary>
internal sealed class StreamedSheet : RowWriter
{
    /// <summary>The most rows of a sheet, header included; one more is an error.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true, NewLineChars = "\n" };

    private readonly ZipArchive _zip;
    private readonly Stream _stream;
    private readonly List<string> _columns = [];
    private readonly char[] _text = new char[16];
    private char[] _wide = new char[1024];
    private XmlWriter? _sheet;
    private int _row;
    private int _column;
    private bool _inRow;
    private bool _bold;

    /// <summary>Begins a workbook on <paramref name="stream"/>, which is closed with it.</summary>
    public StreamedSheet(Stream stream, string sheetName)
    {
        // The archive learns the sizes when a part ends and writes them after it: the stream is only ever written forward.
        _stream = new BufferedStream(stream, 1 << 17);
        _zip = new ZipArchive(_stream, ZipArchiveMode.Create);
        Part("[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """);
        Part("_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Part("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{Escape(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Part("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        Part("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>
            """);
    }

    /// <inheritdoc/>
    public override void Header(IReadOnlyList<string> names)
    {
        Begin(names);
        _bold = true;
        foreach (var name in names) Text(Encoding.UTF8.GetBytes(name));
        EndRow();
        _bold = false;
    }

    /// <inheritdoc/>
    public override void Text(ReadOnlySpan<byte> utf8)
    {
        if (_wide.Length < utf8.Length) _wide = new char[utf8.Length];
        var length = Encoding.UTF8.GetChars(utf8, _wide);
        var sheet = Cell("inlineStr");
        sheet.WriteStartElement("is", Main);
        sheet.WriteStartElement("t", Main);
        if (length > 0 && (char.IsWhiteSpace(_wide[0]) || char.IsWhiteSpace(_wide[length - 1]))) sheet.WriteAttributeString("xml", "space", null, "preserve");
        sheet.WriteChars(_wide, 0, length);
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    /// <inheritdoc/>
    public override void Number(long value)
    {
        var sheet = Cell(null);
        sheet.WriteStartElement("v", Main);
        Span<char> digits = stackalloc char[24];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        digits[..length].CopyTo(_wide);
        sheet.WriteChars(_wide, 0, length);
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    /// <inheritdoc/>
    public override void Blank()
    {
        BeginRow();
        _column++;
    }

    /// <inheritdoc/>
    public override void EndRow()
    {
        BeginRow();
        _sheet!.WriteEndElement();
        _inRow = false;
        _column = 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        if (_sheet is null) Begin([]);
        _sheet!.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _zip.Dispose();
        _stream.Dispose();
    }

    private void Begin(IReadOnlyList<string> names)
    {
        if (_sheet is not null) throw new InvalidOperationException("The header stands first.");
        _sheet = XmlWriter.Create(Entry("xl/worksheets/sheet1.xml"), Settings);
        _sheet.WriteStartDocument(true);
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (names.Count > 0)
        {
            _sheet.WriteStartElement("cols", Main);
            for (var i = 0; i < names.Count; i++)
            {
                var at = (i + 1).ToString(CultureInfo.InvariantCulture);
                _sheet.WriteStartElement("col", Main);
                _sheet.WriteAttributeString("min", at);
                _sheet.WriteAttributeString("max", at);
                _sheet.WriteAttributeString("width", Math.Clamp(names[i].Length + 2, 8, 40).ToString(CultureInfo.InvariantCulture));
                _sheet.WriteAttributeString("customWidth", "1");
                _sheet.WriteEndElement();
            }
            _sheet.WriteEndElement();
        }
        _sheet.WriteStartElement("sheetData", Main);
    }

    private void BeginRow()
    {
        if (_inRow) return;
        if (_sheet is null) Begin([]);
        if (_row == MostRows) throw new InvalidOperationException($"A sheet holds at most {MostRows} rows.");
        _row++;
        _inRow = true;
        _sheet!.WriteStartElement("row", Main);
        _sheet.WriteStartAttribute("r");
        _row.TryFormat(_text, out var digits, default, CultureInfo.InvariantCulture);
        _sheet.WriteChars(_text, 0, digits);
        _sheet.WriteEndAttribute();
    }

    private XmlWriter Cell(string? type)
    {
        BeginRow();
        while (_columns.Count <= _column) _columns.Add(Letters(_columns.Count));
        var letters = _columns[_column++];
        var sheet = _sheet!;
        sheet.WriteStartElement("c", Main);
        sheet.WriteStartAttribute("r");
        letters.CopyTo(_text);
        _row.TryFormat(_text.AsSpan(letters.Length), out var digits, default, CultureInfo.InvariantCulture);
        sheet.WriteChars(_text, 0, letters.Length + digits);
        sheet.WriteEndAttribute();
        if (_bold) sheet.WriteAttributeString("s", "1");
        if (type is not null) sheet.WriteAttributeString("t", type);
        return sheet;
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private void Part(string name, string xml)
    {
        using var part = Entry(name);
        part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml));
    }

    private Stream Entry(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        return entry.Open();
    }
}
