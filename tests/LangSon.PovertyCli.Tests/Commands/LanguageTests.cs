namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>Whatever is wrong is said in Vietnamese, and in English to those who ask, by the real program.</summary>
public sealed class LanguageTests : IDisposable
{
    private const string Header = "id,scope,measure,kind,is,value,year\n";
    private readonly TemporaryFolder _folder = new();

    public LanguageTests()
    {
        _folder.Write("wrong.json", "{\n  \"rounds\": [],\n  \"titel\": 1\n}\n");
        _folder.Write("broken.json", "{\n  \"title\" 1\n}\n");
        _folder.Write("h.csv", "household_id\n1\n");
        _folder.Write("page.csv", "<html></html>");
        _folder.Write("targets.csv", Header + "a,province,poor_rate,level,<=,much,2023\n");
        _folder.Write("own.json", "{ \"id\": 5 }");
        _folder.Write("precious/mine.txt", "mine");
        _folder.Write("job/poverty.json", "{ \"rounds\": [] }");
        _folder.Write("mistyped.csv", Header + "a,provinc,por_rate,levl,<=,5,2023\n");
        File.Copy(Path.Combine(Repository.Root, "tests/LangSon.PovertyCli.Tests/Faulty/clean.csv"), _folder["clean.csv"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run wrong.json", 2, "wrong.json:3 $.titel: không có khóa nào tên \"titel\"; có phải là \"title\"? (PV9001)",
        "wrong.json:3 $.titel: unknown key \"titel\"; did you mean \"title\"? (PV9001)")]
    [InlineData("run broken.json", 2, "broken.json:2 $: không phải JSON hợp lệ: ", "broken.json:2 $: not valid JSON: ")]
    [InlineData("run wrnog.json", 2, "wrnog.json: không có tệp cấu hình này; có phải là \"wrong.json\"? (PV9001)", "wrnog.json: there is no such run file; did you mean \"wrong.json\"? (PV9001)")]
    [InlineData("run .", 2, "./poverty.json: không có tệp cấu hình này; thư mục con \"job\" có tệp này (PV9001)", "./poverty.json: there is no such run file; the folder \"job\" in it has one (PV9001)")]
    [InlineData("run precious", 2, "precious/poverty.json: không có tệp cấu hình này; tạo thư mục mới bằng: poverty init THƯ_MỤC (PV9001)",
        "precious/poverty.json: there is no such run file; make a new folder by: poverty init DIR (PV9001)")]
    [InlineData("run --round 2023=h.csv --column incom=Thu", 2, "--column: \"incom\" không phải tên cột chuẩn; có phải là \"income_12_months\"? (PV9001)",
        "--column: \"incom\" is not a canonical column; did you mean \"income_12_months\"? (PV9001)")]
    [InlineData("run --round 2022=h.csv --round 2023=page.csv --standard vn-2023", 2, "kỳ 2022, 2023: không có chuẩn nào tên \"vn-2023\"; ", "round 2022, 2023: no standard is called \"vn-2023\"; ")]
    [InlineData("run --round 2023=hh.csv", 4, "hh.csv: không có tệp này; tên gần nhất là \"h.csv\" (được nêu ở --round) (PV1001)",
        "hh.csv: there is no such file; nearest is \"h.csv\" (asked for at --round) (PV1001)")]
    [InlineData("run --round 2023=page.csv --areas data", 4, "Tệp page.csv thực ra là trang HTML; ", "page.csv is really an HTML page; ")]
    [InlineData("run --round 2023=h.csv --targets targets.csv", 2, "targets.csv:2 value: \"much\" không phải số như -3 hoặc 5.92 (PV9001)",
        "targets.csv:2 value: \"much\" is not a number such as -3 or 5.92 (PV9001)")]
    [InlineData("run --round 2023=h.csv --targets page.csv", 4, "Tệp page.csv thực ra là trang HTML; ", "page.csv is really an HTML page; ")]
    [InlineData("run --round 2023=h.csv --standard ./own.json", 2, "own.json:1 $: thiếu \"title\" (PV9001)", "own.json:1 $: \"title\" is missing (PV9001)")]
    [InlineData("run --round 2030=h.csv --standard vn-2023", 2, "kỳ 2030: không có chuẩn nào tên \"vn-2023\"; ", "round 2030: no standard is called \"vn-2023\"; ")]
    [InlineData("run --round 2023=h.csv --areas data --out precious", 2, "precious chứa thứ không phải kết quả của chương trình này; ",
        "precious holds something that is not a run of this program; ")]
    [InlineData("run --round 2023=h.csv --areas data --out h.csv/out", 5, "không ghi được h.csv/out: ", "cannot write h.csv/out: ")]
    [InlineData("init precious --year 2023", 2, "thư mục precious không trống; --force ghi đè ", "the folder precious is not empty; --force overwrites ")]
    [InlineData("init new --year 2031", 2, "không có đủ chuẩn nghèo và danh mục đơn vị cho năm 2031 ", "the poverty standard or the units of 2031 or of the year before are not known; ")]
    [InlineData("init h.csv/new --year 2023", 5, "không ghi được h.csv/new: ", "cannot write h.csv/new: ")]
    [InlineData("codebook --standard vn-2023", 2, "Không có chuẩn \"vn-2023\"; có phải là vn-2022?", "There is no standard \"vn-2023\"; did you mean vn-2022?")]
    [InlineData("run", 2, "poverty.json: ở đây không có tệp cấu hình; thư mục con \"job\" có tệp này (PV9001)", "poverty.json: there is no run file here; the folder \"job\" in it has one (PV9001)")]
    [InlineData("run clean.csv", 2, "clean.csv: đây không phải tệp cấu hình; tệp hộ được nêu cùng năm của nó: --round 2023=clean.csv (PV9001)",
        "clean.csv: it is no run file; household files are named with their year: --round 2023=clean.csv (PV9001)")]
    [InlineData("run --round 2023=h.csv --targets mistyped.csv", 2, "mistyped.csv:2 measure: không có thước đo nào tên \"por_rate\"; có phải là \"poor_rate\"? (PV9001)",
        "mistyped.csv:2 measure: \"por_rate\" is no measure; did you mean \"poor_rate\"? (PV9001)")]
    [InlineData("run --round 2023=job", 4, "job: đây là một thư mục; hãy nêu các tệp trong đó, như job/*.csv (được nêu ở --round) (PV1001)",
        "job: it is a folder; name its files, such as job/*.csv (asked for at --round) (PV1001)")]
    [InlineData("run job --targets targts.csv", 2, "targts.csv: không có tệp này; tên gần nhất là \"targets.csv\" (được nêu ở --targets) (PV1001)",
        "targts.csv: there is no such file; nearest is \"targets.csv\" (asked for at --targets) (PV1001)")]
    [InlineData("classify clean.csv --year 2023 --output no/x.csv", 5, "không ghi được no/x.csv: không có thư mục chứa nó", "cannot write no/x.csv: the folder that should hold it does not exist")]
    [InlineData("standards check own.jsn", 4, "Không đọc được tệp own.jsn; tên gần nhất là \"own.json\".", "Cannot read own.jsn; nearest is \"own.json\".")]
    [InlineData("areas list --areas targts.csv", 4, "không có tệp targts.csv; tên gần nhất là \"targets.csv\"", "there is no file targts.csv; nearest is \"targets.csv\"")]
    [InlineData("areas list --areas built-ni", 4, "không có tệp built-ni; có phải là \"built-in\"?", "there is no file built-ni; did you mean \"built-in\"?")]
    [InlineData("areas show 06040", 2, "thiếu --on DATE (xem: poverty areas show --help)", "--on DATE is missing (see: poverty areas show --help)")]
    [InlineData("areas show 0604 --on 2023-12-14", 2, "Mã 0604 không phải là đơn vị vào ngày 2023-12-14; có phải là 06040?", "0604 is not a unit on 2023-12-14; did you mean 06040?")]
    [InlineData("completion bsh", 2, "SHELL: \"bsh\" không phải một trong bash, fish, pwsh, zsh; có phải là \"bash\"? (xem: ",
        "SHELL: \"bsh\" is none of bash, fish, pwsh, zsh; did you mean \"bash\"? (see: ")]
    [InlineData("sample --households 10 --seed -1", 2, "--seed: \"-1\" quá nhỏ (xem: poverty sample --help)", "--seed: \"-1\" is too small (see: poverty sample --help)")]
    [InlineData("sample --households 9999999999", 2, "--households: \"9999999999\" quá lớn (xem: poverty sample --help)", "--households: \"9999999999\" is too large (see: poverty sample --help)")]
    [InlineData("run --ot x", 2, "không có tùy chọn \"--ot\"; có phải là \"--out\"? (xem: poverty run --help)",
        "unknown option \"--ot\"; did you mean \"--out\"? (see: poverty run --help)")]
    [InlineData("areas list --on 1/7/2025", 2, "--on: \"1/7/2025\" không phải ngày như 2025-07-01 (xem: ", "--on: \"1/7/2025\" is not a day such as 2025-07-01 (see: ")]
    public async Task A_fault_is_told_in_vietnamese_unless_english_is_asked_for(string line, int exit, string vietnamese, string english)
    {
        var arguments = line.Split(' ');
        Outcome[] outcomes = [await Binary.RunAsync(arguments, _folder.Path), await Binary.RunAsync([.. arguments, "--lang", "en"], _folder.Path)];
        Assert.All(outcomes, outcome => Assert.Equal((exit, ""), (outcome.ExitCode, outcome.Output)));
        Assert.Contains(outcomes[0].ErrorLines, told => told.StartsWith($"poverty: {vietnamese}", StringComparison.Ordinal));
        Assert.Contains(outcomes[1].ErrorLines, told => told.StartsWith($"poverty: {english}", StringComparison.Ordinal));
        Assert.Equal(outcomes[0].ErrorLines.Length, outcomes[1].ErrorLines.Length);
    }

    [Fact]
    public async Task The_check_of_a_standard_follows_the_language_in_every_form()
    {
        Assert.Contains("$: thiếu \"title\"\n", (await Binary.RunAsync(["standards", "check", "own.json"], _folder.Path)).Output, StringComparison.Ordinal);
        Assert.Contains(",\"thiếu \"\"title\"\"\"", await CsvAsync("vi"), StringComparison.Ordinal);
        Assert.Contains("is missing", await CsvAsync("en"), StringComparison.Ordinal);
    }

    private async Task<string> CsvAsync(string language) =>
        (await Binary.RunAsync(["standards", "check", "own.json", "--format", "csv", "--lang", language], _folder.Path)).Output;
}
