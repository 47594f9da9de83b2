using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>The sex of the head of household.</summary>
public enum Sex : byte
{
    /// <summary>Not given.</summary>
    Unknown,

    /// <summary>A woman (nữ).</summary>
    Female,

    /// <summary>A man (nam).</summary>
    Male,
}

/// <summary>How the household stood before the round, as its form says.</summary>
public enum PreviousStatus : byte
{
    /// <summary>Blank, or a class that is neither poor nor near-poor: never recognised as escaped.</summary>
    None,

    /// <summary>Poor (hộ nghèo).</summary>
    Poor,

    /// <summary>Near-poor (hộ cận nghèo).</summary>
    NearPoor,

    /// <summary>Recognised as escaped from poverty (thoát nghèo).</summary>
    Escaped,

    /// <summary>Recognised as escaped from near-poverty (thoát cận nghèo).</summary>
    EscapedNearPoor,
}

/// <summary>Why a household entered or left the list other than by its class.</summary>
public enum Because : byte
{
    /// <summary>Not stated.</summary>
    None,

    /// <summary>Moved in or out (chuyển đến, chuyển đi).</summary>
    Moved,

    /// <summary>Split from another or into several (tách hộ).</summary>
    Split,

    /// <summary>Merged (nhập hộ).</summary>
    Merged,

    /// <summary>Its members died (chết).</summary>
    Died,

    /// <summary>Another reason (khác).</summary>
    Other,
}

/// <summary>The words of the forms, as lists for one reader.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, WordList<int>> _places = new(StringComparer.Ordinal);

    /// <summary>Urban and rural.</summary>
    public WordList<Settlement> Settlements { get; } =
        List("settlement", name => name == "urban" ? Settlement.Urban : Settlement.Rural);

    /// <summary>Male and female.</summary>
    public WordList<Sex> Sexes { get; } = List("sex", name => name == "female" ? Sex.Female : Sex.Male);

    /// <summary>Yes and no.</summary>
    public WordList<Answer> Answers { get; } = List("flag", name => name == "yes" ? Answer.Yes : Answer.No);

    /// <summary>Classes of households.</summary>
    public WordList<PovertyClass> Classes { get; } = List("class", name => name switch
    {
        "poor" => PovertyClass.Poor,
        "near_poor" => PovertyClass.NearPoor,
        "average" => PovertyClass.Average,
        _ => PovertyClass.NonPoor,
    });

    /// <summary>How a household stood before.</summary>
    public WordList<PreviousStatus> Statuses { get; } = List("status", name => name switch
    {
        "poor" => PreviousStatus.Poor,
        "near_poor" => PreviousStatus.NearPoor,
        "escaped" => PreviousStatus.Escaped,
        "escaped_near_poor" => PreviousStatus.EscapedNearPoor,
        _ => PreviousStatus.None,
    });

    /// <summary>Why a household entered or left.</summary>
    public WordList<Because> Reasons { get; } = List("because", name => name switch
    {
        "moved" => Because.Moved,
        "split" => Because.Split,
        "merged" => Because.Merged,
        "died" => Because.Died,
        _ => Because.Other,
    });

    /// <summary>What form A gives.</summary>
    public WordList<QuickReview> QuickReviews { get; } = List("review", name => name switch
    {
        "poor" => QuickReview.Poor,
        "near_poor" => QuickReview.NearPoor,
        "not_poor" => QuickReview.NotPoor,
        _ => QuickReview.NeedsScoring,
    });

    /// <summary>Ethnic groups, by name, other spelling or code; the meaning is the number.</summary>
    public WordList<byte> EthnicGroups { get; } =
        new(WordLists.All["ethnicity"].SelectMany((group, i) => group.Words.Select(word => (word, (byte)(i + 1)))));

    /// <summary>A list by name; a word means the place of its meaning in the list.</summary>
    public WordList<int> Places(string list)
    {
        if (!_places.TryGetValue(list, out var words))
            _places.Add(list, words = new WordList<int>(WordLists.All[list].SelectMany((meaning, i) => meaning.Words.Select(word => (word, i)))));
        return words;
    }

    private static WordList<T> List<T>(string list, Func<string, T> meaning)
        where T : struct =>
        new(WordLists.All[list].SelectMany(member => member.Words.Select(word => (word, meaning(member.Name)))));
}
