using LangSon.Poverty.Text;

namespace LangSon.Poverty.Tables;

/// <summary>A column of a small table.</summary>
/// <param name="Name">Its header.</param>
/// <param name="IsRequired">Whether the table is of no use without it.</param>
/// <param name="Meaning">What stands in it.</param>
/// <param name="Words">All that may stand in it; empty: anything of its meaning.</param>
/// <param name="Headers">What offices call it, besides its name.</param>
/// <param name="Instead">Columns of which one will do in its place.</param>
public sealed record TableColumn(
    string Name, bool IsRequired, Phrase Meaning, IReadOnlyList<string> Words, IReadOnlyList<string> Headers, IReadOnlyList<string> Instead)
{
    /// <summary>A column of a table of the program's own.</summary>
    public TableColumn(string name, bool isRequired) : this(name, isRequired, "", [], [], []) { }
}

/// <summary>What a small table that accompanies a run looks like, as table-forms.json describes it.</summary>
/// <param name="Name">What the codebook calls it.</param>
/// <param name="Key">Where poverty.json names it.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Columns">Its columns, in their usual order.</param>
public sealed record TableForm(string Name, string Key, Phrase Title, Phrase Use, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableForm> All { get; } = Load();

    /// <summary>Resident households and persons by area and group.</summary>
    public static TableForm Register { get; } = Named("register");

    /// <summary>Totals by area, where no households are at hand.</summary>
    public static TableForm Counts { get; } = Named("counts");

    /// <summary>Targets of a plan.</summary>
    public static TableForm Targets { get; } = Named("targets");

    /// <summary>Marks on areas.</summary>
    public static TableForm Tags { get; } = Named("tags");

    /// <summary>Which file stands for a unit.</summary>
    public static TableForm Submissions { get; } = Named("submissions");
    /// <summary>The approved result of a round.</summary>
    public static TableForm Official { get; } = Named("official");

    /// <summary>Administrative units.</summary>
    public static TableForm Areas { get; } = Named("areas");

    /// <summary>Cells of households put right by the office.</summary>
    public static TableForm Corrections { get; } = Named("corrections");

    /// <summary>A file's own headers and words.</summary>
    public static TableForm ColumnMap { get; } = Named("column_map");

    /// <summary>Households that bear another id in a later round.</summary>
    public static TableForm Links { get; } = Named("links");

    /// <summary>Figures as they were published, to be held against each other.</summary>
    public static TableForm Published { get; } = Named("published");

    private static TableForm Named(string name) => All.Single(form => form.Name == name);

    private static TableForm[] Load()
    {
        var data = JsonPart.Read(Embedded.Bytes("tables/table-forms.json"));
        TableForm[] forms =
        [
            .. data.AsList().Select(form => new TableForm(form.Require("name")!.AsText(), form.Require("key")!.AsText(), Both(form, "title"), Both(form, "use"),
            [
                .. form.Require("columns")!.AsList().Select(column => new TableColumn(column.Require("name")!.AsText(), column.Find("required")?.AsFlag() ?? false,
                    Both(column, "meaning"), Texts(column, "words"), Texts(column, "headers"), Texts(column, "instead"))),
            ])),
        ];
        return data.Faults is [var fault, ..] ? throw new InvalidDataException($"table-forms.json:{fault.Line} {fault.Path}: {fault.Reason.En}") : forms;
    }

    private static string[] Texts(JsonPart part, string name) => [.. part.Find(name)?.AsList().Select(word => word.AsText()) ?? []];

    private static Phrase Both(JsonPart part, string name) =>
        new(part.Require(name)!.Require("vi")!.AsText(), part.Require(name)!.Require("en")!.AsText());
}
