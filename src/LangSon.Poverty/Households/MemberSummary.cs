namespace LangSon.Poverty.Households;

/// <summary>
/// What the members of one household say, as far as a law's rules and checks ask: small, and independent of the order of
/// the rows, so that neither file has to be sorted and no member is held.
/// </summary>
public struct MemberSummary
{
    /// <summary>The numbers of the members listed, a bit each, from 0 to 63.</summary>
    private ulong _numbers;
    private byte _headAgePlusOne;
    private byte _childAgePlusOne;

    /// <summary>The children among them, and what they lack.</summary>
    public ChildCounts Children { get; private set; }

    /// <summary>The votes of the members whose votes do not depend on which of their possible ages is true.</summary>
    public MemberVotes Votes { readonly get; set; }

    /// <summary>The members listed; more than 255 count as 255.</summary>
    public byte Listed { get; private set; }

    /// <summary>Whether a member's number is listed twice: it is not known who is meant, nor how many there are.</summary>
    public bool HasTwins { get; private set; }

    /// <summary>Whether some member's row was rejected: then not all is known of who they are.</summary>
    public bool HasUnread { get; private set; }

    /// <summary>Whether the members cannot be told apart, or are more than can be counted: then nothing is known of them.</summary>
    public readonly bool IsUnclear => HasTwins || Listed == byte.MaxValue;

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

    /// <summary>A household of one member, of whom no more is known than its votes.</summary>
    public static MemberSummary Alone(in MemberVotes votes) => new() { Listed = 1, Votes = votes };

    /// <summary>Adds a member, but for the votes.</summary>
    public void Add(Member member, (ushort File, uint Line) place)
    {
        if (Listed == 0 || place.CompareTo(First) < 0) First = place;
        if (Listed < byte.MaxValue) Listed++;
        HasUnread |= member.IsUnread;
        Number(member.Number is { } number and < 64 ? 1ul << number : 0);
        if (member.IsHead && Heads < byte.MaxValue) Heads++;
        if (member.Age is not { } age) return;
        if (member.IsHead) _headAgePlusOne = (byte)Math.Max(_headAgePlusOne, (age.Most / 12) + 1);
        if (member.IsChild) _childAgePlusOne = (byte)Math.Max(_childAgePlusOne, (age.Least / 12) + 1);
    }

    /// <summary>Adds votes that hold whatever the ages are.</summary>
    public void Add(in MemberVotes votes)
    {
        // Beyond that no household is real, and a count of a byte would run over.
        if (Listed < byte.MaxValue) Votes = Votes.And(votes);
    }

    /// <summary>Adds what is told of a child.</summary>
    public void Add(ChildCounts child)
    {
        if (Listed < byte.MaxValue) Children += child;
    }

    /// <summary>The summary with the votes of members at certain ages.</summary>
    public readonly MemberSummary With(in MemberVotes votes) => this with { Votes = Votes.And(votes) };

    /// <summary>Adds what other rows say of the same household.</summary>
    public void Add(in MemberSummary other)
    {
        if (other.Listed == 0) return;
        if (Listed == 0 || other.First.CompareTo(First) < 0) First = other.First;
        if (Listed + other.Listed < byte.MaxValue) (Votes, Children) = (Votes.And(other.Votes), Children + other.Children);
        Listed = (byte)Math.Min(byte.MaxValue, Listed + other.Listed);
        Heads = (byte)Math.Min(byte.MaxValue, Heads + other.Heads);
        HasUnread |= other.HasUnread;
        HasTwins |= other.HasTwins;
        Number(other._numbers);
        _headAgePlusOne = Math.Max(_headAgePlusOne, other._headAgePlusOne);
        _childAgePlusOne = Math.Max(_childAgePlusOne, other._childAgePlusOne);
    }

    private void Number(ulong numbers)
    {
        HasTwins |= (_numbers & numbers) != 0;
        _numbers |= numbers;
    }
}
