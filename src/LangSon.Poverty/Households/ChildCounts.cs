using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>
/// The children among the members of a household, and how many of them lack what the law's profile of children asks: a byte
/// each, known and open in turn. A member who may be a child, or a child who may lack something, is open and never counted
/// as none.
/// </summary>
/// <param name="Bytes">From the lowest: children, members who may be; then for each indicator those who lack it, those who may.</param>
public readonly record struct ChildCounts(ulong Bytes)
{
    private static readonly Answers NothingOfTheHousehold = new(SurveyColumns.Households);

    /// <summary>Children.</summary>
    public int Children => At(0);

    /// <summary>Members who may be children.</summary>
    public int MayBe => At(1);

    /// <summary>Children who lack the indicator at a place of the profile.</summary>
    public int Lacking(int place) => At(2 + (2 * place));

    /// <summary>Members who may be children that lack it, and children who may.</summary>
    public int MayLack(int place) => At(3 + (2 * place));

    /// <summary>The sum. Bytes do not carry over as long as the members are at most 255.</summary>
    public static ChildCounts operator +(ChildCounts one, ChildCounts other) => new(unchecked(one.Bytes + other.Bytes));

    /// <summary>So many members of whom nothing is known.</summary>
    public static ChildCounts Unknown(int members) => new((ulong)members * 0x0100_0100_0100_0100);

    /// <summary>What one member adds. Allocates nothing.</summary>
    /// <param name="member">The member.</param>
    /// <param name="votes">What it says at whatever age it may have.</param>
    /// <param name="law">The law; without a profile of children there is nothing to count.</param>
    public static ChildCounts Of(Member member, in MemberVotes votes, Law law)
    {
        if (law.ChildrenBelow is not { } below || member.Age?.Least >= below) return default;
        var isOpen = member.Age is not { } age || age.Most >= below;
        var bytes = isOpen ? 1ul << 8 : 1ul;
        var alone = MemberSummary.Alone(votes);
        var place = 0;
        foreach (var rule in law.ChildRules)
        {
            var lacks = Judge.Of(rule, NothingOfTheHousehold, alone, 1);
            if (lacks != Answer.No) bytes |= 1ul << (8 * (2 + (2 * place) + (isOpen || lacks == Answer.Unknown ? 1 : 0)));
            place++;
        }
        return new(bytes);
    }

    private int At(int place) => (int)((Bytes >> (8 * place)) & 0xFF);
}
