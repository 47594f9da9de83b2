using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>The units of all rounds in the order in which sheets list them: each unit, then the units under it, by code.</summary>
internal sealed class BookAreas
{
    private readonly IReadOnlyList<AreaNode> _all;
    private readonly HashSet<AreaNode> _known;

    /// <summary>The units of all rounds.</summary>
    public BookAreas(Poverty.Comparison.Results results)
        : this(results.Rounds.Select(round => round.Summary))
    {
    }

    private BookAreas(IEnumerable<Summary> summaries)
    {
        _all = [.. summaries.SelectMany(summary => summary.Areas.Where(area => area.Level != AreaLevel.Tag && Says(summary.Of(area, Group.All))))
            .SelectMany(area => area.Upwards()).Distinct()
            .OrderBy(area => area.Level).ThenBy(area => area.Code, StringComparer.Ordinal)
            .ThenBy(area => area.Parent?.Code, StringComparer.Ordinal).ThenBy(area => area.Unit?.From)];
        _known = [.. _all];
    }

    /// <summary>The units of one round.</summary>
    public static BookAreas Of(RoundResult round) => new([round.Summary]);

    /// <summary>The units of the map on which two rounds are compared.</summary>
    public static BookAreas On(CommonGround ground) => new([ground.Before, ground.Now]);

    /// <summary>The units of a level.</summary>
    public IReadOnlyList<AreaNode> Of(AreaLevel level) => [.. _all.Where(area => area.Level == level)];

    /// <summary>The units directly under one.</summary>
    public IEnumerable<AreaNode> Under(AreaNode area) => _all.Where(unit => unit.Parent == area);

    /// <summary>Units above the communes that no other unit holds.</summary>
    public IEnumerable<AreaNode> Tops => _all.Where(area => area.Parent is null || !_known.Contains(area.Parent));

    /// <summary>
    /// The unit that the cover is about: the only province, else the only unit that holds all others; null when several
    /// stand side by side.
    /// </summary>
    public AreaNode? Whole => Of(AreaLevel.Province) is [var province] ? province : Tops.ToArray() is [var top] ? top : null;

    /// <summary>What is told of as a whole: the unit of the cover, or each of those side by side.</summary>
    public IReadOnlyList<AreaNode> Heads => [.. Whole is { } whole ? [whole] : Tops];

    /// <summary>The units that the whole consists of, such as the districts of the province; those side by side where nothing holds all.</summary>
    public IReadOnlyList<AreaNode> Parts => [.. Whole is { } whole ? Under(whole) : Tops];

    /// <summary>Every unit, larger ones before their own, with its depth below the first.</summary>
    public IEnumerable<(AreaNode Area, int Depth)> Tree() => Tops.SelectMany(top => Tree(top, 0));

    private IEnumerable<(AreaNode Area, int Depth)> Tree(AreaNode area, int depth) =>
        Under(area).SelectMany(unit => Tree(unit, depth + 1)).Prepend((area, depth));

    /// <summary>What a unit is called: its name, else its code, else what it is.</summary>
    public static Phrase Name(AreaNode area)
    {
        if (area.Name.Length > 0) return new(area.Name, area.Name);
        if (area.Code.Length > 0) return new(area.Code, area.Code);
        return area.Level switch
        {
            AreaLevel.Nation => new("Cả nước", "The nation"),
            AreaLevel.Region => new("Toàn vùng", "The region"),
            AreaLevel.Province => new("Toàn tỉnh", "The province"),
            AreaLevel.District => new("Huyện không nêu tên", "Unnamed district"),
            AreaLevel.Commune => new("Xã không nêu tên", "Unnamed commune"),
            AreaLevel.Tag => new("Nhóm không nêu tên", "Unnamed group"),
        };
    }

    /// <summary>How a row of the unit looks in a table down to <paramref name="lowest"/>: those are the body, what holds them is set off.</summary>
    public static Look Look(AreaNode area, AreaLevel lowest) => area.Level == lowest ? Workbook.Look.Body
        : area.Level == AreaLevel.District ? Workbook.Look.Subtotal
        : Workbook.Look.Total;

    /// <summary>Where only counts exist, units without a row of them are known by name and by nothing else.</summary>
    private static bool Says(AreaCounts counts) => counts.HasRows || counts.Lack.IsAll || counts.Households is not null || counts.InClass(PovertyClass.Poor) is not null;
}
