namespace LangSon.Poverty.Areas;

/// <summary>One unit as a run meets it: a row of the results at its level.</summary>
/// <param name="Index">Its number in the tree, from 0.</param>
/// <param name="Level">Its level.</param>
/// <param name="Code">Its code.</param>
/// <param name="Parent">The unit above; null at the top.</param>
/// <param name="Unit">The dated unit of the register; null where areas come from the data.</param>
public sealed record AreaNode(int Index, AreaLevel Level, string Code, AreaNode? Parent, Area? Unit)
{
    /// <summary>The name as printed.</summary>
    public string Name { get; internal set; } = Unit?.Name ?? "";

    /// <summary>This unit and all above it, from the smallest.</summary>
    public IEnumerable<AreaNode> Upwards()
    {
        for (var node = this; node is not null; node = node.Parent) yield return node;
    }

    /// <inheritdoc/>
    public bool Equals(AreaNode? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;
}

/// <summary>
/// The units of a run, shared by all rounds, grown as rows name them. A unit of a register is one node as long as its code,
/// name, kind and parent hold; a code that comes to mean another unit is another node. Safe for several threads; the
/// numbers depend on who comes first and are never printed.
/// </summary>
public sealed class AreaTree
{
    private readonly Lock _gate = new();
    private readonly List<AreaNode> _nodes = [];
    private readonly Dictionary<Area, AreaNode> _byUnit = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(AreaLevel Level, AreaNode? Parent, string Code), AreaNode> _byPath = [];
    private readonly Dictionary<AreaNode, Dictionary<string, long>> _names = [];

    /// <summary>All units so far, by number.</summary>
    public IReadOnlyList<AreaNode> Nodes
    {
        get
        {
            lock (_gate) return [.. _nodes];
        }
    }

    /// <summary>The node of a unit of the register, its parents included.</summary>
    public AreaNode Of(Area unit, AreaRegister register)
    {
        lock (_gate)
        {
            if (_byUnit.TryGetValue(unit, out var node)) return node;
            var parent = register.Parent(unit) is { } above ? Of(above, register) : null;
            return _byUnit[unit] = Grow(unit.Level, unit.Code, parent, unit);
        }
    }

    /// <summary>The node of a unit that only the data knows, found by its codes from the top.</summary>
    public AreaNode Of(AreaLevel level, string code, AreaNode? parent)
    {
        lock (_gate)
        {
            if (_byPath.TryGetValue((level, parent, code), out var node)) return node;
            return _byPath[(level, parent, code)] = Grow(level, code, parent, null);
        }
    }

    /// <summary>Counts how often the data gives a unit a name; the most frequent name is printed, then the first in ordinal order.</summary>
    public void CountName(AreaNode node, string name, long times)
    {
        lock (_gate)
        {
            if (!_names.TryGetValue(node, out var names)) _names[node] = names = new Dictionary<string, long>(StringComparer.Ordinal);
            names[name] = names.GetValueOrDefault(name) + times;
            node.Name = names.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).First().Key;
        }
    }

    private AreaNode Grow(AreaLevel level, string code, AreaNode? parent, Area? unit)
    {
        var node = new AreaNode(_nodes.Count, level, code, parent, unit);
        _nodes.Add(node);
        return node;
    }
}
