using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>An official form as its file describes it: one JSON file a form, so that a correction is made in one place.</summary>
internal sealed record FormLayout
{
    /// <summary>The number of the form, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called where there is no room for its title.</summary>
    public required Phrase ShortTitle { get; init; }

    /// <summary>The title; <c>{status}</c> stands where the form says preliminary or official.</summary>
    public required Phrase Title { get; init; }

    /// <summary>What the figures are counted in.</summary>
    public required Phrase Unit { get; init; }

    /// <summary>The standards whose rounds this layout is for; empty: every round that has no layout of its own.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>The class whose households it lists by name; null for a form that counts.</summary>
    public PovertyClass? Lists { get; init; }

    /// <summary>Whether it compares the last round with the one before.</summary>
    public bool IsOfTwoRounds { get; init; }

    /// <summary>What the rows of a unit count, such as households and persons; empty where a unit has one row.</summary>
    public IReadOnlyList<Phrase> Rows { get; init; } = [];

    /// <summary>The headers with the columns under them.</summary>
    public required IReadOnlyList<FormPart> Parts { get; init; }

    /// <summary>What readers must know of the columns.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];

    /// <summary>The act that the form belongs to, as the line under the table names it.</summary>
    public required Phrase Act { get; init; }

    /// <summary>Where the layout was taken from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it was compared with the annex of the act.</summary>
    public required bool IsChecked { get; init; }

    /// <summary>Its columns under a law, from left to right, repeated ones one by one.</summary>
    public IReadOnlyList<FormPart> PartsUnder(Law law) => [.. Parts.SelectMany(part => part.Under(law, this))];

    /// <summary>All columns as written, at any depth.</summary>
    public IEnumerable<FormColumn> Columns => Parts.SelectMany(part => part.Leaves).Select(part => part.Column!);
}

/// <summary>A header with the headers under it, or the header of a column.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Parts">The headers under it; empty for that of a column.</param>
/// <param name="Column">The column under it; null where other headers are.</param>
internal sealed record FormPart(Phrase Title, IReadOnlyList<FormPart> Parts, FormColumn? Column)
{
    /// <summary>The headers of columns in it, from left to right.</summary>
    public IEnumerable<FormPart> Leaves => Column is null ? Parts.SelectMany(part => part.Leaves) : [this];

    /// <summary>How many rows of headers it takes.</summary>
    public int Depth => Column is null ? 1 + Parts.Max(part => part.Depth) : 1;

    /// <summary>The same under a law: a column for each indicator or each of some groups becomes one column each.</summary>
    public IEnumerable<FormPart> Under(Law law, FormLayout layout)
    {
        if (Column is null) return [this with { Parts = [.. Parts.SelectMany(part => part.Under(law, layout))] }];
        var column = Column with
        {
            Groups = [.. Column.Groups.SelectMany(group => FormColumn.GroupsOf(group, layout))],
            Formula = Column.Formula?.Over(law.Indicators.Length),
        };
        if (column.ForEachIndicator) return law.Indicators.ToArray().Select((indicator, i) => new FormPart(indicator.Title, [], column.Repeated(i, indicator.Id)));
        if (column.ForEach.Count > 0) return column.ForEach.Select((value, i) => new FormPart(value, [], column.Repeated(i, value)));
        return [this with { Column = column }];
    }
}
