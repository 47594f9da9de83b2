namespace LangSon.PovertyCli.RunFile;

/// <summary>A file that a run reads.</summary>
/// <param name="Path">Where it lies: a full path, or <c>-</c> for standard input.</param>
/// <param name="Name">
/// What messages and outputs call it: relative to the run file (to the current folder where there is none) with '/'
/// between folders, on every system; as typed where it was typed in full and lies elsewhere.
/// </param>
internal sealed record InputFile(string Path, string Name)
{
    /// <summary>How standard input is written on the command line and in run files.</summary>
    public const string Dash = "-";

    /// <summary>Standard input.</summary>
    public static InputFile StandardInput { get; } = new(Dash, Dash);

    /// <summary>Whether this is standard input, which can be read only once.</summary>
    public bool IsStandardInput => Path == Dash;

    /// <summary>
    /// The name that says the same on every machine: a file that was typed in full and lies outside the run file's folder
    /// gives only its last part.
    /// </summary>
    public string PortableName => System.IO.Path.IsPathRooted(Name) ? System.IO.Path.GetFileName(Name) : Name;

    /// <summary>A file of that name in the same folder, there or not.</summary>
    public InputFile Beside(string name) => new(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, name), Name[..(Name.LastIndexOfAny(['/', '\\']) + 1)] + name);
}
