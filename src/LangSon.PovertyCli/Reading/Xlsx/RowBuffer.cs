using System.Text;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>The cells of one row: their texts one after the other in one buffer, used again for every row.</summary>
internal sealed class RowBuffer
{
    private byte[] _bytes = new byte[1 << 12];
    private int _length;
    private (int Start, int End, CellKind Kind)[] _cells = new (int, int, CellKind)[64];

    /// <summary>The cells up to the last one that has been set.</summary>
    public int Count { get; private set; }

    /// <summary>All texts.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The text of a cell; empty when it has not been set.</summary>
    public ReadOnlySpan<byte> this[int column] =>
        column < Count ? _bytes.AsSpan(_cells[column].Start, _cells[column].End - _cells[column].Start) : default;

    /// <summary>The kind of a cell.</summary>
    public CellKind Kind(int column) => column < Count ? _cells[column].Kind : CellKind.Plain;

    /// <summary>Starts an empty row.</summary>
    public void Clear() => (Count, _length) = (0, 0);

    /// <summary>Room for a text of that many bytes at most; <see cref="Set(int, int, CellKind)"/> takes it.</summary>
    public Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        return _bytes.AsSpan(_length);
    }

    /// <summary>Gives a cell the first <paramref name="bytes"/> bytes of the room.</summary>
    public void Set(int column, int bytes, CellKind kind)
    {
        if (column >= _cells.Length) Array.Resize(ref _cells, Math.Max(_cells.Length * 2, column + 1));
        if (column >= Count)
        {
            _cells.AsSpan(Count, column - Count).Clear();
            Count = column + 1;
        }
        _cells[column] = (_length, _length + bytes, kind);
        _length += bytes;
    }

    /// <summary>Gives a cell a text.</summary>
    public void Set(int column, ReadOnlySpan<char> text, CellKind kind) =>
        Set(column, Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length))), kind);

    /// <summary>Gives a cell a text.</summary>
    public void Set(int column, ReadOnlySpan<byte> text, CellKind kind)
    {
        text.CopyTo(Room(text.Length));
        Set(column, text.Length, kind);
    }
}
