using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>Units are whatever the rows name: codes are any text, a commune lies in its row's district and province.</summary>
public sealed class DataResolver(AreaTree tree) : AreaResolver
{
    private readonly Dictionary<byte[], AreaNode> _provinces = new(Utf8Keys.Comparer);
    private readonly Dictionary<AreaNode, Dictionary<byte[], AreaNode>> _districts = [];
    private readonly Dictionary<AreaNode, Dictionary<byte[], AreaNode>> _communes = [];
    private readonly Dictionary<AreaNode, Dictionary<byte[], long>> _names = [];

    /// <inheritdoc/>
    public override AreaNode? Resolve(in AreaFields words, AreaReport report, out AreaNode? known)
    {
        var province = Find(_provinces, words.Province.IsEmpty ? words.ProvinceName : words.Province, AreaLevel.Province, null);
        Count(province, words.ProvinceName);
        var district = words.District.IsEmpty ? words.DistrictName : words.District;
        known = province;
        if (!district.IsEmpty)
        {
            known = Find(Children(_districts, province), district, AreaLevel.District, province);
            Count(known, words.DistrictName);
        }
        var commune = words.Commune.IsEmpty ? words.CommuneName : words.Commune;
        if (commune.IsEmpty)
        {
            report(AreaDoubt.Missing, "commune_code", "", "", "");
            return null;
        }
        var node = Find(Children(_communes, known), commune, AreaLevel.Commune, known);
        Count(node, words.CommuneName);
        return node;
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        foreach (var (node, names) in _names)
            foreach (var (name, times) in names)
                tree.CountName(node, Text(name), times);
    }

    private static Dictionary<byte[], AreaNode> Children(Dictionary<AreaNode, Dictionary<byte[], AreaNode>> all, AreaNode parent)
    {
        if (!all.TryGetValue(parent, out var children)) all[parent] = children = new Dictionary<byte[], AreaNode>(Utf8Keys.Comparer);
        return children;
    }

    private AreaNode Find(Dictionary<byte[], AreaNode> children, ReadOnlySpan<byte> code, AreaLevel level, AreaNode? parent)
    {
        var lookup = children.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(code, out var node))
            lookup[code] = node = tree.Of(level, Nfc.Of(Text(code)), parent);
        return node;
    }

    private void Count(AreaNode node, ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return;
        if (!_names.TryGetValue(node, out var names)) _names[node] = names = new Dictionary<byte[], long>(Utf8Keys.Comparer);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<byte>>();
        lookup.TryGetValue(name, out var times);
        lookup[name] = times + 1;
    }
}
