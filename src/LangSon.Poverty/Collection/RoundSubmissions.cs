using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>Which files stand for their units in a round, as table and rule have it before anything is read.</summary>
public sealed class RoundSubmissions
{
    private RoundSubmissions(IReadOnlyList<Submission> all) => All = all;

    /// <summary>Every submission that the table lists or whose unit a file's name tells, in the order of the table, then of files.</summary>
    public IReadOnlyList<Submission> All { get; }

    /// <summary>The files that are not read: superseded, returned or refused.</summary>
    public IReadOnlySet<string> LeftOut => field ??= All.Where(submission => submission is { File: not null, IsRead: false }).Select(submission => submission.File!).ToHashSet(StringComparer.Ordinal);

    /// <summary>The files of households that a table in use does not list: they are read (PV1053).</summary>
    public IReadOnlyList<string> Unlisted { get; private init; } = [];

    /// <summary>The listed files that are not there (PV1001).</summary>
    public IReadOnlyList<Finding> Absent { get; private init; } = [];

    /// <summary>
    /// Decides; null where neither table nor rule says anything of the round. Of several files of a unit that the table
    /// leaves open the newest by name stands, without a rule the one received last; what they leave open is a fault.
    /// </summary>
    /// <param name="files">The files of households that the round's patterns match.</param>
    /// <param name="members">Those of members: of a workbook that holds both there is one fate.</param>
    /// <param name="rows">The rows that a table has of the round; null: it says nothing of it.</param>
    /// <param name="newest">The rule; null: there is none.</param>
    /// <param name="gazetteer">The units of the round's day; null where areas come from the data.</param>
    /// <param name="fault">Takes what is left open between files.</param>
    public static RoundSubmissions? Decide(IReadOnlyList<string> files, IReadOnlyList<string> members, IEnumerable<PlainTable.Row>? rows,
        NewestRule? newest, Gazetteer? gazetteer, Action<Phrase> fault)
    {
        var names = files.Union(members).ToArray();
        var table = rows is null ? null : new SubmissionTable(names, gazetteer);
        var stated = table?.Of(rows!) ?? [];
        var told = newest is null ? [] : names.Select(file => (File: file, Told: newest.Match(file))).Where(file => file.Told is not null).ToDictionary(file => file.File, file => file.Told!.Value, StringComparer.Ordinal);
        if (table is null && told.Count == 0) return null;
        var known = stated.Select(item => item.Submission.File).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // A file that the table does not list is of the unit that it shares its name's unit with, or that the name itself tells.
        var listedAs = stated.Where(item => item.Submission.File is { } file && told.ContainsKey(file)).DistinctBy(item => Folding.Key(told[item.Submission.File!].Unit))
            .ToDictionary(item => Folding.Key(told[item.Submission.File!].Unit), item => item.Submission);
        Submission[] all =
        [
            .. stated.Select(item => item.Submission),
            .. told.Where(file => !known.Contains(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => listedAs.TryGetValue(Folding.Key(file.Value.Unit), out var other)
                ? other with { File = file.Key, Named = null, Received = null, Stated = null }
                : new Submission(file.Value.Unit, Named(gazetteer, file.Value.Unit), file.Key, null, null)),
        ];
        var contest = new Contest(all, told.ToDictionary(file => file.Key, file => file.Value.Version, StringComparer.Ordinal), members.Except(files).ToHashSet(StringComparer.Ordinal));
        var decided = new RoundSubmissions(contest.Decide(fault))
        {
            Unlisted = table is null ? [] : [.. files.Where(file => !known.Contains(file))],
            Absent = table?.Absent ?? [],
        };
        foreach (var file in decided.All.Where(submission => submission.File is not null).GroupBy(submission => submission.File!).Where(file => file.Select(submission => submission.IsRead).Distinct().Count() > 1))
            fault(new($"{file.Key} được dùng cho đơn vị này nhưng không cho đơn vị khác ({string.Join(", ", file.Select(submission => submission.Unit))}); một tệp chỉ có thể được đọc hoặc không", $"{file.Key} counts for one unit and not for another ({string.Join(", ", file.Select(submission => submission.Unit))}); a file is read or it is not"));
        return decided;
    }

    private static Area? Named(Gazetteer? gazetteer, string unit) =>
        gazetteer is not null && SubmissionTable.UnitsOf(gazetteer, unit.Replace('_', ' ')) is [var only] ? only : null;

    /// <summary>The files of each unit held against each other.</summary>
    private sealed class Contest(IReadOnlyList<Submission> all, IReadOnlyDictionary<string, string> versions, IReadOnlySet<string> members)
    {
        public IReadOnlyList<Submission> Decide(Action<Phrase> fault)
        {
            var units = all.Where(submission => submission.File is not null).GroupBy(submission => (submission.Key, members.Contains(submission.File!)));
            var winners = units.ToDictionary(unit => unit.Key, unit => Standing([.. unit], fault));
            return [.. all.Select(submission => submission with { SupersededBy = Instead(submission) })];

            string[] Instead(Submission submission) =>
                submission is { File: { } file, Stated: null or SubmissionState.Superseded } && winners[(submission.Key, members.Contains(file))] is var standing && !standing.Contains(file) ? standing : [];
        }

        /// <summary>The files of a unit that count: those that the table accepts, and one of those that it leaves open.</summary>
        private string[] Standing(IReadOnlyList<Submission> unit, Action<Phrase> fault)
        {
            var accepted = unit.Where(submission => submission.Stated == SubmissionState.Accepted).Select(submission => submission.File!);
            var open = unit.Where(submission => submission.Stated is null).ToArray();
            return [.. accepted, .. open.Length < 2 ? open.Select(submission => submission.File!) : [Newest(open, fault)]];
        }

        private string Newest(Submission[] open, Action<Phrase> fault)
        {
            var byName = open.All(submission => versions.ContainsKey(submission.File!));
            var best = open[0];
            foreach (var other in open.Skip(1))
            {
                var order = byName ? NewestRule.Compare(versions[best.File!], versions[other.File!])
                    : best.Received is { } first && other.Received is { } second ? first.CompareTo(second) : 0;
                if (order == 0) fault(Tie(best, other, byName));
                if (order < 0) best = other;
            }
            return best.File!;
        }

        private static Phrase Tie(Submission one, Submission other, bool byName) => byName
            ? new($"{one.File} và {other.File} đều của {one.Unit} và cùng phiên bản; hãy ghi trạng thái của từng tệp trong bảng submissions", $"{one.File} and {other.File} are both of {one.Unit} and of the same version; state in the table of submissions which one counts")
            : new($"{one.File} và {other.File} đều của {one.Unit} và ngày nhận không cho biết tệp nào mới hơn; hãy ghi trạng thái hoặc ngày nhận khác nhau", $"{one.File} and {other.File} are both of {one.Unit} and the days received do not tell which is newer; state which one counts, or different days");
    }
}
