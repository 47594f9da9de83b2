using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>What a row says of where the household lives, as UTF-8 texts; empty where the file has no such column.</summary>
public readonly ref struct AreaFields
{
    /// <summary>The commune's code.</summary>
    public ReadOnlySpan<byte> Commune { get; init; }

    /// <summary>The commune's name.</summary>
    public ReadOnlySpan<byte> CommuneName { get; init; }

    /// <summary>The district's code.</summary>
    public ReadOnlySpan<byte> District { get; init; }

    /// <summary>The district's name.</summary>
    public ReadOnlySpan<byte> DistrictName { get; init; }

    /// <summary>The province's code.</summary>
    public ReadOnlySpan<byte> Province { get; init; }

    /// <summary>The province's name.</summary>
    public ReadOnlySpan<byte> ProvinceName { get; init; }
}

/// <summary>What was wrong or noteworthy about a row's area.</summary>
public enum AreaDoubt
{
    /// <summary>The code is no unit on the day (PV3001).</summary>
    UnknownCode,

    /// <summary>A leading zero was put back (PV3002).</summary>
    Padded,

    /// <summary>The commune lies in another district than the row says (PV3003).</summary>
    OtherDistrict,

    /// <summary>The name does not fit the code (PV3004).</summary>
    OtherName,

    /// <summary>Neither a code nor a name is given (PV2001).</summary>
    Missing,
}

/// <summary>
/// Finds the unit of a row on the round's day. One for each reader: it remembers the spellings it has met and allocates
/// nothing for a row whose codes it knows.
/// </summary>
public abstract class AreaResolver
{
    /// <summary>
    /// The commune of a row, or null; then <paramref name="known"/> is the lowest unit above it that the row does name.
    /// <paramref name="report"/> is told each doubt with what was found and what was expected.
    /// </summary>
    public abstract AreaNode? Resolve(in AreaFields words, Action<AreaDoubt, string, string> report, out AreaNode? known);

    /// <summary>Passes on what was learnt about names; called once, after the last row.</summary>
    public virtual void Finish() { }

    /// <summary>The text of a span.</summary>
    protected static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}

/// <summary>Units come from a register and the day decides which unit a code means.</summary>
public sealed class RegisterResolver(AreaRegister register, AreaTree tree, DateOnly day) : AreaResolver
{
    private readonly Dictionary<byte[], Known> _communes = new(Utf8Keys.Comparer);
    private readonly Dictionary<byte[], string> _nameKeys = new(Utf8Keys.Comparer);

    private sealed record Known(AreaNode Node, byte[] District, string NameKey);

    /// <inheritdoc/>
    public override AreaNode? Resolve(in AreaFields words, Action<AreaDoubt, string, string> report, out AreaNode? known)
    {
        known = null;
        if (words.Commune.IsEmpty) return ByName(words, report, out known);
        if (!_communes.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(words.Commune, out var found))
        {
            var text = Text(words.Commune);
            var unit = Find(text, AreaLevel.Commune, out var padded);
            if (unit is null)
            {
                report(AreaDoubt.UnknownCode, text, register.NearestCode(text, AreaLevel.Commune, day) ?? "–");
                known = Above(words);
                return null;
            }
            var parent = register.Parent(unit);
            found = new Known(tree.Of(unit, register), Encoding.UTF8.GetBytes(parent?.Level == AreaLevel.District ? parent.Code : ""), NameKey.Of(unit.Name));
            if (padded) report(AreaDoubt.Padded, text, unit.Code);
            else _communes[words.Commune.ToArray()] = found;
        }
        if (!words.District.IsEmpty && !words.District.SequenceEqual(found.District) && !SameDistrict(words.District, found, report))
        {
            report(AreaDoubt.OtherDistrict, Text(words.District), Encoding.UTF8.GetString(found.District));
            known = found.Node.Upwards().FirstOrDefault(node => node.Level == AreaLevel.Province);
            return null;
        }
        if (!words.CommuneName.IsEmpty && KeyOf(words.CommuneName) != found.NameKey)
            report(AreaDoubt.OtherName, Text(words.CommuneName), found.Node.Name);
        return found.Node;
    }

    private bool SameDistrict(ReadOnlySpan<byte> district, Known found, Action<AreaDoubt, string, string> report)
    {
        var text = Text(district);
        var unit = Find(text, AreaLevel.District, out var padded);
        if (unit is null || found.Node.Parent?.Unit != unit) return false;
        if (padded) report(AreaDoubt.Padded, text, unit.Code);
        return true;
    }

