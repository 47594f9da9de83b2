using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>What one row says of a household. A value that was not given or not readable is unknown, never a default.</summary>
public struct Household
{
    /// <summary>A 128-bit hash of the id; the same household has the same in every round.</summary>
    public UInt128 Key { get; set; }

    /// <summary>Whether the id could be read.</summary>
    public bool HasKey { get; set; }

    /// <summary>The commune; null when it could not be told.</summary>
    public AreaNode? Commune { get; set; }

    /// <summary>Where the commune could not be told: the lowest unit above it that the row names, if any.</summary>
    public AreaNode? Above { get; set; }

    /// <summary>Persons living in the household (số nhân khẩu), 1–30; 0 when not readable.</summary>
    public byte Size { get; set; }

    /// <summary>Income; null when blank.</summary>
    public Income? Income { get; set; }

    /// <summary>Urban or rural on the round's day.</summary>
    public Settlement Settlement { get; set; }

    /// <summary>The indicators lacked and those not answered, in the law's order.</summary>
    public Deprivations Deprivations { get; set; }

    /// <summary>The head's ethnic group, by number; 0 when not known.</summary>
    public byte Ethnicity { get; set; }

    /// <summary>Whether this is an ethnic-minority household.</summary>
    public Answer Minority { get; set; }

    /// <summary>The sex of the head.</summary>
    public Sex HeadSex { get; set; }

    /// <summary>Whether a member is disabled.</summary>
    public Answer Disabled { get; set; }

    /// <summary>Whether a member is a person of merit to the revolution.</summary>
    public Answer Merit { get; set; }

    /// <summary>Whether nobody in the household is able to work.</summary>
    public Answer NoLabourCapacity { get; set; }

    /// <summary>Whether the household lives from farming, forestry, fishery or salt-making.</summary>
    public Answer Farming { get; set; }

    /// <summary>The causes of poverty that it names, a bit each in the order of their list; 0: none, or not asked.</summary>
    public uint Causes { get; set; }

    /// <summary>The class that the commune recognised.</summary>
    public PovertyClass? Recognised { get; set; }

    /// <summary>The class that the form reports.</summary>
    public PovertyClass? Reported { get; set; }

    /// <summary>How the household stood before.</summary>
    public PreviousStatus Previous { get; set; }

    /// <summary>Why the household left the list; such a row counts in no figure of its round.</summary>
    public Because Left { get; set; }

    /// <summary>Why the household entered the list other than by its class.</summary>
    public Because Entered { get; set; }

    /// <summary>The points of form B1; null when blank.</summary>
    public decimal? Points { get; set; }

    /// <summary>Whether the points of form B1 decide in place of the income.</summary>
    public bool ByPoints { get; set; }

    /// <summary>The deprivations by the total of form B2; null when blank.</summary>
    public Deprivations? TotalledDeprivations { get; set; }

    /// <summary>What form A gives.</summary>
    public QuickReview Quick { get; set; }

    /// <summary>The children among its members; nothing is counted where there is no member table.</summary>
    public ChildCounts Children { get; set; }

    /// <summary>What the rules look at.</summary>
    public readonly HouseholdFacts Facts => new(Income, Settlement, Deprivations) { ByPoints = ByPoints, Points = Points, Quick = Quick };

    /// <summary>What the forms' totals say: the points of B1 and those of B2.</summary>
    public readonly HouseholdFacts Scores => Facts with { ByPoints = true, Deprivations = TotalledDeprivations ?? Deprivations };
}
