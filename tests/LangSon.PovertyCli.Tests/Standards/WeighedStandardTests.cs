using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Standards;

/// <summary>Standards whose deprivations are weighed against a cut-off.</summary>
public sealed class WeighedStandardTests
{
    // The tests below break one line of it at a time and name that line.
    private const string Good = """
        {
          "id": "weighed", "title": { "vi": "Có trọng số", "en": "Weighed" },
          "sources": { "x": { "title": "Act 1/2020", "date": "2020-01-01" } }, "checkedOn": "2026-11-24",
          "applies": [ { "from": "2020-01-01", "source": "x" } ],
          "cutoff": [ { "from": "2020-01-01", "value": "1/3", "source": "x" }, { "from": "2022-01-01", "value": 0.4, "source": "x" } ],
          "dimensions": [
            { "id": "health", "title": { "vi": "Y tế", "en": "Health" }, "indicators": [
              { "id": "a", "title": { "vi": "A", "en": "A" }, "rule": { "vi": "A", "en": "A" }, "source": "x" },
              { "id": "b", "title": { "vi": "B", "en": "B" }, "rule": { "vi": "B", "en": "B" }, "source": "x" } ] },
            { "id": "living", "title": { "vi": "Mức sống", "en": "Living" }, "indicators": [
              { "id": "c", "title": { "vi": "C", "en": "C" }, "rule": { "vi": "C", "en": "C" }, "source": "x" } ] }
          ]
        }
        """;

    private const string Income = """ "income": { "unit": "VND/person/month", "poor": { "all": [ { "from": "2020-01-01", "value": 1000000, "source": "x" } ] } }, """;

    [Fact]
    public void Without_weights_dimensions_weigh_the_same_and_share_it_equally()
    {
        var law = Read(Good).On(new(2020, 1, 1));
        Assert.Equal(["1/4", "1/4", "1/2"], law.Indicators.ToArray().Select(indicator => indicator.Weight.ToString()));
        Assert.Equal([1, 1, 2], law.Weights.ToArray());
        Assert.Equal((4, new Fraction(1, 3), 2), (law.Whole, law.Cutoff!.Value, law.PoorAt));
        Assert.False(law.HasIncomeLine || law.HasNearPoor || law.HasAverage || law.SettlementMatters);
        Assert.Null(law.PoorLine(Settlement.Rural));
    }

    [Fact]
    public void The_cut_off_is_that_of_the_day()
    {
        Assert.Equal(new Fraction(1, 3), Read(Good).On(new(2021, 12, 31)).Cutoff);
        Assert.Equal(new Fraction(2, 5), Read(Good).On(new(2022, 1, 1)).Cutoff);
    }

    [Fact]
    public void Named_weights_hold_as_they_are_written()
    {
        var law = Read(Weighed("\"1/2\"", "\"30%\"", "0.2")).On(new(2020, 1, 1));
        Assert.Equal([5, 3, 2], law.Weights.ToArray());
        Assert.Equal((10, 4), (law.Whole, law.PoorAt));
    }

    [Fact]
    public void Deprivations_are_weighed_and_told_by_number_and_by_score()
    {
        var law = Read(Weighed("\"1/2\"", "\"30%\"", "0.2")).On(new(2020, 1, 1));
        var deprivations = law.Deprivations(0b001, 0b100);
        Assert.Equal(new Deprivations(0b001, 0b100, 5, 7), deprivations);
        Assert.Equal((1, 2), law.Count(deprivations));
        Assert.Equal("7/10", law.Score(deprivations.AtMost).ToString());
    }

    [Fact]
    public void Where_they_are_counted_each_weighs_one()
    {
        var law = StandardLibrary.ById("vn-2022")!.On(new(2023, 12, 14));
        Assert.Equal((1, null), (law.Whole, law.Cutoff));
        Assert.All(law.Weights.ToArray(), weight => Assert.Equal(1, weight));
        Assert.Equal(new Deprivations(0b111, 0b1000, 3, 4), law.Deprivations(0b111, 0b1000));
        Assert.Equal((3, 4), law.Count(law.Deprivations(0b111, 0b1000)));
    }

    [Fact]
    public void An_income_line_may_stand_beside_a_cut_off()
    {
        var law = Read(Good.Replace("\"cutoff\"", Income + "\"cutoff\"", StringComparison.Ordinal)).On(new(2020, 1, 1));
        Assert.True(law.HasIncomeLine && law.HasNearPoor);
        Assert.Equal(2, law.PoorAt);
    }

