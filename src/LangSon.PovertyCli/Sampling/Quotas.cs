namespace LangSon.PovertyCli.Sampling;

/// <summary>How many households of a commune belong to each class in a year; the first in rank are the poor.</summary>
/// <param name="Poor">Poor households.</param>
/// <param name="Lacking">Poor and near-poor households.</param>
/// <param name="Modest">Poor, near-poor and average households.</param>
/// <param name="Newcomers">Households of the province's growth so far, above <see cref="Home.Dwellings"/>; never poor or near-poor.</param>
internal readonly record struct Quota(int Poor, int Lacking, int Modest, int Newcomers);

/// <summary>
/// The quotas of all communes in one year under one standard. They are whole numbers that add up to the province's rate and
/// to each district's within one household, so that the rates of a sample do not depend on luck or on its size.
/// </summary>
internal sealed class Quotas
{
    // In no commune is everybody poor, however poor the district: some room is left for every class.
    private const double MostPoor = 0.85;
    private const double MostLacking = 0.95;

    private readonly Quota[] _quotas;

    /// <summary>Computes the quotas of <paramref name="year"/> from the province's shares.</summary>
    public Quotas(ProvinceModel model, Homes homes, int year, ClassShares shares)
    {
        Year = year;
        var newcomers = Newcomers(model, homes, year);
        var poor = Rates(homes, newcomers, shares.Poor,
            home => (year <= model.DistrictsChangeAfter ? home.District.PoorAtFirst : home.District.PoorLater) * home.Poverty);
        // Near-poverty follows poverty less than fully: it also stands where much poverty has just been left.
        var nearPoor = Rates(homes, newcomers, shares.NearPoor, home => home.District.NearPoor * (0.5 + home.Poverty / 2));
        _quotas = new Quota[homes.All.Count];
        double poorDue = 0, nearDue = 0;
        for (var h = 0; h < _quotas.Length; h++)
        {
            var dwellings = homes.All[h].Dwellings;
            var all = dwellings + newcomers[h];
            poorDue += all * Math.Min(MostPoor, poor[h]);
            var ofPoor = Whole(poorDue, dwellings);
            poorDue -= ofPoor;
            nearDue += all * Math.Min(MostLacking - Math.Min(MostPoor, poor[h]), nearPoor[h]);
            var ofNear = Whole(nearDue, dwellings - ofPoor);
            nearDue -= ofNear;
            var ofAverage = Whole(all * shares.Average, dwellings - ofPoor - ofNear);
            _quotas[h] = new(ofPoor, ofPoor + ofNear, ofPoor + ofNear + ofAverage, newcomers[h]);
        }
    }

    /// <summary>The year whose end is meant.</summary>
    public int Year { get; }

    /// <summary>The quota of the home at that place.</summary>
    public ref readonly Quota this[int home] => ref _quotas[home];

    private static int Whole(double due, int most) => Math.Clamp((int)Math.Floor(due + 0.5), 0, most);

    private static int[] Newcomers(ProvinceModel model, Homes homes, int year)
    {
        var growth = Math.Max(0, year - model.GrowsAfter) * model.GrowthPerThousand;
        var newcomers = new int[homes.All.Count];
        long dwellings = 0, given = 0;
        for (var h = 0; h < newcomers.Length; h++)
        {
            dwellings += homes.All[h].Dwellings;
            var due = dwellings * growth / 1000;
            newcomers[h] = (int)(due - given);
            given = due;
        }
        return newcomers;
    }

    /// <summary>Relative figures scaled so that all households together have the province's share.</summary>
    private static double[] Rates(Homes homes, int[] newcomers, double share, Func<Home, double> relative)
    {
        double all = 0, weighted = 0;
        for (var h = 0; h < newcomers.Length; h++)
        {
            var households = homes.All[h].Dwellings + newcomers[h];
            all += households;
            weighted += households * relative(homes.All[h]);
        }
        return [.. homes.All.Select(home => weighted > 0 ? relative(home) * share * all / weighted : 0)];
    }
}
