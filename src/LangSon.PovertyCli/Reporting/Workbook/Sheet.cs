using System.Text;
using System.Xml;
using ClosedXML.Excel;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>One sheet while it is written, from top to bottom, in one language.</summary>
internal sealed class Sheet
{
    /// <summary>A4 landscape holds this many characters of the tables' type at full size.</summary>
    private const double PageWidth = 148;

    /// <summary>Beyond this share of the page, print would be too small to read: the sheet is printed on pages side by side.</summary>
    private const double MostShrinking = 1.5;

    /// <summary>A cell of Excel holds no more characters.</summary>
    private const int LongestText = 32_000;

    private readonly IXLWorksheet _cells;
    private readonly Dictionary<Style, IXLStyle> _styles;
    private readonly List<double> _widths = [];
    private readonly List<Chart> _charts = [];
    private readonly List<string> _bars = [];
    private IXLSparklineGroup? _trends;

    /// <summary>Begins a sheet; <paramref name="styles"/> are shared by the sheets of a book.</summary>
    public Sheet(IXLWorksheet cells, Language language, Dictionary<Style, IXLStyle> styles) =>
        (_cells, Language, _styles) = (cells, language, styles);

    /// <summary>The language of the book.</summary>
    public Language Language { get; }

    /// <summary>The next row to be written, from 1.</summary>
    public int Next { get; set; } = 1;

    /// <summary>The name on its tab.</summary>
    public string Name => _cells.Name;

    /// <summary>The charts that lie on it.</summary>
    public IReadOnlyList<Chart> Charts => _charts;

    /// <summary>The ranges of shares with bars behind them.</summary>
    public IReadOnlyList<string> Bars => _bars;

    /// <summary>How many columns the sheet has.</summary>
    public int Columns => _widths.Count;

    /// <summary>What stands below every heading; null for nothing.</summary>
    public Phrase? Remark { get; init; }

    /// <summary>The words in the language of the book.</summary>
    public string Say(Phrase phrase) => phrase.In(Language);

    /// <summary>Sets the columns, in characters.</summary>
    public void Widths(IEnumerable<double> widths)
    {
        foreach (var width in widths)
        {
            _widths.Add(width);
            _cells.Column(_widths.Count).Width = width;
        }
    }

    /// <summary>The width of columns taken together.</summary>
    public double Width(int column, int span) => _widths.Skip(column - 1).Take(span).Sum();

    /// <summary>The sheet's name and the sentence that says what it shows.</summary>
    public void Heading(Phrase title, Phrase lead)
    {
        Line(title, Look.Title, 26);
        Line(lead, Look.Lead);
        WriteRemark();
        Gap(6);
    }

    /// <summary>Writes the remark that stands below every heading.</summary>
    public void WriteRemark()
    {
        if (Remark is { } remark) Line(remark, tone: Tone.Bad);
    }

    /// <summary>The heading of a part.</summary>
    public void Section(Phrase title)
    {
        if (Next > 4) Gap(6);
        Line(title, Look.Section, 24);
    }

    /// <summary>A line of text across the sheet, as high as it needs.</summary>
    public void Line(Phrase text, Look look = Look.Plain, double? height = null, Tone tone = Tone.None)
    {
        Put(Next, 1, Entry.Of(text) with { Tone = tone }, look, Format.Text, Columns);
        Height(Next, height ?? Lines.Height(Lines.Count(Say(text), Width(1, Columns), bold: false)));
        Next++;
    }

    /// <summary>An empty strip.</summary>
    public void Gap(double height) => Height(Next++, height);

    /// <summary>Sets the height of a row in points.</summary>
    public void Height(int row, double height) => _cells.Row(row).Height = Math.Min(height, 409);

    /// <summary>Puts an entry into a cell, or into several columns made one.</summary>
    public void Put(int row, int column, Entry entry, Look look, Format format, int span = 1, int rows = 1)
    {
        format = entry.Format ?? format;
        var style = StyleOf(new Style(look, entry.IsUndefined ? Format.Count : format, entry.Tone, entry.Indent));
        var cell = _cells.Cell(row, column);
        if (entry.Text is { } text) cell.SetValue(Clean(Say(text)));
        else if (entry.Number is { } number) cell.SetValue((double)Shown(number, format));
        if (span == 1 && rows == 1)
        {
            cell.Style = style;
            return;
        }
        var range = _cells.Range(row, column, row + rows - 1, column + span - 1);
        range.Style = style;
        range.Merge();
    }

    /// <summary>Puts a link to another sheet of the book.</summary>
    public void PutLink(int row, int column, Phrase text, Phrase sheet, int span)
    {
        Put(row, column, Entry.Of(text), Look.Link, Format.Text, span);
        _cells.Cell(row, column).Hyperlink = new XLHyperlink($"'{Say(sheet)}'!A1");
        _cells.Cell(row, column).Style = StyleOf(new Style(Look.Link));
    }

    /// <summary>Marks the left edge of a block of rows.</summary>
    public void Edge(int first, int last, int column)
    {
        for (var row = first; row <= last; row++)
        {
            var border = _cells.Cell(row, column).Style.Border;
            border.LeftBorder = XLBorderStyleValues.Thick;
            border.LeftBorderColor = Palette.Middle;
        }
    }

