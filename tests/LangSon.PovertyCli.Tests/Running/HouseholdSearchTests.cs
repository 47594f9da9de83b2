using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.PovertyCli.Tests.Classification;
using LangSon.PovertyCli.Tests.Households;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>A household found again in all its rows, with the class that the run gave it.</summary>
public sealed class HouseholdSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_household_of_the_sample_is_explained_as_it_was_classified()
    {
        var run = MemoryRun.Of(Repository.Root, "samples/lang-son");
        var explained = 0;
        for (var number = 0; number < 2; number++)
        {
            var (round, classes) = (run.Report!.Inputs.Rounds[number], run.Households(number));
            ReadAgain.ForEach(round, run.Report.Outcome.Files[number], run.Report.Inputs.Settings, again =>
            {
                var row = ExplainedRow.Of(again, round, run.Report.Inputs.Settings, []);
                explained++;
                Assert.Equal((classes[row.ShownId].Class, LedgerEntry.Of(row.Official)), (row.Official, row.Standing));
                Assert.Equal(Explanation.Of(row.Household.Facts, round.Law), row.Because);
                Assert.Equal(row.Official, row.Computed.Class);
                Assert.Null(AlternativesTests.Wrong(row.Household.Facts, round.Law));
                Assert.NotEmpty(row.Alternatives);
                // What was read is what the cells say.
                Assert.Equal($"{row.Household.Size}", row.Cells["household_size"].Text);
                Assert.Equal(row.Household.Income!.Value.Amount, decimal.Parse(row.Cells["income_per_capita"].Text, System.Globalization.CultureInfo.InvariantCulture));
                Assert.Equal(row.Household.Deprivations.AtLeast, round.Law.Indicators.ToArray().Count(indicator => row.Cells[indicator.Id].Text == "1"));
            });
        }
        Assert.Equal(12_036, explained);
    }

    [Fact]
    public void A_household_is_found_in_every_round_and_file_in_which_it_stands()
    {
        var search = Search("poverty.json", """{ "areas": "data", "rounds": [{ "year": 2022, "households": ["a.csv", "b.csv"] }, { "year": 2023, "households": ["c.csv"] }] }""",
            ("a.csv", new Form().Row("household_id=H1")), ("b.csv", new Form().Row("household_id=H2")), ("c.csv", new Form().Row("household_id=H2").Row("household_id=H1")));
        Assert.Equal(["2022: a.csv:2 NonPoor", "2023: c.csv:3 NonPoor"], Told(search.Find("H1")));
        Assert.Equal(["2022: b.csv:2 NonPoor", "2023: c.csv:2 NonPoor"], Told(search.Find("H2")));
        Assert.Empty(search.Find("H3"));
    }

    [Fact]
    public void All_copies_are_shown_with_what_became_of_each()
    {
        var search = Search(new Form().Row("household_id=A").Row("household_id=B").Row("household_id=A").Row("household_id=B", "household_size=5"));
        Assert.Equal(["2023: h.csv:2 NonPoor", "2023: h.csv:4 Rejected PV4001"], Told(search.Find("A")));
        Assert.Equal(["2023: h.csv:3 Rejected PV4001", "2023: h.csv:5 Rejected PV4001"], Told(search.Find("B")));
    }

    [Fact]
    public void A_rejected_row_names_its_codes_and_a_household_that_left_its_reason()
    {
        var search = Search(new Form("left_because").Row("household_size=0").Row("left_because=chuyển đi"));
        var rejected = Assert.Single(search.Find("H1")[0].Rows);
        Assert.Equal((Standing.Rejected, false, "PV2003"), (rejected.Standing, rejected.Counts, Assert.Single(rejected.Codes)));
        Assert.Equal("PV2003", Assert.Single(rejected.Findings).Code);
        var left = Assert.Single(search.Find("H2")[0].Rows);
        Assert.Equal((Standing.Left, false, Because.Moved), (left.Standing, left.Counts, left.Household.Left));
    }

    [Fact]
    public void A_row_whose_id_cannot_be_a_key_is_found_as_it_is_shown()
    {
        var search = Search(new Form().Row("household_id=2E+09").Row("household_id=2E+09"));
        Assert.Equal(["2023: h.csv:2 Rejected PV2101", "2023: h.csv:3 Rejected PV2101"], Told(search.Find("2E+09")));
    }

    [Fact]
    public void A_composed_id_is_typed_as_it_is_shown_and_followed_to_other_rounds()
    {
        var search = Search("poverty.json", """{ "areas": "data", "rounds": [{ "year": 2022, "households": ["a.csv"], "id_from": ["commune_code", "citizen_id"] }, { "year": 2023, "households": ["c.csv"], "id_from": ["commune_code", "citizen_id"] }] }""",
            ("a.csv", new Form("citizen_id").Row("citizen_id=020000000001").Row("citizen_id=020000000002")), ("c.csv", new Form("citizen_id").Row("citizen_id=020000000002")));
        Assert.Equal(["2022: a.csv:3 NonPoor", "2023: c.csv:2 NonPoor"], Told(search.Find("a.csv:3")));
        Assert.Equal(["2022: a.csv:3 NonPoor", "2023: c.csv:2 NonPoor"], Told(search.Find("c.csv:2")));
        Assert.Equal(["2022: a.csv:2 NonPoor", "2023: "], Told(search.Find("a.csv:2")));
        Assert.DoesNotContain(search.Find("a.csv:3")[0].Rows[0].Cells.Values, cell => cell.Text.StartsWith("02000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("20-05971-0000072", "20-05971-000072")]
    [InlineData("20-05971-00072", "20-05971-000072")]
    [InlineData("20-05917-000072", "20-05971-000072")]
    [InlineData("20-5971-000072", "20-05971-000072")]
    [InlineData("khác hẳn", null)]
    public void A_mistyped_id_is_told_its_nearest(string typed, string? nearest) =>
        Assert.Equal(nearest, Search(new Form().Row("household_id=20-05971-000072").Row("household_id=20-06040-000072")).Nearest(typed));

    [Theory]
    [InlineData("settlement=urban", Settlement.Urban, SettlementOrigin.Column)]
    [InlineData("settlement=", Settlement.Rural, SettlementOrigin.Unit)]
    [InlineData("settlement=??", Settlement.Rural, SettlementOrigin.Unit)]
    public void What_told_the_settlement_is_told(string value, Settlement settlement, SettlementOrigin origin)
    {
        var row = Search(new Form("settlement").Row(value)).Find("H1")[0].Rows[0];
        Assert.Equal((settlement, origin), (row.Household.Settlement, row.SettlementFrom));
    }

    [Theory]
    [InlineData("Thị trấn Bình", Settlement.Urban, SettlementOrigin.KindWord)]
    [InlineData("Bình", Settlement.Unknown, SettlementOrigin.None)]
    public void A_kind_word_tells_it_where_areas_come_from_the_data(string name, Settlement settlement, SettlementOrigin origin)
    {
        var search = Search("poverty.json", """{ "areas": "data", "rounds": [{ "year": 2023, "households": ["h.csv"] }] }""", ("h.csv", new Form("commune_name").Row($"commune_name={name}")));
        var row = search.Find("H1")[0].Rows[0];
        Assert.Equal((settlement, origin), (row.Household.Settlement, row.SettlementFrom));
    }

    [Theory]
    [InlineData("Tày", "Kinh", Answer.Yes, MinorityOrigin.Head)]
    [InlineData("Kinh", "Tày", Answer.Yes, MinorityOrigin.Spouse)]
    [InlineData("", "Tày", Answer.Yes, MinorityOrigin.Spouse)]
    [InlineData("Kinh", "Kinh", Answer.No, MinorityOrigin.Head)]
    [InlineData("", "Kinh", Answer.Unknown, MinorityOrigin.Unknown)]
    public void Who_makes_a_minority_household_is_told(string head, string spouse, Answer minority, MinorityOrigin origin)
    {
        var row = Search(new Form("ethnicity", "spouse_ethnicity").Row($"ethnicity={head}", $"spouse_ethnicity={spouse}")).Find("H1")[0].Rows[0];
        Assert.Equal((minority, origin), (row.Household.Minority, row.MinorityFrom));
    }

    [Fact]
    public void The_recognised_class_is_the_official_one_where_the_run_says_so()
    {
        var search = Search("poverty.json", """{ "officialClass": "recognised", "rounds": [{ "year": 2023, "households": ["h.csv"] }] }""",
            ("h.csv", new Form("recognised_class").Row(["recognised_class=near_poor", "income_per_capita=1000000", .. Form.Lacking(3)]).Row()));
        var row = search.Find("H1")[0].Rows[0];
        Assert.Equal((PovertyClass.NearPoor, PovertyClass.Poor, "recognised_class", "recognised by the commune"),
            (row.Official, row.Computed.Class, row.Disagreeing, row.Because.En));
        Assert.Equal((PovertyClass.Undetermined, "the commune has not recognised a class"), (search.Find("H2")[0].Rows[0].Official, search.Find("H2")[0].Rows[0].Because.En));
    }

    [Fact]
    public void Cells_keep_the_text_the_header_and_the_place_of_the_file()
    {
        var search = Search("poverty.json", """{ "rounds": [{ "year": 2023, "households": ["h.csv"], "numberFormat": "vi", "columns": { "income_per_capita": { "header": "TN (nghìn)", "scale": 1000 } } }] }""",
            ("h.csv", new Form("income_per_capita=TN (nghìn)").Row("income_per_capita=1.499,9")));
        var row = search.Find("H1")[0].Rows[0];
        Assert.Equal(("1.499,9", "TN (nghìn)", 2L, 1_499_900m), (row.Cells["income_per_capita"].Text, row.Cells["income_per_capita"].Header,
            row.Cells["income_per_capita"].Place.Line, row.Household.Income!.Value.Amount));
    }

    private HouseholdSearch Search(Form form) => Search("poverty.json", """{ "rounds": [{ "year": 2023, "households": ["h.csv"] }] }""", ("h.csv", form));

    private HouseholdSearch Search(string name, string runFile, params (string Name, Form Form)[] files)
    {
        _folder.Write(name, runFile);
        foreach (var (file, form) in files) _folder.Write(file, Csv(form));
        var run = MemoryRun.Of(_folder.Path, name);
        Assert.NotNull(run.Report);
        return new HouseholdSearch(run.Report.Inputs.Rounds, run.Report.Inputs.Settings, run.Report.Outcome.Files);
    }

    private static string Csv(Form form) => string.Concat(form.Table.Select(row => string.Join(',', row.Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)) + "\n"));

    private static IEnumerable<string> Told(IEnumerable<HouseholdRound> rounds) => rounds.SelectMany(round => round.Rows.Count == 0
        ? [$"{round.Round.Id}: "]
        : round.Rows.Select(row => $"{round.Round.Id}: {row.Place.File}:{row.Place.Line} {row.Standing} {string.Join(' ', row.Codes)}".TrimEnd()));
}
