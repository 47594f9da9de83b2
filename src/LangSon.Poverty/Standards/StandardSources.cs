using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>The legal sources that a standard's file declares, and which of them its values refer to.</summary>
internal sealed class StandardSources
{
    private readonly Dictionary<string, LegalSource> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonPart> _unused = new(StringComparer.Ordinal);

    public StandardSources(JsonPart? list)
    {
        if (list is null || !list.AsObject()) return;
        foreach (var (key, part) in list.Members)
        {
            part.OnlyKeys("title", "date", "article");
            _declared.Add(key, new LegalSource(key, StandardTexts.PhraseOrText(part.Require("title")),
                part.Require("date")?.AsDay() ?? default, part.Find("article")?.AsText()));
            _unused.Add(key, part);
        }
    }

    /// <summary>All declared sources by key.</summary>
    public IReadOnlyDictionary<string, LegalSource> Declared => _declared;

    /// <summary>The key in the member <c>source</c> of <paramref name="part"/>; it must be declared.</summary>
    public string Of(JsonPart part)
    {
        if (part.Require("source") is not { } source) return "";
        var key = source.AsText();
        if (key.Length > 0 && !_declared.ContainsKey(key))
            source.Fault(new Phrase($"\"{key}\" không có trong danh sách nguồn", $"\"{key}\" is not among the sources").With(Nearest.Hint(Nearest.To(key, _declared.Keys))));
        _unused.Remove(key);
        return key;
    }

    /// <summary>Reports every source that nothing refers to.</summary>
    public void ReportUnused()
    {
        foreach (var (key, part) in _unused) part.Fault(new($"không giá trị nào dẫn nguồn \"{key}\"; hãy bỏ nguồn này hoặc dẫn nó", $"no value refers to the source \"{key}\"; remove it or cite it"));
    }
}
