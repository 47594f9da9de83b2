using System.Numerics;

namespace LangSon.PovertyCli.Sampling;

/// <summary>
/// A fixed shuffle of 0 … n − 1 that needs no memory: a small Feistel network over the next power of two, walked until it
/// falls inside. Each number comes out exactly once, which is what makes the shares of a commune exact.
/// </summary>
internal readonly struct Shuffle
{
    private const int Rounds = 4;

    private readonly Chance _chance;
    private readonly int _count;
    private readonly int _lowBits;
    private readonly int _highBits;

    /// <summary>The shuffle of <paramref name="count"/> numbers that belongs to <paramref name="chance"/>.</summary>
    public Shuffle(Chance chance, int count)
    {
        _chance = chance;
        _count = count;
        // Two halves of at least one bit each.
        var bits = Math.Max(2, BitOperations.Log2((uint)Math.Max(1, count - 1)) + 1);
        _lowBits = bits / 2;
        _highBits = bits - _lowBits;
    }

    /// <summary>Where <paramref name="number"/> comes to stand.</summary>
    public int this[int number]
    {
        get
        {
            if (_count < 2) return number;
            var at = (uint)number;
            do
            {
                at = Pass(at);
            }
            while (at >= (uint)_count);
            return (int)at;
        }
    }

    private uint Pass(uint value)
    {
        var low = value & ((1u << _lowBits) - 1);
        var high = value >> _lowBits;
        for (var round = 0; round < Rounds; round += 2)
        {
            high ^= (uint)(_chance.Bits(Draw.Shuffle, round, (int)low) & ((1u << _highBits) - 1));
            low ^= (uint)(_chance.Bits(Draw.Shuffle, round + 1, (int)high) & ((1u << _lowBits) - 1));
        }
        return (high << _lowBits) | low;
    }
}
