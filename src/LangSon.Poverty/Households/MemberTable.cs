using System.Runtime.InteropServices;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>
/// The members of a round's households, summed up by household: one small entry a household whatever the order of the rows
/// and however many members there are; beside it the possible votes of those members whose votes depend on an age that is
/// not quite known.
/// </summary>
public sealed class MemberTable
{
    private Dictionary<UInt128, MemberSummary> _byHousehold = [];
    private Dictionary<UInt128, List<IReadOnlyList<MemberVotes>>> _open = [];

    /// <summary>The same few answers are open in household after household: each list of votes is kept once.</summary>
    private readonly HashSet<IReadOnlyList<MemberVotes>> _met = new(new SameVotes());

    private HashSet<SurveyColumn>? _columns;

    /// <summary>Whether a file of the round was refused: then nothing tells what households lack, and the run gives no figure.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>The names of the member files that the run goes on without.</summary>
    public IReadOnlyCollection<string> LeftOut { get; set; } = [];

    /// <summary>Whether every file of the round answers a column, as far as is known.</summary>
    public bool Has(SurveyColumn column) => IsIncomplete || _columns?.Contains(column) == true;

    /// <summary>Keeps which columns a file answers.</summary>
    public void Know(MemberReader reader)
    {
        var answered = SurveyColumns.Members.All.Where(reader.Has);
        if (_columns is null) _columns = [.. answered];
        else _columns.IntersectWith(answered);
    }

    /// <summary>Adds a member to its household.</summary>
    public void Add(UInt128 household, Member member, Law law, (ushort File, uint Line) place)
    {
        ref var summary = ref CollectionsMarshal.GetValueRefOrAddDefault(_byHousehold, household, out _);
        summary.Add(member, place);
        if (AgeScenarios.IsSettled(member, law))
        {
            var settled = MemberVotes.Of(member.Answers, law);
            summary.Add(settled);
            summary.Add(ChildCounts.Of(member, settled, law));
            return;
        }
        var votes = AgeScenarios.Of(member, law);
        summary.Add(ChildCounts.Of(member, MemberVotes.OneOf(votes), law));
        if (votes.Count == 1) summary.Add(votes[0]);
        else Open(household).Add(Once(votes));
    }

    /// <summary>Takes the members of all files of the round in place of any read before; the tables given are of no use afterwards.</summary>
    public void Fill(IReadOnlyList<MemberTable> files)
    {
        (_byHousehold, _open, _columns) = files.Count == 0 ? ([], [], null) : (files[0]._byHousehold, files[0]._open, files[0]._columns);
        IsIncomplete = files.Any(file => file.IsIncomplete);
        foreach (var file in files.Skip(1)) Merge(file);
    }

    private void Merge(MemberTable other)
    {
        foreach (var (household, summary) in other._byHousehold) CollectionsMarshal.GetValueRefOrAddDefault(_byHousehold, household, out _).Add(summary);
        foreach (var (household, votes) in other._open) Open(household).AddRange(votes);
        if (_columns is null) _columns = other._columns;
        else if (other._columns is not null) _columns.IntersectWith(other._columns);
    }

    /// <summary>What the members of a household say, and that there is such a household; nobody listed where there is none. Safe from several threads.</summary>
    public MemberSummary Meet(UInt128 household)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_byHousehold, household);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref entry)) return default;
        // A flag that only ever goes one way: it does not matter which thread sets it.
        entry.IsMet = true;
        return entry;
    }

    /// <summary>Whether the votes of some member of a household depend on an age that is not quite known.</summary>
    public bool IsOpen(UInt128 household) => _open.ContainsKey(household);

    /// <summary>What the members of a household say in every case of the ages that are not quite known; one case where all are.</summary>
    public IReadOnlyList<MemberSummary> Cases(UInt128 household, in MemberSummary summary) =>
        _open.TryGetValue(household, out var votes) ? AgeScenarios.Cases(summary, votes) : [summary];

    private IReadOnlyList<MemberVotes> Once(IReadOnlyList<MemberVotes> votes)
    {
        if (_met.TryGetValue(votes, out var known)) return known;
        _met.Add(votes);
        return votes;
    }

    private List<IReadOnlyList<MemberVotes>> Open(UInt128 household)
    {
        if (!_open.TryGetValue(household, out var votes)) _open.Add(household, votes = new(1));
        return votes;
    }

    /// <summary>The places of the first rows of households that no household file has, in order.</summary>
    public IEnumerable<(ushort File, uint Line)> Orphans() => _byHousehold.Values.Where(entry => !entry.IsMet).Select(entry => entry.First).Order();

    /// <summary>Two lists with the same votes are one.</summary>
    private sealed class SameVotes : IEqualityComparer<IReadOnlyList<MemberVotes>>
    {
        public bool Equals(IReadOnlyList<MemberVotes>? one, IReadOnlyList<MemberVotes>? other) => one!.SequenceEqual(other!);

        public int GetHashCode(IReadOnlyList<MemberVotes> votes)
        {
            var hash = default(HashCode);
            foreach (var one in votes) hash.Add(one);
            return hash.ToHashCode();
        }
    }
}
