using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>Turns paths as typed into the files that they mean, and keeps watch that no file of households or members is read twice.</summary>
/// <param name="baseFolder">The full path of the folder that names are relative to.</param>
/// <param name="faults">Where missing files are reported.</param>
internal sealed class InputFinder(string baseFolder, RunFaults faults)
{
    private readonly Dictionary<string, string> _households = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    /// <summary>One file; null, and reported, when it is not there.</summary>
    /// <param name="typed">The path as typed; no wildcards.</param>
    /// <param name="folder">The folder that it is relative to.</param>
    /// <param name="asked">Who asks for it, such as <c>poverty.json:12</c> or <c>--targets</c>.</param>
    public InputFile? File(string typed, string folder, string asked)
    {
        var path = Glob.Expand(Full(typed, folder)) is [var only] ? only : Full(typed, folder);
        if (System.IO.File.Exists(path)) return Named(path, typed);
        Missing(path, typed, asked);
        return null;
    }

    /// <summary>
    /// The household files that the patterns mean, in ordinal order of their names. What matches nothing is reported as
    /// missing; a file that any round already has is a fault of the pattern.
    /// </summary>
    public IReadOnlyList<InputFile> Households(IEnumerable<TypedPattern> patterns, string folder) => Claimed(patterns, folder, _households);

    /// <summary>The member files that the patterns mean, likewise; a workbook may hold households and members.</summary>
    public IReadOnlyList<InputFile> Members(IEnumerable<TypedPattern> patterns, string folder) => Claimed(patterns, folder, _members);

    private List<InputFile> Claimed(IEnumerable<TypedPattern> patterns, string folder, Dictionary<string, string> claims)
    {
        var files = new List<InputFile>();
        foreach (var pattern in patterns)
        {
            foreach (var file in Matching(pattern, folder))
            {
                var identity = Identity(file);
                if (claims.TryAdd(identity, pattern.Asked)) files.Add(file);
                else pattern.Fault(new($"{file.Name} đã được nêu ở {claims[identity]}; mỗi tệp chỉ tính một lần", $"{file.Name} is already named at {claims[identity]}; a file counts once"));
            }
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    private IEnumerable<InputFile> Matching(TypedPattern pattern, string folder)
    {
        if (pattern.Text == InputFile.Dash) return [InputFile.StandardInput];
        var full = Full(pattern.Text, folder);
        var matches = Glob.Expand(full).Where(System.IO.File.Exists).ToList();
        if (matches.Count == 0) Missing(full, pattern.Text, pattern.Asked);
        return matches.Select(path => Named(path, pattern.Text));
    }

    private static string Full(string typed, string folder) => Path.GetFullPath(typed, folder);

    private InputFile Named(string path, string typed)
    {
        var relative = Path.GetRelativePath(baseFolder, path);
        var outside = relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var name = Path.IsPathRooted(typed) && outside ? path : relative;
        return new InputFile(path, name.Replace(Path.DirectorySeparatorChar, '/').Normalize(NormalizationForm.FormC));
    }

    /// <summary>Two names of one file are one file: links are followed to their end.</summary>
    private static string Identity(InputFile file)
    {
        if (file.IsStandardInput) return file.Path;
        try
        {
            return System.IO.File.ResolveLinkTarget(file.Path, returnFinalTarget: true)?.FullName ?? file.Path;
        }
        catch (IOException)
        {
            return file.Path;
        }
    }

    private void Missing(string path, string typed, string asked)
    {
        // As it was typed: whoever reads this looks for that word, not for the way there from the run file.
        var name = typed.Replace(Path.DirectorySeparatorChar, '/').Normalize(NormalizationForm.FormC);
        var reason = Glob.HasWildcard(typed) ? new Phrase("không có tệp nào khớp", "no file matches")
            : Directory.Exists(path) ? new Phrase($"đây là một thư mục; hãy nêu các tệp trong đó, như {name.TrimEnd('/')}/*.csv", $"it is a folder; name its files, such as {name.TrimEnd('/')}/*.csv")
            : new Phrase("không có tệp này", "there is no such file").With(NearestFile.Hint(path));
        faults.Missing(name, reason.With(new($" (được nêu ở {asked})", $" (asked for at {asked})")));
    }
}

/// <summary>A path or pattern of household files as somebody typed it.</summary>
/// <param name="Text">The path, with or without wildcards, or <c>-</c>.</param>
/// <param name="Asked">Where it was typed, such as <c>poverty.json:12</c> or <c>--round</c>.</param>
/// <param name="Fault">Takes complaints about it.</param>
internal sealed record TypedPattern(string Text, string Asked, Action<Phrase> Fault);
