using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>What a run gave: the results, and what became of every file and row.</summary>
/// <param name="Results">The figures; null when a file was refused, unless the run goes on without it.</param>
/// <param name="Files">The household files of each round.</param>
/// <param name="Members">The member files of each round.</param>
/// <param name="Findings">Findings about rounds and results, beside those of the files.</param>
public sealed record RunOutcome(
    Results? Results, IReadOnlyList<IReadOnlyList<FilePass>> Files, IReadOnlyList<IReadOnlyList<FilePass>> Members, FindingLog Findings)
{
    /// <summary>The corrections by round and line of their table, a row of the data each, with what became of them.</summary>
    public IReadOnlyList<CorrectionOutcome> Corrections { get; init; } = [];

    /// <summary>All files: of each round the households, then their members.</summary>
    public IEnumerable<FilePass> AllFiles => Files.Zip(Members, (files, members) => files.Concat(members)).SelectMany(round => round);

    /// <summary>Everything found, by round, file, line and code.</summary>
    public IEnumerable<Finding> AllFindings() => AllFiles
        .SelectMany(file => file.Log.Findings.OrderBy(finding => finding.Place.Line).ThenBy(finding => finding.Code, StringComparer.Ordinal))
        .Concat(Findings.Findings);
}

/// <summary>The main job: every row of every round once, then sums, comparisons and checks of the whole.</summary>
public sealed class Run
{
    private readonly RunSettings _settings;
    private readonly IReadOnlyList<Round> _rounds;
    private readonly (int Round, Round Further)[] _further;
    private readonly AreaTree _tree = new();
    private readonly Ledger _ledger;
    private readonly FindingLog _log = new();

    /// <summary>The files that turned out to be of no use and that the run goes on without.</summary>
    private readonly Dictionary<SourceFile, FilePass> _leftOut;

    /// <summary>Prepares a run of rounds in date order.</summary>
    public Run(IReadOnlyList<Round> rounds, RunSettings settings) : this(rounds, settings, []) { }

    private Run(IReadOnlyList<Round> rounds, RunSettings settings, Dictionary<SourceFile, FilePass> leftOut)
    {
        (_rounds, _settings, _leftOut) = (rounds, settings, leftOut);
        _further = [.. rounds.SelectMany((round, number) => round.Also.Select(further => (number, further)))];
        _ledger = new Ledger(rounds.Count + _further.Length);
    }

    /// <summary>Does the job. The number of threads changes the time it takes and nothing else.</summary>
    public RunOutcome Execute(CancellationToken cancel = default)
    {
        var files = _rounds.Select(round => round.Files.Select(Begun).ToArray()).ToArray();
        var members = _rounds.Select(round => round.MemberFiles.Select(Begun).ToArray()).ToArray();
        ReportUnlisted(files);
        ReadMembers(members, cancel);
        ReadMembersAgain(members, cancel);
        var passes = ReadAll(files, cancel);
        var outcome = new RunOutcome(null, files, members, _log);
        if (_settings.SkipsBadFiles && NewlyRefused(outcome).Any()) return WithoutRefused(outcome).Execute(cancel);
        foreach (var round in _rounds.Where(round => round.IsWhatIf)) _log.Add(WhatIf(round));
        for (var round = 0; round < _rounds.Count; round++) CheckNamedHeaders([.. files[round], .. members[round]]);
        // A header that the run file names and no file has is a fault of the run file: leaving files out would not mend it.
        var isMisnamed = NewlyRefused(outcome).Any();
        foreach (var (round, again) in _further)
            foreach (var file in files[round].Where(file => !_leftOut.ContainsKey(file.File)))
                FurtherPass.CheckHeader(again, file, _settings);
        if (NewlyRefused(outcome).Any()) return _settings.SkipsBadFiles && !isMisnamed ? WithoutRefused(outcome).Execute(cancel) : outcome;
        ReportLinks();
        outcome = outcome with { Corrections = [.. _rounds.SelectMany((round, number) => CorrectionsOf(round, files[number]))] };
        for (var round = 0; round < _rounds.Count; round++)
            if (members[round].Length > 0)
                MemberPass.ReportOrphans(_rounds[round], members[round]);
        var tallies = new Tally?[_rounds.Count];
        for (var round = 0; round < _rounds.Count; round++)
        {
            if (files[round].Length == 0 && _rounds[round].LeftOut.Count == 0) continue;
            var tally = tallies[round] = new Tally(_rounds[round].Law.Indicators.Length);
            foreach (var pass in passes[round]) tally.Merge(pass.Tally);
            new Duplicates(_rounds[round], round, _settings, _tree, _ledger, tally).Resolve(files[round], [.. passes[round].SelectMany(pass => pass.Copies)]);
            if (_settings.IsOn("PV4006")) new AlikeInterviews(_rounds[round], files[round], _settings).Report();
            SharedMarks.Report(_rounds[round], files[round], [.. passes[round].Select(pass => pass.Marks)], _settings);
        }
        var units = _tree.Nodes;
        for (var round = 0; round < _rounds.Count; round++)
        {
            var rows = new CountedRows(_rounds[round], round, files[round], _settings, units, _ledger, cancel);
            new EnumeratorChecks(rows).Run();
            _log.AddRange(new OutlierChecks(rows).Run());
        }
        if (_settings.IsOn("PV5012")) new StatusHistory(_rounds, _settings, _ledger).Check(files);
        var summarizer = new Summarizer(_rounds, _settings, _tree, _log);
        var summaries = summarizer.All(tallies, files);
        var own = _rounds.Select((round, i) => new RoundResult(round, summaries[i], Has(i, "previous_status"), files[i].Any(file => file.ByPoints), Has(i, "causes"))).ToArray();
        var reread = ReadFurther(files, tallies, cancel);
        var further = _further.Zip(reread, (item, read) =>
            (item.Round, new RoundResult(item.Further, summarizer.Again(item.Round, item.Further, read.Tally), own[item.Round].HasHistory, read.ByPoints, own[item.Round].HasCauses)));
        var maps = _settings is { Areas: { } areas, Geography: { } geography } ? new CommonMaps(_settings, areas, geography, summarizer, _tree, _ledger)
        {
            Readings = [.. _rounds.Select((round, i) => (i, round, tallies[i])), .. _further.Zip(reread, (item, read) => (item.Round, item.Further, (Tally?)read.Tally))],
        } : null;
        var results = new Results(_settings, own, [.. further], _tree.Nodes, _ledger, maps is null ? null : maps.Of);
        foreach (var (number, round) in results.Rounds.Index()) new RoundChecks(results, round, summarizer.Register(number), _log).Run();
        new ResultChecks(results, _log).Run();
        return outcome with { Results = results };

        bool Has(int round, string column) => files[round].Any(file => file.Header?[column] >= 0);
    }

