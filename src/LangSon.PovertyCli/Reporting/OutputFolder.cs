using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace LangSon.PovertyCli.Reporting;

/// <summary>
/// The outputs of one run, which appear together or not at all: they are written into a temporary folder beside the target
/// and take its place when all are complete. Without <see cref="Commit"/> nothing of them stays.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    /// <summary>The mode of a file that may hold names of people.</summary>
    public const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Readable = OnlyOwner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly OutputTarget _target;
    private readonly FolderLock _lock;
    private readonly string _temporary;
    private readonly string _before;
    private readonly UnixFileMode? _mode;
    private bool _committed;

    private OutputFolder(OutputTarget target, FolderLock held, bool force)
    {
        (_target, _lock) = (target, held);
        RemoveLeftovers(target);
        target.Judge(force);
        _before = FormerRuns.Fingerprint(target.FullPath);
        _temporary = Beside(target, "tmp");
        Directory.CreateDirectory(_temporary);
        if (OperatingSystem.IsWindows()) return;
        // The mode that the user's umask gives, kept for the day when the folder is complete.
        _mode = File.GetUnixFileMode(Directory.Exists(target.FullPath) ? target.FullPath : _temporary);
        File.SetUnixFileMode(_temporary, OnlyOwner | UnixFileMode.UserExecute);
    }

    /// <summary>
    /// Takes the lock and makes the temporary folder, so that a folder that cannot be written is known before anything is
    /// computed. Stops with exit 2 (must not be replaced), 5 (cannot be written) or 6 (another run writes it).
    /// </summary>
    /// <param name="target">The folder to write.</param>
    /// <param name="force">Whether a former run may be replaced although it was changed by hand.</param>
    /// <param name="wait">How long to wait for another run.</param>
    /// <param name="stop">Ends the waiting.</param>
    public static OutputFolder Open(OutputTarget target, bool force, TimeSpan wait, CancellationToken stop)
    {
        FolderLock? held = null;
        try
        {
            Directory.CreateDirectory(target.Parent);
            held = FolderLock.Take(LockOf(target), target.Shown, wait, stop);
            return new OutputFolder(target, held, force);
        }
        catch (Exception error)
        {
            held?.Dispose();
            if (WriteFault.IsOne(error)) throw WriteFault.Of(target.Shown, error);
            throw;
        }
    }

    /// <summary>The full path of the folder that the outputs will stand in.</summary>
    public string FullPath => _target.FullPath;

    /// <summary>A new output file; seekable, and complete once it is disposed.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <param name="holdsNames">Whether it may hold names of people: then nobody but the owner may read it.</param>
    public Stream Create(string name, bool holdsNames = false)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = holdsNames ? OnlyOwner : Readable;
        var shown = $"{Path.TrimEndingDirectorySeparator(_target.Shown)}/{name}";
        try
        {
            return new GuardedStream(new FileStream(Path.Combine(_temporary, name), options), shown);
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(shown, error);
        }
    }

    /// <summary>The files written so far, by name, for run.json.</summary>
    public IReadOnlyList<WrittenFile> Written() =>
        [.. new DirectoryInfo(_temporary).GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file =>
        {
            using var stream = file.OpenRead();
            return new WrittenFile(file.Name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
        })];

    /// <summary>Puts the new outputs in place of the old ones; on failure the old ones stand as before.</summary>
    public void Commit()
    {
        try
        {
            if (FormerRuns.Fingerprint(_target.FullPath) != _before)
                throw new ExitException(ExitCode.Output, new(
                    $"{_target.Shown} đã bị thay đổi trong lúc chương trình tính; chưa ghi gì",
                    $"{_target.Shown} was changed while this run was computing; nothing was written"));
            if (!OperatingSystem.IsWindows() && _mode is { } mode) File.SetUnixFileMode(_temporary, mode);
            var aside = Directory.Exists(_target.FullPath) ? Beside(_target, "old") : null;
            if (aside is not null) Directory.Move(_target.FullPath, aside);
            try
            {
                Directory.Move(_temporary, _target.FullPath);
            }
            catch (Exception error) when (aside is not null && WriteFault.IsOne(error))
            {
                Directory.Move(aside, _target.FullPath);
                throw;
            }
            _committed = true;
            if (aside is not null) Remove(aside);
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(_target.Shown, error);
        }
    }

    /// <summary>Removes what was not committed and lets the next run have the folder.</summary>
    public void Dispose()
    {
        if (!_committed) Remove(_temporary);
        _lock.Dispose();
    }

    /// <summary>The file that whoever writes the target holds.</summary>
    public static string LockOf(OutputTarget target) => Path.Combine(target.Parent, $".{target.Name}.lock");

    /// <summary>A path beside the target for what is not complete yet; the next run of the target removes what is left there.</summary>
    /// <param name="target">The target.</param>
    /// <param name="kind">tmp for new files, old for those that they replace.</param>
    public static string Beside(OutputTarget target, string kind) =>
        Path.Combine(target.Parent, $".{target.Name}.{kind}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");

    /// <summary>
    /// Removes what runs that were killed left beside the target. Every run of this target holds the lock that we hold now,
    /// so whatever bears such a name is nobody's. A run killed between its two renames left the target aside: it is put back.
    /// </summary>
    private static void RemoveLeftovers(OutputTarget target)
    {
        foreach (var folder in Leftovers(target, "old").OrderByDescending(Directory.GetLastWriteTimeUtc))
        {
            if (Directory.Exists(target.FullPath)) Remove(folder);
            else Directory.Move(folder, target.FullPath);
        }
        foreach (var folder in Leftovers(target, "tmp")) Remove(folder);
    }

    private static List<string> Leftovers(OutputTarget target, string kind)
    {
        var name = new Regex($"^{Regex.Escape($".{target.Name}.{kind}-")}[0-9a-f]{{16}}$", RegexOptions.CultureInvariant);
        return [.. Directory.EnumerateDirectories(target.Parent).Where(folder => name.IsMatch(Path.GetFileName(folder)))];
    }

    /// <summary>Removes a folder of ours as far as the system lets us; the next run tries again.</summary>
    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            // It harms nobody: its name tells that it is a leftover.
        }
    }
}

/// <summary>A complete output file.</summary>
/// <param name="Path">Its name in the output folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal digits.</param>
internal sealed record WrittenFile(string Path, long Bytes, string Sha256);
