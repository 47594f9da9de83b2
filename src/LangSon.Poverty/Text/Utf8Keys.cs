using System.Diagnostics.CodeAnalysis;

namespace LangSon.Poverty.Text;

/// <summary>Compares UTF-8 texts byte by byte, so that dictionaries can be asked with a span and nothing is allocated.</summary>
public sealed class Utf8Keys : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    /// <summary>The one instance.</summary>
    public static Utf8Keys Comparer { get; } = new();

    /// <inheritdoc/>
    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        // FNV-1a: the keys are a few bytes long and come from a short list.
        var hash = 2166136261u;
        foreach (var letter in alternate) hash = unchecked((hash ^ letter) * 16777619u);
        return unchecked((int)hash);
    }

    /// <inheritdoc/>
    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