    /// <summary>Keeps the rows to <paramref name="lastRow"/> and the columns to <paramref name="lastColumn"/> in sight and on every printed page.</summary>
    public void Freeze(int firstRow, int lastRow, int lastColumn)
    {
        _cells.SheetView.Freeze(lastRow, lastColumn);
        Repeat(firstRow, lastRow);
        if (PagesWide > 1 && lastColumn > 0) _cells.PageSetup.SetColumnsToRepeatAtLeft(1, lastColumn);
    }

    /// <summary>Prints rows on every page that follows them.</summary>
    public void Repeat(int firstRow, int lastRow) => _cells.PageSetup.SetRowsToRepeatAtTop(firstRow, lastRow);

    /// <summary>Lets readers filter a table.</summary>
    public void Filter(int headerRow, int lastRow, int columns)
    {
        if (lastRow > headerRow) _cells.Range(headerRow, 1, lastRow, columns).SetAutoFilter();
    }

    /// <summary>Puts a row under the one above it, so that Excel can fold it away.</summary>
    public void Outline(int row, int level) => _cells.Row(row).OutlineLevel = level;

    /// <summary>Colours figures from white (lowest) to the palette's warm tint (highest).</summary>
    public void Shade(int firstRow, int lastRow, int column, int columns)
    {
        if (lastRow > firstRow)
            _cells.Range(firstRow, column, lastRow, column + columns - 1).AddConditionalFormat().ColorScale()
                .LowestValue(XLColor.White).HighestValue(Palette.Poorest);
    }

    /// <summary>Puts a bar behind each share of a column, as long as the share of the whole of 100.</summary>
    public void AddBars(int firstRow, int lastRow, int column)
    {
        if (lastRow >= firstRow) _bars.Add(_cells.Range(firstRow, column, lastRow, column).RangeAddress.ToString()!);
    }

    /// <summary>Draws a small line in a cell through the figures of its row, each on its own scale.</summary>
    public void AddTrend(int row, int firstColumn, int columns, int at)
    {
        var figures = _cells.Range(row, firstColumn, row, firstColumn + columns - 1);
        if (_trends is not null)
        {
            _trends.Add(_cells.Cell(row, at), figures);
            return;
        }
        _trends = _cells.SparklineGroups.Add(_cells.Cell(row, at), figures);
        _trends.LineWeight = 1.5;
        _trends.ShowMarkers = XLSparklineMarkers.LastPoint;
        (_trends.Style.SeriesColor, _trends.Style.LastMarkerColor) = (Palette.Middle, Palette.Dark);
    }

    /// <summary>Gives a cell a name that formulas anywhere in the book can use; a name that is taken keeps its first cell.</summary>
    public void NameCell(int row, int column, string name)
    {
        if (!_cells.Workbook.NamedRanges.TryGetValue(name, out _)) _cells.Cell(row, column).AsRange().AddToNamed(name, XLScope.Workbook);
    }

    /// <summary>Lays a chart over the columns of an empty row.</summary>
    public void Add(Chart chart) => _charts.Add(chart);

    /// <summary>Cells for a chart, with what stands in them.</summary>
    public ChartCells Cells(int row, int column, int rows = 1)
    {
        var range = _cells.Range(row, column, row + rows - 1, column);
        return new ChartCells($"'{Name.Replace("'", "''", StringComparison.Ordinal)}'!{range.RangeAddress.ToStringFixed(XLReferenceStyle.A1)}",
            [.. Enumerable.Range(row, rows).Select(at => _cells.Cell(at, column).Value)]);
    }

    /// <summary>Begins a new printed page at the next row.</summary>
    public void NewPage() => _cells.PageSetup.AddHorizontalPageBreak(Next - 1);

    /// <summary>Sets the page: A4 landscape, one page wide where that can be read, page numbers and the run's title in the footer.</summary>
    public void Finish(string title, bool onePage = false)
    {
        _cells.ShowGridLines = false;
        _cells.Outline.SummaryVLocation = XLOutlineSummaryVLocation.Top;
        var page = _cells.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(PagesWide, onePage ? 1 : 0);
        page.CenterHorizontally = true;
        page.PrintAreas.Add(1, 1, Math.Max(1, Next - 1), Math.Max(1, Columns));
        (page.Margins.Left, page.Margins.Right, page.Margins.Top, page.Margins.Bottom) = (0.4, 0.4, 0.5, 0.6);
        (page.Margins.Header, page.Margins.Footer) = (0.3, 0.3);
        // An ampersand begins a code in footers, and 255 characters is all that one holds.
        var name = Clean(title.Length > 90 ? title[..90] + "…" : title).Replace("&", "&&", StringComparison.Ordinal);
        if (name.Length > 0) page.Footer.Left.AddText(name);
        page.Footer.Right.AddText($"{_cells.Name} – {Say(new("trang", "page"))} &P/&N");
    }

    private int PagesWide => Math.Max(1, (int)Math.Ceiling(_widths.Sum() / (PageWidth * MostShrinking)));

    private IXLStyle StyleOf(Style style)
    {
        if (!_styles.TryGetValue(style, out var built)) _styles[style] = built = style.Build(Language);
        return built;
    }

    /// <summary>The value unrounded, but a fall too small to be printed is no "−0.00".</summary>
    private static decimal Shown(decimal number, Format format) =>
        format is Format.Points && Math.Round(number, 2, MidpointRounding.AwayFromZero) == 0 ? 0 : Math.Round(number, 10, MidpointRounding.AwayFromZero);

    /// <summary>What XML cannot hold becomes the mark of a lost character.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        return clean.Length > LongestText ? clean.ToString(0, LongestText) : clean.ToString();
    }
}
