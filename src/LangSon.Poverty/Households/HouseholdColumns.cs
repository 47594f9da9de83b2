using System.Text.Json;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>The canonical columns of a household file and the headers they go by, read from columns.json.</summary>
public static class HouseholdColumns
{
    private static readonly Dictionary<string, string> ByHeader = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, HouseholdColumn> ByName = new(StringComparer.Ordinal);
    private static readonly HashSet<string> IgnoredKeys = new(StringComparer.Ordinal);
    private static readonly HashSet<string> TotalKeys = new(StringComparer.Ordinal);

    static HouseholdColumns()
    {
        var data = JsonPart.Read(Embedded.Bytes("households/columns.json"));
        All = [.. data.Find("columns")!.Items.Select(Column)];
        Ignored = Texts(data.Find("ignored")!);
        TotalWords = Texts(data.Find("totals")!);
        if (data.Faults is [var fault, ..]) throw new InvalidDataException($"columns.json:{fault.Line} {fault.Path}: {fault.Reason.En}");
        foreach (var column in All)
        {
            ByName.Add(column.Name, column);
            IEnumerable<string> titles = column.Title is { } title ? [column.Name, title.Vi, title.En] : [column.Name];
            foreach (var key in titles.Concat(column.Headers).Select(Folding.Key).Distinct())
                if (!ByHeader.TryAdd(key, column.Name))
                    throw new InvalidDataException($"The header {key} stands for two columns.");
        }
        IgnoredKeys.UnionWith(Ignored.Select(Folding.Key));
        TotalKeys.UnionWith(TotalWords.Select(Folding.Key));
    }

    /// <summary>All columns, in the order of forms.</summary>
    public static IReadOnlyList<HouseholdColumn> All { get; }

    /// <summary>Headers that every form has and no rule needs.</summary>
    public static IReadOnlyList<string> Ignored { get; }

    /// <summary>The words with which a row of totals begins.</summary>
    public static IReadOnlyList<string> TotalWords { get; }

    /// <summary>All canonical names.</summary>
    public static IEnumerable<string> Canonical => ByName.Keys;

    /// <summary>The column of that canonical name, or null.</summary>
    public static HouseholdColumn? Named(string canonical) => ByName.GetValueOrDefault(canonical);

    /// <summary>Whether the column holds a person's name, number or address, which never leaves the program in a message.</summary>
    public static bool IsPersonal(string canonical) => Named(canonical)?.IsPersonal ?? false;

    /// <summary>The canonical column that a header stands for, or null.</summary>
    public static string? Find(string header) => ByHeader.GetValueOrDefault(Folding.Key(header));

    /// <summary>Whether the header is one that every form has and no rule needs.</summary>
    public static bool IsIgnored(string header) => IgnoredKeys.Contains(Folding.Key(header));

    private static readonly char[] TotalTail = [.. "0123456789.,()= "];

    /// <summary>Whether a cell's text says that its row is one of totals.</summary>
    public static bool IsTotalWord(string text) => TotalKeys.Contains(Folding.Key(text.Split(':')[0]).TrimEnd(TotalTail));

    private static HouseholdColumn Column(JsonPart part)
    {
        var column = new HouseholdColumn(part.Require("name")!.AsText(), Texts(part.Require("aliases")!));
        // An indicator is answered by yes or no, whatever standard it belongs to.
        if (part.Find("title") is not { } title) return column with { Kind = ValueKind.Word, Words = "flag" };
        return column with
        {
            Title = Both(title),
            Meaning = Both(part.Require("meaning")!),
            Note = part.Find("note") is { } note ? Both(note) : default(Phrase?),
            Kind = part.Require("kind")!.AsOneOf("text", "whole", "amount", "word") switch
            {
                "whole" => ValueKind.Whole,
                "amount" => ValueKind.Amount,
                "word" => ValueKind.Word,
                _ => ValueKind.Text,
            },
            Words = part.Find("words")?.AsText(),
            Unit = part.Find("unit") is { } unit ? Both(unit) : default(Phrase?),
            Least = part.Find("least")?.AsWhole(0, int.MaxValue),
            Most = part.Find("most")?.AsWhole(0, int.MaxValue),
            Required = part.Find("required") is { } required
                ? new Requirement(required.Kind == JsonValueKind.True, required.Kind == JsonValueKind.True ? default(Phrase?) : Both(required))
                : default,
            IsPersonal = part.Find("personal") is not null,
        };
    }

    private static Phrase Both(JsonPart part) => new(part.Require("vi")!.AsText(), part.Require("en")!.AsText());

    private static string[] Texts(JsonPart list) => [.. list.AsList().Select(item => item.AsText())];
}
