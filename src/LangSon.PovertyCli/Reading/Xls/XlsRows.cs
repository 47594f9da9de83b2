using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading.Xlsx;

namespace LangSon.PovertyCli.Reading.Xls;

/// <summary>
/// The rows of one sheet of an .xls workbook, as Excel wrote them before 2007. A library reads the values;
/// <see cref="CellMarks"/> adds which are formulas and errors.
/// </summary>
internal sealed class XlsRows : RowSource
{
    private readonly Stream _stored;
    private readonly IExcelDataReader _reader;
    private readonly RowBuffer _row = new();
    private readonly CellMarks _marks;
    private readonly bool _visible;
    private int _line;
    private int _hidden;
    private bool _ended;

    // The format names code pages that the runtime knows only when asked to.
    static XlsRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Opens the workbook and chooses the sheet; no row is read yet.</summary>
    public XlsRows(Stream stored, string file, ReadingOptions options)
    {
        (_stored, File) = (stored, file);
        (_reader, Sheet, _visible, _marks) = Guard(() =>
        {
            var content = new byte[stored.Length];
            stored.ReadExactly(content);
            stored.Position = 0;
            var reader = ExcelReaderFactory.CreateBinaryReader(stored, new ExcelReaderConfiguration { LeaveOpen = true });
            var sheets = new List<(string Name, bool Visible)>();
            var rows = new List<int>();
            do
            {
                sheets.Add((reader.Name, reader.VisibleState == "visible"));
                rows.Add(reader.RowCount);
            }
            while (reader.NextResult());
            var chosen = SheetChoice.Choose(file, sheets, options.Sheet, at => rows[at] > 0);
            reader.Reset();
            for (var i = 0; i < chosen; i++) reader.NextResult();
            return (reader, sheets[chosen].Name, sheets[chosen].Visible, new CellMarks(content, chosen));
        });
    }

    /// <inheritdoc/>
    public override string File { get; }

    /// <inheritdoc/>
    public override string Sheet { get; }

    /// <inheritdoc/>
    public override int FieldCount => _row.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> this[int column] => _row[column];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> RowBytes => _row.Bytes;

    /// <inheritdoc/>
    public override long Line => _line;

    /// <inheritdoc/>
    public override long BytesRead => _stored.Position;

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> FileFindings => HiddenRows.Finding(File, Sheet, _hidden);

    /// <inheritdoc/>
    public override CellKind Kind(int column) => _row.Kind(column);

    /// <inheritdoc/>
    public override Place Here(int column) => new(File, Sheet, Line, CellAddress.Of(column, Line));

    /// <inheritdoc/>
    public override bool Read() => !_ended && Guard(() =>
    {
        _row.Clear();
        if (!_reader.Read())
        {
            if (_line == 0) throw Refusal.At(new Place(File, Sheet), "PV1010");
            _ended = true;
            return false;
        }
        _line++;
        for (var i = 0; i < _reader.FieldCount; i++) Take(i);
        if ((_reader.RowHeight == 0 || !_visible) && _row.Bytes.Length > 0) _hidden++;
        return true;
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _reader.Dispose();
        _stored.Dispose();
    }

    private void Take(int column)
    {
        var formula = _marks.TryGet(_line - 1, column, out var error);
        if (error is not null)
        {
            _row.Set(column, error, CellKind.Error);
            return;
        }
        var number = formula ? CellKind.NumberFormula : CellKind.Number;
        switch (_reader.GetValue(column))
        {
            case null:
                if (formula) _row.Set(column, "", CellKind.Formula);
                break;
            case string text:
                _row.Set(column, text, formula ? CellKind.Formula : CellKind.Plain);
                break;
            case bool truth:
                _row.Set(column, truth ? "1"u8 : "0"u8, formula ? CellKind.Formula : CellKind.Plain);
                break;
            case DateTime day:
                _row.Set(column, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), number);
                break;
            case TimeSpan time:
                Take(column, time.TotalDays, number);
                break;
            case IConvertible value:
                Take(column, value.ToDouble(CultureInfo.InvariantCulture), number);
                break;
        }
    }

    private void Take(int column, double value, CellKind kind)
    {
        if (CellNumber.TryWrite(value, _row.Room(CellNumber.MaxBytes), out var written)) _row.Set(column, written, kind);
    }

    /// <summary>Damage makes the library fail in any way (index, cast, null), so every failure of it is one of the file.</summary>
    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw Refusal.Of(File, "PV1046");
        }
        catch (Exception cause) when (cause is not (FileRefusedException or OutOfMemoryException or UnauthorizedAccessException))
        {
            throw cause is IOException and not EndOfStreamException
                ? Refusal.Unreadable(File, cause)
                : Refusal.Damaged(File, new("nội dung không đọc được như tệp Excel kiểu cũ", "its content cannot be read as an old Excel workbook"));
        }
    }
}
