using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>
/// One sheet while it is written: cells are put in any order, and rows that are complete go out at once, so that a list may
/// be as long as a sheet.
/// </summary>
internal sealed class FormSheet : IDisposable
{
    /// <summary>Points of a row of one line of the table's type.</summary>
    private const double LineHeight = 15.5;

    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> _rows = [];
    private readonly Dictionary<int, double> _heights = [];
    private readonly List<string> _merged = [];
    private readonly IReadOnlyList<double> _widths;
    private readonly Language _language;
    private readonly OpenXmlWriter _writer;

    /// <summary>Begins a sheet.</summary>
    /// <param name="part">The part of the workbook that it is written to.</param>
    /// <param name="language">The language of its words.</param>
    /// <param name="widths">The columns, in characters.</param>
    /// <param name="lastRow">The last row that every page repeats, which stays in sight with all above it.</param>
    /// <param name="lastColumn">The last column that stays in sight.</param>
    public FormSheet(Stream part, Language language, IReadOnlyList<double> widths, int lastRow, int lastColumn)
    {
        (_language, _widths) = (language, widths);
        _writer = OpenXmlWriter.Create(part, new UTF8Encoding(false));
        _writer.WriteStartDocument(true);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        _writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            HorizontalSplit = lastColumn,
            VerticalSplit = lastRow,
            TopLeftCell = Address(lastRow + 1, lastColumn + 1),
            ActivePane = PaneValues.BottomRight,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0, ShowGridLines = false }));
        _writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        _writer.WriteStartElement(new SheetData());
    }

    /// <summary>How many columns there are.</summary>
    public int Width => _widths.Count;

    /// <summary>The next free row, from 1.</summary>
    public int Next { get; set; } = 1;

    /// <summary>Puts a text into a cell, or into several made one.</summary>
    public void Text(int row, int column, Phrase text, FormLook look, int columns = 1, int rows = 1, bool isBold = false)
    {
        var style = FormStyle.Index(look, isBold);
        for (var r = row; r < row + rows; r++)
            for (var c = column; c < column + columns; c++)
                Put(r, c, new Cell { StyleIndex = style });
        var said = Workbook.Sheet.Clean(text.In(_language));
        if (said.Length > 0)
        {
            var cell = _rows[row][column];
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text(said) { Space = SpaceProcessingModeValues.Preserve }));
        }
        if (columns > 1 || rows > 1) _merged.Add($"{Address(row, column)}:{Address(row + rows - 1, column + columns - 1)}");
        if (look == FormLook.Number) return;
        var (letters, line) = FormStyle.Measure(look);
        Fit(row, rows, Lines.Count(said, _widths.Skip(column - 1).Take(columns).Sum() * letters, isBold) * line);
    }

    /// <summary>Puts a figure with the formula that gives it: what is stored is exact, and programs that do not compute show it.</summary>
    public void Figure(int row, int column, FormCell figure, bool isBold)
    {
        var look = figure.IsShare ? FormLook.Share : FormLook.Count;
        if (figure.Figure.IsUnknown)
        {
            Text(row, column, "…", look, isBold: isBold);
            return;
        }
        var cell = new Cell { StyleIndex = FormStyle.Index(look, isBold) };
        if (figure.Formula is { } formula) cell.Append(new CellFormula(formula));
        if (figure.Figure.Value is { } value) cell.Append(new CellValue(((double)value).ToString("R", CultureInfo.InvariantCulture)));
        else if (figure.Formula is not null)
        {
            cell.DataType = CellValues.String;
            cell.Append(new CellValue(""));
        }
        Put(row, column, cell);
        Fit(row, 1, LineHeight);
    }

    /// <summary>Puts a whole number that is no figure, such as a year.</summary>
    public void Whole(int row, int column, int number)
    {
        Put(row, column, new Cell { StyleIndex = FormStyle.Index(FormLook.Ordinal), CellValue = new CellValue(number) });
        Fit(row, 1, LineHeight);
    }

    /// <summary>Writes the rows put so far; nothing can be put into them afterwards.</summary>
    public void Flush()
    {
        foreach (var (number, cells) in _rows)
            _writer.WriteElement(new Row(cells.Values) { RowIndex = (uint)number, Height = Math.Min(409, _heights.GetValueOrDefault(number, LineHeight)), CustomHeight = true });
        _rows.Clear();
        _heights.Clear();
    }

    /// <summary>Ends the sheet.</summary>
    /// <param name="footer">The line at the foot of every page.</param>
    public void End(string footer)
    {
        Flush();
        _writer.WriteEndElement();
        if (_merged.Count > 0) _writer.WriteElement(new MergeCells(_merged.Select(range => new MergeCell { Reference = range })));
        _writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        _writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        _writer.WriteElement(new HeaderFooter(new OddFooter(footer)));
        _writer.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static string Address(int row, int column) => $"{XLHelper.GetColumnLetterFromNumber(column)}{row}";

    private void Put(int row, int column, Cell cell)
    {
        cell.CellReference = Address(row, column);
        if (!_rows.TryGetValue(row, out var cells)) _rows[row] = cells = [];
        cells[column] = cell;
    }

    private void Fit(int row, int rows, double height)
    {
        for (var i = row; i < row + rows; i++) _heights[i] = Math.Max(_heights.GetValueOrDefault(i, LineHeight), height / rows);
    }
}
