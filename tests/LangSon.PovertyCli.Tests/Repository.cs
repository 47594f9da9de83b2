using System.Text;
using LangSon.PovertyCli.Reading;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Tests;

/// <summary>The files of the repository that tests read or compare with.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The built-in units.</summary>
    public static AreaRegister Areas { get; } = ReadAreas();

    /// <summary>
    /// Compares a generated file with what stands in the repository. With UPDATE_GENERATED=1 it is written instead.
    /// </summary>
    public static void Same(string path, string generated)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, generated, new UTF8Encoding(false));
        }
        Assert.True(File.Exists(file), $"{path} is missing: run the tests with UPDATE_GENERATED=1");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), generated);
    }

    private static AreaRegister ReadAreas()
    {
        using var source = HouseholdFile.Open(AreaRegister.BuiltInCsv, "langson.csv");
        var register = AreaRegister.Read(source, out PlainTable table);
        Assert.Empty(table.Faults);
        return register;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LangSon.PovertyCli.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
