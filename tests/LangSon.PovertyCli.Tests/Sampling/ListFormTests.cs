using System.Globalization;
using System.Text;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Tests.Sampling;

public class ListFormTests
{
    private readonly Homes _homes = new(Generated.Model, 8_000);

    [Theory]
    [InlineData((int)SampleForm.Reviewed)]
    [InlineData((int)SampleForm.PoorList)]
    public void List_and_register_together_hold_the_counts_of_the_census(int form)
    {
        var round = Generated.Round(4, _homes, 2023);
        var all = Generated.Residents(round);
        var (rows, register) = Write(round, (SampleForm)form);

        foreach (var word in (string[])["poor", "near_poor"])
        {
            var expected = all.Where(household => household.Recognised.Word() == word).CountBy(household => household.Unit.Area.Code).ToDictionary();
            var listed = rows.Where(row => row["recognised_class"] == word && row["left_because"].Length == 0).CountBy(row => row["commune_code"]).ToDictionary();
            Assert.Equal(expected.OrderBy(entry => entry.Key), listed.OrderBy(entry => entry.Key));
        }
        Assert.Equal(all.Count, Households("20", "all"));
        Assert.Equal(all.Count(household => household.Minority), Households("20", "minority=yes"));
        Assert.Equal(all.Where(household => household.Unit.Urban).Count(household => Generated.District(household) == "183"), Households("183", "settlement=urban"));
        Assert.Equal(all.Sum(household => household.Size), register.Where(row => row.Area == "20" && row.Group == "all").Sum(row => row.Persons));
        Assert.Equal(all.Count, register.Where(row => row.Area.Length == 5 && row.Group.StartsWith("disabled", StringComparison.Ordinal)).Sum(row => row.Households));
        Assert.DoesNotContain(register, row => row.Households == 0);

        long Households(string area, string group) => Assert.Single(register, row => row.Area == area && row.Group == group).Households;
    }

    [Fact]
    public void Who_was_on_the_list_and_left_is_on_it_with_the_reason()
    {
        var before = Generated.Residents(Generated.Round(4, _homes, 2022));
        var now = Generated.Residents(Generated.Round(4, _homes, 2023)).Select(household => Generated.Key(household)).ToHashSet();
        var gone = before.Where(household => !now.Contains(Generated.Key(household))
            && (SampleRound.Listed(household.Class) || SampleRound.Listed(household.Recognised))).ToList();
        var (rows, _) = Write(Generated.Round(4, _homes, 2023), SampleForm.Reviewed);
        var left = rows.Where(row => row["left_because"].Length > 0).ToList();
        Assert.NotEmpty(gone);
        Assert.Equal(gone.Count, left.Count);
        Assert.Equal(gone.Select(household => household.Income).Order(), left.Select(row => Number(row["income_per_capita"])).Order());
    }

    [Fact]
    public void The_review_holds_last_years_poor_and_some_that_asked()
    {
        var (reviewed, _) = Write(Generated.Round(4, _homes, 2023), SampleForm.Reviewed);
        var wereListed = Generated.Residents(Generated.Round(4, _homes, 2022)).Count(household => SampleRound.Listed(household.Class));
        Assert.InRange(reviewed.Count(row => row["previous_status"] is "poor" or "near_poor"), wereListed * 97 / 100, wereListed);
        Assert.Contains(reviewed, row => row["recognised_class"] == "non_poor" && row["previous_status"].Length == 0);
        Assert.Equal(reviewed.Count, reviewed.Select(row => row["household_id"]).Distinct().Count());
    }

    [Fact]
    public void Rows_cost_no_memory()
    {
        var round = Generated.Round(4, new Homes(Generated.Model, 60_000), 2023);
        var table = new HouseholdTable(Generated.Model, new Homes(Generated.Model, 60_000), round.Law, passages: false);
        long Allocated()
        {
            using var csv = new CsvRowWriter(Stream.Null);
            var before = GC.GetAllocatedBytesForCurrentThread();
            SampleWriter.Write(round, table, SampleForm.Census, csv, null, CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Allocated();
        Assert.InRange(Allocated(), 0, 10_000);
    }

    private static (List<Dictionary<string, string>> Rows, List<(string Area, string Group, long Households, long Persons)> Register) Write(SampleRound round, SampleForm form)
    {
        var file = new MemoryStream();
        var counts = new MemoryStream();
        var register = new RegisterTally();
        var table = new HouseholdTable(Generated.Model, new Homes(Generated.Model, 8_000), round.Law, passages: true);
        using (var csv = new CsvRowWriter(file)) SampleWriter.Write(round, table, form, csv, register, CancellationToken.None);
        register.Write("20", round.Year, counts);
        var rows = Cells(file).Skip(1).Select(cells => table.Names.Zip(cells).ToDictionary()).ToList();
        return (rows, [.. Cells(counts).Skip(1).Select(cells => (cells[1], cells[2], Number(cells[3]), Number(cells[4])))]);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Cells(MemoryStream csv) =>
        Encoding.UTF8.GetString(csv.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','));
}
