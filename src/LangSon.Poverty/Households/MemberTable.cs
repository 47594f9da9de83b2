using System.Runtime.InteropServices;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>
/// The members of a round's households, summed up by household: one small entry a household whatever the order of the rows
/// and however many members there are.
/// </summary>
public sealed class MemberTable
{
    private readonly Dictionary<UInt128, MemberSummary> _byHousehold = [];
    private HashSet<SurveyColumn>? _columns;

    /// <summary>How many households have members here.</summary>
    public int Households => _byHousehold.Count;

    /// <summary>Whether a file of the round was refused: then nothing tells what households lack, and the run gives no figure.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>Whether every file of the round answers a column, as far as is known.</summary>
    public bool Has(SurveyColumn column) => IsIncomplete || _columns?.Contains(column) == true;

    /// <summary>Keeps which columns a file answers.</summary>
    public void Know(MemberReader reader)
    {
        var answered = SurveyColumns.Members.All.Where(reader.Has);
        if (_columns is null) _columns = [.. answered];
        else _columns.IntersectWith(answered);
    }

    /// <summary>The entry of a household, to add a member to; a new one where it has none. Valid until the next call.</summary>
    public ref MemberSummary Of(UInt128 household) => ref CollectionsMarshal.GetValueRefOrAddDefault(_byHousehold, household, out _);

    /// <summary>Takes the members of all files of the round in place of any read before.</summary>
    public void Fill(IEnumerable<MemberTable> files)
    {
        _byHousehold.Clear();
        (_columns, IsIncomplete) = (null, false);
        foreach (var file in files) Merge(file);
    }

    private void Merge(MemberTable other)
    {
        foreach (var (household, summary) in other._byHousehold) Of(household).Add(summary);
        IsIncomplete |= other.IsIncomplete;
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

    /// <summary>The places of the first rows of households that no household file has, in order.</summary>
    public IEnumerable<(ushort File, uint Line)> Orphans() => _byHousehold.Values.Where(entry => !entry.IsMet).Select(entry => entry.First).Order();
}
