using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Quality;

/// <summary>
/// The interviews of a file or round by commune and enumerator. Codes are often given out commune by commune, so that one
/// code in two communes is two persons; the team that each is held against is that of the commune.
/// </summary>
/// <param name="indicators">How many indicators the law has.</param>
internal sealed class Interviews(int indicators)
{
    private readonly Dictionary<(AreaNode Commune, string Enumerator), InterviewSums> _sums = [];
    private readonly Dictionary<(AreaNode Commune, bool IsSettled), Dictionary<int, int>> _minutes = [];

    /// <summary>The enumerators by commune, those of a commune in the order of their first households.</summary>
    public IEnumerable<(AreaNode Commune, InterviewSums[] Team)> Teams => _sums
        .GroupBy(entry => entry.Key.Commune, entry => entry.Value).Select(team => (team.Key, team.OrderBy(sums => sums.First).ToArray()))
        .OrderBy(team => team.Item2[0].First);

    /// <summary>Adds an interview.</summary>
    /// <param name="commune">Where.</param>
    /// <param name="enumerator">Who asked: the folded code or name, never printed.</param>
    /// <param name="household">What was answered.</param>
    /// <param name="poverty">The official class.</param>
    /// <param name="day">The day; null where it is not told.</param>
    /// <returns>The sums to which it was added.</returns>
    public InterviewSums Add(AreaNode commune, string enumerator, in Household household, PovertyClass poverty, DateOnly? day)
    {
        if (!_sums.TryGetValue((commune, enumerator), out var sums)) _sums[(commune, enumerator)] = sums = new InterviewSums(indicators);
        sums.Add(household, poverty, day);
        return sums;
    }

    /// <summary>Adds how long an interview took; one that form A settled is shorter by its nature and has its own kind.</summary>
    public void AddMinutes(AreaNode commune, bool isSettled, int minutes) => Count(Kind(commune, isSettled), minutes, 1);

    /// <summary>Adds the interviews of another file.</summary>
    public void Merge(Interviews other)
    {
        foreach (var (key, sums) in other._sums)
        {
            if (!_sums.TryGetValue(key, out var own)) _sums[key] = own = new InterviewSums(indicators);
            own.Merge(sums);
        }
        foreach (var ((commune, isSettled), counts) in other._minutes)
            foreach (var (minutes, interviews) in counts)
                Count(Kind(commune, isSettled), minutes, interviews);
    }

    /// <summary>
    /// The median of the minutes that interviews of a kind took in a commune, for each kind that has enough of them and one
    /// that was so many times shorter.
    /// </summary>
    public IReadOnlyDictionary<(AreaNode Commune, bool IsSettled), double> Medians(int fewest, double times)
    {
        var medians = new Dictionary<(AreaNode, bool), double>();
        foreach (var (kind, counts) in _minutes.Where(entry => entry.Value.Values.Sum() >= fewest))
        {
            double[] all = [.. counts.OrderBy(entry => entry.Key).SelectMany(entry => Enumerable.Repeat((double)entry.Key, entry.Value))];
            var median = Quantiles.Of(all, 0.5);
            if (all[0] * times < median) medians.Add(kind, median);
        }
        return medians;
    }

    private Dictionary<int, int> Kind(AreaNode commune, bool isSettled)
    {
        if (!_minutes.TryGetValue((commune, isSettled), out var counts)) _minutes[(commune, isSettled)] = counts = [];
        return counts;
    }

    private static void Count(Dictionary<int, int> counts, int minutes, int interviews) => counts[minutes] = counts.GetValueOrDefault(minutes) + interviews;
}
