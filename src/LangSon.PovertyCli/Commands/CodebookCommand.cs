using System.CommandLine;
using System.CommandLine.Completions;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty codebook</c>: the data dictionary of everything that is read.</summary>
internal static class CodebookCommand
{
    private static readonly Option<string?> Standard = new("--standard")
    {
        Description = "Indicators of that standard only / Chỉ nêu chỉ số của một chuẩn",
        HelpName = "ID",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Standard.CompletionSources.Add(_ => StandardLibrary.BuiltIn.Select(standard => new CompletionItem(standard.Id)));
        var command = new ExampleCommand("codebook", "Every column, word and small table that is read, with its meaning / Từ điển dữ liệu",
            "poverty codebook",
            "poverty codebook --standard vn-2022",
            "poverty codebook --format csv")
        {
            Standard,
        };
        command.SetAction(parse => Print(parse, parse.GetValue(Standard)));
        return command;
    }

    private static int Print(ParseResult parse, string? id)
    {
        Standard[] standards = [.. StandardLibrary.BuiltIn.Where(standard => id is null || standard.Id == id)];
        if (standards.Length == 0)
            return parse.Refuse(ExitCode.Usage, Answer.WithNearest(new($"Không có chuẩn \"{id}\"", $"There is no standard \"{id}\""),
                Nearest.To(id!, StandardLibrary.BuiltIn.Select(known => known.Id))));
        if (parse.OutputFormat() != OutputFormat.Table) return parse.Print(CodebookTables.Everything(standards));
        Section(parse, new("Bảng hộ: mỗi dòng một hộ", "Household table: a row a household"), CodebookTables.Columns(SurveyColumns.Households));
        Section(parse, new("Bảng thành viên: mỗi dòng một người", "Member table: a row a member"), CodebookTables.Columns(SurveyColumns.Members));
        Section(parse, new("Chỉ số: 1 (có) là thiếu hụt; cần khi chuẩn áp dụng có chỉ số đó và tệp không có các câu trả lời của quy tắc",
            "Indicators: 1 (yes) is deprived; needed where the standard in force has them and the answers of their rule are not there"), CodebookTables.Indicators(standards));
        Section(parse, new("Câu trả lời mà quy tắc của từng chỉ số hỏi; có các câu trả lời này thì không cần cột chỉ số", "Answers that the rule of each indicator asks for; with them no column of the indicator is needed"), CodebookTables.Answers(standards));
        Section(parse, new("Các từ được hiểu (mã số trên phiếu giấy mỗi nơi một khác: khai báo nghĩa của từng mã trong values)", "Words understood (numeric codes of paper forms differ: say in values what each means)"), CodebookTables.Words());
        Section(parse, new("Tiêu đề được hiểu ở bảng hộ", "Headers understood in the household table"), CodebookTables.Headers(SurveyColumns.Households));
        Section(parse, new("Tiêu đề được hiểu ở bảng thành viên", "Headers understood in the member table"), CodebookTables.Headers(SurveyColumns.Members));
        Section(parse, new("Các bảng nhỏ", "Small tables"), CodebookTables.SmallTables(), isLast: true);
        return (int)ExitCode.Done;
    }

    private static void Section(ParseResult parse, Phrase title, TextTable table, bool isLast = false)
    {
        parse.Say(title.With(":"));
        parse.Print(table);
        if (!isLast) parse.Say("");
    }
}
