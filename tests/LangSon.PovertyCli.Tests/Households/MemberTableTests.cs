using System.Net;
using System.Text;
using LangSon.PovertyCli.Tests.Reading;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>Households judged by their members, through whole runs of 2023 under vn-2022.</summary>
public sealed class MemberTableTests
{
    private const string Members = "\"members\": [\"m*\"]";

    /// <summary>Files and households that stand twice here are to do so.</summary>
    private const string RepeatedOnPurpose = "\"findings\": { \"PV8001\": \"off\", \"PV1052\": \"off\", \"PV4005\": \"off\" }";

    /// <summary>The bit of health insurance among the indicators.</summary>
    private const uint Insurance = 1u << 3;

    [Fact]
    public void Households_and_members_may_be_two_sheets_of_a_workbook()
    {
        var book = new Xlsx().Sheet("Hộ", Rows(Open().Row("household_id=H1", "household_size=2", "health_insurance=").Table))
            .Sheet("Thành viên", Rows([["Mã hộ", "Tuổi", "BHYT"], ["H1", "40", "có"], ["H1", "5", "không"]])).Bytes();
        var run = Form.Rounds("", """
            { "year": 2023, "households": [{ "files": ["book.xlsx"], "sheet": "Hộ" }], "members": [{ "files": ["book.xlsx"], "sheet": "Thành viên" }] }
            """, [("book.xlsx", book)]);
        Assert.Equal("", run.Codes);
        Assert.Equal((3, 3, 0, 0), run.Rows());
        Assert.Equal((0u, 0u), Insured(run, "H1"));
    }

    [Theory]
    [InlineData("06040", "06040", true)]
    [InlineData("06040", "6040", true)]
    [InlineData("06040", "05971", false)]
    public void A_composed_id_joins_members_and_households_of_the_same_commune(string household, string member, bool isSame)
    {
        var run = Form.Run($"{Members}, \"id_from\": [\"commune_code\", \"household_id\"]", "",
            ("h.csv", Open().Row("household_id=1", $"commune_code={household}", "household_size=1", "health_insurance=").Text()),
            ("m.csv", $"Mã xã,household_id,age,insured\n{member},1,40,0\n"));
        Assert.Equal(isSame ? "" : "PV5017 PV5016", run.Codes);
        Assert.Equal(isSame ? (Insurance, 0u) : (0u, Insurance), Insured(run, "h.csv:2"));
    }

    [Fact]
    public void Two_households_of_one_number_in_two_communes_have_their_own_members()
    {
        var run = Form.Run($"{Members}, \"id_from\": [\"commune_code\", \"household_id\"]", "",
            ("h.csv", Open().Row("household_id=1", "commune_code=06040", "household_size=1", "health_insurance=").Row("household_id=1", "commune_code=05971", "household_size=1", "health_insurance=").Text()),
            ("m.csv", "commune_code,household_id,age,insured\n05971,1,40,0\n06040,1,40,1\n"));
        Assert.Equal("", run.Codes);
        Assert.Equal(((0u, 0u), (Insurance, 0u)), (Insured(run, "h.csv:2"), Insured(run, "h.csv:3")));
    }

    [Fact]
    public void A_member_file_without_a_part_of_the_id_is_refused()
    {
        var run = Form.Run($"{Members}, \"id_from\": [\"commune_code\", \"household_id\"]", "", ("h.csv", Open().Row().Text()), ("m.csv", "household_id,age,insured\nH1,40,0\n"));
        Assert.Equal(("PV1032", "commune_code", ExitCode.Input), (run.Codes, run.Findings[0].Column, run.Exit));
        Assert.Null(run.Report!.Outcome.Results);
    }

    [Fact]
    public void A_refused_member_file_stops_the_run_as_a_refused_household_file_does()
    {
        var run = Run("Chủ hộ,age,insured\nH1,40,0\n");
        Assert.Equal(("PV1032", "m.csv", "household_id", ExitCode.Input), (run.Codes, run.Findings[0].Place.File, run.Findings[0].Column, run.Exit));
        Assert.Null(run.Report!.Outcome.Results);
    }

    [Fact]
    public void Where_a_member_file_is_refused_the_households_are_not_blamed_for_what_it_would_have_told()
    {
        var run = Form.Run(Members, "", ("h.csv", Open("health_insurance=").Row("household_id=H1", "household_size=").Row("household_id=H2").Text()),
            ("m1.csv", "household_id,age,insured\nH2,40,0\n"), ("m2.csv", "age,insured\n40,0\n"));
        Assert.Equal(("PV1032", "m2.csv"), (run.Codes, run.Findings[0].Place.File));
    }

