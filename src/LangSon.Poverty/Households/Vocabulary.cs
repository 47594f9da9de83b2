using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>An answer that is yes or no; blank is unknown and never "no".</summary>
public enum Answer : byte
{
    /// <summary>Not answered.</summary>
    Unknown,

    /// <summary>Yes (có).</summary>
    Yes,

    /// <summary>No (không).</summary>
    No,
}

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

/// <summary>An ethnic group of the statistical list.</summary>
/// <param name="Number">Its place in the list, from 1; 0 is not known.</param>
/// <param name="Code">Its code in the list.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="Minority">Whether its households are ethnic-minority households (hộ dân tộc thiểu số).</param>
public sealed record Ethnicity(byte Number, string Code, string Name, bool Minority);

/// <summary>One meaning of a closed list and the words for it.</summary>
/// <param name="Name">The canonical value, such as <c>near_poor</c>; for an ethnic group its name.</param>
/// <param name="Words">All words that are understood; the first is the one that Vietnamese forms print.</param>
public sealed record Meaning(string Name, IReadOnlyList<string> Words)
{
    /// <summary>The word to print on a form; it is understood when it is read back.</summary>
    public Phrase Label => new(Words[0], Name.Replace('_', ' '));
}

/// <summary>The words of the forms, as lists for one reader.</summary>
public sealed class Vocabulary
{
    private const string EthnicList = "ethnicity";

    /// <summary>The closed lists by name, each meaning with its words: those of words.json and the ethnic groups.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Meaning>> Lists { get; } = ReadLists();

    /// <summary>The ethnic groups, by number from 1; index 0 is null.</summary>
    public static IReadOnlyList<Ethnicity?> Ethnicities { get; } = ReadEthnicities();

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

    /// <summary>Ethnic groups, by name, other spelling or code; the meaning is the number.</summary>
    public WordList<byte> EthnicGroups { get; } =
        new(Lists[EthnicList].SelectMany((group, i) => group.Words.Select(word => (word, (byte)(i + 1)))));

    private static WordList<T> List<T>(string list, Func<string, T> meaning)
        where T : struct =>
        new(Lists[list].SelectMany(member => member.Words.Select(word => (word, meaning(member.Name)))));

    private static Dictionary<string, IReadOnlyList<Meaning>> ReadLists()
    {
        var lists = new Dictionary<string, IReadOnlyList<Meaning>>(StringComparer.Ordinal);
        foreach (var (name, list) in JsonPart.Read(Embedded.Bytes("households/words.json")).Members)
            lists.Add(name, [.. list.Members.Select(member => new Meaning(member.Name, [.. member.Value.Items.Select(word => word.AsText())]))]);
        lists.Add(EthnicList, [.. EthnicData().Select(item => new Meaning(item.Find("name")!.AsText(), EthnicWords(item)))]);
        return lists;
    }

    private static IReadOnlyList<JsonPart> EthnicData() => JsonPart.Read(Embedded.Bytes("households/ethnicities.json")).Items;

    private static string[] EthnicWords(JsonPart group)
    {
        var code = group.Find("code")!.AsText();
        return [group.Find("name")!.AsText(), code, code.TrimStart('0'), .. group.Find("aliases")?.Items.Select(alias => alias.AsText()) ?? []];
    }

    private static Ethnicity?[] ReadEthnicities() =>
    [
        null,
        .. EthnicData().Select((item, i) => new Ethnicity((byte)(i + 1), item.Find("code")!.AsText(), item.Find("name")!.AsText(), item.Find("majority") is null)),
    ];
}
