using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;

namespace LangSon.Poverty.Running;

/// <summary>
/// Tells what came of every unit and file of a round once it has been read. The rows of the status are the rows of the
/// files: nothing is counted twice and nothing left out.
/// </summary>
public sealed class CollectionStatus
{
    private readonly int _number;
    private readonly Round _round;
    private readonly Results? _results;
    private readonly IReadOnlyList<FilePass> _files;
    private readonly IReadOnlyList<Submission> _submissions;
    private readonly Dictionary<AreaNode, Finding[]> _unusual;
    private readonly IReadOnlyList<AreaNode> _units;
    private readonly List<StatusRow> _rows = [];

    private CollectionStatus(RunOutcome outcome, Round round, int number)
    {
        (_number, _round, _results, _files) = (number, round, outcome.Results, outcome.Files[number]);
        // A file of members alone comes with the one of its households.
        _submissions = [.. (round.Submissions?.All ?? []).Where(submission => submission.File is null || round.Files.Concat(round.LeftOut).Any(file => file.Name == submission.File))];
        _units = _results is null ? [] : [.. _results.Rounds[number].Summary.Areas.Where(area => area.Level != AreaLevel.Tag)];
        var step = _results?.Base(number) is { } from ? $"{_results.Rounds[from].Round.Id} → {round.Id}" : null;
        var moved = outcome.Findings.Findings.Where(finding => finding.Code is "PV8005" or "PV8006" && finding.Value == step).ToLookup(finding => finding.CommuneCode);
        _unusual = _units.ToDictionary(unit => unit, unit => unit.Level == AreaLevel.Commune ? moved[unit.Code].ToArray() : []);
    }

    /// <summary>The status of a round of a run.</summary>
    public static RoundStatus Of(RunOutcome outcome, IReadOnlyList<Round> rounds, int number)
    {
        var status = new CollectionStatus(outcome, rounds[number], number);
        status.AddFiles();
        status.AddUnits();
        return new RoundStatus(rounds[number], [.. status._rows.OrderBy(row => row.Area is null).ThenBy(row => row.Area?.Code, StringComparer.Ordinal).ThenBy(row => row.Area?.Level)
            .ThenBy(row => row.File is null).ThenBy(row => row.File, StringComparer.Ordinal)]);
    }

    private void AddFiles()
    {
        foreach (var pass in _files)
        {
            Submission?[] owners = [.. _submissions.Where(submission => submission.File == pass.File.Name)];
            var found = pass.RowsByUnit.Keys.Where(unit => unit.Level == AreaLevel.Commune).ToArray();
            if (owners is [{ } owner] && UnitOf(owner) is null or { Level: AreaLevel.Commune }) Add(UnitOf(owner), pass, owner);
            else if (owners.Length == 0 && found.Length < 2) Add(found.FirstOrDefault(), pass, null);
            else AddParts(pass, owners!, found);
        }
        foreach (var submission in _submissions.Where(submission => submission.File is not null && _files.All(pass => pass.File.Name != submission.File)))
            _rows.Add(Figured(new StatusRow(_round, UnitOf(submission), submission.File, submission.Received, StateOf(submission))));
    }

    private void Add(AreaNode? unit, FilePass pass, Submission? owner) => _rows.Add(Figured(new StatusRow(_round, unit, pass.File.Name, owner?.Received, StateOf(pass))
    {
        Accepted = pass.IsRefused ? null : pass.Accepted,
        Rejected = pass.IsRefused ? null : pass.RejectedCount,
        Blank = pass.IsRefused ? null : pass.Blank,
        Findings = pass.Log.Findings,
    }));

