using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Classification;

/// <summary>
/// What would change a class, or settle an open one. Every answer is tried through <see cref="Classifier"/>: which fact
/// decides is the law's matter and is not told here a second time.
/// </summary>
public static class Alternatives
{
    /// <summary>
    /// Of a determined class: on each side of each fact the nearest change that gives another class; where form A decided, the
    /// incomes, or points, that would decide otherwise once they are known. Of an open one: every answer to the first open
    /// question, and below an answer that does not settle it those to the next.
    /// </summary>
    public static IReadOnlyList<Alternative> Of(in HouseholdFacts facts, Law law)
    {
        var decision = Classifier.Decide(facts, law);
        if (decision.Reason.HasFlag(Reason.IncomeUnknown)) return EveryMeasure(facts, law);
        if (decision.Reason.HasFlag(Reason.SettlementUnknown)) return [At(Settlement.Urban, facts, law), At(Settlement.Rural, facts, law)];
        if (decision.Reason.HasFlag(Reason.DeprivationsUnknown)) return EveryAnswer(facts, law);
        return [.. OtherMeasures(facts, law, decision.Class), .. OtherSettlement(facts, law, decision.Class), .. OtherDeprivations(facts, law, decision.Class)];
    }

    private static Alternative Try(Facet facet, in HouseholdFacts facts, Law law)
    {
        var decision = Classifier.Decide(facts, law);
        return new Alternative(facet, facts, decision) { Then = decision.Reason == Reason.None ? [] : Of(facts, law) };
    }

    /// <summary>
    /// The lines that the income, or the points in its place, may be held against, from the lowest. All above one line and not
    /// above the next are judged alike, so the next line itself stands for them.
    /// </summary>
    private static decimal[] Lines(in HouseholdFacts facts, Law law)
    {
        Settlement[] possible = facts.Settlement == Settlement.Unknown ? [Settlement.Rural, Settlement.Urban] : [facts.Settlement];
        var lines = facts.ByPoints
            ? possible.Select(law.PointsLine)
            : possible.SelectMany(at => new[] { law.PoorAloneLine(at), law.PoorLine(at), law.AverageLine(at) });
        return [.. lines.OfType<decimal>().Distinct().Order()];
    }

    /// <summary>The band below the line of that number and above the one before; the last has no upper end.</summary>
    private static Alternative InBand(int band, decimal[] lines, in HouseholdFacts facts, Law law)
    {
        var within = band < lines.Length ? lines[band] : lines[^1] + 1;
        var tried = facts.ByPoints
            ? Try(Facet.Points, facts with { Points = within }, law)
            : Try(Facet.Income, facts with { Income = new Income(within, law.IncomeMonths, 1) }, law);
        return tried with { Above = band > 0 ? lines[band - 1] : null, AtMost = band < lines.Length ? lines[band] : null };
    }

    private static List<Alternative> EveryMeasure(in HouseholdFacts facts, Law law)
    {
        var lines = Lines(facts, law);
        var all = new List<Alternative>();
        for (var band = 0; band <= lines.Length; band++)
        {
            var next = InBand(band, lines, facts, law);
            // Two bands of one class are one answer; where more is asked for, each line may matter.
            if (all.Count > 0 && next.Then.Count == 0 && all[^1].Decision == next.Decision) all[^1] = all[^1] with { AtMost = next.AtMost };
            else all.Add(next);
        }
        return all;
    }

    private static IEnumerable<Alternative> OtherMeasures(HouseholdFacts facts, Law law, PovertyClass own)
    {
        if (!law.HasIncomeLine) return [];
        if (!facts.IsMeasured) return EveryMeasure(facts, law).Where(other => other.Decision.Class != own);
        var lines = Lines(facts, law);
        var band = lines.Count(line => facts.ByPoints ? facts.Points > line : !facts.Income!.Value.AtMost(line, law.IncomeMonths));
        var lower = Enumerable.Range(0, band).Reverse().Select(at => InBand(at, lines, facts, law)).FirstOrDefault(other => other.Decision.Class != own);
        var higher = Enumerable.Range(band + 1, lines.Length - band).Select(at => InBand(at, lines, facts, law)).FirstOrDefault(other => other.Decision.Class != own);
        return new[] { lower, higher }.OfType<Alternative>();
    }

