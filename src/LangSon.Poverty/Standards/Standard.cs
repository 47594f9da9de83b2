using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>
/// A poverty standard (chuẩn nghèo): lines, counts and indicators with the days on which they hold and the legal source of
/// each. Made by <see cref="StandardReader"/>, which guarantees that the periods follow each other without a gap and that
/// every value list covers them.
/// </summary>
/// <param name="Id">The machine name, such as <c>vn-2022</c>.</param>
/// <param name="File">Where it was read from, as the user named it; the resource's name for a shipped standard.</param>
/// <param name="Title">The name for people.</param>
/// <param name="Sources">The legal sources by key.</param>
/// <param name="CheckedOn">The day on which the values were last compared with their sources.</param>
/// <param name="Applies">The days in force, in order and without gaps; at least one period.</param>
/// <param name="IncomeMonths">The months an income line is for: 1, or 12 for a line a year.</param>
/// <param name="PoorAlone">At or below this line income alone makes a household poor; null where the law has no such line.</param>
/// <param name="Poor">At or below this line the deprivations decide between poor and near-poor; null: they decide alone, between poor and not poor.</param>
/// <param name="Average">The ceiling of the average band (mức sống trung bình); null where the law has none.</param>
/// <param name="PoorAtDeprivations">From how many deprivations a household at or below <paramref name="Poor"/> is poor; 0: income decides alone; empty where they are weighed.</param>
/// <param name="Cutoff">From what share of all, by weight, the deprivations make a household poor (the cut-off k of Alkire and Foster); empty where they are counted.</param>
/// <param name="Indicators">All indicators, dimension by dimension; at most 32. The position is the bit in a household's deprivations.</param>
public sealed record Standard(
    string Id, string File, Phrase Title, IReadOnlyDictionary<string, LegalSource> Sources, DateOnly CheckedOn, IReadOnlyList<Period> Applies,
    int IncomeMonths, IncomeLine? PoorAlone, IncomeLine? Poor, IncomeLine? Average,
    IReadOnlyList<Dated<int>> PoorAtDeprivations, IReadOnlyList<Dated<Fraction>> Cutoff, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>How forms that count points stand for income and deprivations; null where there are none.</summary>
    public ScorePoints? Points { get; init; }

    /// <summary>The values that rules name instead of a number, by name.</summary>
    public IReadOnlyDictionary<string, NamedValue> Values { get; init; } = new Dictionary<string, NamedValue>();

    /// <summary>What is told of the children; null where the standard has no such profile.</summary>
    public ChildrenProfile? Children { get; init; }

    /// <summary>The standard with other cut-offs of points, on all its days; without points it stays as it is.</summary>
    /// <param name="rural">The cut-off of rural areas.</param>
    /// <param name="urban">The cut-off of urban areas.</param>
    /// <param name="note">Who changed them.</param>
    public Standard WithPointsAtMost(decimal rural, decimal urban, Phrase note)
    {
        if (Points is null) return this;
        var line = new IncomeLine([.. Points.AtMost.Rural.Select(value => Changed(value, rural))], [.. Points.AtMost.Urban.Select(value => Changed(value, urban))]);
        return this with { Points = Points with { AtMost = line } };

        Dated<decimal> Changed(Dated<decimal> value, decimal to) => value with { Value = to, Checked = false, Note = note };
    }

    /// <summary>The first day in force.</summary>
    public DateOnly FirstDay => Applies[0].From;

    /// <summary>The last day in force, included; the calendar's last day while no end is known.</summary>
    public DateOnly LastDay => Applies[^1].Until ?? DateOnly.MaxValue;

    /// <summary>The dimensions, in the order of their indicators.</summary>
    public IReadOnlyList<Dimension> Dimensions => [.. Indicators.Select(indicator => indicator.Dimension).Distinct()];

    /// <summary>Whether the standard is in force on <paramref name="day"/>, both ends included.</summary>
    public bool InForce(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>The law as it stands on a day in force; any other day is an error.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is outside the standard's days.</exception>
    public Law On(DateOnly day) => InForce(day)
        ? new Law(this, day)
        : throw new ArgumentOutOfRangeException(nameof(day), $"{Id} is in force from {FirstDay:o} to {LastDay:o}, not on {day:o}");

    /// <summary>What if this standard held on <paramref name="day"/>: the law of the nearest day in force, which is <see cref="Law.Day"/>.</summary>
    public Law AsIf(DateOnly day) => new(this, day < FirstDay ? FirstDay : day > LastDay ? LastDay : day);
}
