using System.Globalization;
using System.Xml;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading.Xlsx;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>
/// The sheet of rows: as they stand in the file, faulty cells coloured, what to do as a comment. Texts stay texts and numbers
/// numbers, so that the sheet is read as the file was.
/// </summary>
internal sealed class ListSheet
{
    /// <summary>A4 landscape holds so many characters at full size, and half as many more while print can still be read.</summary>
    private const double PageWidth = 148 * 1.5;

    /// <summary>With more rows above the header nothing would be left to scroll.</summary>
    private const int MostFrozen = 8;

    /// <summary>So many rows tell how wide the columns are.</summary>
    private const int Measured = 200;

    /// <summary>The room that the arrow of the filter takes beside a header.</summary>
    private const double FilterArrow = 2.5;

    private readonly ReturnSheet _sheet;
    private readonly string _workbook;
    private readonly Dictionary<long, int> _rowOf;
    private readonly SortedDictionary<(int Row, int Column), List<ListedFinding>> _faults = [];
    private readonly double[] _widths;

    /// <summary>Lays out a sheet whose rows are at hand.</summary>
    public ListSheet(ReturnSheet sheet, string workbook, Language language)
    {
        (_sheet, _workbook) = (sheet, workbook);
        _rowOf = sheet.Rows.Index().ToDictionary(row => row.Item.Line, row => row.Index + 1);
        HeaderRow = _rowOf[sheet.Pass.Header!.Line];
        foreach (var fault in sheet.Faults)
        {
            if (!_rowOf.TryGetValue(fault.Finding.Place.Line, out var row)) continue;
            var column = sheet.ColumnOf(fault);
            if (!_faults.TryGetValue((row, column), out var found)) _faults.Add((row, column), found = []);
            found.Add(Told(fault, row, column));
        }
        _widths = [.. Enumerable.Range(0, sheet.Pass.Header.Width).Select(Width)];
        Comments = new CellComments([.. _faults.Select(cell => (cell.Key.Row, cell.Key.Column, Comment(cell.Value, language)))], _widths);
    }

    /// <summary>Its name.</summary>
    public string Name => _sheet.Name;

    /// <summary>The row of the header, the lowest of several.</summary>
    public int HeaderRow { get; }

    /// <summary>What to do, cell by cell.</summary>
    public CellComments Comments { get; }

    /// <summary>The faults in the order of cells, as if this sheet were the file.</summary>
    public IEnumerable<ListedFinding> Faults => _faults.Values.SelectMany(faults => faults);

    /// <summary>The range of the filter.</summary>
    /// <param name="sign">What stands before columns and rows: a dollar sign in names.</param>
    public string Filter(string sign = "")
    {
        var last = CellAddress.Of(Math.Max(0, _widths.Length - 1), 1)[..^1];
        return $"{sign}A{sign}{HeaderRow}:{sign}{last}{sign}{_sheet.Rows.Count}";
    }

