using System.Globalization;
using System.Text.Json;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>What every part of one resolution shares.</summary>
/// <param name="FileName">The run file as the user named it, for complaints; empty where there is none.</param>
/// <param name="Folder">The full path of the folder that the run file's paths are relative to.</param>
/// <param name="Overrides">What the command line says.</param>
/// <param name="Context">What the rest of the program knows.</param>
/// <param name="Faults">Where complaints go.</param>
/// <param name="Finder">Finds the files.</param>
internal sealed record RunScope(
    string FileName, string Folder, RunOverrides Overrides, RunContext Context, RunFaults Faults, InputFinder Finder)
{
    /// <summary>The canonical columns that the run may name.</summary>
    public ColumnNames Columns { get; } = new(Context);

    /// <summary>The file that a text of the run file names; null, and reported, when it is no text or not there.</summary>
    public InputFile? File(JsonPart? part)
    {
        if (part is null) return null;
        var typed = Path(part);
        return typed.Length == 0 ? null : Finder.File(typed, Folder, Asked(part));
    }

    /// <summary>The text of a path; empty, and reported, when it is none.</summary>
    public static string Path(JsonPart part)
    {
        var typed = part.AsText();
        if (typed.Length == 0 && part.Kind == JsonValueKind.String) part.Fault(new("đường dẫn trống", "the path is empty"));
        return typed;
    }

    /// <summary>The file that an option names; null when it is not given or, reported, not there.</summary>
    public InputFile? File(string? typed, string option) =>
        typed is null ? null : Finder.File(typed, Overrides.CurrentFolder, option);

    /// <summary>Where a value of the run file stands.</summary>
    public string Asked(JsonPart part) => string.Create(CultureInfo.InvariantCulture, $"{FileName}:{part.Line}");

    /// <summary>The standard that a value of the run file means.</summary>
    public StandardChoice Standard(JsonPart part)
    {
        var word = part.AsText();
        if (word.Length > 0) return Standard(word, () => File(part));
        if (part.Kind == JsonValueKind.String) part.Fault(new("phải là \"auto\", mã của một chuẩn hoặc một tệp", "expected \"auto\", the id of a standard or a file"));
        return new StandardChoice.Auto();
    }

    /// <summary>The standards that a list of the run file means.</summary>
    public IReadOnlyList<StandardChoice> Standards(JsonPart part) => [.. part.AsList().Select(Standard)];

    /// <summary>The standard that a word means: <c>auto</c>, an id, or a file where it has a folder or ends in .json.</summary>
    public StandardChoice Standard(string word, Func<InputFile?> file)
    {
        if (word == "auto") return new StandardChoice.Auto();
        var isFile = word.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || word.AsSpan().IndexOfAny('/', '\\') >= 0;
        if (!isFile) return new StandardChoice.ById(word);
        if (file() is not { } found) return new StandardChoice.Auto();
        Columns.AddIndicators(found);
        return new StandardChoice.FromFile(found);
    }

    /// <summary>Complains of columns that the command line names and no file can have.</summary>
    public void CheckTypedColumns()
    {
        foreach (var name in Overrides.Columns.Keys)
            if (Columns.Fault(name) is { } unknown)
                Faults.CommandLine("--column", unknown);
    }

    /// <summary>The area list that a word means: <c>built-in</c>, <c>data</c> or a file.</summary>
    public static AreasChoice Areas(string word, Func<InputFile?> file, Action<Phrase> fault)
    {
        if (word == "built-in") return new AreasChoice.BuiltIn();
        if (word == "data") return new AreasChoice.Data();
        if (!word.Contains('.', StringComparison.Ordinal) && Nearest.To(word, ["built-in", "data"]) is { } near)
            fault(new Phrase($"phải là built-in, data hoặc một tệp, nhưng lại là \"{word}\"", $"expected built-in, data or a file, found \"{word}\"").With(Nearest.Hint(near)));
        else if (file() is { } found)
            return new AreasChoice.FromFile(found);
        return new AreasChoice.BuiltIn();
    }
}
