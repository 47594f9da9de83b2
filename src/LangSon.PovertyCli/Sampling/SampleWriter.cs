using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Sampling;

/// <summary>Streams the households of one round into a file and counts the register beside it.</summary>
internal static class SampleWriter
{
    /// <summary>
    /// Writes the households that belong to <paramref name="form"/> and returns their number. With a list form a household
    /// that left is written too, marked as such, so that its absence is told apart from an escape.
    /// </summary>
    public static int Write(SampleRound round, HouseholdTable table, SampleForm form, RowWriter to, RegisterTally? register, CancellationToken stop)
    {
        to.Header(table.Names);
        var rows = 0;
        for (var home = 0; home < round.Homes; home++)
        {
            stop.ThrowIfCancellationRequested();
            for (var dwelling = 0; dwelling < round.Dwellings(home); dwelling++)
            {
                if (form != SampleForm.Census && round.Leaver(home, dwelling, out var leaver)
                    && (SampleRound.Listed(leaver.Class) || SampleRound.Listed(leaver.Recognised)))
                {
                    table.Write(leaver, to);
                    rows++;
                }
                round.Resident(home, dwelling, out var household);
                register?.Add(household);
                if (!Belongs(round, form, household)) continue;
                table.Write(household, to);
                rows++;
            }
        }
        return rows;
    }

    private static bool Belongs(SampleRound round, SampleForm form, in SampleHousehold household) => form switch
    {
        SampleForm.Census => true,
        // Those that the rules or the commune find poor or near-poor: whichever of the two decides, none is missing.
        SampleForm.PoorList => SampleRound.Listed(household.Class) || SampleRound.Listed(household.Recognised),
        SampleForm.Reviewed => SampleRound.Listed(household.Class) || SampleRound.Listed(household.Recognised)
            || round.WasListed(household) || round.AsksForReview(household),
    };
}
