using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>Why something that a rule asks for is not known.</summary>
public enum GapKind
{
    /// <summary>There is no answer.</summary>
    Blank,

    /// <summary>There is one that leaves the condition open: a word that may mean either, a year of birth in place of the day.</summary>
    Unclear,

    /// <summary>The member's row has an error and says nothing.</summary>
    Rejected,

    /// <summary>Members are not in the member table.</summary>
    Unlisted,
}

/// <summary>Something unknown that keeps an indicator open. All gaps of an indicator filled, it is known.</summary>
/// <param name="Kind">Why it is not known.</param>
/// <param name="Column">The canonical column whose answer is wanted; null where it is that of no single column.</param>
/// <param name="Member">Whose answer; null: the household's own.</param>
/// <param name="Members">How many members are not in the table; 0 where that is not known, or nothing of the kind.</param>
public sealed record Gap(GapKind Kind, string? Column, MemberRow? Member = null, int Members = 0)
{
    /// <summary>What keeps a condition open; nothing where it is answered.</summary>
    internal static IEnumerable<Gap> In(Ground ground, MemberRow? member = null)
    {
        if (ground.Answer != Answer.Unknown) return [];
        return ground.Rule.Kind switch
        {
            RuleKind.OneOf or RuleKind.Number => OfColumns(ground, member),
            RuleKind.All or RuleKind.Any or RuleKind.Not or RuleKind.AtLeast or RuleKind.FirstKnown => ground.Parts.SelectMany(part => In(part, member)),
            RuleKind.AnyMember or RuleKind.MoreMembersThan => OfMembers(ground),
        };
    }

    private static IEnumerable<Gap> OfColumns(Ground ground, MemberRow? member) => ground.Blank.Count > 0
        ? ground.Blank.Select(column => new Gap(GapKind.Blank, column.Name, member))
        : [new Gap(GapKind.Unclear, ground.Rule.Answer!.Name, member)];

    private static IEnumerable<Gap> OfMembers(Ground ground)
    {
        foreach (var (member, _, grounds) in ground.Members)
        {
            if (member.Codes.Count > 0) yield return new Gap(GapKind.Rejected, null, member);
            else foreach (var gap in grounds.SelectMany(part => In(part, member)).Distinct()) yield return gap;
        }
        if (ground.Unlisted > 0 || ground.Size == 0) yield return new Gap(GapKind.Unlisted, null, null, ground.Unlisted);
    }
}
