using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Targets;

/// <summary>Which of the units at hand the scope of a target means.</summary>
internal static class TargetScope
{
    /// <summary>The units or tags that a scope means, and the group.</summary>
    public static (IReadOnlyList<AreaNode> Areas, int Group) Of(Target target, AreaNode[] areas)
    {
        var (kind, name) = target.Scope.Split(':', 2) is [var a, var b] ? (a, b) : (target.Scope, "");
        return kind switch
        {
            "province" => ([.. areas.Where(area => area.Level == AreaLevel.Province)], 0),
            "group" => (Group.Parse(name) is null ? [] : [.. areas.Where(area => area.Level == AreaLevel.Province)], Group.Parse(name) ?? 0),
            "district" => ([.. areas.Where(area => area.Level == AreaLevel.District && area.Code == name)], 0),
            "commune" => ([.. areas.Where(area => area.Level == AreaLevel.Commune && area.Code == name)], 0),
            "tag" => ([.. areas.Where(area => area.Level == AreaLevel.Tag && area.Code == name)], 0),
            "each-district" => ([.. areas.Where(area => area.Level == AreaLevel.District)], 0),
            _ => ([.. areas.Where(area => area.Level == AreaLevel.Commune)], 0),
        };
    }

    /// <summary>The unit or tag that a scope without any probably means; nothing when none is near.</summary>
    public static Phrase Near(Target target, AreaNode[] areas)
    {
        if (target.Scope.Split(':', 2) is not [var kind, var code]) return "";
        AreaLevel? level = kind switch { "district" => AreaLevel.District, "commune" => AreaLevel.Commune, "tag" => AreaLevel.Tag, _ => null };
        var units = areas.Where(area => area.Level == level).ToArray();
        if (Nearest.To(code, units.Select(unit => unit.Code).Distinct()) is not { } near) return "";
        // Codes are dense: the name tells whether it is the unit that was meant.
        var name = units.First(unit => unit.Code == near).Name is { Length: > 0 } called && called != near ? $" ({called})" : "";
        return new($"; có phải là {kind}:{near}{name}?", $"; did you mean {kind}:{near}{name}?");
    }
}
