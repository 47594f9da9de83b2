using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// The marks of the households of one file, as far as they are looked at: 24 bytes a household and mark. What costs more than
/// a citizen id is looked at only where the run file turns its check on.
/// </summary>
internal sealed class FileMarks
{
    /// <summary>A mark's hash, in halves so that nothing is lost to alignment, and the number of its row.</summary>
    private readonly record struct Marked(ulong High, ulong Low, uint Row);

    private readonly (Mark Mark, List<Marked> Rows)[] _kept;

    /// <summary>Keeps what the file has and the run asks for.</summary>
    public FileMarks(HouseholdReader reader, RunSettings settings) =>
        _kept = [.. SharedMarks.Codes.Where(entry => settings.IsOn(entry.Code) && reader.HasMark(entry.Mark)).Select(entry => (entry.Mark, new List<Marked>()))];

    /// <summary>Keeps the marks of the current row.</summary>
    public void Add(HouseholdReader reader, uint row)
    {
        foreach (var (mark, rows) in _kept)
            if (reader.TryMark(mark, out var hash))
                rows.Add(new Marked((ulong)(hash >> 64), unchecked((ulong)hash), row));
    }

    /// <summary>The rows that bear a mark.</summary>
    public IEnumerable<(UInt128 Hash, uint Row)> Of(Mark mark) =>
        _kept.Where(kept => kept.Mark == mark).SelectMany(kept => kept.Rows).Select(marked => (new UInt128(marked.High, marked.Low), marked.Row));
}

/// <summary>
/// Households of a round that share what belongs to one: a citizen id (PV4003), the head's name and birth year (PV4002), an
/// address or a telephone (PV4004). Rows that do not count and copies of one id are left out; the rest is read once more to
/// name both. Of several households each is told of the first in the order of files and lines.
/// </summary>
internal static class SharedMarks
{
    /// <summary>The check of each mark.</summary>
    public static readonly (Mark Mark, string Code, Phrase What)[] Codes =
    [
        (Mark.CitizenId, "PV4003", new("số định danh cá nhân", "a citizen id")),
        (Mark.Head, "PV4002", new("họ tên, năm sinh chủ hộ", "the head's name and birth year")),
        (Mark.Address, "PV4004", new("địa chỉ", "an address")),
        (Mark.Phone, "PV4004", new("số điện thoại", "a telephone number")),
    ];

    private sealed record Bearer(FilePass File, UInt128 Key, string Shown, Finding Finding);

    /// <summary>Reports them, when it is known which rows count.</summary>
    public static void Report(Round round, IReadOnlyList<FilePass> files, IReadOnlyList<FileMarks?> marks, RunSettings settings)
    {
        foreach (var (mark, code, what) in Codes)
        {
            var shared = Shared(marks, mark);
            if (shared.Length == 0) continue;
            var bearers = Bearers(round, files, shared.SelectMany(rows => rows).ToHashSet(), settings, mark, code);
            foreach (var rows in shared)
            {
                Bearer[] households = [.. rows.Select(row => bearers.GetValueOrDefault(row)).OfType<Bearer>().DistinctBy(bearer => bearer.Key)];
                foreach (var other in households.Skip(1))
                    other.File.Log.Add(other.Finding with { Details = [("a", households[0].Shown), ("b", other.Shown), ("what", what)] });
            }
        }
    }

    /// <summary>The rows that share a mark, several each time, in the order of files and rows.</summary>
    private static (ushort File, uint Row)[][] Shared(IReadOnlyList<FileMarks?> marks, Mark mark)
    {
        var all = marks.SelectMany((file, number) => file?.Of(mark).Select(row => (row.Hash, File: (ushort)number, row.Row)) ?? []).ToArray();
        Array.Sort(all);
        var shared = new List<(ushort, uint)[]>();
        for (int first = 0, end; first < all.Length; first = end)
        {
            for (end = first + 1; end < all.Length && all[end].Hash == all[first].Hash;) end++;
            if (end > first + 1) shared.Add([.. all[first..end].Select(row => (row.File, row.Row))]);
        }
        return [.. shared];
    }

    private static Dictionary<(ushort, uint), Bearer> Bearers(
        Round round, IReadOnlyList<FilePass> files, HashSet<(ushort File, uint Row)> wanted, RunSettings settings, Mark mark, string code)
    {
        var bearers = new Dictionary<(ushort, uint), Bearer>();
        ReadAgain.Only(round, files, wanted, settings, row =>
        {
            if (row.Rejected is not null) return;
            var place = $"{row.File.File.Name}:{row.Reader.Line}";
            var id = row.Reader.ShownId;
            bearers.Add((row.FileNumber, row.Number), new Bearer(row.File, row.Household.Key, id == place ? place : $"{id} ({place})", row.Reader.DescribeMark(mark, code)));
        });
        return bearers;
    }
}
