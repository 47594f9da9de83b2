namespace LangSon.PovertyCli.Reading;

/// <summary>Counts what comes out of a decompressor and refuses the file when it is too much (PV1040).</summary>
/// <param name="inflated">The decompressor.</param>
/// <param name="packed">The compressed bytes so far.</param>
/// <param name="file">The file as the user named it.</param>
/// <param name="limits">The limits.</param>
internal sealed class LimitedStream(Stream inflated, Func<long> packed, string file, SafetyLimits limits) : ForwardStream
{
    private long _total;

    /// <summary>The bytes given out so far.</summary>
    public long Total => _total;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = inflated.Read(buffer);
        _total += read;
        if (_total > limits.TotalBytes) throw Refusal.Expands(file, SafetyLimits.Words(limits.TotalBytes));
        if (_total > limits.RatioFrom && _total > limits.Ratio * Math.Max(1, packed()))
            throw Refusal.Expands(file, $"{limits.Ratio} times its size");
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inflated.Dispose();
        base.Dispose(disposing);
    }
}
