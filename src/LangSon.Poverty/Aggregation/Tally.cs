using System.Numerics;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Aggregation;

/// <summary>
/// Exact sums by area and group. Every sum is a whole number, so that the order of rows and the number of threads cannot
/// change a digit. Rows are added at the lowest unit they name; larger units are sums of their parts, formed afterwards.
/// </summary>
/// <param name="indicators">How many indicators the law has.</param>
public sealed class Tally(int indicators)
{
    private long[]?[]?[] _cells = [];

    /// <summary>How many indicators are counted.</summary>
    public int Indicators => indicators;

    /// <summary>Adds an accepted household (or takes it back with <paramref name="times"/> −1).</summary>
    public void Add(AreaNode area, in Household household, PovertyClass poverty, long times)
    {
        Span<int> groups = stackalloc int[GroupSet.Most];
        var count = GroupSet.Of(household).List(groups);
        for (var i = 0; i < count; i++)
        {
            var cell = Cell(area.Index, groups[i]);
            cell[Counts.Households] += times;
            cell[Counts.Persons] += household.Size * times;
            cell[Counts.ClassHouseholds + (int)poverty] += times;
            cell[Counts.ClassPersons + (int)poverty] += household.Size * times;
            if (poverty is not (PovertyClass.Poor or PovertyClass.NearPoor)) continue;
            var causes = Counts.CausesOf(poverty);
            Count(cell, causes, household.Causes, times);
            if (household.Causes == 0) cell[causes + Counts.CauseKinds] += times;
            var profile = poverty == PovertyClass.Poor ? Counts.Profile : Counts.Profile + (2 * indicators);
            Count(cell, profile, household.Deprivations.Lacking, times);
            Count(cell, profile + indicators, household.Deprivations.Unknown, times);
            for (var (at, children) = (Counts.Children(poverty, indicators), household.Children.Bytes); children != 0; (at, children) = (at + 1, children >> 8))
                cell[at] += (long)(children & 0xFF) * times;
        }
    }

    /// <summary>Adds a rejected household to every group it could belong to.</summary>
    public void AddRejected(AreaNode area, in Household household, long times)
    {
        Span<int> groups = stackalloc int[GroupSet.Most];
        var count = GroupSet.Of(household).ListPossible(groups);
        for (var i = 0; i < count; i++)
        {
            var cell = Cell(area.Index, groups[i]);
            cell[Counts.Rejected] += times;
            if (household.Size == 0) cell[Counts.RejectedUnsized] += times;
            else cell[Counts.RejectedPersons] += household.Size * times;
        }
    }

    /// <summary>Adds an accepted household of which no more than this is known: what it lacks counts nowhere.</summary>
    internal void Add(int place, in LedgerEntry household)
    {
        Span<int> groups = stackalloc int[16];
        var count = household.Groups.List(groups);
        for (var i = 0; i < count; i++)
        {
            var cell = Cell(place, groups[i]);
            cell[Counts.Households]++;
            cell[Counts.Persons] += household.Size;
            cell[Counts.ClassHouseholds + (int)household.Class]++;
            cell[Counts.ClassPersons + (int)household.Class] += household.Size;
        }
    }

    /// <summary>Adds the sums of a unit of another tally of the same law, or of its rejected rows alone.</summary>
    internal void Add(int place, Tally other, int node, bool rejectedOnly)
    {
        var (first, length) = rejectedOnly ? (Counts.Rejected, Counts.Causes - Counts.Rejected) : (0, Counts.Length(indicators));
        for (var group = 0; group < Group.Count; group++)
            if (other.Find(node, group) is { } sums)
                Counts.Add(Cell(place, group), sums, first, length);
    }

    /// <summary>Adds the sums of another tally of the same law.</summary>
    public void Merge(Tally other)
    {
        for (var node = 0; node < other._cells.Length; node++)
            for (var group = 0; group < Group.Count; group++)
                if (other._cells[node]?[group] is { } cell)
                    Counts.Add(Cell(node, group), cell);
    }

    /// <summary>A tally of the same rows for another law, as far as no law matters: with the rejected ones.</summary>
    /// <param name="others">How many indicators that law has.</param>
    public Tally Rejected(int others)
    {
        var tally = new Tally(others);
        for (var node = 0; node < _cells.Length; node++)
            for (var group = 0; group < Group.Count; group++)
                if (_cells[node]?[group] is { } cell)
                    cell.AsSpan(Counts.Rejected, Counts.Causes - Counts.Rejected).CopyTo(tally.Cell(node, group).AsSpan(Counts.Rejected));
        return tally;
    }

    /// <summary>The sums of a unit's own rows; null where there are none, as where the only ones were taken back.</summary>
    public long[]? Find(int node, int group) =>
        node < _cells.Length && _cells[node]?[group] is { } cell && cell.AsSpan().ContainsAnyExcept(0) ? cell : null;

    /// <summary>The numbers of the units that have rows of their own.</summary>
    public IEnumerable<int> Nodes()
    {
        for (var node = 0; node < _cells.Length; node++)
            if (Find(node, Group.All) is not null)
                yield return node;
    }

    private static void Count(long[] cell, int first, uint bits, long times)
    {
        for (; bits != 0; bits &= bits - 1) cell[first + BitOperations.TrailingZeroCount(bits)] += times;
    }

    private long[] Cell(int node, int group)
    {
        if (node >= _cells.Length) Array.Resize(ref _cells, Math.Max(node + 1, _cells.Length * 2));
        var groups = _cells[node] ??= new long[]?[Group.Count];
        return groups[group] ??= new long[Counts.Length(indicators)];
    }
}

/// <summary>Where each sum stands in a cell of a tally.</summary>
internal static class Counts
{
    public const int Households = 0;
    public const int Persons = 1;
    public const int ClassHouseholds = 2;
    public const int ClassPersons = 7;
    public const int Rejected = 12;
    public const int RejectedPersons = 13;
    public const int RejectedUnsized = 14;

    /// <summary>From here: each cause that the poor name, those who name none, then the same of the near-poor.</summary>
    public const int Causes = 15;

    /// <summary>How many causes there are.</summary>
    public static readonly int CauseKinds = WordLists.All["cause"].Count;

    /// <summary>From here: indicators lacking among the poor, unknown among the poor, then the same among the near-poor.</summary>
    public static readonly int Profile = Causes + (2 * (CauseKinds + 1));

    /// <summary>Where the causes of the poor, or of the near-poor, begin.</summary>
    public static int CausesOf(PovertyClass poverty) => poverty == PovertyClass.Poor ? Causes : Causes + CauseKinds + 1;

    /// <summary>From here, a sum for each byte of <see cref="ChildCounts"/> in the households of a class.</summary>
    public static int Children(PovertyClass poverty, int indicators) => Profile + (4 * indicators) + (poverty == PovertyClass.Poor ? 0 : sizeof(ulong));

    public static int Length(int indicators) => Profile + (4 * indicators) + (2 * sizeof(ulong));

    public static void Add(long[] into, long[] from) => Add(into, from, 0, into.Length);

    public static void Add(long[] into, long[] from, int first, int length)
    {
        for (var i = first; i < first + length; i++) into[i] += from[i];
    }
}
