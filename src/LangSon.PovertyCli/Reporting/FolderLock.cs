using System.Diagnostics;
using System.Security.Cryptography;

namespace LangSon.PovertyCli.Reporting;

/// <summary>
/// The right to write one output folder: a file beside it that one process at a time holds open. The system releases it
/// when the process ends, however it ends.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;
    private readonly string _path;

    private FolderLock(FileStream file, string path) => (_file, _path) = (file, path);

    /// <summary>Takes the lock, or stops with exit 6 when another run still holds it after <paramref name="wait"/>.</summary>
    /// <param name="lockFile">The file to hold.</param>
    /// <param name="target">The folder that it stands for, as the user knows it.</param>
    /// <param name="wait">How long to try.</param>
    /// <param name="stop">Ends the waiting.</param>
    public static FolderLock Take(string lockFile, string target, TimeSpan wait, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(lockFile, target) is { } held) return held;
            if (clock.Elapsed >= wait)
                throw new ExitException(ExitCode.Locked, new(
                    $"một lần chạy khác đang ghi {target}; hãy chờ nó xong, hoặc dùng --wait SECONDS",
                    $"another run is writing {target}; wait for it to end, or use --wait SECONDS"));
            stop.WaitHandle.WaitOne(Pause);
            stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Releases the lock; the file goes with it.</summary>
    public void Dispose()
    {
        // While it is still held where the system allows that, so that nobody else's file is removed.
        if (OperatingSystem.IsWindows()) _file.Dispose();
        try
        {
            File.Delete(_path);
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            // The file alone holds nobody up.
        }
        _file.Dispose();
    }

    private static FolderLock? TryTake(string lockFile, string target)
    {
        FileStream file;
        try
        {
            // FileShare.None is flock(LOCK_EX | LOCK_NB) on Unix.
            file = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (IsHeld(error))
        {
            return null;
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(target, error);
        }
        if (Stands(file, lockFile)) return new FolderLock(file, lockFile);
        file.Dispose();
        return null;
    }

    private static bool IsHeld(Exception error) => error is IOException and not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException)
        && (OperatingSystem.IsWindows() ? error.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) : error.HResult is 11 or 35);

    /// <summary>
    /// Whether the file that is held is still the one that bears the name. A run that ended between our opening and our
    /// locking has removed it, and the next run would lock another: a time that only we can have set tells.
    /// </summary>
    private static bool Stands(FileStream file, string lockFile)
    {
        try
        {
            var mark = DateTime.UnixEpoch.AddMilliseconds(RandomNumberGenerator.GetInt32(1, int.MaxValue));
            File.SetLastWriteTimeUtc(file.SafeFileHandle, mark);
            return File.GetLastWriteTimeUtc(lockFile) == mark;
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            return false;
        }
    }
}
