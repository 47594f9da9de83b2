using LangSon.Poverty.Households;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Aggregation;

/// <summary>A way of dividing households.</summary>
public enum GroupKind
{
    /// <summary>Urban or rural on the survey day (thành thị, nông thôn).</summary>
    Settlement,

    /// <summary>Ethnic-minority households (hộ dân tộc thiểu số) and others.</summary>
    Minority,

    /// <summary>The head's ethnic group (dân tộc).</summary>
    Ethnicity,

    /// <summary>The head's sex (giới tính chủ hộ).</summary>
    HeadSex,

    /// <summary>Households with and without a disabled member (người khuyết tật).</summary>
    Disabled,

    /// <summary>Households with and without a person of merit to the revolution (người có công với cách mạng).</summary>
    Merit,

    /// <summary>Households in which nobody is able to work (không có khả năng lao động), and others.</summary>
    NoLabourCapacity,

    /// <summary>Households that live from farming, forestry, fishery or salt-making, and others.</summary>
    Farming,

    /// <summary>Households known to be in none of the three target groups: minority, nobody able to work, person of merit.</summary>
    TargetGroup,
}

/// <summary>The groups of households by number: 0 is all, the others are one value of one kind.</summary>
public static class Group
{
    /// <summary>All households.</summary>
    public const int All = 0;

    /// <summary>What is reported where a run does not say by which kinds; the others are counted as well, for who asks for them.</summary>
    public static IReadOnlyList<GroupKind> Usual { get; } =
        [GroupKind.Settlement, GroupKind.Minority, GroupKind.Ethnicity, GroupKind.HeadSex, GroupKind.Disabled];

    /// <summary>Households in none of the three target groups.</summary>
    internal const int NoTargetGroup = (2 * GroupSet.Kinds) + 1;

    /// <summary>Rejected rows whose head's ethnic group is not known: they could belong to any.</summary>
    internal const int AnyEthnicity = FirstEthnicity + 56;

    /// <summary>How many numbers there are.</summary>
    internal const int Count = AnyEthnicity + 1;

    private const int FirstEthnicity = NoTargetGroup;

    private static readonly string[] Names =
    [
        "all", "settlement=urban", "settlement=rural", "minority=yes", "minority=no", "head_sex=female", "head_sex=male", "disabled=yes", "disabled=no",
        "merit=yes", "merit=no", "no_labour_capacity=yes", "no_labour_capacity=no", "farming=yes", "farming=no", "target_group=none",
    ];

    /// <summary>The numbers of all groups that may be reported, for the kinds given; 0 first.</summary>
    public static IEnumerable<int> Of(IEnumerable<GroupKind> kinds)
    {
        yield return All;
        foreach (var kind in kinds.Order())
        {
            var (first, count) = Span(kind);
            for (var i = first; i < first + count; i++) yield return i;
        }
    }

    /// <summary>The group as outputs write it, such as <c>minority=yes</c> or <c>ethnicity=Tày</c>.</summary>
    public static string Name(int group) =>
        group < Names.Length ? Names[group] : $"ethnicity={WordLists.Ethnicities[group - FirstEthnicity]!.Name}";

    /// <summary>The number of a group's name, or null.</summary>
    public static int? Parse(string name)
    {
        for (var group = 0; group < AnyEthnicity; group++)
            if (Name(group) == name)
                return group;
        return null;
    }

    /// <summary>The group on the other side of a kind with two values: <c>minority=no</c> for <c>minority=yes</c>; null for other kinds.</summary>
    internal static int? Opposite(int group) => group is > All and < NoTargetGroup ? ((group - 1) ^ 1) + 1 : null;

    /// <summary>Whether the ledger knows a household's group in every round, so that movements are told by it.</summary>
    internal static bool IsFollowed(int group) => group is <= 2 * GroupSet.FollowedKinds or > NoTargetGroup;

