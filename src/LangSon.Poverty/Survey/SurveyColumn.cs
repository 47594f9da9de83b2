using LangSon.Poverty.Text;

namespace LangSon.Poverty.Survey;

/// <summary>What may stand in a column.</summary>
public enum ValueKind
{
    /// <summary>Any text: codes and names.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number, not necessarily whole.</summary>
    Amount,

    /// <summary>A day, or a year alone.</summary>
    Day,

    /// <summary>A word of a closed list.</summary>
    Word,

    /// <summary>Words of a closed list, parted by commas, semicolons or plus signs.</summary>
    Words,
}

/// <summary>Whether a file must have a column.</summary>
/// <param name="Always">In every file.</param>
/// <param name="When">Otherwise the case in which it must; null: it never has to.</param>
public readonly record struct Requirement(bool Always, Phrase? When);

/// <summary>A canonical column of a survey's table, as its JSON file describes it.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Headers">The headers under which forms in use carry it, besides the name and the title.</param>
public sealed record SurveyColumn(string Name, IReadOnlyList<string> Headers)
{
    /// <summary>Its place among the columns of its table, from 0; the answers of a row are kept by it.</summary>
    public int Slot { get; init; }

    /// <summary>What a form prints above it; null for an indicator, whose title and rule stand in the standards.</summary>
    public Phrase? Title { get; init; }

    /// <summary>What it says of a household or member; null for an indicator.</summary>
    public Phrase? Meaning { get; init; }

    /// <summary>What the program does with it beyond the obvious; null where there is nothing to say.</summary>
    public Phrase? Note { get; init; }

    /// <summary>What may stand in it.</summary>
    public ValueKind Kind { get; init; }

    /// <summary>The words that may stand in it: a list of <see cref="WordLists.All"/>; null for other kinds.</summary>
    public string? Words { get; init; }

    /// <summary>The unit of a number; null where it has none.</summary>
    public Phrase? Unit { get; init; }

    /// <summary>The least number that is accepted; null: there is none.</summary>
    public int? Least { get; init; }

    /// <summary>The largest number that is accepted; null: there is none that matters.</summary>
    public int? Most { get; init; }

    /// <summary>Whether a file must have it; an indicator is needed where the standard in force has it.</summary>
    public Requirement Required { get; init; }

    /// <summary>Whether it holds a person's name, number or address, which never leaves the program in a message.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether the rules of standards may ask for it.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>The column of yes and no that a word or a bare 0 or 1 in this column of numbers answers instead; null: none.</summary>
    public string? Flag { get; init; }

    /// <summary>Whether it is an indicator of some standard.</summary>
    public bool IsIndicator => Title is null;
}
