using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Running;

/// <summary>
/// Standard input as a file: it can be read once only, and a file with copies of a household is read again. The spool lies
/// in the folder for temporary files under a random name, for its owner alone, and is gone with the program.
/// </summary>
internal static class StandardInput
{
    private static readonly Lazy<string> Spool = new(Fill);

    /// <summary>The path to read a file at: its own, or that of the spool.</summary>
    public static string Spooled(InputFile file) => file.IsStandardInput ? Spool.Value : file.Path;

    private static string Fill()
    {
        var path = Path.Combine(Path.GetTempPath(), $"poverty-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var spool = new FileStream(path, options);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        using var input = Console.OpenStandardInput();
        input.CopyTo(spool);
        return path;
    }
}
