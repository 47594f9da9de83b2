using LangSon.Poverty.Text;
using LangSon.PovertyCli.Commands;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>The line that tells how far reading has come.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly StringWriter _screen = new();
    private readonly Clock _clock = new();

    public void Dispose() => _screen.Dispose();

    [Fact]
    public void It_tells_rows_share_speed_and_time_left()
    {
        using var progress = new Progress(_screen, _clock, Language.Vietnamese, 200_000_000);
        After(2, () => progress.Add(1_234_567, 50_000_000));
        Assert.Equal("\rĐã đọc 1.234.567 dòng, 25%, 25 MB/s, còn 0:06", _screen.ToString());
    }

    [Fact]
    public void English_is_for_those_who_ask()
    {
        using var progress = new Progress(_screen, _clock, Language.English, 8_000_000_000);
        After(1, () => progress.Add(2_000, 1_000_000));
        Assert.Equal("\r2,000 rows read, 0%, 1 MB/s, 2:13:19 left", _screen.ToString());
    }

    [Fact]
    public void Nothing_is_drawn_of_a_run_that_is_over_at_once()
    {
        using (var progress = new Progress(_screen, _clock, Language.Vietnamese, 1000)) After(0.4, () => progress.Add(10, 1000));
        Assert.Equal("", _screen.ToString());
    }

    [Fact]
    public void It_is_drawn_a_few_times_a_second_and_no_more()
    {
        using var progress = new Progress(_screen, _clock, Language.Vietnamese, 1000);
        for (var i = 0; i < 100; i++) After(0.01, () => progress.Add(1, 1));
        // After half a second, then each fifth of one.
        Assert.Equal(3, _screen.ToString().Count(letter => letter == '\r'));
    }

    [Fact]
    public void The_line_is_gone_at_the_end()
    {
        using (var progress = new Progress(_screen, _clock, Language.Vietnamese, 1000)) After(1, () => progress.Add(10, 0));
        Assert.Equal("\rĐã đọc 10 dòng\r              \r", _screen.ToString());
    }

    [Fact]
    public async Task A_pipe_sees_nothing_of_it()
    {
        using var folder = new SampleCopy();
        Assert.Equal("", (await Binary.RunAsync(["run", "samples/lang-son", "--no-workbook"], folder.Path)).Error);
    }

    private void After(double seconds, Action then)
    {
        _clock.Now += TimeSpan.FromSeconds(seconds);
        then();
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
