using System.Text.Unicode;
using CsvHelper;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Reading;

/// <summary>
/// The rows of a text file. A row is as long as its quotes say, so it may span lines. Nothing is allocated for a row; every
/// row is checked to be UTF-8, as the parser passes wrong bytes on in silence.
/// </summary>
internal sealed class CsvRows : RowSource
{
    // A household row has some hundred bytes. What is longer than this is a quote that was never closed.
    private const int MaxRow = 8 << 20;

    private readonly TextFile _text;
    private readonly byte _delimiter;
    private readonly CsvReader _reader;
    private LineEnds _lineEnds;
    private (CsvMalformedReason Reason, long Offset, long Line)? _malformed;
    private long _rowEnd = -1;
    private RowFault _fault;
    private bool _ended;

    /// <summary>Opens the file and finds its delimiter; no row is read yet.</summary>
    public CsvRows(TextFile text)
    {
        _text = text;
        var sample = text.Sample();
        var named = Delimiter.Named(sample);
        if (named is { } wrong && Delimiter.Instead(sample, wrong) is { } found)
            throw Refusal.At(new Place(text.File, null, 1), "PV1013", ("found", Delimiter.Shown(found)), ("exp", Delimiter.Shown(wrong)));
        _delimiter = named ?? Delimiter.Detect(sample);
        _lineEnds.Look(sample, _delimiter);
        _reader = CsvReader.Create(text.Open(), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = (char)_delimiter,
            DetectSeparatorHint = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = MaxRow,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = record => _malformed = (record.Reason, record.ByteOffset, record.LineNumber),
        });
        if (named is not null) Read();
    }

    /// <inheritdoc/>
    public override string File => _text.File;

    /// <inheritdoc/>
    public override int FieldCount => _reader.FieldCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> this[int column] => column < _reader.FieldCount ? _reader.GetSpan(column) : default;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> RowBytes => _reader.RawRecord;

    /// <inheritdoc/>
    public override long Line => _reader.LineNumber;

    /// <inheritdoc/>
    public override RowFault Fault => _fault;

    /// <inheritdoc/>
    public override bool FixedWidth => true;

    /// <inheritdoc/>
    public override long BytesRead => _text.Transformed ? _text.Consumed : _reader.ByteOffset;

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> FileFindings => _lineEnds.Odd ? [new Finding("PV1012", new Place(File))] : [];

    /// <inheritdoc/>
    public override bool Read()
    {
        if (_ended) return false;
        _malformed = null;
        _fault = RowFault.None;
        try
        {
            if (!_reader.Read())
            {
                _ended = true;
                return false;
            }
        }
        catch (CsvFormatException tooLong)
        {
            throw TooLong(tooLong.ByteOffset, tooLong.LineNumber);
        }
        catch (IOException cause)
        {
            throw Refusal.Unreadable(File, cause);
        }
        var row = _reader.RawRecord;
        var start = _reader.ByteOffset;
        if (!Utf8.IsValid(row)) throw NotUtf8(row);
        if (_malformed is not null) Judge(row);
        if (_rowEnd >= 0) _lineEnds.Gap(start - _rowEnd);
        _rowEnd = start + row.Length;
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _reader.Dispose();
        _text.Dispose();
    }

    /// <summary>
    /// Only the first fault of a row is reported: a stray quote may hide one that stays open to the end of the file, so the row
    /// is walked again.
    /// </summary>
    private void Judge(ReadOnlySpan<byte> row)
    {
        var state = new QuoteState(_reader.LineNumber);
        foreach (var value in row) state.Next(value, value == _delimiter);
        if (state.Open || _malformed!.Value.Reason == CsvMalformedReason.UnterminatedQuote)
            throw Refusal.OpenQuote(File, state.Open ? state.OpenedOn : _malformed!.Value.Line);
        _fault = RowFault.StrayQuote;
    }

    private FileRefusedException NotUtf8(ReadOnlySpan<byte> row)
    {
        var bad = TextEncodings.FirstInvalid(row);
        return Refusal.BadBytes(File, "utf-8", _reader.LineNumber + TextEncodings.LineBreaks(row[..bad]), _reader.ByteOffset + bad,
            TextEncodings.Guess(row, _text.RawSample));
    }

    /// <summary>Finds the quote that makes a row so long, by walking over it once more from where it starts.</summary>
    private FileRefusedException TooLong(long offset, long line)
    {
        using var again = _text.Open();
        var buffer = new byte[1 << 16];
        var state = new QuoteState(line);
        long at = 0;
        for (int read; at < offset + MaxRow && (read = again.Read(buffer)) > 0; at += read)
            for (var i = (int)Math.Clamp(offset - at, 0, read); i < read; i++)
                state.Next(buffer[i], buffer[i] == _delimiter);
        return state.Open
            ? Refusal.OpenQuote(File, state.OpenedOn)
            : Refusal.At(new Place(File, null, line), "PV1045", ("reason", new(
                $"dòng {line} dài hơn {SafetyLimits.Words(MaxRow).Vi}", $"line {line} is longer than {SafetyLimits.Words(MaxRow).En}")));
    }
}
