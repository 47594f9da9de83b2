using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Sampling;

/// <summary>
/// The class of a dwelling's household in a year. Every household has a lasting rank in its commune; each year some change
/// places with others, most of them close to a boundary, a few far away. As each exchange is between two, the quotas stay
/// exact, and as it concerns one year only, households that escaped may fall back.
/// </summary>
internal sealed class Movement
{
    private const int PerMillion = 1_000_000;

    // Reach on either side in percent of the commune's households, and how often neighbours change places: about one
    // household in a hundred crosses a boundary against the trend.
    private const int PoorReach = 16, PoorOften = 260_000;
    private const int NearPoorReach = 20, NearPoorOften = 300_000;
    // The poorest third and the third above it change places now and then: sudden poverty and sudden escape.
    private const int FarStep = 35, FarOften = 22_000;

    private readonly Home _home;
    private readonly int _index;
    private readonly Chance _chance;
    private readonly Shuffle _ranks;

    /// <summary>The movement within the home at place <paramref name="index"/>.</summary>
    public Movement(ulong seed, Home home, int index)
    {
        (_home, _index) = (home, index);
        _chance = Chance.Of(seed, ulong.MaxValue - (ulong)index);
        _ranks = new Shuffle(_chance, home.Dwellings);
    }

    /// <summary>The lasting rank of a dwelling, 0 the poorest.</summary>
    public int Rank(int dwelling) => _ranks[dwelling];

    /// <summary>The class in the year of <paramref name="quotas"/> of the household with that lasting rank.</summary>
    public PovertyClass Class(int rank, Quotas quotas)
    {
        ref readonly var quota = ref quotas[_index];
        var place = Reflect(rank, 2 * quota.Poor - 1, PoorReach, PoorOften, Draw.AroundPoor, quotas.Year);
        place = Reflect(place, 2 * quota.Lacking - 1, NearPoorReach, NearPoorOften, Draw.AroundNearPoor, quotas.Year);
        place = Far(place, quotas.Year);
        return place < quota.Poor ? PovertyClass.Poor
            : place < quota.Lacking ? PovertyClass.NearPoor
            : place < quota.Modest ? PovertyClass.Average
            : PovertyClass.NonPoor;
    }

    /// <summary>Exchanges a place with its mirror image on the other side of a boundary, the more often the closer they are.</summary>
    private int Reflect(int place, int sum, int reachPercent, int often, Draw draw, int year)
    {
        var other = sum - place;
        var reach = 2 + (int)((long)_home.Dwellings * reachPercent / 100);
        var distance = Math.Abs(other - place);
        if (other < 0 || other >= _home.Dwellings || distance >= reach) return place;
        // The lower place of the two stands for the pair: both ask the same question and get the same answer.
        var limit = (int)((long)often * (reach - distance) / reach);
        return _chance.Below(PerMillion, draw, year, Math.Min(place, other)) < limit ? other : place;
    }

    private int Far(int place, int year)
    {
        var step = (int)((long)_home.Dwellings * FarStep / 100);
        if (place >= 2 * step) return place;
        var lower = place % step;
        if (_chance.Below(PerMillion, Draw.FarMove, year, lower) >= FarOften) return place;
        return place == lower ? place + step : lower;
    }
}
