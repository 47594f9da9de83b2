namespace LangSon.Poverty.Collection;

/// <summary>The rows of one table by key, to be met by those of another. Rows that share a key are met in their order.</summary>
internal sealed class RowsByKey<TKey, TRow>
    where TKey : notnull
{
    private readonly Dictionary<TKey, (int Number, TRow Row)> _first = [];
    private readonly Dictionary<TKey, Queue<(int Number, TRow Row)>> _further = [];
    private int _count;

    /// <summary>The rows that none has met, in their order.</summary>
    public IEnumerable<TRow> Rest => _first.Values.Concat(_further.Values.SelectMany(rows => rows)).OrderBy(item => item.Number).Select(item => item.Row);

    /// <summary>Adds a row.</summary>
    public void Add(TKey key, TRow row)
    {
        if (_first.TryAdd(key, (_count, row))) _count++;
        else
        {
            if (!_further.TryGetValue(key, out var rows)) _further[key] = rows = [];
            rows.Enqueue((_count++, row));
        }
    }

    /// <summary>Takes the first row of a key that none has met; false where there is none.</summary>
    public bool Take(TKey key, out TRow? row)
    {
        var isThere = _first.Remove(key, out var first);
        row = first.Row;
        if (isThere && _further.TryGetValue(key, out var rows) && rows.TryDequeue(out var next)) _first[key] = next;
        return isThere;
    }
}
