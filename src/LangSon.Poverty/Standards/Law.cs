using System.Numerics;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Standards;

/// <summary>
/// A standard on one day: every value resolved, so that asking costs nothing a household. Made by <see cref="Standard.On"/>
/// or <see cref="Standard.AsIf"/>. Lines are in VND per person for <see cref="IncomeMonths"/> months.
/// </summary>
public sealed class Law
{
    private readonly Lines _rural;
    private readonly Lines _urban;
    private readonly Indicator[] _indicators;
    private readonly Rule[] _members;
    private readonly int[] _ageBounds;
    private readonly Rule[] _childRules;
    private readonly int[] _weights;
    private readonly bool _allWeighOne;

    internal Law(Standard standard, DateOnly day)
    {
        Standard = standard;
        Day = day;
        IncomeMonths = standard.IncomeMonths;
        _rural = Resolve(Settlement.Rural);
        _urban = Resolve(Settlement.Urban);
        var members = new List<Rule>();
        _indicators = [.. standard.Indicators.Select(indicator => indicator with { DeprivedWhen = indicator.DeprivedWhen?.On(Named, members) })];
        _members = [.. members];
        ChildrenBelow = standard.Children is { } children ? (int)Named(children.Below) : null;
        var told = _indicators.Where(indicator => standard.Children?.Indicators.Contains(indicator.Id) == true).ToArray();
        ChildIndicators = [.. told.Select(indicator => indicator.Id)];
        _childRules = [.. told.Select(indicator => indicator.DeprivedWhen!)];
        _ageBounds = [.. members.SelectMany(rule => rule.Conditions()).Where(rule => rule.Answer?.Name == "age").SelectMany(Turns)
            .Concat(ChildrenBelow is { } below ? [below] : []).Distinct().Order()];
        PointsPerDeprivation = standard.Points is { } points ? Value(points.PerDeprivation, day) : null;
        // The reader has made sure that there is one.
        Whole = Fraction.CommonDenominator(_indicators.Select(indicator => indicator.Weight))!.Value;
        _weights = [.. _indicators.Select(indicator => indicator.Weight.PartsOf(Whole))];
        _allWeighOne = _weights.All(weight => weight == 1);
        Cutoff = standard.Cutoff.Count == 0 ? null : Value(standard.Cutoff, day);
        PoorAt = Cutoff?.PartsOf(Whole) ?? (standard.PoorAtDeprivations.Count == 0 ? 0 : Value(standard.PoorAtDeprivations, day));

        decimal Named(string name) => Value(standard.Values[name].Values, day);
    }

    /// <summary>The standard whose values these are.</summary>
    public Standard Standard { get; }

    /// <summary>The day, in force, whose values these are.</summary>
    public DateOnly Day { get; }

    /// <summary>The months a line is for: 1 or 12.</summary>
    public int IncomeMonths { get; }

    /// <summary>
    /// From what weight of deprivations a household (at or below the poor line, where there is one) is poor; 0: always. In parts
    /// of which <see cref="Whole"/> make 1: where deprivations are counted each is one part and this is their number.
    /// </summary>
    public int PoorAt { get; }

    /// <summary>The least common denominator of the weights; 1 where deprivations are counted.</summary>
    public int Whole { get; }

    /// <summary>From what share of all, by weight, the deprivations make poor, as the standard gives it; null where they are counted.</summary>
    public Fraction? Cutoff { get; }

    /// <summary>The indicators; the position is the bit in a household's deprivations.</summary>
    public ReadOnlySpan<Indicator> Indicators => _indicators;

    /// <summary>The conditions on members that the rules of the indicators ask, at <see cref="Rule.Member"/>.</summary>
    public ReadOnlySpan<Rule> MemberRules => _members;

    /// <summary>The age in completed months below which a member is a child; null where children are not told of.</summary>
    public int? ChildrenBelow { get; }

    /// <summary>The indicators that are told of each child, in the order of <see cref="Indicators"/>.</summary>
    public IReadOnlyList<string> ChildIndicators { get; }

    /// <summary>When a child lacks each of <see cref="ChildIndicators"/>: the rule of the household, asked of the child alone.</summary>
    public ReadOnlySpan<Rule> ChildRules => _childRules;

    /// <summary>The ages, in completed months, at which a condition on members may turn, or a child ceases to be one; ascending.</summary>
    public ReadOnlySpan<int> AgeBounds => _ageBounds;