    private AreaNode? ByName(in AreaFields words, Action<AreaDoubt, string, string> report, out AreaNode? known)
    {
        known = Above(words);
        if (words.CommuneName.IsEmpty)
        {
            report(AreaDoubt.Missing, "", "");
            return null;
        }
        var key = KeyOf(words.CommuneName);
        var above = known;
        var places = register.On(day).Where(unit => unit.Level == AreaLevel.Commune && NameKey.Of(unit.Name) == key)
            .Select(unit => tree.Of(unit, register)).Where(node => above is null || node.Upwards().Contains(above)).ToArray();
        if (places.Length == 1) return places[0];
        report(AreaDoubt.UnknownCode, Text(words.CommuneName),
            places.Length > 1 ? string.Join(" / ", places.Select(node => $"{node.Code} ({node.Parent?.Name})")) : Near(above, words.CommuneName));
        return null;
    }

    private string Near(AreaNode? above, ReadOnlySpan<byte> name) =>
        Nearest.To(Text(name), register.On(day).Where(unit => unit.Level == AreaLevel.Commune
            && (above is null || tree.Of(unit, register).Upwards().Contains(above))).Select(unit => unit.Name)) ?? "–";

    /// <summary>The lowest unit above the commune that the row names by code or name.</summary>
    private AreaNode? Above(in AreaFields words)
    {
        var district = words.District.IsEmpty ? null : Find(Text(words.District), AreaLevel.District, out _);
        if (district is null && !words.DistrictName.IsEmpty) district = Named(words.DistrictName, AreaLevel.District);
        var province = words.Province.IsEmpty ? null : Find(Text(words.Province), AreaLevel.Province, out _);
        if (province is null && !words.ProvinceName.IsEmpty) province = Named(words.ProvinceName, AreaLevel.Province);
        var unit = district ?? province ?? OnlyProvince();
        return unit is null ? null : tree.Of(unit, register);
    }

    private Area? Named(ReadOnlySpan<byte> name, AreaLevel level)
    {
        var key = KeyOf(name);
        var units = register.On(day).Where(unit => unit.Level == level && NameKey.Of(unit.Name) == key).ToArray();
        return units.Length == 1 ? units[0] : null;
    }

    private Area? OnlyProvince()
    {
        var provinces = register.On(day).Where(unit => unit.Level == AreaLevel.Province).ToArray();
        return provinces.Length == 1 ? provinces[0] : null;
    }

    private Area? Find(string code, AreaLevel level, out bool padded)
    {
        padded = false;
        if (register.Find(code, day) is { } exact) return exact.Level == level ? exact : null;
        var width = level switch { AreaLevel.Commune => 5, AreaLevel.District => 3, _ => 2 };
        if (code.Length >= width || !code.All(char.IsAsciiDigit)) return null;
        padded = register.Find(code.PadLeft(width, '0'), day) is { } unit && unit.Level == level;
        return padded ? register.Find(code.PadLeft(width, '0'), day) : null;
    }

    private string KeyOf(ReadOnlySpan<byte> name)
    {
        if (_nameKeys.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var key)) return key;
        key = NameKey.Of(Text(name));
        if (_nameKeys.Count < 4096) _nameKeys[name.ToArray()] = key;
        return key;
    }
}

/// <summary>Units are whatever the rows name: codes are any text, a commune lies in its row's district and province.</summary>
public sealed class DataResolver(AreaTree tree) : AreaResolver
{
    private readonly Dictionary<byte[], AreaNode> _provinces = new(Utf8Keys.Comparer);
    private readonly Dictionary<AreaNode, Dictionary<byte[], AreaNode>> _districts = [];
    private readonly Dictionary<AreaNode, Dictionary<byte[], AreaNode>> _communes = [];
    private readonly Dictionary<AreaNode, Dictionary<byte[], long>> _names = [];

    /// <inheritdoc/>
    public override AreaNode? Resolve(in AreaFields words, Action<AreaDoubt, string, string> report, out AreaNode? known)
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
            report(AreaDoubt.Missing, "", "");
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
            lookup[code] = node = tree.Of(level, Text(code).Normalize(NormalizationForm.FormC), parent);
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
