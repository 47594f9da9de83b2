using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Quality;

/// <summary>
/// Holds each enumerator of a commune against the others of it. Who asked fewer than 20 households, or whose colleagues did
/// together, is not judged: that few say nothing of a person.
/// </summary>
/// <param name="law">The law of the round, whose indicators were asked.</param>
/// <param name="checks">Which checks are made, and at which limits.</param>
internal sealed class TeamCheck(Law law, CheckSettings checks)
{
    /// <summary>From so many households on an enumerator, or a team, is judged.</summary>
    public const int FewestHouseholds = 20;

    /// <summary>From so many judged enumerators on their median says what is usual.</summary>
    private const int FewestEnumerators = 3;

    /// <summary>So small a share of missing answers is no matter of the enumerator, however little the others have.</summary>
    private const double LeastMissing = 0.05;

    /// <summary>Everything found about a team; each finding says in which file the enumerator stands first.</summary>
    public IEnumerable<(InterviewSums Sums, Finding Finding)> Check(AreaNode commune, InterviewSums[] team)
    {
        var whole = Sum(team);
        var median = MedianMissing(team);
        foreach (var sums in team)
        {
            foreach (var (day, households) in sums.Days.OrderBy(entry => entry.Key))
                if (checks.IsOn("PV7003") && households > checks.Threshold("PV7003"))
                    yield return (sums, Found("PV7003", commune, sums, ("n", $"{households}"), ("d", $"{day:yyyy-MM-dd}")));
            if (sums.Households < FewestHouseholds) continue;
            if (median is { } usual && Share(sums.Missing, sums.Asked) is var share && share > Math.Max(LeastMissing, usual * (double)checks.Threshold("PV7002")))
                yield return (sums, Found("PV7002", commune, sums, ("p", Percent(share)), ("q", Percent(usual))));
            if (whole.Households - sums.Households < FewestHouseholds) continue;
            if (IsOff("PV7001", sums.Poor, sums.Classified, whole.Poor, whole.Classified) != 0)
                yield return (sums, Found("PV7001", commune, sums, Shares(sums.Poor, sums.Classified, whole.Poor, whole.Classified)));
            // Only who sends more households away with form A than the others saves the long forms.
            if (IsOff("PV7006", sums.Settled, sums.Reviewed, whole.Settled, whole.Reviewed) > 0)
                yield return (sums, Found("PV7006", commune, sums, Shares(sums.Settled, sums.Reviewed, whole.Settled, whole.Reviewed)));
            foreach (var item in Unvaried(sums, whole, team))
                yield return (sums, Found("PV7005", commune, sums, ("item", item), ("n", $"{sums.Households}")));
        }
    }

    /// <summary>The items in which all households of an enumerator answer the same, while those of the others do not.</summary>
    private IEnumerable<Phrase> Unvaried(InterviewSums sums, InterviewSums whole, InterviewSums[] team)
    {
        if (!checks.IsOn("PV7005")) yield break;
        for (var i = 0; i < law.Indicators.Length; i++)
        {
            var ((known, lacking), (all, allLacking)) = (sums.Answers(i), whole.Answers(i));
            // All the same in twenty answers may be chance where few lack it; the test says whether it still is.
            if ((lacking == 0 || lacking == known) && IsOff("PV7005", lacking, known, allLacking, all) != 0) yield return law.Indicators[i].Title;
        }
        var others = Sum(team.Where(other => other != sums));
        for (var i = 0; i < InterviewSums.Numbers.Count; i++)
            if (sums.Number(i) is { IsOne: true, Known: >= FewestHouseholds } && others.Number(i) is { IsOne: false, Known: >= FewestHouseholds })
                yield return InterviewSums.Numbers[i];
    }

    /// <summary>The median share of missing answers among the enumerators who are judged; null where they are too few.</summary>
    private double? MedianMissing(InterviewSums[] team)
    {
        if (!checks.IsOn("PV7002")) return null;
        double[] shares = [.. team.Where(sums => sums.Households >= FewestHouseholds).Select(sums => Share(sums.Missing, sums.Asked)).Order()];
        return shares.Length < FewestEnumerators ? null : Quantiles.Of(shares, 0.5);
    }

    /// <summary>Whether a share differs from that of the others by more deviations than the limit: 1 above, −1 below, 0 not.</summary>
    private int IsOff(string code, long having, long all, long wholeHaving, long wholeAll)
    {
        if (!checks.IsOn(code) || all < FewestHouseholds || wholeAll - all < FewestHouseholds) return 0;
        var z = Proportions.Differ(having, all, wholeHaving - having, wholeAll - all);
        return Math.Abs(z) > (double)checks.Threshold(code) ? Math.Sign(z) : 0;
    }

    private InterviewSums Sum(IEnumerable<InterviewSums> team)
    {
        var sum = new InterviewSums(law.Indicators.Length);
        foreach (var sums in team) sum.Merge(sums);
        return sum;
    }

    private static (string, Phrase)[] Shares(long having, long all, long wholeHaving, long wholeAll) =>
        [("n", $"{all}"), ("p", Percent(Share(having, all))), ("q", Percent(Share(wholeHaving - having, wholeAll - all)))];

    private static Finding Found(string code, AreaNode commune, InterviewSums sums, params ReadOnlySpan<(string, Phrase)> details) => new(code, sums.Place with { Line = 0 })
    {
        CommuneCode = commune.Code,
        Enumerator = sums.Code,
        Details = [("e", Who(sums)), ("unit", $"{commune.Code} {commune.Name}".Trim()), .. details],
    };

    /// <summary>Who is meant: by the code, else, as names are never printed, by a household that the person asked.</summary>
    public static Phrase Who(InterviewSums sums) => sums.Code is { } code
        ? new($"Rà soát viên {code}", $"Enumerator {code}")
        : new($"Rà soát viên ghi ở {sums.Place.File}:{sums.Place.Line}", $"The enumerator named at {sums.Place.File}:{sums.Place.Line}");

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private static Phrase Percent(double share) =>
        new(Numerals.Of((decimal)(100 * share), 1, Language.Vietnamese), Numerals.Of((decimal)(100 * share), 1, Language.English));
}
