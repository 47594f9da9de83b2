using System.Numerics;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Sampling;

/// <summary>
/// How a household lives: its people and marks, which last, and an income and deprivations that give the class it is meant
/// to have under the law. Everything is drawn from the household's own chance.
/// </summary>
internal sealed class Circumstances
{
    private const int PerThousand = 1000;

    // A household of this share of the rank (of 1,000) and above has the least of what comes with poverty.
    private const int Ranks = 1000;

    // Households by size, on 1,000; the mean is 4.16.
    private static readonly int[] Sizes = [40, 110, 180, 290, 200, 110, 40, 18, 6, 3, 2, 1];

    // Incomes at even steps of the draw, on 1,000 of the line (below it) and of the ceiling (above it): skewed to the right.
    private static readonly int[] BelowLine = [220, 420, 560, 670, 755, 825, 885, 940, 1000];
    private static readonly int[] AboveCeiling = [1000, 1060, 1140, 1240, 1370, 1550, 1820, 2400, 4800];

    // Deprivations of poor households beyond the count that makes poor, on 1,000, and of those above the lines.
    private static readonly int[] BeyondPoor = [540, 280, 120, 45, 15];
    private static readonly int[] OfAverage = [230, 370, 240, 110, 40, 10];
    private static readonly int[] OfNonPoor = [480, 320, 140, 45, 15];

    private readonly ProvinceModel _model;
    private readonly Law _law;
    private readonly IndicatorModel[] _indicators;
    private readonly int[][] _minorities;
    private readonly int[] _majority;

    /// <summary>Prepares the draws for one law.</summary>
    public Circumstances(ProvinceModel model, Law law)
    {
        (_model, _law) = (model, law);
        _indicators = [.. law.Indicators.ToArray().Select(indicator => model.Indicator(indicator.Id))];
        _majority = [.. model.Districts.Select(district => (int)(district.Ethnicity[0] * PerThousand / district.Ethnicity.Sum()))];
        _minorities = [.. model.Districts.Select(district => OnThousand(district.Ethnicity.AsSpan(1)))];
    }

    /// <summary>
    /// Fills in all but the class, the status and the passage of <paramref name="household"/>, which are given, as of the end
    /// of <paramref name="year"/>.
    /// </summary>
    /// <param name="household">The household; its unit and class are set.</param>
    /// <param name="chance">Its own chance.</param>
    /// <param name="rank">Its lasting rank in the commune, 0 the poorest to 999.</param>
    /// <param name="district">The place of its first district in the model.</param>
    /// <param name="year">The year.</param>
    public void Fill(ref SampleHousehold household, Chance chance, int rank, int district, int year)
    {
        People(ref household, chance, rank, district, year);
        var urban = household.Unit.Urban;
        household.Disabled = Marked(chance, 1, 40, 110, rank);
        household.Merit = Marked(chance, 2, 50, 50, rank);
        household.NoLabourCapacity = Marked(chance, 3, 8, 90, rank);
        household.Farming = !household.NoLabourCapacity && Marked(chance, 4, urban ? 150 : 680, urban ? 350 : 950, rank);
        household.Income = Income(household, chance, year, out var alone);
        household.Lacking = Lacking(household, chance, year, alone);
    }

