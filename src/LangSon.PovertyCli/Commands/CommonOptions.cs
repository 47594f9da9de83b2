using System.CommandLine;
using System.CommandLine.Parsing;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Commands;

/// <summary>The options that hold for every command, and what they say.</summary>
internal static class CommonOptions
{
    /// <summary>The language of what people read.</summary>
    public static readonly Option<string> Lang = new Option<string>("--lang")
    {
        Description = "Language of what people read: vi or en / Ngôn ngữ của kết quả",
        HelpName = "vi|en",
        Recursive = true,
        DefaultValueFactory = _ => "vi",
    }.AcceptOnlyFromAmong("vi", "en");

    /// <summary>The form of what is printed.</summary>
    public static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "Form of what is printed: table, csv or json / Dạng kết quả",
        HelpName = "table|csv|json",
        Recursive = true,
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong("table", "csv", "json");

    /// <summary>The folder for outputs.</summary>
    public static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for the outputs, replaced as a whole / Thư mục kết quả",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>From which severity on findings make the exit code 1.</summary>
    public static readonly Option<string> FailOn = new Option<string>("--fail-on")
    {
        Description = "Findings of this severity or above end with exit code 1 / Mức lỗi làm mã thoát là 1",
        HelpName = "error|warn|never",
        Recursive = true,
        DefaultValueFactory = _ => "error",
    }.AcceptOnlyFromAmong("error", "warn", "never");

    /// <summary>Only errors on stderr.</summary>
    public static readonly Option<bool> Quiet = new("--quiet")
    {
        Description = "Say nothing but errors on stderr / Chỉ báo lỗi",
        Recursive = true,
    };

    /// <summary>More on stderr, stack traces of internal faults included.</summary>
    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Say more on stderr / Báo chi tiết",
        Recursive = true,
    };

    /// <summary>Everything but writing.</summary>
    public static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Do everything but write / Chạy thử, không ghi tệp",
        Recursive = true,
    };

    /// <summary>Replace a former run that was changed by hand.</summary>
    public static readonly Option<bool> Force = new("--force")
    {
        Description = "Replace a former run that was changed by hand (never an approved one) / Ghi đè kết quả cũ đã bị sửa",
        Recursive = true,
    };

    /// <summary>Plain text without colours.</summary>
    public static readonly Option<bool> NoColor = new("--no-color")
    {
        Description = "No colours; the variable NO_COLOR says the same / Không dùng màu",
        Recursive = true,
    };

    /// <summary>How many files are read at once.</summary>
    public static readonly Option<int> Threads = Whole(new Option<int>("--threads")
    {
        Description = "How many files to read at once; figures never depend on it / Số luồng",
        HelpName = "N",
        Recursive = true,
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }, 1);

    /// <summary>How long to wait for another run to release the output folder.</summary>
    public static readonly Option<int> Wait = Whole(new Option<int>("--wait")
    {
        Description = "Seconds to wait while another run holds the output folder / Số giây chờ",
        HelpName = "SECONDS",
        Recursive = true,
        DefaultValueFactory = _ => 0,
    }, 0);

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<Option> All { get; } =
        [Out, Lang, Format, FailOn, DryRun, Force, Wait, Threads, Quiet, Verbose, NoColor];

    /// <summary>The language asked for.</summary>
    public static Language Language(this ParseResult parse) =>
        parse.GetValue(Lang) == "en" ? Poverty.Text.Language.English : Poverty.Text.Language.Vietnamese;

    /// <summary>Adds a complaint to a command line that is still being read, in the language that it asks for.</summary>
    public static void AddError(this SymbolResult result, Phrase complaint) =>
        result.AddError(complaint.In(result.GetResult(Lang)?.Tokens is [{ Value: "en" }] ? Poverty.Text.Language.English : Poverty.Text.Language.Vietnamese));

    /// <summary>The form asked for.</summary>
    public static OutputFormat OutputFormat(this ParseResult parse) => parse.GetValue(Format) switch
    {
        "csv" => Reporting.Tables.OutputFormat.Csv,
        "json" => Reporting.Tables.OutputFormat.Json,
        _ => Reporting.Tables.OutputFormat.Table,
    };

    /// <summary>Whether results may be coloured: on a terminal, unless somebody said no.</summary>
    public static bool UsesColours(this ParseResult parse) => !Console.IsOutputRedirected && !parse.GetValue(NoColor)
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>The lowest severity that makes the exit code 1; null: none does.</summary>
    public static Severity? FailOnSeverity(this ParseResult parse) => parse.GetValue(FailOn) switch
    {
        "never" => null,
        "warn" => Severity.Warn,
        _ => Severity.Error,
    };

    private static Option<int> Whole(Option<int> option, int least)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var value) && value < least)
                result.AddError(new Phrase($"{option.Name} phải là số nguyên từ {least} trở lên, nhưng lại là \"{text}\".",
                    $"{option.Name} expects a whole number of at least {least}, found \"{text}\"."));
        });
        return option;
    }
}
