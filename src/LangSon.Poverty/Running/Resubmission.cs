using LangSon.Poverty.Aggregation;

namespace LangSon.Poverty.Running;

/// <summary>What became of a household between a file and the one that stands in its place.</summary>
public enum HouseholdChange
{
    /// <summary>In the new file only.</summary>
    Added,

    /// <summary>In the old file only.</summary>
    Removed,

    /// <summary>In both, in another class.</summary>
    ClassChanged,

    /// <summary>The new file says that it left.</summary>
    Left,

    /// <summary>It counted and is rejected now.</summary>
    Rejected,

    /// <summary>It was rejected, or had left, and counts now.</summary>
    Counted,
}

/// <summary>A household of which the two files say different things.</summary>
/// <param name="ShownId">Its id as lists show it.</param>
/// <param name="CommuneCode">Its commune; empty where none is known.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Old">How it stood; absent where it was not in the old file.</param>
/// <param name="New">How it stands; absent where it is not in the new one.</param>
public sealed record ChangedHousehold(string ShownId, string CommuneCode, HouseholdChange Change, Standing Old, Standing New);

/// <summary>A file that others stand in the place of, and what changed.</summary>
/// <param name="Round">The round.</param>
/// <param name="Old">The superseded file.</param>
/// <param name="New">The files in its place.</param>
/// <param name="Households">The households that changed, those of the old file in its order, then the added ones; null where a file can't be read.</param>
public sealed record Resubmission(Round Round, string Old, IReadOnlyList<string> New, IReadOnlyList<ChangedHousehold>? Households)
{
    /// <summary>How many households changed so.</summary>
    public int Count(HouseholdChange change) => Households?.Count(household => household.Change == change) ?? 0;

    /// <summary>
    /// All superseded files of a run, by round and name. Each pair of old and new is read as two rounds of a run of its own,
    /// so that copies and rejected rows are judged as ever and nothing touches the figures; held are the households of one pair.
    /// </summary>
    public static IReadOnlyList<Resubmission> Of(IReadOnlyList<Round> rounds, RunSettings settings, CancellationToken cancel = default)
    {
        var quiet = settings with { OnRead = null, SkipsBadFiles = false, Geography = null, Tags = null, Links = [] };
        return
        [
            .. from round in rounds
               from submission in (round.Submissions?.All ?? []).DistinctBy(submission => submission.File)
               where submission.SupersededBy.Count > 0
               let old = round.LeftOut.FirstOrDefault(file => file.Name == submission.File)
               where old is not null
               orderby round.Date, old.Name
               select Between(round, old, [.. round.Files.Where(file => submission.SupersededBy.Contains(file.Name))], quiet, cancel),
        ];
    }

    private static Resubmission Between(Round round, SourceFile old, SourceFile[] now, RunSettings settings, CancellationToken cancel)
    {
        Round[] pair = [Alone(round, "old", [old]), Alone(round, "new", now)];
        var outcome = new Run(pair, settings).Execute(cancel);
        var names = now.Select(file => file.Name).ToArray();
        if (outcome.Results is null || now.Length == 0) return new(round, old.Name, names, null);
        var (before, after) = (Standings(pair[0], outcome.Files[0], settings), Standings(pair[1], outcome.Files[1], settings));
        var changed = before.Select(entry => Changed(entry.Value, after.TryGetValue(entry.Key, out var other) ? other : null))
            .Concat(after.Where(entry => !before.ContainsKey(entry.Key)).Select(entry => Changed(null, entry.Value)));
        return new(round, old.Name, names, [.. changed.OfType<ChangedHousehold>()]);
    }

    /// <summary>Some files of a round as a round of their own; a new one, since members are kept with the round.</summary>
    private static Round Alone(Round round, string id, SourceFile[] files)
    {
        var own = round.MemberFiles.Concat(round.LeftOutMembers).Where(members => files.Any(file => file.Name == members.Name)).ToArray();
        return new Round { Id = id, Year = round.Year, Date = round.Date, Law = round.Law, IsWhatIf = round.IsWhatIf, Coverage = round.Coverage, Files = files, MemberFiles = own.Length > 0 ? own : round.MemberFiles };
    }

    private sealed record Stood(string ShownId, string CommuneCode, Standing Standing);

    /// <summary>How each household stands in the files, in the order of their lines; of copies the one that counts.</summary>
    private static Dictionary<UInt128, Stood> Standings(Round round, IReadOnlyList<FilePass> files, RunSettings settings)
    {
        var all = new Dictionary<UInt128, Stood>();
        ReadAgain.ForEach(round, files, settings, row =>
        {
            if (!row.Household.HasKey) return;
            var standing = row.Rejected is not null ? Standing.Rejected : Pass.Standing(row.Household, round.Law, settings.Official);
            if (standing == Standing.Rejected && all.ContainsKey(row.Household.Key)) return;
            all[row.Household.Key] = new Stood(row.Reader.ShownId, row.Household.Commune?.Code ?? "", standing);
        });
        return all;
    }

    private static ChangedHousehold? Changed(Stood? old, Stood? now)
    {
        var (before, after) = (old?.Standing ?? Standing.Absent, now?.Standing ?? Standing.Absent);
        if (before == after) return null;
        var change = before == Standing.Absent ? HouseholdChange.Added
            : after == Standing.Absent ? HouseholdChange.Removed
            : after == Standing.Left ? HouseholdChange.Left
            : after == Standing.Rejected ? HouseholdChange.Rejected
            : before is Standing.Rejected or Standing.Left ? HouseholdChange.Counted
            : HouseholdChange.ClassChanged;
        var shown = (now ?? old)!;
        return new(shown.ShownId, shown.CommuneCode.Length > 0 ? shown.CommuneCode : old?.CommuneCode ?? "", change, before, after);
    }
}
