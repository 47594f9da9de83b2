namespace LangSon.Poverty.Collection;

/// <summary>A household that stands in one of two rounds only, as far as it takes to find it in the other.</summary>
/// <param name="id">Its id as lists show it.</param>
/// <param name="name">Its head.</param>
/// <param name="birthYear">The head's year of birth; null where it is not known.</param>
/// <param name="key">Its key.</param>
public sealed class LinkEnd(string id, NameMatch name, int? birthYear, UInt128 key)
{
    /// <summary>Its id as lists show it.</summary>
    public string Id { get; } = id;

    /// <summary>Its head.</summary>
    public NameMatch Name { get; } = name;

    /// <summary>The head's year of birth; null where it is not known.</summary>
    public int? BirthYear { get; } = birthYear;

    /// <summary>Its key, which tells whether the row is still the same when the link is used.</summary>
    public UInt128 Key { get; } = key;
}

/// <summary>How sure a suggestion is.</summary>
public enum LinkStrength
{
    /// <summary>Name and year fit and no other household comes near.</summary>
    Strong,

    /// <summary>Name or year differ a little, and no other household comes near.</summary>
    Likely,

    /// <summary>Another household fits nearly as well.</summary>
    Ambiguous,
}

/// <summary>Two households that are probably one.</summary>
/// <param name="From">The household in the earlier round.</param>
/// <param name="To">The household in the later round.</param>
/// <param name="Score">How well they fit, of 1,000.</param>
/// <param name="Strength">How sure it is.</param>
public sealed record SuggestedLink(LinkEnd From, LinkEnd To, int Score, LinkStrength Strength);

/// <summary>
/// Finds households of one commune that changed their ids from one round to the next: by the head's name, however it is
/// typed, and a close year of birth. Each household is suggested at most once, the best pairs first.
/// </summary>
public static class LinkFinder
{
    /// <summary>A rival within this score, of 1,000, leaves it open which of the two is meant.</summary>
    private const int Rivalry = 40;

    /// <summary>From here on, of 1,000, a pair without a rival is certain but for namesakes of one year.</summary>
    private const int Certain = 980;

    /// <summary>Years of birth that differ by more than this are those of different people, unless two digits were swapped.</summary>
    private const int MostYears = 2;

    /// <summary>The suggestions for one commune, the best first; equal ones by id.</summary>
    public static IReadOnlyList<SuggestedLink> Suggest(IReadOnlyList<LinkEnd> from, IReadOnlyList<LinkEnd> to)
    {
        var pairs = Pairs(from, to);
        var best = new Dictionary<LinkEnd, List<int>>();
        foreach (var pair in pairs)
        {
            Remember(pair.From, pair.Score);
            Remember(pair.To, pair.Score);
        }
        var taken = new HashSet<LinkEnd>();
        var suggested = new List<SuggestedLink>();
        foreach (var pair in pairs)
        {
            if (taken.Contains(pair.From) || taken.Contains(pair.To)) continue;
            taken.Add(pair.From);
            taken.Add(pair.To);
            var strength = HasRival(pair.From, pair.Score) || HasRival(pair.To, pair.Score) ? LinkStrength.Ambiguous
                : pair.Score >= Certain ? LinkStrength.Strong : LinkStrength.Likely;
            suggested.Add(pair with { Strength = strength });
        }
        return suggested;

        void Remember(LinkEnd end, int score)
        {
            if (!best.TryGetValue(end, out var scores)) best[end] = scores = [];
            scores.Add(score);
        }

        // The pair itself is one of the scores.
        bool HasRival(LinkEnd end, int score) => best[end].Count(other => other >= score - Rivalry) > 1;
    }

    private static List<SuggestedLink> Pairs(IReadOnlyList<LinkEnd> from, IReadOnlyList<LinkEnd> to)
    {
        var byYear = to.ToLookup(end => end.BirthYear);
        var pairs = new List<SuggestedLink>();
        foreach (var end in from)
            foreach (var other in Near(end, to, byYear))
            {
                var name = end.Name.Likeness(other.Name);
                if (name > 0) pairs.Add(new SuggestedLink(end, other, name - Doubt(end.BirthYear, other.BirthYear), LinkStrength.Likely));
            }
        pairs.Sort((a, b) => a.Score != b.Score ? b.Score - a.Score
            : string.CompareOrdinal(a.From.Id, b.From.Id) is not 0 and var order ? order : string.CompareOrdinal(a.To.Id, b.To.Id));
        return pairs;
    }

    /// <summary>Only years that may be the same are looked at: a commune has a thousand heads, and a million pairs.</summary>
    private static IEnumerable<LinkEnd> Near(LinkEnd end, IReadOnlyList<LinkEnd> to, ILookup<int?, LinkEnd> byYear)
    {
        if (end.BirthYear is not { } year) return to;
        var years = Enumerable.Range(year - MostYears, (2 * MostYears) + 1).Cast<int?>().Append(Swapped(year)).Append(null).Distinct();
        return years.SelectMany(near => byYear[near]);
    }

    /// <summary>What a difference of the years of birth takes from the score.</summary>
    private static int Doubt(int? a, int? b) =>
        a is not { } one || b is not { } other ? 60 : one == other ? 0 : Math.Abs(one - other) <= MostYears ? 30 * Math.Abs(one - other) : 80;

    /// <summary>A year with its last two digits swapped: 1968 for 1986.</summary>
    private static int Swapped(int year) => (year / 100 * 100) + (year % 10 * 10) + (year / 10 % 10);
}
