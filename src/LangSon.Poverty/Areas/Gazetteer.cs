using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>What is probably meant by a code or name that is no one unit of the day.</summary>
/// <param name="Expected">The candidates, or those that the unit of another day belongs to; a dash when there are none.</param>
/// <param name="Words">The same as the end of a sentence.</param>
public sealed record Hint(string Expected, Phrase Words);

/// <summary>The units of one day by code and by name, however it is spelled, and what is meant by what is none of them.</summary>
public sealed class Gazetteer(AreaRegister register, AreaChanges changes, DateOnly day)
{
    private const int MostCandidates = 3;

    private readonly AreaPaths _paths = new(register, changes);
    private readonly Lazy<ILookup<string, Area>> _names = new(() => register.On(day).ToLookup(unit => NameKey.Of(unit.Name)));
    private readonly Lazy<ILookup<string, Area>> _otherNames = new(() => register.All.Where(unit => !unit.StandsOn(day)).ToLookup(unit => NameKey.Of(unit.Name)));

    /// <summary>All units of the day, by level, then code.</summary>
    public IReadOnlyList<Area> Units { get; } = register.On(day);

    /// <summary>The list that the units are of.</summary>
    public AreaRegister Register => register;

    /// <summary>The unit of a code as it is written, of whatever level.</summary>
    public Area? ByCode(string code) => register.Find(code, day);

    /// <summary>The unit of a code, a leading zero that a spreadsheet dropped put back; of that level only.</summary>
    public Area? ByCode(string code, AreaLevel level, out bool padded)
    {
        padded = false;
        if (ByCode(code) is { } exact) return exact.Level == level ? exact : null;
        var width = level switch { AreaLevel.Commune => 5, AreaLevel.District => 3, _ => 2 };
        if (code.Length >= width || !code.All(char.IsAsciiDigit)) return null;
        var found = register.Find(code.PadLeft(width, '0'), day);
        padded = found?.Level == level;
        return padded ? found : null;
    }

    /// <summary>
    /// Those of some units that bear a name, of the kind that its kind word says. A kind word that none of them has is passed
    /// over, unless there was or will be such a unit: then the name is not of this day. A district behind a name, in brackets
    /// or after a comma, has the unit in it: Hòa Bình (Bình Gia).
    /// </summary>
    public IReadOnlyList<Area> ByName(string name, Func<Area, bool> among)
    {
        if (Parts(name) is (var own, { Length: > 0 } where))
        {
            var above = Above(where);
            return ByName(own, unit => among(unit) && above.Any(district => unit != district && IsIn(unit, district)));
        }
        var named = _names.Value[NameKey.Of(name)].Where(among).ToArray();
        var ofKind = named.Where(unit => NameKey.FitsKind(name, unit)).ToArray();
        return ofKind.Length > 0 || OfOtherDays(name).Any() ? ofKind : named;
    }

    /// <summary>Whether a name is a unit's, with its kind word and its district as far as it has them.</summary>
    public bool IsNamed(Area unit, string name)
    {
        var (own, where) = Parts(name);
        return NameKey.FitsKind(own, unit) && NameKey.Of(own) == NameKey.Of(unit.Name) && (where.Length == 0 || Above(where).Any(above => IsIn(unit, above)));
    }

    /// <summary>Whether a unit is another or lies in it.</summary>
    public bool IsIn(Area unit, Area above)
    {
        for (var at = unit; at is not null; at = register.Parent(at))
            if (at == above)
                return true;
        return false;
    }

    /// <summary>A unit for people: code, name and the district that it lies in.</summary>
    public string Label(Area unit) => register.Parent(unit) is { Level: AreaLevel.District } district ? $"{unit.Code} {unit.Name} ({district.Name})" : $"{unit.Code} {unit.Name}";

    /// <summary>What several units that bear the name have in common is that one of them is meant.</summary>
    public Hint OneOf(IEnumerable<Area> units)
    {
        var list = string.Join(" / ", units.Select(Label));
        return new(list, new($"có thể là {list}", $"it may be {list}"));
    }

    /// <summary>What is meant by a code that no unit of the level bears.</summary>
    public Hint ForCode(string code, AreaLevel level, string name = "")
    {
        if (Fates([.. register.Bearing(code).Where(unit => unit.Level == level && !unit.StandsOn(day))]) is { } fate) return fate;
        // A name beside the code tells more than the code's digits.
        if (name.Length > 0 && ByName(name, unit => unit.Level == level) is [var only]) return Near(only.Code, [only]);
        return register.NearestCode(code, level, day) is { } near ? Near(near, [register.Find(near, day)!]) : Nothing;
    }

