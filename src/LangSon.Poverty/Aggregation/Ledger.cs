using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Aggregation;

/// <summary>How a household stands in a round.</summary>
public enum Standing : byte
{
    /// <summary>In no row of the round.</summary>
    Absent,

    /// <summary>Poor (hộ nghèo).</summary>
    Poor,

    /// <summary>Near-poor (hộ cận nghèo).</summary>
    NearPoor,

    /// <summary>Average living standard.</summary>
    Average,

    /// <summary>Non-poor.</summary>
    NonPoor,

    /// <summary>Accepted, but its class is open.</summary>
    Undetermined,

    /// <summary>Its row was rejected.</summary>
    Rejected,

    /// <summary>Its row says why it left the list.</summary>
    Left,
}

/// <summary>What is kept of a household in a round: 16 bytes.</summary>
/// <param name="Area">The number of its commune (or of the lowest known unit of a rejected row).</param>
/// <param name="Row">The number of its row in the file, from 0.</param>
/// <param name="File">The number of its file in the round.</param>
/// <param name="Kinds">Its groups of the kinds that are followed, as <see cref="GroupSet.Bits"/> has them.</param>
/// <param name="Ethnicity">The number of its ethnic group; 0 unknown.</param>
/// <param name="Size">Its persons.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Previous">How its form says it stood before.</param>
/// <param name="Because">Why it entered the list; of one that left, why it left.</param>
public readonly record struct LedgerEntry(
    int Area, uint Row, ushort File, byte Kinds, byte Ethnicity, byte Size, Standing Standing, PreviousStatus Previous, Because Because)
{
    /// <summary>Its groups, as far as they are followed.</summary>
    public GroupSet Groups => new(Kinds, Ethnicity);

    /// <summary>Whether the household lives in a class in this round.</summary>
    public bool IsPresent => Standing is >= Standing.Poor and <= Standing.Undetermined;

    /// <summary>The class of a household that lives in one.</summary>
    internal PovertyClass Class => Standing switch
    {
        Standing.Poor => PovertyClass.Poor,
        Standing.NearPoor => PovertyClass.NearPoor,
        Standing.Average => PovertyClass.Average,
        Standing.NonPoor => PovertyClass.NonPoor,
        Standing.Undetermined => PovertyClass.Undetermined,
        Standing.Absent or Standing.Rejected or Standing.Left => throw new InvalidOperationException($"{Standing} is no class"),
    };

    /// <summary>The standing of an accepted household of that class.</summary>
    public static Standing Of(PovertyClass poverty) => poverty switch
    {
        PovertyClass.Poor => Standing.Poor,
        PovertyClass.NearPoor => Standing.NearPoor,
        PovertyClass.Average => Standing.Average,
        PovertyClass.NonPoor => Standing.NonPoor,
        PovertyClass.Undetermined => Standing.Undetermined,
    };
}

/// <summary>
/// All households of all rounds, found by the hash of their id: 16 bytes of key and 16 a round. It tells duplicates within
/// a round and follows households from round to round. Divided into shards, so that several threads may write and growth
/// doubles one small part at a time.
/// </summary>
/// <param name="rounds">How many rounds the run has; under a further standard a round counts again.</param>
public sealed class Ledger(int rounds)
{
    private const int ShardBits = 6;

    private readonly Shard[] _shards = [.. Enumerable.Range(0, 1 << ShardBits).Select(_ => new Shard(rounds))];

    /// <summary>Enters a household in a round; false, and nothing is changed, when its id has an entry there already.</summary>
    public bool TryEnter(UInt128 key, int round, in LedgerEntry entry)
    {
        var shard = ShardOf(key);
        lock (shard)
        {
            ref var place = ref shard.Place(key, round);
            if (place.Standing != Standing.Absent) return false;
            place = entry;
            return true;
        }
    }

    /// <summary>The entry of a household in a round; its standing is absent when there is none.</summary>
    public LedgerEntry Find(UInt128 key, int round)
    {
        var shard = ShardOf(key);
        lock (shard) return shard.Place(key, round);
    }

    /// <summary>The entries of a household, one a round.</summary>
    public LedgerEntry[] Find(UInt128 key)
    {
        var shard = ShardOf(key);
        lock (shard) return shard.Places(key).ToArray();
    }

    /// <summary>Changes the entry of a household in a round.</summary>
    public void Set(UInt128 key, int round, in LedgerEntry entry)
    {
        var shard = ShardOf(key);
        lock (shard) shard.Place(key, round) = entry;
    }

    /// <summary>Enters all households of a round in another one as they stand there.</summary>
    public void Copy(int from, int to)
    {
        foreach (var shard in _shards) shard.Copy(from, to);
    }

    /// <summary>Shows every household with its entries, one a round, in no particular order.</summary>
    public void ForEach(Action<ReadOnlySpan<LedgerEntry>> visit)
    {
        foreach (var shard in _shards) shard.ForEach(visit);
    }

    private Shard ShardOf(UInt128 key) => _shards[(int)(ulong)(key >> (128 - ShardBits))];

    /// <summary>An open-addressing table with linear probing; a key of 0 marks a free slot.</summary>
    private sealed class Shard(int rounds)
    {
        private UInt128[] _keys = new UInt128[64];
        private LedgerEntry[] _entries = new LedgerEntry[64 * rounds];
        private int _count;

        public ref LedgerEntry Place(UInt128 key, int round) => ref Places(key)[round];

        public Span<LedgerEntry> Places(UInt128 key)
        {
            if (key == 0) key = 1;
            if (_count >= _keys.Length - (_keys.Length / 4)) Grow();
            var slot = Slot(_keys, key);
            if (_keys[slot] == 0)
            {
                _keys[slot] = key;
                _count++;
            }
            return _entries.AsSpan(slot * rounds, rounds);
        }

        public void Copy(int from, int to)
        {
            for (var first = 0; first < _entries.Length; first += rounds) _entries[first + to] = _entries[first + from];
        }

        public void ForEach(Action<ReadOnlySpan<LedgerEntry>> visit)
        {
            for (var slot = 0; slot < _keys.Length; slot++)
                if (_keys[slot] != 0)
                    visit(_entries.AsSpan(slot * rounds, rounds));
        }

        private static int Slot(UInt128[] keys, UInt128 key)
        {
            var slot = (int)(unchecked((ulong)key) & (ulong)(keys.Length - 1));
            while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & (keys.Length - 1);
            return slot;
        }

        private void Grow()
        {
            var keys = new UInt128[_keys.Length * 2];
            var entries = new LedgerEntry[keys.Length * rounds];
            for (var old = 0; old < _keys.Length; old++)
            {
                if (_keys[old] == 0) continue;
                var slot = Slot(keys, _keys[old]);
                keys[slot] = _keys[old];
                _entries.AsSpan(old * rounds, rounds).CopyTo(entries.AsSpan(slot * rounds));
            }
            (_keys, _entries) = (keys, entries);
        }
    }
}
