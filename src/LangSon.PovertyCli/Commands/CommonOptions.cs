using System.CommandLine;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Commands;

/// <summary>The options that hold for every command.</summary>
internal static class CommonOptions
{
    /// <summary>The language of what people read.</summary>
    public static readonly Option<string> Lang = new Option<string>("--lang")
    {
        Description = "Language of what people read: vi or en",
        HelpName = "vi|en",
        Recursive = true,
        DefaultValueFactory = _ => "vi",
    }.AcceptOnlyFromAmong("vi", "en");

    /// <summary>The form of what is printed.</summary>
    public static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "Form of what is printed: table, csv or json",
        HelpName = "table|csv|json",
        Recursive = true,
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong("table", "csv", "json");

    /// <summary>The language asked for.</summary>
    public static Language Language(this ParseResult parse) =>
        parse.GetValue(Lang) == "en" ? Poverty.Text.Language.English : Poverty.Text.Language.Vietnamese;

    /// <summary>The form asked for.</summary>
    public static OutputFormat OutputFormat(this ParseResult parse) => parse.GetValue(Format) switch
    {
        "csv" => Reporting.Tables.OutputFormat.Csv,
        "json" => Reporting.Tables.OutputFormat.Json,
        _ => Reporting.Tables.OutputFormat.Table,
    };
}
