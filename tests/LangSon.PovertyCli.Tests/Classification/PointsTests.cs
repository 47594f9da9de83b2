using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Tests.Households;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Classification;

/// <summary>
/// Classes by the points of forms A, B1 and B2: the cases in Cases/points-vn-2022.csv go through the reader.
/// <c>deprivations</c> are items lacked, of so many answered where not all are; blank: the file has no items.
/// </summary>
public sealed class PointsTests
{
    private static readonly Dictionary<string, PlainTable.Row> Rows = Read();

    public static TheoryData<string> Cases => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_household_is_in_the_class_that_its_points_give(string name)
    {
        var row = Rows[name];
        var computed = Run(row, "");
        Assert.Equal((row["class"], row["codes"]), (computed.Households()["H1"].Class.Word(), computed.Codes));
        Assert.Equal(row["official_scores"], Run(row, "\"officialClass\": \"scores\"").Households()["H1"].Class.Word());
    }

    [Fact]
    public void Where_a_file_has_both_the_run_file_says_which_decides()
    {
        var row = Rows["Income decides where both are there"];
        Assert.Equal("average", Run(row, "\"classifyBy\": \"income\"").Households()["H1"].Class.Word());
        Assert.Equal("poor", Run(row, "\"classifyBy\": \"b1\"").Households()["H1"].Class.Word());
    }

    [Fact]
    public void The_run_file_may_change_the_cut_offs()
    {
        var row = Rows["Rural a point above the cut-off is not poor and never average"];
        Assert.Equal("poor", Run(row, "\"b1AtMost\": { \"rural\": 141, \"urban\": 176 }").Households()["H1"].Class.Word());
    }

    [Fact]
    public void By_points_the_average_band_is_empty_with_the_reason_and_not_zero()
    {
        var run = Run(Rows["Rural a point above the cut-off is not poor and never average"], "");
        Assert.Null(run.Figure("average"));
        Assert.Null(run.Figure("average_persons"));
        Assert.Equal(1, run.Figure("non_poor"));
        Assert.Equal(0, Run(Rows["Income and points that agree are not reported"], "").Figure("average"));
    }

    [Fact]
    public void Under_a_standard_without_points_they_do_not_stand_for_the_income() =>
        Assert.Equal("PV1032", new Form("income_per_capita=", "b1_score").Row("b1_score=100").Run(top: "\"standard\": \"vn-2016\"").Codes.Split(' ')[0]);

    [Theory]
    [InlineData("b1_score", "-1", "PV2003")]
    [InlineData("b1_score", "1001", "PV2003")]
    [InlineData("b1_score", "x", "PV2002")]
    [InlineData("b2_score", "-10", "PV2003")]
    [InlineData("b2_score", "130", "PV2003")]
    [InlineData("b2_score", "25", "PV2003")]
    [InlineData("b2_score", "ba mươi", "PV2002")]
    [InlineData("quick_review", "có lẽ", "PV2005")]
    public void Points_that_no_form_gives_reject_the_row(string column, string value, string code) =>
        Assert.Equal(code, new Form("b1_score", "b2_score", "quick_review").Row($"{column}={value}").Run().Codes);

    private static MemoryRun Run(PlainTable.Row row, string top)
    {
        var columns = new List<string> { "settlement", "b1_score", "quick_review" };
        if (row["b2_score"].Length > 0 || row["deprivations"].Length == 0) columns.Add("b2_score");
        if (row["income"].Length == 0) columns.Add("income_per_capita=");
        var hasItems = row["deprivations"].Length > 0;
        if (!hasItems) columns.AddRange(Form.Indicators.Select(indicator => $"{indicator}="));
        var form = new Form([.. columns]);
        var values = new List<string> { $"settlement={row["settlement"]}", $"b1_score={row["b1_score"]}", $"quick_review={row["quick_review"]}" };
        // Đại Đồng is rural; where a case is urban the household lives in a ward.
        values.Add(row["settlement"] == "urban" ? "commune_code=05974" : "commune_code=06040");
        if (row["b2_score"].Length > 0) values.Add($"b2_score={row["b2_score"]}");
        if (row["income"].Length > 0) values.Add($"income_per_capita={row["income"]}");
        if (hasItems) values.AddRange(Items(row["deprivations"]));
        // The cases lie at the cut-off on purpose, which is told of every household that does.
        return form.Row([.. values]).Run(top: "\"findings\": { \"PV8001\": \"off\", \"PV5011\": \"off\" }" + (top.Length > 0 ? $", {top}" : ""));
    }

    private static IEnumerable<string> Items(string text)
    {
        var parts = text.Split(" of ");
        var lacking = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        var open = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : lacking;
        return Form.Indicators.Select((indicator, i) => $"{indicator}={(i < lacking ? "1" : i < open ? "" : "0")}");
    }

    private static Dictionary<string, PlainTable.Row> Read()
    {
        using var source = HouseholdFile.Open(Path.Combine(AppContext.BaseDirectory, "Cases", "points-vn-2022.csv"), "points-vn-2022.csv", ReadingOptions.Default);
        var table = PlainTable.Read(source, ["name", "class", "official_scores"], []);
        Assert.Empty(table.Faults);
        return table.Rows.ToDictionary(row => row["name"]);
    }
}
