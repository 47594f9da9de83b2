using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>A part of a sheet of the form, as the row above the headers names it.</summary>
internal enum FormBand
{
    /// <summary>Which household, and where it lives.</summary>
    Household,

    /// <summary>Its head and its members as a whole.</summary>
    People,

    /// <summary>Its dwelling and what it has.</summary>
    Dwelling,

    /// <summary>What it lacks, where only a ready answer can tell.</summary>
    Deprivations,

    /// <summary>The points of forms A, B1 and B2.</summary>
    Points,

    /// <summary>Its class before and after, and why it came or left.</summary>
    Class,

    /// <summary>Which member, of which household.</summary>
    Member,

    /// <summary>What the rules ask of a member.</summary>
    Answers,
}

/// <summary>A word that may be chosen, and the canonical value that it stands for.</summary>
internal readonly record struct Choice(string Canonical, Phrase Label);

/// <summary>A column of the entry form. Which columns there are follows from what the law's rules ask.</summary>
/// <param name="Column">The canonical column.</param>
/// <param name="Title">Its header.</param>
/// <param name="Explanation">What to enter.</param>
/// <param name="Band">Its part of the sheet.</param>
/// <param name="Width">Its width in characters.</param>
internal sealed record FormColumn(SurveyColumn Column, Phrase Title, Phrase Explanation, FormBand Band, double Width)
{
    /// <summary>What may be chosen; empty where anything may be typed that the column's kind allows.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The canonical name.</summary>
    public string Name => Column.Name;

    /// <summary>What <c>columns.csv</c> says of the words, in one language; empty where the program knows them.</summary>
    public string Values(Language language) =>
        Column.IsIndicator ? string.Join(';', Choices.Select(choice => $"{choice.Label.In(language)}={choice.Canonical}")) : "";

    /// <summary>What the form prints for a canonical value; several words are parted by semicolons, as people type them.</summary>
    public string Shown(string value, Language language) => Choices.Count == 0
        ? value
        : string.Join("; ", value.Split(';').Select(word => Choices.First(choice => choice.Canonical == word).Label.In(language)));

    // "Có" under "Bảo hiểm y tế" would be read as having one: an indicator is answered by what it is about.
    private static readonly Choice[] Lacking = [new("yes", new("thiếu", "lacking")), new("no", new("đủ", "enough"))];

    private static readonly (string Name, FormBand Band, double Width)[] Before =
    [
        ("household_id", FormBand.Household, 19), ("commune_code", FormBand.Household, 9), ("commune_name", FormBand.Household, 24), ("village", FormBand.Household, 14),
        ("household_size", FormBand.Household, 9), ("income_per_capita", FormBand.Household, 13),
        ("ethnicity", FormBand.People, 10), ("spouse_ethnicity", FormBand.People, 10), ("head_sex", FormBand.People, 9),
        ("disabled", FormBand.People, 10), ("merit", FormBand.People, 10), ("no_labour_capacity", FormBand.People, 12),
    ];

    private static readonly (string Name, FormBand Band, double Width)[] Scored =
        [("quick_review", FormBand.Points, 18), ("b1_score", FormBand.Points, 8), ("b2_score", FormBand.Points, 8)];

    private static readonly (string Name, FormBand Band, double Width)[] After =
    [
        ("previous_status", FormBand.Class, 18), ("recognised_class", FormBand.Class, 25), ("left_because", FormBand.Class, 14), ("entered_because", FormBand.Class, 14),
    ];

    /// <summary>
    /// The columns of the household sheet under a law, in their order: an indicator is asked by the answers that its rule
    /// asks for, one without rule by itself.
    /// </summary>
    public static IReadOnlyList<FormColumn> OfHouseholds(Law law)
    {
        var indicators = law.Indicators.ToArray();
        var asked = indicators.SelectMany(indicator => indicator.DeprivedWhen?.Columns(ofMembers: false) ?? []).ToHashSet();
        return
        [
            .. Before.Select(Known),
            .. SurveyColumns.Households.All.Where(column => asked.Contains(column) && Before.All(known => known.Name != column.Name)).Select(column => Answer(column, FormBand.Dwelling)),
            .. indicators.Where(indicator => indicator.DeprivedWhen is null).Select(Indicator),
            .. law.HasPoints ? Scored.Select(Known) : [],
            .. After.Select(Known),
        ];
    }

    /// <summary>
    /// The columns of the member sheet under a law, in their order: whose member it is, and what the rules ask of it. Ages
    /// are asked as the day of birth; a column of numbers that takes yes and no as well needs no column of yes and no.
    /// </summary>
    public static IReadOnlyList<FormColumn> OfMembers(Law law)
    {
        var asked = law.Indicators.ToArray().SelectMany(indicator => indicator.DeprivedWhen?.Columns(ofMembers: true) ?? [])
            .Select(column => column.Name is "age" or "birth_year" ? "birth_date" : column.Name).ToHashSet(StringComparer.Ordinal);
        var flags = SurveyColumns.Members.All.Where(column => asked.Contains(column.Name) && column.Flag is not null).Select(column => column.Flag).ToHashSet();
        return
        [
            .. SurveyColumns.Members.All.Where(column => WhoseMember.Contains(column.Name) || (asked.Contains(column.Name) && !flags.Contains(column.Name)))
                .Select(column => Answer(column, WhoseMember.Contains(column.Name) || column.Name is "sex" or "birth_date" ? FormBand.Member : FormBand.Answers)),
        ];
    }

    private static readonly string[] WhoseMember = ["household_id", "member_no", "relation"];

    private static FormColumn Known((string Name, FormBand Band, double Width) place)
    {
        var column = SurveyColumns.Households.Named(place.Name)!;
        return new FormColumn(column, column.Title!.Value, column.Meaning!.Value, place.Band, place.Width) { Choices = ChoicesOf(column) };
    }

    private static FormColumn Answer(SurveyColumn column, FormBand band)
    {
        var choices = ChoicesOf(column);
        // What a bare 1 means among numbers the sheet's own rule says better.
        var explanation = column.Flag is null ? CodebookTables.Meaning(column)!.Value : column.Meaning!.Value;
        if (column.Kind == ValueKind.Words) explanation = explanation.With(new Phrase("; nhiều câu trả lời thì cách nhau bằng dấu chấm phẩy", "; several answers are parted by semicolons"));
        return new FormColumn(column, column.Title!.Value, explanation, band, WidthOf(column, choices)) { Choices = choices };
    }

    private static FormColumn Indicator(Indicator indicator) =>
        new(SurveyColumns.Households.Named(indicator.Id)!, indicator.Title, indicator.Rule, FormBand.Deprivations, 10) { Choices = Lacking };

    private static Choice[] ChoicesOf(SurveyColumn column) =>
        column.Words is { } list ? [.. WordLists.All[list].Select(meaning => new Choice(meaning.Name, meaning.Label))] : [];

    /// <summary>Wide enough for the longest word: a letter of running text takes less than the digit that widths are counted in.</summary>
    private static double WidthOf(SurveyColumn column, Choice[] choices) => column.Kind switch
    {
        ValueKind.Word => Math.Clamp(Math.Ceiling(choices.Max(choice => Math.Max(choice.Label.Vi.Length, choice.Label.En.Length)) * 0.85) + 2, 9, 24),
        ValueKind.Words => 28,
        ValueKind.Text when column.Name == "household_id" => 19,
        ValueKind.Text or ValueKind.Whole => 9,
        ValueKind.Amount => 10,
        ValueKind.Day => 11,
    };
}
