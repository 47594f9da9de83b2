using System.Text;
using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.Reading;

/// <summary>
/// Turns a text in another encoding into composed (NFC) UTF-8 while it is read. A byte that the encoding does not have is
/// refused with its place: nothing is ever replaced.
/// </summary>
internal sealed class TranscodingStream : ForwardStream
{
    private const int Block = 1 << 14;

    private readonly Stream _source;
    private readonly string _file;
    private readonly string _encoding;
    private readonly CodeTable? _table;
    private readonly bool _bigEndian;
    private readonly byte[] _bytes = new byte[Block];
    private readonly byte[] _utf8 = new byte[Block * 16];
    private char[] _chars = new char[Block * 4];
    private char[] _composed = new char[Block * 4];
    private int _byteCount;
    private int _charCount;
    private int _at;
    private int _end;
    private long _offset;
    private long _lines;
    private bool _afterCr;
    private bool _finished;

    /// <summary>Reads on from the current position of <paramref name="source"/>, which is <paramref name="skipped"/> bytes into the file.</summary>
    public TranscodingStream(Stream source, string file, string encoding, int skipped)
    {
        (_source, _file, _encoding, _offset) = (source, file, encoding, skipped);
        _bigEndian = encoding == "utf-16be";
        _table = encoding.StartsWith("utf-16", StringComparison.Ordinal) ? null : CodeTable.Named(encoding);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_at == _end)
        {
            if (_finished) return 0;
            Fill();
        }
        var count = Math.Min(buffer.Length, _end - _at);
        _utf8.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _source.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        var read = _source.Read(_bytes.AsSpan(_byteCount));
        _finished = read == 0;
        _byteCount += read;
        var bytes = _bytes.AsSpan(0, _byteCount);
        var used = _table is null ? Wide(bytes) : Narrow(bytes, _table);
        _offset += used;
        bytes[used..].CopyTo(_bytes);
        _byteCount -= used;
        (_at, _end) = (0, Encode());
    }

    private int Narrow(ReadOnlySpan<byte> bytes, CodeTable table)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (table[bytes[i]] is not { } text) throw Bad(i, bytes);
            foreach (var letter in text) Append(letter);
        }
        return bytes.Length;
    }

    private int Wide(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at + 1 < bytes.Length)
        {
            var unit = Unit(bytes, at);
            if (char.IsHighSurrogate(unit))
            {
                if (at + 3 >= bytes.Length)
                {
                    if (_finished) throw Bad(at, bytes);
                    break;
                }
                if (!char.IsLowSurrogate(Unit(bytes, at + 2))) throw Bad(at, bytes);
                Append(unit);
                unit = Unit(bytes, at += 2);
            }
            else if (char.IsLowSurrogate(unit))
            {
                throw Bad(at, bytes);
            }
            Append(unit);
            at += 2;
        }
        if (_finished && at < bytes.Length) throw Bad(at, bytes);
        return at;
    }

    private char Unit(ReadOnlySpan<byte> bytes, int at) =>
        (char)(_bigEndian ? (bytes[at] << 8) | bytes[at + 1] : (bytes[at + 1] << 8) | bytes[at]);

    private void Append(char letter)
    {
        if (letter == '\r' || (letter == '\n' && !_afterCr)) _lines++;
        _afterCr = letter == '\r';
        _chars[_charCount++] = letter;
    }

    /// <summary>Encodes what has been decoded, but for the end after the last ASCII character, which marks yet to come may change.</summary>
    private int Encode()
    {
        var whole = _finished ? _charCount : _chars.AsSpan(0, _charCount).LastIndexOfAnyInRange('\0', '\u007F');
        // A text of many letters without a space or separator is no table; it is cut where it is, rather than held.
        if (whole < 0) whole = _charCount > Block ? _charCount : 0;
        ReadOnlySpan<char> text = _chars.AsSpan(0, whole);
        var end = 0;
        if (whole > 0)
        {
            if (_table is not null && !text.IsNormalized(NormalizationForm.FormC))
            {
                if (!text.TryNormalize(_composed, out var length, NormalizationForm.FormC)) throw new InvalidOperationException("Composing made a text longer.");
                text = _composed.AsSpan(0, length);
            }
            end = Encoding.UTF8.GetBytes(text, _utf8);
        }
        _chars.AsSpan(whole, _charCount - whole).CopyTo(_chars);
        _charCount -= whole;
        return end;
    }

    private FileRefusedException Bad(int index, ReadOnlySpan<byte> bytes) => Refusal.BadBytes(_file, _encoding, _lines + 1, _offset + index,
        TextEncodings.IsUtf8(bytes[..Math.Max(0, bytes.Length - 3)]) ? "utf-8" : TextEncodings.Guess(bytes, default));
}
