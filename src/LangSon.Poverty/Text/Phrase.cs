namespace LangSon.Poverty.Text;

/// <summary>A language that people read the results in.</summary>
public enum Language
{
    /// <summary>Tiếng Việt, the default.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}

/// <summary>One thing said in both languages, so that neither can be forgotten.</summary>
/// <param name="Vi">The Vietnamese words.</param>
/// <param name="En">The English words.</param>
public readonly record struct Phrase(string Vi, string En)
{
    /// <summary>A text that is the same in both languages: a number, a code, a name.</summary>
    public static implicit operator Phrase(string text) => new(text, text);

    /// <summary>The same, for those who cannot convert.</summary>
    public static Phrase FromString(string text) => text;

    /// <summary>This with <paramref name="rest"/> after it.</summary>
    public Phrase With(Phrase rest) => new(Vi + rest.Vi, En + rest.En);

    /// <summary>This as it stands within a sentence: the first letter small.</summary>
    public Phrase Within() => new(Vi.Length == 0 ? Vi : char.ToLowerInvariant(Vi[0]) + Vi[1..], En.Length == 0 ? En : char.ToLowerInvariant(En[0]) + En[1..]);

    /// <summary>This as it begins a sentence: the first letter large.</summary>
    public Phrase Beginning() => new(Vi.Length == 0 ? Vi : char.ToUpperInvariant(Vi[0]) + Vi[1..], En.Length == 0 ? En : char.ToUpperInvariant(En[0]) + En[1..]);

    /// <summary>The words in <paramref name="language"/>.</summary>
    public string In(Language language) => language switch
    {
        Language.Vietnamese => Vi,
        Language.English => En,
    };
}