    /// <summary>Writes the sheet.</summary>
    public void Write(XmlWriter xml)
    {
        // What is typed into an empty cell is read as its neighbours are: in a text file all of them are texts.
        var empty = ReturnStyles.Of(_sheet.Rows.Exists(row => row.Kinds.Length > 0) ? CellLook.Number : CellLook.Text);
        xml.WriteStartDocument(true);
        xml.WriteStartElement("worksheet", ReturnWorkbook.Main);
        xml.WriteAttributeString("xmlns", "r", null, ReturnWorkbook.Relations);
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">""");
        if (HeaderRow <= MostFrozen) xml.WriteRaw($"""<pane ySplit="{HeaderRow}" topLeftCell="A{HeaderRow + 1}" activePane="bottomLeft" state="frozen"/>""");
        xml.WriteRaw("</sheetView></sheetViews><cols>");
        foreach (var (i, width) in _widths.Index())
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{width}" style="{empty}" customWidth="1"/>"""));
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", ReturnWorkbook.Main);
        foreach (var (i, row) in _sheet.Rows.Index()) WriteRow(xml, row, i + 1, empty);
        xml.WriteEndElement();
        xml.WriteRaw($"""<autoFilter ref="{Filter()}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>""");
        xml.WriteRaw($"""<pageSetup paperSize="9" fitToWidth="{Math.Max(1, (int)Math.Ceiling(_widths.Sum() / PageWidth))}" fitToHeight="0" orientation="landscape"/><headerFooter><oddFooter>&amp;R&amp;A – &amp;P/&amp;N</oddFooter></headerFooter>""");
        if (Comments.Any) xml.WriteRaw("""<legacyDrawing r:id="rId1"/>""");
        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, HeldRow row, int number, int empty)
    {
        xml.WriteStartElement("row", ReturnWorkbook.Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        if (number == HeaderRow)
        {
            xml.WriteAttributeString("ht", Lines.Height(row.Cells.Zip(_widths, (text, width) => Lines.Count(text, width - FilterArrow, bold: true)).DefaultIfEmpty(1).Max()).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
        }
        // A torn row may seem whole once its cells stand in columns: without its id it counts only when it was typed again.
        var torn = _sheet.IsTorn(row.Line) ? _sheet.IdColumn : -1;
        var width = Math.Max(row.Cells.Length, number > HeaderRow ? _widths.Length : 0);
        for (var i = 0; i < width; i++)
        {
            var text = i < row.Cells.Length ? row.Cells[i] : "";
            var fault = _faults.TryGetValue((number, i), out var found) ? found.Max(one => one.Severity) : (Severity?)null;
            if (i == torn) WriteCell(xml, number, i, "#VALUE!", CellKind.Error, CellLook.Text, fault);
            else if (text.Length > 0) WriteText(xml, number, i, text, i < row.Kinds.Length ? row.Kinds[i] : CellKind.Plain, fault);
            else if (fault is not null) WriteCell(xml, number, i, "", CellKind.Plain, empty == ReturnStyles.Of(CellLook.Text) ? CellLook.Text : CellLook.Number, fault);
        }
        xml.WriteEndElement();
    }

    private void WriteText(XmlWriter xml, int row, int column, string text, CellKind kind, Severity? fault)
    {
        var isNumber = kind is CellKind.Number or CellKind.NumberFormula;
        if (isNumber && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && CellNumber.SerialOf(day) is { } serial)
            WriteCell(xml, row, column, serial.ToString(CultureInfo.InvariantCulture), CellKind.Number, CellLook.Day, fault);
        else if (isNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            WriteCell(xml, row, column, text, CellKind.Number, CellLook.Number, fault);
        else
            WriteCell(xml, row, column, text, kind == CellKind.Error ? kind : CellKind.Plain, row == HeaderRow ? CellLook.Header : row < HeaderRow ? CellLook.Title : CellLook.Text, fault);
    }

    private static void WriteCell(XmlWriter xml, int row, int column, string text, CellKind kind, CellLook look, Severity? fault)
    {
        xml.WriteStartElement("c", ReturnWorkbook.Main);
        xml.WriteAttributeString("r", CellAddress.Of(column, row));
        xml.WriteAttributeString("s", ReturnStyles.Of(look, fault).ToString(CultureInfo.InvariantCulture));
        if (text.Length > 0 && kind == CellKind.Plain) ReturnWorkbook.WriteText(xml, text);
        else if (text.Length > 0)
        {
            if (kind == CellKind.Error) xml.WriteAttributeString("t", "e");
            xml.WriteElementString("v", ReturnWorkbook.Main, text);
        }
        xml.WriteEndElement();
    }

    /// <summary>A finding as if this sheet were the file: its cell, and the column by its own header.</summary>
    private ListedFinding Told(ListedFinding fault, int row, int column)
    {
        var finding = fault.Finding;
        var names = _sheet.Pass.Header!.Names;
        var header = column < names.Count ? names[column] : finding.Column ?? "";
        return fault with
        {
            Finding = finding with
            {
                Place = new Place(_workbook, Name, row, CellAddress.Of(column, row)),
                Column = finding.Column is null ? null : header,
                Details = [.. finding.Details.Select(detail => (detail.Name, detail.Name == "col" ? header : Here(detail.Value)))],
            },
        };
    }

    /// <summary>A line of the file, such as that of a copy, by its row in this sheet.</summary>
    private Phrase Here(Phrase detail) =>
        detail.Vi.StartsWith($"{_sheet.Pass.File.Name}:", StringComparison.Ordinal) && long.TryParse(detail.Vi.AsSpan(_sheet.Pass.File.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && _rowOf.TryGetValue(line, out var row)
            ? $"{row}" : detail;

    /// <summary>What a fault of this sheet is and what to do; a row that is torn is to be typed again.</summary>
    public Phrase Advice(Finding finding)
    {
        var message = FindingCatalogue.BuiltIn.Message(finding);
        return ReturnSheet.Tears(finding.Code)
            ? message.With(" ").With(ReturnWords.TypeAgain(_sheet.Rows[(int)finding.Place.Line - 1].Cells.ElementAtOrDefault(_sheet.IdColumn) ?? "")) : message;
    }

    private string Comment(IEnumerable<ListedFinding> faults, Language language) =>
        string.Join('\n', faults.Select(fault => $"{ReturnWords.Of(fault.Severity).In(language)} {fault.Finding.Code}: {Advice(fault.Finding).In(language)}"));

    /// <summary>As wide as its texts, within bounds; a header may stand on three lines.</summary>
    private double Width(int column)
    {
        var header = _sheet.Pass.Header!.Names[column];
        var longest = _sheet.Rows.Skip(HeaderRow).Take(Measured).Select(row => row.Cells.ElementAtOrDefault(column)?.Length ?? 0).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max(longest, Math.Max(header.Length / 3, header.Split(' ').Max(word => word.Length))) + FilterArrow, 8, 40);
    }
}