    [Theory]
    [InlineData("0", Insurance, 0u)]
    [InlineData("1", 0u, Insurance)]
    public void A_rejected_row_is_a_member_of_whom_nothing_is_known(string other, uint lacking, uint unknown)
    {
        var run = Run($"household_id,birth_date,insured\nH1,1980-01-01,{other}\nH1,2030-01-01,1\n", "household_size=2");
        Assert.Equal("PV2006", run.Codes);
        Assert.Equal((3, 2, 1, 0), run.Rows());
        Assert.Equal((lacking, unknown), Insured(run, "H1"));
    }

    [Fact]
    public void A_row_that_names_no_household_is_lacking_where_it_belongs()
    {
        var run = Run("household_id,age,insured\nH1,40,1\n,38,1\n", "household_size=2");
        Assert.Equal("PV5001 PV2001", run.Codes);
        Assert.Equal((0u, Insurance), Insured(run, "H1"));
    }

    [Theory]
    [InlineData("household_size", "", 3)]
    [InlineData("household_size=", null, 3)]
    [InlineData("household_size", "3", 3)]
    public void The_size_that_is_not_given_is_the_number_of_members(string column, string? size, int expected)
    {
        var form = Open(column).Row(["household_id=H1", "health_insurance=", .. size is null ? Array.Empty<string>() : [$"household_size={size}"]]);
        var run = Form.Run(Members, "", ("h.csv", form.Text()), ("m.csv", "household_id,age,insured\nH1,40,1\nH1,38,1\nH1,9,1\n"));
        Assert.Equal("", run.Codes);
        Assert.Equal(expected, run.Figure("persons"));
        Assert.Equal((0u, 0u), Insured(run, "H1"));
    }

    [Theory]
    [InlineData("household_size=")]
    [InlineData("household_size")]
    public void More_members_than_a_household_can_have_are_no_size(string column)
    {
        var form = Open(column).Row(["household_id=H1", .. column.EndsWith('=') ? Array.Empty<string>() : ["household_size="]]);
        var run = Form.Run(Members, "", ("h.csv", form.Text()), ("m.csv", "household_id,age\n" + string.Concat(Enumerable.Repeat("H1,40\n", 31))));
        Assert.Equal(("PV2003", "31"), (run.Codes, run.Findings[0].Value));
        Assert.Equal((32, 31, 1, 0), run.Rows());
    }

    [Fact]
    public void A_size_that_neither_row_nor_members_tell_is_missing()
    {
        var run = Form.Run(Members, "", ("h.csv", Open().Row("household_id=H1", "household_size=").Row("household_id=H2", "household_size=1").Text()), ("m.csv", "household_id,age\nH2,40\n"));
        Assert.Equal(("PV2001", "household_size"), (run.Codes, run.Findings[0].Column));
    }

    [Fact]
    public void Members_without_a_household_and_a_household_without_members_are_told_once_each_in_their_places()
    {
        var run = Form.Run(Members, "", ("h.csv", Open().Row("household_id=H1", "household_size=1").Row("household_id=H2", "household_size=2").Text()),
            ("m1.csv", "household_id,age\nX2,40\nH1,40\nX1,50\nX2,41\n"), ("m2.csv", "household_id,age\nX1,51\nX3,20\n"));
        Assert.Equal(["PV5017 h.csv 3 H2", "PV5016 m1.csv 2 X2", "PV5016 m1.csv 4 X1", "PV5016 m2.csv 3 X3"],
            run.Findings.Select(finding => $"{finding.Code} {finding.Place.File} {finding.Place.Line} {finding.HouseholdId}"));
        Assert.Equal((8, 8, 0, 0), run.Rows());
    }

    [Theory]
    [InlineData("household_size=40", "PV2003")]
    [InlineData("left_because=chuyển đi", "")]
    public void Members_of_a_household_that_does_not_count_are_no_strays(string value, string codes) =>
        Assert.Equal(codes, Form.Run(Members, "", ("h.csv", Open("left_because").Row("household_id=H1", value).Text()), ("m.csv", "household_id,age\nH1,40\n")).Codes);

    [Fact]
    public void A_household_entered_twice_has_its_members_once()
    {
        var run = Form.Run(Members, RepeatedOnPurpose, ("h1.csv", Twin().Text()), ("h2.csv", Twin().Text()), ("m.csv", "household_id,age,insured\nH1,40,0\nH1,38,1\n"));
        Assert.Equal("", string.Join(' ', run.Findings.Select(finding => finding.Code).Where(code => code != "PV4001")));
        Assert.Equal((1, 2), (run.Figure("households"), run.Figure("persons")));
        Assert.Equal((Insurance, 0u), Insured(run, "H1"));
    }

