using CsCheck;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Classification;

/// <summary>What would change a class: whatever is said is so, and nothing nearer would do.</summary>
public sealed class AlternativesTests
{
    /// <summary>By income or by the points of form B1, known or not; some with a result of form A, some with a total of form B2 in place of indicators.</summary>
    private static readonly Gen<(Law Law, HouseholdFacts Facts)> Households =
        Gen.Select(JudgedHouseholds.All, Gen.Int[0, 3], Gen.Bool, Gen.OneOf(139m, 140, 140.5m, 141, 175, 176, 0), Gen.Enum<QuickReview>(), Gen.Int[0, 24])
            .Select((household, die, byPoints, points, quick, total) =>
            {
                var (law, facts) = household;
                facts = facts with { ByPoints = byPoints && law.HasPoints, Points = points, Quick = quick };
                if (die == 0) facts = facts with { Income = null, Points = null };
                var isTold = law is { HasPoints: true, Cutoff: null } && total <= law.Indicators.Length;
                return (law, isTold ? facts with { Deprivations = facts.Deprivations with { AtLeast = total, AtMost = total } } : facts);
            });

    [Fact]
    public void Whatever_is_said_to_change_a_class_changes_it_and_nothing_else_about_the_household() =>
        Households.Sample((law, facts) => Assert.Null(Wrong(facts, law)));

    [Fact]
    public void Every_income_and_all_points_in_the_words_give_the_class_that_they_say() =>
        Gen.Select(Households, Gen.Int[0, 1_000_000], Gen.Int[1, 12]).Sample((household, step, persons) =>
        {
            var (law, facts) = household;
            foreach (var alternative in All(Alternatives.Of(facts, law), facts).Where(entry => entry.Alternative.Facet is Facet.Income or Facet.Points))
            {
                var (above, atMost) = (alternative.Alternative.Above, alternative.Alternative.AtMost);
                var each = atMost is { } high ? Math.Max(high - step, above + 1 ?? high - step) : above!.Value + 1 + step;
                var other = alternative.Alternative.Facet == Facet.Points ? alternative.Before with { Points = each }
                    : alternative.Before with { Income = new Income(each * persons * 12, 12, persons) };
                Assert.Equal(alternative.Alternative.Decision, Classifier.Decide(other, law));
            }
        });

    [Fact]
    public void Every_number_of_deprivations_in_the_words_gives_the_class_that_they_say() =>
        Households.Sample((law, facts) =>
        {
            foreach (var (alternative, before) in All(Alternatives.Of(facts, law), facts).Where(entry => entry.Alternative.Facet == Facet.Deprivations))
                foreach (var resolved in Resolutions(before, law))
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
                if (alternative.Facet is Facet.Income or Facet.Points && facts.IsMeasured)
                {
                    var own = facts.ByPoints ? facts.Points!.Value : facts.Income!.Value.PerPerson(law.IncomeMonths);
                    var bound = alternative.Above >= own ? alternative.Above!.Value : alternative.AtMost!.Value + 1;
                    var between = own + (bound - own) * (decimal)way;
                    Assert.Equal(decision.Class, Classifier.Classify(facts.ByPoints ? facts with { Points = between } : facts with { Income = new Income(between, law.IncomeMonths, 1) }, law));
                }
                if (alternative.Facet == Facet.Deprivations && IsTotal(facts, law))
                    for (var (count, end) = (facts.Deprivations.AtLeast, alternative.Fewest!.Value); count != end; count += Math.Sign(end - count))
                        Assert.Equal(decision.Class, Classifier.Classify(facts with { Deprivations = facts.Deprivations with { AtLeast = count, AtMost = count } }, law));
                else if (alternative.Facet == Facet.Deprivations)
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
            var possible = Measures(facts, law).SelectMany(known => Resolutions(known, law)).Select(known => Classifier.Classify(known, law)).ToHashSet();
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

    [Theory]
    [InlineData(135, 3, QuickReview.None, "Points:NonPoor Deprivations:NearPoor")]
    [InlineData(140, 2, QuickReview.NeedsScoring, "Points:NonPoor Deprivations:Poor")]
    [InlineData(141, 3, QuickReview.None, "Points:Poor Settlement:Poor")]
    [InlineData(176, 0, QuickReview.Poor, "Points:NearPoor")]
    [InlineData(null, 3, QuickReview.NeedsScoring, "Points:Poor Points:NonPoor")]
    [InlineData(null, 3, QuickReview.NearPoor, "Points:Poor Points:NonPoor")]
    [InlineData(null, 3, QuickReview.NotPoor, "Points:Poor")]
    public void A_rural_household_that_was_scored_is_told_so(int? points, int total, QuickReview quick, string expected)
    {
        var law = StandardLibrary.ById("vn-2022")!.On(StandardLibrary.ById("vn-2022")!.FirstDay);
        var facts = new HouseholdFacts(new Income(1_000_000, 1, 1), Settlement.Rural, law.Deprivations(0, 0xFFF) with { AtLeast = total, AtMost = total })
        {
            ByPoints = true,
            Points = points,
            Quick = quick,
        };
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
                Facet.Points => alternative.Facts with { Points = before.Points },
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

    /// <summary>Whether a total stands in place of the indicators.</summary>
    private static bool IsTotal(HouseholdFacts facts, Law law) => facts.Deprivations != law.Deprivations(facts.Deprivations.Lacking, facts.Deprivations.Unknown);

    /// <summary>Every household that the known answers leave possible; the indicators are settled where their total is.</summary>
    private static IEnumerable<HouseholdFacts> Resolutions(HouseholdFacts facts, Law law) => !IsTotal(facts, law) ? ClassifierPropertyTests.Resolutions(facts, law)
        : ClassifierPropertyTests.Resolutions(facts with { Deprivations = default }, law).Select(known => known with { Deprivations = facts.Deprivations });

    /// <summary>The household with an income, or points, on either side of each line, where it has none.</summary>
    private static IEnumerable<HouseholdFacts> Measures(HouseholdFacts facts, Law law)
    {
        if (facts.IsMeasured || !law.HasIncomeLine) return [facts];
        var settlements = new[] { Settlement.Rural, Settlement.Urban };
        if (facts.ByPoints) return settlements.SelectMany(at => new[] { law.PointsLine(at)!.Value, law.PointsLine(at)!.Value + 1 }).Select(points => facts with { Points = points });
        var lines = settlements.SelectMany(at => new[] { law.PoorAloneLine(at), law.PoorLine(at), law.AverageLine(at) }).OfType<decimal>();
        return lines.SelectMany(line => new[] { line, line + 1 }).Select(amount => facts with { Income = new Income(amount, law.IncomeMonths, 1) });
    }
}
