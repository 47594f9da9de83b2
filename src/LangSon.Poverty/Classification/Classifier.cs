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

    /// <summary>The income is not known (chưa biết thu nhập).</summary>
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
        // Any income is possible for a household that told none, so both sides of the line are.
        if (facts.Income is not { } income) return new(PovertyClass.Undetermined, Reason.IncomeUnknown);
        if (facts.Settlement != Settlement.Unknown || !law.SettlementMatters)
        {
            // Without a difference between the lines either one answers for an unknown settlement.
            var settlement = facts.Settlement == Settlement.Unknown ? Settlement.Rural : facts.Settlement;
            var (fewest, most) = Ends(income, settlement, facts.Deprivations, law);
            return Between(fewest, most);
        }
        var rural = Ends(income, Settlement.Rural, facts.Deprivations, law);
        var urban = Ends(income, Settlement.Urban, facts.Deprivations, law);
        var reason = Reason.None;
        if (rural.Fewest != urban.Fewest || rural.Most != urban.Most) reason |= Reason.SettlementUnknown;
        if (rural.Fewest != rural.Most || urban.Fewest != urban.Most) reason |= Reason.DeprivationsUnknown;
        return reason == Reason.None ? new(rural.Fewest, Reason.None) : new(PovertyClass.Undetermined, reason);
    }

    private static Decision Between(PovertyClass fewest, PovertyClass most) =>
        fewest == most ? new(fewest, Reason.None) : new(PovertyClass.Undetermined, Reason.DeprivationsUnknown);

    private static PovertyClass ByDeprivations(int weight, Law law) => weight >= law.PoorAt ? PovertyClass.Poor : PovertyClass.NonPoor;

    /// <summary>The classes when every unknown indicator is fulfilled and when every one is lacking: all others lie between.</summary>
    private static (PovertyClass Fewest, PovertyClass Most) Ends(
        in Income income, Settlement settlement, Deprivations deprivations, Law law) =>
        (Settled(income, settlement, deprivations.AtLeast, law), Settled(income, settlement, deprivations.AtMost, law));

    private static PovertyClass Settled(in Income income, Settlement settlement, int deprivations, Law law)
    {
        if (!income.AtMost(law.PoorLine(settlement)!.Value, law.IncomeMonths))
        {
            return law.AverageLine(settlement) is { } ceiling && income.AtMost(ceiling, law.IncomeMonths)
                ? PovertyClass.Average
                : PovertyClass.NonPoor;
        }
        if (law.PoorAloneLine(settlement) is { } alone && income.AtMost(alone, law.IncomeMonths)) return PovertyClass.Poor;
        // A household at or below the line is poor through deprivations only: with none it is near-poor, whatever its income.
        return deprivations >= law.PoorAt ? PovertyClass.Poor : PovertyClass.NearPoor;
    }
}
