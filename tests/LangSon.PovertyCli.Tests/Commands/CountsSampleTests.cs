using System.Globalization;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>samples/counts through the real program: an office's summary table of three years.</summary>
public sealed class CountsSampleTests
{
    private const string Sample = "samples/counts";

    private static readonly string Book = Path.Combine(Repository.Root, Sample, "counts.xlsx");

    [Fact]
    public void The_workbook_is_the_one_that_the_generator_writes()
    {
        var bytes = CountsSample.Write();
        Assert.Equal(bytes, CountsSample.Write());
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1") File.WriteAllBytes(Book, bytes);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["counts.xlsx"], bytes);
        Assert.Equal(Cells(folder["counts.xlsx"]), Cells(Book));
    }

    [Fact]
    public async Task Counts_alone_give_rates_changes_the_yearly_pace_and_targets()
    {
        using var folder = new TemporaryFolder();
        var outcome = await Binary.RunAsync(["run", Sample, "--out", folder["out"], "--no-workbook", "--no-report", "--lang", "en"], Repository.Root);
        Assert.Equal("", outcome.Error);
        var results = Rows(folder["out/results.csv"]);
        var poor = new[] { "2022", "2023", "2024" }.Select(year => results.Single(row => row["round"] == year && row["area_code"] == "20" && row["group"] == "all" && row["measure"] == "poor_rate")).ToArray();
        Assert.Equal(poor.Select(row => 100m * Number(row, "numerator") / Number(row, "denominator")), poor.Select(row => Number(row, "value")), (a, b) => Math.Abs(a - b) < 1e-20m);
        var printed = Printed("Tổng cộng");
        Assert.Equal(printed, poor.Select(row => (row["round"], row["denominator"], row["numerator"])));

        var change = Rows(folder["out/changes.csv"]).Single(row => row["from"] == "2022" && row["to"] == "2024" && row["area_code"] == "20" && row["group"] == "all" && row["measure"] == "poor_rate");
        Assert.Equal(Number(poor[2], "value") - Number(poor[0], "value"), Number(change, "change"));
        Assert.NotEqual("", change["annualised"]);

        var targets = Rows(folder["out/targets.csv"]);
        Assert.Equal(["districts-fall", "province-fall", "province-level"], targets.Select(row => row["id"]).Distinct().Order());
        Assert.All(targets, row => Assert.Contains(row["verdict"], new[] { "met", "missed" }));
        Assert.Equal(11, targets.Count(row => row["id"] == "districts-fall"));
        Assert.DoesNotContain(Rows(folder["out/findings.csv"]), row => row["severity"] == "error");
    }

    [Fact]
    public async Task A_printed_total_that_is_wrong_is_told_with_its_line_and_changes_no_figure()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "poverty.json", "targets.csv" }) File.Copy(Path.Combine(Repository.Root, Sample, file), folder[file]);
        using (var book = new ClosedXML.Excel.XLWorkbook(Book))
        {
            var total = book.Worksheet(1).RowsUsed().First(row => row.Cell(3).GetString() == "Tổng cộng");
            total.Cell(6).Value = total.Cell(6).GetValue<int>() + 7;
            book.SaveAs(folder["counts.xlsx"]);
        }
        await Binary.RunAsync(["run", ".", "--out", "out", "--no-workbook", "--no-report"], folder.Path);
        var slip = Assert.Single(Rows(folder["out/findings.csv"]), row => row["code"] == "PV8003");
        var (_, _, poor) = Printed("Tổng cộng")[0];
        Assert.Equal(("counts.xlsx", "poor", poor), (slip["file"], slip["column"], slip["expected"]));
        Assert.Contains("20 Tỉnh Lạng Sơn", slip["message"], StringComparison.Ordinal);
        Assert.Equal(poor, Rows(folder["out/results.csv"]).Single(row => row["round"] == "2022" && row["area_code"] == "20" && row["group"] == "all" && row["measure"] == "poor")["value"]);
    }

    [Fact]
    public async Task A_table_without_years_is_not_counted_for_two_rounds()
    {
        using var folder = new TemporaryFolder();
        folder.Write("counts.csv", "Địa bàn;Số hộ;Hộ nghèo\nHuyện Bình Gia;1000;100\n");
        folder.Write("poverty.json", """{ "rounds": [{ "year": 2022, "counts": "counts.csv" }, { "year": 2023, "counts": "counts.csv" }] }""");
        var outcome = await Binary.RunAsync(["run", ".", "--out", "out", "--no-workbook", "--no-report", "--lang", "en"], folder.Path);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("PV9001", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("the rounds 2022, 2023 all use it", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_may_have_a_sheet_for_each_year()
    {
        using var folder = new TemporaryFolder();
        using (var book = new ClosedXML.Excel.XLWorkbook())
        {
            foreach (var (year, poor) in new[] { ("2022", 100), ("2023", 80) })
            {
                var sheet = book.AddWorksheet(year);
                sheet.Cell(1, 1).InsertData(new object[][] { ["Địa bàn", "Số hộ", "Hộ nghèo"], ["Huyện Bình Gia", 1000, poor] });
            }
            book.SaveAs(folder["counts.xlsx"]);
        }
        folder.Write("poverty.json", """
            { "rounds": [{ "year": 2022, "counts": "counts.xlsx", "sheet": "2022" }, { "year": 2023, "counts": { "file": "counts.xlsx", "sheet": "2023" } }] }
            """);
        var outcome = await Binary.RunAsync(["run", ".", "--out", "out", "--no-workbook", "--no-report"], folder.Path);
        Assert.Equal("", outcome.Error);
        Assert.Equal(["100", "80"], Rows(folder["out/results.csv"]).Where(row => row["area_code"] == "181" && row["group"] == "all" && row["measure"] == "poor").Select(row => row["value"]));
    }

    private static decimal Number(PlainTable.Row row, string column) => decimal.Parse(row[column], CultureInfo.InvariantCulture);

    private static (string Year, string Households, string Poor)[] Printed(string name)
    {
        using var source = HouseholdFile.Open(Book, "counts.xlsx", ReadingOptions.Default);
        return [.. PlainTable.Read(source, TableForm.Counts).Rows.Where(row => row["area_name"] == name).Select(row => (row["year"], row["households"], row["poor"]))];
    }

    private static IReadOnlyList<PlainTable.Row> Rows(string path)
    {
        using var source = HouseholdFile.Open(path, Path.GetFileName(path), ReadingOptions.Default);
        return PlainTable.Read(source, [], []).Rows;
    }

    private static List<string> Cells(string path)
    {
        using var source = HouseholdFile.Open(path, "counts.xlsx", ReadingOptions.Default);
        return [.. PlainTable.Read(source, [], []).Rows.Select(row => string.Join('|', row.Cells))];
    }
}
