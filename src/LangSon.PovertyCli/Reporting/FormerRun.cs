using System.Globalization;
using System.Security.Cryptography;
using LangSon.Poverty.Collection;

namespace LangSon.PovertyCli.Reporting;

/// <summary>What a folder holds before a run writes there.</summary>
internal enum FormerRun
{
    /// <summary>Nothing: there is no such folder, or it is empty.</summary>
    None,

    /// <summary>A run of ours, as it was written.</summary>
    Unchanged,

    /// <summary>A run of ours with files added, removed or edited since.</summary>
    Changed,

    /// <summary>An approved run: later years are measured from it.</summary>
    Approved,

    /// <summary>Something else.</summary>
    Foreign,
}

/// <summary>Tells what a folder holds by its run.json, which lists every other file with size and hash.</summary>
internal static class FormerRuns
{
    /// <summary>The file that makes a folder a run.</summary>
    public const string RunJson = "run.json";

    /// <summary>The file that makes a run an approved one.</summary>
    public const string OfficialCsv = Approval.OfficialFile;

    /// <summary>What <paramref name="folder"/> holds.</summary>
    public static FormerRun Look(string folder)
    {
        var files = Files(folder);
        if (files.Count == 0) return FormerRun.None;
        if (!files.Contains(RunJson) || RunRecord.Read(File.ReadAllBytes(Path.Combine(folder, RunJson))) is not { } record) return FormerRun.Foreign;
        if (files.Contains(OfficialCsv)) return FormerRun.Approved;
        files.Remove(RunJson);
        return files.SetEquals(record.Outputs.Select(file => file.Path)) && record.Outputs.All(file => IsAsWritten(Path.Combine(folder, file.Path), file))
            ? FormerRun.Unchanged
            : FormerRun.Changed;
    }

    /// <summary>A text that differs when any file of the folder was added, removed or written since; quick, as nothing is read.</summary>
    public static string Fingerprint(string folder) => string.Join('\n', Files(folder).Order(StringComparer.Ordinal).Select(name =>
    {
        var file = new FileInfo(Path.Combine(folder, name));
        return string.Create(CultureInfo.InvariantCulture, $"{name} {(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks}");
    }));

    /// <summary>Everything in the folder and below, by its path with '/'; folders are counted only where they are empty.</summary>
    public static HashSet<string> Files(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(path => !Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsAsWritten(string path, WrittenFile listed)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null || file.Length != listed.Bytes) return false;
        using var stream = file.OpenRead();
        return string.Equals(Convert.ToHexString(SHA256.HashData(stream)), listed.Sha256, StringComparison.OrdinalIgnoreCase);
    }
}
