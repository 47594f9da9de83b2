using LangSon.Poverty.Aggregation;

namespace LangSon.Poverty.Comparison;

/// <summary>Why two figures can't be compared.</summary>
public enum Incomparable
{
    /// <summary>They can.</summary>
    No,

    /// <summary>The rounds are judged by different standards (or one by a what-if).</summary>
    Standards,

    /// <summary>The unit stands in one of the rounds only, or its code means another unit in the other.</summary>
    Units,

    /// <summary>Households of a divided unit may or may not belong to this one.</summary>
    Unplaced,

    /// <summary>Communes lack in one of the rounds, and the other can't be measured without them.</summary>
    Lacking,

    /// <summary>One of the figures, or both, can't be given.</summary>
    Values,
}

/// <summary>
/// The change of a figure between two rounds, after minus before: percentage points for rates, counts for counts. All is
/// computed from unrounded figures.
/// </summary>
public sealed record Change
{
    private Change(Figure before, Figure after, Incomparable incomparable) => (Before, After, Incomparable) = (before, after, incomparable);

    /// <summary>The figure before.</summary>
    public Figure Before { get; }

    /// <summary>The figure now.</summary>
    public Figure After { get; }

    /// <summary>Why there is no change to state.</summary>
    public Incomparable Incomparable { get; }

    /// <summary>The households that may or may not belong to the unit; null where all are placed.</summary>
    public Unplaced? Unplaced { get; init; }

    /// <summary>What lacks in one of the rounds: both are measured on the communes that both have.</summary>
    public Lack Lack { get; init; }
    /// <summary>The decision that approved the figure before, where the files now give another one; else null.</summary>
    public string? Decision { get; init; }

    /// <summary>After − before; null when not comparable.</summary>
    public decimal? Value { get; private init; }

    /// <summary>100 · (after / before − 1); null from 0.</summary>
    public decimal? RelativePercent { get; private init; }

    /// <summary>The change a year.</summary>
    public decimal? Annualised { get; private init; }

    /// <summary>Points due to the number of poor: 100 · (N1 − N0) · (1/D0 + 1/D1) / 2; rates only.</summary>
    public decimal? EffectPoor { get; private init; }

    /// <summary>Points due to the number of households: the rest; rates only.</summary>
    public decimal? EffectHouseholds { get; private init; }

    /// <summary>The smallest and largest change that unresolved rows leave open; rates only.</summary>
    public Bounds? Bounds { get; private init; }

    /// <summary>
    /// The figure so many years after the later one if it went on by the same amount a year (linear pace): a reckoning, not
    /// a result. Not below 0; a rate not above 100. Null where there is no change to go on with.
    /// </summary>
    public decimal? AtThisPace(int years)
    {
        if (Annualised is not { } pace) return null;
        var reached = Math.Max(0, After.Value!.Value + (pace * years));
        return After.Unit == FigureUnit.Percent ? Math.Min(100, reached) : reached;
    }

    /// <summary>Compares two figures of one measure, area and group.</summary>
    /// <param name="before">The figure before.</param>
    /// <param name="after">The figure now.</param>
    /// <param name="years">Years between the rounds; null when they are of one day.</param>
    /// <param name="incomparable">Why they can't be compared, if so.</param>
    public static Change Between(Figure before, Figure after, decimal? years, Incomparable incomparable)
    {
        if (incomparable == Incomparable.No && (before.Value is null || after.Value is null)) incomparable = Incomparable.Values;
        if (incomparable != Incomparable.No) return new Change(before, after, incomparable);
        var (old, now) = (before.Value!.Value, after.Value!.Value);
        var value = now - old;
        var change = new Change(before, after, Incomparable.No)
        {
            Value = value,
            RelativePercent = old == 0 ? null : 100 * value / old,
            Annualised = value / years,
            Bounds = before.Bounds is { } b && after.Bounds is { } a ? new Bounds(a.Min - b.Max, a.Max - b.Min) : null,
        };
        if (before.Share is not { Part: { } n0, Whole: { } d0 } || after.Share is not { Part: { } n1, Whole: { } d1 }) return change;
        var effect = 100m * (n1 - n0) * ((decimal)d0 + d1) / (2m * d0 * d1);
        return change with { EffectPoor = effect, EffectHouseholds = value - effect };
    }

    /// <summary>Years from one day to another: whole ones between equal days of the year, else days by 365.25.</summary>
    public static decimal? Years(DateOnly from, DateOnly to)
    {
        if (from == to) return null;
        if (from.Month == to.Month && from.Day == to.Day) return to.Year - from.Year;
        return (to.DayNumber - from.DayNumber) / 365.25m;
    }
}
