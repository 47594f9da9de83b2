using System.Globalization;
using System.Text;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Tests.Collection.Story;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>From two hundred files to one approved figure, and on to the next year, through the real program.</summary>
public sealed class CollectionStoryTests
{
    [Fact]
    public async Task Two_hundred_clean_files_in_six_layouts_have_no_findings_and_give_the_truth()
    {
        using var folder = new StoryFolder();
        folder.WriteClean();
        var outcome = await Run(folder, 0, "run", "--out", "out", "--no-report", "--no-workbook");
        Assert.Equal("", outcome.Error);
        Assert.Empty(Table(folder, "out/findings.csv"));
        AssertTruth(folder, "out/results.csv", StoryFolder.Year);
    }

    [Fact]
    public async Task Two_hundred_files_late_twice_damaged_and_faulty_come_to_one_approved_figure_from_which_the_next_year_is_measured()
    {
        using var folder = new StoryFolder();
        folder.WriteReceived();

        // Where things stand.
        var status = Rows((await Run(folder, 1, "status", "--format", "csv")).Output);
        Assert.Equal(200, status.Select(row => row["area_code"]).Where(code => code.Length > 0).Distinct().Count());
        AssertState(folder, status, "missing", StoryFolder.Missing);
        AssertState(folder, status, "refused", StoryFolder.Damaged);
        AssertState(folder, status, "superseded", StoryFolder.Twice);
        Assert.Equal(200 - StoryFolder.Missing.Count - StoryFolder.Damaged.Count, status.Count(row => row["state"] == "accepted"));

        // What is wrong: every fault at its exact place, and nothing else.
        var found = Rows((await Run(folder, 1, "validate", "--skip-bad-files", "--format", "csv")).Output);
        Assert.Equal(SeededFault.All.SelectMany(fault => Expected(folder, fault)).Order(StringComparer.Ordinal), found
            .Where(row => row["severity"] is "error" or "warn" && row["file"].Length > 0 && !StoryFolder.Damaged.Any(unit => row["file"] == folder.Name(unit, 1)))
            .Select(row => $"{row["code"]} {row["file"]}:{row["line"]} {row["column"]}").Order(StringComparer.Ordinal));
        Assert.Equal(StoryFolder.Damaged.Select(unit => folder.Name(unit, 1)).Order(), found.Where(row => StoryFolder.Damaged.Any(unit => row["file"] == folder.Name(unit, 1))).Select(row => row["file"]).Distinct().Order());

        // A result so far says that it is one.
        await Run(folder, 1, "run", "--skip-bad-files", "--out", "so-far", "--households", "--no-report", "--no-workbook");
        var province = Table(folder, "so-far/results.csv").Single(row => (row["round"], row["level"], row["group"], row["measure"]) == ("2023", "province", "all", "poor_rate"));
        Assert.Contains("chưa đầy đủ: thiếu 9/200 xã", province["note"], StringComparison.Ordinal);

        // The files go back, come again mended, and the late ones arrive; one cell is put right by the office.
        await Run(folder, 1, "return", "--out", "returned");
        var corrected = SeededFault.All.Single(fault => fault.Code == "PV3001");
        foreach (var fault in SeededFault.All.Except([corrected])) folder.Mend(fault.Unit, Path.Combine(folder.Path, $"returned/{folder.Communes[fault.Unit].Code}.xlsx"));
        foreach (var unit in StoryFolder.Missing.Concat(StoryFolder.Damaged)) folder.Write(folder.Name(unit, 2), folder.Clean(unit).Bytes());
        var code = folder.Communes[corrected.Unit].Code;
        folder.Write("corrections.csv", $"id,column,old,new,who,why\n{code}-{corrected.Row:000},commune_code,99999,{code},Phòng,gõ nhầm mã xã\n");
        folder.WriteRunFile("poverty.json", "\"corrections\": \"corrections.csv\",");
        var final = await Run(folder, 0, "run", "--out", "final", "--households", "--no-report", "--no-workbook");
        Assert.Equal("", final.Error);
        Assert.DoesNotContain(Table(folder, "final/findings.csv"), row => row["severity"] is "error" or "warn");
        AssertTruth(folder, "final/results.csv", StoryFolder.Year);
        Assert.Equal("applied", Assert.Single(Table(folder, "final/corrections.csv"))["state"]);

        // What changed since, and why.
        var changed = Rows((await Run(folder, 1, "diff", "so-far", "final", "--format", "csv")).Output);
        Assert.NotEmpty(changed);

        // Approved, and unchanged since.
        await Run(folder, 0, "approve", "final", "--decision", "2145/QĐ-UBND", "--date", "2023-12-20");
        await Run(folder, 0, "verify", "final");
        await Run(folder, 2, "run", "--out", "final", "--force");

        // The next year (before the reform of December 2024) is measured from it, though a correction of the year was lost.
        const string Next = ", { \"year\": 2024, \"date\": \"2024-11-30\", \"households\": [\"households-2024.csv\"] }";
        folder.WriteRunFile("next.json", "\"base\": \"final\",", Next);
        var official = Poor(folder, StoryFolder.Year);
        await Run(folder, 0, "run", "next.json", "--out", "next", "--no-report", "--no-workbook", "--fail-on", "never");
        var change = Table(folder, "next/changes.csv").Single(row => (row["level"], row["group"], row["measure"]) == ("province", "all", "poor"));
        Assert.Equal(($"{official}", $"{Poor(folder, 2024)}"), (change["value_from"], change["value_to"]));
        // Without the correction the files give a household less: the approved figure stands, and the difference is told.
        Assert.Contains(Table(folder, "next/findings.csv"), row => row["code"] == "PV8011" && row["commune_code"] == "20");

        // Whoever touches a file of the approved result is told.
        folder.Write("corrections.csv", "id,column,old,new,who,why\n");
        Assert.Contains("corrections.csv", (await Run(folder, 1, "verify", "final")).Output, StringComparison.Ordinal);
    }

