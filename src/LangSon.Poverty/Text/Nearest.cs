namespace LangSon.Poverty.Text;

/// <summary>Finds the word that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>With fewer letters a beginning says nothing.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours) to <paramref name="word"/>, case
    /// aside; of several as near the one with the longest common beginning, then the first in ordinal order; null when none
    /// is within a third of the word's length (at least two edits, but fewer than the word has letters: "en" is not nearly
    /// "vi") and none begins with the word.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var limit = Limit(word);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - word.Length) > bestDistance) continue;
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance > limit || distance > bestDistance) continue;
            if (distance == bestDistance && word.AsSpan().CommonPrefixLength(candidate) <= word.AsSpan().CommonPrefixLength(best)) continue;
            best = candidate;
            bestDistance = distance;
        }
        return best ?? (word.Length < ShortestBeginning ? null
            : candidates.Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)).OrderBy(candidate => candidate.Length).ThenBy(candidate => candidate, StringComparer.Ordinal).FirstOrDefault());
    }

    /// <summary>Those of some candidates whose texts are within the same distance of <paramref name="word"/>, the nearest first; of those as near in the order given.</summary>
    public static IEnumerable<T> Several<T>(string word, IEnumerable<T> candidates, Func<T, string> text)
    {
        var limit = Limit(word);
        return candidates.Select(candidate => (Candidate: candidate, Text: text(candidate))).Where(item => Math.Abs(item.Text.Length - word.Length) <= limit)
            .Select(item => (item.Candidate, Edits: Distance(word, item.Text))).Where(item => item.Edits <= limit).OrderBy(item => item.Edits).Select(item => item.Candidate);
    }

    /// <summary>The end of a complaint about a word: what was probably meant; nothing when that is not known.</summary>
    public static Phrase Hint(string? near) =>
        near is null ? "" : new Phrase($"; có phải là \"{near}\"?", $"; did you mean \"{near}\"?");

    private static int Limit(string word) => Math.Min(Math.Max(2, word.Length / 3), word.Length - 1);

    /// <summary>The optimal string alignment distance between two words, in edits.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    edits = Math.Min(edits, rows[i - 2, j - 2] + 1);
                rows[i, j] = edits;
            }
        }
        return rows[a.Length, b.Length];
    }
}
