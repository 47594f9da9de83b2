using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>Tells urban from rural by the kind word before a commune's name, each spelling once. One for each reader.</summary>
public sealed class KindWords
{
    private readonly Dictionary<byte[], Settlement> _met = new(Utf8Keys.Comparer);

    /// <summary>What the kind word says; unknown where there is no name or no kind word.</summary>
    public Settlement Of(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return Settlement.Unknown;
        var met = _met.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (met.TryGetValue(name, out var settlement)) return settlement;
        return met[name] = NameKey.SettlementOf(Encoding.UTF8.GetString(name));
    }
}