    private static int[] OnThousand(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights) sum += weight;
        var result = new int[weights.Length];
        for (var i = 0; i < result.Length; i++) result[i] = (int)(weights[i] * PerThousand / sum);
        return result;
    }

    private static int Pick(int[] onThousand, int drawn)
    {
        var at = 0;
        while (at < onThousand.Length - 1 && drawn >= onThousand[at]) drawn -= onThousand[at++];
        return at;
    }

    private static bool Marked(Chance chance, int mark, int least, int most, int rank) =>
        chance.Below(PerThousand, Draw.Marks, counter: mark) < most + (least - most) * rank / Ranks;

    private void People(ref SampleHousehold household, Chance chance, int rank, int district, int year)
    {
        var size = 1 + Pick(Sizes, chance.Below(PerThousand, Draw.Size));
        // One change of size in some 25 years: from then on one more or one fewer.
        var change = chance.Bits(Draw.SizeChange);
        if (year >= 2010 + Chance.Scale(change, 25)) size += (change & 1) == 0 ? 1 : -1;
        household.Size = Math.Clamp(size, 1, Sizes.Length);

        // Within a commune the majority stands a little better.
        var ethnicity = chance.Below(PerThousand, Draw.Ethnicity) < (long)_majority[district] * (400 + 1200 * rank / Ranks) / 1000
            ? 0
            : Minority(chance, Draw.Ethnicity, district);
        household.Ethnicity = ethnicity;
        household.FemaleHead = chance.Below(PerThousand, Draw.Head) < 210;
        household.HeadBirthYear = 1940 + (chance.Below(31, Draw.Head, counter: 1) + chance.Below(31, Draw.Head, counter: 2));
        if (household.Size < 2 || chance.Below(PerThousand, Draw.Spouse) >= (household.FemaleHead ? 240 : 860)) household.SpouseEthnicity = -1;
        else if (chance.Below(PerThousand, Draw.Spouse, counter: 1) < 850) household.SpouseEthnicity = ethnicity;
        else if (chance.Below(PerThousand, Draw.Spouse, counter: 2) < _majority[district]) household.SpouseEthnicity = 0;
        else household.SpouseEthnicity = Minority(chance, Draw.Spouse, district);
    }

    private int Minority(Chance chance, Draw draw, int district) =>
        1 + Pick(_minorities[district], chance.Below(PerThousand, draw, counter: 9));

    private static long Income(in SampleHousehold household, Chance chance, int year, out bool alone)
    {
        // Three parts of the income's place last, one part is of the year.
        var place = (3L * chance.Below(PerThousand, Draw.Income) + chance.Below(PerThousand, Draw.YearIncome, year)) / 4;
        var unit = household.Unit;
        var odd = (long)chance.Below(1000, Draw.YearIncome, year, 1);
        alone = false;
        switch (household.Class)
        {
            case PovertyClass.Poor:
                alone = unit.PoorAloneLine is not null && chance.Below(PerThousand, Draw.Income, counter: 1) < 700;
                return alone ? Below(unit.PoorAloneLine!.Value, place, odd)
                    : unit.PoorAloneLine is { } above ? Between(above, unit.PoorLine, place, odd)
                    : Below(unit.PoorLine, place, odd);
            case PovertyClass.NearPoor:
                return unit.PoorAloneLine is { } floor ? Between(floor, unit.PoorLine, place, odd) : Below(unit.PoorLine, place, odd);
            case PovertyClass.Average:
                return Between(unit.PoorLine, unit.AverageLine!.Value, place, odd);
            default:
                return unit.AverageLine is { } ceiling ? Above(ceiling, place, odd) : Above(unit.PoorLine, place, odd);
        }
    }

    /// <summary>At or below the line; some stand on it exactly.</summary>
    private static long Below(long line, long place, long odd) => Math.Min(line, line * Curve(BelowLine, place) / 1_000_000 + odd);

    /// <summary>Above the first line, at or below the second; some stand on it exactly.</summary>
    private static long Between(long low, long high, long place, long odd) => Math.Min(high, low + 1 + (high - low) * (place + 1) / 1000 + odd);

    private static long Above(long line, long place, long odd) => 1 + odd + line * Curve(AboveCeiling, place) / 1_000_000;

    /// <summary>The curve at <paramref name="place"/> (0–999) in millionths.</summary>
    private static long Curve(int[] points, long place)
    {
        var at = place * (points.Length - 1);
        var (step, rest) = ((int)(at / 1000), at % 1000);
        return points[step] * 1000L + (points[step + 1] - points[step]) * rest;
    }

    private uint Lacking(in SampleHousehold household, Chance chance, int year, bool alone)
    {
        var drawn = chance.Below(PerThousand, Draw.DeprivationCount, year);
        var count = household.Class switch
        {
            PovertyClass.Poor when alone => 1 + Pick(BeyondPoor, drawn),
            PovertyClass.Poor => _law.PoorAt + Pick(BeyondPoor, drawn),
            PovertyClass.NearPoor => drawn < 150 ? 0 : 1 + drawn % Math.Max(1, _law.PoorAt - 1),
            PovertyClass.Average => Pick(OfAverage, drawn),
            PovertyClass.NonPoor => Pick(OfNonPoor, drawn),
            PovertyClass.Undetermined => 0,
        };
        if (count == 0) return 0;

        // Each household has an order in which it comes to lack services; it lacks the first ones of it.
        Span<uint> order = stackalloc uint[_indicators.Length];
        ulong bits = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (i % 4 == 0) bits = chance.Bits(Draw.Deprivations, counter: i);
            order[i] = household.Size < _indicators[i].FromSize ? uint.MaxValue : ((uint)(bits & 0xFFFF) << 6) / (uint)_indicators[i].Weight;
            bits >>= 16;
        }
        uint lacking = 0;
        while (BitOperations.PopCount(lacking) < count)
        {
            var first = -1;
            for (var i = 0; i < order.Length; i++)
                if ((lacking & (1u << i)) == 0 && (first < 0 || order[i] < order[first]))
                    first = i;
            if (first < 0) break;
            lacking |= 1u << first;
        }
        return lacking;
    }
}
