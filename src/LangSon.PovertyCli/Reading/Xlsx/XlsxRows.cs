using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>
/// The rows of one sheet of an .xlsx workbook. Rows that the sheet leaves out between others come as empty ones. Nothing is
/// calculated: a formula gives the value that was stored with it. Nothing is allocated for a row.
/// </summary>
internal sealed class XlsxRows : RowSource
{
    private readonly Package _package;
    private readonly WorkbookSheet _sheet;
    private readonly SheetReader _reader;
    private readonly RowBuffer _row = new();
    private int _line;
    private int _hidden;
    private bool _pending;
    private bool _ended;

    /// <summary>Opens the workbook and chooses the sheet; no row is read yet.</summary>
    public XlsxRows(Stream stored, string file, ReadingOptions options)
    {
        _package = new Package(stored, file, options.Limits);
        var workbook = new Workbook(_package);
        _sheet = workbook.Choose(options.Sheet);
        _reader = new SheetReader(_package, workbook, _sheet, _row);
    }

    /// <inheritdoc/>
    public override string File => _package.File;

    /// <inheritdoc/>
    public override string Sheet => _sheet.Name;

    /// <inheritdoc/>
    public override int FieldCount => _pending ? 0 : _row.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> this[int column] => _pending ? default : _row[column];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> RowBytes => _pending ? default : _row.Bytes;

    /// <inheritdoc/>
    public override long Line => _line;

    /// <inheritdoc/>
    public override long BytesRead => _package.BytesRead;

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> FileFindings => HiddenRows.Finding(File, Sheet, _hidden);

    /// <inheritdoc/>
    public override CellKind Kind(int column) => _pending ? CellKind.Plain : _row.Kind(column);

    /// <inheritdoc/>
    public override Place Here(int column) => new(File, Sheet, Line, CellAddress.Of(column, Line));

    /// <inheritdoc/>
    public override bool Read()
    {
        if (_ended) return false;
        if (!_pending)
        {
            if (!_reader.Read())
            {
                if (_line == 0) throw Refusal.At(new Place(File, Sheet), "PV1010");
                _ended = true;
                _row.Clear();
                return false;
            }
            if ((_reader.Hidden || !_sheet.Visible) && _row.Bytes.Length > 0) _hidden++;
        }
        _line++;
        _pending = _line < _reader.Row;
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _reader.Dispose();
        _package.Dispose();
    }
}
