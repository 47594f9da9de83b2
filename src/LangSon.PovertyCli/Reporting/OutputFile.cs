namespace LangSon.PovertyCli.Reporting;

/// <summary>A single file that a command writes.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file that appears complete or not at all; what stood there is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="holdsNames">Whether it may hold names of people: then nobody but the owner may read it.</param>
    /// <exception cref="ExitException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write, bool holdsNames = false)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (holdsNames && !OperatingSystem.IsWindows()) options.UnixCreateMode = OutputFolder.OnlyOwner;
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            try
            {
                using (var stream = new FileStream(temporary, options)) write(stream);
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(path, error);
        }
    }
}
