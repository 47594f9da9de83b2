using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Sampling;

/// <summary>The province's households at the end of one year: each is asked for by its place and comes out the same every time.</summary>
internal sealed class SampleRound
{
    // Until then every dwelling has its first household.
    private const int FirstTurnover = 2017;

    private readonly ulong _seed;
    private readonly ProvinceModel _model;
    private readonly Homes _homes;
    private readonly Movement[] _movements;
    private readonly Quotas[] _quotas;
    private readonly Circumstances _circumstances;
    private readonly (int Until, SampleUnit Unit)[][] _units;

    /// <summary>Prepares the round of 14 December of <paramref name="year"/>, on which <paramref name="law"/> holds.</summary>
    public SampleRound(ulong seed, ProvinceModel model, Homes homes, int year, Law law)
    {
        (_seed, _model, _homes, Year, Law) = (seed, model, homes, year, law);
        Day = DayOf(year);
        _movements = [.. homes.All.Select((home, index) => new Movement(seed, home, index))];
        // What a household was is remembered since the standard's first review, so that what one year's file tells of it the
        // next year's file tells too: a list without the rows of those above the lines then knows as much as a census.
        var known = Math.Max(2, year - model.FirstYear(law.Standard.Id) + 1);
        _quotas = [.. Enumerable.Range(0, known).Select(back => new Quotas(model, homes, year - back, model.Shares(law.Standard.Id, year - back)))];
        _circumstances = new Circumstances(model, law);
        var units = new Dictionary<(string, DateOnly), SampleUnit>();
        _units =
        [
            .. homes.All.Select(home => homes.Units(home, Day).Select(part =>
            {
                var key = (part.Area.Code, part.Area.From);
                if (!units.TryGetValue(key, out var unit)) units.Add(key, unit = new SampleUnit(part.Area, homes.Register, law));
                return (part.Until, unit);
            }).ToArray()),
        ];
        Units = [.. units.Values];
        Households = homes.All.Select((home, index) => home.Dwellings + _quotas[0][index].Newcomers).Sum();
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The day of the round.</summary>
    public DateOnly Day { get; }

    /// <summary>The law of that day.</summary>
    public Law Law { get; }

    /// <summary>All communes that households live in.</summary>
    public IReadOnlyList<SampleUnit> Units { get; }

    /// <summary>The number of resident households.</summary>
    public int Households { get; }

    /// <summary>The number of homes.</summary>
    public int Homes => _homes.All.Count;

    /// <summary>The last day of the yearly review (Decision 24/2021).</summary>
    public static DateOnly DayOf(int year) => new(year, 12, 14);

    /// <summary>The number of dwellings that are lived in at a home.</summary>
    public int Dwellings(int home) => _homes.All[home].Dwellings + _quotas[0][home].Newcomers;

    /// <summary>The household that lives in a dwelling.</summary>
    public void Resident(int home, int dwelling, out SampleHousehold household)
    {
        household = At(home, dwelling);
        var isNew = dwelling >= _homes.All[home].Dwellings;
        var turnover = isNew ? int.MaxValue : Turnover(home, dwelling);
        household.Occupant = turnover <= Year ? 1 : 0;
        var chance = Of(household);
        int rank;
        if (isNew)
        {
            rank = 999;
            household.Class = Law.AverageLine(household.Unit.Area.Settlement) is not null && chance.Below(1000, Draw.Income, counter: 5) < 250
                ? PovertyClass.Average
                : PovertyClass.NonPoor;
            if (dwelling - _homes.All[home].Dwellings >= _quotas[1][home].Newcomers) household.Entered = Why(chance, Draw.Entered);
        }
        else
        {
            var place = _movements[home].Rank(dwelling);
            rank = (int)(place * 1000L / _homes.All[home].Dwellings);
            household.Class = Within(household.Unit, _movements[home].Class(place, _quotas[0]));
            household.Before = Before(home, place, turnover <= Year ? turnover : int.MinValue);
            if (turnover == Year) household.Entered = Why(chance, Draw.Entered);
        }
        household.Recognised = Recognised(household.Unit, household.Class, chance, Year);
        _circumstances.Fill(ref household, chance, rank, _homes.All[home].DistrictIndex, Year);
    }

    /// <summary>The household that left a dwelling since the year before, as it was then; false when none did.</summary>
    public bool Leaver(int home, int dwelling, out SampleHousehold household)
    {
        household = default;
        if (dwelling >= _homes.All[home].Dwellings || Turnover(home, dwelling) != Year) return false;
        household = At(home, dwelling);
        var chance = Of(household);
        var place = _movements[home].Rank(dwelling);
        household.Class = Within(household.Unit, _movements[home].Class(place, _quotas[1]));
        household.Recognised = Recognised(household.Unit, household.Class, chance, Year - 1);
        household.Before = Before(home, place, int.MinValue);
        household.Left = Why(chance, Draw.Left);
        _circumstances.Fill(ref household, chance, (int)(place * 1000L / _homes.All[home].Dwellings), _homes.All[home].DistrictIndex, Year - 1);
        return true;
    }

    /// <summary>Whether the commune had recognised the household as poor or near-poor a year before, or the rules would have.</summary>
    public bool WasListed(in SampleHousehold household)
    {
        if (household.Before is PastStatus.Poor or PastStatus.NearPoor) return true;
        if (household.Dwelling >= _homes.All[household.Home].Dwellings || household.Entered != Passage.None) return false;
        var before = Within(household.Unit, _movements[household.Home].Class(_movements[household.Home].Rank(household.Dwelling), _quotas[1]));
        return Listed(Recognised(household.Unit, before, Of(household), Year - 1));
    }

    /// <summary>Whether the household asks for a review without being poor.</summary>
    public bool AsksForReview(in SampleHousehold household) =>
        Of(household).Below(1000, Draw.Request, Year) < _model.AskedForReviewPerThousand;

    /// <summary>Whether a class is one of those that the yearly list is about.</summary>
    public static bool Listed(PovertyClass poverty) => poverty is PovertyClass.Poor or PovertyClass.NearPoor;

    private SampleHousehold At(int home, int dwelling)
    {
        var units = _units[home];
        var part = 0;
        while (dwelling >= units[part].Until) part++;
        return new SampleHousehold { Home = home, Dwelling = dwelling, Unit = units[part].Unit };
    }

    private Chance Of(in SampleHousehold household) => Of(household.Home, household.Dwelling, household.Occupant);

    private Chance Of(int home, int dwelling, int occupant) =>
        Chance.Of(_seed, ((ulong)(uint)home << 40) | ((ulong)(uint)dwelling << 1) | (uint)occupant);

    private int Turnover(int home, int dwelling) =>
        FirstTurnover + Of(home, dwelling, 0).Below(1000, Draw.Turnover) / _model.TurnoverPerThousand;

    private static Passage Why(Chance chance, Draw draw) => (chance.Below(10, draw), draw) switch
    {
        ( < 6, _) => Passage.Moved,
        ( < 8, Draw.Left) => Passage.Merged,
        ( < 9, Draw.Left) => Passage.Died,
        ( < 9, _) => Passage.Split,
        _ => Passage.Other,
    };

    /// <summary>What is known of the household from before: nothing of the years before <paramref name="since"/>.</summary>
    private PastStatus Before(int home, int place, int since)
    {
        if (Year - 1 < since) return PastStatus.None;
        var last = _movements[home].Class(place, _quotas[1]);
        if (last == PovertyClass.Poor) return PastStatus.Poor;
        if (last == PovertyClass.NearPoor) return PastStatus.NearPoor;
        var status = PastStatus.None;
        for (var back = 2; back < _quotas.Length && Year - back >= since; back++)
        {
            var earlier = _movements[home].Class(place, _quotas[back]);
            if (earlier == PovertyClass.Poor) return PastStatus.Escaped;
            if (earlier == PovertyClass.NearPoor) status = PastStatus.EscapedNearPoor;
        }
        return status;
    }

    /// <summary>Without an average band those above the line are not poor, and that is all.</summary>
    private static PovertyClass Within(SampleUnit unit, PovertyClass poverty) =>
        poverty == PovertyClass.Average && unit.AverageLine is null ? PovertyClass.NonPoor : poverty;

    /// <summary>The village meeting sees a few households one class away from where the rules put them.</summary>
    private PovertyClass Recognised(SampleUnit unit, PovertyClass poverty, Chance chance, int year)
    {
        var bits = chance.Bits(Draw.Recognition, year);
        if (Chance.Scale(bits, 1000) >= _model.DisagreementPerThousand) return poverty;
        return Within(unit, poverty switch
        {
            PovertyClass.Poor => PovertyClass.NearPoor,
            PovertyClass.NearPoor => (bits & 1) == 0 ? PovertyClass.Poor : PovertyClass.Average,
            PovertyClass.Average => (bits & 3) == 0 ? PovertyClass.NearPoor : PovertyClass.NonPoor,
            PovertyClass.NonPoor => PovertyClass.Average,
            PovertyClass.Undetermined => PovertyClass.Undetermined,
        });
    }
}
