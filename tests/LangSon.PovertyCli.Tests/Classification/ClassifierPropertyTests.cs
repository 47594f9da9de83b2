using CsCheck;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Classification;

public sealed class ClassifierPropertyTests
{
    /// <summary>The standards, each on its last day.</summary>
    internal static readonly Gen<Law> Laws = Gen.OneOf(StandardLibrary.BuiltIn.Select(standard => standard.On(standard.LastDay)).ToArray());

    private static readonly Gen<Settlement> Settlements = Gen.OneOf(Settlement.Unknown, Settlement.Urban, Settlement.Rural);

    // Half of the incomes lie on a line or a dong beside it, where mistakes live.
    private static readonly Gen<Income> Incomes = Gen.Select(
        Gen.OneOf(Gen.Int[-1_000_000, 5_000_000], Gen.OneOf(Lines().SelectMany(line => new[] { line - 1, line, line + 1 }).ToArray())),
        Gen.OneOf(1, 12), Gen.Int[1, 12]).Select((perPerson, months, persons) => new Income((decimal)perPerson * months * persons, months, persons));

    /// <summary>Households of every settlement, answered in part.</summary>
    internal static readonly Gen<HouseholdFacts> Households = Gen.Select(Incomes, Settlements, Gen.UInt[0, 0xFFF], Gen.UInt[0, 0xFFF])
        .Select((income, settlement, lacking, unknown) => new HouseholdFacts(income, settlement, new Deprivations(lacking & ~unknown, unknown)));

    [Fact]
    public void More_deprivations_never_make_a_household_better_off() =>
        Gen.Select(Laws, Households, Gen.Int[0, 11]).Sample((law, facts, more) =>
        {
            var before = Classifier.Classify(facts, law);
            var bit = 1u << more;
            var worse = facts with { Deprivations = new(facts.Deprivations.Lacking | bit, facts.Deprivations.Unknown & ~bit) };
            var after = Classifier.Classify(worse, law);
            return before == PovertyClass.Undetermined || after <= before && after != PovertyClass.Undetermined;
        });

    [Fact]
    public void A_higher_income_never_makes_a_household_worse_off() =>
        Gen.Select(Laws, Households, Gen.Int[0, 10_000_000]).Sample((law, facts, more) =>
        {
            var known = facts with { Settlement = Settlement.Rural, Deprivations = facts.Deprivations with { Unknown = 0 } };
            var income = known.Income!.Value;
            var richer = known with { Income = new Income(income.Amount + more, income.Months, income.Persons) };
            return Classifier.Classify(known, law) <= Classifier.Classify(richer, law);
        });

    [Fact]
    public void A_class_is_determined_exactly_when_no_answer_to_an_unknown_could_change_it() =>
        Gen.Select(Laws, Households).Sample((law, facts) =>
        {
            var possible = Resolutions(facts).Select(resolved => Classifier.Classify(resolved, law)).ToHashSet();
            var decision = Classifier.Decide(facts, law);
            return decision.Class == PovertyClass.Undetermined
                ? possible.Count > 1 && decision.Reason != Reason.None
                : possible.SetEquals([decision.Class]) && decision.Reason == Reason.None;
        }, iter: 2_000);

    [Fact]
    public void Answering_what_the_reason_names_determines_the_class() =>
        Gen.Select(Laws, Households).Sample((law, facts) =>
        {
            var reason = Classifier.Decide(facts, law).Reason;
            var answered = facts with
            {
                Settlement = reason.HasFlag(Reason.SettlementUnknown) ? Settlement.Urban : facts.Settlement,
                Deprivations = reason.HasFlag(Reason.DeprivationsUnknown) ? facts.Deprivations with { Unknown = 0 } : facts.Deprivations,
            };
            return Classifier.Classify(answered, law) != PovertyClass.Undetermined;
        });

    [Fact]
    public void Classifying_allocates_nothing()
    {
        var law = StandardLibrary.BuiltIn[0].On(StandardLibrary.BuiltIn[0].FirstDay);
        var facts = new HouseholdFacts(new Income(800_000, 1, 1), Settlement.Unknown, new Deprivations(3, 4));
        Classifier.Classify(facts, law);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Classifier.Classify(facts, law);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>Every household that the known answers leave possible.</summary>
    internal static IEnumerable<HouseholdFacts> Resolutions(HouseholdFacts facts)
    {
        Settlement[] settlements = facts.Settlement == Settlement.Unknown ? [Settlement.Urban, Settlement.Rural] : [facts.Settlement];
        foreach (var settlement in settlements)
        {
            // Walks through all subsets of the unknown bits, from all of them to none.
            for (var subset = facts.Deprivations.Unknown; ; subset = (subset - 1) & facts.Deprivations.Unknown)
            {
                yield return facts with { Settlement = settlement, Deprivations = new(facts.Deprivations.Lacking | subset, 0) };
                if (subset == 0) break;
            }
        }
    }

    private static IEnumerable<int> Lines() =>
        from standard in StandardLibrary.BuiltIn
        from line in new[] { standard.PoorAlone, standard.Poor, standard.Average }
        where line is not null
        from value in line.Rural.Concat(line.Urban)
        select (int)value.Value;
}