    /// <summary>A file of several units: a row for each, and one for what is of none.</summary>
    private void AddParts(FilePass pass, Submission[] owners, AreaNode[] found)
    {
        var units = owners.Select(UnitOf).OfType<AreaNode>().Where(unit => unit.Level == AreaLevel.Commune).Union(found).ToArray();
        var codes = units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var findings = pass.Log.Findings.ToLookup(finding => finding.CommuneCode is { } code && codes.Contains(code) ? code : "");
        foreach (var unit in units)
        {
            var rows = pass.RowsByUnit.GetValueOrDefault(unit);
            var owner = owners.FirstOrDefault(submission => UnitOf(submission) == unit) ?? owners.FirstOrDefault(submission => UnitOf(submission) is { } above && unit.Upwards().Contains(above));
            _rows.Add(Figured(new StatusRow(_round, unit, pass.File.Name, owner?.Received, StateOf(pass))
            {
                Accepted = pass.IsRefused ? null : rows?.Accepted ?? 0,
                Rejected = pass.IsRefused ? null : rows?.Rejected ?? 0,
                Blank = pass.IsRefused ? null : 0,
                Findings = [.. findings[unit.Code]],
            }));
        }
        var counted = units.Select(unit => pass.RowsByUnit.GetValueOrDefault(unit)).OfType<UnitRows>().ToArray();
        var rest = new StatusRow(_round, owners is [{ } only] ? UnitOf(only) : null, pass.File.Name, owners is [{ } one] ? one.Received : null, StateOf(pass))
        {
            Accepted = pass.IsRefused ? null : pass.Accepted - counted.Sum(rows => rows.Accepted),
            Rejected = pass.IsRefused ? null : pass.RejectedCount - counted.Sum(rows => rows.Rejected),
            Blank = pass.IsRefused ? null : pass.Blank,
            Findings = [.. findings[""]],
        };
        if (rest.Read > 0 || rest.Findings.Count > 0) _rows.Add(rest);
    }

    /// <summary>The units of which no file came: those that the table lists, then the rest of those that the round should have.</summary>
    private void AddUnits()
    {
        foreach (var submission in _submissions.Where(submission => submission.File is null))
            _rows.Add(Figured(new StatusRow(_round, UnitOf(submission), submission.Named, submission.Received, StateOf(submission))));
        if (_results is null) return;
        var summary = _results.Rounds[_number].Summary;
        var known = _rows.Select(row => row.Area).ToHashSet();
        foreach (var commune in summary.Communes.Where(commune => !known.Contains(commune)))
            _rows.Add(Figured(new StatusRow(_round, commune, null, null, HasRows(commune) ? SubmissionState.Accepted : SubmissionState.Missing)));
    }

    private static SubmissionState StateOf(FilePass pass) => pass.IsRefused ? SubmissionState.Refused : SubmissionState.Accepted;

    private SubmissionState StateOf(Submission submission)
    {
        if (submission.Stated is { } stated) return stated;
        if (submission.SupersededBy.Count > 0) return SubmissionState.Superseded;
        return submission.Named is null && UnitOf(submission) is { } unit && HasRows(unit) ? SubmissionState.Accepted : SubmissionState.Missing;
    }

    private bool HasRows(AreaNode unit) => _results?.Rounds[_number].Summary is { } summary && summary.Has(unit) && summary.Of(unit, Group.All) is var counts && counts.Rows + counts.Rejected > 0;

    private AreaNode? UnitOf(Submission? submission) => submission is null ? null : _units.FirstOrDefault(unit => Reception.IsOf(submission, unit));

    /// <summary>The row with the figures of its unit, of this round where the file counts, and of the one before in any case.</summary>
    private StatusRow Figured(StatusRow row)
    {
        if (_results is null || row.Area is not { } unit || !_results.Rounds[_number].Summary.Has(unit)) return row;
        if (row.State == SubmissionState.Accepted) row = row with { Poor = Figure("poor"), NearPoor = Figure("near_poor") };
        if (_results.Base(_number) is not { } from) return row;
        var changes = _results.Changes(from, _number, unit, Group.All, ["poor", "near_poor"]).ToArray();
        return row with { PoorBefore = (long?)changes[0].Before.Value, NearPoorBefore = (long?)changes[1].Before.Value, Unusual = [.. _unusual[unit].Select(finding => finding.Code).Distinct()] };

        long? Figure(string measure) => (long?)_results.Rounds[_number].Find(unit, Group.All, measure)?.Value;
    }
}
