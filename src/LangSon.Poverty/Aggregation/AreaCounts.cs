using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Aggregation;

/// <summary>Why a figure can't be given.</summary>
public enum Missing
{
    /// <summary>It is given.</summary>
    None,

    /// <summary>The list of the review is no census, and no register of resident households was given.</summary>
    NoRegister,

    /// <summary>There are no households.</summary>
    NoHouseholds,

    /// <summary>The list does not hold the households above the line.</summary>
    ListOnly,

    /// <summary>The table of counts does not state it.</summary>
    NotStated,

    /// <summary>Nobody is in the class that the share is of.</summary>
    NobodyInClass,

    /// <summary>The standard does not know the class.</summary>
    NotInStandard,

    /// <summary>Totals of a unit that was divided can't be told apart by its parts.</summary>
    SplitTotals,

    /// <summary>What the households lack that came from a divided unit is not kept, only how they stand.</summary>
    SplitProfile,

    /// <summary>The points of form B1 do not tell this class from the one above it.</summary>
    NotByPoints,

    /// <summary>The unit sent nothing that counts.</summary>
    NotReceived,
    /// <summary>The approved result, from which it is measured, does not state it.</summary>
    NotApproved,

    /// <summary>It was approved for other units than those of the map, and is nothing that adds up.</summary>
    ApprovedElsewhere,
}

/// <summary>Everything counted of one area and group in one round: exact whole numbers, from which all figures follow.</summary>
public sealed class AreaCounts
{
    private readonly long[]? _cell;
    private readonly int _indicators;
    private readonly Totals? _totals;
    private readonly Coverage _coverage;
    private readonly bool _hasRows;

    internal AreaCounts(long[]? cell, int indicators, Coverage coverage, bool hasRows, Totals? totals) =>
        (_cell, _indicators, _coverage, _hasRows, _totals) = (cell, indicators, coverage, hasRows, totals);

    /// <summary>Whether households were read, rather than counts taken over.</summary>
    public bool HasRows => _hasRows && !Lack.IsAll;

    /// <summary>Whether the denominators come from a register.</summary>
    public bool FromRegister => HasRows && _coverage != Coverage.All;

    /// <summary>Whether of some households nothing is known but class, size and groups: what they lack is not.</summary>
    public bool KnowsClassesOnly { get; init; }

    /// <summary>Whether the totals lack because a part of a divided unit lies here.</summary>
    public bool HasSplitTotals { get; init; }

    /// <summary>What the unit lacks; where all of it does there are no figures.</summary>
    public Lack Lack { get; init; }

    /// <summary>Accepted rows.</summary>
    public long Rows => At(Counts.Households);

    /// <summary>Households: the denominator of household rates; null when not known.</summary>
    public long? Households => Lack.IsAll ? null : _hasRows && _coverage == Coverage.All ? At(Counts.Households) : _totals?.Households;

    /// <summary>Persons: the denominator of person rates; null when not known.</summary>
    public long? Persons => Lack.IsAll ? null : _hasRows && _coverage == Coverage.All ? At(Counts.Persons) : _totals?.Persons;

    /// <summary>Accepted households whose class is open (U).</summary>
    public long Undetermined => At(Counts.ClassHouseholds + (int)PovertyClass.Undetermined);

    /// <summary>Persons in them.</summary>
    public long UndeterminedPersons => At(Counts.ClassPersons + (int)PovertyClass.Undetermined);

    /// <summary>Rejected households that may belong here (R).</summary>
    public long Rejected => At(Counts.Rejected);

    /// <summary>Persons in them; null when the size of one could not be read.</summary>
    public long? RejectedPersons => At(Counts.RejectedUnsized) == 0 ? At(Counts.RejectedPersons) : null;

    /// <summary>Households of a class; null when the source does not tell.</summary>
    public long? InClass(PovertyClass poverty)
    {
        if (Lack.IsAll) return null;
        // A list holds whom it is made for; who stands above the line it does not tell.
        var isListed = _coverage == Coverage.All || poverty is not (PovertyClass.Average or PovertyClass.NonPoor);
        if (_hasRows) return isListed ? At(Counts.ClassHouseholds + (int)poverty) : null;
        return poverty switch
        {
            PovertyClass.Poor => _totals?.Poor,
            PovertyClass.NearPoor => _totals?.NearPoor,
            PovertyClass.Average or PovertyClass.NonPoor or PovertyClass.Undetermined => null,
        };
    }

    /// <summary>Persons in the households of a class; null when the source does not tell.</summary>
    public long? PersonsInClass(PovertyClass poverty) =>
        _hasRows && InClass(poverty) is not null ? At(Counts.ClassPersons + (int)poverty) : null;

    /// <summary>Poor or near-poor households that lack an indicator.</summary>
    public long Lacking(PovertyClass poverty, int indicator) => At(ProfileOf(poverty) + indicator);

    /// <summary>Poor or near-poor households that gave no answer to an indicator.</summary>
    public long Unanswered(PovertyClass poverty, int indicator) => At(ProfileOf(poverty) + _indicators + indicator);

    /// <summary>Children in poor or near-poor households, and members who may be children.</summary>
    public (long Known, long Open) Children(PovertyClass poverty) => Pair(Counts.Children(poverty, _indicators));

    /// <summary>Of them, those who lack the indicator at a place of the law's profile of children, and those who may.</summary>
    public (long Known, long Open) ChildrenLacking(PovertyClass poverty, int place) => Pair(Counts.Children(poverty, _indicators) + 2 + (2 * place));

    private (long Known, long Open) Pair(int place) => (At(place), At(place + 1));

    /// <summary>Poor or near-poor households that name a cause, by its place in the list; several may hold.</summary>
    public long Naming(PovertyClass poverty, int cause) => At(Counts.CausesOf(poverty) + cause);

    /// <summary>Poor or near-poor households that name no cause.</summary>
    public long NamingNone(PovertyClass poverty) => At(Counts.CausesOf(poverty) + Counts.CauseKinds);

    /// <summary>Why the denominators are not known.</summary>
    public Missing WhyNoHouseholds => Households switch
    {
        null => WhyNoTotals,
        0 => Missing.NoHouseholds,
        _ => Missing.None,
    };

    /// <summary>Why a total that the register or the table of counts should give is not known.</summary>
    public Missing WhyNoTotals => Lack.IsAll ? Missing.NotReceived : HasSplitTotals ? Missing.SplitTotals : FromRegister ? Missing.NoRegister : Missing.NotStated;

    /// <summary>Why something that only rows tell is not known.</summary>
    public Missing WhyNoRows => Lack.IsAll ? Missing.NotReceived : Missing.NotStated;

    private int ProfileOf(PovertyClass poverty) => poverty == PovertyClass.Poor ? Counts.Profile : Counts.Profile + (2 * _indicators);

    private long At(int place) => _cell is null ? 0 : _cell[place];
}
