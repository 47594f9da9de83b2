using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>
/// A closed list of words with their meanings. Words match after folding; each spelling met is remembered by its bytes, so
/// that the second time costs one look-up and no allocation. Not safe for several threads: each reader has its own.
/// </summary>
/// <typeparam name="T">What a word means.</typeparam>
public sealed class WordList<T>
    where T : struct
{
    /// <summary>How many spellings are remembered; a file of free text must not fill the memory.</summary>
    private const int MostRemembered = 4096;

    private readonly Dictionary<string, T> _meanings;
    private readonly Dictionary<byte[], T?> _met = new(Utf8Keys.Comparer);

    /// <summary>A list of words; when two fold to the same key the first stands.</summary>
    public WordList(IEnumerable<(string Word, T Meaning)> words)
    {
        _meanings = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (word, meaning) in words) _meanings.TryAdd(Folding.Key(word), meaning);
    }

    /// <summary>All words, folded, in ordinal order, for messages.</summary>
    public IEnumerable<string> Words => _meanings.Keys.Order(StringComparer.Ordinal);

    /// <summary>The meaning of a word; false when it is not in the list.</summary>
    public bool TryFind(ReadOnlySpan<byte> word, out T meaning)
    {
        if (!_met.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(word, out var found))
        {
            found = _meanings.TryGetValue(Folding.Key(Encoding.UTF8.GetString(word)), out var known) ? known : null;
            if (_met.Count < MostRemembered) _met[word.ToArray()] = found;
        }
        meaning = found.GetValueOrDefault();
        return found.HasValue;
    }
}
