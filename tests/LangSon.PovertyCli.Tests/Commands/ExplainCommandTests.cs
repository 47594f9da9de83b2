using System.Text.Json;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>What the program answers to why.</summary>
public sealed class ExplainCommandTests
{
    private const string Small = "tests/LangSon.PovertyCli.Tests/Golden/small";
    private const string Roster = "tests/LangSon.PovertyCli.Tests/Golden/roster-small";

    [Theory]
    [InlineData("poor", "A2 --round 2022")]
    [InlineData("near-poor", "A4 --round 2022")]
    [InlineData("undetermined-answer", "A5 --round 2022")]
    [InlineData("undetermined-income", "B4 --round 2023")]
    [InlineData("rejected", "X2")]
    [InlineData("copies", "C5 --round 2022")]
    [InlineData("commune-rate", "--area 90001 --measure poor_rate --round 2022")]
    [InlineData("province-count", "--area 90 --measure near_poor --round 2023")]
    public Task The_answer_is_as_approved_in_both_languages(string name, string question) => AsApproved(Small, name, question);

    [Theory]
    [InlineData("members", "M1 --round 2022")]
    [InlineData("members-missing", "M2 --round 2022")]
    [InlineData("members-not-listed", "M3 --round 2022")]
    [InlineData("flag-contradicted", "M4 --round 2022")]
    [InlineData("member-rejected", "M5 --round 2022")]
    [InlineData("points", "R1 --round 2023")]
    [InlineData("quick-review", "R2 --round 2023")]
    [InlineData("points-beside-income", "R3 --round 2023")]
    [InlineData("total-missing", "R5 --round 2023")]
    public Task Members_dwellings_and_points_are_told_as_approved(string name, string question) => AsApproved(Roster, name, question);

