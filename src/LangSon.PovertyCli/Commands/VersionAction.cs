using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Commands;

/// <summary>Prints what a result depends on besides its inputs: the program's version, the law that it knows, the packages that it was built with.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
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
        yield return $"poverty {Product.Version}";
        yield return $"runtime: {RuntimeInformation.FrameworkDescription}";
        foreach (var standard in StandardLibrary.BuiltIn)
            yield return $"standard: {standard.Id}, {standard.FirstDay:o} – {standard.LastDay:o}, checked on {standard.CheckedOn:o}";
        yield return "packages: " + string.Join(", ", Product.Packages.Select(package => $"{package.Name} {package.Version}"));
    }
}
