using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Running;
using LangSon.PovertyCli.Tests.Reporting.Workbook;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>What a run says at its end.</summary>
public sealed class RunScreenTests
{
    private static readonly Lazy<RunReport> Sample = new(() => Books.Report("samples/lang-son"));
    private static readonly Lazy<RunReport> Small = new(() => Books.Report("tests/LangSon.PovertyCli.Tests/Golden/small"));

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void It_fits_on_a_screen_of_80_columns_and_30_lines(Language language)
    {
        foreach (var report in new[] { Sample.Value, Small.Value })
        {
            var lines = Screen(report, language).TrimEnd('\n').Split('\n');
            Assert.All(lines, line => Assert.InRange(DisplayWidth.Of(line), 0, 80));
        }
        Assert.InRange(Screen(Sample.Value, language).Count(letter => letter == '\n'), 20, 31);
    }

    [Fact]
    public void What_is_not_met_comes_first()
    {
        var lines = Screen(Sample.Value, Language.Vietnamese).Split('\n');
        Assert.Equal("Chỉ tiêu: đạt 10, chưa đạt 1", lines[2]);
        Assert.EndsWith("chưa đạt", lines[6], StringComparison.Ordinal);
        Assert.All(lines[7..15], line => Assert.DoesNotContain("chưa đạt", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Unresolved_rows_and_findings_are_told_with_an_example_of_each_kind()
    {
        var screen = Screen(Small.Value, Language.Vietnamese);
        Assert.Contains("2022: 1 hộ chưa xác định, 3 hộ bị loại vì lỗi số liệu;", screen, StringComparison.Ordinal);
        foreach (var code in Small.Value.Findings.Where(listed => listed.Severity is Severity.Error or Severity.Warn).GroupBy(listed => listed.Finding.Code))
            Assert.Contains($"  {code.Count()} × {code.Key}: ", screen, StringComparison.Ordinal);
        Assert.Contains("rejected.csv", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_of_a_finding_is_told_once() =>
        Assert.DoesNotContain("(PV", Screen(Small.Value, Language.Vietnamese) + Screen(Small.Value, Language.English), StringComparison.Ordinal);

    [Fact]
    public void A_dash_in_place_of_a_rate_is_explained()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Root, "tests/LangSon.PovertyCli.Tests/Faulty/clean.csv"), folder["h.csv"]);
        folder.Write("poverty.json", """{ "areas": "data", "rounds": [{ "year": 2023, "coverage": "poor-list", "households": ["h.csv"] }] }""");
        var report = Books.Report(folder.Path);
        Assert.Contains("2023: không tính được tỷ lệ: chưa có số hộ, số khẩu toàn địa bàn", Screen(report, Language.Vietnamese), StringComparison.Ordinal);
        Assert.Contains("2023: no rates: no register of resident households and persons", Screen(report, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_a_target_cannot_be_judged_is_told()
    {
        var report = Books.Report("tests/LangSon.PovertyCli.Tests/Faulty/PV9005");
        Assert.Contains("Chưa đánh giá được vì nguồn số liệu không nêu", Screen(report, Language.Vietnamese), StringComparison.Ordinal);
        Assert.Contains("Not measurable: the source does not state it", Screen(report, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_add_nothing_to_the_words()
    {
        var coloured = Screen(Sample.Value, Language.Vietnamese, colours: true);
        Assert.Contains("\e[31mchưa đạt\e[0m", coloured, StringComparison.Ordinal);
        Assert.Equal(Screen(Sample.Value, Language.Vietnamese), coloured.Replace("\e[31m", "", StringComparison.Ordinal).Replace("\e[32m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_dry_run_no_files_are_named() => Assert.DoesNotContain("results.csv", Screen(Sample.Value, Language.Vietnamese, folder: null), StringComparison.Ordinal);

    private static string Screen(RunReport report, Language language, bool colours = false, string? folder = "out")
    {
        using var output = new StringWriter();
        new RunScreen(output, report, language) { Folder = folder, HasWorkbook = true, HasReport = true, IsColoured = colours }.Write();
        return output.ToString();
    }
}
