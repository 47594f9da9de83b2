namespace LangSon.PovertyCli.Sampling;

/// <summary>What a draw is for: two purposes never share a draw.</summary>
internal enum Draw : uint
{
    /// <summary>A round of the shuffle of a commune's households.</summary>
    Shuffle,

    /// <summary>Households that change places around the poor line in a year.</summary>
    AroundPoor,

    /// <summary>Households that change places around the near-poor boundary in a year.</summary>
    AroundNearPoor,

    /// <summary>Households that rise or fall far in a year.</summary>
    FarMove,

    /// <summary>The year in which another household follows.</summary>
    Turnover,

    /// <summary>Why a household left.</summary>
    Left,

    /// <summary>Why a household came.</summary>
    Entered,

    /// <summary>The size of the household.</summary>
    Size,

    /// <summary>The year in which the size changes, and how.</summary>
    SizeChange,

    /// <summary>The ethnic group of the head.</summary>
    Ethnicity,

    /// <summary>Whether there is a spouse, and of which group.</summary>
    Spouse,

    /// <summary>Sex and birth year of the head.</summary>
    Head,

    /// <summary>Disabled members, persons of merit, labour, farming.</summary>
    Marks,

    /// <summary>The lasting part of the income.</summary>
    Income,

    /// <summary>The part of the income that differs from year to year.</summary>
    YearIncome,

    /// <summary>How many services the household lacks in a year.</summary>
    DeprivationCount,

    /// <summary>Which services it lacks first; lasting.</summary>
    Deprivations,

    /// <summary>Whether the commune recognises another class.</summary>
    Recognition,

    /// <summary>Whether a household that is not poor asks for a review.</summary>
    Request,

    /// <summary>The size and poverty of a commune; the same for every seed.</summary>
    Commune,
}

/// <summary>
/// Chance without state: every draw is a hash (the finaliser of SplitMix64) of a key and of what it is for, so that a
/// household comes out the same in whatever order, year or thread it is asked for.
/// </summary>
internal readonly struct Chance
{
    private readonly ulong _key;

    private Chance(ulong key) => _key = key;

    /// <summary>The chance of one subject (a commune, a household) under a seed.</summary>
    public static Chance Of(ulong seed, ulong subject) => unchecked(new(Mix(Mix(seed) + subject * 0x9E3779B97F4A7C15UL)));

    /// <summary>64 even bits for a purpose, a year (0: for good) and a counter.</summary>
    public ulong Bits(Draw draw, int year = 0, int counter = 0) => unchecked(
        Mix(_key + (uint)draw * 0xD1B54A32D192ED03UL + (uint)year * 0x8CB92BA72F3D8DD7UL + (uint)counter * 0xA24BAED4963EE407UL));

    /// <summary>An even number from 0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below, Draw draw, int year = 0, int counter = 0) => Scale(Bits(draw, year, counter), below);

    /// <summary>The upper half of <paramref name="bits"/> as an even number from 0 to <paramref name="below"/> − 1.</summary>
    public static int Scale(ulong bits, int below) => (int)(((bits >> 32) * (ulong)below) >> 32);

    private static ulong Mix(ulong value) => unchecked(Finish(value + 0x9E3779B97F4A7C15UL));

    private static ulong Finish(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
