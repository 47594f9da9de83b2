using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Words;

/// <summary>How far the result of a round has come, in words.</summary>
internal static class StatusWords
{
    /// <summary>The status and the decision of a round; empty where the run file states neither.</summary>
    public static Phrase Of(string? status, string? decision)
    {
        var standing = status switch
        {
            "preliminary" => new Phrase("sơ bộ", "preliminary"),
            "official" => new("chính thức", "official"),
            "approved" => new("đã phê duyệt", "approved"),
            _ => new("", ""),
        };
        if (decision is null) return standing;
        return standing.Vi.Length == 0 ? new($"quyết định {decision}", $"decision {decision}") : standing.With(new($" theo quyết định {decision}", $" by decision {decision}"));
    }

    /// <summary>A sentence of the rounds that have a status or a decision; null where none has.</summary>
    /// <param name="rounds">The id of each round with what is known of it.</param>
    public static Phrase? Sentence(IEnumerable<(string Id, string? Status, string? Decision)> rounds)
    {
        var stated = rounds.Select(round => (round.Id, Words: Of(round.Status, round.Decision))).Where(round => round.Words.Vi.Length > 0).ToArray();
        if (stated.Length == 0) return null;
        return new($"Số liệu {string.Join("; ", stated.Select(round => $"{round.Id}: {round.Words.Vi}"))}.", $"Figures of {string.Join("; ", stated.Select(round => $"{round.Id}: {round.Words.En}"))}.");
    }
}
