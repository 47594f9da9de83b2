using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Collection;

/// <summary>A row of <c>classes-YEAR.csv</c>.</summary>
/// <param name="Id">The household's id as outputs show it.</param>
/// <param name="Year">The year.</param>
/// <param name="Standard">The standard that judged it.</param>
/// <param name="Commune">The code of its commune.</param>
/// <param name="Class">Its class.</param>
/// <param name="Income">Its income; null where not known.</param>
/// <param name="Deprivations">What it lacks; null where open.</param>
/// <param name="Points">The points of form B2 for that.</param>
public sealed record HouseholdRow(string Id, string Year, string Standard, string Commune, string Class, decimal? Income, long? Deprivations, long? Points)
{
    private static readonly string[] Columns = ["household_id", "commune_code", "year", "standard", "class", "income", "deprivations", "b2_points"];

    /// <summary>Reads the rows one by one; gives the table with all that is wrong with it.</summary>
    public static PlainTable ForEach(RowSource source, Action<HouseholdRow> take) => PlainTable.ForEach(source, Columns, (_, row) =>
    {
        string Word(string column) => string.Intern(row[column]);
        take(new HouseholdRow(row["household_id"], Word("year"), Word("standard"), Word("commune_code"), Word("class"), row.Number("income"), row.Count("deprivations"), row.Count("b2_points")));
    });
}

/// <summary>Why a household stands otherwise in another run.</summary>
public enum DifferenceCause
{
    /// <summary>What its row says, or whether it has one.</summary>
    Input,

    /// <summary>A correction was applied to it.</summary>
    Correction,

    /// <summary>The rules: another standard, other settings or another version of the program.</summary>
    Rule,

    /// <summary>Another commune.</summary>
    Area,
}

/// <summary>A household whose class, commune or presence differs between two runs.</summary>
/// <param name="Before">In the first run; null: it is not there.</param>
/// <param name="After">In the second, likewise.</param>
/// <param name="Why">Why.</param>
public sealed record HouseholdDifference(HouseholdRow? Before, HouseholdRow? After, DifferenceCause Why)
{
    /// <summary>The commune that it is counted in: where it is now, else where it was.</summary>
    public string Commune => (After ?? Before)!.Commune;
}

/// <summary>Holds the households of two runs against each other: all of the first are taken, then those of the second one by one.</summary>
/// <param name="corrected">The ids of households to which only the second run applied a correction.</param>
/// <param name="hasOtherInputs">Whether any file of households or members differs.</param>
/// <param name="hasOtherRules">Whether the program or the official class differs.</param>
public sealed class HouseholdComparison(IReadOnlySet<string> corrected, bool hasOtherInputs, bool hasOtherRules)
{
    private readonly RowsByKey<(string Year, string Id), HouseholdRow> _before = new();
    private readonly List<HouseholdDifference> _differences = [];

    /// <summary>The households that differ, in the order of the second run, then those of the first run alone.</summary>
    public IEnumerable<HouseholdDifference> Differences => _differences.Concat(_before.Rest.Select(row => new HouseholdDifference(row, null, Why(row, null))));

    /// <summary>Takes a household of the first run.</summary>
    public void Before(HouseholdRow row) => _before.Add((row.Year, row.Id), row);

    /// <summary>Takes a household of the second run.</summary>
    public void After(HouseholdRow row)
    {
        _before.Take((row.Year, row.Id), out var before);
        if (before is null || (before.Class, before.Commune) != (row.Class, row.Commune)) _differences.Add(new HouseholdDifference(before, row, Why(before, row)));
    }

    /// <summary>
    /// A class list does not show every answer that decides: what it does not show is put down to the files where they
    /// differ, and to the rules where they do not.
    /// </summary>
    private DifferenceCause Why(HouseholdRow? before, HouseholdRow? after)
    {
        if (corrected.Contains((after ?? before)!.Id)) return DifferenceCause.Correction;
        var moved = before is not null && after is not null && before.Commune != after.Commune;
        if (!hasOtherInputs) return moved ? DifferenceCause.Area : DifferenceCause.Rule;
        if (before is null || after is null || before.Income != after.Income) return DifferenceCause.Input;
        var hasOtherStandard = before.Standard != after.Standard;
        if (!hasOtherStandard && (before.Deprivations, before.Points) != (after.Deprivations, after.Points)) return DifferenceCause.Input;
        if (moved) return DifferenceCause.Area;
        return hasOtherStandard || hasOtherRules ? DifferenceCause.Rule : DifferenceCause.Input;
    }
}
