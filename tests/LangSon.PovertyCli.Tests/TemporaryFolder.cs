namespace LangSon.PovertyCli.Tests;

/// <summary>A folder of a test's own, removed with all it holds when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes an empty one.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("poverty-test-").FullName;

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The full path of a name in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, its folders made as needed, and gives its full path.</summary>
    public string Write(string name, string text = "")
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Writes several empty files.</summary>
    public void Touch(params string[] names)
    {
        foreach (var name in names) Write(name);
    }

    /// <summary>Every file and folder in it, hidden ones too, in ordinal order.</summary>
    public string[] Entries() =>
        [.. Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
