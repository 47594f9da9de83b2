using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Enumerators held against their colleagues of the commune, and interviews against the others.</summary>
public sealed class EnumeratorCheckTests : IDisposable
{
    private const string Head = "household_id,commune_code,enumerator,interview_start,interview_end,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _rows = [];

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// 10 of the colleagues' 40 are poor. 12 of 20: (0.6 − 0.25) / √(22/60 · 38/60 · (1/20 + 1/40)) = 2.65; 14 of 20: (0.7 − 0.25) / √(0.4 · 0.6 · 0.075) = 3.35.
    /// </summary>
    [Theory]
    [InlineData(12, "")]
    [InlineData(14, "PV7001")]
    public void A_share_of_poor_households_unlike_the_others_is_told(int poor, string codes)
    {
        Ask("01", 20, i => i < 5);
        Ask("02", 20, i => i < 5);
        Ask("03", 20, i => i < poor);
        Assert.Equal(codes, Run().Codes);
    }

    [Fact]
    public void Nineteen_households_say_nothing_of_who_asked()
    {
        Ask("01", 20, i => i < 3);
        Ask("02", 20, i => i < 3);
        Ask("03", 19, i => i > 0);
        Assert.Equal("", Run().Codes);
    }

    [Fact]
    public void The_same_code_in_another_commune_is_another_person()
    {
        Ask("01", 25, i => i < 3);
        Ask("02", 25, i => i < 3);
        Ask("01", 25, i => i < 22, commune: "00102");
        Ask("02", 25, i => i < 22, commune: "00102");
        Assert.Equal("", Run().Codes);
    }

    [Fact]
    public void A_code_is_printed_and_a_name_is_not()
    {
        Ask("01", 20, i => i < 3);
        Ask("02", 20, i => i < 3);
        Ask("Lý Thị Bưởi", 10, i => i > 0);
        Ask("LÝ THỊ BƯỞI", 10, i => i > 0);
        var finding = Run().Only("PV7001");
        Assert.Null(finding.Enumerator);
        Assert.Equal(("h1.csv", 0L, "00101"), (finding.Place.File, finding.Place.Line, finding.CommuneCode));
        Assert.Equal("The enumerator named at h1.csv:42, 00101 Xã 1: 90.0% of 20 households are poor, 15.0% of the others' ones; visit some of them again.", Message(finding));
    }

    [Fact]
    public void The_order_of_rows_and_files_and_threads_change_nothing()
    {
        Ask("01", 30, i => i < 3, start: i => "2023-10-05 08:00", end: i => i == 7 ? "2023-10-05 08:09" : $"2023-10-05 08:{28 + (i % 5)}");
        Ask("02", 22, i => i < 3);
        Ask("03", 21, i => i > 0);
        Ask("04", 21, i => i < 5, size: _ => 4);
        var whole = Said(Run(), "h1.csv");
        Assert.Equal(["PV7001", "PV7003", "PV7004", "PV7005"], whole.Select(line => line.Split(' ')[0]).Order().Distinct());
        var shuffled = _rows.OrderBy(row => row.Reverse().Aggregate(7, (hash, letter) => unchecked((hash * 31) + letter))).ToArray();
        Assert.Equal(whole, Said(Run(4, [.. shuffled.Chunk(20)]), "h1.csv", "h2.csv", "h3.csv", "h4.csv", "h5.csv"));
    }

    [Theory]
    [InlineData(25, "")]
    [InlineData(26, "PV7003")]
    public void More_households_a_day_than_anybody_can_visit_are_told(int households, string codes)
    {
        Ask("01", households, i => i < 3, start: _ => "05/10/2023");
        Ask("01", 25, i => i < 3, start: _ => "06/10/2023");
        Assert.Equal(codes, Run().Codes);
    }

    /// <summary>Thirty minutes are the median of 21; a third of it is 10.</summary>
    [Theory]
    [InlineData("08:10", "")]
    [InlineData("08:09", "PV7004")]
    public void An_interview_shorter_than_a_third_of_the_others_is_told(string end, string codes)
    {
        Ask("01", 21, i => i < 3, start: _ => "2023-10-05 08:00", end: i => i == 4 ? $"2023-10-05 {end}" : "2023-10-05 08:30");
        var run = Run();
        Assert.Equal(codes, run.Codes);
        if (codes.Length > 0) Assert.Equal((6L, "interview_end", "01-5"), (run.Only("PV7004").Place.Line, run.Only("PV7004").Column, run.Only("PV7004").HouseholdId));
    }