    [Fact]
    public void Differing_rows_of_one_household_are_all_rejected_and_its_members_are_no_strays()
    {
        var run = Form.Run(Members, RepeatedOnPurpose, ("h1.csv", Twin().Text()), ("h2.csv", Twin("income_per_capita=9000000").Text()), ("m.csv", "household_id,age,insured\nH1,40,0\nH1,38,1\n"));
        Assert.Equal("PV4001 PV4001", run.Codes);
        Assert.Equal((4, 2, 2, 0), run.Rows());
    }

    [Fact]
    public void Each_round_has_its_own_members()
    {
        var run = Form.Rounds(RepeatedOnPurpose, """
            { "year": 2022, "households": ["h.csv"], "members": ["m2022.csv"] }, { "year": 2023, "households": ["i.csv"], "members": ["m2023.csv"] }
            """, [("h.csv", Bytes(Twin().Text())), ("i.csv", Bytes(Twin().Text())),
            ("m2022.csv", Bytes("household_id,age,insured\nH1,40,0\nH1,38,1\n")), ("m2023.csv", Bytes("household_id,age,insured\nH1,41,1\nH1,39,1\n"))]);
        Assert.Equal("", run.Codes);
        Assert.Equal((Insurance, 0u), Insured(run, "H1"));
        Assert.Equal((0u, 0u), Insured(run, "H1", round: 1));
    }

    [Fact]
    public void A_question_that_a_member_file_lacks_is_unknown_for_its_members_and_a_flag_may_answer_it()
    {
        var form = Open().Row("household_id=H1", "household_size=1", "health_insurance=").Row("household_id=H2", "household_size=1", "health_insurance=").Row("household_id=H3", "household_size=1", "health_insurance=1");
        var run = Form.Run(Members, "", ("h.csv", form.Text()), ("m1.csv", "household_id,age,insured\nH1,40,0\n"), ("m2.csv", "household_id,age\nH2,40\nH3,40\n"));
        Assert.Equal("", run.Codes);
        Assert.Equal([(Insurance, 0u), (0u, Insurance), (Insurance, 0u)], new[] { "H1", "H2", "H3" }.Select(id => Insured(run, id)));
    }

    [Fact]
    public void A_question_that_a_member_file_lacks_and_no_flag_answers_refuses_the_households()
    {
        var run = Form.Run(Members, "", ("h.csv", Open("health_insurance=").Row("household_id=H1", "household_size=1").Text()), ("m1.csv", "household_id,age,insured\nH1,40,0\n"), ("m2.csv", "household_id,age\nH1,40\n"));
        Assert.Equal(("PV1032", "members.insured", ExitCode.Input), (run.Codes, run.Findings[0].Column, run.Exit));
    }

    [Fact]
    public void The_answers_of_members_count_and_a_flag_that_says_otherwise_is_told()
    {
        var run = Run("household_id,age,insured\nH1,40,0\n", "household_size=1", "health_insurance=0");
        Assert.Equal("PV5007", run.Codes);
        Assert.Equal((Insurance, 0u), Insured(run, "H1"));
    }

    [Fact]
    public async Task The_program_ends_with_4_and_writes_nothing_when_a_member_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("h.csv", Open().Row().Text());
        folder.Write("m.csv", "age,insured\n40,0\n");
        folder.Write("poverty.json", """{ "rounds": [{ "year": 2023, "households": ["h.csv"], "members": ["m.csv"] }] }""");
        var outcome = await Binary.RunAsync("run", folder.Path, "--out", folder["out"]);
        Assert.Equal((4, false), (outcome.ExitCode, Directory.Exists(folder["out"])));
        Assert.Contains("m.csv", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>A table whose flags, where a test asks for them, are left blank.</summary>
    private static Form Open(params string[] columns) => new(columns);

    private static Form Twin(string value = "village=") => Open("village").Row("household_id=H1", "household_size=2", "health_insurance=", value);

    private static MemoryRun Run(string members, params string[] household) =>
        Form.Run(Members, "", ("h.csv", Open().Row(["household_id=H1", .. household.Any(value => value.StartsWith("health", StringComparison.Ordinal)) ? household : [.. household, "health_insurance="]]).Text()), ("m.csv", members));

    private static (uint Lacking, uint Unknown) Insured(MemoryRun run, string id, int round = 0)
    {
        var found = run.Households(round)[id].Household.Deprivations;
        return (found.Lacking & Insurance, found.Unknown & Insurance);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Rows(IEnumerable<string[]> table) => string.Concat(table.Select(row =>
        "<row>" + string.Concat(row.Select(text => $"<c t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>")) + "</row>"));
}
