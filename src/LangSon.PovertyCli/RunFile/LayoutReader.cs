using System.Text.Json;
using LangSon.Poverty.Households;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>Reads how files of households are laid out: the keys that a round and a group of its files have in common.</summary>
internal static class LayoutReader
{
    /// <summary>The keys, as the JSON Schema has them.</summary>
    public static readonly string[] Keys =
        ["columns", "id_from", "encoding", "numberFormat", "sheet", "headerRows", "skipRows", "commune", "formVersion"];

    /// <summary>The keys of a column that is more than a header.</summary>
    public static readonly string[] ColumnKeys = ["header", "values", "scale"];

    /// <summary>The layout that <paramref name="part"/> states; a key that it lacks is as in <paramref name="above"/>.</summary>
    public static FileGroup Read(JsonPart part, FileGroup above, RunScope scope) => above with
    {
        Columns = part.Find("columns") is { } columns ? Columns(columns, scope) : above.Columns,
        IdFrom = part.Find("id_from") is { } idFrom ? IdFrom(idFrom, scope) : above.IdFrom,
        Encoding = part.Find("encoding") is { } encoding ? Encoding(encoding, scope) : above.Encoding,
        NumberFormat = part.Find("numberFormat") is { } format
            ? Number(format.AsOneOf("invariant", "vi"))
            : above.NumberFormat,
        Sheet = part.Find("sheet")?.AsText() ?? above.Sheet,
        HeaderRows = part.Find("headerRows")?.AsWhole(1, 20) ?? above.HeaderRows,
        SkipRows = part.Find("skipRows")?.AsWhole(0, 1000) ?? above.SkipRows,
        FormVersion = part.Find("formVersion")?.AsScalar() ?? above.FormVersion,
        CommuneFromFileName = part.Find("commune")?.AsOneOf("from-file-name") is not null || above.CommuneFromFileName,
    };

    /// <summary>The layout with what the command line says for every file.</summary>
    public static FileGroup Override(FileGroup layout, RunOverrides overrides)
    {
        var columns = new Dictionary<string, ColumnSource>(layout.Columns, StringComparer.Ordinal);
        foreach (var (canonical, header) in overrides.Columns)
            columns[canonical] = columns.TryGetValue(canonical, out var source) ? source with { Header = header } : new ColumnSource(header);
        return layout with
        {
            Columns = columns,
            Encoding = overrides.Encoding ?? layout.Encoding,
            NumberFormat = overrides.NumberFormat ?? layout.NumberFormat,
        };
    }

    /// <summary>The number format of that word.</summary>
    public static NumberFormat Number(string word) => word == "vi" ? NumberFormat.Vietnamese : NumberFormat.Invariant;

    /// <summary>What to say of an encoding that cannot be read.</summary>
    public static Phrase UnknownEncoding(string name, RunContext context)
    {
        var list = string.Join(", ", context.Encodings.Order(StringComparer.Ordinal));
        return new Phrase($"phải là một trong các bảng mã {list}, nhưng lại là \"{name}\"", $"expected one of {list}, found \"{name}\"")
            .With(Nearest.Hint(Nearest.To(name, context.Encodings)));
    }

    private static string? Encoding(JsonPart part, RunScope scope)
    {
        var name = part.AsText().ToLowerInvariant();
        if (part.Kind == JsonValueKind.String && !scope.Context.Encodings.Contains(name)) part.Fault(UnknownEncoding(name, scope.Context));
        return name;
    }

    private static List<string> IdFrom(JsonPart part, RunScope scope)
    {
        var names = new List<string>();
        foreach (var item in part.AsList())
        {
            var name = item.AsText();
            if (item.Kind == JsonValueKind.String && scope.Columns.Fault(name) is { } unknown)
                item.Fault(unknown);
            else if (names.Contains(name))
                item.Fault(new($"\"{name}\" xuất hiện hai lần", $"\"{name}\" stands twice"));
            names.Add(name);
        }
        return names;
    }

    private static IReadOnlyDictionary<string, ColumnSource> Columns(JsonPart part, RunScope scope)
    {
        if (part.Kind == JsonValueKind.String && scope.File(part) is { } file) return ColumnMapFile.Read(file, scope);
        var columns = new Dictionary<string, ColumnSource>(StringComparer.Ordinal);
        if (part.Kind == JsonValueKind.String || !part.AsObject()) return columns;
        foreach (var (canonical, source) in part.Members)
        {
            if (scope.Columns.Fault(canonical) is { } unknown) source.Fault(unknown);
            columns[canonical] = Column(source);
        }
        return columns;
    }

    private static ColumnSource Column(JsonPart part)
    {
        if (part.Kind != JsonValueKind.Object) return new ColumnSource(Header(part));
        part.OnlyKeys(ColumnKeys);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (part.Find("values") is { } map && map.AsObject())
            foreach (var (word, meaning) in map.Members)
                values[word] = meaning.AsScalar();
        var scale = part.Find("scale")?.AsNumber() ?? 1;
        if (scale <= 0) part.Find("scale")!.Fault(new("hệ số phải là số trên 0", "a scale is a number above 0"));
        return new ColumnSource(part.Require("header") is { } header ? Header(header) : "", values, scale);
    }

    private static string Header(JsonPart part)
    {
        var header = part.AsText();
        if (part.Kind == JsonValueKind.String && string.IsNullOrWhiteSpace(header)) part.Fault(new("tên cột không được để trống", "a header is not blank"));
        return header;
    }
}
