using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Households;

public sealed class HeaderTests
{
    [Fact]
    public void Vietnamese_and_English_headers_are_known_whatever_their_case_blanks_and_form()
    {
        var run = new Form("household_id=MÃ  HỘ", "commune_code=Mã xã/phường", "household_size=Số nhân khẩu", "income_per_capita=Thu nhập bình quân\nđầu người",
            "ethnicity= Dân tộc ", "water=safe water", "toilet=Nhà tiêu hợp vệ sinh".Normalize(System.Text.NormalizationForm.FormD)).Row("ethnicity=Tày").Run();
        Assert.Equal("", run.Codes);
        Assert.Equal(1, run.Figure("households", group: "ethnicity=Tày"));
    }

    [Fact]
    public void A_header_of_two_levels_with_merged_cells_is_found_below_titles()
    {
        // As forms print it: "Thiếu hụt" is merged over the indicators, the other headers over both rows.
        var lower = Form.Indicators.Select(name => name.Replace('_', ' '));
        string[] lines =
        [
            "UBND XÃ ĐẠI ĐỒNG", "", "DANH SÁCH HỘ RÀ SOÁT",
            "STT,Mã hộ,Mã xã,Nhân khẩu,Thu nhập bình quân,Thiếu hụt,,,,,,,,,,,",
            ",,,,," + string.Join(',', lower),
            "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17",
            "1,H1,06040,4,1000000,1,1,1,0,0,0,0,0,0,0,0,0",
        ];
        var run = Form.Run("\"headerRows\": 2", "", ("households.csv", string.Join('\n', lines)));
        Assert.Equal("", run.Codes);
        Assert.Equal((2, 1, 0, 1), run.Rows());
        Assert.Equal(PovertyClass.Poor, run.Households()["H1"].Class);
    }

    [Fact]
    public void Two_levels_tell_columns_of_one_name_apart()
    {
        var table = new Form().Row(Form.Lacking(3)).Table.Select(row => row.Append(row[^1] == "information_means" ? "water" : "9").ToArray()).ToList();
        table.Insert(0, [.. Enumerable.Repeat("", 4), "Năm nay", .. Enumerable.Repeat("", 11), "Năm trước"]);
        var text = string.Concat(table.Select(row => string.Join(',', row) + "\n"));
        Assert.Contains("PV1030", Form.Run("\"headerRows\": 2", "", ("h.csv", text)).Codes, StringComparison.Ordinal);
        var run = Form.Run("\"headerRows\": 2, \"columns\": { \"water\": \"Năm nay water\" }", "", ("h.csv", text));
        Assert.Equal("PV1033", run.Codes);
        Assert.Equal("Năm trước water", run.Findings[0].Column);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(20, "")]
    [InlineData(21, "PV1034")]
    public void A_header_stands_within_the_first_rows(int titles, string codes) =>
        Assert.Equal(codes, Titled(titles, "").Codes);

    [Theory]
    [InlineData(25, 25, "")]
    [InlineData(25, 24, "PV1034")]
    [InlineData(3, 3, "")]
    public void SkipRows_says_where_it_stands(int titles, int skip, string codes) =>
        Assert.Equal(codes, Titled(titles, $"\"skipRows\": {skip}").Codes);

    [Fact]
    public void Title_rows_do_not_make_rows_too_short_or_too_long()
    {
        var table = new Form().Row().Row().Text();
        var run = Form.Run("", "", ("h.csv", $"a title,,,,,,,,,,,,,,,,,,,,,,,\nshort\n{table}{new Form().Row("household_id=H3").Text().Split('\n')[1]},\n"));
        Assert.Equal("", run.Codes);
        Assert.Equal((3, 3, 0, 0), run.Rows());
    }

    [Fact]
    public void A_column_without_name_or_values_only_divides_the_form()
    {
        var narrow = new Form("divider=").Row().Table.Select(row => string.Join(',', row[..3].Append("").Concat(row[3..])));
        Assert.Equal("", Form.Run("", "", ("h.csv", string.Join('\n', narrow))).Codes);
    }

    [Theory]
    [InlineData("Ghi chú", "")]
    [InlineData("STT", "")]
    [InlineData("màu mái", "PV1033")]
    public void A_column_that_no_rule_needs_is_told_unless_every_form_has_it(string header, string codes) =>
        Assert.Equal(codes, new Form($"other={header}").Row("other=x").Run().Codes);

    [Fact]
    public void All_missing_columns_are_named_at_once_with_the_nearest_header()
    {
        var run = new Form("household_size=", "water=waters").Row().Run();
        Assert.Equal(["household_size –", "water waters"], run.Findings.Select(finding => $"{finding.Column} {finding.Details.Single(detail => detail.Name == "near").Value.En}"));
        Assert.Equal(ExitCode.Input, run.Exit);
    }

    [Theory]
    [InlineData("\n\n\n", "PV1010")]
    [InlineData(" , ,\n,,\n", "PV1010")]
    public void A_file_of_blank_rows_holds_no_rows(string text, string codes) => Assert.Equal(codes, Form.Run("", "", ("h.csv", text)).Codes);

    [Theory]
    [InlineData("")]
    [InlineData("\n,,,\n")]
    public void A_header_without_households_is_told_and_nothing_can_be_computed(string rest)
    {
        var run = Form.Run("", "", ("h.csv", new Form().Text() + rest));
        Assert.Equal("PV1011", run.Codes);
        Assert.Equal(ExitCode.NotComputable, run.Exit);
    }

    private static Tests.Running.MemoryRun Titled(int titles, string round) =>
        Form.Run(round, "", ("h.csv", string.Concat(Enumerable.Range(0, titles).Select(i => $"title {i}\n")) + new Form().Row()));
}
