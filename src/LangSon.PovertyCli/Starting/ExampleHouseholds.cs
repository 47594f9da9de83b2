using System.Globalization;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Starting;

/// <summary>The rows of a round's tables: canonical column → canonical value, blank ones left out.</summary>
/// <param name="Households">A row a household.</param>
/// <param name="Members">A row a member, household after household.</param>
internal sealed record ExampleRows(IReadOnlyList<IReadOnlyDictionary<string, string>> Households, IReadOnlyList<IReadOnlyDictionary<string, string>> Members);

/// <summary>
/// The example households of a review: households.csv and members.csv say how they live, the law of each round what that
/// makes them. No person is real.
/// </summary>
internal static class ExampleHouseholds
{
    private static readonly string[] Columns =
    [
        "place", "number", "village", "ethnicity", "spouse", "merit", "no_labour_capacity", "was", "then", "then_answers", "now", "now_answers", "left", "entered",
    ];

    private static readonly string[] MemberColumns = ["place", "number", "relation", "sex", "age", "birthday", "then", "now"];

    /// <summary>The rows of a round.</summary>
    public static ExampleRows Of(Review review, ReviewRound round)
    {
        var members = ExampleTable.Read("members.csv", MemberColumns).ToLookup(row => (row["place"], row["number"]));
        List<IReadOnlyDictionary<string, string>> households = [], people = [];
        foreach (var row in ExampleTable.Read("households.csv", Columns))
        {
            var isBase = round == review.Base;
            var hasLeft = !isBase && row["left"].Length > 0;
            // A household that left stands in the list as it was a year before.
            var when = isBase || hasLeft ? "then" : "now";
            if (row[when].Length == 0) continue;
            var life = Life(review, row, members[(row["place"], row["number"])], when, round);
            var before = isBase || row["then"].Length == 0 ? null : Life(review, row, members[(row["place"], row["number"])], "then", review.Base);
            var household = Household(review, round, row, life);
            household["previous_status"] = before is null ? row["was"] : Status(row["was"], before.Class);
            household["left_because"] = hasLeft ? row["left"] : "";
            household["entered_because"] = isBase ? "" : row["entered"];
            households.Add(Filled(household));
            foreach (var (i, member) in life.Members.Index())
                people.Add(Filled(member.Append(new("household_id", household["household_id"])).Append(new("member_no", (i + 1).ToString(CultureInfo.InvariantCulture)))));
        }
        return new ExampleRows(households, people);
    }

    private static ExampleLife Life(Review review, PlainTable.Row row, IEnumerable<PlainTable.Row> members, string when, ReviewRound round) =>
        new(row, members, when, review.Now.Year, round, round.Communes[Place(row)].Settlement);

    private static Dictionary<string, string> Household(Review review, ReviewRound round, PlainTable.Row row, ExampleLife life)
    {
        var (commune, before) = (round.Communes[Place(row)], review.Base.Communes[Place(row)]);
        return new Dictionary<string, string>(life.Answers, StringComparer.Ordinal)
        {
            ["household_id"] = $"{review.Province.Code}-{before.Code}-{row.Count("number"):000000}",
            ["commune_code"] = commune.Code,
            ["commune_name"] = commune.Name,
            ["village"] = $"{(before.Settlement == Settlement.Urban ? "Khối" : "Thôn")} {row["village"]}",
            ["household_size"] = life.Members.Count.ToString(CultureInfo.InvariantCulture),
            ["income_per_capita"] = life.Income.ToString(CultureInfo.InvariantCulture),
            ["ethnicity"] = row["ethnicity"],
            ["spouse_ethnicity"] = row["spouse"],
            ["head_sex"] = life.Members[0]["sex"],
            ["disabled"] = life.Members.Any(member => member["disabled"] == "yes") ? "yes" : "no",
            ["merit"] = YesNo(row["merit"]),
            ["no_labour_capacity"] = YesNo(row["no_labour_capacity"]),
            ["recognised_class"] = life.Class.Word(),
        };
    }

    private static int Place(PlainTable.Row row) => (int)row.Count("place")!.Value - 1;

    private static string YesNo(string flag) => flag == "1" ? "yes" : "no";

    private static Dictionary<string, string> Filled(IEnumerable<KeyValuePair<string, string>> cells) =>
        cells.Where(cell => cell.Value.Length > 0).ToDictionary(StringComparer.Ordinal);

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
