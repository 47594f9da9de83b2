using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Targets;

/// <summary>The judgement of a target.</summary>
public enum Verdict
{
    /// <summary>Reached (đạt).</summary>
    Met,

    /// <summary>Not reached (chưa đạt).</summary>
    Missed,

    /// <summary>Can't be judged (chưa đánh giá được).</summary>
    NotMeasurable,

    /// <summary>Unresolved rows could turn it (còn phụ thuộc các hộ chưa xác định).</summary>
    DependsOnUnresolved,
}

/// <summary>How a figure is compared with a target.</summary>
public enum CompareAt
{
    /// <summary>Unrounded.</summary>
    Exact,

    /// <summary>Both rounded, half away from zero, to the decimals that the plan prints.</summary>
    Printed,
}

/// <summary>A target judged for one area and group.</summary>
public sealed record TargetResult
{
    /// <summary>The target.</summary>
    public required Target Target { get; init; }

    /// <summary>The unit; null when the scope names none that stands.</summary>
    public AreaNode? Area { get; init; }

    /// <summary>The group.</summary>
    public int Group { get; init; }

    /// <summary>The level or the change, unrounded.</summary>
    public decimal? Actual { get; init; }

    /// <summary>The level in the base year.</summary>
    public decimal? Before { get; init; }

    /// <summary>How far on the good side: at least 0 is met.</summary>
    public decimal? Margin { get; init; }

    /// <summary>How many households fewer in the class would have met it; household rates and counts to be kept below.</summary>
    public long? HouseholdsShort { get; init; }

    /// <summary>Achieved of what was planned, in percent.</summary>
    public decimal? CompletionPercent { get; init; }

    /// <summary>What the unit lacks of the rounds that were judged: the judgement is one of the communes received.</summary>
    public Lack Lack { get; init; }

    /// <summary>The judgement.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required Phrase Because { get; init; }
}
