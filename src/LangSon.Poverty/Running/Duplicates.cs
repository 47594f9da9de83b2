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
        foreach (var (key, entry) in first)
            Judge(key, entry, [.. found[key].OrderBy(row => row.File).ThenBy(row => row.Row)], files);
    }

    private IEnumerable<Found> ReadAgain(FilePass file, ushort number, HashSet<(ushort File, uint Row)> wanted)
    {
        if (!wanted.Any(place => place.File == number)) yield break;
        // What the rows say of themselves was reported in the pass.
        var reader = Pass.Open(round, file.File, settings, tree, new FindingLog(), out var source);
        using (source)
        {
            var household = default(Household);
            for (uint row = 0; reader.Read(ref household, out var fate); row++)
            {
                if (!wanted.Contains((number, row))) continue;
                yield return new Found(number, row, reader.Line, household, fate, reader.CanonicalValues(), reader.OriginalCells(), reader.Describe("PV4001"));
            }
        }
    }

    private void Judge(UInt128 key, LedgerEntry entry, Found[] copies, IReadOnlyList<FilePass> files)
    {
        var differing = Differing(copies, out var columns);
        if (differing == 0)
        {
            foreach (var extra in copies.Skip(1)) Reject(extra, copies[0], differing, columns, files);
            return;
        }
        foreach (var copy in copies) Reject(copy, copy == copies[0] ? copies[1] : copies[0], differing, columns, files);

        // The copy that the pass happened to count is taken back, and the id counts as one rejected household: that of the
        // copy whose values come first in ordinal order, whatever the order of the rows.
        var counted = copies.Single(copy => copy.File == entry.File && copy.Row == entry.Row);
        if (entry.IsPresent) tally.Add(counted.Household.Commune!, counted.Household, Pass.Official(counted.Household, round.Law, settings.Official), -1);
        else if (entry.Standing == Standing.Rejected && AreaOf(counted) is { } before) tally.AddRejected(before, counted.Household, -1);
        var standsFor = copies.MinBy(Signature, StringComparer.Ordinal)!;
        if (AreaOf(standsFor) is { } area) tally.AddRejected(area, standsFor.Household, 1);
        ledger.Set(key, roundNumber, entry with { Standing = Standing.Rejected });
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
        file.Accepted--;
        file.RejectedCount++;
    }
}
