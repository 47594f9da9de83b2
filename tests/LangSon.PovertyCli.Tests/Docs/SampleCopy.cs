namespace LangSon.PovertyCli.Tests;

/// <summary>A folder that looks like the repository to a command line of help or of a page: the samples and the standards lie in it.</summary>
internal sealed class SampleCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Copies them.</summary>
    public SampleCopy()
    {
        foreach (var part in new[] { "samples", "src/LangSon.Poverty/Standards" }) Copy(part);
    }

    /// <summary>Its full path.</summary>
    public string Path => _folder.Path;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void Copy(string part)
    {
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, part), "*", SearchOption.AllDirectories))
        {
            var copy = _folder[System.IO.Path.GetRelativePath(Repository.Root, file)];
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

/// <summary>Splits a command line as a shell does, as far as help and pages need it: blanks, and double quotes around them.</summary>
internal static class CommandWords
{
    /// <summary>The words of a line.</summary>
    public static string[] Split(string line)
    {
        var words = new List<string>();
        var word = "";
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (letter != ' ' || isQuoted) word += letter;
            else
            {
                words.Add(word);
                word = "";
            }
        }
        words.Add(word);
        return [.. words.Where(text => text.Length > 0)];
    }
}
