using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>A condition as the judge answered it for one household or member, with what decided; the rest of the rule is left out.</summary>
/// <param name="Rule">The condition.</param>
/// <param name="Answer">Whether it holds.</param>
public sealed record Ground(Rule Rule, Answer Answer)
{
    /// <summary>The parts that decide: those that say what the whole says, of a count of parts all of them.</summary>
    public IReadOnlyList<Ground> Parts { get; init; } = [];

    /// <summary>The columns asked for that have no answer.</summary>
    public IReadOnlyList<SurveyColumn> Blank { get; init; } = [];

    /// <summary>The words answered, a bit each; 0 where none were asked for or answered.</summary>
    public ulong Words { get; init; }

    /// <summary>The number that is held against the bounds, to be shown: dividing may round it; null where none was asked for or answered.</summary>
    public (decimal Least, decimal Most)? Number { get; init; }

    /// <summary>The members who decide: those for whom the condition holds, where it is open also those for whom it may.</summary>
    public IReadOnlyList<MemberGround> Members { get; init; } = [];

    /// <summary>Of how many members it is asked: of those listed the ones whom it concerns, or may.</summary>
    public int Concerned { get; init; }

    /// <summary>How many members the household has; 0 where not known.</summary>
    public int Size { get; init; }

    /// <summary>How many of them the member table does not have.</summary>
    public int Unlisted { get; init; }

    /// <summary>Whether members decide it.</summary>
    public bool IsOfMembers => Rule.IsOfMembers || Parts.Any(part => part.IsOfMembers);
}

/// <summary>A member for whom a condition holds, or may.</summary>
/// <param name="Member">The member.</param>
/// <param name="Answer">Yes, or unknown.</param>
/// <param name="Grounds">Why it is asked of the member, where it is not asked of all, and why it holds or may.</param>
public sealed record MemberGround(MemberRow Member, Answer Answer, IReadOnlyList<Ground> Grounds);