    [Theory]
    [InlineData("\"value\": \"1/3\"", "\"value\": \"1:3\"", 5, "$.cutoff[0].value", "expected a share above 0 and up to 1")]
    [InlineData("\"value\": \"1/3\"", "\"value\": true", 5, "$.cutoff[0].value", "expected a share above 0 and up to 1")]
    [InlineData("\"value\": 0.4", "\"value\": 0", 5, "$.cutoff[1].value", "expected a share above 0 and up to 1")]
    [InlineData("\"value\": 0.4", "\"value\": 1.5", 5, "$.cutoff[1].value", "expected a share above 0 and up to 1")]
    [InlineData("[ { \"from\": \"2020-01-01\", \"value\": \"1/3\"", "[ { \"from\": \"2020-01-02\", \"value\": \"1/3\"", 5, "$.cutoff[0]", "no value holds until then")]
    [InlineData("\"cutoff\": [", "\"poorAtDeprivations\": [ { \"from\": \"2020-01-01\", \"value\": 2, \"source\": \"x\" } ], \"cutoff\": [", 5, "$.cutoff", "exclude each other")]
    [InlineData("\"cutoff\"", "\"cut-off\"", 5, "$.cut-off", "did you mean \"cutoff\"")]
    [InlineData("\"cutoff\"", "\"cut-off\"", 1, "$", "\"poorAtDeprivations\" or \"cutoff\" is missing")]
    [InlineData("\"id\": \"a\"", "\"id\": \"a\", \"weight\": \"1/3\"", 9, "$.dimensions[0].indicators[1]", "\"weight\" is missing")]
    [InlineData("\"id\": \"a\"", "\"id\": \"a\", \"weight\": \"3/2\"", 8, "$.dimensions[0].indicators[0].weight", "expected a share above 0 and up to 1")]
    public void A_fault_is_reported_with_its_line_and_path(string part, string broken, int line, string path, string reason)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(part, StringComparison.Ordinal);
        AssertFault(string.Concat(Good.AsSpan(0, at), broken, Good.AsSpan(at + part.Length)), line, path, reason);
    }

    [Fact]
    public void Weights_that_are_not_one_together_are_told_their_sum() =>
        AssertFault(Weighed("\"1/2\"", "\"1/3\"", "\"1/7\""), 6, "$.dimensions", "the weights add up to 41/42; expected exactly 1");

    [Fact]
    public void Decimal_thirds_are_no_thirds() =>
        AssertFault(Weighed("0.333333333", "0.333333333", "0.333333333"), 6, "$.dimensions", "the weights add up to 999999999/1000000000; expected exactly 1");

    [Fact]
    public void Weights_without_a_common_denominator_within_reach_are_a_fault() =>
        AssertFault(Weighed("\"1/999999937\"", "\"1/2\"", "\"1/3\""), 6, "$.dimensions", "no common denominator");

    [Fact]
    public void A_weight_is_refused_where_deprivations_are_counted() =>
        AssertFault(Weighed("\"1/2\"", "\"1/4\"", "\"1/4\"").Replace("\"cutoff\": [ { \"from\": \"2020-01-01\", \"value\": \"1/3\"", Income + "\"poorAtDeprivations\": [ { \"from\": \"2020-01-01\", \"value\": 2", StringComparison.Ordinal)
            .Replace("\"value\": 0.4", "\"value\": 3", StringComparison.Ordinal), 8, "$.dimensions[0].indicators[0].weight", "only a standard with \"cutoff\" has weights");

    [Fact]
    public void Without_income_deprivations_are_weighed_and_not_counted() =>
        AssertFault(Good.Replace("\"cutoff\": [ { \"from\": \"2020-01-01\", \"value\": \"1/3\"", "\"poorAtDeprivations\": [ { \"from\": \"2020-01-01\", \"value\": 2", StringComparison.Ordinal)
            .Replace("\"value\": 0.4", "\"value\": 3", StringComparison.Ordinal), 5, "$.poorAtDeprivations", "a standard without income lines has \"cutoff\"");

    [Fact]
    public void A_cut_off_needs_indicators() =>
        AssertFault(Good[..Good.IndexOf("\"dimensions\"", StringComparison.Ordinal)] + "}", 5, "$.cutoff", "there are no indicators");

    /// <summary>The standard with these weights of a, b and c.</summary>
    private static string Weighed(params string[] weights) => new[] { "a", "b", "c" }.Zip(weights)
        .Aggregate(Good, (json, weight) => json.Replace($"\"id\": \"{weight.First}\"", $"\"id\": \"{weight.First}\", \"weight\": {weight.Second}", StringComparison.Ordinal));

    private static Standard Read(string json)
    {
        var (standard, faults) = StandardReader.Read(Encoding.UTF8.GetBytes(json), "own.json");
        Assert.Empty(faults);
        return standard!;
    }

    private static void AssertFault(string json, int line, string path, string reason)
    {
        var (standard, faults) = StandardReader.Read(Encoding.UTF8.GetBytes(json), "own.json");
        Assert.Null(standard);
        Assert.Contains(faults, fault => fault.Line == line && fault.Path == path && fault.Reason.En.Contains(reason, StringComparison.Ordinal));
    }
}
