using CsCheck;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Classification;

/// <summary>What would change a class: whatever is said is so, and nothing nearer would do.</summary>
public sealed class AlternativesTests
{
    private static readonly Gen<(Law Law, HouseholdFacts Facts)> Households = Gen.Select(JudgedHouseholds.All, Gen.Int[0, 3])
        .Select((household, die) => die == 0 ? household with { Facts = household.Facts with { Income = null } } : household);

    [Fact]
    public void Whatever_is_said_to_change_a_class_changes_it_and_nothing_else_about_the_household() =>
        Households.Sample((law, facts) => Assert.Null(Wrong(facts, law)));

    [Fact]
    public void Every_income_in_the_words_gives_the_class_that_they_say() =>
        Gen.Select(Households, Gen.Int[0, 1_000_000], Gen.Int[1, 12]).Sample((household, step, persons) =>
        {
            var (law, facts) = household;
            foreach (var alternative in All(Alternatives.Of(facts, law), facts).Where(entry => entry.Alternative.Facet == Facet.Income))
            {
                var (above, atMost) = (alternative.Alternative.Above, alternative.Alternative.AtMost);
                var each = atMost is { } high ? Math.Max(high - step, above + 1 ?? high - step) : above!.Value + 1 + step;
                var other = alternative.Before with { Income = new Income(each * persons * 12, 12, persons) };
                Assert.Equal(alternative.Alternative.Decision, Classifier.Decide(other, law));
            }
        });

    [Fact]
    public void Every_number_of_deprivations_in_the_words_gives_the_class_that_they_say() =>
        Households.Sample((law, facts) =>
        {
            foreach (var (alternative, before) in All(Alternatives.Of(facts, law), facts).Where(entry => entry.Alternative.Facet == Facet.Deprivations))
                foreach (var resolved in ClassifierPropertyTests.Resolutions(before, law))
                    if (Classifier.Decide(before, law).Reason != Reason.None
                        && resolved.Deprivations.AtLeast >= alternative.Fewest && resolved.Deprivations.AtLeast <= alternative.Most)
                        Assert.Equal(alternative.Decision.Class, Classifier.Classify(resolved, law));
        }, iter: 2_000);

    [Fact]
    public void No_nearer_change_gives_another_class() =>
        Gen.Select(Households, Gen.Double[0, 1]).Sample((household, way) =>
        {
            var (law, facts) = household;
            var decision = Classifier.Decide(facts, law);
            if (decision.Reason != Reason.None) return;
            foreach (var alternative in Alternatives.Of(facts, law))
            {
                if (alternative.Facet == Facet.Income)
                {
                    var own = facts.Income!.Value.PerPerson(law.IncomeMonths);
                    var bound = alternative.Above >= own ? alternative.Above!.Value : alternative.AtMost!.Value + 1;
                    var between = own + (bound - own) * (decimal)way;
                    Assert.Equal(decision.Class, Classifier.Classify(facts with { Income = new Income(between, law.IncomeMonths, 1) }, law));
                }
                if (alternative.Facet == Facet.Deprivations)
                    foreach (var lacking in Between(facts.Deprivations, alternative.Facts.Deprivations))
                        Assert.Equal(decision.Class, Classifier.Classify(facts with { Deprivations = law.Deprivations(lacking, facts.Deprivations.Unknown) }, law));
            }
        });

    [Fact]
    public void The_answers_to_open_questions_lead_to_every_class_that_is_possible_and_to_no_other() =>
        Households.Sample((law, facts) =>
        {
            if (Classifier.Decide(facts, law).Reason == Reason.None) return;
            var said = All(Alternatives.Of(facts, law), facts).Select(entry => entry.Alternative.Decision).Where(decision => decision.Reason == Reason.None)
                .Select(decision => decision.Class).ToHashSet();
            var possible = Incomes(facts, law).SelectMany(known => ClassifierPropertyTests.Resolutions(known, law)).Select(known => Classifier.Classify(known, law)).ToHashSet();
            Assert.Equal(possible.Order(), said.Order());
        }, iter: 2_000);

    [Fact]
    public void It_holds_for_every_case_of_the_law()
    {
        foreach (var (law, facts) in LawCaseTests.Households()) Assert.Null(Wrong(facts, law));
    }

