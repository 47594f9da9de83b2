using System.Buffers.Binary;
using System.IO.Compression;

namespace LangSon.PovertyCli.Reading;

/// <summary>
/// The content of a gzip file. The runtime's decompressor takes a file that was cut off for a shorter one, so the length that
/// the file states at its end is compared too. Files of several members joined together do not state it and are refused.
/// </summary>
internal sealed class GunzipStream : ForwardStream
{
    private readonly string _file;
    private readonly Stream _packed;
    private readonly GZipStream _inflated;
    private readonly InflationBudget _budget;
    private readonly long _most;
    private readonly uint _stated;
    private long _total;

    /// <summary>Starts at the beginning of <paramref name="packed"/>, which stays open.</summary>
    public GunzipStream(Stream packed, string file, SafetyLimits limits)
    {
        (_packed, _file, _most) = (packed, file, limits.TotalBytes);
        _budget = new InflationBudget(file, limits);
        Span<byte> trailer = stackalloc byte[4];
        packed.Position = Math.Max(0, packed.Length - 4);
        _stated = packed.ReadAtLeast(trailer, 4, throwOnEndOfStream: false) == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(trailer) : 0;
        packed.Position = 0;
        _inflated = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _inflated.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Refusal.Damaged(_file, new("không giải nén được nội dung", "its compressed content cannot be unpacked"));
        }
        _total += read;
        _budget.Take(read, _total, _packed.Position, _most);
        if (read == 0 && buffer.Length > 0 && unchecked((uint)_total) != _stated)
            throw Refusal.Damaged(_file, new("nội dung giải nén không đúng độ dài đã ghi; có thể tệp bị cắt cụt",
                "its compressed content does not have the length that it states; it may be cut off"));
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflated.Dispose();
        base.Dispose(disposing);
    }
}