    private static Alternative At(Settlement settlement, in HouseholdFacts facts, Law law) =>
        Try(Facet.Settlement, facts with { Settlement = settlement }, law);

    private static IEnumerable<Alternative> OtherSettlement(HouseholdFacts facts, Law law, PovertyClass own)
    {
        if (facts.Settlement == Settlement.Unknown) yield break;
        var other = At(facts.Settlement == Settlement.Urban ? Settlement.Rural : Settlement.Urban, facts, law);
        if (other.Decision.Class != own) yield return other;
    }

    /// <summary>The heaviest deprivations first, so that no fewer of them would do.</summary>
    private static IEnumerable<Alternative> OtherDeprivations(HouseholdFacts facts, Law law, PovertyClass own)
    {
        var (lacking, unknown) = (facts.Deprivations.Lacking, facts.Deprivations.Unknown);
        if (facts.Deprivations != law.Deprivations(lacking, unknown))
        {
            foreach (var other in OtherTotals(facts, law, own)) yield return other;
            yield break;
        }
        var left = lacking;
        foreach (var indicator in Heaviest(lacking, law))
        {
            left &= ~indicator;
            var fewer = Try(Facet.Deprivations, facts with { Deprivations = law.Deprivations(left, unknown) }, law);
            if (fewer.Decision.Class == own) continue;
            yield return Weighed(fewer);
            break;
        }
        foreach (var indicator in Heaviest(~lacking & ~unknown, law))
        {
            lacking |= indicator;
            var more = Try(Facet.Deprivations, facts with { Deprivations = law.Deprivations(lacking, unknown) }, law);
            if (more.Decision.Class == own) continue;
            yield return Weighed(more);
            break;
        }
    }

    /// <summary>Where it is told how many deprivations there are, and not which – by the total of form B2, by ages that are not quite known –, it is their number that may be another.</summary>
    private static IEnumerable<Alternative> OtherTotals(HouseholdFacts facts, Law law, PovertyClass own)
    {
        // The class turns where a household becomes poor by deprivations, and nowhere else.
        int[] turns = [law.PoorAt - 1, law.PoorAt];
        return turns.Where(total => total >= 0).Select(Of).Where(other => other.Decision.Class != own);

        Alternative Of(int total) => Weighed(Try(Facet.Deprivations, facts with { Deprivations = facts.Deprivations with { AtLeast = total, AtMost = total } }, law));
    }

    /// <summary>The bits of the indicators among those given, from the heaviest; those of one weight in the law's order.</summary>
    private static IEnumerable<uint> Heaviest(uint indicators, Law law) => Enumerable.Range(0, law.Indicators.Length)
        .Where(at => (indicators & (1u << at)) != 0).OrderByDescending(at => law.Weights[at]).Select(at => 1u << at);

    /// <summary>What the unknown deprivations weigh is between nothing and all of it, and somewhere on the way the class turns, once.</summary>
    private static Alternative[] EveryAnswer(in HouseholdFacts facts, Law law)
    {
        var (lacking, unknown, least, most) = facts.Deprivations;
        var none = Try(Facet.Deprivations, facts with { Deprivations = new(lacking, 0, least, least) }, law);
        var all = Try(Facet.Deprivations, facts with { Deprivations = new(lacking | unknown, 0, most, most) }, law);
        var (below, from) = (least, most);
        while (from - below > 1)
        {
            var middle = below + ((from - below) / 2);
            if (Classifier.Decide(facts with { Deprivations = new(lacking, 0, middle, middle) }, law) == all.Decision) from = middle;
            else below = middle;
        }
        return [none with { Fewest = least, Most = below }, all with { Fewest = from, Most = most }];
    }

    private static Alternative Weighed(Alternative alternative) =>
        alternative with { Fewest = alternative.Facts.Deprivations.AtLeast, Most = alternative.Facts.Deprivations.AtLeast };
}
