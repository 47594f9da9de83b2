using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>
/// What the members of one household say, as far as a law's rules and checks ask: small, and independent of the order of
/// the rows, so that neither file has to be sorted and no member is held.
/// </summary>
public struct MemberSummary
{
    /// <summary>How many conditions on members a law may have.</summary>
    public const int MostRules = 32;

    /// <summary>How many of them may count a share of the members.</summary>
    public const int MostShares = 4;

    private ulong _shares;
    private byte _headAgePlusOne;
    private byte _childAgePlusOne;

    /// <summary>A bit for each condition that some member fulfils.</summary>
    public uint Holds { get; private set; }

    /// <summary>A bit for each condition that some member may fulfil.</summary>
    public uint Open { get; private set; }

    /// <summary>A bit for each condition that is, or may be, about some member.</summary>
    public uint Concerns { get; private set; }

    /// <summary>The members listed; more than 255 count as 255.</summary>
    public byte Listed { get; private set; }

    /// <summary>How many of them are the head of the household.</summary>
    public byte Heads { get; private set; }

    /// <summary>The head's age in completed years, the most it can be; null where not known.</summary>
    public readonly int? HeadAge => _headAgePlusOne == 0 ? null : _headAgePlusOne - 1;

    /// <summary>The age of the head's oldest child, the least it can be; null where none is known.</summary>
    public readonly int? ChildAge => _childAgePlusOne == 0 ? null : _childAgePlusOne - 1;

    /// <summary>The file and line of the first row, in the order of files.</summary>
    public (ushort File, uint Line) First { get; private set; }

    /// <summary>Whether a household of that id was met.</summary>
    public bool IsMet { get; set; }

    /// <summary>The members known to fulfil a share's condition, and those who may.</summary>
    public readonly (int Holds, int Open) Share(int slot)
    {
        var both = _shares >> (16 * slot);
        return ((int)(both & 0xFF), (int)((both >> 8) & 0xFF));
    }

    /// <summary>Adds a member.</summary>
    public void Add(Member member, Law law, (ushort File, uint Line) place)
    {
        foreach (var rule in law.MemberRules)
        {
            var concerns = rule.Among is null ? Answer.Yes : Judge.Of(rule.Among, member.Answers);
            var holds = Judge.Both(concerns, Judge.Of(rule.Parts[0], member.Answers));
            var bit = 1u << rule.Member;
            if (concerns != Answer.No) Concerns |= bit;
            if (holds == Answer.Yes) Holds |= bit;
            else if (holds == Answer.Unknown) Open |= bit;
            if (rule.Kind == RuleKind.MoreMembersThan && holds != Answer.No && Listed < byte.MaxValue)
                _shares += (holds == Answer.Yes ? 1ul : 1ul << 8) << (16 * rule.ShareSlot);
        }
        if (Listed == 0 || place.CompareTo(First) < 0) First = place;
        if (Listed < byte.MaxValue) Listed++;
        if (member.IsHead && Heads < byte.MaxValue) Heads++;
        if (member.IsHead && member.Age is { } age) _headAgePlusOne = (byte)Math.Max(_headAgePlusOne, age.Most / 12 + 1);
        if (member.IsChild && member.Age is { } young) _childAgePlusOne = (byte)Math.Max(_childAgePlusOne, young.Least / 12 + 1);
    }

    /// <summary>Adds what other rows say of the same household.</summary>
    public void Add(in MemberSummary other)
    {
        if (other.Listed == 0) return;
        if (Listed == 0 || other.First.CompareTo(First) < 0) First = other.First;
        // Counts of a byte each cannot carry into their neighbours as long as all members together are fewer.
        if (Listed + other.Listed <= byte.MaxValue) _shares += other._shares;
        (Holds, Open, Concerns) = (Holds | other.Holds, Open | other.Open, Concerns | other.Concerns);
        Listed = (byte)Math.Min(byte.MaxValue, Listed + other.Listed);
        Heads = (byte)Math.Min(byte.MaxValue, Heads + other.Heads);
        _headAgePlusOne = Math.Max(_headAgePlusOne, other._headAgePlusOne);
        _childAgePlusOne = Math.Max(_childAgePlusOne, other._childAgePlusOne);
    }
}
