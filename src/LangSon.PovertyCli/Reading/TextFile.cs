using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.Reading;

/// <summary>A text file as UTF-8 whatever it is stored as. It can be read from its start as often as needed, as one open file.</summary>
internal sealed class TextFile : IDisposable
{
    private const int SampleSize = 1 << 16;

    private readonly Stream _stored;
    private readonly bool _packed;
    private readonly SafetyLimits _limits;
    private readonly string _encoding;
    private readonly int _mark;

    /// <summary>Looks at the start of <paramref name="stored"/>, which can seek, and decides the encoding.</summary>
    /// <exception cref="FileRefusedException">It is empty, or UTF-16 that is neither marked nor named.</exception>
    public TextFile(Stream stored, string file, bool packed, ReadingOptions options)
    {
        (_stored, File, _packed, _limits) = (stored, file, packed, options.Limits);
        using (var start = Unpacked()) RawSample = Start(start);
        var mark = TextEncodings.Mark(RawSample);
        _mark = mark?.Length ?? 0;
        if (RawSample.Length == _mark) throw Refusal.Of(file, "PV1010");
        _encoding = mark?.Name ?? options.Encoding ?? "utf-8";
        if (mark is null && options.Encoding is null && TextEncodings.LooksUtf16(RawSample) is { } wide)
        {
            // All its bytes may well be UTF-8, but no text has zero bytes.
            var zero = RawSample.AsSpan().IndexOf((byte)0);
            throw Refusal.BadBytes(file, _encoding, 1 + TextEncodings.LineBreaks(RawSample.AsSpan(0, zero)), zero, wide);
        }
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The first 64 KiB as stored (unpacked when the file is a gzip file).</summary>
    public byte[] RawSample { get; }

    /// <summary>Whether the bytes read are not those of the stored file.</summary>
    public bool Transformed => _packed || _encoding != "utf-8";

    /// <summary>Bytes of the stored file that have been read so far.</summary>
    public long Consumed => _stored.Position;

    /// <summary>The text from its start; only one such stream is in use at a time.</summary>
    public Stream Open()
    {
        var bytes = Unpacked();
        if (_encoding == "utf-8") return bytes;
        bytes.ReadExactly(new byte[_mark]);
        return new TranscodingStream(bytes, File, _encoding, _mark);
    }

    /// <summary>The first 64 KiB of the text.</summary>
    public byte[] Sample()
    {
        using var text = Open();
        return Start(text);
    }

    /// <inheritdoc/>
    public void Dispose() => _stored.Dispose();

    private Stream Unpacked()
    {
        _stored.Position = 0;
        return _packed ? new GunzipStream(_stored, File, _limits) : new KeptOpenStream(_stored);
    }

    private static byte[] Start(Stream stream)
    {
        var sample = new byte[SampleSize];
        return sample[..stream.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false)];
    }

    /// <summary>Leaves the file open when its reader is done.</summary>
    private sealed class KeptOpenStream(Stream stored) : ForwardStream
    {
        public override int Read(Span<byte> buffer) => stored.Read(buffer);
    }
}
