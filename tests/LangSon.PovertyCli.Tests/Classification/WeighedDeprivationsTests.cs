using System.Numerics;
using CsCheck;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Classification;

/// <summary>Households under a cut-off: poor from it on, exactly, and not poor below it.</summary>
public sealed class WeighedDeprivationsTests
{
    // The weights of the global MPI in eighteenths: four of 1/6 and six of 1/18.
    private static readonly int[] Eighteenths = [3, 3, 3, 3, 1, 1, 1, 1, 1, 1];

    [Theory]
    [InlineData("1/3", 0b1111110000, PovertyClass.Poor)] // six of 1/18
    [InlineData("1/3", 0b0111110000, PovertyClass.NonPoor)]
    [InlineData("1/3", 0b0000000011, PovertyClass.Poor)] // two of 1/6
    [InlineData("1/3", 0b0000110001, PovertyClass.NonPoor)] // 5/18
    [InlineData("0.33", 0b1111110000, PovertyClass.Poor)]
    [InlineData("0.333333333", 0b1111110000, PovertyClass.Poor)]
    [InlineData("0.333333334", 0b1111110000, PovertyClass.NonPoor)] // a hair above a third
    [InlineData("34%", 0b1111110000, PovertyClass.NonPoor)]
    [InlineData("1", 0b1111111111, PovertyClass.Poor)]
    [InlineData("1", 0b0111111111, PovertyClass.NonPoor)]
    public void A_household_is_poor_from_the_cut_off_on(string cutoff, int lacking, PovertyClass expected)
    {
        Assert.True(Fraction.TryParse(cutoff, out var k));
        Assert.Equal(expected, Classify(Law(Eighteenths, k), (uint)lacking));
    }

    [Fact]
    public void A_third_and_its_decimals_part_where_a_score_lies_between_them()
    {
        // 331/1000 lies between 0.33 and 1/3.
        int[] thousandths = [331, 669];
        Assert.Equal(PovertyClass.Poor, Classify(Law(thousandths, new Fraction(33, 100)), 0b01));
        Assert.Equal(PovertyClass.NonPoor, Classify(Law(thousandths, new Fraction(1, 3)), 0b01));
    }

    [Fact]
    public void The_class_is_that_of_the_exact_sum() =>
        JudgedHouseholds.Under(JudgedHouseholds.Weighing).Sample((law, facts) =>
        {
            if (law.HasIncomeLine) return;
            var possible = ClassifierPropertyTests.Resolutions(facts, law).Select(known => ByHand(law, known.Deprivations.Lacking)).ToHashSet();
            Assert.Equal(possible.Count == 1 ? possible.Single() : PovertyClass.Undetermined, Classifier.Classify(facts, law));
        }, iter: 2_000);

    [Fact]
    public void Income_and_settlement_play_no_part_without_an_income_line() =>
        JudgedHouseholds.Under(JudgedHouseholds.Weighing).Sample((law, facts) =>
            law.HasIncomeLine || Classifier.Decide(facts, law) == Classifier.Decide(new HouseholdFacts(null, Settlement.Unknown, facts.Deprivations), law));

    [Fact]
    public void Beside_an_income_line_those_below_the_cut_off_are_near_poor()
    {
        var law = JudgedHouseholds.Weigh([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], new Fraction(2, 13), hasIncome: true);
        PovertyClass Of(decimal income, uint lacking) => Classifier.Classify(new(new Income(income, 1, 1), Settlement.Rural, law.Deprivations(lacking, 0)), law);
        Assert.Equal((PovertyClass.Poor, PovertyClass.NearPoor, PovertyClass.Average), (Of(1_500_000, 0b001), Of(1_500_000, 0b010), Of(1_500_001, 0b111)));
    }

    [Fact]
    public void The_order_of_the_indicators_changes_no_class() =>
        Gen.Select(Gen.Int[1, 9].Array[8], Gen.Int[1, 60], Gen.UInt[0, 0xFF], Gen.UInt[0, 0xFF], Gen.Shuffle(Enumerable.Range(0, 8).ToArray())).Sample((weights, sixtieths, lacking, unknown, order) =>
        {
            uint Moved(uint bits) => order.Select((from, to) => ((bits >> from) & 1) << to).Aggregate(0u, (sum, bit) => sum | bit);
            var (law, other) = (Law(weights, new Fraction(sixtieths, 60)), Law([.. order.Select(from => weights[from])], new Fraction(sixtieths, 60)));
            return Classifier.Decide(new(null, Settlement.Unknown, law.Deprivations(lacking & ~unknown, unknown)), law)
                == Classifier.Decide(new(null, Settlement.Unknown, other.Deprivations(Moved(lacking & ~unknown), Moved(unknown))), other);
        });

    [Fact]
    public void No_smaller_number_of_changes_gives_another_class() =>
        JudgedHouseholds.Under(JudgedHouseholds.Weighing).Sample((law, facts) =>
        {
            var own = Classifier.Decide(facts, law);
            if (own.Reason != Reason.None) return;
            var (lacking, unknown) = (facts.Deprivations.Lacking, facts.Deprivations.Unknown);
            foreach (var alternative in Alternatives.Of(facts, law).Where(alternative => alternative.Facet == Facet.Deprivations))
            {
                var changed = alternative.Facts.Deprivations.Lacking ^ lacking;
                var isMore = (changed & lacking) == 0;
                for (var some = 0u; some <= 0xFFF; some++)
                    if ((some & (isMore ? lacking | unknown : ~lacking)) == 0 && BitOperations.PopCount(some) < BitOperations.PopCount(changed))
                        Assert.Equal(own, Classifier.Decide(facts with { Deprivations = law.Deprivations(lacking ^ some, unknown) }, law));
            }
        }, iter: 100);

    [Fact]
    public void Weighing_and_classifying_allocate_nothing()
    {
        var law = Law(Eighteenths, new Fraction(1, 3));
        Classify(law, 0b11);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0u; i < 1_000; i++) Classify(law, i);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_reason_states_score_and_cut_off_as_fractions()
    {
        var law = Law(Eighteenths, new Fraction(1, 3));
        string Why(uint lacking, uint unknown) => Explanation.Of(new HouseholdFacts(null, Settlement.Unknown, law.Deprivations(lacking, unknown)), law).En;
        Assert.Equal("deprivation score 5/18; poor from 1/3", Why(0b0000110001, 0));
        Assert.Equal("deprivation score 1/6 to 2/9; poor from 1/3", Why(0b0000000001, 0b0000010000));
        Assert.Equal("indicators unanswered", Why(0b0000000001, 0b0000000010));
    }

    /// <summary>Whether the weights of what is lacking come up to the cut-off, in numbers without bounds.</summary>
    private static PovertyClass ByHand(Law law, uint lacking)
    {
        var (upper, lower) = (BigInteger.Zero, BigInteger.One);
        for (var i = 0; i < law.Indicators.Length; i++)
        {
            var weight = law.Indicators[i].Weight;
            if (((lacking >> i) & 1) == 1) (upper, lower) = ((upper * weight.Denominator) + (weight.Numerator * lower), lower * weight.Denominator);
        }
        var cutoff = law.Standard.Cutoff[0].Value;
        return upper * cutoff.Denominator >= cutoff.Numerator * lower ? PovertyClass.Poor : PovertyClass.NonPoor;
    }

    private static PovertyClass Classify(Law law, uint lacking) => Classifier.Classify(new HouseholdFacts(null, Settlement.Unknown, law.Deprivations(lacking, 0)), law);

    private static Law Law(int[] weights, Fraction cutoff) => JudgedHouseholds.Weigh(weights, cutoff, hasIncome: false);
}
