using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Standards;

/// <summary>An income line of a standard: its values through time, one list for rural and one for urban areas.</summary>
/// <param name="Rural">The values for communes (xã), by first day.</param>
/// <param name="Urban">The values for wards and townships; the same list as <paramref name="Rural"/> where the law makes no difference.</param>
public sealed record IncomeLine(IReadOnlyList<Dated<decimal>> Rural, IReadOnlyList<Dated<decimal>> Urban)
{
    /// <summary>Whether one list holds for all households, wherever they live.</summary>
    public bool SameForAll => ReferenceEquals(Rural, Urban);

    /// <summary>The values for one kind of settlement; an unknown one has none and is an error.</summary>
    public IReadOnlyList<Dated<decimal>> For(Settlement settlement) => settlement switch
    {
        Settlement.Rural => Rural,
        Settlement.Urban => Urban,
        Settlement.Unknown => throw new ArgumentOutOfRangeException(nameof(settlement), "an income line is urban or rural"),
    };
}
