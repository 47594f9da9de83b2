using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Aggregation;

/// <summary>The units and tags of a map for which figures are given.</summary>
public sealed class AreaFrame
{
    private readonly Dictionary<AreaNode, AreaNode[]> _bearers = [];
    private readonly HashSet<AreaNode> _areas;
    private readonly AreaLevel _lowest;

    /// <summary>Collects them.</summary>
    /// <param name="expected">The units that should have rows, whether they do or not.</param>
    /// <param name="tags">The units that bear each mark.</param>
    /// <param name="lowest">The smallest units that are shown.</param>
    public AreaFrame(IEnumerable<AreaNode> expected, IEnumerable<(AreaNode Tag, AreaNode[] Bearers)> tags, AreaLevel lowest = AreaLevel.Commune)
    {
        _lowest = lowest;
        AreaNode[] units = [.. expected];
        _areas = [.. units.SelectMany(Shown)];
        Communes = units.Where(unit => unit.Level == AreaLevel.Commune).ToHashSet();
        foreach (var (tag, bearers) in tags)
        {
            // A unit inside another that bears the same mark is in that one's sums already.
            _bearers[tag] = [.. bearers.Where(area => !area.Upwards().Skip(1).Any(bearers.Contains))];
            _areas.Add(tag);
        }
    }

    /// <summary>The communes that should have rows.</summary>
    public IReadOnlySet<AreaNode> Communes { get; }

    /// <summary>All units and tags.</summary>
    public IReadOnlyCollection<AreaNode> Areas => _areas;

    /// <summary>The units that bear a tag.</summary>
    public IReadOnlyList<AreaNode> Bearers(AreaNode tag) => _bearers.GetValueOrDefault(tag) ?? [];

    /// <summary>The units and tags in which a household of this unit counts.</summary>
    public AreaNode[] Around(AreaNode unit) => [.. Shown(unit), .. _bearers.Where(entry => unit.Upwards().Any(entry.Value.Contains)).Select(entry => entry.Key)];

    private IEnumerable<AreaNode> Shown(AreaNode unit) => unit.Upwards().Where(area => area.Level <= _lowest);
}
