namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Figures of units that are looked at: coverage, small bases, small cells, unusual moves and none at all.</summary>
public sealed class UnusualFigureTests : IDisposable
{
    private static readonly string[] Communes = ["00101", "00102", "00103", "00104", "00105", "00106", "00107"];

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// The six others fell by 1.9, 2, 2.1, 1.8, 2.2 and 2 points: 2 on average with a deviation of 0.1414. 3 of these are 0.42
    /// points, but a unit within one point of the others is left alone, and so is one that moved less than they did.
    /// </summary>
    [Theory]
    [InlineData(29, "")]
    [InlineData(31, "PV8006")]
    [InlineData(0, "")]
    [InlineData(-19, "")]
    [InlineData(-21, "PV8006")]
    public void A_rate_that_moved_otherwise_than_its_sisters_is_looked_at(int fall, string codes)
    {
        int[] falls = [19, 20, 21, 18, 22, 20];
        var run = Compare([.. falls.Select(each => (each, 1000)), (fall, 1000)]);
        Assert.Equal(codes, string.Join(' ', run.Findings.Select(finding => finding.Code)));
    }

    [Fact]
    public void Four_sisters_do_not_tell_what_is_usual() =>
        Assert.Empty(Compare([(19, 1000), (20, 1000), (21, 1000), (18, 1000), (90, 1000)]).Findings);

    [Fact]
    public void The_finding_says_how_the_sisters_moved()
    {
        var finding = Compare([(20, 1000), (20, 1000), (20, 1000), (20, 1000), (20, 1000), (60, 1000)]).Only("PV8006");
        Assert.Equal("00106", finding.CommuneCode);
        Assert.Equal("00106 Xã 6: the rate moved a lot, 20.00% → 14.00% (the 5 other units beside it moved −2.00 points on average); have it confirmed locally.",
            Poverty.Findings.FindingCatalogue.BuiltIn.Message(finding, Poverty.Text.Language.English));
    }

    [Theory]
    [InlineData(95, 100, false)]
    [InlineData(94, 100, true)]
    [InlineData(105, 100, false)]
    [InlineData(106, 100, true)]
    [InlineData(9, 10, false)]
    [InlineData(8, 10, true)]
    public void The_households_that_came_are_held_against_the_register(int came, int resident, bool isFound)
    {
        WriteAreas(1);
        WriteHouseholds("households.csv", ("00101", came, 0));
        _folder.Write("register.csv", $"year,area_code,households,persons\n2023,00101,{resident},{resident * 4}\n");
        var run = Run("""{ "year": 2023, "households": ["households.csv"], "register": "register.csv" }""");
        Assert.Equal(isFound ? "PV8002" : "", run.Codes);
        // The register of a census checks it and gives no figure.
        Assert.Equal(came, run.Figure("households"));
    }

    [Fact]
    public void The_smallest_unit_that_is_not_covered_explains_those_above()
    {
        WriteAreas(2);
        WriteHouseholds("households.csv", ("00101", 40, 0), ("00102", 60, 0));
        _folder.Write("register.csv", "year,area_code,households,persons\n2023,00101,40,160\n2023,00102,90,360\n");
        Assert.Equal("00102", Run("""{ "year": 2023, "households": ["households.csv"], "register": "register.csv" }""").Only("PV8002").CommuneCode);
    }

