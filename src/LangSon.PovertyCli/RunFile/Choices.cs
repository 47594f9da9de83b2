using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.RunFile;

/// <summary>Where the list of administrative units comes from.</summary>
internal abstract record AreasChoice
{
    private AreasChoice() { }

    /// <summary>The list that the program ships with.</summary>
    public sealed record BuiltIn : AreasChoice;

    /// <summary>The units that the households' own rows name; codes are any text, unchecked.</summary>
    public sealed record Data : AreasChoice;

    /// <summary>A list of the user's own, of the form of the built-in one.</summary>
    public sealed record FromFile(InputFile File) : AreasChoice;
}

/// <summary>Which poverty standard judges a round.</summary>
internal abstract record StandardChoice
{
    private StandardChoice() { }

    /// <summary>The one in force on the round's day.</summary>
    public sealed record Auto : StandardChoice;

    /// <summary>One that the program ships with; whether the id exists is not yet known here.</summary>
    public sealed record ById(string Id) : StandardChoice;

    /// <summary>A standard of the user's own.</summary>
    public sealed record FromFile(InputFile File) : StandardChoice;
}

/// <summary>Which class of a household is the official one.</summary>
internal enum OfficialClass
{
    /// <summary>The class that the rules give.</summary>
    Computed,

    /// <summary>The class that the commune recognised (column recognised_class); the computed one checks it.</summary>
    Recognised,
}

/// <summary>Whose ethnicity makes a household a minority household (hộ dân tộc thiểu số).</summary>
internal enum MinorityBy
{
    /// <summary>The head's or the spouse's.</summary>
    HeadOrSpouse,

    /// <summary>The head's alone.</summary>
    Head,
}

/// <summary>What a target is compared with.</summary>
internal enum CompareAt
{
    /// <summary>The exact figure.</summary>
    Exact,

    /// <summary>Both rounded to the target's decimals, as printed.</summary>
    Printed,
}

/// <summary>A way of dividing households besides by area.</summary>
internal enum GroupKind
{
    /// <summary>Urban and rural.</summary>
    Settlement,

    /// <summary>Ethnic minorities and others.</summary>
    Minority,

    /// <summary>Each ethnic group.</summary>
    Ethnicity,

    /// <summary>The sex of the head.</summary>
    HeadSex,

    /// <summary>With and without a disabled member.</summary>
    Disabled,
}

/// <summary>What a run changes about one kind of finding; null leaves the catalogue's own.</summary>
/// <param name="Severity">How it is listed; which rows count never depends on it.</param>
/// <param name="Threshold">The limit of the check, in the check's own unit.</param>
internal sealed record FindingSetting(Severity? Severity, decimal? Threshold);
