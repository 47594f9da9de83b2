using System.Text;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Targets;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>A run over tables written in the test itself; areas come from the data unless a register is named.</summary>
internal sealed class TestRun
{
    private readonly List<Round> _rounds = [];

    /// <summary>The settings of the run.</summary>
    public RunSettings Settings { get; set; } = new();

    /// <summary>Adds a round of the year, judged by the law of its 14 December unless another is named.</summary>
    public TestRun Round(int year, string households, Coverage coverage = Coverage.All, string? register = null, string? id = null, string? law = null) =>
        Add(new Round
        {
            Id = id ?? $"{year}",
            Year = year,
            Date = new DateOnly(year, 12, 14),
            Law = LawOf(year, law),
            IsWhatIf = law is not null && !StandardLibrary.ById(law)!.InForce(new DateOnly(year, 12, 14)),
            Coverage = coverage,
            Files = [new SourceFile($"{id ?? $"{year}"}.csv", () => Rows(households, $"{year}.csv"), new HouseholdLayout())],
            Register = register is null ? null : Table(register, TableForm.Register),
        });

    /// <summary>Adds a round of several files.</summary>
    public TestRun Round(int year, params IReadOnlyList<(string Name, string Households)> files) => Add(new Round
    {
        Id = $"{year}",
        Year = year,
        Date = new DateOnly(year, 12, 14),
        Law = LawOf(year),
        Files = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => new SourceFile(file.Name, () => Rows(file.Households, file.Name), new HouseholdLayout()))],
    });

    /// <summary>Classifies the last round under further standards that the program ships with.</summary>
    public TestRun Also(params string[] standards)
    {
        var round = _rounds[^1];
        _rounds[^1] = round with
        {
            Further = [.. standards.Select(id => LawOf(round.Year, id))],
        };
        return this;
    }

    /// <summary>Adds a round of counts.</summary>
    public TestRun Counts(int year, string counts) => Add(new Round
    {
        Id = $"{year}",
        Year = year,
        Date = new DateOnly(year, 12, 14),
        Law = LawOf(year),
        Counts = Table(counts, TableForm.Counts),
    });

    /// <summary>What is wrong with the registers and tables of counts, once it has run.</summary>
    public IEnumerable<Finding> TableFaults => _rounds.SelectMany(round => (round.Register?.Faults ?? []).Concat(round.Counts?.Faults ?? []));

    /// <summary>Runs it.</summary>
    public RunOutcome Execute() => new Run(_rounds, Settings).Execute();

    /// <summary>Runs it and gives the results.</summary>
    public Results Results() => Execute().Results ?? throw new InvalidOperationException("A file was refused.");

    /// <summary>Runs it and judges the targets of a table.</summary>
    public IReadOnlyList<TargetResult> Judge(string targets, CompareAt compareAt = CompareAt.Exact)
    {
        var table = Table(targets);
        var measures = _rounds.SelectMany(round => Measure.All(round.Law)).Select(measure => measure.Name).ToHashSet();
        var read = Target.Read(table, measures);
        Assert.Empty(table.Faults);
        return new TargetCheck(Results(), compareAt).Judge(read);
    }

    /// <summary>A small table from its text.</summary>
    public static PlainTable Table(string text, TableForm? form = null)
    {
        using var rows = Rows(text, "table.csv");
        return form is null ? PlainTable.Read(rows, [], []) : PlainTable.Read(rows, form);
    }

    /// <summary>A unit of the results by level and code.</summary>
    public static AreaNode Area(Results results, AreaLevel level, string code = "") =>
        results.Rounds.SelectMany(round => round.Summary.Areas).First(area => area.Level == level && area.Code == code);

    private TestRun Add(Round round)
    {
        _rounds.Add(round);
        return this;
    }

    private static Law LawOf(int year, string? id = null)
    {
        var day = new DateOnly(year, 12, 14);
        return id is null ? StandardLibrary.InForceOn(day)!.On(day) : StandardLibrary.ById(id)!.AsIf(day);
    }

    /// <summary>A table as a file would give it.</summary>
    public static RowSource Rows(string text, string name) => HouseholdFile.Open(Encoding.UTF8.GetBytes(text), name);
}

/// <summary>Writes household tables for tests: an income and so many deprivations that the class is what the test says.</summary>
internal sealed class HouseholdTable
{
    private const string Indicators = "employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means";

    private readonly StringBuilder _text = new($"household_id,commune_code,settlement,household_size,income_per_capita,{Indicators},ethnicity,previous_status,left_because,entered_because\n");

    /// <summary>The table.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Adds a household of a class under vn-2022, rural: poor, near, average, non, or open (undetermined) and bad (rejected).</summary>
    public HouseholdTable Add(string id, string commune, string size, string poverty, string ethnicity = "Kinh", string previous = "", string left = "", string entered = "")
    {
        var income = poverty switch { "poor" or "near" or "bad" => "1000000", "average" => "2000000", "non" => "5000000", _ => "" };
        var lacking = poverty == "poor" ? 3 : 0;
        var flags = string.Join(',', Enumerable.Range(0, 12).Select(i => poverty == "bad" && i == 0 ? "?" : i < lacking ? "1" : "0"));
        _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{id},{commune},rural,{size},{income},{flags},{ethnicity},{previous},{left},{entered}\n");
        return this;
    }
}
