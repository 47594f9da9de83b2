using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>
/// A line of Cases/indicators-*.csv: what a household and its members answered, and whether the law counts it as deprived
/// in an indicator. Answers are written <c>column=value</c> with semicolons between them, members with bars between them;
/// <c>nobody</c> is a member table that has no row of this household, blank: there is none.
/// </summary>
internal sealed class IndicatorCase
{
    private readonly PlainTable.Row _row;
    private readonly Law _law;
    private readonly HouseholdReader _reader;
    private readonly List<Member> _members = [];
    private readonly FindingLog _log = new();
    private readonly int _indicator;
    private readonly int _size;

    private IndicatorCase(PlainTable.Row row, string file)
    {
        (_row, Place) = (row, $"{file}:{row.Line}");
        Day = row.Day("day")!.Value;
        _law = StandardLibrary.ById(Standard)!.On(Day);
        _indicator = _law.Standard.Indicators.ToList().FindIndex(indicator => indicator.Id == Indicator);
        Expected = Enum.Parse<Answer>(row["expected"], ignoreCase: true);
        _reader = new HouseholdReader(Households(), new HouseholdLayout(), _law, new DataResolver(new AreaTree()), OfficialClass.Computed, ClassifyBy.Income,
            MinorityBy.Head, Members(), _log);
        var household = default(Household);
        Assert.True(_reader.Read(ref household, out var fate));
        IsAccepted = fate == RowFate.Accepted;
        _size = household.Size;
        var bit = 1u << _indicator;
        Read = (household.Deprivations.Lacking & bit) != 0 ? Answer.Yes : (household.Deprivations.Unknown & bit) != 0 ? Answer.Unknown : Answer.No;
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

    /// <summary>Whether the readers of files count it as deprived.</summary>
    public Answer Read { get; }

    /// <summary>Whether its row counts.</summary>
    public bool IsAccepted { get; }

    /// <summary>What the readers found.</summary>
    public IEnumerable<string> Codes => _log.Findings.Select(finding => finding.Code);

    /// <summary>Whether it would count as deprived if the standard had another rule.</summary>
    public Answer Under(Standard standard)
    {
        var law = standard.On(Day);
        var table = new MemberTable();
        foreach (var member in _members) table.Add(UInt128.One, member, law, default);
        var answers = table.Cases(UInt128.One, table.Meet(UInt128.One))
            .Select(so => Judge.Of(law.Indicators[_indicator].DeprivedWhen!, _reader.Answers, so, _size)).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : Answer.Unknown;
    }

    /// <summary>Whether the household, or a member, answered a word of a column.</summary>
    public bool Says(SurveyColumn column, ulong word, bool ofMembers) =>
        (ofMembers ? _members.Select(member => member.Answers) : [_reader.Answers]).Any(answers => (answers.Words(column) & word) != 0);

    private RowSource Households()
    {
        var answers = Answered(_row["household"]);
        if (_row["members"].Length == 0) answers.TryAdd("household_size", "4");
        foreach (var indicator in _law.Indicators) answers.Add(indicator.Id, "");
        return Table("households.csv", [new(answers) { ["household_id"] = "H1", ["commune_code"] = "06040", ["income_per_capita"] = "1000000" }]);
    }

    private MemberTable? Members()
    {
        if (_row["members"].Length == 0) return null;
        var members = _row["members"] == "nobody" ? [] : _row["members"].Split('|').Select(Answered).ToArray();
        foreach (var member in members) member.Add("household_id", "H1");
        var table = new MemberTable();
        if (members.Length == 0) return table;
        using var source = Table("members.csv", members);
        var reader = new MemberReader(source, new HouseholdLayout(), _law, Day, _log);
        table.Know(reader);
        for (var member = new Member(); reader.Read(member, out var key, out _); member = new Member())
        {
            table.Add(key!.Value, member, _law, (0, (uint)reader.Line));
            _members.Add(member);
        }
        return table;
    }

    private static Dictionary<string, string> Answered(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(answer => answer.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static RowSource Table(string name, IReadOnlyList<Dictionary<string, string>> rows)
    {
        var columns = rows.SelectMany(row => row.Keys).Distinct().ToArray();
        return TestRun.Rows(string.Concat(rows.Select(row => columns.Select(column => row.GetValueOrDefault(column, ""))).Prepend(columns)
            .Select(cells => string.Join('\t', cells) + "\n")), name);
    }

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
