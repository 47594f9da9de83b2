using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Numbers held against those of the unit, and incomes that pile up; all asked for by the run file.</summary>
public sealed class OutlierCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _rows = [];

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// 2.01, 2.02 … 2.29 million and one more: the quartiles of the thirty lie at places 7.25 and 21.75 from 0, at 2,082,500 and 2,227,500 where the last is the
    /// largest; 1.5 times 145,000 reaches to 2,445,000.
    /// </summary>
    [Theory]
    [InlineData("2445000", "")]
    [InlineData("2445001", "PV6001")]
    public void An_income_outside_the_fence_is_told(string income, string codes)
    {
        Live("00101", Enumerable.Range(1, 29).Select(i => $"{2_000_000 + (i * 10_000)}").Append(income));
        Assert.Equal(codes, Run("PV6001").Codes);
    }

    [Fact]
    public void The_finding_says_what_is_usual_and_where()
    {
        Live("00101", Enumerable.Range(1, 29).Select(i => $"{2_000_000 + (i * 10_000)}").Append("9000000"));
        var finding = Run("PV6001").Only("PV6001");
        Assert.Equal((31L, "income_per_capita", "9000000", "00101-30"), (finding.Place.Line, finding.Column, finding.Value, finding.HouseholdId));
        Assert.Equal("income_per_capita: 9,000,000, usual are 1,865,000–2,445,000 in 00101 Xã 1 (30 households); compare it with the form.", FindingCatalogue.BuiltIn.Message(finding, Language.English));
    }

    [Fact]
    public void Twenty_nine_households_ask_the_district_what_is_usual()
    {
        Live("00101", Enumerable.Range(1, 28).Select(i => $"{2_000_000 + (i * 10_000)}").Append("9000000"));
        Live("00102", Enumerable.Range(1, 28).Select(i => $"{2_000_000 + (i * 10_000)}"));
        var finding = Run("PV6001").Only("PV6001");
        Assert.Equal("00101", finding.CommuneCode);
        Assert.Contains(("unit", (Phrase)"001 Huyện 1"), finding.Details);
        Assert.Contains(("n", (Phrase)"57"), finding.Details);
    }

    [Fact]
    public void Twenty_nine_households_of_a_province_say_nothing()
    {
        Live("00101", Enumerable.Range(1, 28).Select(i => $"{2_000_000 + (i * 10_000)}").Append("9000000"));
        Assert.Equal("", Run("PV6001").Codes);
    }

    [Theory]
    [InlineData("22000000", "PV6003")]
    [InlineData("2150000000", "PV6003")]
    [InlineData("2150", "PV6003")]
    [InlineData("9000000", "PV6001")]
    public void A_slip_of_the_unit_is_told_as_such_and_once(string income, string code)
    {
        Live("00101", Enumerable.Range(1, 39).Select(i => $"{2_000_000 + (i * 10_000)}").Append(income));
        Assert.Equal(code, Run("PV6001", "PV6002", "PV6003").Codes);
    }

    [Fact]
    public void The_income_of_twelve_months_is_told_in_its_own_column()
    {
        Live("00101", Enumerable.Range(1, 29).Select(i => $"{2_000_000 + (i * 10_000)}"));
        _rows.Add($"00101-x,00101,3,,{9_000_000 * 36},0,0,0,0,0,0,0,0,0,0,0,0\n");
        var finding = Run("PV6001").Only("PV6001");
        Assert.Equal(("income_12_months", "324000000"), (finding.Column, finding.Value));
        Assert.Contains(("x", (Phrase)new("9.000.000", "9,000,000")), finding.Details);
    }

    [Theory]
    [InlineData(6, "")]
    [InlineData(7, "PV6004")]
    public void One_income_of_a_fifth_of_all_is_told(int same, string codes)
    {
        Live("00101", Enumerable.Range(1, 30).Select(i => i <= same ? "2000000" : $"{2_000_000 + (i * 10_000)}"));
        Assert.Equal(codes, Run("PV6004").Codes);
    }

    /// <summary>(2 · 17 − 25) / 5 = 1.8, (2 · 20 − 25) / 5 = 3, (2 · 21 − 25) / 5 = 3.4. The line of the countryside is 1,500,000.</summary>
    [Theory]
    [InlineData(17, "")]
    [InlineData(20, "")]
    [InlineData(21, "PV6005")]
    public void More_households_just_under_the_line_than_chance_gives_are_told(int under, string codes)
    {
        Live("00101", Enumerable.Range(0, 25).Select(i => i == 0 ? "1500000" : i < under ? $"{1_500_000 - (i * 7_000)}" : $"{1_500_000 + (i * 6_000)}"));
        Live("00101", Enumerable.Repeat("1350000", 40).Concat(Enumerable.Repeat("1650001", 3)));
        Assert.Equal(codes, Run("PV6005").Codes);
    }

    [Fact]
    public void The_order_of_rows_and_files_and_threads_change_nothing()
    {
        Live("00101", Enumerable.Range(1, 40).Select(i => i % 13 == 0 ? $"{i}500000" : $"{1_300_000 + (i * 33_333)}.{i}"));
        Live("00102", Enumerable.Range(1, 25).Select(i => i % 5 == 0 ? "1499000" : $"{1_400_000 + (i * 7_777)}"));
        string[] codes = ["PV6001", "PV6002", "PV6003", "PV6004", "PV6005"];
        var whole = Said(Run(codes));
        Assert.NotEmpty(whole);
        var shuffled = _rows.OrderBy(row => row.Aggregate(7, (hash, letter) => unchecked((hash * 31) + letter))).ToArray();
        Assert.Equal(whole, Said(Run(4, [.. shuffled.Chunk(20)], codes)));
    }

    private void Live(string commune, IEnumerable<string> incomes)
    {
        foreach (var income in incomes)
            _rows.Add($"{commune}-{_rows.Count + 1},{commune},{3 + (_rows.Count % 3)},{income},,0,0,0,0,0,0,0,0,0,0,0,0\n");
    }

    private MemoryRun Run(params string[] codes) => Run(2, [[.. _rows]], codes);

    private MemoryRun Run(int threads, string[][] files, string[] codes)
    {
        _folder.Write("areas.csv", "code,name,kind,settlement,parent,from\n20,Tỉnh,province,,,2016-01-01\n001,Huyện 1,district,,20,2016-01-01\n00101,Xã 1,commune,rural,001,2016-01-01\n"
            + (_rows.Exists(row => row.StartsWith("00102", StringComparison.Ordinal)) ? "00102,Xã 2,commune,rural,001,2016-01-01\n" : ""));
        foreach (var (i, rows) in files.Index())
            _folder.Write($"h{i + 1}.csv", "household_id,commune_code,household_size,income_per_capita,income_12_months,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n" + string.Concat(rows));
        _folder.Write("poverty.json", $$"""
            { "areas": "areas.csv", "rounds": [{ "year": 2023, "households": [{{string.Join(", ", files.Select((_, i) => $"\"h{i + 1}.csv\""))}}] }],
              "findings": { "PV2007": "off", "PV5011": "off", {{string.Join(", ", codes.Select(code => $"\"{code}\": \"warn\""))}} } }
            """);
        return MemoryRun.Of(_folder.Path, threads, "poverty.json");
    }

    private static IEnumerable<string> Said(MemoryRun run) => run.Findings
        .Select(finding => $"{finding.Code} {finding.HouseholdId} {finding.CommuneCode} {FindingCatalogue.BuiltIn.Message(finding, Language.English)}").Order(StringComparer.Ordinal);
}
