using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.RunFile;

/// <summary>Every fault of a run file is named with its line and path, all in one go.</summary>
public sealed class RunFileFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RunFileFaultTests() => _folder.Touch("h.csv", "h2.csv");

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Faults() => new()
    {
        { "\"titel\": \"x\"", "poverty.json:2 $.titel: unknown key \"titel\"; did you mean \"title\"? (PV9001)" },
        { "\"members\": []", "poverty.json:2 $.members: unknown key \"members\" (PV9001)" },
        { "\"geography\": \"at:1.7.2025\"", "poverty.json:2 $.geography: expected as-reported, at:DATE such as at:2025-07-01 or districts-2025, found \"at:1.7.2025\" (PV9001)" },
        { "\"geography\": \"districts-2024\"", "poverty.json:2 $.geography: expected as-reported, at:DATE such as at:2025-07-01 or districts-2025, found \"districts-2024\"; did you mean \"districts-2025\"? (PV9001)" },
        { "\"classifyBy\": \"b2\"", "poverty.json:2 $.classifyBy: expected one of income, b1; did you mean \"b1\"? (PV9001)" },
        { "\"b1AtMost\": { \"rural\": 150 }", "poverty.json:2 $.b1AtMost: \"urban\" is missing (PV9001)" },
        { "\"classifyBy\": 1", "poverty.json:2 $.classifyBy: expected one of income, b1 (PV9001)" },
        { "\"officialClass\": \"reported\"", "poverty.json:2 $.officialClass: expected one of computed, recognised, scores (PV9001)" },
        { "\"minorityBy\": \"spouse\"", "poverty.json:2 $.minorityBy: expected one of head-or-spouse, head (PV9001)" },
        { "\"fellBackYears\": 0", "poverty.json:2 $.fellBackYears: expected a whole number from 1 to 50, found the number 0 (PV9001)" },
        { "\"compareAt\": \"print\"", "poverty.json:2 $.compareAt: expected one of exact, printed; did you mean \"printed\"? (PV9001)" },
        { "\"groups\": [\"sex\"]", "poverty.json:2 $.groups[0]: expected one of settlement, minority, ethnicity, head_sex, disabled, merit, no_labour_capacity, farming, target_group (PV9001)" },
        { "\"areas\": \"builtin\"", "poverty.json:2 $.areas: expected built-in, data or a file, found \"builtin\"; did you mean \"built-in\"? (PV9001)" },
        { "\"province\": 20", "poverty.json:2 $.province: expected a text, found the number 20 (PV9001)" },
        { "\"targets\": \"\"", "poverty.json:2 $.targets: the path is empty (PV9001)" },
        { "\"standard\": \"\"", "poverty.json:2 $.standard: expected \"auto\", the id of a standard or a file (PV9001)" },
        { "\"also\": \"vn-2022\"", "poverty.json:2 $.also: expected a list [ … ], found the text \"vn-2022\" (PV9001)" },
        { "\"also\": [\"\"]", "poverty.json:2 $.also[0]: expected \"auto\", the id of a standard or a file (PV9001)" },
        { "\"limits\": { \"inflated\": 1 }", "poverty.json:2 $.limits.inflated: unknown key \"inflated\"; did you mean \"inflatedMiB\"? (PV9001)" },
        { "\"findings\": { \"PV2008\": \"off\" }", "poverty.json:2 $.findings.PV2008: there is no finding \"PV2008\"; did you mean \"PV2007\"? (PV9001)" },
        { "\"findings\": { \"PV2007\": \"none\" }", "poverty.json:2 $.findings.PV2007: expected one of off, info, warn, error (PV9001)" },
        { "\"findings\": { \"PV2007\": {} }", "poverty.json:2 $.findings.PV2007: expected \"severity\", \"threshold\" or both (PV9001)" },
        { "\"findings\": { \"PV2007\": { \"threshold\": 0 } }", "poverty.json:2 $.findings.PV2007.threshold: a limit is above 0 (PV9001)" },
        { "\"findings\": { \"PV2007\": { \"threshold\": \"2\" } }", "poverty.json:2 $.findings.PV2007.threshold: expected a number, found the text \"2\" (PV9001)" },
        { "\"findings\": { \"PV2007\": { \"treshold\": 1 } }", "poverty.json:2 $.findings.PV2007.treshold: unknown key \"treshold\"; did you mean \"threshold\"? (PV9001)" },
        { "\"title\": \"a\", \"title\": \"b\"", "poverty.json:2 $.title: \"title\" stands twice in one object (PV9001)" },
    };

    public static TheoryData<string, string> RoundFaults() => new()
    {
        { "\"covrage\": \"all\"", "$.rounds[0].covrage: unknown key \"covrage\"; did you mean \"coverage\"? (PV9001)" },
        { "\"coverage\": \"some\"", "$.rounds[0].coverage: expected one of all, reviewed, poor-list (PV9001)" },
        { "\"status\": \"final\"", "$.rounds[0].status: expected one of preliminary, official, approved (PV9001)" },
        { "\"date\": \"14/12/2022\"", "$.rounds[0].date: expected a day such as \"2022-12-14\", found the text \"14/12/2022\" (PV9001)" },
        { "\"id\": \"a/b\"", "$.rounds[0].id: an id has 1 to 40 letters, digits, spaces, dots, - or _ (PV9001)" },
        { "\"numberFormat\": \"en\"", "$.rounds[0].numberFormat: expected one of invariant, vi (PV9001)" },
        { "\"encoding\": \"tcvn\"", "$.rounds[0].encoding: expected one of tcvn3, utf-8, windows-1258, found \"tcvn\"; did you mean \"tcvn3\"? (PV9001)" },
        { "\"headerRows\": 0", "$.rounds[0].headerRows: expected a whole number from 1 to 20, found the number 0 (PV9001)" },
        { "\"commune\": \"file\"", "$.rounds[0].commune: expected one of from-file-name (PV9001)" },
        { "\"id_from\": [\"citizen\"]", "$.rounds[0].id_from[0]: \"citizen\" is not a canonical column; did you mean \"citizen_id\"? (PV9001)" },
        { "\"id_from\": [\"citizen_id\", \"citizen_id\"]", "$.rounds[0].id_from[1]: \"citizen_id\" stands twice (PV9001)" },
        { "\"columns\": { \"income_percapita\": \"x\" }", "$.rounds[0].columns.income_percapita: \"income_percapita\" is not a canonical column; did you mean \"income_per_capita\"? (PV9001)" },
        { "\"columns\": { \"settlement\": { \"values\": {} } }", "$.rounds[0].columns.settlement: \"header\" is missing (PV9001)" },
        { "\"columns\": { \"settlement\": { \"header\": \"x\", \"scale\": 0 } }", "$.rounds[0].columns.settlement.scale: a scale is a number above 0 (PV9001)" },
        { "\"columns\": { \"settlement\": \" \" }", "$.rounds[0].columns.settlement: a header is not blank (PV9001)" },
        { "\"columns\": 3", "$.rounds[0].columns: expected an object { … }, found the number 3 (PV9001)" },
        { "\"households\": [{ \"file\": [\"h.csv\"] }]", "$.rounds[0].households[0].file: unknown key \"file\"; did you mean \"files\"? (PV9001)" },
        { "\"households\": [\"h.csv\", \"h.csv\"]", "$.rounds[0].households[1]: h.csv is already named at poverty.json:2; a file counts once (PV9001)" },
        { "\"households\": [\"*.csv\", { \"files\": [\"h2.csv\"] }]", "$.rounds[0].households[1].files[0]: h2.csv is already named at poverty.json:2; a file counts once (PV9001)" },
        { "\"households\": [\"-\", \"-\"]", "$.rounds[0].households[1]: - is already named at poverty.json:2; a file counts once (PV9001)" },
        { "\"households\": []", "$.rounds[0].households: the list is empty (PV9001)" },
        { "\"households\": [3]", "$.rounds[0].households[0]: expected a text, found the number 3 (PV9001)" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_faulty_key_is_named_with_line_and_path(string member, string expected)
    {
        var json = $$"""
            {
              {{member}},
              "rounds": [{ "year": 2022, "households": ["h.csv"] }]
            }
            """;
        var resolution = RunFiles.Read(_folder, json);
        Assert.Contains(expected, resolution.Faults.Lines(Language.English));
        Assert.Equal(ExitCode.Usage, resolution.Faults.ExitCode);
        Assert.False(resolution.IsValid);
    }

    [Theory]
    [MemberData(nameof(RoundFaults))]
    public void A_faulty_key_of_a_round_is_named_with_line_and_path(string member, string expected)
    {
        var households = member.StartsWith("\"households\"", StringComparison.Ordinal) ? "" : ", \"households\": [\"h.csv\"]";
        var json = $$"""
            { "rounds": [{ "year": 2022{{households}},
              {{member}} }] }
            """;
        Assert.Contains("poverty.json:2 " + expected, RunFiles.Faults(_folder, json));
    }

    [Theory]
    [InlineData("{}", "poverty.json:1 $: \"rounds\" is missing (PV9001)")]
    [InlineData("[]", "poverty.json:1 $: expected an object { … }, found a list (PV9001)")]
    [InlineData("{ \"rounds\": [] }", "poverty.json:1 $.rounds: a run has at least one round (PV9001)")]
    [InlineData("{ \"rounds\": [3] }", "poverty.json:1 $.rounds[0]: expected an object { … }, found the number 3 (PV9001)")]
    [InlineData("{ \"rounds\": [{ \"households\": [\"h.csv\"] }] }", "poverty.json:1 $.rounds[0]: \"year\" or \"date\" is missing (PV9001)")]
    [InlineData("{ \"rounds\": [{ \"year\": 2022 }] }", "poverty.json:1 $.rounds[0]: the round has neither \"households\" nor \"counts\" (PV9001)")]
    [InlineData("{ \"rounds\": [{ \"year\": 2022, \"counts\": \"h.csv\", \"also\": [\"vn-2027\"] }] }", "poverty.json:1 $.rounds[0].also: the round has no \"households\" that could be classified under another standard (PV9001)")]
    [InlineData("{ \"rounds\": [{ \"year\": 2022, \"date\": \"2032-12-14\", \"households\": [\"h.csv\"] }] }", "poverty.json:1 $.rounds[0].year: the year 2022 and the date 2032-12-14 do not go together (PV9001)")]
    [InlineData("{ \"rounds\": [{ \"year\": 2022, \"households\": [\"h.csv\"] },\n{ \"date\": \"2022-01-01\", \"households\": [\"h2.csv\"] }] }", "poverty.json:2 $.rounds[1]: the round id \"2022\" stands twice; give each round an id of its own (PV9001)")]
    [InlineData("{ \"rounds\": [{ \"year\": 2022, \"households\": [\"h.csv\"] },\n{ \"year\": 2023, \"households\": [\"./h.csv\"] }] }", "poverty.json:2 $.rounds[1].households[0]: h.csv is already named at poverty.json:1; a file counts once (PV9001)")]
    public void A_fault_of_the_whole_is_named(string json, string expected) => Assert.Contains(expected, RunFiles.Faults(_folder, json));

    [Fact]
    public void A_syntax_error_is_the_only_fault()
    {
        var fault = Assert.Single(RunFiles.Faults(_folder, "{\n  \"title\": \"x\"\n  \"rounds\": []\n}"));
        Assert.StartsWith("poverty.json:3 $: not valid JSON: ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_a_fault()
    {
        File.WriteAllBytes(_folder["poverty.json"], [(byte)'{', (byte)'"', 0xE9, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        Assert.Equal(["poverty.json:1 $: not valid JSON: the text is not UTF-8 (PV9001)"], RunFiles.Run(_folder).Faults.Lines(Language.English));
    }

    [Fact]
    public void All_faults_are_named_in_the_order_of_lines()
    {
        var lines = RunFiles.Faults(_folder, """
            {
              "titel": 1, // a comment does not disturb the lines
              "rounds": [
                { "year": 2022, "households": ["none-*.csv", "h3.csv"], "coverage": "everything" },
                { "year": 2023, "households": ["h.csv"], "register": "register.csv" }
              ],
              "compareAt": true,
            }
            """);
        Assert.Equal(
        [
            "poverty.json:2 $.titel: unknown key \"titel\"; did you mean \"title\"? (PV9001)",
            "poverty.json:4 $.rounds[0].coverage: expected one of all, reviewed, poor-list (PV9001)",
            "poverty.json:7 $.compareAt: expected one of exact, printed (PV9001)",
            "h3.csv: there is no such file; nearest is \"h.csv\" (asked for at poverty.json:4) (PV1001)",
            "none-*.csv: no file matches (asked for at poverty.json:4) (PV1001)",
            "register.csv: there is no such file (asked for at poverty.json:5) (PV1001)",
        ], lines);
    }

    [Fact]
    public void Missing_inputs_alone_are_exit_4()
    {
        var resolution = RunFiles.Read(_folder, """{ "rounds": [{ "year": 2022, "households": ["x/"], "counts": "c.csv" }], "targets": "t.csv", "tags": "g.csv", "areas": "a.csv", "standard": "own/s.json" }""");
        Assert.Equal(ExitCode.Input, resolution.Faults.ExitCode);
        Assert.Equal(["a.csv", "c.csv", "g.csv", "own/s.json", "t.csv", "x/"], resolution.Faults.Findings.Select(finding => finding.Place.File));
    }

    [Fact]
    public void A_folder_in_place_of_files_is_told_apart()
    {
        _folder.Touch("2022/a.csv");
        Assert.Equal(["2022: it is a folder; name its files, such as 2022/*.csv (asked for at poverty.json:1) (PV1001)"],
            RunFiles.Faults(_folder, """{ "rounds": [{ "year": 2022, "households": ["2022"] }] }"""));
    }
}
