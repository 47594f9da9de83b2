using System.CommandLine;
using LangSon.Poverty.Text;

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

    /// <summary>The lists of names among the forms.</summary>
    public static readonly Option<bool> WithNames = new("--with-names")
    {
        Description = "Forms 14, 15 too, the lists of near-poor and poor households by name; nobody but you can read the file / Thêm Biểu 14, 15: danh sách có họ tên; tệp chỉ chủ tệp đọc được",
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
        command.Add(WithNames);
        command.Add(Timestamp);
        command.Validators.Add(result =>
        {
            if (result.GetValue(WithNames) && !result.GetValue(Templates))
                result.AddError(new Phrase("--with-names cần --templates: họ tên chỉ có trong templates.xlsx", "--with-names needs --templates: names stand in templates.xlsx alone"));
        });
    }
}
