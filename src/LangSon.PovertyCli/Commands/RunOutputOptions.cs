using System.CommandLine;

namespace LangSon.PovertyCli.Commands;

/// <summary>The options of <c>run</c> that say which outputs are written.</summary>
internal static class RunOutputOptions
{
    /// <summary>Household lists besides the totals.</summary>
    public static readonly Option<bool> Households = new("--households")
    {
        Description = "Also write classes-YEAR.csv, a row a household / Ghi thêm danh sách hộ",
    };

    /// <summary>No workbook, which takes the longest to write.</summary>
    public static readonly Option<bool> NoWorkbook = new("--no-workbook")
    {
        Description = "Do not write summary.xlsx / Không ghi summary.xlsx",
    };

    /// <summary>No text for reports.</summary>
    public static readonly Option<bool> NoReport = new("--no-report")
    {
        Description = "Do not write brief.docx / Không ghi brief.docx",
    };

    /// <summary>The official report forms besides.</summary>
    public static readonly Option<bool> Templates = new("--templates")
    {
        Description = "Also write templates.xlsx, the official report forms / Ghi thêm các biểu báo cáo",
    };

    /// <summary>Times in run.json or not.</summary>
    public static readonly Option<string?> Timestamp = new Option<string?>("--timestamp")
    {
        Description = "none: leave times out of run.json, so that equal inputs give equal bytes / Không ghi thời gian",
        HelpName = "none",
    }.AcceptOnlyFromAmong("none");

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    public static void AddTo(Command command)
    {
        command.Add(Households);
        command.Add(NoWorkbook);
        command.Add(NoReport);
        command.Add(Templates);
        command.Add(Timestamp);
    }
}
