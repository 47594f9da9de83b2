using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Tests.Sampling;

/// <summary>Generated rounds, counted in memory.</summary>
internal static class Generated
{
    public static ProvinceModel Model { get; } = new();

    public static SampleRound Round(ulong seed, Homes homes, int year) =>
        new(seed, Model, homes, year, StandardLibrary.InForceOn(SampleRound.DayOf(year))!.On(SampleRound.DayOf(year)));

    public static SampleRound Round(ulong seed, int households, int year) => Round(seed, new Homes(Model, households), year);

    public static List<SampleHousehold> Residents(SampleRound round)
    {
        List<SampleHousehold> all = [];
        for (var home = 0; home < round.Homes; home++)
        {
            for (var dwelling = 0; dwelling < round.Dwellings(home); dwelling++)
            {
                round.Resident(home, dwelling, out var household);
                all.Add(household);
            }
        }
        return all;
    }

    /// <summary>The class by the law itself, from what is written in the row.</summary>
    public static PovertyClass ByLaw(in SampleHousehold household, Law law) =>
        Classifier.Classify(new HouseholdFacts(new Income(household.Income, 1, 1), household.Unit.Area.Settlement, law.Deprivations(household.Lacking, 0)), law);

    public static double Rate(IEnumerable<SampleHousehold> households, PovertyClass poverty)
    {
        var all = 0;
        var counted = 0;
        foreach (var household in households)
        {
            all++;
            if (household.Class == poverty) counted++;
        }
        return 100.0 * counted / all;
    }

    public static string District(in SampleHousehold household) => household.Unit.District ?? "";

    public static (int, int, int) Key(in SampleHousehold household) => (household.Home, household.Dwelling, household.Occupant);
}
