using LangSon.Poverty.Survey;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>
/// What a column of a form holds. A measure or a movement is counted; a formula follows from other columns. With both, the
/// counted figure is the true one and the formula stands in the cell wherever it gives the same.
/// </summary>
internal sealed record FormColumn
{
    private const string Ethnicity = "ethnicity=";

    /// <summary>Stands in names where each of the repeated columns has its own.</summary>
    public const string Placeholder = "{}";

    /// <summary>Every minority that no other column of the form names.</summary>
    private const string OtherMinorities = Ethnicity + "*";

    /// <summary>The number under the header, such as <c>4</c> or <c>1.2.1</c>; of repeated columns that of the first.</summary>
    public required string Number { get; init; }

    /// <summary>The measure of each row of a unit, or one for all; of a rate the households counted. Empty for other columns.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>The groups of which the measures are, taken together.</summary>
    public IReadOnlyList<string> Groups { get; init; } = ["all"];

    /// <summary>The movement, such as <c>start</c> or <c>np_end</c>; null for other columns.</summary>
    public string? Movement { get; init; }

    /// <summary>What a column of a list of names holds; null for other columns.</summary>
    public ListField? Holds { get; init; }

    /// <summary>How it follows from others; null when it is counted only.</summary>
    public FormFormula? Formula { get; init; }

    /// <summary>The form whose columns the formula names; null: its own.</summary>
    public int? FormulaOf { get; init; }

    /// <summary>Whether there is such a column for each indicator of the law.</summary>
    public bool ForEachIndicator { get; init; }

    /// <summary>The values for each of which there is such a column.</summary>
    public IReadOnlyList<string> ForEach { get; init; } = [];

    /// <summary>What stands under the header: the number, and the formula where it is of columns that stand here.</summary>
    public string Label => Formula is null || FormulaOf is not null ? Number : $"{Number}={Formula.Text}";

    /// <summary>One of repeated columns.</summary>
    /// <param name="at">Its place among them, from 0.</param>
    /// <param name="value">Its indicator or value.</param>
    public FormColumn Repeated(int at, string value) => this with
    {
        Number = FormFormula.Step(Number, at),
        Measures = [.. Measures.Select(measure => measure.Replace(Placeholder, value, StringComparison.Ordinal))],
        Groups = [.. Groups.Select(group => group.Replace(Placeholder, value, StringComparison.Ordinal))],
        Formula = Formula?.Moved(at),
        ForEachIndicator = false,
        ForEach = [],
    };

    /// <summary>The groups that a name stands for in a form.</summary>
    public static IEnumerable<string> GroupsOf(string name, FormLayout layout)
    {
        if (name != OtherMinorities) return [name];
        var named = layout.Columns.SelectMany(column => column.ForEach.SelectMany(value => column.Groups.Select(group => group.Replace(Placeholder, value, StringComparison.Ordinal)))).ToHashSet();
        return WordLists.Ethnicities.OfType<Ethnicity>().Where(group => group.Minority).Select(group => Ethnicity + group.Name).Where(group => !named.Contains(group));
    }
}
