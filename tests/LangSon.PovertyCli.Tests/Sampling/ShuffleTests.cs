using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Tests.Sampling;

public class ShuffleTests
{
    [Fact]
    public void Every_number_comes_out_exactly_once()
    {
        for (var count = 0; count <= 300; count++)
        {
            var shuffle = new Shuffle(Chance.Of(7, (ulong)count), count);
            Assert.Equal(Enumerable.Range(0, count), Enumerable.Range(0, count).Select(number => shuffle[number]).Order());
        }
    }

    [Fact]
    public void The_order_is_another_one_for_another_chance()
    {
        var one = new Shuffle(Chance.Of(1, 1), 1000);
        var other = new Shuffle(Chance.Of(2, 1), 1000);
        Assert.True(Enumerable.Range(0, 1000).Count(number => one[number] == other[number]) < 20);
    }
}
