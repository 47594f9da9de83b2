using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Words;

/// <summary>How a result that is not complete says so wherever it stands.</summary>
internal static class PartialWords
{
    private const int MostNamed = 5;

    /// <summary>What a round lacks; empty where it is complete.</summary>
    public static Phrase Of(RoundResult round)
    {
        if (round.Summary.Lacking is not { } lacking) return new("", "");
        if (lacking.Communes.Count == 0) return new($"chưa đầy đủ: {lacking.Files} tệp không dùng được", $"not complete: {lacking.Files} {(lacking.Files == 1 ? "file" : "files")} could not be used");
        var count = lacking.Communes.Count;
        return new($"chưa đầy đủ: thiếu {count}/{lacking.Expected} xã", $"not complete: {count} of {lacking.Expected} communes lacking");
    }

    /// <summary>A sentence for each round that is not complete, with some of the communes that lack; null where all are complete.</summary>
    public static Phrase? Of(Poverty.Comparison.Results results)
    {
        var rounds = results.Rounds.Where(round => round.Summary.Lacking is not null).Select(Sentence).ToArray();
        return rounds.Length == 0 ? default(Phrase?) : new Phrase(string.Join(' ', rounds.Select(round => round.Vi)), string.Join(' ', rounds.Select(round => round.En)));
    }

    /// <summary>The sentence of one round that is not complete.</summary>
    public static Phrase Sentence(RoundResult round)
    {
        var lacking = round.Summary.Lacking!.Communes.OrderBy(commune => commune.Code, StringComparer.Ordinal).ToArray();
        var names = string.Join(", ", lacking.Take(MostNamed).Select(commune => $"{commune.Code} {commune.Name}".Trim())) + (lacking.Length > MostNamed ? ", …" : "");
        var named = names.Length > 0 ? $" ({names})" : "";
        return new Phrase($"Kỳ {round.Round.Id} ", $"Round {round.Round.Id} is ").With(Of(round)).With($"{named}").With(new("; chỉ tính các xã đã có số liệu, thay đổi tính trên các xã có ở cả hai kỳ.", "; figures are those of the communes received, changes those of communes that both rounds have."));
    }
}
