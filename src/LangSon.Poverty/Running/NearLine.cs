using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// Tells households whose income or points lie so near to a line that a small slip would change their class (PV5011). A line
/// that changes nothing for a household, as the average line where it is deprivations that decide, is none for it. The
/// number of deprivations is never near its bound: each is an answer, not a measurement.
/// </summary>
/// <param name="law">The lines.</param>
/// <param name="margin">How near, in percent of a line of income and in points of form B1.</param>
internal sealed class NearLine(Law law, decimal margin)
{
    private readonly record struct Band(decimal Least, decimal Line, decimal Most);

    private readonly Band[] _rural = Bands(law, Settlement.Rural, margin);
    private readonly Band[] _urban = Bands(law, Settlement.Urban, margin);

    /// <summary>Reports the household where it is near a line.</summary>
    public void Check(in Household household, HouseholdReader reader)
    {
        if (household.Settlement == Settlement.Unknown && law.SettlementMatters) return;
        if (household.ByPoints) CheckPoints(household, reader);
        else if (household.Income is { } income) CheckIncome(household, income, reader);
    }

    private void CheckPoints(in Household household, HouseholdReader reader)
    {
        if (household.Points is not { } points || law.PointsLine(household.Settlement) is not { } line) return;
        var distance = Math.Abs(points - line);
        if (distance > margin || !Turns(household.Facts with { Points = line }, household.Facts with { Points = line + margin })) return;
        reader.ReportNear(byPoints: true, Shown(distance).With(new(" điểm", distance == 1 ? " point" : " points")), line);
    }

    private void CheckIncome(in Household household, Income income, HouseholdReader reader)
    {
        foreach (var band in household.Settlement == Settlement.Urban ? _urban : _rural)
        {
            // The highest comes first: most households lie above them all.
            if (!income.AtMost(band.Most, law.IncomeMonths)) return;
            if (income.AtMost(band.Least, law.IncomeMonths)) continue;
            if (!Turns(household.Facts with { Income = At(band.Line) }, household.Facts with { Income = At(band.Most) })) continue;
            var distance = Math.Abs(income.PerPerson(law.IncomeMonths) - band.Line) * 100 / band.Line;
            reader.ReportNear(byPoints: false, Shown(distance).With("%"), band.Line);
            return;
        }
    }

    private bool Turns(HouseholdFacts at, HouseholdFacts above) => Classifier.Classify(at, law) != Classifier.Classify(above, law);

    private Income At(decimal amount) => new(amount, law.IncomeMonths, 1);

    private static Phrase Shown(decimal distance)
    {
        var decimals = distance == decimal.Truncate(distance) ? 0 : 2;
        return new(Numerals.Of(distance, decimals, Language.Vietnamese), Numerals.Of(distance, decimals, Language.English));
    }

    private static Band[] Bands(Law law, Settlement settlement, decimal margin) =>
        [.. new[] { law.PoorLine(settlement), law.AverageLine(settlement), law.PoorAloneLine(settlement) }.OfType<decimal>().OrderDescending()
            .Select(line => new Band(line * (1 - (margin / 100)), line, line * (1 + (margin / 100))))];
}
