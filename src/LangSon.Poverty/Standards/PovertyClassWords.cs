using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>How classes are written: one word for machines, a phrase in either language for people.</summary>
public static class PovertyClassWords
{
    /// <summary>The word in every machine-readable output: <c>poor</c>, <c>near_poor</c>, <c>average</c>, <c>non_poor</c>, <c>undetermined</c>.</summary>
    public static string Word(this PovertyClass poverty) => poverty switch
    {
        PovertyClass.Poor => "poor",
        PovertyClass.NearPoor => "near_poor",
        PovertyClass.Average => "average",
        PovertyClass.NonPoor => "non_poor",
        PovertyClass.Undetermined => "undetermined",
    };

    /// <summary>The class of a machine word, or null for any other text.</summary>
    public static PovertyClass? Parse(string word)
    {
        foreach (var poverty in Enum.GetValues<PovertyClass>())
            if (poverty.Word() == word)
                return poverty;
        return null;
    }

    /// <summary>The name in the decree's words.</summary>
    public static Phrase Phrase(this PovertyClass poverty) => poverty switch
    {
        PovertyClass.Poor => new("hộ nghèo", "poor"),
        PovertyClass.NearPoor => new("hộ cận nghèo", "near-poor"),
        PovertyClass.Average => new("hộ có mức sống trung bình", "average living standard"),
        PovertyClass.NonPoor => new("hộ không nghèo", "not poor"),
        PovertyClass.Undetermined => new("chưa xác định", "undetermined"),
    };
}
