using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>Leaves out of each round the files that do not stand for a unit.</summary>
public static class SubmittedRounds
{
    /// <summary>The rounds with the files that are to be read; faults of the table are its own.</summary>
    /// <param name="rounds">The rounds by date, with all files that their patterns match.</param>
    /// <param name="table">The table of submissions; null: there is none.</param>
    /// <param name="newest">The rule; null: there is none.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="fault">Takes what is left open between files.</param>
    public static IReadOnlyList<Round> Of(IReadOnlyList<Round> rounds, PlainTable? table, NewestRule? newest, RunSettings settings, Action<Phrase> fault)
    {
        if (rounds.Count == 0 || (table is null && newest is null)) return rounds;
        var rows = table is null ? null : SubmissionTable.ByRound(table, [.. rounds.Select(round => (round.Id, round.Year))]);
        return [.. rounds.Select((round, number) => Of(round, rows is not null && rows[number].Any() ? rows[number] : null, newest, settings, fault))];
    }

    /// <summary>The listed files that are not there, of all rounds (PV1001).</summary>
    public static IEnumerable<Finding> Absent(IEnumerable<Round> rounds) => rounds.SelectMany(round => round.Submissions?.Absent ?? []);

    private static Round Of(Round round, IEnumerable<PlainTable.Row>? listed, NewestRule? newest, RunSettings settings, Action<Phrase> fault)
    {
        var gazetteer = settings.Areas is { } areas ? new Gazetteer(areas, settings.Changes, round.Date) : null;
        if (RoundSubmissions.Decide([.. round.Files.Select(file => file.Name)], [.. round.MemberFiles.Select(file => file.Name)], listed, newest, gazetteer, fault) is not { } submissions) return round;
        return round with
        {
            Submissions = submissions,
            Files = [.. round.Files.Where(file => !submissions.LeftOut.Contains(file.Name))],
            MemberFiles = [.. round.MemberFiles.Where(file => !submissions.LeftOut.Contains(file.Name))],
            LeftOutMembers = [.. round.MemberFiles.Where(file => submissions.LeftOut.Contains(file.Name))],
            LeftOut = [.. round.Files.Where(file => submissions.LeftOut.Contains(file.Name))],
        };
    }
}
