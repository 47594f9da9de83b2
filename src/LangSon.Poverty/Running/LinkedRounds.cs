using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>
/// Gives households that were confirmed to be one the same key in all rounds. An id means in a round what it meant in the one
/// before, unless a link says otherwise; an id whose former household is linked to another one is that of a new household.
/// </summary>
public sealed class LinkedRounds
{
    private readonly IReadOnlyList<Round> _rounds;
    private readonly RunSettings _settings;
    private readonly Dictionary<(int Round, string Id), UInt128> _composed = [];

    private LinkedRounds(IReadOnlyList<Round> rounds, RunSettings settings) => (_rounds, _settings) = (rounds, settings);

    /// <summary>The rounds with their households so linked. A link to a row that is no longer the one that was confirmed is a fault of its table.</summary>
    public static (IReadOnlyList<Round> Rounds, IReadOnlyList<AppliedLink> Links) Of(IReadOnlyList<Round> rounds, IReadOnlyList<HouseholdLink> links, RunSettings settings) =>
        new LinkedRounds(rounds, settings).Link(links);

    /// <summary>Six digits that tell whether two rows are still those of a suggestion; they tell nothing of the households.</summary>
    public static string Check(UInt128 from, UInt128 to)
    {
        ReadOnlySpan<UInt128> keys = [from, to];
        return (XxHash128.HashToUInt128(MemoryMarshal.AsBytes(keys)) & 0xFFFFFF).ToString("x6", CultureInfo.InvariantCulture);
    }

    private (IReadOnlyList<Round> Rounds, IReadOnlyList<AppliedLink> Links) Link(IReadOnlyList<HouseholdLink> links)
    {
        for (var round = 0; round < _rounds.Count; round++) FindComposed(round, links);
        var (maps, applied) = (new List<Dictionary<UInt128, UInt128>>(), new List<AppliedLink>());
        for (var round = 0; round < _rounds.Count; round++)
        {
            var map = round == 0 ? [] : new Dictionary<UInt128, UInt128>(maps[^1]);
            var taken = new HashSet<UInt128>();
            foreach (var link in links.Where(link => link.RoundTo == round))
            {
                if (KeyOf(link.RoundFrom, link.IdFrom) is not { } from || KeyOf(round, link.IdTo) is not { } to)
                {
                    link.Row.Fault("id_from", new("không có dòng này trong tệp", "there is no such row in the file"));
                    continue;
                }
                if (link.Row["check"] is { Length: > 0 } check && check != Check(from, to))
                {
                    link.Row.Fault("check", new("hai dòng này không còn là hai hộ đã được xác nhận vì tệp đã thay đổi; hãy lập lại đề xuất bằng poverty links", "these two rows are no longer the households that were confirmed, as a file has changed; make the suggestions again by poverty links"));
                    continue;
                }
                var key = maps[link.RoundFrom].GetValueOrDefault(from, from);
                map[to] = key;
                taken.Add(key);
                applied.Add(new AppliedLink(link, key));
            }
            // Who bears an id whose household now bears another one is somebody else.
            foreach (var key in taken.Where(key => !map.ContainsKey(key))) map[key] = Salted(key, round);
            maps.Add(map);
        }
        return ([.. _rounds.Select((round, number) => maps[number].Count == 0 ? round : With(round, new KeyMap(maps[number])))], applied);
    }

    private static Round With(Round round, KeyMap keys) => round with
    {
        Files = With(round.Files, keys),
        MemberFiles = With(round.MemberFiles, keys),
        LeftOut = With(round.LeftOut, keys),
        LeftOutMembers = With(round.LeftOutMembers, keys),
    };

    private static SourceFile[] With(IReadOnlyList<SourceFile> files, KeyMap keys) => [.. files.Select(file => file with { Layout = file.Layout with { Keys = keys } })];

    private static UInt128 Salted(UInt128 key, int round)
    {
        ReadOnlySpan<UInt128> parts = [key, (UInt128)(round + 1)];
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(parts));
    }

    private UInt128? KeyOf(int round, string id) => _composed.TryGetValue((round, id), out var key) ? key
        : _rounds[round].Files.Any(file => file.Layout.IdFrom.Count == 0) ? RowReader.KeyOf(id) : null;

    /// <summary>A household whose id is composed is known by its file and line: the rows that links name are looked up.</summary>
    private void FindComposed(int round, IReadOnlyList<HouseholdLink> links)
    {
        var wanted = links.Where(link => link.RoundFrom == round).Select(link => link.IdFrom).Concat(links.Where(link => link.RoundTo == round).Select(link => link.IdTo)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in _rounds[round].Files.Where(file => file.Layout.IdFrom.Count > 0 && wanted.Any(id => id.StartsWith($"{file.Name}:", StringComparison.Ordinal))))
            try
            {
                ReadAgain.ForEach(_rounds[round], new FilePass { File = file }, 0, _settings, new AreaTree(), new FindingLog(), row =>
                {
                    if (row.Household.HasKey && wanted.Contains(row.Reader.ShownId)) _composed[(round, row.Reader.ShownId)] = row.Reader.OwnKey;
                });
            }
            catch (FileRefusedException)
            {
                // The pass says why.
            }
    }
}
