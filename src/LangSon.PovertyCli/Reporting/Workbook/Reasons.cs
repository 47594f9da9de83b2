using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>Why figures of a row can't be given: each reason once, with the rounds that it holds for.</summary>
internal sealed class Reasons
{
    private readonly List<(Phrase Reason, List<string> Rounds)> _all = [];

    /// <summary>Notes a reason; an empty one is none. A row that is of one round or pair names no round.</summary>
    public void Add(string round, Phrase reason)
    {
        if (reason.Vi.Length == 0) return;
        if (_all.Find(entry => entry.Reason == reason) is not { Rounds: not null } known) _all.Add(known = (reason, []));
        if (!known.Rounds.Contains(round)) known.Rounds.Add(round);
    }

    /// <summary>The note of the row; empty when all figures are given.</summary>
    public Entry Note()
    {
        if (_all.Count == 0) return Entry.None;
        string In(Language language) => string.Join("; ", _all.Select(entry => entry.Rounds is [""] ? entry.Reason.In(language) : $"{string.Join(", ", entry.Rounds)}: {entry.Reason.In(language)}"));
        return Entry.Of(new Phrase(In(Language.Vietnamese), In(Language.English)));
    }
}
