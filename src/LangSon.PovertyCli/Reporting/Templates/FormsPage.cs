using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>The page docs/templates.md, generated from the layouts so that no form can be missing from it.</summary>
internal static class FormsPage
{
    private static readonly Phrase Heading = new("Tiếng Việt", "English");

    private static readonly Phrase Introduction = new(
        "`poverty templates` ghi các biểu báo cáo của kỳ cuối vào `templates.xlsx` (`--output` chọn tệp khác; tệp đã có chỉ bị ghi đè khi có `--force`); `poverty run --templates` ghi tệp ấy vào thư mục kết quả. Mỗi biểu một trang; chữ theo `--lang`. Biểu 14, 15 có họ tên nên chỉ có khi thêm `--with-names`.",
        "`poverty templates` writes the report forms of the last round into `templates.xlsx` (`--output` names another file; one that is there is replaced by `--force` only); `poverty run --templates` writes it into the output folder. Each form is a sheet; words follow `--lang`. Forms 14 and 15 hold names and are there with `--with-names` only.");

    private static readonly (Phrase Form, Phrase Shows, Phrase Columns) Header = (new("Biểu", "Form"), new("Nội dung", "What it shows"), new("Cột", "Columns"));

    private static readonly Phrase[] Conventions =
    [
        new("Hàng: huyện in đậm (1, 2, …) với các xã của huyện (1.1, 1.2, …); từ ngày 01/7/2025 các xã, phường đứng thẳng dưới tỉnh (1, 2, …). Dòng tổng cộng ở cuối.",
            "Rows: districts in bold (1, 2, …) with their communes (1.1, 1.2, …); since 1 July 2025 communes and wards stand under the province (1, 2, …). The total is the last row."),
        new("Tỷ lệ, tổng theo huyện, tỉnh và cột có công thức là công thức sống của Excel, kèm giá trị đã tính. Nơi công thức không cho số đúng (sổ có dòng riêng của huyện, hộ chuyển trong tỉnh, hộ thuộc nhiều nhóm) thì ô ghi số đúng; với cột có công thức, dòng ghi chú dưới bảng nói chênh bao nhiêu.",
            "Rates, sums of districts and of the province and columns with a formula are live Excel formulas with their values stored. Where a formula would not give the true figure (a register with a district's own row, households that moved within the province, households of several groups) the cell holds the true figure; of columns with a formula a remark under the table says by how much they differ."),
        new("“…” là số chưa biết, không bao giờ là 0; dòng ghi chú dưới bảng nói vì sao. Tỷ lệ của đơn vị không có hộ thì để trống. Biểu không lập được thì nêu lý do thay cho bảng.",
            "“…” is a figure that is not known, and never 0; a remark under the table says why. The rate of a unit without households is empty. A form that can't be made says why in place of the table."),
        new("Cột theo chỉ số đi theo chuẩn của kỳ; Biểu 2, 3 so kỳ cuối với kỳ gốc (kỳ cuối của năm trước, không có thì kỳ ngay trước) và cần danh sách hộ của cả hai kỳ.",
            "Columns of indicators follow the standard of the round; forms 2 and 3 hold the last round against its base (the last one of an earlier year, else the one before) and need the households of both."),
        new("Cơ quan và người ký theo cấp của đơn vị và ngày của kỳ (trước 01/3/2025: Sở Lao động - Thương binh và Xã hội; sau đó: Sở Nông nghiệp và Môi trường); kết quả có `status` là official hay approved thì do chủ tịch ký. Ngày ký để trống.",
            "Agency and signer go by the level of the unit and the day of the round (before 1 March 2025 the department of labour, then that of agriculture and environment); a result whose `status` is official or approved is signed by the chair. The day of signing is left open."),
        new("Bố cục mỗi biểu là một tệp JSON ở `src/LangSon.PovertyCli/Reporting/Templates`, có ghi nguồn; chưa đối chiếu với phụ lục của thông tư nên dưới mỗi biểu có một dòng nói vậy. Trang in A4 ngang, vừa một trang theo chiều rộng, lặp lại tiêu đề cột; Times New Roman.",
            "The layout of each form is a JSON file in `src/LangSon.PovertyCli/Reporting/Templates` that names its source; they are not checked against the annex of the circular, and a line under each form says so. Pages are A4 landscape, one page wide, with repeated headers, in Times New Roman."),
        new("Biểu 14, 15 (`--with-names`): hộ xếp theo huyện, xã, đánh số trong xã theo thứ tự của tệp; dòng đầu là chủ hộ (bảng hộ), sau đó là thành viên (bảng thành viên, nếu có) theo số thứ tự. Diễn biến so với kỳ mà thay đổi được tính từ đó. Hộ bị loại hay chưa xác định không có trong danh sách, và có dòng ghi chú nói bao nhiêu. Danh sách dài hơn một trang Excel thì sang trang sau, như Biểu 15 (2).",
            "Forms 14 and 15 (`--with-names`): households by district and commune, numbered within the commune in the order of the files; first the head (household table), then the members (member table, where there is one) by number. How it came into its class is told against the round that changes are measured from. Rejected and undetermined households are not listed, and a remark says how many. A list longer than a sheet goes on in the next, such as Form 15 (2)."),
        new("Không có `--with-names` thì không có tên, mã hộ hay địa chỉ của hộ nào. Có thì tệp có họ tên, chỉ chủ tệp đọc được (quyền 0600), và ngoài rejected.csv thì họ tên không ra tệp nào khác. Cùng đầu vào thì cùng từng byte.",
            "Without `--with-names` it holds no name, id or address of any household. With it the file holds names, only its owner can read it (mode 0600), and names go into no other file but rejected.csv. The same inputs give the same bytes."),
    ];

    /// <summary>The whole page as Markdown with LF line ends.</summary>
    public static string Text()
    {
        using var page = new StringWriter { NewLine = "\n" };
        page.WriteLine("# templates.xlsx");
        page.WriteLine();
        page.WriteLine("<!-- Generated from src/LangSon.PovertyCli/Reporting/Templates; a test compares the two. -->");
        foreach (var language in Enum.GetValues<Language>())
        {
            page.WriteLine();
            page.WriteLine($"## {Heading.In(language)}");
            page.WriteLine();
            page.WriteLine(Introduction.In(language));
            page.WriteLine();
            page.WriteLine($"| {Header.Form.In(language)} | {Header.Shows.In(language)} | {Header.Columns.In(language)} |");
            page.WriteLine("| --- | --- | --- |");
            foreach (var layout in FormReader.BuiltIn)
                page.WriteLine($"| {layout.Number}{(layout.Standards.Count == 0 ? "" : $" ({string.Join(", ", layout.Standards)})")} | {layout.ShortTitle.In(language)} | {string.Join("; ", layout.Parts.Select(part => Said(part, language)))} |");
            page.WriteLine();
            foreach (var convention in Conventions) page.WriteLine($"- {convention.In(language)}");
        }
        return page.ToString();
    }

    /// <summary>A header with its columns, each with what stands under it.</summary>
    private static string Said(FormPart part, Language language) => part.Column is not { } column
        ? $"{part.Title.In(language)}: {string.Join(", ", part.Parts.Select(inner => Said(inner, language)))}"
        : column.ForEachIndicator ? $"{column.Number}… {new Phrase("từng chỉ số", "each indicator").In(language)}"
        : column.ForEach.Count > 0 ? string.Join(", ", column.ForEach.Select((value, i) => $"{FormFormula.Step(column.Number, i)} {value}"))
        : $"{column.Label} {part.Title.In(language)}";
}
