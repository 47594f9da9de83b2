using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Standards;

public sealed class PovertyClassWordsTests
{
    [Theory]
    [InlineData(PovertyClass.Poor, "poor")]
    [InlineData(PovertyClass.NearPoor, "near_poor")]
    [InlineData(PovertyClass.Average, "average")]
    [InlineData(PovertyClass.NonPoor, "non_poor")]
    [InlineData(PovertyClass.Undetermined, "undetermined")]
    public void A_class_and_its_word_lead_to_each_other(PovertyClass poverty, string word)
    {
        Assert.Equal(word, poverty.Word());
        Assert.Equal(poverty, PovertyClassWords.Parse(word));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Poor")]
    [InlineData("nearpoor")]
    [InlineData("hộ nghèo")]
    public void Other_words_are_no_class(string word) => Assert.Null(PovertyClassWords.Parse(word));
}
