using System.Globalization;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Starting;

/// <summary>
/// The example households of a review: households.csv says how they live relative to the poor line, the law of each round
/// what that makes them. No person is real.
/// </summary>
internal static class ExampleHouseholds
{
    private static readonly string[] Columns =
    [
        "place", "number", "village", "size", "ethnicity", "spouse", "sex", "age", "disabled", "merit", "no_labour_capacity",
        "was", "then", "then_lacks", "now", "now_lacks", "left", "entered",
    ];

    /// <summary>The rows of a round: canonical column → canonical value, blank ones left out.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(Review review, ReviewRound round)
    {
        var isBase = round == review.Base;
        List<IReadOnlyDictionary<string, string>> rows = [];
        foreach (var row in ExampleTable.Read("households.csv", Columns))
        {
            var hasLeft = !isBase && row["left"].Length > 0;
            // A household that left stands in the list as it was a year before.
            var lives = row[isBase || hasLeft ? "then" : "now"];
            if (lives.Length == 0) continue;
            var place = (int)row.Count("place")!.Value - 1;
            var before = review.Base.Communes[place];
            var values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["household_id"] = $"{review.Province.Code}-{before.Code}-{row.Count("number"):000000}",
                ["commune_code"] = round.Communes[place].Code,
                ["commune_name"] = round.Communes[place].Name,
                ["village"] = $"{(before.Settlement == Settlement.Urban ? "Khối" : "Thôn")} {row["village"]}",
                ["household_size"] = row["size"],
                ["ethnicity"] = row["ethnicity"],
                ["spouse_ethnicity"] = row["spouse"],
                ["head_sex"] = row["sex"],
                ["head_birth_year"] = (review.Now.Year - row.Count("age")!.Value).ToString(CultureInfo.InvariantCulture),
                ["disabled"] = YesNo(row["disabled"]),
                ["merit"] = YesNo(row["merit"]),
                ["no_labour_capacity"] = YesNo(row["no_labour_capacity"]),
                ["previous_status"] = isBase || row["then"].Length == 0 ? row["was"] : Status(row["was"], ClassThen(row, review.Base, place)),
                ["left_because"] = hasLeft ? row["left"] : "",
                ["entered_because"] = isBase ? "" : row["entered"],
            };
            var (income, lacking) = Lives(lives, row[isBase || hasLeft ? "then_lacks" : "now_lacks"], round, place);
            values["income_per_capita"] = income.ToString(CultureInfo.InvariantCulture);
            for (var i = 0; i < round.Law.Indicators.Length; i++) values[round.Law.Indicators[i].Id] = YesNo(((lacking >> i) & 1) == 1 ? "1" : "0");
            values["recognised_class"] = Classify(income, lacking, round, place).Word();
            rows.Add(values.Where(cell => cell.Value.Length > 0).ToDictionary(StringComparer.Ordinal));
        }
        return rows;
    }

    private static string YesNo(string flag) => flag == "1" ? "yes" : "no";

    private static PovertyClass ClassThen(PlainTable.Row row, ReviewRound round, int place)
    {
        var (income, lacking) = Lives(row["then"], row["then_lacks"], round, place);
        return Classify(income, lacking, round, place);
    }

    private static PovertyClass Classify(decimal income, uint lacking, ReviewRound round, int place) =>
        Classifier.Classify(new HouseholdFacts(new Income(income, 1, 1), round.Communes[place].Settlement, round.Law.Deprivations(lacking, 0)), round.Law);

    /// <summary>
    /// The monthly income, given in thousandths of the poor line, and the indicators lacking. Where the law does not know
    /// one of them another takes its place, so that the number stays.
    /// </summary>
    private static (decimal Income, uint Lacking) Lives(string thousandths, string lacks, ReviewRound round, int place)
    {
        var law = round.Law;
        var line = law.PoorLine(round.Communes[place].Settlement)!.Value / law.IncomeMonths;
        var wanted = lacks.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        uint lacking = 0;
        var left = wanted.Length;
        for (var i = 0; i < law.Indicators.Length; i++)
            if (wanted.Contains(law.Indicators[i].Id)) (lacking, left) = (lacking | (1u << i), left - 1);
        for (var i = 0; left > 0; i++)
            if ((lacking & (1u << i)) == 0) (lacking, left) = (lacking | (1u << i), left - 1);
        return (decimal.Floor(line * decimal.Parse(thousandths, CultureInfo.InvariantCulture) / 1000), lacking);
    }

    /// <summary>How the household stands before the second round, after the first.</summary>
    private static string Status(string was, PovertyClass then) => then switch
    {
        PovertyClass.Poor => "poor",
        PovertyClass.NearPoor => "near_poor",
        PovertyClass.Average or PovertyClass.NonPoor or PovertyClass.Undetermined => was switch
        {
            "poor" or "escaped" => "escaped",
            "near_poor" or "escaped_near_poor" => "escaped_near_poor",
            _ => "never",
        },
    };
}
