namespace LangSon.Poverty.Standards;

/// <summary>The standards that the program ships with.</summary>
public static class StandardLibrary
{
    /// <summary>All of them, by first day.</summary>
    public static IReadOnlyList<Standard> BuiltIn { get; } = Load();

    /// <summary>The shipped standard of that id, or null.</summary>
    public static Standard? ById(string id) => BuiltIn.FirstOrDefault(standard => standard.Id == id);

    /// <summary>The shipped standard in force on <paramref name="day"/>, or null where the law knows none.</summary>
    public static Standard? InForceOn(DateOnly day) => BuiltIn.FirstOrDefault(standard => standard.InForce(day));

    private static Standard[] Load() =>
    [
        .. Embedded.Names("standards/").Select(name =>
        {
            var (standard, faults) = StandardReader.Read(Embedded.Bytes(name), name);
            return standard ?? throw new InvalidDataException(
                string.Join('\n', faults.Select(fault => $"{name}:{fault.Line} {fault.Path}: {fault.Reason.En}")));
        }).OrderBy(standard => standard.FirstDay),
    ];
}
