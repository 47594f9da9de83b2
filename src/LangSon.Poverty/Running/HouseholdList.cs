using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Running;

/// <summary>One household with its class and what led to it.</summary>
/// <param name="ShownId">The id as lists show it.</param>
/// <param name="CommuneCode">The commune.</param>
/// <param name="Household">What the row says.</param>
/// <param name="Class">The official class.</param>
public readonly record struct ListedHousehold(string ShownId, string CommuneCode, Household Household, PovertyClass Class);

/// <summary>The households of a round that count, in the order of files and lines.</summary>
public static class HouseholdList
{
    /// <summary>Shows every household of a round to <paramref name="visit"/>.</summary>
    public static void ForEach(Round round, IReadOnlyList<FilePass> files, RunSettings settings, Action<ListedHousehold> visit) =>
        ReadAgain.ForEach(round, files, settings, row =>
        {
            if (row.Rejected is not null || row.Household.Left != Because.None) return;
            var official = Pass.Official(row.Household, round.Law, settings.For(round).Official);
            visit(new ListedHousehold(row.Reader.ShownId, row.Household.Commune!.Code, row.Household, official));
        });
}
