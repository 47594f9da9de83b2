using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Aggregation;

/// <summary>What a unit lacks of a round that is not complete (chưa đầy đủ).</summary>
/// <param name="Communes">How many of its communes sent nothing that counts.</param>
/// <param name="Expected">How many communes it has.</param>
/// <param name="Files">Where no commune lacks: how many files could not be used, whosever they are.</param>
public readonly record struct Lack(int Communes, int Expected, int Files = 0)
{
    /// <summary>Whether nothing is known to lack.</summary>
    public bool IsNone => Communes == 0 && Files == 0;

    /// <summary>Whether all of it lacks, so that there is no figure.</summary>
    public bool IsAll => Expected > 0 && Communes == Expected;
}

/// <summary>Which communes of a round lack, and what that means for the units and tags that hold them.</summary>
public sealed class Lacking
{
    private readonly Dictionary<AreaNode, (int Lacking, List<AreaNode> Received)> _areas = [];

    /// <summary>Counts the communes of each unit and tag.</summary>
    /// <param name="frame">The units and tags.</param>
    /// <param name="communes">Those communes that lack.</param>
    /// <param name="files">How many files could not be used.</param>
    public Lacking(AreaFrame frame, IReadOnlySet<AreaNode> communes, int files)
    {
        (Communes, Files, Expected) = (communes, files, frame.Communes.Count);
        foreach (var commune in frame.Communes)
            foreach (var area in frame.Around(commune))
            {
                if (!_areas.TryGetValue(area, out var counted)) counted = (0, []);
                if (communes.Contains(commune)) counted.Lacking++;
                else counted.Received.Add(commune);
                _areas[area] = counted;
            }
    }

    /// <summary>The communes that lack.</summary>
    public IReadOnlySet<AreaNode> Communes { get; }

    /// <summary>How many communes the round should have.</summary>
    public int Expected { get; }

    /// <summary>How many files could not be used.</summary>
    public int Files { get; }

    /// <summary>What an area lacks.</summary>
    public Lack Of(AreaNode area)
    {
        var (lacking, received) = _areas.GetValueOrDefault(area, (0, []));
        return new Lack(lacking, lacking + received.Count, Communes.Count == 0 ? Files : 0);
    }

    /// <summary>The communes of an area that are there.</summary>
    public IReadOnlyList<AreaNode> ReceivedIn(AreaNode area) => _areas.GetValueOrDefault(area, (0, [])).Received;
}

/// <summary>Totals of the communes that are there: a unit that lacks some is the sum of the others, whatever its own row says.</summary>
internal sealed class ReceivedTotals(IAreaTotals totals, Lacking lacking) : IAreaTotals
{
    /// <inheritdoc/>
    public Totals? Find(AreaNode area, int group)
    {
        if (lacking.Of(area).Communes == 0) return totals.Find(area, group);
        Totals? sum = null;
        foreach (var commune in lacking.ReceivedIn(area))
        {
            if (totals.Find(commune, group) is not { } part) return null;
            sum = sum is { } before ? before + part : part;
        }
        return sum;
    }

    /// <inheritdoc/>
    public bool IsSplit(AreaNode area) => totals.IsSplit(area);

    /// <inheritdoc/>
    public IEnumerable<TotalsRow> RowsOf(AreaNode area, int group) =>
        lacking.Of(area).Communes == 0 ? totals.RowsOf(area, group) : lacking.ReceivedIn(area).SelectMany(commune => totals.RowsOf(commune, group));
}