    [Fact]
    public async Task Members_and_answers_are_told_to_scripts_as_approved()
    {
        var json = await Binary.RunAsync(["explain", Roster, "M2", "--round", "2022", "--format", "json"], Repository.Root);
        Repository.Same($"{Roster}/expected/explain/members-missing.json", json.Output);
        var csv = await Binary.RunAsync(["explain", Roster, "M1", "--round", "2022", "--format", "csv"], Repository.Root);
        Repository.Same($"{Roster}/expected/explain/members.csv", csv.Output);
        var points = await Binary.RunAsync(["explain", Roster, "R3", "--round", "2023", "--format", "json"], Repository.Root);
        Repository.Same($"{Roster}/expected/explain/points-beside-income.json", points.Output);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_member_goes_by_place_and_number_and_never_by_name_or_birth(string format)
    {
        foreach (var id in new[] { "M1", "M2", "M3", "M4", "M5" })
        {
            var outcome = await Binary.RunAsync(["explain", Roster, id, "--format", format], Repository.Root);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            Assert.DoesNotMatch("Kín|Con\\b|Út|19[5-9]\\d-|20[012]\\d-0[1-9]", outcome.Output);
        }
    }

    [Fact]
    public async Task A_number_of_a_member_that_may_be_that_of_a_person_is_not_shown()
    {
        using var folder = new TemporaryFolder();
        folder.Write("poverty.json", """{ "areas": "data", "rounds": [{ "year": 2023, "households": ["h.csv"], "members": ["m.csv"] }] }""");
        folder.Write("h.csv", $"household_id,commune_code,household_size,income_per_capita,{string.Join(',', Households.Form.Indicators)}\nH1,A,1,1000000,,1,1,,0,0,0,0,0,0,0,0\n");
        folder.Write("m.csv", "household_id,member_no,birth_date,insured\nH1,020199000001,1970-01-01,0\n");
        var outcome = await Binary.RunAsync(["explain", "H1", "--lang", "en"], folder.Path);
        Assert.Contains("the member at m.csv:2: aged 53, insured = 0 (no)", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0201990", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_ones_own_is_told_by_the_answers_that_it_asks_for()
    {
        using var folder = new TemporaryFolder();
        folder.Write("own.json", """
            { "id": "own", "title": { "vi": "Riêng", "en": "Own" }, "sources": { "s": { "title": "S", "date": "2020-01-01" } }, "checkedOn": "2020-01-01",
              "applies": [{ "from": "2020-01-01", "source": "s" }], "poorAtDeprivations": [{ "from": "2020-01-01", "value": 1, "source": "s" }],
              "income": { "unit": "VND/person/year", "poor": { "all": [{ "from": "2020-01-01", "value": 12000000, "source": "s" }] } },
              "dimensions": [{ "id": "home", "title": { "vi": "Nhà", "en": "Home" }, "indicators": [
                { "id": "home_alone", "title": { "vi": "Ở một mình", "en": "Alone" }, "rule": { "vi": "R", "en": "R" }, "source": "s",
                  "deprivedWhen": { "any": [
                    { "all": [{ "answer": "household_size", "atMost": 1 }, { "not": { "answer": "assets", "in": ["smartphone", "telephone"] } }] },
                    { "not": { "anyMember": { "answer": "working", "in": ["waged", "own"] }, "among": { "answer": "age", "above": 17, "atMost": 65 } } } ] } }] }] }
            """);
        folder.Write("poverty.json", """{ "areas": "data", "standard": "own.json", "rounds": [{ "year": 2023, "households": ["h.csv"], "members": ["m.csv"] }] }""");
        folder.Write("h.csv", "household_id,commune_code,household_size,income_12_months,assets\nH1,A,1,1000000,xe máy\nH2,A,1,1000000,điện thoại\nH3,A,1,1000000,\n");
        folder.Write("m.csv", "household_id,member_no,age,working\nH1,1,70,làm thuê\nH2,1,30,làm thuê\nH3,1,40,làm thuê\n");
        string[] expected =
        [
            "household_size = 1, at most 1 persons; assets = xe máy (motorbike); no\n    member aged 18 to under 66",
            "assets = điện thoại (telephone); member 1 (m.csv:3): aged 30, working = làm\n    thuê (waged work)",
            "[?] Home: Alone                                                     assets blank",
        ];
        for (var i = 0; i < expected.Length; i++)
        {
            var outcome = await Binary.RunAsync(["explain", $"H{i + 1}", "--lang", "en"], folder.Path);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            Assert.Contains(expected[i], outcome.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ZZ9", 2, "không có hộ nào mang mã ZZ9.")]
    [InlineData("A22", 2, "không có hộ nào mang mã A22; có phải là A2?")]
    [InlineData("N1 --round 2022", 2, "hộ N1 không có trong kỳ 2022; có trong kỳ 2023")]
    [InlineData("A1 --round 2021", 2, "không có kỳ nào tên \"2021\"; có các kỳ 2022, 2023")]
    [InlineData("A1 --area 90", 2, "hãy hỏi hoặc về hộ A1, hoặc về một số liệu (--area), không cả hai cùng lúc")]
    [InlineData("--area 90", 2, "--area cần có --measure, như --measure poor_rate")]
    [InlineData("--area 90 --measure poor_rat --round 2022", 2, "kỳ 2022 không có số liệu nào tên poor_rat; có phải là poor_rate?")]
    [InlineData("--area 9001 --measure poor_rate --round 2022", 2, "kỳ 2022 không có đơn vị nào mang mã 9001; có phải là 90001?")]
    [InlineData("--area 90 --measure poor_rate", 2, "hãy nêu một kỳ bằng --round, trong các kỳ 2022, 2023")]
    [InlineData("--area 90 --measure poor --round 2022 --group minority=ye", 2, "không có nhóm hộ nào tên minority=ye; có: all, ")]
    public async Task A_question_that_cannot_be_answered_is_told_why(string question, int exit, string expected)
    {
        var outcome = await Binary.RunAsync(["explain", Small, .. question.Split(' ')], Repository.Root);
        Assert.Equal((exit, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"poverty: {expected}", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_the_whole_explanation()
    {
        var outcome = await Binary.RunAsync(["explain", Small, "A2", "--format", "json"], Repository.Root);
        using var json = JsonDocument.Parse(outcome.Output);
        Repository.Same($"{Small}/expected/explain/poor.json", outcome.Output);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    [Fact]
    public async Task The_trace_of_a_figure_as_csv_has_every_row_of_the_numerator()
    {
        var outcome = await Binary.RunAsync(["explain", "samples/lang-son", "--area", "district:184", "--measure", "poor_rate", "--round", "2023", "--format", "csv"], Repository.Root);
        // 54 poor households, as results.csv has them; on the screen twenty would be shown.
        Assert.Equal(1 + 54, outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public async Task No_name_or_number_of_a_person_is_shown()
    {
        using var folder = new TemporaryFolder();
        folder.Write("h.csv", "household_id,commune_code,head_name,citizen_id,phone,address,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + "H1,06040,Nông Văn Thử,020000000001,0900000000,Thôn Thử,4,1000000,1,1,1,0,0,0,0,0,0,0,0,0\n");
        foreach (var format in new[] { "table", "csv", "json" })
        {
            var outcome = await Binary.RunAsync(["explain", "--round", "2023=h.csv", "H1", "--format", format], folder.Path);
            Assert.Equal(0, outcome.ExitCode);
            foreach (var secret in new[] { "Nông Văn", "020000000001", "0900000000", "Thôn Thử" }) Assert.DoesNotContain(secret, outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_facts_about_a_household_as_csv_are_as_approved()
    {
        var outcome = await Binary.RunAsync(["explain", Small, "A5", "--round", "2022", "--format", "csv", "--lang", "en"], Repository.Root);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Repository.Same($"{Small}/expected/explain/undetermined-answer.csv", outcome.Output);
    }

    [Fact]
    public async Task A_figure_under_a_register_names_its_row_and_the_households_that_left()
    {
        using var json = await JsonAsync("samples/lang-son-review", "--area", "20", "--measure", "poor_rate", "--round", "2023", "--group", "minority=yes");
        var totals = Assert.Single(json.RootElement.GetProperty("totals").EnumerateArray());
        Assert.Equal(json.RootElement.GetProperty("denominator").GetInt64(), totals.GetProperty("households").GetInt64());
        var roles = json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("role").GetString()).ToArray();
        Assert.Equal(json.RootElement.GetProperty("numerator").GetInt32(), roles.Count(role => role == "numerator"));
        Assert.Equal(8, roles.Count(role => role == "left"));
    }

    [Fact]
    public async Task A_workbook_is_told_by_sheet_and_cell()
    {
        using var json = await JsonAsync("samples/lang-son", "20-05971-000072", "--round", "2023");
        var row = json.RootElement.GetProperty("rounds")[0].GetProperty("rows")[0];
        Assert.Equal(("households-2023.xlsx", "households", 73), (row.GetProperty("file").GetString(), row.GetProperty("sheet").GetString(), row.GetProperty("line").GetInt32()));
        var cells = row.GetProperty("cells").EnumerateArray().ToDictionary(cell => cell.GetProperty("column").GetString()!, cell => cell.GetProperty("cell").GetString());
        Assert.Equal(("G73", "P73"), (cells["income_per_capita"], cells["employment"]));
    }

    [Fact]
    public async Task A_standard_without_deprivations_is_explained_by_its_line_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("own.json", """
            { "id": "own", "title": { "vi": "Riêng", "en": "Own" }, "sources": { "s": { "title": "S", "date": "2020-01-01" } }, "checkedOn": "2020-01-01",
              "applies": [{ "from": "2020-01-01", "source": "s" }],
              "income": { "unit": "VND/person/year", "poor": { "all": [{ "from": "2020-01-01", "value": 12000000, "source": "s" }] } }, "dimensions": [] }
            """);
        folder.Write("h.csv", "household_id,commune_code,household_size,income_12_months\nH1,A,4,48000000\n");
        var outcome = await Binary.RunAsync(["explain", "--round", "2023=h.csv", "--standard", "own.json", "--areas", "data", "H1", "--lang", "en"], folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("exactly at it", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Indicators", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("What would change the class:\n  - income above 12,000,000 → not poor\n", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Nothing_personal_is_shown_of_rejected_rows_copies_and_composed_ids(string format)
    {
        using var folder = new TemporaryFolder();
        folder.Write("poverty.json", """{ "areas": "data", "rounds": [{ "year": 2023, "households": ["h.csv"], "id_from": ["commune_code", "citizen_id"] }] }""");
        var lacking = string.Join(',', Enumerable.Repeat("1", 12));
        folder.Write("h.csv", $"commune_code,head_name,citizen_id,address,phone,enumerator,head_birth_year,household_size,income_per_capita,{string.Join(',', Households.Form.Indicators)}\n"
            + $"A,Nguyễn Thị Kín,020199000001,Thôn Kín,0900000001,Trần Văn Kín,1970,4,1000000,{lacking}\n"
            + $"A,Lý Văn Kín,020199000002,Thôn Kín,0900000001,Trần Văn Kín,1970,4,1000000,{lacking}\n"
            + $"A,Lý Văn Kín,020199000002,Thôn Kín,0900000001,Trần Văn Kín,1970,5,1000000,{lacking}\n"
            + $"A,Nông Văn Kín,020199000003,Thôn Kín,0900000001,Trần Văn Kín,1970,0,1000000,{lacking}\n");
        foreach (var question in new string[][] { ["h.csv:2"], ["h.csv:3"], ["h.csv:5"], ["--area", "A", "--measure", "poor_rate"] })
        {
            var outcome = await Binary.RunAsync(["explain", .. question, "--format", format], folder.Path);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            Assert.Contains("h.csv", outcome.Output, StringComparison.Ordinal);
            Assert.DoesNotMatch("Kín|0201990|090000|1970", outcome.Output);
        }
    }

    [Fact]
    public async Task A_code_that_units_of_several_levels_bear_asks_for_the_level()
    {
        using var folder = new TemporaryFolder();
        folder.Write("h.csv", $"household_id,province_code,district_code,commune_code,household_size,income_per_capita,{string.Join(',', Households.Form.Indicators)}\n"
            + $"H1,P,A,A,4,1000000,{string.Join(',', Enumerable.Repeat("1", 12))}\n");
        string[] question = ["explain", "--round", "2023=h.csv", "--areas", "data", "--measure", "poor", "--lang", "en", "--area"];
        var several = await Binary.RunAsync([.. question, "A"], folder.Path);
        Assert.Equal((2, "poverty: A is the code of several units: district:A (P), commune:A (A); name the level, too, such as district:A\n"), (several.ExitCode, several.Error));
        var one = await Binary.RunAsync([.. question, "commune:A"], folder.Path);
        Assert.Equal((0, ""), (one.ExitCode, one.Error));
    }

    [Fact]
    public async Task A_refused_file_ends_with_4_and_nothing_on_stdout()
    {
        using var folder = new TemporaryFolder();
        folder.Write("h.csv", "household_id,commune_code\nH1,A\n");
        var outcome = await Binary.RunAsync(["explain", "--round", "2023=h.csv", "--areas", "data", "H1", "--lang", "en"], folder.Path);
        Assert.Equal((4, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("(PV1032)", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task AsApproved(string folder, string name, string question)
    {
        foreach (var language in new[] { "vi", "en" })
        {
            var outcome = await Binary.RunAsync(["explain", folder, .. question.Split(' '), "--lang", language], Repository.Root);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            Assert.All(outcome.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
            Repository.Same($"{folder}/expected/explain/{name}.{language}.txt", outcome.Output);
        }
    }

    private static async Task<JsonDocument> JsonAsync(string sample, params string[] arguments)
    {
        var outcome = await Binary.RunAsync(["explain", sample, .. arguments, "--format", "json"], Repository.Root);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return JsonDocument.Parse(outcome.Output);
    }
}
