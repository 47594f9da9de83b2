using System.Globalization;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>
/// A clean province of three communes in two districts over two years, with run files for either and both: 2022.json,
/// 2023.json (both years) and next.json (2023 alone). In 2022 the classes by commune are 90001: 3 poor, 2 near-poor,
/// 5 others; 90004: 1, 1, 4; 90007: 4, 0, 2.
/// </summary>
internal sealed class SmallProvince : IDisposable
{
    private const string Indicators = "employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means";
    private readonly TemporaryFolder _folder = new();

    public SmallProvince()
    {
        _folder.Write("data/areas.csv", """
            code,name,kind,settlement,parent,from
            90,Tỉnh Thử,province,,,2020-01-01
            901,Huyện Một,district,,90,2020-01-01
            902,Huyện Hai,district,,90,2020-01-01
            90001,Xã An,commune,rural,901,2020-01-01
            90004,Thị trấn Bình,township,urban,901,2020-01-01
            90007,Xã Cao,commune,rural,902,2020-01-01

            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        _folder.Write("data/2022.csv", Table("90001 PPPNNOOOOO", "90004 PNOOOO", "90007 PPPPOO"));
        _folder.Write("data/2023.csv", Table("90001 PPONNOOOOO", "90004 PNOOOO", "90007 PPONOO"));
        RunFile("2022.json", "2022");
        RunFile("2023.json", "2022", "2023");
        RunFile("next.json", "2023");
    }

    /// <summary>The full path of a name in its folder.</summary>
    public string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes a run file for some years.</summary>
    public void RunFile(string name, params string[] years) => RunFile(name, "", years);

    /// <summary>Writes a run file for some years with further keys.</summary>
    public void RunFile(string name, string keys, string[] years) => _folder.Write(name,
        $$"""{ "areas": "data/areas.csv", "groups": ["settlement", "minority"],{{keys}} "rounds": [{{string.Join(", ", years.Select(year => $$"""{ "year": {{year}}, "households": ["data/{{year}}.csv"] }"""))}}] }""");

    /// <summary>Gives a household of a year another class, as a correction in its file would.</summary>
    public void Reclass(string year, string household, char poverty)
    {
        var lines = File.ReadAllLines(_folder[$"data/{year}.csv"]);
        var at = Array.FindIndex(lines, line => line.StartsWith(household + ",", StringComparison.Ordinal));
        var commune = lines[at].Split(',')[1];
        lines[at] = Row(household, commune, poverty);
        File.WriteAllLines(_folder[$"data/{year}.csv"], lines);
    }

    /// <summary>Writes a file of its own.</summary>
    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Runs the program in its folder.</summary>
    public Task<Outcome> PovertyAsync(params string[] arguments) => Binary.RunAsync(arguments, _folder.Path);

    /// <summary>Runs a run file, by default both years, into a folder; what is wrong fails the test.</summary>
    public async Task RunAsync(string folder, string runFile = "2023.json", params string[] more)
    {
        var outcome = await PovertyAsync(["run", runFile, "--out", folder, "--no-workbook", "--no-report", "--timestamp", "none", .. more]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    /// <summary>Approves the last round of a run; what is wrong fails the test.</summary>
    public async Task ApproveAsync(string folder, string decision = "2145/QĐ-UBND", string day = "2022-12-20")
    {
        var outcome = await PovertyAsync("approve", folder, "--decision", decision, "--date", day);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    /// <summary>The cells of a table's row that stands out by some of them.</summary>
    public Dictionary<string, string> RowOf(string table, params (string Column, string Value)[] where) => RowsOf(table, where).Single();

    /// <summary>The rows of a table that have those cells.</summary>
    public Dictionary<string, string>[] RowsOf(string table, params (string Column, string Value)[] where)
    {
        var lines = File.ReadAllLines(_folder[table]);
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second))
            .Where(row => where.All(cell => row[cell.Column] == cell.Value))];
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var (cell, isQuoted) = ("", false);
        foreach (var letter in line)
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else cell += letter;
        }
        return [.. cells, cell];
    }

    private static string Table(params string[] communes) =>
        $"household_id,commune_code,household_size,income_per_capita,ethnicity,{Indicators}\n"
        + string.Concat(communes.SelectMany(commune => commune[6..].Select((poverty, i) => Row(string.Create(CultureInfo.InvariantCulture, $"{commune[..5]}-{i + 1}"), commune[..5], poverty) + "\n")));

    private static string Row(string household, string commune, char poverty) => poverty switch
    {
        'P' => $"{household},{commune},4,900000,Tày,1,1,1,0,0,0,0,0,0,0,0,0",
        'N' => $"{household},{commune},4,900000,Tày,1,0,0,0,0,0,0,0,0,0,0,0",
        _ => $"{household},{commune},4,5000000,Kinh,0,0,0,0,0,0,0,0,0,0,0,0",
    };
}
