using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Tests.Sampling;

public class ChanceTests
{
    [Fact]
    public void A_draw_never_changes()
    {
        // The value is from an independent computation; committed samples depend on these bits.
        var chance = Chance.Of(2023, 42);
        Assert.Equal(0x91B10B10CB7525ADUL, chance.Bits(Draw.Size, 2022, 3));
    }

    [Fact]
    public void Draws_are_even()
    {
        var counts = new int[10];
        for (var subject = 0UL; subject < 100_000; subject++) counts[Chance.Of(1, subject).Below(10, Draw.Income)]++;
        // Six standard deviations of a binomial draw are some 570.
        Assert.All(counts, count => Assert.InRange(count, 9_430, 10_570));
    }

    [Fact]
    public void Purposes_years_and_counters_do_not_share_a_draw()
    {
        var chance = Chance.Of(1, 1);
        var drawn = from draw in Enum.GetValues<Draw>() from year in Enumerable.Range(2016, 15) from counter in Enumerable.Range(0, 10) select chance.Bits(draw, year, counter);
        Assert.Distinct(drawn);
    }
}
