using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Text;

/// <summary>A thing said in both languages.</summary>
public sealed class PhraseTests
{
    [Fact]
    public void Its_first_letter_fits_where_it_stands()
    {
        Assert.Equal(new Phrase("đạt", "met"), new Phrase("Đạt", "Met").Within());
        Assert.Equal(new Phrase("Đạt", "Met"), new Phrase("đạt", "met").Beginning());
        Assert.Equal(new Phrase("", ""), new Phrase("", "").Within().Beginning());
    }

    [Fact]
    public void It_can_be_shown_in_a_message() => Assert.Contains("đạt", new Phrase("đạt", "met").ToString(), StringComparison.Ordinal);
}
