using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary>
/// A row a household: its class and the figures that decide it. <c>income</c> is per person for the months of the
/// standard's lines; <c>b2_points</c> stays empty until scores are read.
/// </summary>
internal static class ClassesCsv
{
    private static readonly string[] Header =
        ["household_id", "commune_code", "year", "standard", "class", "income", "income_line", "deprivations", "b2_points", "reason"];

    /// <summary>Writes the households of the rounds given; returns the number of rows.</summary>
    public static long Write(Stream stream, IEnumerable<(Round Round, IReadOnlyList<FilePass> Files)> rounds, RunSettings settings, Language language)
    {
        using var csv = new CsvTable(stream, Header);
        foreach (var (round, files) in rounds)
            HouseholdList.ForEach(round, files, settings, household => WriteRow(csv, round, household, language));
        return csv.Rows;
    }

    private static void WriteRow(CsvTable csv, Round round, in ListedHousehold listed, Language language)
    {
        var (household, law) = (listed.Household, round.Law);
        var settlement = household.Settlement != Settlement.Unknown ? household.Settlement : law.SettlementMatters ? Settlement.Unknown : Settlement.Rural;
        decimal? line = settlement == Settlement.Unknown ? null : law.PoorLine(settlement);
        csv.Text(listed.ShownId).Text(listed.CommuneCode).Whole(round.Year).Text(law.Standard.Id).Text(listed.Class.Word())
            .Number(household.Income is { } income ? income.Amount * law.IncomeMonths / (income.Months * income.Persons) : null)
            .Number(line).Whole(household.Deprivations.AtLeast).Blank(1)
            .Text(Because(listed, law, line).In(language)).End();
    }

    private static Phrase Because(in ListedHousehold listed, Law law, decimal? line)
    {
        if (listed.Open != Reason.None)
        {
            var (vi, en) = (new List<string>(), new List<string>());
            if (listed.Open.HasFlag(Reason.IncomeUnknown)) Add("chưa biết thu nhập", "income unknown");
            if (listed.Open.HasFlag(Reason.SettlementUnknown)) Add("chưa biết thành thị hay nông thôn", "urban or rural unknown");
            if (listed.Open.HasFlag(Reason.DeprivationsUnknown)) Add("chưa trả lời đủ các chỉ số", "indicators unanswered");
            return new(string.Join(", ", vi), string.Join(", ", en));

            void Add(string inVietnamese, string inEnglish)
            {
                vi.Add(inVietnamese);
                en.Add(inEnglish);
            }
        }
        // Where the line is the same for all, or the class is settled without it, there is nothing to say about it.
        if (line is not { } known || listed.Household.Income is not { } income) return new("", "");
        var below = income.AtMost(known, law.IncomeMonths);
        var count = listed.Household.Deprivations.AtLeast;
        return below
            ? new($"thu nhập không quá chuẩn; thiếu hụt {count}, mức {law.PoorAt}", $"income at or below the line; {count} deprivations, poor from {law.PoorAt}")
            : new("thu nhập trên chuẩn", "income above the line");
    }
}
