using ClosedXML.Excel;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>The sheet that tells the enumerator what to enter.</summary>
internal static class FormGuide
{
    /// <summary>The sheet's name.</summary>
    public static readonly Phrase Name = SheetChoice.Guide;

    private static readonly Phrase[] Steps =
    [
        new("Xóa các dòng ví dụ ở hai trang nhập liệu (chọn các dòng, bấm Delete); chỉ xóa nội dung, không xóa dòng.", "Clear the example rows of the two entry sheets (select them, press Delete); clear the contents, do not remove rows."),
        new($"Trang {EntrySheet.HouseholdsName.Vi}: mỗi hộ một dòng. Mã hộ giữ nguyên như năm trước; hộ mới thì đặt mã mới, không dùng lại mã cũ.",
            $"Sheet {EntrySheet.HouseholdsName.En}: one row a household. It keeps its id of the year before; a new household gets a new id that nobody had."),
        new($"Trang {EntrySheet.MembersName.Vi}: mỗi người một dòng, kể cả chủ hộ và trẻ nhỏ, đủ số nhân khẩu của hộ; mã hộ chọn trong danh sách, mỗi hộ có đúng một chủ hộ. Người chưa liệt kê được coi là chưa biết.",
            $"Sheet {EntrySheet.MembersName.En}: one row a person, the head and small children too, as many as the household's size; the id is chosen from the list, and one member is the head. Members not listed are unknown."),
        new("Không cần tự đánh dấu hộ thiếu hụt chỉ số nào: chương trình tính từ các câu trả lời, theo đúng quy tắc của chuẩn nghèo.", "Nobody marks what a household lacks: the program tells it from the answers, by the rules of the standard."),
        new("Ô có mũi tên thì chọn trong danh sách. Ô cho nhiều câu trả lời thì chọn một, hoặc gõ nhiều từ của trang Danh mục, cách nhau bằng dấu chấm phẩy. Số nhập không có dấu phân cách và đơn vị.",
            "Choose from the list where a cell has an arrow. Where several answers may stand choose one, or type several words of the sheet Lists with semicolons between. Numbers are entered without separators and units."),
        new("Chưa biết thì để trống, không đoán: ô trống là chưa biết, không phải là \"có\" hay \"không\".", "Leave blank what is not known: blank means not known, never \"yes\" or \"no\"."),
        new("Hộ đã chuyển đi, nhập hộ khác hoặc không còn: giữ dòng và chọn lý do giảm; hộ đó không tính vào số liệu.", "A household that moved, merged or is no more: keep its row and choose the reason for leaving; it is counted in no figure."),
        new("Không nhập họ tên, số định danh, địa chỉ, số điện thoại: việc tổng hợp không cần các thông tin đó.", "Enter no names, identity numbers, addresses or telephone numbers: nothing here needs them."),
    ];

    private static readonly Phrase Scoring = new(
        "Hộ được chấm điểm bằng phiếu mà không liệt kê thành viên: ghi điểm B2 (điểm B2 thay cho các chỉ số chưa biết); chấm cả B1 thay cho hỏi thu nhập thì ghi điểm B1 và đặt \"classifyBy\": \"b1\" trong poverty.json; hộ xếp ngay bằng phiếu A thì chỉ cần kết quả phiếu A. Không hộ nào có danh sách thành viên thì bỏ dòng \"members\" trong tệp đó.",
        "A household that was scored by forms and whose members are not listed: enter its B2 points, which stand for what is not known; where B1 was scored in place of the income, enter its points and set \"classifyBy\": \"b1\" in poverty.json; a household settled by form A needs the result of form A alone. Where no household has its members listed take the line \"members\" out of that file.");

    /// <summary>Writes the sheet.</summary>
    public static void Write(IXLWorksheet cells, Dictionary<Style, IXLStyle> styles, ReviewRound round, IReadOnlyList<EntrySheet> entries, Language language, string title)
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
        foreach (var (i, step) in (round.Law.HasPoints ? Steps.Append(Scoring) : Steps).Index()) sheet.Line(new Phrase($"{i + 1}. ", $"{i + 1}. ").With(step));
        foreach (var entry in entries)
        {
            sheet.Section(new Phrase("Các cột của trang ", "The columns of the sheet ").With(entry.Name));
            var table = new SheetTable(sheet, headers);
            table.Header();
            foreach (var column in entry.Columns) table.Row([Entry.Of(column.Title), Entry.Of(column.Explanation), Entry.Of(Values(column))]);
        }
        sheet.Finish(title);
        cells.Protect();
    }

    private static Phrase Values(FormColumn column) => column.Choices.Count switch
    {
        0 when column.Name is "commune_code" or "commune_name" => new("chọn trong trang Danh mục", "chosen from the sheet Lists"),
        0 => CodebookTables.Value(column.Column),
        > 10 => new($"chọn: {column.Choices[0].Label.Vi}; {column.Choices[1].Label.Vi}; … (trang Danh mục)", $"choose: {column.Choices[0].Label.En}; {column.Choices[1].Label.En}; … (sheet Lists)"),
        _ => new("chọn: " + string.Join("; ", column.Choices.Select(choice => choice.Label.Vi)), "choose: " + string.Join("; ", column.Choices.Select(choice => choice.Label.En))),
    };
}