    [Fact]
    public void Twenty_interviews_tell_how_long_one_takes_and_nineteen_do_not()
    {
        Ask("01", 19, i => i < 3, start: _ => "08:00", end: i => i == 4 ? "08:02" : "08:30");
        Assert.Equal("", Run().Codes);
        Ask("02", 1, i => i < 3, start: _ => "08:00", end: _ => "08:30");
        Assert.Equal("PV7004", Run().Codes);
    }

    /// <summary>Of 13 answers of each household; the median enumerator leaves out none, so that 5% are the limit: 13 of 260.</summary>
    [Theory]
    [InlineData(13, "")]
    [InlineData(14, "PV7002")]
    public void More_blanks_than_the_others_have_are_told(int blanks, string codes)
    {
        Ask("01", 20, i => i < 3);
        Ask("02", 20, i => i < 3);
        Ask("03", 20, i => i < 3, blank: i => i >= 3 && i < 3 + blanks);
        Assert.Equal(codes, Run().Codes);
    }

    [Fact]
    public void Two_enumerators_do_not_tell_what_is_usual()
    {
        Ask("01", 20, i => i < 3);
        Ask("02", 20, i => i < 3, blank: i => i > 3);
        Assert.Equal("", Run().Codes);
    }

    [Fact]
    public void Where_the_checks_are_off_nothing_is_told()
    {
        Ask("01", 20, i => i < 3);
        Ask("02", 20, i => i < 3);
        Ask("03", 20, i => i > 0);
        Assert.Equal("", Run(1, [[.. _rows]], """, "findings": { "PV7001": "off", "PV7002": "off", "PV7003": "off", "PV7004": "off", "PV7005": "off", "PV7006": "off" }""").Codes);
    }

    private void Ask(string enumerator, int households, Predicate<int> isPoor, string commune = "00101",
        Func<int, string>? start = null, Func<int, string>? end = null, Func<int, int>? size = null, Predicate<int>? blank = null)
    {
        var key = $"{enumerator.Replace(' ', '-')}{(commune == "00101" ? "" : $"-{commune}")}-";
        for (var i = 0; i < households; i++)
        {
            var id = key + (_rows.Count(row => row.StartsWith(key, StringComparison.Ordinal)) + 1);
            var (income, three) = isPoor(i) ? (900_000, "1,1,1") : (4_000_000, $"{(i % 3 == 2 ? 1 : 0)},{(i % 3 == 1 ? 1 : 0)},{(i % 5 == 2 ? 1 : 0)}");
            var water = blank?.Invoke(i) == true ? "" : i % 4 == 0 ? "1" : "0";
            _rows.Add($"{id},{commune},{enumerator},{start?.Invoke(i)},{end?.Invoke(i)},{size?.Invoke(i) ?? 3 + (i % 3)},{income + (i * 1000)},{three},0,0,0,0,0,{water},0,0,0\n");
        }
    }

    private MemoryRun Run() => Run(2, [[.. _rows]]);

    private MemoryRun Run(int threads, string[][] files, string more = "")
    {
        _folder.Write("areas.csv", "code,name,kind,settlement,parent,from\n20,Tỉnh,province,,,2016-01-01\n00101,Xã 1,commune,rural,20,2016-01-01\n"
            + (_rows.Any(row => row.Contains(",00102,", StringComparison.Ordinal)) ? "00102,Xã 2,commune,rural,20,2016-01-01\n" : ""));
        foreach (var (i, rows) in files.Index()) _folder.Write($"h{i + 1}.csv", Head + string.Concat(rows));
        _folder.Write("poverty.json", $$"""{ "areas": "areas.csv", "rounds": [{ "year": 2023, "households": [{{string.Join(", ", files.Select((_, i) => $"\"h{i + 1}.csv\""))}}] }]{{more}} }""");
        return MemoryRun.Of(_folder.Path, threads, "poverty.json");
    }

    /// <summary>Everything said of enumerators, whichever file their first household stands in.</summary>
    private static IEnumerable<string> Said(MemoryRun run, params string[] files) => run.Findings
        .Select(finding => $"{finding.Code} {finding.Enumerator} {finding.HouseholdId} {Message(finding)}").Order(StringComparer.Ordinal)
        .Select(line => files.Aggregate(line, (text, file) => text.Replace(file, "FILE", StringComparison.Ordinal)));

    private static string Message(Finding finding) => FindingCatalogue.BuiltIn.Message(finding, Language.English);
}
