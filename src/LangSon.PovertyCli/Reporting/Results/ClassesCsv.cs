using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary>
/// A row a household and standard: its class and the figures that decide it. <c>income</c> is per person for the months of the
/// standard's lines, <c>deprivations</c> empty where their number is open; <c>b2_points</c> is what form B2 gives for them.
/// </summary>
internal static class ClassesCsv
{
    private static readonly string[] Header =
        ["household_id", "commune_code", "year", "standard", "class", "income", "income_line", "deprivations", "b2_points", "reason"];

    /// <summary>Writes the households of the rounds given, those of each further standard after those of the round's own; returns the number of rows.</summary>
    public static long Write(Stream stream, IEnumerable<(Round Round, IReadOnlyList<FilePass> Files)> rounds, RunSettings settings, Language language)
    {
        using var csv = new CsvTable(stream, Header);
        foreach (var (planned, files) in rounds)
            foreach (var round in planned.Also.Prepend(planned))
                HouseholdList.ForEach(round, files, settings, household => WriteRow(csv, round, household, settings.For(round).Official, language));
        return csv.Rows;
    }

    private static void WriteRow(CsvTable csv, Round round, in ListedHousehold listed, OfficialClass official, Language language)
    {
        var (household, law) = (listed.Household, round.Law);
        var settlement = household.Settlement != Settlement.Unknown ? household.Settlement : law.SettlementMatters ? Settlement.Unknown : Settlement.Rural;
        decimal? line = settlement == Settlement.Unknown ? null : law.PoorLine(settlement);
        var (fewest, most) = law.Count(household.Deprivations);
        csv.Text(listed.ShownId).Text(listed.CommuneCode).Whole(round.Year).Text(round.StandardName).Text(listed.Class.Word())
            .Number(household.Income?.PerPerson(law.IncomeMonths))
            .Number(line).Whole(fewest == most ? fewest : null).Whole(fewest == most ? fewest * law.PointsPerDeprivation : null)
            .Text(Explanation.Of(household, law, official).In(language)).End();
    }
}
