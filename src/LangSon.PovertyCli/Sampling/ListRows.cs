using System.Text;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Sampling;

/// <summary>The rows of a list that is part of the program: commas, no quotes.</summary>
internal sealed class ListRows(byte[] utf8, string name) : RowSource
{
    private readonly string[] _lines = Encoding.UTF8.GetString(utf8).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    private byte[][] _fields = [];
    private int _next;

    /// <inheritdoc/>
    public override string File => name;

    /// <inheritdoc/>
    public override int FieldCount => _fields.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> this[int column] => column < _fields.Length ? _fields[column] : default;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> RowBytes => Encoding.UTF8.GetBytes(_lines[_next - 1]);

    /// <inheritdoc/>
    public override long Line => _next;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (_next == _lines.Length) return false;
        _fields = [.. _lines[_next++].Split(',').Select(Encoding.UTF8.GetBytes)];
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
