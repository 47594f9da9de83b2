using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Explain;
using LangSon.PovertyCli.Tests.Classification;

namespace LangSon.PovertyCli.Tests.Reporting.Explain;

/// <summary>What would change or settle a class, in words, where indicators differ in weight.</summary>
public sealed class ExplainWordsTests
{
    // Employment and dependents weigh 3 of 10 each, the four after them 1 each; poor from 4.
    private static readonly Law Law = JudgedHouseholds.Weigh([3, 3, 1, 1, 1, 1], new Fraction(4, 10), hasIncome: false);

    [Theory]
    [InlineData(0b000011, 0, "1 deprivation fewer, such as employment (score 3/10) → non_poor")]
    [InlineData(0b111111, 0, "3 deprivations fewer, such as employment, dependents in the household, nutrition (score 3/10) → non_poor")]
    [InlineData(0b000100, 0, "1 deprivation more, such as employment (score 2/5) → poor")]
    public void The_fewest_changes_are_told_with_indicators_that_make_them(int lacking, int unknown, string expected) => Assert.Equal(expected, Said(lacking, unknown, Language.English));

    [Theory]
    [InlineData(0b000001, 0b000010, "the unanswered indicator not lacking → non_poor; the unanswered indicator lacking → poor")]
    [InlineData(0b000001, 0b000110, "none of the 2 unanswered indicators lacking → non_poor; 1 or more of the 2 unanswered indicators lacking → poor")]
    [InlineData(0b000100, 0b000011, "none of the 2 unanswered indicators lacking → non_poor; 1 or more of the 2 unanswered indicators lacking → poor")]
    [InlineData(0b000000, 0b111100, "at most 3 of the 4 unanswered indicators lacking → non_poor; 4 of the 4 unanswered indicators lacking → poor")]
    [InlineData(0b000000, 0b000111, "at most 1 of the 3 unanswered indicators lacking → non_poor; 2 or more of the 3 unanswered indicators lacking → poor")]
    [InlineData(0b001100, 0b110001, "of the 3 unanswered indicators those lacking weigh less than 1/5 → non_poor; of the 3 unanswered indicators those lacking weigh 1/5 or more → poor")]
    public void Open_answers_are_told_by_their_number_where_it_says_all_and_else_by_weight(int lacking, int unknown, string expected) => Assert.Equal(expected, Said(lacking, unknown, Language.English));

    [Fact]
    public void It_is_said_in_vietnamese_too()
    {
        Assert.Equal("bớt 1 chỉ số thiếu hụt, ví dụ việc làm (còn 3/10 điểm) → non_poor", Said(0b000011, 0, Language.Vietnamese));
        Assert.Equal("trong 3 chỉ số chưa trả lời, các chỉ số thiếu hụt có tổng trọng số dưới 1/5 → non_poor; trong 3 chỉ số chưa trả lời, các chỉ số thiếu hụt có tổng trọng số từ 1/5 → poor",
            Said(0b001100, 0b110001, Language.Vietnamese));
    }

    private static string Said(int lacking, int unknown, Language language)
    {
        var facts = new HouseholdFacts(null, Settlement.Unknown, Law.Deprivations((uint)lacking, (uint)unknown));
        return string.Join("; ", Alternatives.Of(facts, Law).Select(alternative => $"{ExplainWords.Of(alternative, facts, Law).In(language)} → {alternative.Decision.Class.Word()}"));
    }
}
