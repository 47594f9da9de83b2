using System.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// A row that does not count, with the file's own cells. They are kept as one block of bytes until they are written: a
/// file may have a million such rows, and thirty strings take many times the memory.
/// </summary>
public sealed record RejectedRow
{
    /// <summary>Ends a cell; no UTF-8 text has this byte.</summary>
    private const byte End = 0xFF;

    private readonly byte[] _cells;

    /// <summary>Keeps a row.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="cells">The cells as they stand in the file.</param>
    /// <param name="codes">Why, as codes of the catalogue.</param>
    public RejectedRow(long line, IReadOnlyList<string> cells, IReadOnlyList<string> codes)
    {
        (Line, Codes) = (line, codes);
        _cells = new byte[cells.Sum(cell => Encoding.UTF8.GetByteCount(cell) + 1)];
        var at = 0;
        foreach (var cell in cells)
        {
            at += Encoding.UTF8.GetBytes(cell, _cells.AsSpan(at));
            _cells[at++] = End;
        }
    }

    /// <summary>Its line.</summary>
    public long Line { get; }

    /// <summary>Why, as codes of the catalogue.</summary>
    public IReadOnlyList<string> Codes { get; init; }

    /// <summary>The cells as they stand in the file.</summary>
    public string[] Cells
    {
        get
        {
            var cells = new string[_cells.AsSpan().Count(End)];
            ReadOnlySpan<byte> rest = _cells;
            for (var i = 0; i < cells.Length; i++)
            {
                var end = rest.IndexOf(End);
                cells[i] = Encoding.UTF8.GetString(rest[..end]);
                rest = rest[(end + 1)..];
            }
            return cells;
        }
    }
}
