using System.Text.Json;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>Corrections of single cells: what is read instead, what is refused, and that every one is told of.</summary>
public sealed class CorrectionsTests : IDisposable
{
    private const string Header = "household_id,commune_code,commune_name,head_name,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n";
    private const string Poor = ",1400000,1,1,1,1,1,1,1,1,1,1,1,1\n";
    private const string Rich = ",9000000,0,0,0,0,0,0,0,0,0,0,0,0\n";

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_rejected_row_that_is_corrected_counts_in_every_figure()
    {
        Households("A,06040,Xã,Hoàng Văn An,0" + Poor, "B,06040,Xã,Nông Thị Bé,4" + Rich);
        Assert.Equal(("PV2003", 0m), (Run().Codes, Run().Figure("poor")));
        Correct("A,household_size,0,5,Phòng,biên bản");
        var run = Run("corrections.csv");
        Assert.Equal(("", 1m, 2m), (run.Codes, run.Figure("poor"), run.Figure("households")));
        Assert.Equal(PovertyClass.Poor, run.Households()["A"].Class);
        Assert.Equal((2, 2, 0, 0), run.Rows());
    }

    [Theory]
    [InlineData("A,household_size,4.0,5")]
    [InlineData("A,commune_code,6040,06040")]
    [InlineData("A,nutrition,có,không")]
    [InlineData("A,income_per_capita, 1400000 ,1600000")]
    [InlineData("A,district_code,,180")]
    [InlineData("B,district_code,181,")]
    public void The_old_value_may_be_written_in_another_way(string correction)
    {
        File.WriteAllText(_folder["h.csv"], Header.Replace("commune_name", "district_code", StringComparison.Ordinal) + "A,06040,,x,4" + Poor + "B,06040,181,x,4" + Rich);
        Correct($"{correction},Phòng,biên bản");
        Assert.Equal([CorrectionState.Applied], Run("corrections.csv").Report!.Outcome.Corrections.Select(outcome => outcome.State));
    }

    [Theory]
    [InlineData("A,household_size,5,6", "5", "tệp ghi \"4\", không phải \"5\"")]
    [InlineData("A,household_size,,6", "", "tệp ghi \"4\", không phải \"\"")]
    [InlineData("A,household_size,3,4", "3", "tệp đã có giá trị mới")]
    [InlineData("A,head_name,Hoàng Văn Em,Hoàng Văn Anh", null, "tệp ghi giá trị khác với giá trị cũ")]
    [InlineData("A,disabled,0,1", null, "tệp không có cột này")]
    public void Where_the_file_says_otherwise_nothing_changes_and_it_is_told(string correction, string? expected, string reason)
    {
        Households("A,06040,Xã,Hoàng Văn An,4" + Poor);
        Correct($"{correction},Phòng,biên bản");
        var run = Run("corrections.csv");
        var finding = run.Only("PV5020");
        Assert.Equal(("h.csv", 2L, expected), (finding.Place.File, finding.Place.Line, finding.Expected));
        Assert.Equal(reason, finding.Details.Single(detail => detail.Name == "reason").Value.Vi);
        Assert.DoesNotContain("Hoàng", FindingsText(run), StringComparison.Ordinal);
        Assert.Equal((1m, ExitCode.Findings), (run.Figure("households"), run.Exit));
    }

