namespace LangSon.Poverty.Areas;

/// <summary>The levels of administration, from the largest.</summary>
public enum AreaLevel
{
    /// <summary>The country (cả nước).</summary>
    Nation,

    /// <summary>A region of several provinces (vùng).</summary>
    Region,

    /// <summary>A province or a city under the centre (tỉnh, thành phố trực thuộc trung ương).</summary>
    Province,

    /// <summary>A district, town or provincial city (huyện, thị xã, thành phố); ended on 30 June 2025.</summary>
    District,

    /// <summary>A commune, ward or township (xã, phường, thị trấn).</summary>
    Commune,

    /// <summary>All units that bear a mark of the programme, taken together.</summary>
    Tag,
}

/// <summary>Where a household lives as the income lines see it.</summary>
public enum Settlement : byte
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A ward or a township (phường, thị trấn).</summary>
    Urban,

    /// <summary>A commune (xã).</summary>
    Rural,
}

/// <summary>An administrative unit during the days on which its code, name, kind and parent hold together.</summary>
/// <param name="Code">The official code, leading zeros kept. The same code may mean another unit on another day.</param>
/// <param name="Name">The official name with its kind word, such as <c>Xã Thụy Hùng</c>.</param>
/// <param name="Level">Its level.</param>
/// <param name="Kind">The kind in the list's words: province, district, commune, ward, township, …</param>
/// <param name="Settlement">Urban or rural for communes; unknown for larger units.</param>
/// <param name="ParentCode">The code of the unit above on those days; null at the top.</param>
/// <param name="Tags">The programme's marks, such as <c>poor-district-2022-2025</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; null while it lasts.</param>
public sealed record Area(
    string Code, string Name, AreaLevel Level, string Kind, Settlement Settlement, string? ParentCode,
    IReadOnlyList<string> Tags, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether the unit stands on <paramref name="day"/>, both ends included.</summary>
    public bool StandsOn(DateOnly day) => day >= From && (Until is null || day <= Until);
}
