using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>What a run gave: the results, and what became of every file and row.</summary>
/// <param name="Results">The figures; null when a file was refused, since a part of the data gives no figure.</param>
/// <param name="Files">The household files of each round.</param>
/// <param name="Members">The member files of each round.</param>
/// <param name="Findings">Findings about rounds and results, beside those of the files.</param>
public sealed record RunOutcome(
    Results? Results, IReadOnlyList<IReadOnlyList<FilePass>> Files, IReadOnlyList<IReadOnlyList<FilePass>> Members, FindingLog Findings)
{
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

    /// <summary>Prepares a run of rounds in date order.</summary>
    public Run(IReadOnlyList<Round> rounds, RunSettings settings)
    {
        (_rounds, _settings) = (rounds, settings);
        _further = [.. rounds.SelectMany((round, number) => round.Also.Select(further => (number, further)))];
        _ledger = new Ledger(rounds.Count + _further.Length);
    }

    /// <summary>Does the job. The number of threads changes the time it takes and nothing else.</summary>
    public RunOutcome Execute(CancellationToken cancel = default)
    {
        var files = _rounds.Select(round => round.Files.Select(file => new FilePass { File = file }).ToArray()).ToArray();
        var members = _rounds.Select(round => round.MemberFiles.Select(file => new FilePass { File = file }).ToArray()).ToArray();
        ReadMembers(members, cancel);
        ReadMembersAgain(members, cancel);
        var passes = ReadAll(files, cancel);
        foreach (var round in _rounds.Where(round => round.IsWhatIf)) _log.Add(WhatIf(round));
        for (var round = 0; round < _rounds.Count; round++) CheckNamedHeaders([.. files[round], .. members[round]]);
        foreach (var (round, again) in _further)
            foreach (var file in files[round])
                FurtherPass.CheckHeader(again, file, _settings);
        var outcome = new RunOutcome(null, files, members, _log);
        if (outcome.AllFiles.Any(file => file.IsRefused)) return outcome;
        for (var round = 0; round < _rounds.Count; round++)
            if (members[round].Length > 0)
                MemberPass.ReportOrphans(_rounds[round], members[round]);
        var tallies = new Tally?[_rounds.Count];
        for (var round = 0; round < _rounds.Count; round++)
        {
            if (files[round].Length == 0) continue;
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
        var summaries = summarizer.All(tallies);
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

    /// <summary>Reads the member files of all rounds, several at a time: the rules ask for members when a household is read.</summary>
    private void ReadMembers(FilePass[][] files, CancellationToken cancel)
    {
        var tables = files.Select(round => new MemberTable[round.Length]).ToArray();
        var work = files.SelectMany((round, number) => round.Select((_, i) => (Round: number, File: i)));
        Parallel.ForEach(work, new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancel },
            item => tables[item.Round][item.File] = MemberPass.Read(_rounds[item.Round], files[item.Round][item.File], (ushort)item.File, _settings, cancel));
        for (var round = 0; round < files.Length; round++) _rounds[round].Members?.Fill(tables[round]);
    }

    /// <summary>Reads the member files once more for each further standard, which asks them other questions.</summary>
    private void ReadMembersAgain(FilePass[][] files, CancellationToken cancel)
    {
        foreach (var (round, further) in _further)
        {
            var silent = _settings with { OnRead = null };
            // What the rows say of themselves was reported in the pass of the round's own standard.
            var again = files[round].Select(file => new FilePass { File = file.File });
            further.Members?.Fill(again.Select((file, number) => MemberPass.Read(further, file, (ushort)number, silent, cancel)).ToArray());
            foreach (var (number, file) in again.Index()) files[round][number].Log.AddRange([.. FurtherPass.UnreadIn(file.Log, files[round][number], further)]);
        }
    }

    /// <summary>Reads all files of all rounds, several at a time; each file has its own tally, merged in file order.</summary>
    private Pass[][] ReadAll(FilePass[][] files, CancellationToken cancel)
    {
        var passes = files.Select((round, number) => round.Select(_ => new Pass(_rounds[number], number, _settings, _tree, _ledger)).ToArray()).ToArray();
        var work = files.SelectMany((round, number) => round.Select((file, i) => (Round: number, File: i))).ToArray();
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

    private static Finding WhatIf(Round round)
    {
        var applies = round.Law.Standard.Applies;
        return new Finding("PV9002", new Place(""))
        {
            Details = [("r", round.Law.Standard.Id), ("a", $"{applies[0].From:yyyy-MM-dd}"), ("b", $"{applies[^1].Until:yyyy-MM-dd}"), ("d", $"{round.Date:yyyy-MM-dd}")],
        };
    }
}