    [Theory]
    [InlineData("vn-2022", 1_200_000, 0b111, 0, "Income:Average Deprivations:NearPoor")]
    [InlineData("vn-2022", 1_200_000, 0b1111, 0, "Income:Average Deprivations:NearPoor")]
    [InlineData("vn-2022", 1_200_000, 0b11, 0, "Income:Average Deprivations:Poor")]
    [InlineData("vn-2022", 2_000_000, 0b111, 0, "Income:Poor Income:NonPoor Settlement:Poor")]
    [InlineData("vn-2022", 9_000_000, 0b111, 0, "Income:Average")]
    [InlineData("vn-2022", 1_200_000, 0b11, 0b100, "Deprivations:NearPoor Deprivations:Poor")]
    [InlineData("vn-2022", null, 0b111, 0, "Income:Poor Income:Average Income:NonPoor")]
    [InlineData("vn-2022", null, 0b11, 0b100, "Income:Undetermined Deprivations:NearPoor Deprivations:Poor Income:Average Income:NonPoor")]
    [InlineData("vn-2016", 600_000, 0b11, 0, "Income:NearPoor")]
    [InlineData("vn-2016", 800_000, 0b11, 0, "Income:Poor Income:Average Settlement:Poor Deprivations:Poor")]
    [InlineData("vn-2016", 800_000, 0b111, 0, "Income:Average Deprivations:NearPoor")]
    [InlineData("vn-2027", 2_500_000, 0b111, 0, "Income:Poor Settlement:Poor")]
    public void A_rural_household_is_told_so(string standard, int? income, uint lacking, uint unknown, string expected)
    {
        var law = StandardLibrary.ById(standard)!.On(StandardLibrary.ById(standard)!.FirstDay);
        var facts = new HouseholdFacts(income is { } amount ? new Income(amount, 1, 1) : null, Settlement.Rural, law.Deprivations(lacking, unknown));
        Assert.Equal(expected, string.Join(' ', All(Alternatives.Of(facts, law), facts).Select(entry => $"{entry.Alternative.Facet}:{entry.Alternative.Decision.Class}")));
    }

    /// <summary>What is wrong about the alternatives of a household; null when nothing is.</summary>
    internal static string? Wrong(HouseholdFacts facts, Law law)
    {
        var own = Classifier.Decide(facts, law);
        var all = Alternatives.Of(facts, law);
        if (own.Reason != Reason.None && all.Count < 2) return "an open class is settled by at least two answers";
        foreach (var (alternative, before) in All(all, facts))
        {
            if (Classifier.Decide(alternative.Facts, law) != alternative.Decision) return $"{alternative} is not what the rules give";
            if (own.Reason == Reason.None && before == facts && alternative.Decision.Class == own.Class) return $"{alternative} changes nothing";
            if (alternative.Decision.Reason != Reason.None && alternative.Then.Count == 0) return $"{alternative} leads nowhere";
            var same = alternative.Facet switch
            {
                Facet.Income => alternative.Facts with { Income = before.Income },
                Facet.Settlement => alternative.Facts with { Settlement = before.Settlement },
                Facet.Deprivations => alternative.Facts with { Deprivations = before.Deprivations },
            };
            if (same != before) return $"{alternative} changes more than it says";
        }
        return null;
    }

    /// <summary>The alternatives with those below them, each with the household that it departs from.</summary>
    private static IEnumerable<(Alternative Alternative, HouseholdFacts Before)> All(IEnumerable<Alternative> alternatives, HouseholdFacts before) =>
        alternatives.SelectMany(alternative => All(alternative.Then, alternative.Facts).Prepend((alternative, before)));

    /// <summary>Deprivations on the way from one to another, an indicator at a time, the last left out.</summary>
    private static IEnumerable<uint> Between(Deprivations from, Deprivations to)
    {
        var bits = from.Lacking ^ to.Lacking;
        var lacking = from.Lacking;
        for (; (bits & (bits - 1)) != 0; bits &= bits - 1)
        {
            lacking ^= bits & (~bits + 1);
            yield return lacking;
        }
    }

    private static IEnumerable<HouseholdFacts> Incomes(HouseholdFacts facts, Law law)
    {
        if (facts.Income is not null || !law.HasIncomeLine) return [facts];
        var lines = new[] { Settlement.Rural, Settlement.Urban }.SelectMany(at => new[] { law.PoorAloneLine(at), law.PoorLine(at), law.AverageLine(at) }).OfType<decimal>();
        return lines.SelectMany(line => new[] { line, line + 1 }).Select(amount => facts with { Income = new Income(amount, law.IncomeMonths, 1) });
    }
}
