using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>
/// Asks a rule of answers: yes, no, or unknown where the answers that are there leave both open (Kleene's logic). Allocates
/// nothing.
/// </summary>
public static class Judge
{
    /// <summary>A condition on one member.</summary>
    public static Answer Of(Rule rule, Answers member) => Of(rule, member, default, 0);

    /// <summary>A rule about a household.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="answers">What the household itself answered.</param>
    /// <param name="members">What its members said; nobody listed where there is no member table.</param>
    /// <param name="size">How many members it has; 0 where that is not known. Those beyond the listed ones are unknown.</param>
    public static Answer Of(Rule rule, Answers answers, in MemberSummary members, int size) => rule.Kind switch
    {
        RuleKind.OneOf => OneOf(rule, answers.Words(rule.Answer!)),
        RuleKind.Number => Number(rule, answers),
        RuleKind.All => All(rule, answers, members, size),
        RuleKind.Any => Any(rule, answers, members, size),
        RuleKind.Not => Not(Of(rule.Parts[0], answers, members, size)),
        RuleKind.AtLeast => AtLeast(rule, answers, members, size),
        RuleKind.FirstKnown => FirstKnown(rule, answers, members, size),
        RuleKind.AnyMember => AnyMember(rule, members, size),
        RuleKind.MoreMembersThan => MoreMembersThan(rule, members, size),
    };

    /// <summary>Whether both hold.</summary>
    public static Answer Both(Answer one, Answer other) =>
        one == Answer.No || other == Answer.No ? Answer.No : one == Answer.Yes && other == Answer.Yes ? Answer.Yes : Answer.Unknown;

    /// <summary>The contrary; of the unknown unknown.</summary>
    public static Answer Not(Answer answer) => answer switch
    {
        Answer.Yes => Answer.No,
        Answer.No => Answer.Yes,
        Answer.Unknown => Answer.Unknown,
    };

    private static Answer OneOf(Rule rule, ulong words)
    {
        if (words == 0) return Answer.Unknown;
        if ((words & rule.Words) != 0) return Answer.Yes;
        return (words & rule.Unclear) != 0 ? Answer.Unknown : Answer.No;
    }

    private static Answer Number(Rule rule, Answers answers)
    {
        if (!answers.TryNumber(rule.Answer!, out var least, out var most)) return Answer.Unknown;
        var (fewest, largest) = (1m, 1m);
        if (rule.Per is { } per && !answers.TryNumber(per, out fewest, out largest)) return Answer.Unknown;
        return Both(AtLeast(rule.Low, least, most, fewest, largest), AtMost(rule.High, least, most, fewest, largest));
    }

    // The quotient of two answers is compared multiplied out: dividing would round it. Divisors are above 0.

    private static Answer AtLeast(Bound? low, decimal least, decimal most, decimal fewest, decimal largest)
    {
        if (low is null) return Answer.Yes;
        if (Reaches(least, low.Value * largest, low.IsIncluded)) return Answer.Yes;
        return Reaches(most, low.Value * fewest, low.IsIncluded) ? Answer.Unknown : Answer.No;
    }

    private static Answer AtMost(Bound? high, decimal least, decimal most, decimal fewest, decimal largest)
    {
        if (high is null) return Answer.Yes;
        if (Reaches(-most, -high.Value * fewest, high.IsIncluded)) return Answer.Yes;
        return Reaches(-least, -high.Value * largest, high.IsIncluded) ? Answer.Unknown : Answer.No;
    }

    private static bool Reaches(decimal value, decimal bound, bool isIncluded) => isIncluded ? value >= bound : value > bound;

    private static Answer All(Rule rule, Answers answers, in MemberSummary members, int size)
    {
        var all = Answer.Yes;
        foreach (var part in rule.Parts)
        {
            all = Both(all, Of(part, answers, members, size));
            if (all == Answer.No) break;
        }
        return all;
    }

    private static Answer Any(Rule rule, Answers answers, in MemberSummary members, int size)
    {
        var none = Answer.Yes;
        foreach (var part in rule.Parts)
        {
            none = Both(none, Not(Of(part, answers, members, size)));
            if (none == Answer.No) break;
        }
        return Not(none);
    }

    private static Answer AtLeast(Rule rule, Answers answers, in MemberSummary members, int size)
    {
        var (holds, open) = (0, 0);
        foreach (var part in rule.Parts)
        {
            var answer = Of(part, answers, members, size);
            if (answer == Answer.Yes) holds++;
            else if (answer == Answer.Unknown) open++;
        }
        return holds >= rule.Count ? Answer.Yes : holds + open >= rule.Count ? Answer.Unknown : Answer.No;
    }

    private static Answer FirstKnown(Rule rule, Answers answers, in MemberSummary members, int size)
    {
        foreach (var part in rule.Parts)
            if (Of(part, answers, members, size) is not Answer.Unknown and var known)
                return known;
        return Answer.Unknown;
    }

    private static Answer AnyMember(Rule rule, in MemberSummary members, int size)
    {
        if (members.IsUnclear) return Answer.Unknown;
        var bit = 1u << rule.Member;
        if ((members.Votes.Holds & bit) != 0) return Answer.Yes;
        return (members.Votes.Open & bit) != 0 || members.Listed == 0 || members.Listed < size ? Answer.Unknown : Answer.No;
    }

    private static Answer MoreMembersThan(Rule rule, in MemberSummary members, int size)
    {
        if (members.Listed == 0 || members.IsUnclear) return Answer.Unknown;
        var (holds, open) = members.Votes.Share(rule.ShareSlot);
        var all = Math.Max(size, members.Listed);
        open += all - members.Listed;
        if (holds * rule.Share.Denominator > all * rule.Share.Numerator) return Answer.Yes;
        return (holds + open) * rule.Share.Denominator > all * rule.Share.Numerator ? Answer.Unknown : Answer.No;
    }
}