    [Fact]
    public void A_commune_from_which_nothing_came_is_told_once()
    {
        WriteAreas(2);
        WriteHouseholds("households.csv", ("00101", 40, 0));
        _folder.Write("register.csv", "year,area_code,households,persons\n2023,00101,40,160\n2023,00102,90,360\n");
        Assert.Equal("PV8001", Run("""{ "year": 2023, "households": ["households.csv"], "register": "register.csv" }""").Codes);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void A_rate_of_few_households_is_marked(int households, bool isSmall)
    {
        WriteAreas(2);
        _folder.Write("counts.csv", $"year,area_code,households,poor\n2023,00101,{households},3\n2023,00102,500,40\n");
        var run = Run("""{ "year": 2023, "counts": "counts.csv" }""");
        Assert.Equal(isSmall ? "PV8009" : "", run.Codes);
        Assert.Equal(isSmall, run.Report!.Outcome.Results!.IsSmallBase(households));
    }

    [Theory]
    [InlineData(485, "PV8009")]
    [InlineData(484, "")]
    public void In_a_trial_nothing_is_marked(int others, string codes)
    {
        WriteAreas(2);
        _folder.Write("counts.csv", $"year,area_code,households,poor\n2023,00101,15,3\n2023,00102,{others},40\n");
        var run = Run("""{ "year": 2023, "counts": "counts.csv" }""");
        Assert.Equal(codes, run.Codes);
        Assert.Equal(codes.Length > 0, run.Report!.Outcome.Results!.IsSmallBase(15));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_count_of_one_or_two_poor_households_is_small(int poor, bool isSmall)
    {
        WriteAreas(1);
        WriteHouseholds("households.csv", ("00101", 40, poor));
        Assert.Equal(isSmall ? "PV8012" : "", Run("""{ "year": 2023, "households": ["households.csv"] }""", """, "findings": { "PV8012": "warn" }""").Codes);
        Assert.Equal("", Run("""{ "year": 2023, "households": ["households.csv"] }""").Codes);
    }

    [Theory]
    [InlineData(30, 3, 30, 3, true)]
    [InlineData(29, 3, 29, 3, false)]
    [InlineData(30, 0, 30, 0, false)]
    [InlineData(30, 3, 31, 3, false)]
    [InlineData(30, 3, 30, 2, false)]
    public void Last_years_figures_once_more_are_told(int before, int poorBefore, int now, int poorNow, bool isFound)
    {
        WriteAreas(1);
        WriteHouseholds("h2022.csv", ("00101", before, poorBefore));
        WriteHouseholds("h2023.csv", ("00101", now, poorNow));
        var run = Run("""{ "year": 2022, "households": ["h2022.csv"] }, { "year": 2023, "households": ["h2023.csv"] }""", """, "findings": { "PV4005": "off" }""");
        Assert.Equal(isFound ? "PV8007" : "", run.Codes);
    }

    /// <summary>Each of the communes has 200 poor of 1,000 before, and so many fewer of the same number now.</summary>
    private MemoryRun Compare((int Fall, int Households)[] communes)
    {
        WriteAreas(communes.Length);
        _folder.Write("counts.csv", "year,area_code,households,poor\n"
            + string.Concat(communes.Select((one, i) => $"2022,{Communes[i]},{one.Households},200\n2023,{Communes[i]},{one.Households},{200 - one.Fall}\n")));
        return Run("""{ "year": 2022, "counts": "counts.csv" }, { "year": 2023, "counts": "counts.csv" }""");
    }

    private MemoryRun Run(string rounds, string more = "")
    {
        _folder.Write("poverty.json", $$"""{ "areas": "areas.csv", "rounds": [{{rounds}}]{{more}} }""");
        return MemoryRun.Of(_folder.Path, "poverty.json");
    }

    private void WriteAreas(int communes) => _folder.Write("areas.csv", "code,name,kind,settlement,parent,from\n20,Tỉnh,province,,,2016-01-01\n"
        + string.Concat(Communes.Take(communes).Select((code, i) => $"{code},Xã {i + 1},commune,rural,20,2016-01-01\n")));

    private void WriteHouseholds(string name, params (string Commune, int Households, int Poor)[] communes) =>
        _folder.Write(name, "household_id,commune_code,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + string.Concat(communes.SelectMany(commune => Enumerable.Range(0, commune.Households)
                .Select(i => $"{commune.Commune}-{i},{commune.Commune},4,{(i < commune.Poor ? "900000,1,1,1" : "4000000,0,0,0")},0,0,0,0,0,0,0,0,0\n"))));
}
