using System.Runtime.InteropServices;

namespace LangSon.PovertyCli.Reporting;

/// <summary>Turns the system's complaints about writing into the one line that is printed, which names the path.</summary>
internal static class WriteFault
{
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether the exception is the system's complaint about a file, not a fault of the program.</summary>
    public static bool IsOne(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>The reason to stop with exit code 5.</summary>
    /// <param name="path">The path that could not be written, as the user knows it.</param>
    /// <param name="error">The system's complaint.</param>
    public static ExitException Of(string path, Exception error) =>
        new(ExitCode.Output, $"cannot write {path}: {Reason(path, error)}; what was there before is untouched", error);

    private static string Reason(string path, Exception error)
    {
        if (error is UnauthorizedAccessException) return "no permission";
        if (Number(error) is not (NoSpace or WindowsDiskFull)) return error.Message.TrimEnd('.');
        return MountOf(path) is { } mount ? $"no space left on the file system {mount}" : "no space left on the device";
    }

    private static int Number(Exception error) => OperatingSystem.IsWindows() || error.InnerException is null
        ? error.HResult
        : Marshal.GetHRForException(error.InnerException);

    private static string? MountOf(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return DriveInfo.GetDrives().Select(drive => drive.Name)
                .Where(name => full.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
