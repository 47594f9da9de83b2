using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Tests.Reporting;

public sealed class FolderLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Never_do_two_hold_it_however_often_it_is_taken_and_removed()
    {
        var holders = 0;
        var taken = 0;
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            for (var i = 0; i < 300; i++)
            {
                try
                {
                    using var held = FolderLock.Take(_folder[".out.lock"], "out", TimeSpan.Zero, CancellationToken.None);
                    Assert.Equal(1, Interlocked.Increment(ref holders));
                    Interlocked.Increment(ref taken);
                    Thread.Yield();
                    Interlocked.Decrement(ref holders);
                }
                catch (ExitException refused) when (refused.Code == ExitCode.Locked)
                {
                    Thread.Yield();
                }
            }
        });
        Assert.True(taken > 0);
        Assert.Empty(_folder.Entries());
    }

    [Fact]
    public async Task It_dies_with_its_process()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var other = System.Diagnostics.Process.Start("flock", [_folder[".out.lock"], "sleep", "60"]);
        try
        {
            while (!File.Exists(_folder[".out.lock"])) await Task.Delay(20);
            await Task.Delay(100);
            Assert.Equal(ExitCode.Locked, Assert.Throws<ExitException>(() => Take()).Code);
        }
        finally
        {
            other.Kill(entireProcessTree: true);
        }
        await other.WaitForExitAsync();
        FolderLock.Take(_folder[".out.lock"], "out", TimeSpan.FromSeconds(5), CancellationToken.None).Dispose();

        FolderLock Take() => FolderLock.Take(_folder[".out.lock"], "out", TimeSpan.Zero, CancellationToken.None);
    }
}
