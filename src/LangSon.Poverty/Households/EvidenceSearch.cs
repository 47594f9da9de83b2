using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>
/// Finds what decided an indicator: the rule is walked, and at every condition the judge is asked again, so that no rule is
/// told here a second time.
/// </summary>
/// <param name="answers">What the household itself answered.</param>
/// <param name="summary">What its members say, as the judge knows it.</param>
/// <param name="members">The same members one by one.</param>
/// <param name="size">How many members it has; 0 where that is not known.</param>
/// <param name="has">Whether the household's file has a column.</param>
/// <param name="membersHave">Whether the member table has a column.</param>
public sealed class EvidenceSearch(
    Answers answers, MemberSummary summary, IReadOnlyList<MemberRow> members, int size, Predicate<SurveyColumn> has, Predicate<SurveyColumn> membersHave)
{
    private static readonly SurveyColumn SizeColumn = SurveyColumns.Households.Named("household_size")!;

    /// <summary>The evidence for the answer to an indicator.</summary>
    public Evidence Of(Indicator indicator, Answer answer)
    {
        var ground = indicator.DeprivedWhen is { } rule ? Walk(rule, answers, has) : null;
        return new(indicator, answer, ground?.Answer != Answer.Unknown || IsAsked(ground.Rule) ? ground : null);
    }

    /// <summary>Whether the tables ask anything that the rule needs; the size, which every table has, is not asked for its sake.</summary>
    private bool IsAsked(Rule rule) =>
        rule.Columns(ofMembers: false).Any(column => column != SizeColumn && has(column)) || rule.Columns(ofMembers: true).Any(column => membersHave(column));

    private Ground Walk(Rule rule, Answers said, Predicate<SurveyColumn> hasOwn)
    {
        var ground = new Ground(rule, Judge.Of(rule, said, summary, size));
        return rule.Kind switch
        {
            RuleKind.OneOf => ground with { Words = said.Words(rule.Answer!), Blank = Blank(rule, said) },
            RuleKind.Number => ground with { Number = Number(rule, said), Blank = Blank(rule, said) },
            RuleKind.All or RuleKind.Any => ground with { Parts = [.. Parts(rule, said, hasOwn).Where(part => part.Answer == ground.Answer)] },
            RuleKind.Not or RuleKind.AtLeast => ground with { Parts = [.. Parts(rule, said, hasOwn)] },
            RuleKind.FirstKnown => ground with { Parts = [First([.. Parts(rule, said, hasOwn)], ground.Answer, hasOwn)] },
            RuleKind.AnyMember => OfMembers(ground, openToo: ground.Answer == Answer.Unknown),
            RuleKind.MoreMembersThan => OfMembers(ground, openToo: true),
        };
    }

    private IEnumerable<Ground> Parts(Rule rule, Answers said, Predicate<SurveyColumn> hasOwn) => rule.Parts.Select(part => Walk(part, said, hasOwn));

    /// <summary>The first part that is known; where none is, the first that the columns at hand can answer.</summary>
    private Ground First(Ground[] parts, Answer answer, Predicate<SurveyColumn> hasOwn) => answer == Answer.Unknown
        ? parts.FirstOrDefault(part => part.Rule.IsAnswerable(hasOwn, membersHave)) ?? parts[0]
        : parts.First(part => part.Answer != Answer.Unknown);

    private static SurveyColumn[] Blank(Rule rule, Answers said) =>
        [.. new[] { rule.Answer!, rule.Per }.OfType<SurveyColumn>().Where(column => !said.IsKnown(column))];

    private static (decimal Least, decimal Most)? Number(Rule rule, Answers said)
    {
        if (!said.TryNumber(rule.Answer!, out var least, out var most)) return null;
        if (rule.Per is not { } per) return (least, most);
        return said.TryNumber(per, out var fewest, out var largest) ? (least / largest, most / fewest) : null;
    }

    private Ground OfMembers(Ground ground, bool openToo)
    {
        var (concerned, decisive) = (0, new List<MemberGround>());
        foreach (var member in members)
        {
            var among = ground.Rule.Among is { } condition ? Briefly(Walk(condition, member.Answers, membersHave)) : null;
            var part = Walk(ground.Rule.Parts[0], member.Answers, membersHave);
            if (among?.Answer == Answer.No) continue;
            concerned++;
            var holds = Judge.Both(among?.Answer ?? Answer.Yes, part.Answer);
            if (holds == Answer.Yes || (holds == Answer.Unknown && openToo)) decisive.Add(new MemberGround(member, holds, among is null ? [part] : [among, part]));
        }
        return ground with { Members = decisive, Concerned = concerned, Size = Math.Max(size, members.Count), Unlisted = Math.Max(0, size - members.Count) };
    }

    /// <summary>Of several reasons why a member matters one is enough; why a condition holds all are told.</summary>
    private static Ground Briefly(Ground among) =>
        among is { Rule.Kind: RuleKind.Any, Answer: Answer.Yes } ? among with { Parts = [among.Parts[0]] } : among;
}
