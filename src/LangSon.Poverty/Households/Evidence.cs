using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>Where the answer to an indicator comes from.</summary>
public enum Basis
{
    /// <summary>Nothing tells it.</summary>
    None,

    /// <summary>The ready flag in the indicator's own column.</summary>
    Flag,

    /// <summary>What the household itself answered.</summary>
    Answers,

    /// <summary>What its members answered.</summary>
    Members,
}

/// <summary>Why a household is, or is not, deprived in an indicator, or what keeps that open.</summary>
/// <param name="Indicator">The indicator, under the law that asks.</param>
/// <param name="Answer">Whether the household is deprived in it, as it is counted.</param>
/// <param name="Ground">What the rule found; null where there is no rule, or the tables have no column that it asks for.</param>
public sealed record Evidence(Indicator Indicator, Answer Answer, Ground? Ground)
{
    /// <summary>What deprivations say of one indicator; yes is deprived.</summary>
    public static Answer AnswerOf(Deprivations deprivations, int indicator) =>
        (deprivations.Unknown & (1u << indicator)) != 0 ? Answer.Unknown
        : (deprivations.Lacking & (1u << indicator)) != 0 ? Answer.Yes
        : Answer.No;

    /// <summary>Where the answer comes from: the rule comes before a ready flag.</summary>
    public Basis Basis =>
        Answer == Answer.Unknown ? Basis.None
        : Ground is null or { Answer: Answer.Unknown } ? Basis.Flag
        : Ground.IsOfMembers ? Basis.Members
        : Basis.Answers;

    /// <summary>What would settle an open indicator: each of these filled in; of one that is known nothing.</summary>
    public IReadOnlyList<Gap> Gaps =>
        Answer != Answer.Unknown ? []
        : Ground is null ? [new Gap(GapKind.Blank, Indicator.Id)]
        : [.. Gap.In(Ground).Distinct()];
}
