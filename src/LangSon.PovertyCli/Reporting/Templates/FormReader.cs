using System.Reflection;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>Reads layouts of forms; whatever is wrong with one is a fault with its line.</summary>
internal static class FormReader
{
    private static readonly string[] ColumnKeys = ["no", "title", "measure", "group", "movement", "holds", "formula", "of", "each"];

    /// <summary>All layouts that the program ships with, by number of the form, those for single standards last.</summary>
    public static IReadOnlyList<FormLayout> BuiltIn { get; } = [.. Names().Select(Shipped).OrderBy(layout => layout.Number).ThenBy(layout => layout.Standards.Count)];

    /// <summary>The layouts for a standard: of each form the one made for it, else the general one.</summary>
    public static IReadOnlyList<FormLayout> For(string standard) =>
        [.. BuiltIn.Where(layout => layout.Standards.Count == 0 || layout.Standards.Contains(standard)).GroupBy(layout => layout.Number).Select(form => form.Last())];

    /// <summary>Reads one; faults tell what is wrong, and with any the layout is of no use.</summary>
    public static FormLayout Read(JsonPart root)
    {
        root.OnlyKeys("form", "name", "title", "unit", "lists", "standards", "rounds", "rows", "columns", "notes", "act", "source", "checked");
        var layout = new FormLayout
        {
            Number = root.Require("form")?.AsWhole(1, 99) ?? 0,
            ShortTitle = PhraseOf(root.Require("name")),
            Title = PhraseOf(root.Require("title")),
            Unit = PhraseOf(root.Require("unit")),
            Standards = [.. root.Find("standards")?.AsList().Select(id => id.AsText()) ?? []],
            Lists = root.Find("lists") is { } lists ? PovertyClassWords.Parse(lists.AsOneOf("poor", "near_poor")) : null,
            IsOfTwoRounds = root.Find("rounds")?.AsWhole(1, 2) == 2,
            Rows = [.. root.Find("rows")?.AsList().Select(PhraseOf) ?? []],
            Parts = Parts(root.Require("columns")),
            Notes = [.. root.Find("notes")?.AsList().Select(PhraseOf) ?? []],
            Act = PhraseOf(root.Require("act")),
            Source = root.Require("source")?.AsText() ?? "",
            IsChecked = root.Require("checked")?.AsFlag() ?? false,
        };
        Check(root, layout);
        return layout;
    }

    /// <summary>A text in both languages.</summary>
    public static Phrase PhraseOf(JsonPart? part)
    {
        part?.OnlyKeys("vi", "en");
        return new(part?.Require("vi")?.AsText() ?? "", part?.Require("en")?.AsText() ?? "");
    }

    /// <summary>A document that the program ships with; one that is wrong is a fault of the program.</summary>
    public static JsonPart Document(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return JsonPart.Read(bytes);
    }

    /// <summary>Stops at the faults of a shipped document.</summary>
    public static void Refuse(string name, JsonPart document)
    {
        if (document.Faults.Count > 0) throw new InvalidDataException($"{name}: {string.Join('\n', document.Faults)}");
    }

    private static IEnumerable<string> Names() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith("templates/form-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static FormLayout Shipped(string name)
    {
        var document = Document(name);
        var layout = Read(document);
        Refuse(name, document);
        return layout;
    }

    private static IReadOnlyList<FormPart> Parts(JsonPart? list) => [.. list?.AsList().Select(Part) ?? []];

    private static FormPart Part(JsonPart part)
    {
        if (part.Find("columns") is { } under)
        {
            part.OnlyKeys("title", "columns");
            if (under.AsList().Count == 0) under.Fault(new("cần ít nhất một cột", "at least one column is needed"));
            return new FormPart(PhraseOf(part.Require("title")), Parts(under), null);
        }
        part.OnlyKeys(ColumnKeys);
        var each = part.Find("each");
        // Repeated columns are titled by what they are repeated for.
        return new FormPart(each is null ? PhraseOf(part.Require("title")) : "", [], Column(part, each));
    }

    private static FormColumn Column(JsonPart part, JsonPart? each)
    {
        var number = part.Require("no")?.AsText() ?? "";
        if (!FormFormula.IsNumber(number)) part.Fault(new($"\"{number}\" không phải số của một cột", $"\"{number}\" is not the number of a column"));
        var formula = part.Find("formula") is { } text ? FormFormula.Parse(text.AsText()) : null;
        if (formula is null) part.Find("formula")?.Fault(new("phải là tổng như 1-2+3 hoặc tỷ lệ như 3/1*100", "expected a sum such as 1-2+3 or a share such as 3/1*100"));
        var isList = each?.Kind == System.Text.Json.JsonValueKind.Array;
        if (each is not null && !isList) each.AsOneOf("indicator");
        var column = new FormColumn
        {
            Number = FormFormula.IsNumber(number) ? number : "0",
            Measures = Texts(part.Find("measure")),
            Groups = [part.Find("group")?.AsText() ?? "all"],
            Movement = part.Find("movement")?.AsText(),
            Holds = part.Find("holds") is { } holds ? ListFields.Parse(holds.AsOneOf([.. ListFields.Names])) : null,
            Formula = formula,
            FormulaOf = part.Find("of")?.AsWhole(1, 99),
            ForEachIndicator = each is not null && !isList,
            ForEach = isList ? Texts(each) : [],
        };
        if (column.Measures.Count == 0 && column.Movement is null && formula is null && column.Holds is null)
            part.Fault(new("cột cần \"measure\", \"movement\" hoặc \"formula\"", "a column needs \"measure\", \"movement\" or \"formula\""));
        return column;
    }

    private static IReadOnlyList<string> Texts(JsonPart? part) => part is null ? []
        : part.Kind == System.Text.Json.JsonValueKind.Array ? [.. part.Items.Select(item => item.AsText())]
        : [part.AsText()];

    private static void Check(JsonPart root, FormLayout layout)
    {
        var columns = layout.Columns.ToArray();
        foreach (var twice in columns.GroupBy(column => column.Number).Where(same => same.Count() > 1))
            root.Fault(new($"cột {twice.Key} xuất hiện hai lần", $"column {twice.Key} stands twice"));
        foreach (var column in columns.Where(column => column.Holds is not null != layout.Lists is not null))
            root.Fault(new($"cột {column.Number}: \"holds\" là của mọi cột trong danh sách (\"lists\") và chỉ của danh sách", $"column {column.Number}: \"holds\" belongs to each column of a list (\"lists\") and to no other"));
        foreach (var column in columns.Where(column => column.Measures.Count > 1 && column.Measures.Count != layout.Rows.Count))
            root.Fault(new($"cột {column.Number} cần một chỉ số cho mỗi dòng của đơn vị", $"column {column.Number} needs a measure for each row of a unit"));
        var numbers = columns.Select(column => column.Number).ToHashSet();
        foreach (var column in columns.Where(column => column.FormulaOf is null))
            foreach (var (_, number) in column.Formula?.Terms ?? [])
                if (!numbers.Contains(number))
                    root.Fault(new($"cột {column.Number} nhắc đến cột {number} không có", $"column {column.Number} names column {number}, which is not there"));
    }
}
