using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>A column of a table on a sheet.</summary>
/// <param name="Title">Its header.</param>
/// <param name="Format">What its cells hold.</param>
/// <param name="Width">Its width in characters; not used where the table stands on columns that others have set.</param>
/// <param name="Span">How many columns of the sheet it takes.</param>
internal sealed record SheetColumn(Phrase Title, Format Format, double Width = 0, int Span = 1)
{
    /// <summary>The header above this and the neighbouring columns of the same band.</summary>
    public Phrase? Band { get; init; }
}

/// <summary>A table on a sheet: its header, then its rows from top to bottom.</summary>
internal sealed class SheetTable
{
    /// <summary>Characters that one step of setting in takes.</summary>
    private const double Indent = 1.3;

    private readonly Sheet _sheet;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly int[] _places;
    private int _firstRow;

    /// <summary>Begins a table at a column of the sheet.</summary>
    public SheetTable(Sheet sheet, IReadOnlyList<SheetColumn> columns, int at = 1)
    {
        (_sheet, _columns) = (sheet, columns);
        _places = new int[columns.Count];
        foreach (var (i, column) in columns.Index()) (_places[i], at) = (at, at + column.Span);
    }

    /// <summary>The row of the column headers.</summary>
    public int HeaderRow { get; private set; }

    /// <summary>The first row of the header, bands included.</summary>
    public int FirstHeaderRow { get; private set; }

    /// <summary>Writes the header.</summary>
    public void Header()
    {
        FirstHeaderRow = _sheet.Next;
        if (_columns.Any(column => column.Band is not null)) Bands();
        HeaderRow = _sheet.Next;
        var lines = 1;
        foreach (var (i, column) in _columns.Index())
        {
            // What has no band stands in the lower row, where filters are; above it the band's colour goes on.
            _sheet.Put(HeaderRow, _places[i], Entry.Of(column.Title), Look.Header, Format.Text, column.Span);
            lines = Math.Max(lines, Lines.Count(_sheet.Say(column.Title), Room(i), bold: true));
        }
        _sheet.Height(HeaderRow, Lines.Height(lines) + 4);
        _firstRow = ++_sheet.Next;
    }

    /// <summary>Writes a row, an entry a column.</summary>
    public void Row(IReadOnlyList<Entry> entries, Look look = Look.Body)
    {
        var lines = 1;
        foreach (var (i, column) in _columns.Index())
        {
            _sheet.Put(_sheet.Next, _places[i], entries[i], look, column.Format, column.Span);
            if (entries[i].Text is { } text) lines = Math.Max(lines, Lines.Count(_sheet.Say(text), Room(i) - (Indent * (entries[i].Indent + Style.Inset(look, entries[i].Format ?? column.Format))), look != Look.Body));
        }
        _sheet.Height(_sheet.Next, Lines.Height(lines));
        _sheet.Next++;
    }

    /// <summary>Keeps the header and the first columns in sight, and lets readers filter.</summary>
    public void Freeze(int columns)
    {
        _sheet.Freeze(FirstHeaderRow, HeaderRow, columns);
        Filter();
    }

    /// <summary>Prints the header on every page that the table goes on to.</summary>
    public void Repeat() => _sheet.Repeat(FirstHeaderRow, HeaderRow);

    /// <summary>Lets readers filter; a sheet can have one such table.</summary>
    public void Filter() => _sheet.Filter(HeaderRow, _sheet.Next - 1, _columns.Sum(column => column.Span));

    /// <summary>The place of a column on the sheet, from 1.</summary>
    public int Place(int column) => _places[column];

    /// <summary>Shades the rates of a band by their figures.</summary>
    public void Shade(Phrase band)
    {
        var places = Rates(band).ToArray();
        if (places.Length > 0) _sheet.Shade(_firstRow, _sheet.Next - 1, places[0], places.Length);
    }

    /// <summary>Puts bars behind the rates of a band.</summary>
    public void Bars(Phrase band)
    {
        foreach (var place in Rates(band)) _sheet.AddBars(_firstRow, _sheet.Next - 1, place);
    }

    private IEnumerable<int> Rates(Phrase band) =>
        _columns.Index().Where(item => item.Item.Band == band && item.Item.Format == Format.Rate).Select(item => _places[item.Index]);

    private double Room(int column) => _sheet.Width(_places[column], _columns[column].Span);

    private void Bands()
    {
        var lines = 1;
        for (var i = 0; i < _columns.Count;)
        {
            var end = i + 1;
            while (end < _columns.Count && _columns[end].Band == _columns[i].Band) end++;
            var span = _columns.Skip(i).Take(end - i).Sum(column => column.Span);
            var title = _columns[i].Band;
            _sheet.Put(_sheet.Next, _places[i], title is { } text ? Entry.Of(text) : Entry.None, Look.Band, Format.Text, span);
            if (title is { } band) lines = Math.Max(lines, Lines.Count(_sheet.Say(band), _sheet.Width(_places[i], span), bold: true));
            i = end;
        }
        _sheet.Height(_sheet.Next, Lines.Height(lines) + 2);
        _sheet.Next++;
    }
}
