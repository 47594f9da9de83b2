using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>The page docs/workbook.md, generated from the sheets so that none can be missing from it.</summary>
internal static class WorkbookPage
{
    private static readonly Phrase Heading = new("Tiếng Việt", "English");

    private static readonly Phrase Introduction = new(
        "`poverty run` ghi `summary.xlsx` với các trang dưới đây; trang nào không có gì để nêu thì được bỏ qua. Tiêu đề, chữ và chú thích theo `--lang`.",
        "`poverty run` writes `summary.xlsx` with the sheets below; a sheet that has nothing to show is left out. Titles, words and notes follow `--lang`.");

    private static readonly (Phrase Sheet, Phrase Shows) Columns = (new("Trang", "Sheet"), new("Nội dung", "What it shows"));

    private static readonly Phrase[] Conventions =
    [
        new("Số là số, kèm định dạng: Excel dùng dấu thập phân của máy (5,92 trên máy tiếng Việt), LibreOffice dùng dấu của ngôn ngữ sổ. Tỷ lệ là phần trăm (5,92 nghĩa là 5,92%) và không bị làm tròn trong ô. Mã đơn vị là chữ, giữ số 0 ở đầu.",
            "Numbers are numbers with a format: Excel uses the decimal sign of the computer (5,92 on a Vietnamese one), LibreOffice that of the book's language. Rates are percent (5.92 means 5.92%) and are not rounded in the cell. Codes are text and keep their leading zeros."),
        new("“–” là số không tính được; lý do ở cột Ghi chú. Ô trống là không có gì phải nêu.",
            "“–” is a figure that cannot be given; the note column says why. An empty cell means that there is nothing to state."),
        new("Dấu * sau tỷ lệ: còn hộ chưa xác định hoặc bị loại nên tỷ lệ có thể khác; khoảng có thể ở cột Ghi chú và trang Thay đổi.",
            "A * after a rate: households that are undetermined or rejected could change it; the note column and the sheet Changes have the range."),
        new("Ô của các con số chính có tên để công thức ở sổ khác dùng: `poor_rate_2023` (cả tỉnh), `poor_rate_2023_181` (huyện 181); tên là chỉ số, kỳ và mã đơn vị, dấu lạ thành `_`.",
            "Cells of the main figures have names that formulas of other books can use: `poor_rate_2023` (the whole), `poor_rate_2023_181` (district 181): measure, round and code of the unit; other signs become `_`."),
        new("Biểu đồ là biểu đồ của Excel, vẽ từ các ô ở bảng ngay bên dưới; sửa màu, đổi kiểu hay chép sang báo cáo như mọi biểu đồ.",
            "Charts are Excel charts drawn from the cells of the table below them; recolour, change or copy them as any other."),
        new("Kết luận có màu và có chữ, nên bản in đen trắng vẫn đọc được. Ở trang Xã, nút bên lề gập các xã lại dưới huyện.",
            "Verdicts have a colour and words, so a black-and-white print says the same. On the sheet Communes the buttons at the edge fold communes under their district."),
        new("Mỗi trang in vừa khổ A4 ngang, lặp lại tiêu đề bảng; nhiều kỳ quá thì in sang trang bên để chữ còn đọc được.",
            "Each sheet prints on A4 landscape with repeated headers; with many rounds it goes on to pages at the side, so that the type can still be read."),
        new("Không có tên, mã hộ hay địa chỉ của hộ nào. Cùng đầu vào thì cùng từng byte.",
            "It holds no name, id or address of any household. The same inputs give the same bytes."),
    ];

    private static readonly Phrase Brief = new(
        "Đoạn văn để dán vào báo cáo ở `brief.docx` (khổ A4, Times New Roman 14, lề theo Nghị định 30/2020/NĐ-CP): số hộ nghèo, hộ cận nghèo, nghèo đa chiều của toàn tỉnh và thay đổi so với kỳ trước, hộ dân tộc thiểu số, biến động, chỉ tiêu; bảng theo huyện (hoặc xã); điều phải lưu ý về số liệu; kỳ số liệu và căn cứ. Số không tính được thì nêu lý do. Bỏ bằng `--no-report`.",
        "The text to paste into a report is in `brief.docx` (A4, Times New Roman 14, margins as in Decree 30/2020/NĐ-CP): poor, near-poor and both together for the whole and their change since the round before, ethnic minorities, movements, targets; a table of districts (or communes); notes on the figures; rounds and law. A figure that cannot be given has its reason. `--no-report` leaves it out.");

    /// <summary>The whole page as Markdown with LF line ends.</summary>
    public static string Text()
    {
        using var page = new StringWriter { NewLine = "\n" };
        page.WriteLine("# summary.xlsx");
        page.WriteLine();
        page.WriteLine("<!-- Generated from src/LangSon.PovertyCli/Reporting/Workbook; a test compares the two. -->");
        foreach (var language in Enum.GetValues<Language>())
        {
            page.WriteLine();
            page.WriteLine($"## {Heading.In(language)}");
            page.WriteLine();
            page.WriteLine(Introduction.In(language));
            page.WriteLine();
            page.WriteLine($"| {Columns.Sheet.In(language)} | {Columns.Shows.In(language)} |");
            page.WriteLine("| --- | --- |");
            foreach (var sheet in Book.Sheets) page.WriteLine($"| {sheet.Title.In(language)} | {sheet.Lead.In(language)} |");
            page.WriteLine();
            foreach (var convention in Conventions) page.WriteLine($"- {convention.In(language)}");
            page.WriteLine();
            page.WriteLine(Brief.In(language));
        }
        return page.ToString();
    }
}
