using System.IO.Compression;
using System.IO.Hashing;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>
/// The inflated bytes of a part: counted against the limits, and at the end compared with the checksum that the package states,
/// which the runtime does not do.
/// </summary>
internal sealed class PartStream(ZipArchiveEntry entry, long packed, string file, InflationBudget budget, SafetyLimits limits) : ForwardStream
{
    private readonly Stream _inflated = entry.Open();
    private readonly Crc32 _crc = new();
    private long _total;
    private bool _ended;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        int read;
        try
        {
            read = _inflated.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Refusal.Damaged(file, new($"không giải nén được phần {entry.FullName}", $"its part {entry.FullName} cannot be unpacked"));
        }
        _total += read;
        budget.Take(read, _total, packed, limits.PartBytes);
        _crc.Append(buffer[..read]);
        if (read > 0) return read;
        _ended = true;
        if (_crc.GetCurrentHashAsUInt32() != entry.Crc32) throw Refusal.Damaged(file, new($"sai mã kiểm tra của phần {entry.FullName}", $"the checksum of its part {entry.FullName} is wrong"));
        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflated.Dispose();
        base.Dispose(disposing);
    }
}
