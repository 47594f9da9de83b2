using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The folder that a run is to write, and whether it may.</summary>
/// <param name="Shown">The folder as the user typed it.</param>
/// <param name="FullPath">Its full path.</param>
internal sealed record OutputTarget(string Shown, string FullPath)
{
    /// <summary>The name of the folder itself.</summary>
    public string Name => Path.GetFileName(FullPath);

    /// <summary>The folder that it lies in, where locks and temporary folders go.</summary>
    public string Parent => Path.GetDirectoryName(FullPath)!;

    /// <summary>
    /// The target that was typed; stops with exit 2 when it can never be one: a root, a file, a link, or a folder that
    /// inputs lie in, as it is replaced as a whole.
    /// </summary>
    /// <param name="typed">The folder as typed.</param>
    /// <param name="currentFolder">The full path that it is relative to.</param>
    /// <param name="inputs">The full paths of all inputs.</param>
    public static OutputTarget Of(string typed, string currentFolder, IEnumerable<string> inputs)
    {
        if (typed.Length == 0) throw Refusal(new("--out cần một thư mục", "--out needs a folder"));
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed, currentFolder));
        if (Path.GetDirectoryName(full) is null) throw Refusal(new($"{typed} là thư mục gốc; hãy nêu một thư mục trong đó", $"{typed} is the root of a file system; name a folder in it"));
        if (new FileInfo(full).LinkTarget is not null) throw Refusal(new($"{typed} là một liên kết; hãy nêu chính thư mục đó", $"{typed} is a link; name the folder itself"));
        if (File.Exists(full)) throw Refusal(new($"{typed} là một tệp; hãy nêu một thư mục", $"{typed} is a file; name a folder"));
        var inside = inputs.FirstOrDefault(input => input.StartsWith(full + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        if (inside is not null) throw Refusal(new($"{typed} chứa tệp đầu vào {Path.GetRelativePath(full, inside)}; hãy chọn thư mục khác cho kết quả", $"{typed} holds the input {Path.GetRelativePath(full, inside)}; choose another folder for the outputs"));
        return new OutputTarget(typed, full);
    }

    /// <summary>Stops with exit 2 when what the folder holds now must not be replaced.</summary>
    /// <param name="force">Whether a former run may be replaced although it was changed by hand.</param>
    public void Judge(bool force)
    {
        try
        {
            switch (FormerRuns.Look(FullPath))
            {
                case FormerRun.Approved:
                    throw Refusal(new($"{Shown} chứa kết quả đã phê duyệt ({FormerRuns.OfficialCsv}), không bao giờ bị ghi đè; hãy chọn thư mục khác", $"{Shown} holds an approved run ({FormerRuns.OfficialCsv}); it is never replaced, choose another folder"));
                case FormerRun.Foreign:
                    throw Refusal(new($"{Shown} chứa thứ không phải kết quả của chương trình này; hãy chọn thư mục khác hoặc làm trống nó", $"{Shown} holds something that is not a run of this program; choose another folder or empty it"));
                case FormerRun.Changed when !force:
                    throw Refusal(new($"{Shown} chứa kết quả đã bị sửa bằng tay; dùng --force để ghi đè, hoặc chọn thư mục khác", $"{Shown} holds a run that was changed by hand; use --force to replace it, or choose another folder"));
                case FormerRun.Changed or FormerRun.Unchanged or FormerRun.None:
                    break;
            }
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(Shown, error);
        }
    }

    private static ExitException Refusal(Phrase reason) => new(ExitCode.Usage, reason.With(" (PV9007)"));
}
