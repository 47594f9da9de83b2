using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>
/// A line of Cases/indicators-*.csv: what a household and its members answered, and whether the law counts it as deprived
/// in an indicator. Answers are written <c>column=value</c> with semicolons between them, members with bars between them;
/// <c>nobody</c> is a member table that has no row of this household, blank: there is none.
/// </summary>
internal sealed class IndicatorCase
{
    private readonly PlainTable.Row _row;
    private readonly int _indicator;

    private IndicatorCase(PlainTable.Row row, string file)
    {
        (_row, Place, Day) = (row, $"{file}:{row.Line}", row.Day("day")!.Value);
        var law = StandardLibrary.ById(Standard)!.On(Day);
        _indicator = law.Standard.Indicators.ToList().FindIndex(indicator => indicator.Id == Indicator);
        Expected = Enum.Parse<Answer>(row["expected"], ignoreCase: true);
        Reading = new Family(Answers(row["household"]), row["members"] switch
        {
            "" => null,
            "nobody" => [],
            var members => [.. members.Split('|').Select(Answers)],
        }).Read(law, Day);
    }

    /// <summary>All cases, in the order of files and lines.</summary>
    public static IReadOnlyList<IndicatorCase> All { get; } = [.. ReadAll()];

    /// <summary>What it shows, as a sentence.</summary>
    public string Name => _row["name"];

    /// <summary>Its file and line.</summary>
    public string Place { get; }

    /// <summary>The standard asked.</summary>
    public string Standard => _row["standard"];

    /// <summary>The indicator asked.</summary>
    public string Indicator => _row["indicator"];

    /// <summary>The survey's day.</summary>
    public DateOnly Day { get; }

    /// <summary>Whether the law counts the household as deprived.</summary>
    public Answer Expected { get; }

    /// <summary>What the readers of files make of it.</summary>
    public FamilyReading Reading { get; }

    /// <summary>Whether the readers of files count it as deprived.</summary>
    public Answer Read => Reading.Of(_indicator);

    /// <summary>Whether it would count as deprived if the standard had another rule.</summary>
    public Answer Under(Standard standard)
    {
        var law = standard.On(Day);
        var table = new MemberTable();
        foreach (var member in Reading.Members) table.Add(UInt128.One, member, law, default);
        var answers = table.Cases(UInt128.One, table.Meet(UInt128.One))
            .Select(so => Judge.Of(law.Indicators[_indicator].DeprivedWhen!, Reading.Answers, so, Reading.Household.Size)).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : Answer.Unknown;
    }

    /// <summary>Whether the household, or a member, answered a word of a column.</summary>
    public bool Says(SurveyColumn column, ulong word, bool ofMembers) =>
        (ofMembers ? Reading.Members.Select(member => member.Answers) : [Reading.Answers]).Any(answers => (answers.Words(column) & word) != 0);

    private static Dictionary<string, string> Answers(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(answer => answer.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static IEnumerable<IndicatorCase> ReadAll()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "indicators-*.csv").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            using var source = HouseholdFile.Open(path, file, ReadingOptions.Default);
            var table = PlainTable.Read(source, ["name", "standard", "day", "indicator", "household", "members", "expected"], []);
            Assert.Empty(table.Faults);
            foreach (var row in table.Rows) yield return new IndicatorCase(row, file);
        }
    }
}
