using LangSon.Poverty.Text;

namespace LangSon.Poverty.Survey;

/// <summary>One meaning of a closed list and the words for it.</summary>
/// <param name="Name">The canonical value, such as <c>near_poor</c>; for an ethnic group its name.</param>
/// <param name="Label">The word to print on a form; it is one of the words that are understood.</param>
/// <param name="Words">All words that are understood.</param>
public sealed record Meaning(string Name, Phrase Label, IReadOnlyList<string> Words);

/// <summary>An ethnic group of the statistical list.</summary>
/// <param name="Number">Its place in the list, from 1; 0 is not known.</param>
/// <param name="Code">Its code in the list.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="Minority">Whether its households are ethnic-minority households (hộ dân tộc thiểu số).</param>
public sealed record Ethnicity(byte Number, string Code, string Name, bool Minority);

/// <summary>The closed lists of words that may stand in columns: those of words.json and the ethnic groups.</summary>
public static class WordLists
{
    private const string EthnicList = "ethnicity";

    /// <summary>The lists by name, each meaning with its words; at most 64 meanings.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Meaning>> All { get; } = ReadLists();

    /// <summary>The ethnic groups, by number from 1; index 0 is null.</summary>
    public static IReadOnlyList<Ethnicity?> Ethnicities { get; } = ReadEthnicities();

    /// <summary>The place of a meaning in its list, or -1.</summary>
    public static int IndexOf(string list, string meaning)
    {
        var meanings = All[list];
        for (var i = 0; i < meanings.Count; i++)
            if (meanings[i].Name == meaning)
                return i;
        return -1;
    }

    private static Dictionary<string, IReadOnlyList<Meaning>> ReadLists()
    {
        var lists = new Dictionary<string, IReadOnlyList<Meaning>>(StringComparer.Ordinal);
        foreach (var (name, list) in JsonPart.Read(Embedded.Bytes("survey/words.json")).Members)
            lists.Add(name, [.. list.Members.Select(member => Worded(member.Name, [.. member.Value.Items.Select(word => word.AsText())]))]);
        lists.Add(EthnicList, [.. EthnicData().Select(Group)]);
        return lists;
    }

    /// <summary>The first word is the one that Vietnamese forms print, the second the one that English forms print.</summary>
    private static Meaning Worded(string name, string[] words) => new(name, new Phrase(words[0], words[1]), words);

    private static Meaning Group(JsonPart group)
    {
        var name = group.Find("name")!.AsText();
        return new Meaning(name, name, EthnicWords(group));
    }

    private static IReadOnlyList<JsonPart> EthnicData() => JsonPart.Read(Embedded.Bytes("survey/ethnicities.json")).Items;

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
