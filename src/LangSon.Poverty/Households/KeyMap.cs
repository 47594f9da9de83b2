namespace LangSon.Poverty.Households;

/// <summary>Which key a household of a round has in all rounds, where its id there is not that of the others.</summary>
public sealed class KeyMap(IReadOnlyDictionary<UInt128, UInt128> keys)
{
    /// <summary>The key that stands for the household of the round whose own id gives <paramref name="key"/>.</summary>
    public UInt128 Of(UInt128 key) => keys.GetValueOrDefault(key, key);
}
