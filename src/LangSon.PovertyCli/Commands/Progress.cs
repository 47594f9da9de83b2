using System.Globalization;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Commands;

/// <summary>
/// How far reading has come, on one line that is drawn again and again and is gone at the end: rows, bytes, speed and the
/// time left at that speed. Nothing is drawn of a run that is over at once.
/// </summary>
/// <param name="output">The terminal.</param>
/// <param name="time">The clock.</param>
/// <param name="language">The language of the line.</param>
/// <param name="totalBytes">The size of all files together.</param>
internal sealed class Progress(TextWriter output, TimeProvider time, Language language, long totalBytes) : IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next = Before;
    private long _rows;
    private long _bytes;
    private int _width;

    /// <summary>Adds what was read since the last time; several threads may.</summary>
    public void Add(long rows, long bytes)
    {
        lock (_gate)
        {
            _rows += rows;
            _bytes += bytes;
            var elapsed = time.GetElapsedTime(_start);
            if (elapsed < _next) return;
            _next = elapsed + Between;
            Draw(Line(elapsed));
        }
    }

    /// <summary>Removes the line.</summary>
    public void Dispose()
    {
        if (_width > 0) Draw("");
        if (_width > 0) output.Write('\r');
        _width = 0;
    }

    private string Line(TimeSpan elapsed)
    {
        var perSecond = _bytes / elapsed.TotalSeconds;
        var rows = Numerals.Of(_rows, 0, language);
        // Packed files and workbooks may tell no place, or one beyond their size.
        if (_bytes <= 0 || totalBytes <= 0) return new Phrase($"Đã đọc {rows} dòng", $"{rows} rows read").In(language);
        var (done, speed) = (Math.Min(100, 100 * _bytes / totalBytes), Megabytes(perSecond));
        var left = Math.Max(0, totalBytes - _bytes) / perSecond;
        return new Phrase($"Đã đọc {rows} dòng, {done}%, {speed} MB/s, còn {Span(left)}", $"{rows} rows read, {done}%, {speed} MB/s, {Span(left)} left").In(language);
    }

    private static string Megabytes(double bytes) => (bytes / 1_000_000).ToString("0", CultureInfo.InvariantCulture);

    private static string Span(double seconds) => TimeSpan.FromSeconds(Math.Ceiling(Math.Min(seconds, 359_999))).ToString(seconds < 3600 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);

    /// <summary>Blanks cover what a longer line before left.</summary>
    private void Draw(string line)
    {
        output.Write($"\r{line.PadRight(_width)}");
        output.Flush();
        _width = Math.Max(_width, line.Length);
    }
}