    private FilePass Begun(SourceFile file) => _leftOut.GetValueOrDefault(file)?.WithoutRows() ?? new FilePass { File = file };

    private IEnumerable<FilePass> NewlyRefused(RunOutcome outcome) => outcome.AllFiles.Where(file => file.IsRefused && !_leftOut.ContainsKey(file.File));

    /// <summary>
    /// The run once more without the files that can't be used: a damaged one had rows that were counted until the damage
    /// was met, and a ledger forgets nothing.
    /// </summary>
    private Run WithoutRefused(RunOutcome outcome) =>
        new(_rounds, _settings with { OnRead = null }, outcome.AllFiles.Where(file => file.IsRefused).ToDictionary(file => file.File));

    /// <summary>A file that a table of submissions in use does not list (PV1053), and listed ones that are not there.</summary>
    private void ReportUnlisted(FilePass[][] files)
    {
        foreach (var (round, passes) in _rounds.Zip(files))
            foreach (var file in passes.Where(file => !file.IsRefused && round.Submissions?.Unlisted.Contains(file.File.Name) == true))
                file.Log.Add(new Finding("PV1053", new Place(file.File.Name)));
        foreach (var absent in SubmittedRounds.Absent(_rounds)) _log.Add(absent);
    }

    /// <summary>Reads the member files of all rounds, several at a time: the rules ask for members when a household is read.</summary>
    private void ReadMembers(FilePass[][] files, CancellationToken cancel)
    {
        var tables = files.Select(round => new MemberTable[round.Length]).ToArray();
        var work = files.SelectMany((round, number) => round.Select((_, i) => (Round: number, File: i))).Where(item => !files[item.Round][item.File].IsRefused);
        Parallel.ForEach(work, new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancel },
            item => tables[item.Round][item.File] = MemberPass.Read(_rounds[item.Round], files[item.Round][item.File], (ushort)item.File, _settings, cancel));
        for (var round = 0; round < files.Length; round++)
            if (_rounds[round].Members is { } members)
            {
                members.Fill([.. tables[round].OfType<MemberTable>()]);
                members.LeftOut = [.. files[round].Where(file => file.IsRefused).Select(file => file.File.Name)];
            }
    }

    /// <summary>Reads the member files once more for each further standard, which asks them other questions.</summary>
    private void ReadMembersAgain(FilePass[][] files, CancellationToken cancel)
    {
        foreach (var (round, further) in _further)
        {
            var silent = _settings with { OnRead = null };
            // What the rows say of themselves was reported in the pass of the round's own standard.
            var again = files[round].Select(file => new FilePass { File = file.File });
            further.Members?.Fill([.. again.Index().Where(item => !files[round][item.Index].IsRefused).Select(item => MemberPass.Read(further, item.Item, (ushort)item.Index, silent, cancel))]);
            foreach (var (number, file) in again.Index().Where(item => !files[round][item.Index].IsRefused)) files[round][number].Log.AddRange([.. FurtherPass.UnreadIn(file.Log, files[round][number], further)]);
        }
    }

    /// <summary>Reads all files of all rounds, several at a time; each file has its own tally, merged in file order.</summary>
    private Pass[][] ReadAll(FilePass[][] files, CancellationToken cancel)
    {
        var passes = files.Select((round, number) => round.Select(_ => new Pass(_rounds[number], number, _settings, _tree, _ledger)).ToArray()).ToArray();
        var work = files.SelectMany((round, number) => round.Select((file, i) => (Round: number, File: i))).Where(item => !files[item.Round][item.File].IsRefused).ToArray();
        Parallel.ForEach(work, new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancel },
            item => passes[item.Round][item.File].Read(files[item.Round][item.File], (ushort)item.File, cancel));
        return passes;
    }

    /// <summary>
    /// Reads the files of each round once more for each further standard, several at a time: in the ledger, and in a tally,
    /// which is given, the round begins as it is, and takes other classes.
    /// </summary>
    private (Tally Tally, bool ByPoints)[] ReadFurther(FilePass[][] files, Tally?[] tallies, CancellationToken cancel)
    {
        var units = _tree.Nodes;
        var passes = _further.Select((item, i) => files[item.Round].Select((file, number) => new FurtherPass(item.Further, _rounds.Count + i, file, (ushort)number)).ToArray()).ToArray();
        for (var i = 0; i < _further.Length; i++) _ledger.Copy(_further[i].Round, _rounds.Count + i);
        Parallel.ForEach(passes.SelectMany(pass => pass), new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancel },
            pass => pass.Read(_settings, units, _ledger, cancel));
        var sums = new (Tally Tally, bool ByPoints)[_further.Length];
        foreach (var (i, (round, further)) in _further.Index())
        {
            var sum = tallies[round]!.Rejected(further.Law.Indicators.Length);
            foreach (var (number, pass) in passes[i].Index())
            {
                sum.Merge(pass.Tally);
                files[round][number].Log.AddRange(pass.Unread);
            }
            sums[i] = (sum, passes[i].Any(pass => pass.ByPoints));
        }
        return sums;
    }

    /// <summary>A link joins two households that are there (PV4007).</summary>
    private void ReportLinks()
    {
        foreach (var (link, key) in _settings.Links)
            foreach (var round in new[] { link.RoundFrom, link.RoundTo }.Where(round => _ledger.Find(key, round).Standing == Standing.Absent))
                _log.Add(new Finding("PV4007", new Place(link.Row.File, null, link.Row.Line))
                {
                    HouseholdId = round == link.RoundFrom ? link.IdFrom : link.IdTo,
                    Details = [("a", link.IdFrom), ("y1", _rounds[link.RoundFrom].Id), ("b", link.IdTo), ("y2", _rounds[link.RoundTo].Id), ("r", _rounds[round].Id)],
                });
    }

    /// <summary>A header that the user named and that no file of the round has (PV1032).</summary>
    private static void CheckNamedHeaders(FilePass[] files)
    {
        var named = files.Where(file => file.Header is not null)
            .SelectMany(file => file.File.Layout.Columns.Select(entry => (File: file, Canonical: entry.Key, entry.Value.Header)));
        foreach (var column in named.GroupBy(column => (column.Canonical, Folding.Key(column.Header))).OrderBy(column => column.Key.Canonical, StringComparer.Ordinal))
        {
            if (column.Any(entry => entry.File.Header![entry.Canonical] >= 0)) continue;
            var (first, canonical, name) = column.First();
            first.IsRefused = true;
            first.Log.Add(new Finding("PV1032", new Place(first.File.Name, null, first.Header!.Line))
            {
                Column = canonical,
                Details = [("name", name), ("near", first.Header.NearestTo(name))],
            });
        }
    }

    /// <summary>What became of the corrections of a round; households that no file has are named (PV5021).</summary>
    private IEnumerable<CorrectionOutcome> CorrectionsOf(Round round, FilePass[] files)
    {
        var met = files.SelectMany(file => file.Corrections).ToLookup(outcome => outcome.Correction);
        foreach (var correction in round.Corrections?.All ?? [])
        {
            foreach (var outcome in met[correction]) yield return outcome;
            if (met.Contains(correction)) continue;
            _log.Add(new Finding("PV5021", correction.Place) { HouseholdId = correction.Id, Details = [("round", round.Id)] });
            yield return new CorrectionOutcome(correction, CorrectionState.NotFound, default);
        }
    }

    private static Finding WhatIf(Round round)
    {
        var applies = round.Law.Standard.Applies;
        return new Finding("PV9002", new Place(""))
        {
            Details = [("r", round.Law.Standard.Id), ("a", $"{applies[0].From:yyyy-MM-dd}"), ("b", $"{applies[^1].Until:yyyy-MM-dd}"), ("d", $"{round.Date:yyyy-MM-dd}")],
        };
    }
}
