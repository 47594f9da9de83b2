using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>What members say to the conditions of a law, a bit each in the order of <see cref="Law.MemberRules"/>.</summary>
/// <param name="Holds">The conditions that some member fulfils.</param>
/// <param name="Open">The conditions that some member may fulfil.</param>
/// <param name="Concerns">The conditions that are, or may be, about some member.</param>
/// <param name="Counts">For each condition that counts a share, from the lowest 16 bits: how many fulfil it, then how many may.</param>
public readonly record struct MemberVotes(uint Holds, uint Open, uint Concerns, ulong Counts)
{
    /// <summary>The votes of one member.</summary>
    public static MemberVotes Of(Answers member, Law law)
    {
        uint holding = 0, open = 0, concerning = 0;
        ulong counts = 0;
        foreach (var rule in law.MemberRules)
        {
            var concerns = rule.Among is null ? Answer.Yes : Judge.Of(rule.Among, member);
            var holds = Judge.Both(concerns, Judge.Of(rule.Parts[0], member));
            var bit = 1u << rule.Member;
            if (concerns != Answer.No) concerning |= bit;
            if (holds == Answer.No) continue;
            if (holds == Answer.Yes) holding |= bit;
            else open |= bit;
            if (rule.Kind == RuleKind.MoreMembersThan) counts += (holds == Answer.Yes ? 1ul : 1ul << 8) << (16 * rule.ShareSlot);
        }
        return new(holding, open, concerning, counts);
    }

    /// <summary>The votes of both together. Counts of a byte do not carry over as long as the members are at most 255.</summary>
    public MemberVotes And(in MemberVotes other) =>
        new(Holds | other.Holds, Open | other.Open, Concerns | other.Concerns, unchecked(Counts + other.Counts));

    /// <summary>What is known where one of several votes is the true one, and it is not known which.</summary>
    public static MemberVotes OneOf(IReadOnlyList<MemberVotes> votes)
    {
        var (holds, possible, concerns) = (uint.MaxValue, 0u, 0u);
        foreach (var one in votes) (holds, possible, concerns) = (holds & one.Holds, possible | one.Holds | one.Open, concerns | one.Concerns);
        ulong counts = 0;
        for (var slot = 0; slot < MemberRoom.Shares; slot++)
        {
            var least = votes.Min(one => one.Share(slot).Holds);
            var most = votes.Max(one => one.Share(slot).Holds + one.Share(slot).Open);
            // Of more members than a byte counts nothing is known anyway.
            counts |= (ulong)(uint)(least | (Math.Min(most - least, byte.MaxValue) << 8)) << (16 * slot);
        }
        return new(holds, possible & ~holds, concerns, counts);
    }

    /// <summary>The members known to fulfil a share's condition, and those who may.</summary>
    public (int Holds, int Open) Share(int slot)
    {
        var both = Counts >> (16 * slot);
        return ((int)(both & 0xFF), (int)((both >> 8) & 0xFF));
    }
}
