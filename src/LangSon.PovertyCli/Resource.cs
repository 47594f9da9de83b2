namespace LangSon.PovertyCli;

/// <summary>The data files that are part of the program.</summary>
internal static class Resource
{
    /// <summary>The bytes of the resource of that logical name.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The resource {name} is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
