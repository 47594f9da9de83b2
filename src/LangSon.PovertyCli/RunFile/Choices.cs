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

/// <summary>On which map rounds are compared.</summary>
internal abstract record GeographyChoice
{
    private GeographyChoice() { }

    /// <summary>Each round in the units of its own day.</summary>
    public sealed record AsReported : GeographyChoice;

    /// <summary>All rounds in the units of one day.</summary>
    public sealed record At(DateOnly Day) : GeographyChoice;

    /// <summary>All rounds in the districts that ended in 2025, which no round after has any more.</summary>
    public sealed record LastDistricts : GeographyChoice
    {
        /// <summary>What the run file calls it.</summary>
        public const string Word = "districts-2025";
    }
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

/// <summary>What a run changes about one kind of finding; null leaves the catalogue's own.</summary>
/// <param name="Severity">How it is listed; which rows count never depends on it.</param>
/// <param name="Threshold">The limit of the check, in the check's own unit.</param>
internal sealed record FindingSetting(Severity? Severity, decimal? Threshold);
