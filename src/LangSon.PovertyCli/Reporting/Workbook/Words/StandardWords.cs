using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Words;

/// <summary>What the standard of a round is called; one outside its days is marked wherever it stands.</summary>
internal static class StandardWords
{
    /// <summary>Its title.</summary>
    public static Phrase Title(Round round) => round.IsWhatIf
        ? round.Law.Standard.Title.With(new(" (tính thử, ngoài thời gian hiệu lực)", " (what if, outside its days)"))
        : round.Law.Standard.Title;

    /// <summary>Its id, where a title would be too long.</summary>
    public static Phrase Id(Round round)
    {
        var id = round.Law.Standard.Id;
        return round.IsWhatIf ? new($"{id} (tính thử)", $"{id} (what if)") : new(id, id);
    }
}
