using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>
/// Judges households that stand in more than one row of a round (PV4001). The files that hold them are read once more and
/// all copies of an id are laid side by side: equal in every canonical value, they count once; else none counts. Since the
/// copies are compared as a set, it does not matter which of them the pass met first.
/// </summary>
internal sealed class Duplicates(Round round, int roundNumber, RunSettings settings, AreaTree tree, Ledger ledger, Tally tally)
{
    private sealed record Found(
        ushort File, uint Row, long Line, Household Household, RowFate Fate, IReadOnlyDictionary<string, string> Values, string[] Cells, Finding Place);

    /// <summary>Corrects the tally, the ledger and the files' counts.</summary>
    public void Resolve(IReadOnlyList<FilePass> files, IReadOnlyList<Copy> copies)
    {
        if (copies.Count == 0) return;
        var first = copies.Select(copy => copy.Key).Distinct().ToDictionary(key => key, key => ledger.Find(key, roundNumber));
        var wanted = copies.Select(copy => (copy.File, copy.Row))
            .Concat(first.Values.Select(entry => (entry.File, entry.Row))).ToHashSet();
        var found = files.SelectMany((file, number) => ReadAgain(file, (ushort)number, wanted)).ToLookup(row => row.Household.Key);
        // A sound copy comes before a faulty one, then the texts decide: which copy stands for all must not depend on where it lies.
        ReportPairs(first.Keys, found, files);
        foreach (var (key, entry) in first)
            Judge(key, entry, [.. found[key].OrderBy(row => row.Fate).ThenBy(row => string.Join('\u001F', row.Cells), StringComparer.Ordinal)
                .ThenBy(row => row.File).ThenBy(row => row.Row)], files);
    }

    /// <summary>Two files that hold the same households are probably one file sent twice: that is said once, beside each household (PV1052).</summary>
    private static void ReportPairs(IEnumerable<UInt128> keys, ILookup<UInt128, Found> found, IReadOnlyList<FilePass> files)
    {
        var pairs = from key in keys
                    let numbers = found[key].Select(copy => copy.File).Distinct().Order().ToArray()
                    from one in numbers
                    from other in numbers
                    where one < other
                    select (One: one, Other: other);
        foreach (var pair in pairs.CountBy(pair => pair).OrderBy(pair => pair.Key))
        {
            var (one, other) = (files[pair.Key.One], files[pair.Key.Other]);
            other.Log.Add(new Finding("PV1052", new Place(other.File.Name)) { Details = [("a", one.File.Name), ("b", other.File.Name), ("n", $"{pair.Value}")] });
        }
    }

    private IEnumerable<Found> ReadAgain(FilePass file, ushort number, HashSet<(ushort File, uint Row)> wanted)
    {
        var left = wanted.Count(place => place.File == number);
        if (left == 0) yield break;
        // What the rows say of themselves was reported in the pass.
        var reader = Pass.Open(round, file.File, settings, tree, new FindingLog(), out var source);
        using (source)
        {
            var household = default(Household);
            // Reading stops at the last copy: the end of a file passes on what it told of names, and that has been done.
            for (uint row = 0; left > 0 && reader.Read(ref household, out var fate); row++)
            {
                if (!wanted.Contains((number, row))) continue;
                left--;
                yield return new Found(number, row, reader.Line, household, fate, reader.CanonicalValues(), reader.OriginalCells(), reader.Describe("PV4001"));
            }
        }
    }

    private void Judge(UInt128 key, LedgerEntry entry, Found[] copies, IReadOnlyList<FilePass> files)
    {
        var isOne = Differing(copies, out var columns) == 0;
        foreach (var copy in isOne ? copies.Skip(1) : copies)
        {
            // Of several copies some may agree: each is told of one that says otherwise.
            var other = isOne ? copies[0] : copies.First(candidate => Differing([copy, candidate], out _) > 0);
            Reject(copy, other, Differing([copy, other], out _), columns, files);
        }

        // The copy that the pass happened to meet first is taken back. The id counts once: as the household that all copies
        // agree on, else as one rejected household, that of the copy whose values come first in ordinal order.
        var counted = copies.Single(copy => copy.File == entry.File && copy.Row == entry.Row);
        Count(counted, entry.Standing, -1);
        var standsFor = isOne ? copies[0] : copies.MinBy(Signature, StringComparer.Ordinal)!;
        var isSound = isOne && standsFor.Fate == RowFate.Accepted;
        var now = Pass.Entry(standsFor.Household, isSound ? Pass.Standing(standsFor.Household, round.Law, settings.Official) : Standing.Rejected,
            AreaOf(standsFor), standsFor.File, standsFor.Row);
        Count(standsFor, now.Standing, 1);
        ledger.Set(key, roundNumber, now);
    }

    private void Count(Found copy, Standing standing, long times)
    {
        if (standing == Standing.Rejected && AreaOf(copy) is { } area) tally.AddRejected(area, copy.Household, times);
        else if (standing is not (Standing.Rejected or Standing.Left))
            tally.Add(copy.Household.Commune!, copy.Household, Pass.Official(copy.Household, round.Law, settings.Official), times);
    }

    private AreaNode? AreaOf(Found copy) => Pass.AreaOf(copy.Household, settings, tree, round.Date);

    private static string Signature(Found copy) =>
        string.Join('\u001F', copy.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));

    /// <summary>In how many of all columns the copies do not all say the same.</summary>
    private static int Differing(Found[] copies, out int columns)
    {
        var names = copies.SelectMany(copy => copy.Values.Keys).Distinct(StringComparer.Ordinal).ToArray();
        columns = names.Length;
        return names.Count(name => copies.Select(copy => copy.Values.GetValueOrDefault(name, "")).Distinct(StringComparer.Ordinal).Count() > 1);
    }

    private static void Reject(Found copy, Found other, int differing, int columns, IReadOnlyList<FilePass> files)
    {
        var file = files[copy.File];
        file.Log.Add(copy.Place with
        {
            Details = [("a", $"{files[other.File].File.Name}:{other.Line}"), ("b", $"{file.File.Name}:{copy.Line}"), ("k", $"{differing}"), ("n", $"{columns}")],
        });
        if (file.RejectedByLine.TryGetValue(copy.Line, out var row))
        {
            file.RejectedByLine[copy.Line] = row with { Codes = [.. row.Codes, "PV4001"] };
            return;
        }
        file.RejectedByLine.Add(copy.Line, new RejectedRow(copy.Line, copy.Cells, ["PV4001"]));
        file.DisagreementsByLine.Remove(copy.Line);
        file.Accepted--;
        file.RejectedCount++;
        var rows = file.RowsOf(copy.Household.Commune!);
        rows.Accepted--;
        rows.Rejected++;
    }
}
