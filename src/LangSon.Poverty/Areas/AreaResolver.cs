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
    /// <summary>The code or name is no unit on the day, or a name is that of several (PV3001).</summary>
    UnknownUnit,

    /// <summary>A leading zero was put back (PV3002).</summary>
    Padded,

    /// <summary>The commune lies in another district than the row says (PV3003).</summary>
    OtherDistrict,

    /// <summary>A name does not fit the commune's code (PV3004).</summary>
    OtherName,

    /// <summary>Neither a code nor a name is given (PV2001).</summary>
    Missing,

    /// <summary>The row names a district though none stands on the day any more, or yet (PV3009).</summary>
    DistrictOfAnotherDay,
}

/// <summary>Takes a doubt about a row's area.</summary>
/// <param name="doubt">What it is.</param>
/// <param name="column">The canonical column that it is about.</param>
/// <param name="found">What the row says.</param>
/// <param name="expected">What would have been right; empty when nothing in particular.</param>
/// <param name="hint">Of an unknown unit what is probably meant, of a name that does not fit the code of the commune; else empty.</param>
public delegate void AreaReport(AreaDoubt doubt, string column, string found, string expected, Phrase hint);

/// <summary>
/// Finds the unit of a row on the round's day. One for each reader: it remembers the spellings it has met and allocates
/// nothing for a row whose codes it knows.
/// </summary>
public abstract class AreaResolver
{
    /// <summary>
    /// The commune of a row, or null; then <paramref name="known"/> is the lowest unit above it that the row does name.
    /// <paramref name="report"/> is told each doubt.
    /// </summary>
    public abstract AreaNode? Resolve(in AreaFields words, AreaReport report, out AreaNode? known);

    /// <summary>Passes on what was learnt about names; called once, after the last row.</summary>
    public virtual void Finish() { }

    /// <summary>The text of a span.</summary>
    protected static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
