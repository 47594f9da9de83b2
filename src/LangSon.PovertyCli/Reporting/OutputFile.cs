namespace LangSon.PovertyCli.Reporting;

/// <summary>A single file that a command writes.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file that appears complete or not at all; what stood there is replaced.</summary>
    /// <exception cref="ExitException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            try
            {
                using (var stream = new FileStream(temporary, FileMode.CreateNew)) write(stream);
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
