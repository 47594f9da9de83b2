namespace LangSon.Poverty.Areas;

/// <summary>
/// Where the territory of a unit lies on another day, before or after, as far as the changes between units tell. Of a unit
/// that was divided nobody knows which household lived in which part, so several units may hold it.
/// </summary>
public sealed class AreaPaths(AreaRegister register, AreaChanges changes)
{
    private readonly DateOnly[] _days = [.. changes.All.Select(change => change.Day).Distinct().Order()];
    private readonly ILookup<DateOnly, AreaChange> _byDay = changes.All.ToLookup(change => change.Day);
    private readonly Dictionary<DateOnly, ILookup<Area?, Area>> _under = [];

    /// <summary>
    /// The smallest units of day <paramref name="to"/> in which a household may live that lives in <paramref name="unit"/>
    /// on day <paramref name="from"/>: one where the unit is carried over exactly, never none.
    /// </summary>
    public IReadOnlyList<Area> Follow(Area unit, DateOnly from, DateOnly to)
    {
        IEnumerable<Area> units = [unit];
        foreach (var day in _days.Where(day => day > from && day <= to))
            units = [.. units.SelectMany(area => Step(area, day, change => change.Old, change => change.New, day.AddDays(-1), day)).Distinct()];
        foreach (var day in _days.Where(day => day > to && day <= from).Reverse())
            units = [.. units.SelectMany(area => Step(area, day, change => change.New, change => change.Old, day, day.AddDays(-1))).Distinct()];
        return [.. units.SelectMany(area => Smallest(Standing(area, to), to)).Distinct().OrderBy(area => area.Code, StringComparer.Ordinal)];
    }

    /// <summary>The changes of a unit's territory after <paramref name="from"/>, up to <paramref name="to"/>, though it stands on both days.</summary>
    public IEnumerable<AreaChange> Touching(Area unit, DateOnly from, DateOnly to) =>
        changes.Into(unit).Concat(changes.OutOf(unit)).Where(change => change.Day > from && change.Day <= to).OrderBy(change => change.Day);

    private IEnumerable<Area> Step(Area area, DateOnly day, Func<AreaChange, Area> own, Func<AreaChange, Area> other, DateOnly here, DateOnly there)
    {
        var found = _byDay[day].Where(change => ReferenceEquals(own(change), area)).Select(other).ToList();
        // A unit that gave a part away or took one in goes on with the rest; what went elsewhere whole left nothing behind.
        if (area.StandsOn(here) && area.StandsOn(there) && !_byDay[day].Any(change => change.Whole && ReferenceEquals(change.Old, area))) found.Add(area);
        if (found.Count > 0) return found;
        // A district that ended lives on in the communes that it held.
        return Under(here)[area].ToArray() is { Length: > 0 } parts ? parts.SelectMany(part => Step(part, day, own, other, here, there)) : [Standing(area, there)];
    }

    /// <summary>The unit itself where it stands on the day, else the smallest above it that does.</summary>
    private Area Standing(Area area, DateOnly day)
    {
        var standing = area;
        while (!standing.StandsOn(day) && register.Parent(standing) is { } above) standing = above;
        return standing;
    }

    private IEnumerable<Area> Smallest(Area area, DateOnly day) =>
        Under(day)[area].ToArray() is { Length: > 0 } parts ? parts.SelectMany(part => Smallest(part, day)) : [area];

    private ILookup<Area?, Area> Under(DateOnly day)
    {
        if (!_under.TryGetValue(day, out var units)) _under[day] = units = register.On(day).ToLookup(register.Parent);
        return units;
    }
}
