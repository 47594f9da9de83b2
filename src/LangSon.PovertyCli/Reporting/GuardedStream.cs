using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting;

/// <summary>
/// A stream to write results to. Whatever goes wrong with it is a failed output (exit 5) that names the path, also when a
/// package in between does the writing.
/// </summary>
/// <param name="inner">The stream; closed together with this one.</param>
/// <param name="path">The path as the user knows it.</param>
internal sealed class GuardedStream(Stream inner, Phrase path) : Stream
{
    private bool _closed;

    /// <inheritdoc/>
    public override bool CanRead => inner.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => inner.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => inner.CanWrite;

    /// <inheritdoc/>
    public override long Length => inner.Length;

    /// <inheritdoc/>
    public override long Position { get => inner.Position; set => inner.Position = value; }

    /// <inheritdoc/>
    public override void Flush() => Guard(inner.Flush);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = 0L;
        Guard(() => position = inner.Seek(offset, origin));
        return position;
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => Guard(() => inner.SetLength(value));

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(path, error);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
        {
            _closed = true;
            Guard(() =>
            {
                // What the system still holds must reach the disk before the folder is renamed into place.
                using (inner)
                    if (inner is FileStream file)
                        file.Flush(flushToDisk: true);
            });
        }
        base.Dispose(disposing);
    }

    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(path, error);
        }
    }
}
