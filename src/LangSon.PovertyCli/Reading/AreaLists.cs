using LangSon.Poverty.Areas;

namespace LangSon.PovertyCli.Reading;

/// <summary>The list of administrative units that the program ships with.</summary>
internal static class AreaLists
{
    private static readonly Lazy<AreaRegister> Shipped = new(() =>
    {
        using var rows = HouseholdFile.Open(AreaRegister.BuiltInCsv, "built-in");
        return AreaRegister.Read(rows, out _);
    });

    private static readonly Lazy<AreaChanges> ShippedChanges = new(() =>
    {
        using var rows = HouseholdFile.Open(AreaRegister.BuiltInChangesCsv, "built-in");
        return AreaChanges.Read(rows, BuiltIn, out _);
    });

    /// <summary>Lạng Sơn since 2016.</summary>
    public static AreaRegister BuiltIn => Shipped.Value;

    /// <summary>What became of its units.</summary>
    public static AreaChanges BuiltInChanges => ShippedChanges.Value;
}
