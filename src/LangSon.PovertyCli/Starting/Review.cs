using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Starting;

/// <summary>One of the two rounds of a starting folder.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Law">The law of that day.</param>
/// <param name="Communes">Where the example households live, in the order of communes.csv.</param>
internal sealed record ReviewRound(int Year, Law Law, IReadOnlyList<Area> Communes)
{
    /// <summary>The day of the round.</summary>
    public DateOnly Day => SampleRound.DayOf(Year);

    /// <summary>All communes that stand on the round's day, by code.</summary>
    public IEnumerable<Area> AllCommunes => AreaLists.BuiltIn.On(Day).Where(area => area.Level == AreaLevel.Commune);
}

/// <summary>What a starting folder is for: the review of a year, and the year before as its base.</summary>
/// <param name="Base">The year before.</param>
/// <param name="Now">The year.</param>
internal sealed record Review(ReviewRound Base, ReviewRound Now)
{
    private const int HowManyCommunes = 5;

    /// <summary>Both rounds, the base first.</summary>
    public IReadOnlyList<ReviewRound> Rounds => [Base, Now];

    /// <summary>Whether rates of the two rounds may be subtracted: the same standard judges both.</summary>
    public bool IsComparable => Base.Law.Standard.Id == Now.Law.Standard.Id;

    /// <summary>Whether no commune was made, merged or divided between the two days.</summary>
    public bool HasSameCommunes => Base.AllCommunes.SequenceEqual(Now.AllCommunes);

    /// <summary>The province.</summary>
    public Area Province => Above(Now.Communes[0]).Last();

    /// <summary>The review of a year; null where a standard or the units are not known for it or for the year before.</summary>
    public static Review? Of(int year)
    {
        if (year is < 1901 or > 9999) return null;
        var (day, dayBefore) = (SampleRound.DayOf(year), SampleRound.DayOf(year - 1));
        if (StandardLibrary.InForceOn(day) is not { } standard || StandardLibrary.InForceOn(dayBefore) is not { } standardBefore) return null;
        var places = Places(day, dayBefore);
        if (places.Count < HowManyCommunes) return null;
        return new(new(year - 1, standardBefore.On(dayBefore), [.. places.Select(place => place.Before)]), new(year, standard.On(day), [.. places.Select(place => place.Now)]));
    }

    /// <summary>Every year that a folder can be made for.</summary>
    public static IReadOnlyList<int> Years { get; } =
        [.. Enumerable.Range(StandardLibrary.BuiltIn[0].FirstDay.Year, StandardLibrary.BuiltIn[^1].LastDay.Year - StandardLibrary.BuiltIn[0].FirstDay.Year + 1).Where(year => Of(year) is not null)];

    /// <summary>The units above a commune, the next one first.</summary>
    public static IEnumerable<Area> Above(Area commune)
    {
        for (var area = AreaLists.BuiltIn.Parent(commune); area is not null; area = AreaLists.BuiltIn.Parent(area)) yield return area;
    }

    /// <summary>
    /// A town, a commune of every district that the programme marks, and others from all over the province: with what they
    /// were a year before, for households stay where they live.
    /// </summary>
    private static List<(Area Before, Area Now)> Places(DateOnly day, DateOnly dayBefore)
    {
        using var rows = HouseholdFile.Open(AreaRegister.BuiltInChangesCsv, "changes");
        var changes = AreaChanges.Read(rows, AreaLists.BuiltIn, out _);
        List<(Area Before, Area Now)> all =
        [
            .. AreaLists.BuiltIn.On(day).Where(area => area.Level == AreaLevel.Commune)
                .Select(area => (Before: BeforeOf(area, dayBefore, changes), Now: area)).Where(place => place.Before is not null).Select(place => (place.Before!, place.Now)),
        ];
        if (all.Count < HowManyCommunes) return [];
        var rural = all.Where(place => place.Now.Settlement == Settlement.Rural && place.Before.Settlement == Settlement.Rural).ToLookup(place => AreaLists.BuiltIn.Parent(place.Now)!.Tags.Count > 0);
        List<(Area, Area)> places =
        [
            all.First(place => place.Now.Settlement == Settlement.Urban && place.Before.Settlement == Settlement.Urban),
            .. rural[true].DistinctBy(place => place.Now.ParentCode).Take(HowManyCommunes - 2),
        ];
        var others = rural[false].ToList();
        var open = HowManyCommunes - places.Count;
        for (var i = 0; i < open; i++) places.Add(others[(2 * i + 1) * others.Count / (2 * open)]);
        return places;
    }

    /// <summary>The unit in which a commune's people lived on an earlier day: itself, or one that went into it whole.</summary>
    private static Area? BeforeOf(Area commune, DateOnly day, AreaChanges changes) =>
        commune.StandsOn(day) ? commune : changes.Into(commune).FirstOrDefault(change => change.Whole && change.Old.StandsOn(day) && change.Old.Settlement == commune.Settlement)?.Old;
}
