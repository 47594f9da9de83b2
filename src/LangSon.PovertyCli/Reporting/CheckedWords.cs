using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting;

/// <summary>How the files of a run and what became of them are written.</summary>
internal static class CheckedWords
{
    /// <summary>The word for scripts.</summary>
    public static string Word(CheckedKind kind) => kind switch
    {
        CheckedKind.Input => "input",
        CheckedKind.Output => "output",
        CheckedKind.Approval => "approval",
    };

    /// <summary>The words for people.</summary>
    public static Phrase Of(CheckedKind kind) => kind switch
    {
        CheckedKind.Input => new("đầu vào", "input"),
        CheckedKind.Output => new("kết quả", "output"),
        CheckedKind.Approval => new("phê duyệt", "approval"),
    };

    /// <summary>The word for scripts.</summary>
    public static string Word(FileState state) => state switch
    {
        FileState.Unchanged => "unchanged",
        FileState.Changed => "changed",
        FileState.Missing => "missing",
        FileState.Extra => "extra",
    };

    /// <summary>The words for people.</summary>
    public static Phrase Of(FileState state) => state switch
    {
        FileState.Unchanged => new("nguyên vẹn", "unchanged"),
        FileState.Changed => new("đã bị sửa", "changed"),
        FileState.Missing => new("không còn", "missing"),
        FileState.Extra => new("thêm vào", "extra"),
    };
}
