using System.Reflection;

namespace LangSon.PovertyCli;

/// <summary>What a result depends on besides its inputs.</summary>
internal static class Product
{
    private const string PackagePrefix = "package:";

    /// <summary>The program's version, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The packages and their versions as resolved at build, by name.</summary>
    public static IReadOnlyList<(string Name, string Version)> Packages { get; } =
        [.. typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Key.StartsWith(PackagePrefix, StringComparison.Ordinal))
            .Select(metadata => (metadata.Key[PackagePrefix.Length..], metadata.Value!)).Distinct().Order()];
}
