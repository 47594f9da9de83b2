using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Running;

/// <summary>One household with its class and what led to it.</summary>
/// <param name="ShownId">The id as lists show it.</param>
/// <param name="CommuneCode">The commune.</param>
/// <param name="Household">What the row says.</param>
/// <param name="Class">The official class.</param>
public readonly record struct ListedHousehold(string ShownId, string CommuneCode, Household Household, PovertyClass Class);

/// <summary>
/// The households of a round that count, in the order of files and lines. The files are read once more, since no row
/// outlives its turn and only the end of the pass tells which copies count.
/// </summary>
public static class HouseholdList
{
    /// <summary>Shows every household of a round to <paramref name="visit"/>.</summary>
    public static void ForEach(Round round, IReadOnlyList<FilePass> files, RunSettings settings, Action<ListedHousehold> visit)
    {
        var tree = new AreaTree();
        foreach (var file in files)
        {
            var reader = Pass.Open(round, file.File, settings, tree, new FindingLog(), out var source);
            using (source)
            {
                var household = default(Household);
                while (reader.Read(ref household, out var fate))
                {
                    if (fate != RowFate.Accepted || household.Left != Because.None || file.RejectedByLine.ContainsKey(reader.Line)) continue;
                    var official = Pass.Official(household, round.Law, settings.Official);
                    visit(new ListedHousehold(reader.ShownId, household.Commune!.Code, household, official));
                }
            }
        }
    }
}
