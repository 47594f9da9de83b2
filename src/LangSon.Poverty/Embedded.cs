namespace LangSon.Poverty;

/// <summary>The data files that are part of this assembly: standards, areas, findings, value lists.</summary>
internal static class Embedded
{
    /// <summary>The bytes of the resource of that logical name.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The resource {name} is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The names of all resources that begin with <paramref name="prefix"/>, in ordinal order.</summary>
    public static IReadOnlyList<string> Names(string prefix) =>
        [.. typeof(Embedded).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
