using LangSon.Poverty.Areas;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Sampling;

/// <summary>A commune as it stood when the samples begin: the place where a household stays, whatever the unit is called later.</summary>
/// <param name="Area">The commune on the first list of communes.</param>
/// <param name="District">What samples follow in its district.</param>
/// <param name="DistrictIndex">The district's place in the model.</param>
/// <param name="Dwellings">The households of the years without growth.</param>
/// <param name="Villages">The number of villages.</param>
/// <param name="Poverty">The rate relative to the district, whose mean is 1.</param>
internal sealed record Home(Area Area, DistrictModel District, int DistrictIndex, int Dwellings, int Villages, double Poverty)
{
    /// <summary>The village of a dwelling, from 1: dwellings of a village are neighbours.</summary>
    public int Village(int dwelling) => Dwellings == 0 ? 1 : Math.Min(Villages, 1 + (int)((long)dwelling * Villages / Dwellings));
}

/// <summary>The communes of the province with their households, laid out once for all years.</summary>
internal sealed class Homes
{
    private readonly List<(DateOnly Date, string Old, string New)> _changes = [];

    /// <summary>Lays <paramref name="households"/> out over the province.</summary>
    public Homes(ProvinceModel model, int households)
    {
        Register = AreaRegister.Read(new ListRows(AreaRegister.BuiltInCsv, "areas"), out _);
        FirstDay = Register.All.Where(area => area.Level == AreaLevel.Commune).Min(area => area.From);
        foreach (var row in PlainTable.Read(new ListRows(AreaRegister.BuiltInChangesCsv, "changes"), ["date", "old_code", "new_code"], ["extent"]).Rows)
            _changes.Add((row.Day("date")!.Value, row.Text("old_code"), row.Text("new_code")));
        All = LayOut(model, households);
    }

    /// <summary>The areas of all days.</summary>
    public AreaRegister Register { get; }

    /// <summary>The day of the first list of communes; earlier rounds are laid out on that list too.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The communes, by district, then code.</summary>
    public IReadOnlyList<Home> All { get; }

    /// <summary>
    /// The units in which the dwellings of a home lie on <paramref name="day"/>: each from the end of the one before up to a
    /// bound, excluded; the last bound is open. Where a unit was divided its dwellings are halved, since only a household's
    /// address would tell.
    /// </summary>
    public IReadOnlyList<(int Until, Area Area)> Units(Home home, DateOnly day)
    {
        if (day < FirstDay) return [(int.MaxValue, home.Area)];
        List<(int Until, string Code)> parts = [(home.Dwellings, home.Area.Code)];
        foreach (var date in _changes.Select(change => change.Date).Distinct().Order())
        {
            if (date > day) break;
            List<(int, string)> next = [];
            var from = 0;
            foreach (var (until, code) in parts)
            {
                string[] successors = [.. _changes.Where(change => change.Date == date && change.Old == code).Select(change => change.New)];
                if (successors.Length == 0) successors = [code];
                for (var i = 0; i < successors.Length; i++)
                    next.Add((from + (int)((long)(until - from) * (i + 1) / successors.Length), successors[i]));
                from = until;
            }
            parts = next;
        }
        parts[^1] = (int.MaxValue, parts[^1].Code);
        return [.. parts.Select(part => (part.Until, Register.Find(part.Code, day)
            ?? throw new InvalidDataException($"No unit bears the code {part.Code} on {day:yyyy-MM-dd}.")))];
    }

    private List<Home> LayOut(ProvinceModel model, int households)
    {
        var communes = Register.On(FirstDay).Where(area => area.Level == AreaLevel.Commune).ToLookup(area => area.ParentCode);
        var allShares = model.Districts.Sum(district => district.Share);
        List<Home> homes = [];
        // Households are whole: what a commune gets too much or too little is carried to the next, so that the sum is exact.
        var laid = 0;
        var wanted = 0.0;
        for (var d = 0; d < model.Districts.Count; d++)
        {
            var district = model.Districts[d];
            Area[] units = [.. communes[district.Code]];
            var weight = units.Sum(Weight);
            List<Home> ofDistrict = [];
            foreach (var unit in units)
            {
                wanted += households * district.Share / allShares * Weight(unit) / weight;
                var last = d == model.Districts.Count - 1 && unit == units[^1];
                var dwellings = (last ? households : (int)Math.Floor(wanted + 0.5)) - laid;
                laid += dwellings;
                ofDistrict.Add(new(unit, district, d, dwellings, 6 + Of(unit).Below(9, Draw.Commune, 3), Poverty(unit)));
            }
            var mean = ofDistrict.Sum(home => home.Dwellings * home.Poverty) / Math.Max(1, ofDistrict.Sum(home => home.Dwellings));
            homes.AddRange(ofDistrict.Select(home => home with { Poverty = mean > 0 ? home.Poverty / mean : 1 }));
        }
        return homes;
    }

    /// <summary>Towns are several times as large as the villages around them.</summary>
    private static double Weight(Area unit) =>
        (unit.Kind switch { "ward" => 3.2, "township" => 2.4, _ => 1.0 }) * (0.6 + Of(unit).Below(1000, Draw.Commune, 1) / 1250.0);

    /// <summary>Towns are much less poor; among the communes of a district the poorest has some four times the rate of the least poor.</summary>
    private static double Poverty(Area unit) =>
        (unit.Settlement == Settlement.Urban ? 0.3 : 1.0) * (0.5 + Of(unit).Below(1000, Draw.Commune, 2) / 650.0);

    /// <summary>What is by chance here belongs to the commune and is the same for every seed: the picture of the province stays.</summary>
    private static Chance Of(Area unit) => Chance.Of(0, ulong.Parse(unit.Code, System.Globalization.CultureInfo.InvariantCulture));
}
