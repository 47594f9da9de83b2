using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Runtime.InteropServices;

namespace LangSon.PovertyCli.Commands;

/// <summary>Prints what a result depends on besides its inputs: the program's version and the packages that it was built with.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    private const string PackagePrefix = "package:";

    /// <summary>The version, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The packages and their versions as resolved at build, by name.</summary>
    public static IReadOnlyList<(string Name, string Version)> Packages { get; } =
        [.. typeof(VersionAction).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Key.StartsWith(PackagePrefix, StringComparison.Ordinal))
            .Select(metadata => (metadata.Key[PackagePrefix.Length..], metadata.Value!)).Distinct().Order()];

    /// <summary>Puts this in place of the version alone.</summary>
    public static void Apply(RootCommand root)
    {
        foreach (var option in root.Options.OfType<VersionOption>()) option.Action = new VersionAction();
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        foreach (var line in Lines()) parseResult.InvocationConfiguration.Output.WriteLine(line);
        return (int)ExitCode.Done;
    }

    private static IEnumerable<string> Lines()
    {
        yield return $"poverty {Version}";
        yield return $"runtime: {RuntimeInformation.FrameworkDescription}";
        yield return "packages: " + string.Join(", ", Packages.Select(package => $"{package.Name} {package.Version}"));
    }
}
