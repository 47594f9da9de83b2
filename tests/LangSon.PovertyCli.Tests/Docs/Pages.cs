using System.Text.RegularExpressions;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>The Markdown pages of the repository, and the parts of them that are generated.</summary>
internal static partial class Pages
{
    /// <summary>All of them, by their paths from the root.</summary>
    public static IEnumerable<string> All() => Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)
            && !path.StartsWith("out/", StringComparison.Ordinal) && !path.StartsWith("artifacts/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of a page, with LF line ends.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    /// <summary>
    /// Compares what stands between <c>&lt;!-- NAME; a test compares the two --&gt;</c> and <c>&lt;!-- end --&gt;</c> with what is
    /// generated. With UPDATE_GENERATED=1 it is written instead.
    /// </summary>
    public static void SameBlock(string path, string name, string generated)
    {
        var block = new Regex($@"(<!-- {Regex.Escape(name)}; a test compares the two -->\n)(.*?)(?=<!-- end -->)", RegexOptions.Singleline);
        var text = Read(path);
        Assert.Single(block.Matches(text));
        Repository.Same(path, block.Replace(text, match => match.Groups[1].Value + generated));
    }

    /// <summary>
    /// Runs the commands of a page's bash blocks one after the other in a folder with the samples, as a reader would; each
    /// must do its work, whatever the targets. Returns how many there are.
    /// </summary>
    public static async Task<int> RunCommandsAsync(string path)
    {
        using var folder = new SampleCopy();
        string[] commands = [.. Fence().Matches(Read(path)).SelectMany(block => block.Groups[1].Value.Split('\n')).Select(line => line.Trim()).Where(line => line.StartsWith("poverty ", StringComparison.Ordinal))];
        foreach (var command in commands)
        {
            var outcome = await Binary.RunAsync(CommandWords.Split(command).Skip(1), folder.Path);
            Assert.True(outcome.ExitCode is (int)ExitCode.Done or (int)ExitCode.TargetMissed, $"{command}: {outcome.ExitCode} {outcome.Error}");
        }
        return commands.Length;
    }

    /// <summary>A Markdown table.</summary>
    public static string Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Prepend([.. headers.Select(_ => "---")]).Prepend(headers)
            .Select(cells => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n"));

    /// <summary>The headings, as the names that links to them bear.</summary>
    public static IEnumerable<string> Anchors(string text) => Heading().Matches(text)
        .Select(match => string.Concat(match.Groups[1].Value.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-'));

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
