using System.Collections.Immutable;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Standards;

/// <summary>What a rule asks. Each kind gives yes, no or unknown; no other kind exists.</summary>
public enum RuleKind : byte
{
    /// <summary>The answer is one of some words; of several answers any one.</summary>
    OneOf,

    /// <summary>The answer is a number within bounds.</summary>
    Number,

    /// <summary>Every part holds.</summary>
    All,

    /// <summary>Some part holds.</summary>
    Any,

    /// <summary>The part does not hold.</summary>
    Not,

    /// <summary>At least so many parts hold.</summary>
    AtLeast,

    /// <summary>What the first part says that is not unknown.</summary>
    FirstKnown,

    /// <summary>The part holds for some member.</summary>
    AnyMember,

    /// <summary>The part holds for more than a share of the members.</summary>
    MoreMembersThan,
}

/// <summary>One end of a range.</summary>
/// <param name="Value">Where it lies; for an age in completed months (the standard states years, or months by name).</param>
/// <param name="IsIncluded">Whether the value itself is within.</param>
/// <param name="Name">The standard's dated value that it follows; null for a fixed one.</param>
public sealed record Bound(decimal Value, bool IsIncluded, string? Name = null);

/// <summary>When a household counts as deprived, asked of its answers and those of its members: a tree of conditions.</summary>
/// <param name="Kind">What is asked.</param>
public sealed record Rule(RuleKind Kind)
{
    /// <summary>The column asked; for <see cref="RuleKind.OneOf"/> and <see cref="RuleKind.Number"/>.</summary>
    public SurveyColumn? Answer { get; init; }

    /// <summary>The words that hold, a bit each in the order of their list.</summary>
    public ulong Words { get; init; }

    /// <summary>The words that leave the condition unknown, likewise.</summary>
    public ulong Unclear { get; init; }

    /// <summary>The number is divided by this one before it is compared; null: it is not.</summary>
    public SurveyColumn? Per { get; init; }

    /// <summary>The lower end; null: there is none.</summary>
    public Bound? Low { get; init; }

    /// <summary>The upper end; null: there is none.</summary>
    public Bound? High { get; init; }

    /// <summary>The parts asked; one for <see cref="RuleKind.Not"/> and the kinds of members.</summary>
    public ImmutableArray<Rule> Parts { get; init; } = [];

    /// <summary>How many parts must hold.</summary>
    public int Count { get; init; }

    /// <summary>The members who matter: others cannot fulfil the condition; null: all of them.</summary>
    public Rule? Among { get; init; }

    /// <summary>The share of the members that must be exceeded.</summary>
    public Fraction Share { get; init; }

    /// <summary>The place of this condition among those that count a share, likewise.</summary>
    public int ShareSlot { get; init; } = -1;

    /// <summary>The place of this condition on members in <see cref="Law.MemberRules"/>, once the law of a day has it.</summary>
    public int Member { get; init; } = -1;

    /// <summary>Whether this is a condition on members.</summary>
    public bool IsOfMembers => Kind is RuleKind.AnyMember or RuleKind.MoreMembersThan;

    /// <summary>The rule and all conditions within it.</summary>
    public IEnumerable<Rule> Conditions() => Below.SelectMany(part => part.Conditions()).Prepend(this);

    /// <summary>The columns asked of the household, or of its members.</summary>
    public IEnumerable<SurveyColumn> Columns(bool ofMembers) => Asked(ofMembers, false).Distinct();

    /// <summary>Whether columns at hand suffice to ask it.</summary>
    /// <param name="household">Whether the household table has a column.</param>
    /// <param name="member">Whether the member table has a column.</param>
    public bool IsAnswerable(Predicate<SurveyColumn> household, Predicate<SurveyColumn> member) => Kind switch
    {
        RuleKind.OneOf or RuleKind.Number => household(Answer!) && (Per is null || household(Per)),
        RuleKind.All or RuleKind.Any or RuleKind.Not or RuleKind.AtLeast => Parts.All(part => part.IsAnswerable(household, member)),
        RuleKind.FirstKnown => Parts.Any(part => part.IsAnswerable(household, member)),
        RuleKind.AnyMember or RuleKind.MoreMembersThan => Parts[0].IsAnswerable(member, member) && Among?.IsAnswerable(member, member) != false,
    };

    /// <summary>The rule on a day: dated bounds get their value, conditions on members their place in <paramref name="members"/>.</summary>
    internal Rule On(Func<string, decimal> value, List<Rule> members)
    {
        var rule = this with
        {
            Low = On(Low, value),
            High = On(High, value),
            Parts = [.. Parts.Select(part => part.On(value, members))],
            Among = Among?.On(value, members),
        };
        if (!IsOfMembers) return rule;
        var slot = Kind == RuleKind.MoreMembersThan ? members.Count(other => other.Kind == RuleKind.MoreMembersThan) : -1;
        members.Add(rule with { Member = members.Count, ShareSlot = slot });
        return members[^1];
    }

    private static Bound? On(Bound? bound, Func<string, decimal> value) =>
        bound?.Name is { } name ? bound with { Value = value(name) } : bound;

    private IEnumerable<Rule> Below => Among is null ? Parts : Parts.Prepend(Among);

    private IEnumerable<SurveyColumn> Asked(bool ofMembers, bool inMembers)
    {
        var inside = inMembers || IsOfMembers;
        var below = Below.SelectMany(part => part.Asked(ofMembers, inside));
        if (Answer is null || inMembers != ofMembers) return below;
        return Per is null ? below.Prepend(Answer) : below.Prepend(Per).Prepend(Answer);
    }
}

/// <summary>How many conditions on members the rules of one standard may have: what is kept of a household's members is small.</summary>
public static class MemberRoom
{
    /// <summary>A bit each.</summary>
    public const int Rules = 32;

    /// <summary>Two bytes each.</summary>
    public const int Shares = 4;

    /// <summary>Indicators told of each child: two bytes each beside those of the children themselves.</summary>
    public const int ChildIndicators = 3;
}
