using System.Security.Cryptography;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Reporting;

/// <summary>What a file of a run is.</summary>
internal enum CheckedKind
{
    /// <summary>It was read.</summary>
    Input,

    /// <summary>It was written.</summary>
    Output,

    /// <summary>It is part of the approval, or held by it.</summary>
    Approval,
}

/// <summary>What became of a file since the run.</summary>
internal enum FileState
{
    /// <summary>It is as it was.</summary>
    Unchanged,

    /// <summary>Its bytes are others.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It was not there.</summary>
    Extra,
}

/// <summary>A file of a run as it is now.</summary>
/// <param name="Path">Its name in run.json, or in the output folder.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">What became of it.</param>
internal sealed record CheckedFile(string Path, CheckedKind Kind, FileState State);

/// <summary>The output folder of a former run, with what its run.json and approval.json say.</summary>
internal sealed class RunFolder
{
    private readonly byte[] _json;

    private RunFolder(string shown, string fullPath, byte[] json, RunRecord record) => (Shown, FullPath, _json, Record) = (shown, fullPath, json, record);

    /// <summary>The folder as the user typed it.</summary>
    public string Shown { get; }

    /// <summary>Its full path.</summary>
    public string FullPath { get; }

    /// <summary>What run.json says.</summary>
    public RunRecord Record { get; }

    /// <summary>The SHA-256 of run.json.</summary>
    public string RunHash => Convert.ToHexStringLower(SHA256.HashData(_json));

    /// <summary>Whether it holds an approved result.</summary>
    public bool IsApproved => File.Exists(this[Approval.OfficialFile]);

    /// <summary>The full path of a file in it.</summary>
    public string this[string name] => Path.Combine(FullPath, name);

    /// <summary>Opens a folder; stops with exit 2 when it holds no run of ours.</summary>
    public static RunFolder Open(string typed, string currentFolder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed, currentFolder));
        var path = Path.Combine(full, FormerRuns.RunJson);
        if (!File.Exists(path))
            throw new ExitException(ExitCode.Usage, new($"{typed} không phải thư mục kết quả của poverty run: không có {FormerRuns.RunJson}", $"{typed} is no output folder of poverty run: it has no {FormerRuns.RunJson}"));
        try
        {
            var json = File.ReadAllBytes(path);
            return RunRecord.Read(json) is { } record ? new RunFolder(typed, full, json, record)
                : throw new ExitException(ExitCode.Usage, new($"{typed}/{FormerRuns.RunJson} không do chương trình này ghi", $"{typed}/{FormerRuns.RunJson} was not written by this program"));
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw Unreadable($"{typed}/{FormerRuns.RunJson}", error);
        }
    }

    /// <summary>The files that run.json lists as written, by name, and those that were added since.</summary>
    public IEnumerable<CheckedFile> Outputs()
    {
        var there = FormerRuns.Files(FullPath);
        foreach (var file in Record.Outputs.OrderBy(file => file.Path, StringComparer.Ordinal))
            yield return new CheckedFile(file.Path, CheckedKind.Output, StateOf(this[file.Path], file.Sha256));
        var known = Record.Outputs.Select(file => file.Path).Append(FormerRuns.RunJson).ToHashSet(StringComparer.Ordinal);
        if (IsApproved) known.UnionWith([Approval.OfficialFile, Approval.FileName]);
        foreach (var file in there.Except(known).Order(StringComparer.Ordinal)) yield return new CheckedFile(file, CheckedKind.Output, FileState.Extra);
    }

    /// <summary>The files that run.json lists as read, looked for where they lay then.</summary>
    public IEnumerable<CheckedFile> Inputs()
    {
        var folder = Path.GetFullPath(Record.InputsFolder ?? ".", FullPath);
        foreach (var file in Record.Inputs)
        {
            var path = Path.GetFullPath(file.Path, folder);
            yield return new CheckedFile(file.Path, CheckedKind.Input, StateOf(Glob.Expand(path) is [var only] ? only : path, file.Sha256));
        }
    }

    /// <summary>The files that an approval fixes; none where there is no approval.</summary>
    public IEnumerable<CheckedFile> ApprovedFiles()
    {
        if (!IsApproved) yield break;
        var approval = ReadApproval();
        yield return new CheckedFile(Approval.FileName, CheckedKind.Approval,
            approval is not null ? FileState.Unchanged : File.Exists(this[Approval.FileName]) ? FileState.Changed : FileState.Missing);
        if (approval is null) yield break;
        yield return new CheckedFile(Approval.OfficialFile, CheckedKind.Approval, StateOf(this[Approval.OfficialFile], approval.OfficialHash));
        yield return new CheckedFile(FormerRuns.RunJson, CheckedKind.Approval, RunHash == approval.RunHash ? FileState.Unchanged : FileState.Changed);
    }

    private Approval? ReadApproval() => File.Exists(this[Approval.FileName]) ? Approval.Read(JsonPart.Read(File.ReadAllBytes(this[Approval.FileName]))) : null;

    private static FileState StateOf(string path, string sha256)
    {
        if (!File.Exists(path)) return FileState.Missing;
        try
        {
            using var stream = File.OpenRead(path);
            return string.Equals(Convert.ToHexString(SHA256.HashData(stream)), sha256, StringComparison.OrdinalIgnoreCase) ? FileState.Unchanged : FileState.Changed;
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw Unreadable(path, error);
        }
    }

    private static ExitException Unreadable(string path, Exception error) =>
        new(ExitCode.Input, new($"không đọc được {path}: {error.Message}", $"cannot read {path}: {error.Message}"), error);
}
