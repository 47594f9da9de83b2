using System.Runtime.InteropServices;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting;

/// <summary>Turns the system's complaints about writing into the one line that is printed, which names the path.</summary>
internal static class WriteFault
{
    /// <summary>What stdout is called in messages; it lies on no file system.</summary>
    public static Phrase StandardOutput => new("đầu ra chuẩn", "standard output");

    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether the exception is the system's complaint about a file, not a fault of the program.</summary>
    public static bool IsOne(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>The reason to stop with exit code 5.</summary>
    /// <param name="path">The path that could not be written, as the user knows it.</param>
    /// <param name="error">The system's complaint.</param>
    public static ExitException Of(Phrase path, Exception error) =>
        new(ExitCode.Output, new Phrase($"không ghi được {path.Vi}: ", $"cannot write {path.En}: ").With(Reason(path, error)), error);

    private static Phrase Reason(Phrase path, Exception error)
    {
        if (error is UnauthorizedAccessException) return new("không có quyền", "no permission");
        // The system would name a temporary file that nobody asked for.
        if (error is DirectoryNotFoundException) return new("không có thư mục chứa nó", "the folder that should hold it does not exist");
        if (Number(error) is not (NoSpace or WindowsDiskFull)) return error.Message.TrimEnd('.');
        return MountOf(path) is { } mount
            ? new($"hệ thống tệp {mount} đã hết chỗ", $"no space left on the file system {mount}")
            : new("thiết bị đã hết chỗ", "no space left on the device");
    }

    private static int Number(Exception error) => OperatingSystem.IsWindows() || error.InnerException is null
        ? error.HResult
        : Marshal.GetHRForException(error.InnerException);

    private static string? MountOf(Phrase path)
    {
        if (path == StandardOutput) return null;
        try
        {
            var full = Path.GetFullPath(path.En);
            return DriveInfo.GetDrives().Select(drive => drive.Name)
                .Where(name => full.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
