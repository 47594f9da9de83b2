using ClosedXML.Excel;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>The sheet that tells the enumerator what to enter.</summary>
internal static class FormGuide
{
    /// <summary>The sheet's name.</summary>
    public static readonly Phrase Name = new("Hướng dẫn", "Guide");

    private static readonly Phrase[] Steps =
    [
        new("1. Xóa các dòng ví dụ ở trang nhập liệu (chọn các dòng, bấm Delete); chỉ xóa nội dung, không xóa dòng.", "1. Clear the example rows of the entry sheet (select them, press Delete); clear the contents, do not remove rows."),
        new("2. Mỗi hộ nhập một dòng. Mã hộ giữ nguyên như năm trước; hộ mới thì đặt mã mới, không dùng lại mã cũ.", "2. One row a household. It keeps its id of the year before; a new household gets a new id that nobody had."),
        new("3. Ô có mũi tên thì chọn trong danh sách. Số nhập không có dấu phân cách và đơn vị.", "3. Choose from the list where a cell has an arrow. Numbers are entered without separators and units."),
        new("4. Chưa biết thì để trống, không đoán: ô trống là chưa biết, không phải là \"đủ\" hay \"không\".", "4. Leave blank what is not known: blank means not known, never \"enough\" or \"no\"."),
        new("5. Hộ đã chuyển đi, nhập hộ khác hoặc không còn: giữ dòng và chọn lý do giảm; hộ đó không tính vào số liệu.", "5. A household that moved, merged or is no more: keep its row and choose the reason for leaving; it is counted in no figure."),
        new("6. Không nhập họ tên, số định danh, địa chỉ, số điện thoại: việc tổng hợp không cần các thông tin đó.", "6. Enter no names, identity numbers, addresses or telephone numbers: nothing here needs them."),
    ];

    /// <summary>Writes the sheet.</summary>
    public static void Write(IXLWorksheet cells, Dictionary<Style, IXLStyle> styles, ReviewRound round, IReadOnlyList<FormColumn> columns, Language language, string title)
    {
        var sheet = new Sheet(cells, language, styles);
        SheetColumn[] headers =
        [
            new(new("Cột", "Column"), Format.Text, 30),
            new(new("Ghi gì", "What to enter"), Format.Text, 74),
            new(new("Giá trị", "Values"), Format.Text, 40),
        ];
        sheet.Widths(headers.Select(header => header.Width));
        sheet.Heading(new("Hướng dẫn nhập liệu", "How to fill in the form"), new($"Rà soát năm {round.Year}, theo {round.Law.Standard.Title.Vi} ({round.Law.Standard.Id}).", $"Review of {round.Year}, by the {round.Law.Standard.Title.En} ({round.Law.Standard.Id})."));
        foreach (var step in Steps) sheet.Line(step);
        sheet.Section(new("Các cột", "The columns"));
        var table = new SheetTable(sheet, headers);
        table.Header();
        foreach (var column in columns) table.Row([Entry.Of(column.Title), Entry.Of(column.Explanation), Entry.Of(Values(column))]);
        sheet.Finish(title);
        cells.Protect();
    }

    private static Phrase Values(FormColumn column) => column.Choices.Count switch
    {
        0 when column.Name is "commune_code" or "commune_name" => new("chọn trong trang Danh mục", "chosen from the sheet Lists"),
        0 => CodebookTables.Value(column.Column),
        > 10 => new($"chọn: {column.Choices[0].Label.Vi}, {column.Choices[1].Label.Vi}, … (trang Danh mục)", $"choose: {column.Choices[0].Label.En}, {column.Choices[1].Label.En}, … (sheet Lists)"),
        _ => new("chọn: " + string.Join(", ", column.Choices.Select(choice => choice.Label.Vi)), "choose: " + string.Join(", ", column.Choices.Select(choice => choice.Label.En))),
    };
}
