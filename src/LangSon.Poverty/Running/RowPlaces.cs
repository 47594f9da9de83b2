using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>A row that says something, and whose it is.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Household">The household's id as a hash; null where it can't be read.</param>
/// <param name="Commune">Its commune; null where the row does not tell it, as rows of members don't.</param>
public readonly record struct PlacedRow(long Line, UInt128? Household, AreaNode? Commune);

/// <summary>Tells of every row of a file whose it is, rejected ones among them: for what is sent back to communes.</summary>
public static class RowPlaces
{
    /// <summary>The rows of a household file, in its order.</summary>
    public static IReadOnlyList<PlacedRow> OfHouseholds(Round round, FilePass file, RunSettings settings)
    {
        var rows = new List<PlacedRow>();
        ReadAgain.ForEach(round, file, 0, settings, new AreaTree(), new FindingLog(),
            row => rows.Add(new PlacedRow(row.Reader.Line, row.Household.HasKey ? row.Household.Key : null, row.Household.Commune)));
        return rows;
    }

    /// <summary>The rows of a member file, in its order.</summary>
    public static IReadOnlyList<PlacedRow> OfMembers(Round round, FilePass file)
    {
        var rows = new List<PlacedRow>();
        using var source = file.File.Open();
        // What the rows say of themselves was reported in the pass.
        var reader = new MemberReader(source, file.File.Layout, round.Law, round.Date, new FindingLog());
        var member = new Member();
        while (reader.Read(member, out var household, out var fate))
            if (fate != RowFate.Blank)
                rows.Add(new PlacedRow(reader.Line, household, null));
        return rows;
    }
}
