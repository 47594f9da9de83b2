using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>The canonical columns of a household file and the headers they go by, read from columns.json.</summary>
public static class HouseholdColumns
{
    private static readonly Dictionary<string, string> ByHeader = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal);
    private static readonly HashSet<string> PersonalNames = new(StringComparer.Ordinal);
    private static readonly HashSet<string> IgnoredHeaders = new(StringComparer.Ordinal);
    private static readonly HashSet<string> TotalWords = new(StringComparer.Ordinal);

    static HouseholdColumns()
    {
        var data = JsonPart.Read(Embedded.Bytes("households/columns.json"));
        foreach (var column in data.Find("columns")!.Items)
        {
            var name = column.Find("name")!.AsText();
            Names.Add(name);
            if (column.Find("personal") is not null) PersonalNames.Add(name);
            foreach (var header in column.Find("aliases")!.Items.Select(alias => alias.AsText()).Prepend(name))
                if (!ByHeader.TryAdd(Folding.Key(header), name))
                    throw new InvalidDataException($"The header {header} stands for two columns.");
        }
        foreach (var word in data.Find("ignored")!.Items) IgnoredHeaders.Add(Folding.Key(word.AsText()));
        foreach (var word in data.Find("totals")!.Items) TotalWords.Add(Folding.Key(word.AsText()));
    }

    /// <summary>All canonical names.</summary>
    public static IReadOnlySet<string> Canonical => Names;

    /// <summary>Whether the column holds a person's name, number or address, which never leaves the program in a message.</summary>
    public static bool IsPersonal(string canonical) => PersonalNames.Contains(canonical);

    /// <summary>The canonical column that a header stands for, or null.</summary>
    public static string? Find(string header) => ByHeader.GetValueOrDefault(Folding.Key(header));

    /// <summary>Whether the header is one that every form has and no rule needs.</summary>
    public static bool IsIgnored(string header) => IgnoredHeaders.Contains(Folding.Key(header));

    private static readonly char[] TotalTail = [.. "0123456789.,()= "];

    /// <summary>Whether a cell's text says that its row is one of totals.</summary>
    public static bool IsTotalWord(string text) => TotalWords.Contains(Folding.Key(text.Split(':')[0]).TrimEnd(TotalTail));
}
