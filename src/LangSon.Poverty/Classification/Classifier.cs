using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Classification;

/// <summary>The unknown answers that keep a class open; several may.</summary>
[Flags]
public enum Reason : byte
{
    /// <summary>Nothing: the class is determined.</summary>
    None = 0,

    /// <summary>The income is not known, or the points that stand for it (chưa biết thu nhập, chưa có điểm B1).</summary>
    IncomeUnknown = 1,

    /// <summary>Urban and rural lines give different classes, and it is not known which holds (chưa biết thành thị hay nông thôn).</summary>
    SettlementUnknown = 2,

    /// <summary>The unknown indicators could reach the count that makes a household poor (chưa biết đủ các chỉ số thiếu hụt).</summary>
    DeprivationsUnknown = 4,
}

/// <summary>A class and, when it is undetermined, what would determine it.</summary>
/// <param name="Class">The class.</param>
/// <param name="Reason">None exactly when the class is determined.</param>
public readonly record struct Decision(PovertyClass Class, Reason Reason);

/// <summary>Puts a household in its class as the law of a day says. Pure and total; allocates nothing.</summary>
public static class Classifier
{
    /// <summary>The class; undetermined exactly when an unknown answer could still change it.</summary>
    public static PovertyClass Classify(in HouseholdFacts facts, Law law) => Decide(facts, law).Class;

    /// <summary>The class and what keeps it open.</summary>
    public static Decision Decide(in HouseholdFacts facts, Law law)
    {
        if (!law.HasIncomeLine) return Between(ByDeprivations(facts.Deprivations.AtLeast, law), ByDeprivations(facts.Deprivations.AtMost, law));
        if (!facts.IsMeasured) return Quick(facts.Quick);
        if (facts.Settlement != Settlement.Unknown || !law.SettlementMatters)
        {
            // Without a difference between the lines either one answers for an unknown settlement.
            var settlement = facts.Settlement == Settlement.Unknown ? Settlement.Rural : facts.Settlement;
            var (fewest, most) = Ends(facts, settlement, law);
            return Between(fewest, most);
        }
        var rural = Ends(facts, Settlement.Rural, law);
        var urban = Ends(facts, Settlement.Urban, law);
        var reason = Reason.None;
        if (rural.Fewest != urban.Fewest || rural.Most != urban.Most) reason |= Reason.SettlementUnknown;
        if (rural.Fewest != rural.Most || urban.Fewest != urban.Most) reason |= Reason.DeprivationsUnknown;
        return reason == Reason.None ? new(rural.Fewest, Reason.None) : new(PovertyClass.Undetermined, reason);
    }

    private static Decision Between(PovertyClass fewest, PovertyClass most) =>
        fewest == most ? new(fewest, Reason.None) : new(PovertyClass.Undetermined, Reason.DeprivationsUnknown);

    private static PovertyClass ByDeprivations(int weight, Law law) => weight >= law.PoorAt ? PovertyClass.Poor : PovertyClass.NonPoor;

    /// <summary>The classes when every unknown indicator is fulfilled and when every one is lacking: all others lie between.</summary>
    private static (PovertyClass Fewest, PovertyClass Most) Ends(in HouseholdFacts facts, Settlement settlement, Law law) =>
        (Settled(facts, settlement, facts.Deprivations.AtLeast, law), Settled(facts, settlement, facts.Deprivations.AtMost, law));

    /// <summary>Form A settles a household that has no form B; any income is possible for one that has neither, so both sides of the line are.</summary>
    private static Decision Quick(QuickReview quick) => quick switch
    {
        QuickReview.Poor => new(PovertyClass.Poor, Reason.None),
        QuickReview.NearPoor => new(PovertyClass.NearPoor, Reason.None),
        QuickReview.NotPoor => new(PovertyClass.NonPoor, Reason.None),
        QuickReview.None or QuickReview.NeedsScoring => new(PovertyClass.Undetermined, Reason.IncomeUnknown),
    };

    private static PovertyClass Settled(in HouseholdFacts facts, Settlement settlement, int deprivations, Law law)
    {
        if (facts.ByPoints)
        {
            // Points do not tell the average band from what lies above it.
            if (facts.Points > law.PointsLine(settlement)) return PovertyClass.NonPoor;
        }
        else
        {
            var income = facts.Income!.Value;
            if (!income.AtMost(law.PoorLine(settlement)!.Value, law.IncomeMonths))
            {
                return law.AverageLine(settlement) is { } ceiling && income.AtMost(ceiling, law.IncomeMonths)
                    ? PovertyClass.Average
                    : PovertyClass.NonPoor;
            }
            if (law.PoorAloneLine(settlement) is { } alone && income.AtMost(alone, law.IncomeMonths)) return PovertyClass.Poor;
        }
        // A household at or below the line is poor through deprivations only: with none it is near-poor, whatever its income.
        return deprivations >= law.PoorAt ? PovertyClass.Poor : PovertyClass.NearPoor;
    }
}
