using System.Globalization;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Starting;

/// <summary>
/// What the example households and their members answer: as answers.csv says of most of them, by age for members, but for
/// what their own row says otherwise, written <c>roof=thatch wall=bamboo</c>.
/// </summary>
internal static class ExampleAnswers
{
    private static readonly IReadOnlyList<PlainTable.Row> Usual = ExampleTable.Read("answers.csv", "of", "column", "from", "below", "answer");

    /// <summary>Canonical column → canonical answer of a household.</summary>
    public static Dictionary<string, string> OfHousehold(string own) => With(own, Usual.Where(row => row["of"] == "household"));

    /// <summary>The same of a member of that age in completed years.</summary>
    public static Dictionary<string, string> OfMember(string own, int age) =>
        With(own, Usual.Where(row => row["of"] == "member" && age >= (row.Count("from") ?? 0) && age < (row.Count("below") ?? int.MaxValue)));

    /// <summary>The answers as rules ask them.</summary>
    public static void Give(Answers answers, SurveyColumns table, IReadOnlyDictionary<string, string> given)
    {
        foreach (var (name, answer) in given)
        {
            if (table.Named(name) is not { IsAnswer: true } column) continue;
            if (column.Words is { } list)
            {
                answers.Set(column, answer.Split(';').Aggregate(0ul, (words, word) => words | (1ul << WordLists.IndexOf(list, word))));
            }
            else
            {
                var number = decimal.Parse(answer, CultureInfo.InvariantCulture);
                answers.Set(column, number, number);
            }
        }
    }

    private static Dictionary<string, string> With(string own, IEnumerable<PlainTable.Row> usual)
    {
        var answers = usual.ToDictionary(row => row["column"], row => row["answer"], StringComparer.Ordinal);
        foreach (var answer in own.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = answer.Split('=');
            answers[sides[0]] = sides[1];
        }
        return answers;
    }
}
