using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>What may stand in a column.</summary>
public enum ValueKind
{
    /// <summary>Any text: codes and names.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number, not necessarily whole.</summary>
    Amount,

    /// <summary>A word of a closed list.</summary>
    Word,
}

/// <summary>Whether a household file must have a column.</summary>
/// <param name="Always">In every file.</param>
/// <param name="When">Otherwise the case in which it must; null: it never has to.</param>
public readonly record struct Requirement(bool Always, Phrase? When);

/// <summary>A canonical column of a household file, as columns.json describes it.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Headers">The headers under which forms in use carry it, besides the name and the title.</param>
public sealed record HouseholdColumn(string Name, IReadOnlyList<string> Headers)
{
    /// <summary>What a form prints above it; null for an indicator, whose title and rule stand in the standards.</summary>
    public Phrase? Title { get; init; }

    /// <summary>What it says of a household; null for an indicator.</summary>
    public Phrase? Meaning { get; init; }

    /// <summary>What the program does with it beyond the obvious; null where there is nothing to say.</summary>
    public Phrase? Note { get; init; }

    /// <summary>What may stand in it.</summary>
    public ValueKind Kind { get; init; }

    /// <summary>The words that may stand in it: a list of <see cref="Vocabulary.Lists"/>; null for other kinds.</summary>
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

    /// <summary>Whether it is an indicator of some standard.</summary>
    public bool IsIndicator => Title is null;
}
