using System.Text;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting.Brief;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Tests.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Comparison;

/// <summary>More than two rounds: which are compared, the average yearly fall, and where the pace would lead.</summary>
public sealed class SeriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static TestRun Counts(params (int Year, int Poor)[] years)
    {
        var run = new TestRun();
        foreach (var (year, poor) in years) run.Counts(year, $"year,area_code,households,poor\n{year},,10000,{poor}\n");
        return run;
    }

    [Fact]
    public void Each_round_is_compared_with_the_next_and_the_first_with_the_last()
    {
        var results = Counts((2022, 900), (2023, 600), (2024, 350), (2025, 240)).Results();
        Assert.Equal([(0, 1), (1, 2), (2, 3), (0, 3)], results.Pairs);
        Assert.Equal([(0, 1), (1, 2), (2, 3)], results.Steps);
        Assert.Equal([(0, 1)], Counts((2022, 900), (2023, 600)).Results().Pairs);
        Assert.Empty(Counts((2022, 900)).Results().Pairs);
    }

    [Fact]
    public void The_span_goes_back_as_far_as_one_standard_judges()
    {
        // 2021 stands under the standard of 2016.
        var results = Counts((2021, 700), (2022, 900), (2023, 600), (2024, 350)).Results();
        Assert.Equal((1, 3), results.Span);
        Assert.Equal([(0, 1), (1, 2), (2, 3), (1, 3)], results.Pairs);
    }

    /// <summary>The published rates of the province: (12.20 − 3.36) / 3 = 2.95 points a year.</summary>
    [Fact]
    public void The_average_yearly_fall_is_first_minus_last_over_the_years()
    {
        var results = new TestRun().Counts(2022, "year,area_code,households,poor\n2022,,10000,1220\n").Counts(2023, "year,area_code,households,poor\n2023,,10000,700\n")
            .Counts(2025, "year,area_code,households,poor\n2025,,10000,336\n").Results();
        var change = results.Change(0, 2, TestRun.Area(results, AreaLevel.Province), Group.All, "poor_rate");
        Assert.Equal(-2.95m, Math.Round(change.Annualised!.Value, 2, MidpointRounding.AwayFromZero));
        Assert.Equal(-8.84m, change.Value);
    }

    [Theory]
    [InlineData(2, 1.0)] // 3 − 2 × 1
    [InlineData(1, 2.0)]
    [InlineData(4, 0.0)] // not below nobody
    public void The_linear_pace_goes_on_from_the_last_round(int years, double expected)
    {
        var results = Counts((2022, 500), (2024, 300)).Results();
        Assert.Equal((decimal)expected, results.Change(0, 1, TestRun.Area(results, AreaLevel.Province), Group.All, "poor_rate").AtThisPace(years));
    }

    [Fact]
    public void A_rate_that_rises_does_not_pass_all_households()
    {
        var results = Counts((2022, 5000), (2023, 9000)).Results();
        Assert.Equal(100m, results.Change(0, 1, TestRun.Area(results, AreaLevel.Province), Group.All, "poor_rate").AtThisPace(1));
        Assert.Equal(13000m, results.Change(0, 1, TestRun.Area(results, AreaLevel.Province), Group.All, "poor").AtThisPace(1));
    }

    [Fact]
    public void A_target_of_a_year_to_come_is_not_judged_and_says_where_the_pace_would_lead()
    {
        var result = Assert.Single(Counts((2022, 900), (2023, 600), (2024, 300)).Judge("id,scope,measure,kind,is,value,year\na,province,poor_rate,level,<=,1.00,2025\n"));
        Assert.Equal(Verdict.NotMeasurable, result.Verdict);
        Assert.Equal("không có kỳ số liệu của năm 2025; ước tính nếu giữ nhịp độ 2022 → 2024 (−3,00 mỗi năm): 0,00, không phải kết quả", result.Because.Vi);
        Assert.Equal("there is no round of 2025; at the pace 2022 → 2024 (−3.00 a year) it would be 0.00: a reckoning, no result", result.Because.En);
    }

    private const string Monthly = """
        { "areas": "data", "targets": "targets.csv", "rounds": [
            { "year": 2022, "counts": "counts.csv" }, { "id": "2023-06", "year": 2023, "date": "2023-06-15", "counts": "counts.csv" },
            { "year": 2023, "counts": "counts.csv" }, { "id": "2024-03", "year": 2024, "date": "2024-03-15", "counts": "counts.csv" } ] }
        """;

    /// <summary>A year's result is held against the year before; the rounds of one year are told apart by their id.</summary>
    [Fact]
    public async Task A_monthly_round_is_a_round_of_its_own_and_no_base_of_a_year()
    {
        _folder.Write("poverty.json", Monthly);
        _folder.Write("counts.csv", "round,area_code,households,poor\n2022,,1000,90\n2023-06,,1000,80\n2023,,1000,60\n2024-03,,1000,50\n");
        _folder.Write("targets.csv", "id,scope,measure,kind,is,value,year\nfall,province,poor_rate,change_points,<=,-3,2023\n");
        var outcome = await Binary.RunAsync(["run", "--out", "out", "--timestamp", "none", "--fail-on", "never"], _folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var lines = await File.ReadAllLinesAsync(_folder["out/changes.csv"]);
        Assert.Equal(["2022→2023-06 -1", "2023-06→2023 -2", "2022→2023 -3", "2023→2024-03 -1", "2022→2024-03 -4"],
            lines.Select(line => line.Split(',')).Where(cells => cells[8] == "poor_rate").Select(cells => $"{cells[0]}→{cells[1]} {cells[13]}"));
        var target = (await File.ReadAllLinesAsync(_folder["out/targets.csv"]))[1].Split(',');
        Assert.Equal(("-3", "9", "met"), (target[9], target[10], target[14]));
    }

    [Fact]
    public void The_sheet_shows_the_rates_the_trend_and_the_pace()
    {
        using var book = Books.Open(Books.Of(Counts((2021, 700), (2022, 900), (2023, 600), (2024, 350)).Execute()));
        var sheet = book.Worksheet("Chuỗi số liệu");
        var row = sheet.RowOf(1, "Tỷ lệ hộ nghèo");
        Assert.Equal([7d, 9, 6, 3.5], Enumerable.Range(3, 4).Select(column => sheet.Cell(row, column).GetDouble()));
        Assert.Equal([-5.5, -2.75], Enumerable.Range(8, 2).Select(column => sheet.Cell(row, column).GetDouble()));
        // 3.5 − 2.75 in 2025; the line leaves out 2021, which another standard judges.
        Assert.Equal(0.75, sheet.Cell(row, 11).GetDouble());
        Assert.Equal("D,F", string.Join(',', sheet.Cell(row, 7).Sparkline.SourceData.RangeAddress.ToString()!.Split(':').Select(cell => cell[..1])));
    }

    [Fact]
    public void The_sheet_lists_the_units_of_the_map_on_which_the_rounds_are_compared()
    {
        static string Table(string commune, string poverty) => $"household_id,commune_code,household_size,recognised_class\nA,{commune},4,{poverty}\nB,{commune},4,non_poor\n";
        var run = new TestRun().Round(2023, Table("06607", "poor")).Round(2024, Table("06607", "poor")).Round(2025, Table("06607", "non_poor"));
        run.Settings = run.Settings with
        {
            Areas = AreaLists.BuiltIn,
            Changes = AreaLists.BuiltInChanges,
            Geography = Geography.LastDistricts(AreaLists.BuiltIn),
            Official = LangSon.Poverty.Households.OfficialClass.Recognised,
        };
        using var book = Books.Open(Books.Of(run.Execute()));
        var sheet = book.Worksheet("Chuỗi số liệu");
        var row = sheet.RowOf(2, "Huyện Lộc Bình");
        Assert.Equal([50d, 50, 0], Enumerable.Range(3, 3).Select(column => sheet.Cell(row, column).GetDouble()));
    }

    /// <summary>Khánh Long took in a whole neighbour on 1 December 2024 under its old code and name: compared as reported, and said so.</summary>
    [Theory]
    [InlineData(false, "địa bàn thay đổi ngày 2024-12-01 (06007 Xã Vĩnh Tiến)")]
    [InlineData(true, "")]
    public void A_change_as_reported_says_where_the_territory_is_another_one(bool onOneMap, string note)
    {
        var run = new TestRun().Counts(2023, "year,area_code,households,poor\n2023,05998,700,90\n2023,06007,400,40\n").Counts(2024, "year,area_code,households,poor\n2024,05998,1100,70\n");
        run.Settings = run.Settings with { Areas = AreaLists.BuiltIn, Changes = AreaLists.BuiltInChanges, Province = "20", Geography = onOneMap ? Geography.At(new(2024, 12, 14)) : null };
        using var stream = new MemoryStream();
        ChangesCsv.Write(stream, run.Results(), Language.Vietnamese);
        var row = Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Single(line => line.Contains(",commune,05998,", StringComparison.Ordinal) && line.Contains(",all,households,", StringComparison.Ordinal)).Split(',');
        Assert.Equal((onOneMap ? "1100" : "700", "1100", "yes", note), (row[11], row[12], row[25], row[26].TrimEnd('\r')));
    }

    [Fact]
    public void The_brief_tells_the_average_yearly_fall()
    {
        var content = Books.Of(Counts((2022, 900), (2023, 600), (2024, 350)).Execute());
        Assert.Contains("Từ 2022 đến 2024, bình quân mỗi năm tỷ lệ hộ nghèo giảm 2,75 điểm phần trăm (9,00% → 3,50%).", BriefText.Paragraphs(content).Select(text => text.Vi));
        Assert.Contains("From 2022 to 2024 the poor-household rate went down 2.75 percentage points a year on average (9.00% → 3.50%).", BriefText.Paragraphs(content).Select(text => text.En));
        Assert.DoesNotContain(BriefText.Paragraphs(Books.Of(Counts((2022, 900), (2023, 600)).Execute())), text => text.Vi.Contains("bình quân", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_rounds_need_no_series()
    {
        using var book = Books.Open(Books.Of(Counts((2022, 900), (2023, 600)).Execute()));
        Assert.DoesNotContain("Chuỗi số liệu", book.Worksheets.Select(sheet => sheet.Name));
    }
}
