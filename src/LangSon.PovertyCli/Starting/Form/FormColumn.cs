using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>A part of the form, as the row above the headers names it.</summary>
internal enum FormBand
{
    /// <summary>Which household, and where it lives.</summary>
    Household,

    /// <summary>Its head and its members.</summary>
    People,

    /// <summary>What it lacks.</summary>
    Deprivations,

    /// <summary>Its class before and after, and why it came or left.</summary>
    Class,
}

/// <summary>A word that may be chosen, and the canonical value that it stands for.</summary>
internal readonly record struct Choice(string Canonical, Phrase Label);

/// <summary>A column of the entry form.</summary>
/// <param name="Column">The canonical column.</param>
/// <param name="Title">Its header.</param>
/// <param name="Explanation">What to enter.</param>
/// <param name="Band">Its part of the form.</param>
/// <param name="Width">Its width in characters.</param>
internal sealed record FormColumn(SurveyColumn Column, Phrase Title, Phrase Explanation, FormBand Band, double Width)
{
    /// <summary>What may be chosen; empty where anything may be typed that the column's kind allows.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The canonical name.</summary>
    public string Name => Column.Name;

    /// <summary>Whether its header is turned, since there are many such columns and short answers.</summary>
    public bool IsNarrow => Column.IsIndicator;

    /// <summary>What <c>columns.csv</c> says of the words, in one language; empty where the program knows them.</summary>
    public string Values(Language language) =>
        Column.IsIndicator ? string.Join(';', Choices.Select(choice => $"{choice.Label.In(language)}={choice.Canonical}")) : "";

    /// <summary>What the form prints for a canonical value.</summary>
    public string Shown(string value, Language language) =>
        Choices.FirstOrDefault(choice => choice.Canonical == value) is { Canonical: not null } choice ? choice.Label.In(language) : value;

    // "Có" under "Bảo hiểm y tế" would be read as having one: an indicator is answered by what it is about.
    private static readonly Choice[] Lacking = [new("yes", new("thiếu", "lacking")), new("no", new("đủ", "enough"))];

    private static readonly (string Name, FormBand Band, double Width)[] Before =
    [
        ("household_id", FormBand.Household, 19), ("commune_code", FormBand.Household, 9), ("commune_name", FormBand.Household, 24), ("village", FormBand.Household, 14),
        ("household_size", FormBand.Household, 9), ("income_per_capita", FormBand.Household, 12),
        ("ethnicity", FormBand.People, 10), ("spouse_ethnicity", FormBand.People, 10), ("head_sex", FormBand.People, 7), ("head_birth_year", FormBand.People, 7),
        ("disabled", FormBand.People, 8), ("merit", FormBand.People, 8), ("no_labour_capacity", FormBand.People, 9),
    ];

    private static readonly (string Name, FormBand Band, double Width)[] After =
    [
        ("previous_status", FormBand.Class, 16), ("recognised_class", FormBand.Class, 23), ("left_because", FormBand.Class, 12), ("entered_because", FormBand.Class, 12),
    ];

    /// <summary>The columns of the form under a law, in their order.</summary>
    public static IReadOnlyList<FormColumn> Of(Law law) =>
    [
        .. Before.Select(Known),
        .. law.Indicators.ToArray().Select(Indicator),
        .. After.Select(Known),
    ];

    private static FormColumn Known((string Name, FormBand Band, double Width) place)
    {
        var column = SurveyColumns.Households.Named(place.Name)!;
        return new FormColumn(column, column.Title!.Value, column.Meaning!.Value, place.Band, place.Width)
        {
            Choices = column.Words is { } list ? [.. WordLists.All[list].Select(meaning => new Choice(meaning.Name, meaning.Label))] : [],
        };
    }

    private static FormColumn Indicator(Indicator indicator) =>
        new(SurveyColumns.Households.Named(indicator.Id)!, indicator.Title, indicator.Rule, FormBand.Deprivations, 6.7) { Choices = Lacking };
}
