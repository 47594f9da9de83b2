using System.Runtime.InteropServices;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Quality;

/// <summary>
/// One number of every household by commune: eight bytes each, which is what exact quantiles of a round take. A unit is
/// asked in ascending order, so that the order of rows and files decides nothing.
/// </summary>
internal sealed class UnitValues
{
    private readonly Dictionary<AreaNode, List<double>> _own = [];
    private readonly Dictionary<AreaNode, double[]> _ordered = [];

    /// <summary>The communes that have values.</summary>
    public IEnumerable<AreaNode> Communes => _own.Keys;

    /// <summary>Adds a value.</summary>
    public void Add(AreaNode commune, double value) => Own(commune).Add(value);

    /// <summary>Adds the values of another file.</summary>
    public void Merge(UnitValues other)
    {
        foreach (var (commune, values) in other._own) Own(commune).AddRange(CollectionsMarshal.AsSpan(values));
    }

    /// <summary>The values of a commune, or of all communes of a larger unit, ascending.</summary>
    public double[] Of(AreaNode unit)
    {
        if (_ordered.TryGetValue(unit, out var known)) return known;
        double[] values = _own.TryGetValue(unit, out var own) ? [.. own] : [.. _own.Where(entry => entry.Key.Upwards().Contains(unit)).SelectMany(entry => entry.Value)];
        Array.Sort(values);
        return _ordered[unit] = values;
    }

    /// <summary>The smallest unit of a commune and those above it that has enough values; null where none has.</summary>
    public AreaNode? Enough(AreaNode commune, int fewest) => commune.Upwards().FirstOrDefault(unit => Of(unit).Length >= fewest);

    private List<double> Own(AreaNode commune)
    {
        if (!_own.TryGetValue(commune, out var values)) _own[commune] = values = [];
        return values;
    }
}
