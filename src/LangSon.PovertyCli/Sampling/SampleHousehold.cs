using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Sampling;

/// <summary>What was known of a household a year before.</summary>
internal enum PastStatus : byte
{
    /// <summary>Never poor or near-poor as far as is known, or not there.</summary>
    None,

    /// <summary>Poor.</summary>
    Poor,

    /// <summary>Near-poor.</summary>
    NearPoor,

    /// <summary>Poor until some years ago, above both classes a year ago (thoát nghèo).</summary>
    Escaped,

    /// <summary>Near-poor until some years ago, above both classes a year ago (thoát cận nghèo).</summary>
    EscapedNearPoor,
}

/// <summary>Why a household left the list, or came to it, otherwise than by its standard of living.</summary>
internal enum Passage : byte
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>It moved.</summary>
    Moved,

    /// <summary>It became one with another household.</summary>
    Merged,

    /// <summary>It came out of another household.</summary>
    Split,

    /// <summary>Its last member died.</summary>
    Died,

    /// <summary>Another reason.</summary>
    Other,
}

/// <summary>One generated household at the end of one year. No name, number of a person or address belongs to it.</summary>
internal struct SampleHousehold
{
    /// <summary>The place of its home in <see cref="Homes.All"/>.</summary>
    public int Home;

    /// <summary>The dwelling within the home, from 0.</summary>
    public int Dwelling;

    /// <summary>0 for the first household of the dwelling, 1 for the one that followed it.</summary>
    public int Occupant;

    /// <summary>The unit in which the dwelling lies on the round's day.</summary>
    public SampleUnit Unit;

    /// <summary>Members, 1 to 12.</summary>
    public int Size;

    /// <summary>The head's group in <see cref="ProvinceModel.EthnicGroups"/>.</summary>
    public int Ethnicity;

    /// <summary>The spouse's group, or −1 without a spouse.</summary>
    public int SpouseEthnicity;

    /// <summary>Whether the head is a woman.</summary>
    public bool FemaleHead;

    /// <summary>The year in which the head was born.</summary>
    public int HeadBirthYear;

    /// <summary>Whether a member is disabled.</summary>
    public bool Disabled;

    /// <summary>Whether a member is a person of merit.</summary>
    public bool Merit;

    /// <summary>Whether no member can work.</summary>
    public bool NoLabourCapacity;

    /// <summary>Whether the household lives from farming.</summary>
    public bool Farming;

    /// <summary>VND a person and month.</summary>
    public long Income;

    /// <summary>The indicators lacking, a bit each in the order of the law.</summary>
    public uint Lacking;

    /// <summary>The class by the law of the round.</summary>
    public PovertyClass Class;

    /// <summary>The class that the commune recognised.</summary>
    public PovertyClass Recognised;

    /// <summary>What it was a year before.</summary>
    public PastStatus Before;

    /// <summary>Why it left since; then everything else is as of the year before.</summary>
    public Passage Left;

    /// <summary>Why it came since.</summary>
    public Passage Entered;

    /// <summary>Whether the head or the spouse belongs to a minority.</summary>
    public readonly bool Minority => Ethnicity != 0 || SpouseEthnicity > 0;
}
