using System.Text;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Tests.Reading;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

public sealed class HouseholdIdTests
{
    private const string ByHead = "\"id_from\": [\"commune_code\", \"head_name\", \"head_birth_year\"]";

    [Fact]
    public void A_composed_id_is_never_printed_and_the_place_of_the_row_is()
    {
        var run = Named("NGUYỄN VĂN A", "1970", "household_size=40").Row("head_name=Lý B", "head_birth_year=1980").Run(ByHead);
        Assert.Equal("households.csv:2", run.Only("PV2003").HouseholdId);
        Assert.Equal(["households.csv:3"], run.Households().Keys);
        Assert.DoesNotContain(run.Findings, finding => $"{finding} {string.Join(' ', finding.Details)}".Contains("NGUYỄN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Nguyễn Văn A", "06040", "")]
    [InlineData("NGUYỄN  VĂN A", "06040", "")]
    [InlineData("Nguyễn Văn A", "6040", "")]
    [InlineData("Nguyễn Văn B", "06040", "other")]
    [InlineData("Nguyễn Văn A", "05971", "other")]
    public void The_same_household_is_known_the_next_year_however_its_names_and_codes_are_typed(string name, string commune, string other)
    {
        var run = Rounds(ByHead, Named("Nguyễn Văn A", "1970", "income_per_capita=1000000", "water=1"), Named(name, "1970", $"commune_code={commune}"));
        Assert.Equal(other.Length == 0 ? 1 : 0, Escaped(run));
    }

    [Fact]
    public void The_same_household_is_known_when_one_file_has_codes_and_the_other_names()
    {
        var run = Rounds(ByHead, Named("Lý A", "1970", "income_per_capita=1000000", "water=1"),
            new Form("household_id=", "commune_code=", "commune_name", "district_name", "head_name", "head_birth_year")
                .Row("commune_name=Đại Đồng", "district_name=H. Tràng Định", "head_name=Lý A", "head_birth_year=1970"));
        Assert.Equal(1, Escaped(run));
    }

    [Fact]
    public void The_commune_of_a_composed_id_may_come_from_the_files_name()
    {
        var form = new Form("household_id=", "commune_code=", "head_name").Row("head_name=A");
        var run = Form.Run("\"id_from\": [\"commune_code\", \"head_name\"], \"commune\": \"from-file-name\"", "", ("h05971.csv", form.Text()), ("h06040.csv", form.Text()));
        // Two files of the same bytes are told; they are of two communes.
        Assert.Equal("PV4005", run.Codes);
        Assert.Equal(2, run.Figure("households"));
    }

    [Fact]
    public void A_part_of_a_composed_id_that_is_blank_is_missing()
    {
        var run = Named("", "1970").Run(ByHead);
        Assert.Equal(("PV2001", "head_name"), (run.Codes, run.Findings[0].Column));
    }

    [Fact]
    public void A_commune_that_is_missing_is_told_once() => Assert.Equal("PV2001", Named("A", "1970", "commune_code=").Run(ByHead).Codes);

    [Fact]
    public void A_column_that_an_id_is_composed_from_must_be_there() =>
        Assert.Equal(("PV1032", ExitCode.Input), (new Form().Row().Run("\"id_from\": [\"citizen_id\"]").Codes, new Form().Row().Run("\"id_from\": [\"citizen_id\"]").Exit));

    [Fact]
    public void A_number_of_12_digits_is_a_citizens_and_is_not_shown()
    {
        var run = new Form("citizen_id").Row("citizen_id=020081234567").Row("citizen_id=20081234568").Row("citizen_id=").Run();
        Assert.Equal(("PV2102", "H2", null as string), (run.Codes, run.Findings[0].HouseholdId, run.Findings[0].Value));
    }

    [Theory]
    [InlineData("1.2E+10", "PV2101")]
    [InlineData("2E-5", "PV2101")]
    [InlineData("HE-12", "")]
    [InlineData("20E12", "")]
    [InlineData("", "PV2001")]
    public void An_id_that_a_spreadsheet_has_rounded_is_refused(string id, string codes) => Assert.Equal(codes, new Form().Row($"household_id={id}").Row().Run().Codes);

    [Theory]
    [InlineData("household_id")]
    [InlineData("household_size")]
    [InlineData("commune_code")]
    [InlineData("income_per_capita")]
    [InlineData("water")]
    public void An_error_value_in_place_of_a_value_is_told_once(string column) => Assert.Equal("PV2004", Form.Run("", "", [("h.xlsx", Errors(column))]).Codes);

    private static byte[] Errors(string column) => Xlsx.Of(string.Concat(new Form().Row($"{column}=@").Row().Table.Select(row =>
        "<row>" + string.Concat(row.Select(text => text == "@" ? "<c t=\"e\"><v>#REF!</v></c>" : $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>")) + "</row>")));

    private static Form Named(string name, string born, params string[] more) =>
        new Form("household_id=", "head_name", "head_birth_year").Row([$"head_name={name}", $"head_birth_year={born}", .. more]);

    private static MemoryRun Rounds(string round, Form first, Form second) => Form.Rounds("",
        $$"""{ "year": 2022, "households": ["h2022.csv"], {{round}} }, { "year": 2023, "households": ["h2023.csv"], {{round}} }""",
        [("h2022.csv", Encoding.UTF8.GetBytes(first.Text())), ("h2023.csv", Encoding.UTF8.GetBytes(second.Text()))]);

    private static long Escaped(MemoryRun run)
    {
        var results = run.Report!.Outcome.Results!;
        Assert.Equal(PovertyClass.NearPoor, run.Households(0).Values.Single().Class);
        return results.Movements(0, 1).Where(entry => entry.Key is { Area.Code: "20", Group: 0 }).Sum(entry => entry.Value.NearPoor.Escaped.Households);
    }
}
