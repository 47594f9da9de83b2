using System.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>
/// Paths with the wildcards of shells: <c>*</c> and <c>?</c> within a name, <c>[a-z]</c> and <c>[!a-z]</c> for one
/// character, <c>**</c> for any folders in between (none included). Names that begin with a dot, and the <c>~$</c> files
/// that Excel leaves beside an open workbook, are found only when the pattern spells their beginning. Letters match in
/// either Unicode form, as file systems keep Vietnamese names in both.
/// </summary>
internal static class Glob
{
    private static readonly char[] Wildcards = ['*', '?', '['];

    private static readonly StringComparison NameComparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Whether the text has a wildcard.</summary>
    public static bool HasWildcard(string text) => text.AsSpan().IndexOfAny(Wildcards) >= 0;

    /// <summary>
    /// The files and folders that match a full path, in ordinal order. Folders that links point to are not entered by
    /// <c>**</c>, nor are the output folders of earlier runs.
    /// </summary>
    public static IReadOnlyList<string> Expand(string fullPattern)
    {
        if (Path.Exists(fullPattern)) return [fullPattern];
        var root = Path.GetPathRoot(fullPattern)!;
        var segments = fullPattern[root.Length..].Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Walk(root, segments, found);
        return [.. found];
    }

    /// <summary>Whether one name matches one segment of a pattern.</summary>
    public static bool Matches(string name, string pattern)
    {
        name = name.Normalize(NormalizationForm.FormC);
        pattern = pattern.Normalize(NormalizationForm.FormC);
        if (!HasWildcard(pattern)) return string.Equals(name, pattern, NameComparison);
        if (name.StartsWith('.') && !pattern.StartsWith('.')) return false;
        if (name.StartsWith("~$", StringComparison.Ordinal) && !pattern.StartsWith('~')) return false;
        return Match(name, pattern);
    }

    private static void Walk(string folder, ReadOnlySpan<string> segments, SortedSet<string> found)
    {
        if (segments.IsEmpty)
        {
            found.Add(folder);
            return;
        }
        if (segments[0] == "**")
        {
            Walk(folder, segments[1..], found);
            foreach (var inner in Entries(folder, foldersOnly: true))
                if (!IsLink(inner) && !IsOutput(inner) && Matches(Path.GetFileName(inner), "*"))
                    Walk(inner, segments, found);
            return;
        }
        var exact = Path.Combine(folder, segments[0]);
        if (Path.Exists(exact))
        {
            if (segments.Length == 1 || Directory.Exists(exact)) Walk(exact, segments[1..], found);
            return;
        }
        foreach (var entry in Entries(folder, foldersOnly: segments.Length > 1))
            if (Matches(Path.GetFileName(entry), segments[0]))
                Walk(entry, segments[1..], found);
    }

    /// <summary>What a folder holds; nothing when it is no folder or may not be listed.</summary>
    private static string[] Entries(string folder, bool foldersOnly)
    {
        try
        {
            return foldersOnly ? Directory.GetDirectories(folder) : Directory.GetFileSystemEntries(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsLink(string folder) => File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint);

    /// <summary>A run's own results are not data: without this, "**/*.csv" would read them the second time.</summary>
    private static bool IsOutput(string folder) => File.Exists(Path.Combine(folder, "run.json"));

    private static bool Match(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
            {
                for (var skipped = 0; skipped <= name.Length; skipped++)
                    if (Match(name[skipped..], pattern[1..]))
                        return true;
                return false;
            }
            if (name.IsEmpty) return false;
            var length = MatchOne(name[0], pattern);
            if (length == 0) return false;
            pattern = pattern[length..];
            name = name[1..];
        }
        return name.IsEmpty;
    }

    /// <summary>How many characters of the pattern <paramref name="letter"/> matches; 0 when it does not.</summary>
    private static int MatchOne(char letter, ReadOnlySpan<char> pattern)
    {
        if (pattern[0] == '?') return 1;
        var close = pattern[0] == '[' ? ClosingBracket(pattern) : -1;
        if (close < 0) return pattern[..1].Equals([letter], NameComparison) ? 1 : 0;
        var set = pattern[1..close];
        var negated = set[0] is '!' or '^';
        if (negated) set = set[1..];
        var inside = false;
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            inside |= isRange ? letter >= set[i] && letter <= set[i + 2] : letter == set[i];
            if (isRange) i += 2;
        }
        return inside != negated ? close + 1 : 0;
    }

    /// <summary>Where a character class ends; its first member may be a bracket. Negative when it is never closed: then '[' means itself.</summary>
    private static int ClosingBracket(ReadOnlySpan<char> pattern)
    {
        var first = pattern.Length > 1 && pattern[1] is '!' or '^' ? 3 : 2;
        if (pattern.Length <= first) return -1;
        var at = pattern[first..].IndexOf(']');
        return at < 0 ? -1 : first + at;
    }
}
