using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Classification;

/// <summary>The cases in Cases/vn-*.csv: a household a line, and the class that the decree gives it.</summary>
public sealed class LawCaseTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, line) in Rows().Keys) data.Add(name, line);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_household_is_in_the_class_that_the_decree_says(string name, string line)
    {
        var row = Rows()[(name, line)];
        var (law, facts) = Household(row);
        var decision = Classifier.Decide(facts, law);

        var reason = row["reason"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Reason.None, (sum, word) => sum | word switch
        {
            "income" => Reason.IncomeUnknown,
            "settlement" => Reason.SettlementUnknown,
            "deprivations" => Reason.DeprivationsUnknown,
            _ => throw new InvalidDataException($"line {row.Line}: the reason {word} is not known"),
        });
        Assert.Equal((PovertyClassWords.Parse(row["class"]), reason), (decision.Class, decision.Reason));
        Assert.Equal(decision.Class, Classifier.Classify(facts, law));
    }

    [Fact]
    public void Every_value_of_every_standard_is_tested_on_its_bound_and_just_above()
    {
        var tested = Rows().Values.ToLookup(row => (row["standard"], row["settlement"]), row => row.Number("income"));
        foreach (var standard in StandardLibrary.BuiltIn)
            foreach (var line in new[] { standard.PoorAlone, standard.Poor, standard.Average }.OfType<IncomeLine>())
                foreach (var settlement in new[] { Settlement.Rural, Settlement.Urban })
                    foreach (var value in line.For(settlement))
                    {
                        var incomes = tested[(standard.Id, settlement.ToString().ToLowerInvariant())].ToList();
                        Assert.Contains(value.Value, incomes);
                        Assert.Contains(value.Value + 1, incomes);
                    }
    }

    [Fact]
    public void Every_period_is_tested_on_both_ends()
    {
        var tested = Rows().Values.Select(row => (row["standard"], row.Day("day"))).ToHashSet();
        foreach (var standard in StandardLibrary.BuiltIn)
            foreach (var period in standard.Applies)
            {
                Assert.Contains((standard.Id, (DateOnly?)period.From), tested);
                Assert.Contains((standard.Id, period.Until), tested);
            }
    }

    /// <summary>The households of all cases, each under its law.</summary>
    internal static IEnumerable<(Law Law, HouseholdFacts Facts)> Households() => Rows().Values.Select(Household);

    private static (Law Law, HouseholdFacts Facts) Household(PlainTable.Row row)
    {
        var income = row.Number("income") is { } amount ? new Income(amount, 1, 1) : (Income?)null;
        var law = StandardLibrary.ById(row["standard"])!.On(row.Day("day")!.Value);
        return (law, new HouseholdFacts(income, Enum.Parse<Settlement>(row["settlement"], ignoreCase: true),
            Deprived(law, (int)row.Count("lacking")!.Value, (int)row.Count("unknown")!.Value)));
    }

    private static Dictionary<(string Name, string Line), PlainTable.Row> Rows()
    {
        var rows = new Dictionary<(string, string), PlainTable.Row>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "vn-*.csv").Order(StringComparer.Ordinal))
        {
            using var source = HouseholdFile.Open(file, Path.GetFileName(file), ReadingOptions.Default);
            var table = PlainTable.Read(source, ["name", "standard", "day", "settlement", "income", "lacking", "unknown", "class", "reason"], []);
            foreach (var row in table.Rows) rows.Add((row["name"], $"{Path.GetFileName(file)}:{row.Line}"), row);
            Assert.Empty(table.Faults);
        }
        return rows;
    }

    /// <summary>The first bits lack, the next are unknown.</summary>
    private static Deprivations Deprived(Law law, int lacking, int unknown) =>
        law.Deprivations((1u << lacking) - 1, ((1u << unknown) - 1) << lacking);
}
