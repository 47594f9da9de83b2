using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Faulty;

/// <summary>
/// Every kind of finding on a file, or a folder with its run file, that has this one fault and no other: cases.csv says
/// where it must be found, how many rows count, and how the program ends.
/// </summary>
public sealed class FaultyFilesTests
{
    private static readonly IReadOnlyList<PlainTable.Row> Cases = ReadCases();

    public static TheoryData<string> Inputs() => [.. Cases.Select(row => row["input"]).Distinct()];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_fault_is_found_in_its_place_and_nothing_else_is(string input)
    {
        var expected = Cases.Where(row => row["input"] == input).ToArray();
        var run = Run(input);
        Assert.Equal(expected.Select(row => string.Join(' ', row["code"], row["file"], row["sheet"], row["line"], row["cell"], row["column"])),
            run.Findings.Select(finding => string.Join(' ', finding.Code, finding.Place.File, finding.Place.Sheet,
                finding.Place.Line > 0 ? $"{finding.Place.Line}" : "", finding.Place.Cell, finding.Column)));
        Assert.Equal(expected[0]["exit"], $"{(int)run.Exit}");
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Every_row_read_is_accepted_rejected_or_blank(string input)
    {
        var expected = Cases.First(row => row["input"] == input);
        var (read, accepted, rejected, blank) = Run(input).Rows();
        Assert.Equal((expected.Count("read") ?? 0, expected.Count("accepted") ?? 0, expected.Count("rejected") ?? 0, expected.Count("blank") ?? 0),
            (read, accepted, rejected, blank));
        Assert.Equal(read, accepted + rejected + blank);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_fault_does_to_rows_and_files_what_the_catalogue_says(string input)
    {
        var code = Cases.First(row => row["input"] == input)["code"];
        if (Run(input).Report is not { } report) return;
        var effect = FindingCatalogue.BuiltIn[code].Effect;
        Assert.Equal(effect == Effect.RefusesFile, report.AllFiles.Any(file => file.IsRefused));
        Assert.Equal(effect == Effect.RefusesFile, report.Outcome.Results is null);
        Assert.Equal(effect == Effect.RejectsRow, report.AllFiles.SelectMany(file => file.Rejected).Any(row => row.Codes.Contains(code)));
    }

    [Theory]
    [InlineData("clean.csv", 4)]
    [InlineData("clean.xlsx", 3)]
    public void The_clean_twin_has_no_finding(string name, int rows)
    {
        using var folder = new TemporaryFolder();
        folder.Write("areas.csv", File.ReadAllText(Path.Combine(Workbooks.Folder, "areas.csv")));
        File.WriteAllBytes(folder[name], name == "clean.csv" ? File.ReadAllBytes(Path.Combine(Workbooks.Folder, name)) : Workbooks.Clean);
        var run = RunFile(folder.Path, name);
        Assert.Empty(run.Findings);
        Assert.Equal((rows, rows, 0, 0), run.Rows());
        Assert.Equal(ExitCode.Done, run.Exit);
    }

    /// <summary>PV8004 says that the program's own sums do not balance, which no file can bring about: BalanceCheckTests has it.</summary>
    [Fact]
    public void Every_code_of_the_catalogue_has_a_case() =>
        Assert.Equal(FindingCatalogue.BuiltIn.Kinds.Select(kind => kind.Code),
            Cases.Select(row => row["code"]).Append("PV8004").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_case_has_its_file_and_every_file_its_case()
    {
        var inputs = Cases.Select(row => row["input"]).ToHashSet();
        var there = Directory.GetFileSystemEntries(Workbooks.Folder, "PV*").Select(entry => Path.GetFileName(entry)!)
            .Concat(Workbooks.All.Keys.Select(name => name.Split('/')[0]));
        Assert.Equal(inputs.Order(StringComparer.Ordinal), there.Distinct().Order(StringComparer.Ordinal));
        Assert.All(Cases, row => Assert.StartsWith(row["code"], row["input"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PV2002.csv", 1, "PV2002.csv:4 [income_per_capita]: income_per_capita \"1.234\" is not a number under number format invariant; write it like 1234567.5 or mend numberFormat. (PV2002)")]
    [InlineData("PV5009.csv", 0, "PV5009.csv:5 [reported_class]: HN-4: the form says poor, the rules give near-poor: income at or below the line; 2 deprivations, poor from 3; look at the form or the minutes of the village meeting. (PV5009)")]
    [InlineData("PV1034.csv", 4, "PV1034.csv: header not found in the first 20 rows; set headerRows and skipRows. (PV1034)")]
    public async Task The_program_itself_says_so_and_ends_with_the_code(string file, int exit, string line)
    {
        var outcome = await Binary.RunAsync(["validate", file, "--year", "2023", "--areas", "areas.csv", "--lang", "en"], Workbooks.Folder);
        Assert.Equal(exit, outcome.ExitCode);
        Assert.Equal(line, outcome.Output.Split('\n')[0]);
    }

    private static MemoryRun Run(string input)
    {
        var path = Path.Combine(Workbooks.Folder, input);
        if (Directory.Exists(path)) return MemoryRun.Of(Workbooks.Folder, input);
        if (File.Exists(path)) return RunFile(Workbooks.Folder, input);
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in Workbooks.All.Where(built => built.Key.Split('/')[0] == input))
            File.WriteAllBytes(folder[Path.GetFileName(name)], content());
        File.Copy(Path.Combine(Workbooks.Folder, "areas.csv"), folder["areas.csv"]);
        return File.Exists(folder["poverty.json"]) ? MemoryRun.Of(folder.Path, "poverty.json") : RunFile(folder.Path, input);
    }

    private static MemoryRun RunFile(string folder, string name) => MemoryRun.Of(folder, "--round", $"2023={name}", "--areas", "areas.csv");

    private static IReadOnlyList<PlainTable.Row> ReadCases()
    {
        using var source = HouseholdFile.Open(Path.Combine(Workbooks.Folder, "cases.csv"), "cases.csv", ReadingOptions.Default);
        var table = PlainTable.Read(source, ["code", "input", "file", "sheet", "line", "cell", "column", "read", "accepted", "rejected", "blank", "exit"], []);
        Assert.Empty(table.Faults);
        return table.Rows;
    }
}
