using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// Tells which communes of a round sent something that counts. The question is asked where a table or rule says which files
/// stand for units, and where the run goes on without a file; elsewhere a round is what its files hold.
/// </summary>
internal sealed class Reception(Round round, IReadOnlyList<FilePass> files, Tally tally)
{
    private readonly HashSet<string> _refused = files.Where(file => file.IsRefused).Select(file => file.File.Name).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<int> _filled = [.. tally.Nodes()];
    private readonly IReadOnlyList<Submission> _submissions = round.Submissions?.All ?? [];

    /// <summary>What lacks of the units that the round should have; null where nothing does, or nobody asked.</summary>
    public Lacking? Of(AreaFrame frame)
    {
        if (round.Submissions is null && _refused.Count == 0) return null;
        var lacking = frame.Communes.Where(Lacks).ToHashSet();
        return lacking.Count == 0 && _refused.Count == 0 ? null : new Lacking(frame, lacking, _refused.Count);
    }

    /// <summary>Whether the table says of the commune itself that what it sent is taken, be it nothing.</summary>
    public bool IsAccepted(AreaNode commune) => Own(commune).Any(submission => submission.Stated == SubmissionState.Accepted && !IsRefused(submission));

    private bool Lacks(AreaNode commune)
    {
        var own = Own(commune).ToArray();
        if (own.Length == 0) own = [.. _submissions.Where(submission => submission.Area is { } above && commune.Upwards().Any(unit => ReferenceEquals(unit.Unit, above)))];
        // A file that should have been read and could not be leaves a hole, whatever else the commune sent.
        if (own.Any(submission => submission.IsRead && IsRefused(submission))) return true;
        var isThere = own.Any(submission => submission is { IsRead: true, File: not null });
        // Rows that strayed into the file of another commune do not stand for one that sent nothing.
        if (own.Length > 0 && !isThere && own.All(submission => submission.Stated is not (null or SubmissionState.Accepted))) return true;
        return !_filled.Contains(commune.Index) && !IsAccepted(commune);
    }

    private IEnumerable<Submission> Own(AreaNode commune) => _submissions.Where(submission => IsOf(submission, commune));

    /// <summary>Whether a submission is that of a unit.</summary>
    public static bool IsOf(Submission submission, AreaNode unit) => submission.Area is { } area ? ReferenceEquals(unit.Unit, area)
        : unit.Unit is null && Folding.Key(submission.Unit) is var key && (key == Folding.Key(unit.Code) || key == Folding.Key(unit.Name));

    private bool IsRefused(Submission submission) => submission.File is { } file && _refused.Contains(file);
}
