using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The words for units, their levels and kinds of settlement.</summary>
internal static class AreaWords
{
    /// <summary>The levels as options and outputs name them, from the largest.</summary>
    public static IReadOnlyList<string> Levels { get; } = [.. Enum.GetValues<AreaLevel>().Where(level => level != AreaLevel.Tag).Select(Word)];

    /// <summary>The machine word of a level.</summary>
    public static string Word(AreaLevel level) => level switch
    {
        AreaLevel.Nation => "nation",
        AreaLevel.Region => "region",
        AreaLevel.Province => "province",
        AreaLevel.District => "district",
        AreaLevel.Commune => "commune",
        AreaLevel.Tag => "tag",
    };

    /// <summary>A level for everyone.</summary>
    public static Cell Level(AreaLevel level) => new(Word(level), level switch
    {
        AreaLevel.Nation => new("cả nước", "nation"),
        AreaLevel.Region => new("vùng", "region"),
        AreaLevel.Province => new("tỉnh", "province"),
        AreaLevel.District => new("huyện", "district"),
        AreaLevel.Commune => new("xã", "commune"),
        AreaLevel.Tag => new("nhóm đơn vị", "tag"),
    });

    /// <summary>Urban or rural for everyone; no value for larger units.</summary>
    public static Cell Settlement(Settlement settlement) => settlement switch
    {
        Poverty.Areas.Settlement.Urban => new("urban", new("thành thị", "urban")),
        Poverty.Areas.Settlement.Rural => new("rural", new("nông thôn", "rural")),
        Poverty.Areas.Settlement.Unknown => Cell.None,
    };
}
