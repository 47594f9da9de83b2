using CsCheck;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Classification;

/// <summary>Random households, each with a law to judge it: a shipped standard, or one that weighs deprivations, with income lines or without.</summary>
internal static class JudgedHouseholds
{
    private static readonly Gen<Settlement> Settlements = Gen.OneOf(Settlement.Unknown, Settlement.Urban, Settlement.Rural);

    // Half of the incomes lie on a line or a dong beside it, where mistakes live.
    private static readonly Gen<Income> Incomes = Gen.Select(
        Gen.OneOf(Gen.Int[-1_000_000, 5_000_000], Gen.OneOf(Lines().SelectMany(line => new[] { line - 1, line, line + 1 }).ToArray())),
        Gen.OneOf(1, 12), Gen.Int[1, 12]).Select((perPerson, months, persons) => new Income((decimal)perPerson * months * persons, months, persons));

    /// <summary>Laws that weigh twelve deprivations; half of the cut-offs are the exact weight of some of them.</summary>
    internal static readonly Gen<Law> Weighing = Gen.Select(Gen.Int[1, 9].Array[12], Gen.UInt[1, 0xFFF], Gen.Int[1, 60], Gen.Bool, Gen.Bool).Select((weights, some, sixtieths, isExact, hasIncome) =>
        Weigh(weights, isExact ? new Fraction(Enumerable.Range(0, 12).Sum(at => ((some >> at) & 1) * weights[at]), weights.Sum()) : new Fraction(sixtieths, 60), hasIncome));

    /// <summary>The standards, each on its last day, and laws that weigh.</summary>
    internal static readonly Gen<Law> Laws = Gen.OneOf(Gen.OneOf(StandardLibrary.BuiltIn.Select(standard => standard.On(standard.LastDay)).ToArray()), Weighing);

    /// <summary>Households of every settlement, answered in part.</summary>
    internal static readonly Gen<(Law Law, HouseholdFacts Facts)> All = Under(Laws);

    /// <summary>Such households under given laws.</summary>
    internal static Gen<(Law Law, HouseholdFacts Facts)> Under(Gen<Law> laws) => Gen.Select(laws, Incomes, Settlements, Gen.UInt[0, 0xFFF], Gen.UInt[0, 0xFFF])
        .Select((law, income, settlement, lacking, unknown) => (law, new HouseholdFacts(income, settlement, law.Deprivations(Known(law, lacking & ~unknown), Known(law, unknown)))));

    /// <summary>A law that weighs the first indicators of vn-2022 so.</summary>
    internal static Law Weigh(int[] weights, Fraction cutoff, bool hasIncome)
    {
        var standard = StandardLibrary.ById("vn-2022")!;
        standard = standard with
        {
            PoorAtDeprivations = [],
            Cutoff = [new(standard.FirstDay, cutoff, "nd07")],
            Indicators = [.. standard.Indicators.Take(weights.Length).Select((indicator, at) => indicator with { Weight = new Fraction(weights[at], weights.Sum()) })],
        };
        if (!hasIncome) standard = standard with { Poor = null, Average = null };
        return standard.On(standard.LastDay);
    }

    private static uint Known(Law law, uint bits) => bits & ((1u << law.Indicators.Length) - 1);

    private static IEnumerable<int> Lines() =>
        from standard in StandardLibrary.BuiltIn
        from line in new[] { standard.PoorAlone, standard.Poor, standard.Average }
        where line is not null
        from value in line.Rural.Concat(line.Urban)
        select (int)value.Value;
}
