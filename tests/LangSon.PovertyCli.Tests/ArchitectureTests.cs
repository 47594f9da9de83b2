using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Tests;

/// <summary>The two rules of ARCHITECTURE.md and the direction of its arrows, read from the sources and the built core.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>The folders of the core, the lowest first: each may use those before it and no other.</summary>
    private static readonly string[] CoreLayers =
        ["Text", "Findings", "Tables", "Areas", "Survey", "Collection", "Standards", "Households", "Classification", "Aggregation", "Quality", "Comparison", "Targets", "Running"];

    /// <summary>The folders of the program, likewise; all of them may use the core.</summary>
    private static readonly string[] ProgramLayers = ["Reading", "RunFile", "Running", "Reporting", "Sampling", "Starting", "Commands"];

    [Fact]
    public void Each_folder_of_the_core_uses_lower_ones_only() =>
        AssertArrows("src/LangSon.Poverty", typeof(Law).Assembly, "LangSon.Poverty", CoreLayers);

    [Fact]
    public void Each_folder_of_the_program_uses_lower_ones_only() =>
        AssertArrows("src/LangSon.PovertyCli", typeof(RunReport).Assembly, "LangSon.PovertyCli", ProgramLayers);

    [Fact]
    public void A_wrong_arrow_is_seen_however_it_is_written()
    {
        string[] layers = ["Text", "Standards", "Households"];
        var core = typeof(Law).Assembly;
        Assert.Equal(["Households"], Arrows("using LangSon.Poverty.Households;\n", core, "LangSon.Poverty", layers));
        Assert.Equal(["Households"], Arrows("using H = LangSon.Poverty.Households.Household;\n", core, "LangSon.Poverty", layers));
        Assert.Equal(["Households"], Arrows("    Households.Household? last;\n", core, "LangSon.Poverty", layers));
        Assert.Empty(Arrows("    // Households.Household\n    Households.Count();\n", core, "LangSon.Poverty", layers));
    }

    [Fact]
    public void The_core_is_built_on_nothing_but_the_runtime_and_checksums()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src/LangSon.Poverty/LangSon.Poverty.csproj"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Equal(
            ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "System.IO.Hashing"],
            project.Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!).Order(StringComparer.Ordinal));
        Assert.All(typeof(Law).Assembly.GetReferencedAssemblies(), used => Assert.Matches("^System\\.", used.Name));
        Assert.DoesNotContain("System.Console", typeof(Law).Assembly.GetReferencedAssemblies().Select(used => used.Name));
    }

    [Theory]
    [InlineData("T:System.Console")]
    [InlineData("T:System.IO.File")]
    [InlineData("T:System.IO.Directory")]
    [InlineData("T:System.Environment")]
    [InlineData("T:System.Random")]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.Globalization.CultureInfo.CurrentCulture")]
    public void What_the_core_must_not_touch_is_banned(string symbol)
    {
        var project = Path.Combine(Repository.Root, "src/LangSon.Poverty");
        Assert.Contains(File.ReadLines(Path.Combine(project, "BannedSymbols.txt")), line => line.Split(';')[0] == symbol);
        Assert.DoesNotContain(Sources(project), file => File.ReadAllText(file).Contains("#pragma warning disable RS0030", StringComparison.Ordinal));
    }

    [Fact]
    public void Root_cs_names_every_command()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src/LangSon.PovertyCli/Commands/Root.cs"));
        var commands = typeof(RunReport).Assembly.GetTypes().Where(type => type.Namespace == "LangSon.PovertyCli.Commands"
            && type.GetMethod("Create", BindingFlags.Public | BindingFlags.Static, [])?.ReturnType == typeof(System.CommandLine.Command));
        Assert.All(commands, command => Assert.Contains($"{command.Name}.Create()", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_names_the_folders_in_their_order()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        Assert.Contains(string.Join(" ← ", CoreLayers), page, StringComparison.Ordinal);
        Assert.Contains(string.Join(" ← ", ProgramLayers), page, StringComparison.Ordinal);
    }

    private static void AssertArrows(string project, Assembly assembly, string root, string[] layers)
    {
        var folder = Path.Combine(Repository.Root, project);
        var wrong = new List<string>();
        foreach (var file in Sources(folder))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!name.Contains('/', StringComparison.Ordinal))
            {
                // What lies beside the folders serves them all and may use none; Program.cs starts the whole.
                if (name != "Program.cs") wrong.AddRange(Arrows(File.ReadAllText(file), assembly, root, layers).Select(used => $"{name} → {used}"));
                continue;
            }
            var own = Array.IndexOf(layers, name.Split('/')[0]);
            Assert.True(own >= 0, $"{name}: put its folder into the order of this test and of ARCHITECTURE.md");
            wrong.AddRange(Arrows(File.ReadAllText(file), assembly, root, layers)
                .Where(used => Array.IndexOf(layers, used) > own).Select(used => $"{name} → {used}"));
        }
        Assert.Empty(wrong);
    }

    /// <summary>The folders that a source uses: by a using, or by a type written with the end of its namespace.</summary>
    private static IEnumerable<string> Arrows(string text, Assembly assembly, string root, string[] layers)
    {
        text = Comment().Replace(text, "");
        foreach (var layer in layers)
        {
            var isUsed = Regex.IsMatch(text, $@"\busing [^;]*\b{Regex.Escape(root)}\.{layer}\b")
                || Regex.Matches(text, $@"(?<![.\w])(?:{Regex.Escape(root)}\.|{root.Split('.')[^1]}\.)?{layer}\.(?:\w+\.)?(\w+)")
                    .Any(match => assembly.GetTypes().Any(type => type.Name == match.Groups[1].Value && InLayer(type, root, layer)));
            if (isUsed) yield return layer;
        }
    }

    private static bool InLayer(Type type, string root, string layer) =>
        type.Namespace is { } space && (space == $"{root}.{layer}" || space.StartsWith($"{root}.{layer}.", StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0].Equals("obj", StringComparison.Ordinal)
            && !Path.GetRelativePath(folder, file).StartsWith("bin", StringComparison.Ordinal));

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
