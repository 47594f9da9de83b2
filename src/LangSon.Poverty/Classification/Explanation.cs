using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Classification;

/// <summary>Why a household is in its class, in a line.</summary>
public static class Explanation
{
    /// <summary>Why the official class is what it is: as the commune recognised it, else as the rules give it.</summary>
    public static Phrase Of(in Household household, Law law, OfficialClass official) => official switch
    {
        OfficialClass.Computed => Of(household.Facts, law),
        OfficialClass.Scores => Of(household.Scores, law),
        OfficialClass.Recognised when household.Recognised is null => new("xã chưa công nhận", "the commune has not recognised a class"),
        OfficialClass.Recognised => new("xã công nhận", "recognised by the commune"),
    };

    /// <summary>What keeps the class open; else where the income stands against the line, and the deprivations where they decide.</summary>
    public static Phrase Of(in HouseholdFacts facts, Law law)
    {
        var open = Classifier.Decide(facts, law).Reason;
        if (open != Reason.None) return WhatIsMissing(open, facts.ByPoints);
        if (law.HasIncomeLine && !facts.IsMeasured) return new("nhận dạng nhanh bằng phiếu A", "by the quick review of form A");
        // An unknown settlement leaves no class open only where both lines agree about it.
        var settlement = facts.Settlement == Settlement.Unknown ? Settlement.Rural : facts.Settlement;
        if (law.PoorLine(settlement) is not { } line) return Weighed(facts.Deprivations, law);
        var isAbove = facts.ByPoints ? facts.Points > law.PointsLine(settlement) : !facts.Income!.Value.AtMost(line, law.IncomeMonths);
        var measure = facts.ByPoints ? new Phrase("điểm B1", "B1 points") : new Phrase("thu nhập", "income");
        if (isAbove) return measure.With(new(" trên chuẩn", " above the line"));
        var below = measure.With(new(" không quá chuẩn", " at or below the line"));
        return law.PoorAt == 0 ? below : below.With("; ").With(law.Cutoff is null ? Counted(facts.Deprivations, law) : Weighed(facts.Deprivations, law));
    }

    private static Phrase Counted(Deprivations deprivations, Law law) =>
        deprivations.AtLeast == deprivations.AtMost
            ? new($"thiếu hụt {deprivations.AtLeast} chỉ số, hộ nghèo từ {law.PoorAt}", $"{deprivations.AtLeast} deprivations, poor from {law.PoorAt}")
            : new($"thiếu hụt {deprivations.AtLeast}–{deprivations.AtMost} chỉ số, hộ nghèo từ {law.PoorAt}", $"{deprivations.AtLeast}–{deprivations.AtMost} deprivations, poor from {law.PoorAt}");

    private static Phrase Weighed(Deprivations deprivations, Law law)
    {
        var (least, most) = (law.Score(deprivations.AtLeast), law.Score(deprivations.AtMost));
        var score = least == most ? new Phrase($"điểm thiếu hụt {least}", $"deprivation score {least}")
            : new Phrase($"điểm thiếu hụt từ {least} đến {most}", $"deprivation score {least} to {most}");
        return score.With(new($"; hộ nghèo từ {law.Cutoff}", $"; poor from {law.Cutoff}"));
    }

    private static Phrase WhatIsMissing(Reason open, bool byPoints)
    {
        var missing = new List<Phrase>();
        if (open.HasFlag(Reason.IncomeUnknown)) missing.Add(byPoints ? new("chưa có điểm B1", "B1 points unknown") : new Phrase("chưa biết thu nhập", "income unknown"));
        if (open.HasFlag(Reason.SettlementUnknown)) missing.Add(new("chưa biết thành thị hay nông thôn", "urban or rural unknown"));
        if (open.HasFlag(Reason.DeprivationsUnknown)) missing.Add(new("chưa trả lời đủ các chỉ số", "indicators unanswered"));
        return new(string.Join(", ", missing.Select(part => part.Vi)), string.Join(", ", missing.Select(part => part.En)));
    }
}