    /// <summary>What is meant by a name that no unit of the levels bears where it should lie.</summary>
    /// <param name="name">The name.</param>
    /// <param name="levels">The levels that it may be of.</param>
    /// <param name="above">Where it should lie; null: anywhere.</param>
    /// <param name="district">What the row says of the district, which may be of another day.</param>
    public Hint ForName(string name, IReadOnlyCollection<AreaLevel> levels, Area? above, string district = "")
    {
        if (Parts(name) is (var own, { Length: > 0 } where)) return ForName(own, levels, Above(where) is [var only] ? only : above, where);
        var others = OfOtherDays(name).Where(unit => levels.Contains(unit.Level)).ToArray();
        var there = others.Where(unit => register.Parent(unit) is { } parent && (parent.Code == district || NameKey.Of(parent.Name) == NameKey.Of(district))).ToArray();
        var isBorne = ByName(name, unit => levels.Contains(unit.Level)).Count > 0;
        if (!isBorne && Fates(there.Length > 0 ? there : others) is { } fate) return fate;
        var candidates = Units.Where(unit => levels.Contains(unit.Level)).OrderBy(unit => above is null || IsIn(unit, above) ? 0 : 1);
        var near = Nearest.Several(NameKey.Bare(name), candidates, unit => NameKey.Bare(unit.Name)).Take(MostCandidates).ToArray();
        return near.Length == 0 ? Nothing : Near(string.Join(" / ", near.Select(Label)), near);
    }

    /// <summary>A name and what stands behind it, unless a unit is called all of it.</summary>
    private (string Own, string Where) Parts(string name)
    {
        var at = name.AsSpan().IndexOfAny(",(");
        return at <= 0 || _names.Value.Contains(NameKey.Of(name)) ? (name, "") : (name[..at].Trim(), name[(at + 1)..].Trim(' ', ')', '.'));
    }

    private IReadOnlyList<Area> Above(string where) => ByName(where, unit => unit.Level is AreaLevel.District or AreaLevel.Province);

    private static Hint Nothing => new("–", new("không có đơn vị nào gần giống", "no unit is like it"));

    private Hint Near(string expected, IEnumerable<Area> units)
    {
        var list = string.Join(" / ", units.Select(Label));
        return new(expected, new($"gần nhất là {list}", $"nearest is {list}"));
    }

    private IEnumerable<Area> OfOtherDays(string name) => _otherNames.Value[NameKey.Of(name)].Where(unit => NameKey.FitsKind(name, unit));

    /// <summary>What became of units of other days, or what there was before them: of each name in a district the one that was the last, else that will be the first.</summary>
    private Hint? Fates(IReadOnlyCollection<Area> units)
    {
        var nearest = units.GroupBy(unit => (unit.ParentCode, unit.Name)).Select(same => same.Where(unit => unit.Until < day).MaxBy(unit => unit.From) ?? same.MinBy(unit => unit.From)!).Take(MostCandidates).ToArray();
        if (nearest.Length == 0) return null;
        var fates = nearest.Select(unit => (Unit: unit, Now: Now(unit))).ToArray();
        var now = string.Join(" / ", fates.SelectMany(fate => fate.Now).Select(unit => unit.Code).Distinct());
        return new(now.Length > 0 ? now : "–", new(string.Join(" / ", fates.Select(fate => Fate(fate.Unit, fate.Now).Vi)), string.Join(" / ", fates.Select(fate => Fate(fate.Unit, fate.Now).En))));
    }

    /// <summary>The units of the day in which the territory of another day's unit lies; none where that is not known.</summary>
    private Area[] Now(Area unit) =>
        changes.All.Count == 0 ? [] : [.. _paths.Follow(unit, unit.Until < day ? unit.Until.Value : unit.From, day).Where(area => area.StandsOn(day) && area.Level >= unit.Level)];

    private Phrase Fate(Area unit, Area[] now)
    {
        var list = string.Join(", ", now.Take(MostCandidates).Select(Label)) + (now.Length > MostCandidates ? ", …" : "");
        if (unit.Until < day)
        {
            var was = new Phrase($"{unit.Code} là {Name(unit)} đến {unit.Until:yyyy-MM-dd}", $"{unit.Code} was {Name(unit)} until {unit.Until:yyyy-MM-dd}");
            return list.Length == 0 ? was : was.With(new($", nay thuộc {list}", $", now in {list}"));
        }
        var willBe = new Phrase($"{unit.Code} là {Name(unit)} chỉ từ {unit.From:yyyy-MM-dd}", $"{unit.Code} is {Name(unit)} only from {unit.From:yyyy-MM-dd}");
        return list.Length == 0 ? willBe : willBe.With(new($", trước đó là {list}", $", before that {list}"));
    }

    private string Name(Area unit) => Label(unit)[(unit.Code.Length + 1)..];
}
