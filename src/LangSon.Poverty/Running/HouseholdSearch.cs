using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Findings;

namespace LangSon.Poverty.Running;

/// <summary>A round with the rows of one household; none where it does not stand in the round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Rows">Its rows in the order of files and lines: more than one are copies.</param>
public sealed record HouseholdRound(Round Round, IReadOnlyList<ExplainedRow> Rows);

/// <summary>
/// Finds the rows of a household in all rounds of a run that has been carried out. Files are read to their ends: a copy of
/// a household may stand in the last line of the last one.
/// </summary>
public sealed class HouseholdSearch(IReadOnlyList<Round> rounds, RunSettings settings, IReadOnlyList<IReadOnlyList<FilePass>> files)
{
    /// <summary>
    /// Every round with its rows of the household that lists show as <paramref name="id"/>; rows that are shown otherwise,
    /// as where ids are composed, are known by their key. Empty when no row is shown so.
    /// </summary>
    public IReadOnlyList<HouseholdRound> Find(string id)
    {
        var keys = new HashSet<UInt128>();
        var isShown = false;
        ForEach((_, row) =>
        {
            if (row.Reader.ShownId != id) return;
            isShown = true;
            if (row.Household.HasKey) keys.Add(row.Household.Key);
        });
        if (!isShown) return [];
        return [.. rounds.Select((round, number) => new HouseholdRound(round, Rows(round, files[number], id, keys)))];
    }

    /// <summary>The id of a list that looks most like <paramref name="id"/>; null when none is near.</summary>
    public string? Nearest(string id)
    {
        string? best = null;
        // One slip, a swap in the middle too, leaves the beginning or the end as it is: only ids that share one are looked at closely.
        var (first, second) = (id[..((id.Length - 1) / 2)], id[((id.Length / 2) + 1)..]);
        ForEach((_, row) =>
        {
            var shown = row.Reader.ShownId;
            if (shown.StartsWith(first, StringComparison.Ordinal) || shown.EndsWith(second, StringComparison.Ordinal))
                best = Text.Nearest.To(id, best is null ? [shown] : [best, shown]);
        });
        return best;
    }

    private List<ExplainedRow> Rows(Round round, IReadOnlyList<FilePass> passes, string id, HashSet<UInt128> keys)
    {
        var members = MembersAgain.Of(round, keys);
        var rows = new List<ExplainedRow>();
        ForEachOf(round, row => rows.Add(ExplainedRow.Of(row, round, settings, [.. members[row.Household.Key]])));
        var also = new List<(Place Place, FurtherClass Class)>();
        foreach (var further in round.Also)
            ForEachOf(further, row => also.Add((row.Reader.Place, new(further, Pass.Computed(row.Household, further.Law), Explanation.Of(row.Household.Facts, further.Law)))));
        return [.. rows.Select(row => row with { Also = [.. also.Where(entry => entry.Place == row.Place).Select(entry => entry.Class)] })];

        void ForEachOf(Round of, Action<RowAgain> visit) => ReadAgain.ForEach(of, passes, settings, row =>
        {
            if (row.Household.HasKey ? keys.Contains(row.Household.Key) : row.Reader.ShownId == id) visit(row);
        });
    }

    private void ForEach(Action<int, RowAgain> visit)
    {
        for (var round = 0; round < rounds.Count; round++)
        {
            var number = round;
            ReadAgain.ForEach(rounds[round], files[round], settings, row => visit(number, row));
        }
    }
}