    /// <summary>The points of a form's total that each deprivation gives; null where forms have no points.</summary>
    public int? PointsPerDeprivation { get; }

    /// <summary>What a deprivation in each indicator weighs, in parts of <see cref="Whole"/>.</summary>
    public ReadOnlySpan<int> Weights => _weights;

    /// <summary>Whether the points of forms may stand for income and deprivations.</summary>
    public bool HasPoints => PointsPerDeprivation is not null;

    /// <summary>Whether income is asked about; without it the deprivations decide alone.</summary>
    public bool HasIncomeLine => _rural.Poor is not null;

    /// <summary>Whether deprivations decide beside an income line, so that a household at or below it may be near-poor.</summary>
    public bool HasNearPoor => HasIncomeLine && PoorAt > 0;

    /// <summary>Whether the law knows an average band above the line.</summary>
    public bool HasAverage => _rural.Average is not null || _urban.Average is not null;

    /// <summary>Whether any line differs between urban and rural areas on this day.</summary>
    public bool SettlementMatters => _rural != _urban;

    /// <summary>At or below it income alone makes a household poor; null where the law has no such line. An unknown settlement is an error.</summary>
    public decimal? PoorAloneLine(Settlement settlement) => For(settlement).PoorAlone;

    /// <summary>At or below it the deprivations decide between poor and near-poor; null where they decide alone. An unknown settlement is an error.</summary>
    public decimal? PoorLine(Settlement settlement) => For(settlement).Poor;

    /// <summary>The ceiling of the average band, included; null where the law has no band. An unknown settlement is an error.</summary>
    public decimal? AverageLine(Settlement settlement) => For(settlement).Average;

    /// <summary>B1 points at or below which a household counts as at or below the poor line; null where forms have no points. An unknown settlement is an error.</summary>
    public decimal? PointsLine(Settlement settlement) => For(settlement).Points;

    /// <summary>The deprivations in these indicators, weighed. Allocates nothing.</summary>
    public Deprivations Deprivations(uint lacking, uint unknown) => new(lacking, unknown, Weigh(lacking), Weigh(lacking | unknown));

    /// <summary>How many indicators are lacking when every unknown one is fulfilled, and when every one is lacking; their weights play no part.</summary>
    public (int Fewest, int Most) Count(Deprivations deprivations) => Cutoff is null
        ? (deprivations.AtLeast, deprivations.AtMost)
        : (BitOperations.PopCount(deprivations.Lacking), BitOperations.PopCount(deprivations.Lacking | deprivations.Unknown));

    /// <summary>So many parts as a share of all by weight.</summary>
    public Fraction Score(int parts) => new(parts, Whole);

    private int Weigh(uint indicators)
    {
        if (_allWeighOne) return BitOperations.PopCount(indicators);
        var sum = 0;
        for (; indicators != 0; indicators &= indicators - 1) sum += _weights[BitOperations.TrailingZeroCount(indicators)];
        return sum;
    }

    /// <summary>The first whole month at which a condition on an age holds, and the first at which it no longer does.</summary>
    private static IEnumerable<int> Turns(Rule rule)
    {
        if (rule.Low is { } low) yield return (int)(low.IsIncluded ? decimal.Ceiling(low.Value) : decimal.Floor(low.Value) + 1);
        if (rule.High is { } high) yield return (int)(high.IsIncluded ? decimal.Floor(high.Value) + 1 : decimal.Ceiling(high.Value));
    }

    private ref readonly Lines For(Settlement settlement)
    {
        if (settlement == Settlement.Rural) return ref _rural;
        if (settlement == Settlement.Urban) return ref _urban;
        throw new ArgumentOutOfRangeException(nameof(settlement), "an income line is urban or rural");
    }

    private Lines Resolve(Settlement settlement) => new(
        Standard.PoorAlone is { } alone ? Value(alone.For(settlement), Day) : null,
        Standard.Poor is { } poor ? Value(poor.For(settlement), Day) : null,
        Standard.Average is { } average ? Value(average.For(settlement), Day) : null,
        Standard.Points is { } points ? Value(points.AtMost.For(settlement), Day) : null);

    private static T Value<T>(IReadOnlyList<Dated<T>> values, DateOnly day) => values.Last(value => value.From <= day).Value;

    private readonly record struct Lines(decimal? PoorAlone, decimal? Poor, decimal? Average, decimal? Points);
}
