using LangSon.Poverty.Households;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Tests.RunFile;

/// <summary>The command line, alone and over a run file.</summary>
public sealed class RunOptionsTests : IDisposable
{
    private const string TwoRounds = """
        { "rounds": [{ "year": 2022, "households": ["h22.csv"], "numberFormat": "vi", "columns": { "settlement": { "header": "KV", "values": { "1": "urban" } } } },
                     { "id": "cuối 2023", "date": "2023-11-30", "coverage": "poor-list", "households": ["gone.csv"] }] }
        """;

    private readonly TemporaryFolder _folder = new();

    public RunOptionsTests() => _folder.Touch("h22.csv", "h23a.csv", "h23b.csv", "targets.csv", "areas.csv", "own.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rounds_alone_make_a_run()
    {
        var plan = Plan(RunFiles.Run(_folder, "--round", "2023=h23*.csv", "--round", "2022=h22.csv", "--targets", "targets.csv", "--areas", "data"));
        Assert.Equal(["2022", "2023"], plan.Rounds.Select(round => round.Id));
        Assert.Equal(new DateOnly(2023, 12, 14), plan.Rounds[1].Date);
        Assert.Equal(["h23a.csv", "h23b.csv"], plan.Rounds[1].Households[0].Files.Select(file => file.Name));
        Assert.Equal("targets.csv", plan.TargetsFile!.Name);
        Assert.IsType<AreasChoice.Data>(plan.Areas);
    }

    [Fact]
    public void Several_files_of_a_year_are_one_round_in_any_order()
    {
        var one = Plan(RunFiles.Run(_folder, "--round", "2023=h23a.csv", "--round", "2023=h23b.csv"));
        var other = Plan(RunFiles.Run(_folder, "--round", "2023=h23b.csv", "--round", "2023=h23a.csv"));
        Assert.Equal(2, Assert.Single(one.Rounds).Households[0].Files.Count);
        Assert.Equal(PlanText.Of(one), PlanText.Of(other));
    }

    [Fact]
    public void Rounds_without_a_named_run_file_stand_alone()
    {
        _folder.Write("poverty.json", TwoRounds);
        Assert.Equal(["2021"], Plan(RunFiles.Run(_folder, "--round", "2021=h22.csv")).Rounds.Select(round => round.Id));
    }

    [Fact]
    public void Rounds_replace_the_files_of_a_round_of_that_year_and_keep_the_rest_of_it()
    {
        _folder.Write("poverty.json", TwoRounds);
        var plan = Plan(RunFiles.Run(_folder, "poverty.json", "--round", "2023=h23a.csv", "--round", "2024=h23b.csv"));
        Assert.Equal(["2022", "cuối 2023", "2024"], plan.Rounds.Select(round => round.Id));
        Assert.Equal((new DateOnly(2023, 11, 30), Poverty.Aggregation.Coverage.PoorList, "h23a.csv"),
            (plan.Rounds[1].Date, plan.Rounds[1].Coverage, plan.Rounds[1].Households[0].Files[0].Name));
    }

    [Fact]
    public void A_year_that_fits_several_rounds_is_a_fault()
    {
        _folder.Write("poverty.json", """{ "rounds": [{ "id": "a", "year": 2023, "counts": "targets.csv" }, { "id": "b", "year": 2023, "counts": "targets.csv" }] }""");
        Assert.Equal(["--round: 2023 could be any of the rounds a, b (PV9001)"], RunFiles.Run(_folder, "poverty.json", "--round", "2023=h22.csv").Faults.Lines(Language.English));
    }

    [Fact]
    public void Options_win_over_the_run_file()
    {
        _folder.Write("poverty.json", """
            { "standard": "vn-2022", "areas": "gone.csv", "targets": "gone.csv",
              "rounds": [{ "year": 2022, "standard": "vn-2016", "households": ["h22.csv"], "encoding": "utf-8", "columns": { "settlement": { "header": "KV", "values": { "1": "urban" } } } }] }
            """);
        var plan = Plan(RunFiles.Run(_folder, "--standard", "./own.json", "--areas", "areas.csv", "--targets", "targets.csv", "--encoding", "TCVN3",
            "--number-format", "vi", "--column", "settlement=Khu vực", "--column", "household_id=Mã hộ"));
        var group = plan.Rounds[0].Households[0];
        Assert.Equal("own.json", Assert.IsType<StandardChoice.FromFile>(plan.Rounds[0].Standard).File.Name);
        Assert.Equal("areas.csv", Assert.IsType<AreasChoice.FromFile>(plan.Areas).File.Name);
        Assert.Equal("targets.csv", plan.TargetsFile!.Name);
        Assert.Equal(("tcvn3", NumberFormat.Vietnamese), (group.Encoding, group.NumberFormat));
        Assert.Equal(("Khu vực", "urban"), (group.Columns["settlement"].Header, group.Columns["settlement"].Values["1"]));
        Assert.Equal("Mã hộ", group.Columns["household_id"].Header);
    }

    [Fact]
    public void A_run_file_is_a_file_or_its_folder_or_the_default()
    {
        _folder.Touch("job/h.csv");
        _folder.Write("job/poverty.json", """{ "rounds": [{ "year": 2022, "households": ["h.csv"] }] }""");
        _folder.Write("poverty.json", """{ "rounds": [{ "year": 2021, "households": ["h22.csv"] }] }""");
        Assert.Equal("2022", Plan(RunFiles.Run(_folder, "job")).Rounds[0].Id);
        Assert.Equal("2022", Plan(RunFiles.Run(_folder, "job/poverty.json")).Rounds[0].Id);
        Assert.Equal("2022", Plan(RunFiles.Validate(_folder, "job")).Rounds[0].Id);
        Assert.Equal("2021", Plan(RunFiles.Run(_folder)).Rounds[0].Id);
        Assert.Equal("2021", Plan(RunFiles.Validate(_folder)).Rounds[0].Id);
    }

    [Fact]
    public void Paths_of_options_are_relative_to_the_current_folder()
    {
        _folder.Touch("job/h.csv");
        _folder.Write("job/poverty.json", """{ "rounds": [{ "year": 2022, "households": ["h.csv"] }] }""");
        var plan = Plan(RunFiles.Run(_folder, "job", "--round", "2023=h23a.csv"));
        Assert.Equal(("../h23a.csv", _folder["h23a.csv"]), (plan.Rounds[1].Households[0].Files[0].Name, plan.Rounds[1].Households[0].Files[0].Path));
    }

    [Fact]
    public void A_file_typed_in_full_elsewhere_keeps_its_name_but_not_in_the_hash()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Touch("h.csv");
        var plan = Plan(RunFiles.Run(_folder, "--round", $"2023={elsewhere["h.csv"]}"));
        Assert.Equal(elsewhere["h.csv"], plan.Rounds[0].Households[0].Files[0].Name);
        Assert.DoesNotContain(elsewhere.Path, PlanText.Of(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_a_year_are_a_round()
    {
        var plan = Plan(RunFiles.Validate(_folder, "h23b.csv", "h23a.csv", "--year", "2023"));
        Assert.Equal(("2023", 2), (plan.Rounds[0].Id, plan.Rounds[0].Households[0].Files.Count));
        Assert.True(Plan(RunFiles.Validate(_folder, "-", "--year", "2023")).Rounds[0].Households[0].Files[0].IsStandardInput);
    }

    [Theory]
    [InlineData("2021", "H1", "", "H1")]
    [InlineData("2022", "H1", "", "job", "H1")]
    [InlineData("2022", "H1", "2022", "job/poverty.json", "H1", "--round", "2022")]
    [InlineData("2022", "job", "", "job", "job")]
    [InlineData("2022", null, "", "job")]
    [InlineData("2022", null, "", "job/poverty.json")]
    [InlineData("2021", null, "")]
    [InlineData("2023", "H1", "", "--round", "2023=h23a.csv", "H1")]
    [InlineData("2023", "H1", "2023", "--round", "2023=h23a.csv", "--round", "2023", "H1")]
    [InlineData("2022 2023", "H1", "2022 cuối", "job", "H1", "--round", "2022", "--round", "2023=h23a.csv", "--round", "cuối")]
    public void A_look_tells_run_file_household_and_rounds_apart(string rounds, string? household, string chosen, params string[] arguments)
    {
        _folder.Touch("job/h.csv");
        _folder.Write("job/poverty.json", """{ "rounds": [{ "year": 2022, "households": ["h.csv"] }] }""");
        _folder.Write("poverty.json", """{ "rounds": [{ "year": 2021, "households": ["h22.csv"] }] }""");
        var look = RunFiles.Look(_folder, arguments);
        Assert.Equal((rounds, household, chosen), (string.Join(' ', Plan(look.Resolution).Rounds.Select(round => round.Id)), look.Household, look.Rounds));
    }

    [Theory]
    [InlineData("--round: expected a year and a file such as 2023=households.csv, found \"23=h22.csv\" (PV9001)", "H1", "--round", "23=h22.csv")]
    [InlineData("none: there is no such run file; ", "none", "H1")]
    public void A_look_names_what_is_wrong_with_its_options(string expected, params string[] arguments)
    {
        _folder.Write("poverty.json", """{ "rounds": [{ "year": 2021, "households": ["h22.csv"] }] }""");
        Assert.StartsWith(expected, Assert.Single(RunFiles.Look(_folder, arguments).Resolution.Faults.Lines(Language.English)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("poverty.json: there is no run file here; name one, or its folder, or household files: poverty run --round 2023=households.csv, or make a new folder by: poverty init DIR (PV9001)")]
    [InlineData("x: there is no such run file; make a new folder by: poverty init DIR (PV9001)", "x")]
    [InlineData("--round: expected a year and a file such as 2023=households.csv, found \"h22.csv\" (PV9001)", "--round", "h22.csv")]
    [InlineData("--round: expected a year and a file such as 2023=households.csv, found \"23=h22.csv\" (PV9001)", "--round", "23=h22.csv")]
    [InlineData("--round: expected a year and a file such as 2023=households.csv, found \"2023=\" (PV9001)", "--round", "2023=")]
    [InlineData("--round: h22.csv is already named at --round; a file counts once (PV9001)", "--round", "2022=h22.csv", "--round", "2023=h22.csv")]
    [InlineData("--column: \"incom_per_capita\" is not a canonical column; did you mean \"income_per_capita\"? (PV9001)", "--round", "2022=h22.csv", "--column", "incom_per_capita=x")]
    [InlineData("--column: expected a column and its header such as income_per_capita=\"Thu nhập\", found \"x\" (PV9001)", "--round", "2022=h22.csv", "--column", "x")]
    [InlineData("--column: \"settlement\" is given twice (PV9001)", "--round", "2022=h22.csv", "--column", "settlement=a", "--column", "settlement=b")]
    [InlineData("--encoding: expected one of tcvn3, utf-8, windows-1258, found \"utf8\"; did you mean \"utf-8\"? (PV9001)", "--round", "2022=h22.csv", "--encoding", "utf8")]
    [InlineData("--areas: expected built-in, data or a file, found \"dta\"; did you mean \"data\"? (PV9001)", "--round", "2022=h22.csv", "--areas", "dta")]
    public void A_faulty_option_is_named(string expected, params string[] arguments)
    {
        var resolution = RunFiles.Run(_folder, arguments);
        Assert.Equal([expected], resolution.Faults.Lines(Language.English));
        Assert.Equal(ExitCode.Usage, resolution.Faults.ExitCode);
    }

    [Theory]
    [InlineData("--year: household files need the year that they stand for, such as --year 2023 for h22.csv (PV9001)", "h22.csv")]
    [InlineData("--year: expected a year from 1990 to 2100, found 22 (PV9001)", "h22.csv", "--year", "22")]
    [InlineData("poverty.json: a run file names its household files itself; use --round to add others (PV9001)", "poverty.json", "h22.csv", "--year", "2022")]
    [InlineData("own.json: only one run file can be read at a time (PV9001)", "poverty.json", "own.json")]
    [InlineData("FILES: h22.csv is already named at FILES; a file counts once (PV9001)", "h22.csv", "h2*.csv", "--year", "2022")]
    public void Faulty_files_are_named(string expected, params string[] arguments) =>
        Assert.Contains(expected, RunFiles.Validate(_folder, arguments).Faults.Lines(Language.English));

    [Fact]
    public void Missing_files_of_options_are_all_named()
    {
        var resolution = RunFiles.Run(_folder, "--round", "2022=h2.csv", "--round", "2023=x*.csv", "--targets", "t.csv");
        Assert.Equal(ExitCode.Input, resolution.Faults.ExitCode);
        Assert.Equal(
        [
            "h2.csv: there is no such file; nearest is \"h22.csv\" (asked for at --round) (PV1001)",
            "t.csv: there is no such file (asked for at --targets) (PV1001)",
            "x*.csv: no file matches (asked for at --round) (PV1001)",
        ], resolution.Faults.Lines(Language.English));
    }

    [Fact]
    public void A_file_of_the_same_year_is_nearer_than_one_with_fewer_other_letters()
    {
        _folder.Touch("households-2022.csv", "households-2023.xlsx");
        Assert.Equal(["houshold-2023.csv: there is no such file; nearest is \"households-2023.xlsx\" (asked for at --round) (PV1001)"],
            RunFiles.Run(_folder, "--round", "2023=houshold-2023.csv").Faults.Lines(Language.English));
    }

    private static RunPlan Plan(Resolution resolution)
    {
        Assert.Empty(resolution.Faults.Lines(Language.English));
        return resolution.Plan;
    }
}
