using CsCheck;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Classification;

public sealed class ClassifierPropertyTests
{
    [Fact]
    public void More_deprivations_never_make_a_household_better_off() =>
        Gen.Select(JudgedHouseholds.All, Gen.Int[0, 11]).Sample((household, at) =>
        {
            var (law, facts) = household;
            // With answers still open one more deprivation may leave a settled class open.
            var lacking = facts.Deprivations.Lacking;
            var before = Classifier.Classify(facts with { Deprivations = law.Deprivations(lacking, 0) }, law);
            var after = Classifier.Classify(facts with { Deprivations = law.Deprivations(lacking | (1u << at % law.Indicators.Length), 0) }, law);
            return before == PovertyClass.Undetermined || after <= before && after != PovertyClass.Undetermined;
        });

    [Fact]
    public void A_higher_income_never_makes_a_household_worse_off() =>
        Gen.Select(JudgedHouseholds.All, Gen.Int[0, 10_000_000]).Sample((household, more) =>
        {
            var (law, facts) = household;
            var known = facts with { Settlement = Settlement.Rural, Deprivations = law.Deprivations(facts.Deprivations.Lacking, 0) };
            var income = known.Income!.Value;
            var richer = known with { Income = new Income(income.Amount + more, income.Months, income.Persons) };
            return Classifier.Classify(known, law) <= Classifier.Classify(richer, law);
        });

    [Fact]
    public void A_class_is_determined_exactly_when_no_answer_to_an_unknown_could_change_it() =>
        JudgedHouseholds.All.Sample((law, facts) =>
        {
            var possible = Resolutions(facts, law).Select(resolved => Classifier.Classify(resolved, law)).ToHashSet();
            var decision = Classifier.Decide(facts, law);
            return decision.Class == PovertyClass.Undetermined
                ? possible.Count > 1 && decision.Reason != Reason.None
                : possible.SetEquals([decision.Class]) && decision.Reason == Reason.None;
        }, iter: 2_000);

    [Fact]
    public void Answering_what_the_reason_names_determines_the_class() =>
        JudgedHouseholds.All.Sample((law, facts) =>
        {
            var reason = Classifier.Decide(facts, law).Reason;
            var answered = facts with
            {
                Settlement = reason.HasFlag(Reason.SettlementUnknown) ? Settlement.Urban : facts.Settlement,
                Deprivations = reason.HasFlag(Reason.DeprivationsUnknown) ? law.Deprivations(facts.Deprivations.Lacking, 0) : facts.Deprivations,
            };
            return Classifier.Classify(answered, law) != PovertyClass.Undetermined;
        });

    [Fact]
    public void Classifying_allocates_nothing()
    {
        var law = StandardLibrary.BuiltIn[0].On(StandardLibrary.BuiltIn[0].FirstDay);
        var facts = new HouseholdFacts(new Income(800_000, 1, 1), Settlement.Unknown, law.Deprivations(3, 4));
        Classifier.Classify(facts, law);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Classifier.Classify(facts, law);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>Every household that the known answers leave possible.</summary>
    internal static IEnumerable<HouseholdFacts> Resolutions(HouseholdFacts facts, Law law)
    {
        Settlement[] settlements = facts.Settlement == Settlement.Unknown ? [Settlement.Urban, Settlement.Rural] : [facts.Settlement];
        foreach (var settlement in settlements)
        {
            // Walks through all subsets of the unknown bits, from all of them to none.
            for (var subset = facts.Deprivations.Unknown; ; subset = (subset - 1) & facts.Deprivations.Unknown)
            {
                yield return facts with { Settlement = settlement, Deprivations = law.Deprivations(facts.Deprivations.Lacking | subset, 0) };
                if (subset == 0) break;
            }
        }
    }
}
