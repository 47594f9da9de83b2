using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>Finds the file that somebody probably meant who named one that is not there.</summary>
internal static class NearestFile
{
    /// <summary>The end of a complaint about <paramref name="path"/>: the nearest name in its folder; nothing when none is near.</summary>
    public static Phrase Hint(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (folder is "") folder = ".";
        if (folder is null || !Directory.Exists(folder)) return "";
        var typed = Path.GetFileName(path);
        string[] names = [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))];
        // Another year's file is hardly what was meant, however few letters differ.
        var near = Nearest.To(typed, names.Where(name => Digits(name) == Digits(typed))) ?? Nearest.To(typed, names);
        return near is null ? "" : new Phrase($"; tên gần nhất là \"{near}\"", $"; nearest is \"{near}\"");
    }

    private static string Digits(string name) => string.Concat(name.Where(char.IsAsciiDigit));
}
