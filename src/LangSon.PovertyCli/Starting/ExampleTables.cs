using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Starting;

/// <summary>The tables beside the entry forms: the register of resident households and the targets.</summary>
internal static class ExampleTables
{
    // Persons in a hundred households.
    private const int PersonsPerHundred = 412;

    /// <summary>
    /// register.csv: every commune of both rounds, 0 where no example household lives, with its town households and those of
    /// minorities. Districts and the province are their sums, the other half of a group is the rest.
    /// </summary>
    public static byte[] Register(Review review)
    {
        var examples = ExampleTable.Read("communes.csv", "place", "households_then", "households_now", "minority_percent");
        return Csv(["round", "area_code", "group", "households", "persons"], csv =>
        {
            foreach (var round in review.Rounds)
            {
                var places = round.Communes.Zip(examples).ToDictionary(place => place.First, place => place.Second);
                foreach (var commune in round.AllCommunes)
                {
                    var example = places.GetValueOrDefault(commune);
                    var households = example?.Count(round == review.Base ? "households_then" : "households_now") ?? 0;
                    Row("all", households);
                    Row("settlement=urban", commune.Settlement == Settlement.Urban ? households : 0);
                    Row("minority=yes", households * (example?.Count("minority_percent") ?? 0) / 100);

                    void Row(string group, long number)
                    {
                        csv.Number(round.Year);
                        csv.Text(Encoding.UTF8.GetBytes(commune.Code));
                        csv.Text(Encoding.UTF8.GetBytes(group));
                        csv.Number(number);
                        csv.Number(number * PersonsPerHundred / 100);
                        csv.EndRow();
                    }
                }
            }
        });
    }

    /// <summary>
    /// targets.csv: the plan of the year where the program knows it, else examples. Between two standards only levels can be
    /// judged, and between two sets of communes no change of each commune; such targets are left out.
    /// </summary>
    public static byte[] Targets(Review review, Language language)
    {
        var rows = ExampleTable.Read("targets.csv", "plan", "id", "scope", "where", "measure", "kind", "is", "value", "source_vi", "source_en");
        var plan = rows.Any(row => row.Count("plan") == review.Now.Year) ? review.Now.Year : (long?)null;
        return Csv(["id", "scope", "where", "measure", "kind", "is", "value", "year", "base_year", "source"], csv =>
        {
            foreach (var row in rows.Where(row => row.Count("plan") == plan && IsJudgeable(row, review)))
            {
                foreach (var column in (ReadOnlySpan<string>)["id", "scope", "where", "measure", "kind", "is", "value"]) csv.Text(Encoding.UTF8.GetBytes(row[column]));
                csv.Number(review.Now.Year);
                if (IsLevel(row)) csv.Blank();
                else csv.Number(review.Base.Year);
                csv.Text(Encoding.UTF8.GetBytes(row[language == Language.English ? "source_en" : "source_vi"]));
                csv.EndRow();
            }
        });
    }

    private static bool IsJudgeable(PlainTable.Row target, Review review) =>
        IsLevel(target) || (review.IsComparable && (review.HasSameCommunes || target["scope"] != "each-commune"));

    /// <summary>Whether a target asks for nothing of the year before.</summary>
    private static bool IsLevel(PlainTable.Row target) => target["kind"] == "level" && !Target.MovementMeasures.Contains(target["measure"]);

    /// <summary>A small table that people edit in Excel, which takes it for UTF-8 only where it is marked so.</summary>
    public static byte[] Csv(IReadOnlyList<string> header, Action<CsvRowWriter> write)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble);
        using (var csv = new CsvRowWriter(stream))
        {
            csv.Header(header);
            write(csv);
        }
        return stream.ToArray();
    }
}
