using System.Globalization;
using System.Text;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Tests.Reading;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

public sealed class FileFormTests
{
    private static readonly Form Fixture = new Form("village", "ethnicity", "head_sex", "previous_status")
        .Row("income_per_capita=1000000", "water=1", "toilet=1", "telecom=x", "ethnicity=Tày", "head_sex=nữ", "village=Nà Lẹng")
        .Row("income_per_capita=1500000", "water=có", "ethnicity=Kinh", "previous_status=poor", "village=a, \"b\"; c")
        .Row("commune_code=05971", "income_per_capita=2500000.5", "household_size=1", "ethnicity=Nùng", "head_sex=nam")
        .Row("commune_code=05971", "household_size=31")
        .Row("income_per_capita=", "nutrition=", "village=Bản Đâu");

    public static TheoryData<string, byte[]> Forms() => new()
    {
        { "h.csv", Utf8(Fixture.Text(';')) },
        { "h.tsv", Utf8(Fixture.Text('\t')) },
        { "h.csv", Utf8("\uFEFF" + Fixture.Text()) },
        { "h.csv", Utf8("sep=;\n" + Fixture.Text(';')) },
        { "h.csv", Utf8(Fixture.Text().Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "h.csv", Utf8(Fixture.Text().Normalize(NormalizationForm.FormD)) },
        { "h.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Fixture.Text('\t'))] },
        { "h.csv", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Fixture.Text())] },
        { "h.csv.gz", Files.Gzip(Utf8(Fixture.Text())) },
        { "h.xlsx", Books.Of(Fixture) },
        { "h.xlsx", Books.Typed(Fixture) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_table_gives_the_same_figures_in_every_form(string name, byte[] content)
    {
        var plain = Form.Run("", "", [("h.csv", Utf8(Fixture.Text()))]);
        var run = Form.Run("", "", [(name, content)]);
        Assert.Equal((5, 4, 1, 0), run.Rows());
        Assert.Equal(Results(plain), Results(run));
        Assert.Equal(Doubts(plain), Doubts(run));
    }

    [Theory]
    [InlineData("h 05971 lần 2.csv", "05971")]
    [InlineData("h05971.csv", "05971")]
    [InlineData("Hoàng Văn Thụ.csv", "")]
    public void A_files_name_may_state_the_communes_code(string name, string commune)
    {
        var run = Form.Rounds("", $$"""{ "year": 2023, "households": ["*.csv"], "commune": "from-file-name" }""", [(name, Utf8(new Form("commune_code=").Row().Text()))]);
        Assert.Equal(commune.Length > 0 ? "" : "PV3001", run.Codes);
        if (commune.Length > 0) Assert.Equal((commune, Settlement.Urban), (run.Households()["H1"].CommuneCode, run.Households()["H1"].Household.Settlement));
    }

    [Theory]
    [InlineData("TT. Thất Khê.csv", "05995")]
    [InlineData("Thị_trấn_Thất_Khê.csv", "05995")]
    public void A_files_name_may_state_the_communes_name(string name, string commune)
    {
        var run = Form.Rounds("", $$"""{ "year": 2023, "households": ["*.csv"], "commune": "from-file-name" }""", [(name, Utf8(new Form("commune_code=").Row().Text()))]);
        Assert.Equal("", run.Codes);
        Assert.Equal(commune, run.Households()["H1"].CommuneCode);
    }

    [Fact]
    public void Lone_carriage_returns_end_lines_and_keep_their_numbers()
    {
        var run = Form.Run("", "", ("h.csv", new Form().Row("household_size=x").Row().Row("household_size=y").Text().Replace('\n', '\r')));
        Assert.Equal((3, 1, 2, 0), run.Rows());
        Assert.Equal([2L, 4L], run.Findings.Where(finding => finding.Code == "PV2002").Select(finding => finding.Place.Line));
    }

    private static string Results(MemoryRun run)
    {
        using var csv = new MemoryStream();
        ResultsCsv.Write(csv, run.Report!.Outcome.Results!, Poverty.Text.Language.English);
        return Encoding.UTF8.GetString(csv.ToArray());
    }

    /// <summary>Findings about values; those about the form of the file itself differ, of course.</summary>
    private static string[] Doubts(MemoryRun run) =>
    [
        .. run.Findings.Where(finding => finding.Code is not ("PV1008" or "PV3002"))
            .Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Code} {finding.Column} {finding.Value} {finding.HouseholdId} {finding.CommuneCode}")),
    ];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
