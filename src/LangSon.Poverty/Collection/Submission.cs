using LangSon.Poverty.Areas;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>What became of what a unit sent in.</summary>
public enum SubmissionState
{
    /// <summary>Nothing came (chưa nộp).</summary>
    Missing,

    /// <summary>It came and is not taken (không nhận).</summary>
    Refused,

    /// <summary>It was sent back to be mended (trả lại).</summary>
    Returned,

    /// <summary>It counts (đã nhận).</summary>
    Accepted,

    /// <summary>Another file of the unit stands in its place (đã thay thế).</summary>
    Superseded,
}

/// <summary>A file that a unit sent in for a round, or a unit that sent none.</summary>
/// <param name="Unit">The unit as the table writes it, or as the file's name has it.</param>
/// <param name="Area">The unit of the area list; null where none is known, as where areas come from the data.</param>
/// <param name="File">The file as the run names it; null: none came.</param>
/// <param name="Received">The day on which it came; null: not stated.</param>
/// <param name="Stated">What the table says became of it; null: it says nothing.</param>
public sealed record Submission(string Unit, Area? Area, string? File, DateOnly? Received, SubmissionState? Stated)
{
    /// <summary>The file as the table writes it, whether it is there or not; null: it names none.</summary>
    public string? Named { get; init; }

    /// <summary>The files of the unit that stand in its place; empty while it stands itself.</summary>
    public IReadOnlyList<string> SupersededBy { get; init; } = [];

    /// <summary>Whether the file counts as far as is known before it is read.</summary>
    public bool IsRead => Stated is null or SubmissionState.Accepted && SupersededBy.Count == 0;

    /// <summary>What tells the submissions of one unit from those of another.</summary>
    internal string Key => Area is null ? Folding.Key(Unit) : $"{Area.Level} {Area.Code}";
}

/// <summary>The words for states, in tables and for people.</summary>
public static class SubmissionWords
{
    /// <summary>The word for scripts.</summary>
    public static string Word(this SubmissionState state) => state switch
    {
        SubmissionState.Missing => "missing",
        SubmissionState.Refused => "refused",
        SubmissionState.Returned => "returned",
        SubmissionState.Accepted => "accepted",
        SubmissionState.Superseded => "superseded",
    };

    /// <summary>The words for people.</summary>
    public static Phrase Phrase(this SubmissionState state) => state switch
    {
        SubmissionState.Missing => new("chưa nộp", "missing"),
        SubmissionState.Refused => new("không nhận", "refused"),
        SubmissionState.Returned => new("trả lại", "returned"),
        SubmissionState.Accepted => new("đã nhận", "accepted"),
        SubmissionState.Superseded => new("đã thay thế", "superseded"),
    };

    /// <summary>The state that a row of the table names in either language; null where it names none.</summary>
    internal static SubmissionState? StateOf(PlainTable.Row row)
    {
        var key = Folding.Key(row["state"]);
        if (key.Length == 0) return null;
        var states = Enum.GetValues<SubmissionState>();
        foreach (var state in states)
            if (key == state.Word() || key == Folding.Key(state.Phrase().Vi))
                return state;
        var words = string.Join(", ", states.Select(Word));
        row.Fault("state", new Phrase($"\"{row["state"]}\" không thuộc các từ {string.Join(", ", states.Select(state => state.Phrase().Vi))} ({words})", $"\"{row["state"]}\" is not one of {words}")
            .With(Nearest.Hint(Nearest.To(key, states.Select(Word)))));
        return null;
    }
}
