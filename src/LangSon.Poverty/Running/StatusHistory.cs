using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Running;

/// <summary>
/// Whether the status that a form gives of the past is what the round of the year before has (PV5012): who is told poor or
/// near-poor was that, and who is told escaped was not still in it. An escape may be of any earlier year, so that who was not
/// poor the year before may well be told escaped. Households that are not in both rounds say nothing.
/// </summary>
/// <param name="rounds">The rounds in date order.</param>
/// <param name="settings">What holds for all of them.</param>
/// <param name="ledger">All households of all rounds.</param>
internal sealed class StatusHistory(IReadOnlyList<Round> rounds, RunSettings settings, Ledger ledger)
{
    /// <summary>Reports the contradictions of every round that has one of the year before.</summary>
    public void Check(IReadOnlyList<IReadOnlyList<FilePass>> files)
    {
        for (var now = 1; now < rounds.Count; now++)
        {
            var year = rounds[now].Year - 1;
            var before = Enumerable.Range(0, now).LastOrDefault(round => rounds[round].Year == year && files[round].Count > 0, -1);
            if (before >= 0 && files[now].Any(file => file.Header?["previous_status"] >= 0)) Check(before, now, files);
        }
    }

    private void Check(int before, int now, IReadOnlyList<IReadOnlyList<FilePass>> files)
    {
        var doubtful = new HashSet<(ushort File, uint Row)>();
        var earlier = new HashSet<(ushort File, uint Row)>();
        ledger.ForEach(entries =>
        {
            var (past, present) = (entries[before], entries[now]);
            if (!past.IsPresent || !present.IsPresent || past.Standing == Standing.Undetermined || !Contradicts(present.Previous, past.Class)) return;
            doubtful.Add((present.File, present.Row));
            earlier.Add((past.File, past.Row));
        });
        if (doubtful.Count == 0) return;
        // A commune that decided otherwise than the rules has said so then (PV5009); its own decision is what this form tells.
        var decided = new Dictionary<UInt128, PovertyClass>();
        ReadAgain.Only(rounds[before], files[before], earlier, settings, row =>
        {
            if ((row.Household.Recognised ?? row.Household.Reported) is { } told) decided[row.Household.Key] = told;
        });
        ReadAgain.Only(rounds[now], files[now], doubtful, settings, row =>
        {
            if (decided.TryGetValue(row.Household.Key, out var told) && !Contradicts(row.Household.Previous, told)) return;
            row.File.Log.Add(row.Reader.DescribeStatus(ledger.Find(row.Household.Key, before).Class, rounds[before].Id));
        });
    }

    private static bool Contradicts(PreviousStatus told, PovertyClass past) => told switch
    {
        PreviousStatus.None => false,
        PreviousStatus.Poor => past != PovertyClass.Poor,
        PreviousStatus.NearPoor => past != PovertyClass.NearPoor,
        PreviousStatus.Escaped => past == PovertyClass.Poor,
        PreviousStatus.EscapedNearPoor => past is PovertyClass.Poor or PovertyClass.NearPoor,
    };
}