    private static (int First, int Count) Span(GroupKind kind) => kind switch
    {
        GroupKind.Settlement => (1, 2),
        GroupKind.Minority => (3, 2),
        GroupKind.HeadSex => (5, 2),
        GroupKind.Disabled => (7, 2),
        GroupKind.Merit => (9, 2),
        GroupKind.NoLabourCapacity => (11, 2),
        GroupKind.Farming => (13, 2),
        GroupKind.TargetGroup => (NoTargetGroup, 1),
        GroupKind.Ethnicity => (FirstEthnicity + 1, WordLists.Ethnicities.Count - 1),
    };

    /// <summary>The group of an ethnicity's number.</summary>
    internal static int OfEthnicity(byte number) => FirstEthnicity + number;
}

/// <summary>The groups that a household belongs to.</summary>
/// <param name="Bits">Two bits a kind with two values, in the order of their numbers: 0 unknown, 1 first value, 2 second.</param>
/// <param name="Ethnicity">The number of the ethnic group; 0 unknown.</param>
public readonly record struct GroupSet(ushort Bits, byte Ethnicity)
{
    /// <summary>The most groups that a list of a set has.</summary>
    public const int Most = 3 + (2 * Kinds);

    /// <summary>How many kinds have two values: settlement, minority, head's sex, disabled, merit, no labour capacity, farming.</summary>
    internal const int Kinds = 7;

    /// <summary>How many of them, from the first, a ledger holds for each household.</summary>
    internal const int FollowedKinds = 4;

    // The three target groups, each with its first value (a household of the group) and its second.
    private const int InTargetGroup = (1 << 2) | (1 << 8) | (1 << 10);
    private const int InNoTargetGroup = InTargetGroup << 1;

    /// <summary>The groups of a household.</summary>
    public static GroupSet Of(in Household household) => new(
        (ushort)((byte)household.Settlement | ((byte)household.Minority << 2) | ((byte)household.HeadSex << 4) | ((byte)household.Disabled << 6)
            | ((byte)household.Merit << 8) | ((byte)household.NoLabourCapacity << 10) | ((byte)household.Farming << 12)),
        household.Ethnicity);

    /// <summary>The bits of the kinds that a ledger holds.</summary>
    internal byte Followed => (byte)(Bits & 0xFF);

    /// <summary>Writes the groups, all first, into <paramref name="groups"/> and returns how many.</summary>
    public int List(Span<int> groups)
    {
        groups[0] = Group.All;
        var count = 1;
        for (var kind = 0; kind < Kinds; kind++)
        {
            var value = (Bits >> (kind * 2)) & 3;
            if (value != 0) groups[count++] = (kind * 2) + value;
        }
        if ((Bits & InNoTargetGroup) == InNoTargetGroup) groups[count++] = Group.NoTargetGroup;
        if (Ethnicity != 0) groups[count++] = Group.OfEthnicity(Ethnicity);
        return count;
    }

    /// <summary>Whether a household of these groups belongs to a group.</summary>
    public bool Has(int group)
    {
        Span<int> groups = stackalloc int[Most];
        return groups[..List(groups)].Contains(group);
    }

    /// <summary>Whether a rejected row of these groups could belong to a group.</summary>
    public bool MayHave(int group)
    {
        Span<int> groups = stackalloc int[Most];
        groups = groups[..ListPossible(groups)];
        return groups.Contains(group) || (group >= Group.OfEthnicity(1) && groups.Contains(Group.AnyEthnicity));
    }

    /// <summary>Writes the groups that a rejected row could belong to: both values of a kind that could not be read.</summary>
    public int ListPossible(Span<int> groups)
    {
        groups[0] = Group.All;
        var count = 1;
        for (var kind = 0; kind < Kinds; kind++)
        {
            var value = (Bits >> (kind * 2)) & 3;
            if (value != 2) groups[count++] = (kind * 2) + 1;
            if (value != 1) groups[count++] = (kind * 2) + 2;
        }
        if ((Bits & InTargetGroup) == 0) groups[count++] = Group.NoTargetGroup;
        groups[count++] = Ethnicity != 0 ? Group.OfEthnicity(Ethnicity) : Group.AnyEthnicity;
        return count;
    }
}
