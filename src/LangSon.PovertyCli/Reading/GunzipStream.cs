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
    private readonly LimitedStream _inflated;
    private readonly uint _stated;

    /// <summary>Starts at the beginning of <paramref name="packed"/>, which stays open.</summary>
    public GunzipStream(Stream packed, string file, SafetyLimits limits)
    {
        _file = file;
        Span<byte> trailer = stackalloc byte[4];
        packed.Position = Math.Max(0, packed.Length - 4);
        _stated = packed.ReadAtLeast(trailer, 4, throwOnEndOfStream: false) == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(trailer) : 0;
        packed.Position = 0;
        _inflated = new LimitedStream(new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true), () => packed.Position, file, limits);
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
            throw Refusal.Damaged(_file, "its compressed content cannot be unpacked");
        }
        if (read == 0 && buffer.Length > 0 && unchecked((uint)_inflated.Total) != _stated)
            throw Refusal.Damaged(_file, "its compressed content does not have the length that it states; it may be cut off");
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflated.Dispose();
        base.Dispose(disposing);
    }
}