    /// <summary>Where a fault must be found: a household that stands twice at both its rows, a shared number at either.</summary>
    private static IEnumerable<string> Expected(StoryFolder folder, SeededFault fault)
    {
        var file = folder.Clean(fault.Unit);
        var name = folder.Name(fault.Unit, 1);
        yield return $"{fault.Code} {name}:{file.Line(fault.Row)} {fault.Column}";
        if (fault.Code == "PV4001") yield return $"{fault.Code} {name}:{file.Line(TrueHousehold.PerCommune)} {fault.Column}";
    }

    private static void AssertState(StoryFolder folder, List<Dictionary<string, string>> status, string state, IReadOnlyList<int> units) =>
        Assert.Equal(units.Select(unit => folder.Communes[unit].Code).Order(StringComparer.Ordinal), status.Where(row => row["state"] == state).Select(row => row["area_code"]).Order(StringComparer.Ordinal));

    /// <summary>Every commune and the province have the poor and near-poor households that the story put there.</summary>
    private static void AssertTruth(StoryFolder folder, string results, int year)
    {
        var figures = Table(folder, results).Where(row => row["round"] == $"{year}" && row["group"] == "all" && row["measure"] is "households" or "poor" or "near_poor")
            .ToLookup(row => (row["area_code"], row["measure"]), row => row["value"]);
        foreach (var commune in folder.Households)
            Assert.Equal((TrueHousehold.PerCommune.ToString(CultureInfo.InvariantCulture), Count(commune, "poor", year), Count(commune, "near_poor", year)),
                (figures[(commune[0].Commune.Code, "households")].Single(), figures[(commune[0].Commune.Code, "poor")].Single(), figures[(commune[0].Commune.Code, "near_poor")].Single()));
        Assert.Equal($"{Poor(folder, year)}", figures[("20", "poor")].Single());

        static string Count(TrueHousehold[] commune, string poverty, int year) => commune.Count(household => household.Class(year) == poverty).ToString(CultureInfo.InvariantCulture);
    }

    private static int Poor(StoryFolder folder, int year) => folder.Households.Sum(commune => commune.Count(household => household.Class(year) == "poor"));

    private static async Task<Outcome> Run(StoryFolder folder, int exit, params string[] arguments)
    {
        var outcome = await Binary.RunAsync(arguments, folder.Path);
        Assert.True(outcome.ExitCode == exit, $"{string.Join(' ', arguments)}: exit {outcome.ExitCode}\n{outcome.Error}\n{outcome.Output}");
        return outcome;
    }

    private static List<Dictionary<string, string>> Table(StoryFolder folder, string name) => Rows(File.ReadAllText(Path.Combine(folder.Path, name)));

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        using var source = HouseholdFile.Open(Encoding.UTF8.GetBytes(csv), "table.csv");
        Assert.True(source.Read());
        var header = Cells(source);
        var rows = new List<Dictionary<string, string>>();
        while (source.Read()) rows.Add(header.Zip(Cells(source)).ToDictionary(cell => cell.First, cell => cell.Second));
        return rows;

        static string[] Cells(RowSource source) => [.. Enumerable.Range(0, source.FieldCount).Select(at => Encoding.UTF8.GetString(source[at]))];
    }
}
