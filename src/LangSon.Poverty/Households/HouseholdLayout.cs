namespace LangSon.Poverty.Households;

/// <summary>How a group of files lays its households out.</summary>
public sealed record HouseholdLayout
{
    /// <summary>Headers of the user's own: canonical column → where it comes from.</summary>
    public IReadOnlyDictionary<string, ColumnSource> Columns { get; init; } = new Dictionary<string, ColumnSource>();

    /// <summary>The canonical columns that make the household's id together; empty: <c>household_id</c>.</summary>
    public IReadOnlyList<string> IdFrom { get; init; } = [];

    /// <summary>How numbers are written.</summary>
    public NumberFormat NumberFormat { get; init; } = NumberFormat.Invariant;

    /// <summary>How many rows the header has.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>The number of rows before the header; null: it is looked for in the first 20 rows.</summary>
    public int? SkipRows { get; init; }

    /// <summary>The version of the form that the rows must be of, where they tell one; null: any.</summary>
    public string? FormVersion { get; init; }

    /// <summary>The commune's code or name taken from the file's name; null: from the rows.</summary>
    public string? Commune { get; init; }
}

/// <summary>Which class of a household is the official one.</summary>
public enum OfficialClass
{
    /// <summary>The class that the rules give.</summary>
    Computed,

    /// <summary>The class that the commune recognised; the computed one checks it.</summary>
    Recognised,

    /// <summary>The class by the totals of forms B1 and B2; the computed one checks it.</summary>
    Scores,
}

/// <summary>What is held against the poor line where a file has both.</summary>
public enum ClassifyBy
{
    /// <summary>The income.</summary>
    Income,

    /// <summary>The points of form B1.</summary>
    Points,
}

/// <summary>Who makes a household an ethnic-minority household.</summary>
public enum MinorityBy
{
    /// <summary>The head or the spouse, where the file has both columns; else the head.</summary>
    HeadOrSpouse,

    /// <summary>The head alone.</summary>
    Head,
}
