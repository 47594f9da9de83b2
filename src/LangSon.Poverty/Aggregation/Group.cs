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
}

/// <summary>The groups of households by number: 0 is all, the others are one value of one kind.</summary>
public static class Group
{
    /// <summary>All households.</summary>
    public const int All = 0;

    /// <summary>Rejected rows whose head's ethnic group is not known: they could belong to any.</summary>
    internal const int AnyEthnicity = FirstEthnicity + 56;

    /// <summary>How many numbers there are.</summary>
    internal const int Count = AnyEthnicity + 1;

    private const int FirstEthnicity = 8;

    private static readonly string[] Names =
        ["all", "settlement=urban", "settlement=rural", "minority=yes", "minority=no", "head_sex=female", "head_sex=male", "disabled=yes", "disabled=no"];

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
    internal static int? Opposite(int group) => group is > All and < 9 ? ((group - 1) ^ 1) + 1 : null;

    private static (int First, int Count) Span(GroupKind kind) => kind switch
    {
        GroupKind.Settlement => (1, 2),
        GroupKind.Minority => (3, 2),
        GroupKind.HeadSex => (5, 2),
        GroupKind.Disabled => (7, 2),
        GroupKind.Ethnicity => (FirstEthnicity + 1, WordLists.Ethnicities.Count - 1),
    };

    /// <summary>The group of an ethnicity's number.</summary>
    internal static int OfEthnicity(byte number) => FirstEthnicity + number;
}

/// <summary>The groups that a household belongs to, in two bytes: what a ledger can hold for each household.</summary>
/// <param name="Bits">Two bits a kind (settlement, minority, head's sex, disabled): 0 unknown, 1 first value, 2 second.</param>
/// <param name="Ethnicity">The number of the ethnic group; 0 unknown.</param>
public readonly record struct GroupSet(byte Bits, byte Ethnicity)
{
    /// <summary>The groups of a household.</summary>
    public static GroupSet Of(in Household household) => new(
        (byte)((byte)household.Settlement | ((byte)household.Minority << 2) | ((byte)household.HeadSex << 4) | ((byte)household.Disabled << 6)),
        household.Ethnicity);

    /// <summary>Writes the groups, all first, into <paramref name="groups"/> and returns how many.</summary>
    public int List(Span<int> groups)
    {
        groups[0] = Group.All;
        var count = 1;
        for (var kind = 0; kind < 4; kind++)
        {
            var value = (Bits >> (kind * 2)) & 3;
            if (value != 0) groups[count++] = (kind * 2) + value;
        }
        if (Ethnicity != 0) groups[count++] = Group.OfEthnicity(Ethnicity);
        return count;
    }

    /// <summary>Whether a household of these groups belongs to a group.</summary>
    public bool Has(int group)
    {
        Span<int> groups = stackalloc int[16];
        return groups[..List(groups)].Contains(group);
    }

    /// <summary>Whether a rejected row of these groups could belong to a group.</summary>
    public bool MayHave(int group)
    {
        Span<int> groups = stackalloc int[16];
        groups = groups[..ListPossible(groups)];
        return groups.Contains(group) || (group >= Group.OfEthnicity(1) && groups.Contains(Group.AnyEthnicity));
    }

    /// <summary>Writes the groups that a rejected row could belong to: both values of a kind that could not be read.</summary>
    public int ListPossible(Span<int> groups)
    {
        groups[0] = Group.All;
        var count = 1;
        for (var kind = 0; kind < 4; kind++)
        {
            var value = (Bits >> (kind * 2)) & 3;
            if (value != 2) groups[count++] = (kind * 2) + 1;
            if (value != 1) groups[count++] = (kind * 2) + 2;
        }
        groups[count++] = Ethnicity != 0 ? Group.OfEthnicity(Ethnicity) : Group.AnyEthnicity;
        return count;
    }
}