    [Fact]
    public void What_is_wrong_with_the_table_itself_stops_the_run()
    {
        Households("A,06040,Xã,x,4" + Poor);
        Correct("A,houshold_size,4,5,Phòng,x", "A,household_id,A,B,Phòng,x", "A,household_size,4,5,Phòng,x", "A,household_size,4,6,Phòng,x", "A,toilet,1,0,,x");
        File.AppendAllText(_folder["corrections.csv"], "B,toilet,1,0,Phòng,x,2032\n");
        var run = Run("corrections.csv");
        Assert.Equal((ExitCode.Usage, "PV9001 PV9001 PV9001 PV9001 PV9001"), (run.Exit, run.Codes));
        Assert.Equal([2L, 3L, 5L, 6L, 7L], run.Findings.Select(finding => finding.Place.Line));
        Assert.Contains("household_size", run.Findings[0].Details.Single(detail => detail.Name == "reason").Value.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_round_a_correction_is_of_the_last_one()
    {
        Households("A,06040,Xã,x,4" + Poor);
        File.Copy(_folder["h.csv"], _folder["before.csv"]);
        Correct("A,household_size,4,5,Phòng,x");
        File.WriteAllText(_folder["poverty.json"], """{ "rounds": [{ "year": 2023, "households": ["h.csv"] }, { "year": 2022, "households": ["before.csv"] }], "corrections": "corrections.csv" }""");
        var run = MemoryRun.Of(_folder.Path, "poverty.json");
        Assert.Equal((4, 5), (run.Households(0)["A"].Household.Size, run.Households(1)["A"].Household.Size));
    }

    [Fact]
    public void Copies_that_are_corrected_to_the_same_are_one_household()
    {
        Households("A,06040,Xã,x,4" + Poor, "A,06040,Xã,x,5" + Poor);
        Assert.Equal("PV4001 PV4001", Run().Codes);
        Correct("A,household_size,5,4,Phòng,x");
        var run = Run("corrections.csv");
        Assert.Equal(("PV5020 PV4001", 1m), (run.Codes, run.Figure("households")));
    }

    [Fact]
    public void A_doubt_about_a_corrected_cell_is_no_more()
    {
        Households("A,06040,ThÃ¡i BÃ¬nh,x,4" + Poor);
        Assert.Equal("PV1003", Run().Codes);
        Correct("A,commune_name,ThÃ¡i BÃ¬nh,,Phòng,x");
        Assert.Equal("", Run("corrections.csv").Codes);
    }

    [Fact]
    public async Task The_program_logs_each_correction_for_its_owner_alone_and_explains_it()
    {
        Households("A,06040,Xã,Hoàng Văn An,0" + Poor, "B,06040,Xã,Nông Thị Bé,4" + Rich);
        Correct("A,household_size,0,5,Lý Thị Kiểm,biên bản 12/12", "B,head_name,Nông Thị Bé,Nông Thị Bế,Lý Thị Kiểm,căn cước", "B,toilet,1,0,Lý Thị Kiểm,x", "C,toilet,1,0,Lý Thị Kiểm,x");
        WriteRunFile("corrections.csv");
        var outcome = await Binary.RunAsync(["run", "--out", "out", "--no-workbook", "--no-report"], _folder.Path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Đính chính: áp dụng 2, không áp dụng 1, không thấy hộ 1", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["id,column,old,new,who,why,round,file,line,state", "A,household_size,0,5,Lý Thị Kiểm,biên bản 12/12,2023,h.csv,2,applied", "B,head_name,Nông Thị Bé,Nông Thị Bế,Lý Thị Kiểm,căn cước,2023,h.csv,3,applied",
                "B,toilet,1,0,Lý Thị Kiểm,x,2023,h.csv,3,refused", "C,toilet,1,0,Lý Thị Kiểm,x,2023,,,not_found"],
            await File.ReadAllLinesAsync(_folder["out/corrections.csv"]));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["out/corrections.csv"]));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["out/run.json"]));
        Assert.Equal("{\"applied\":2,\"refused\":1,\"not_found\":1}", json.RootElement.GetProperty("corrections").ToString().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""));
        foreach (var shown in new[] { outcome.Output, outcome.Error, json.RootElement.ToString(), await File.ReadAllTextAsync(_folder["out/findings.csv"]) })
            Assert.DoesNotMatch("Kiểm|Hoàng|Nông", shown);

        var household = await Binary.RunAsync(["explain", ".", "B"], _folder.Path);
        Assert.Contains("head_name: … → … (căn cước)", household.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("Kiểm|Nông", household.Output);
        var figure = await Binary.RunAsync(["explain", ".", "--area", "06040", "--measure", "poor", "--lang", "en"], _folder.Path);
        Assert.Matches("Corrected rows +2", figure.Output);
    }

    private static string FindingsText(MemoryRun run) => string.Join('\n', run.Findings.Select(finding => Poverty.Findings.FindingCatalogue.BuiltIn.Message(finding).Vi + finding.Value));

    private void Households(params string[] rows) => File.WriteAllText(_folder["h.csv"], Header + string.Concat(rows));

    private void Correct(params string[] rows) => File.WriteAllText(_folder["corrections.csv"], "Mã hộ,Cột,Giá trị cũ,Giá trị mới,Người đính chính,Lý do,Kỳ\n" + string.Concat(rows.Select(row => $"{row},\n")));

    private MemoryRun Run(string? corrections = null)
    {
        WriteRunFile(corrections);
        return MemoryRun.Of(_folder.Path, "poverty.json");
    }

    private void WriteRunFile(string? corrections)
    {
        var key = corrections is null ? "" : $", \"corrections\": \"{corrections}\"";
        File.WriteAllText(_folder["poverty.json"], $$"""{ "findings": { "PV8001": "off", "PV3004": "off" }, "rounds": [{ "year": 2023, "households": ["h.csv"] }]{{key}} }""");
    }
}
