using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>What returned workbooks say to the people of a commune.</summary>
internal static class ReturnWords
{
    /// <summary>What is to be done, step by step.</summary>
    public static IReadOnlyList<Phrase> Steps { get; } =
    [
        new("Bấm vào địa chỉ ô trong bảng dưới đây để đến ô cần xem. Ô tô đỏ là lỗi, phải sửa; ô tô vàng cần kiểm tra lại, nếu đúng thì giữ nguyên.",
            "Click the address of a cell in the list below to go there. Red cells are faults and must be mended; yellow cells need another look and stay as they are if they are right."),
        new("Đưa con trỏ vào ô tô màu để đọc hướng dẫn, rồi sửa ngay trong ô đó theo phiếu gốc.", "Point at a coloured cell to read what to do, then mend that very cell by the paper form."),
        new("Viết số, ngày và mã theo đúng cách của các ô khác trong cột.", "Write numbers, days and codes as the other cells of the column do."),
        new("Không đổi tên trang, tiêu đề và thứ tự cột; không chèn, không xóa cột; không gộp ô, không dùng công thức.", "Leave the names of sheets, the headers and the order of columns as they are; insert or delete no column, merge no cells, use no formulas."),
        new("Lưu dạng .xlsx với tên tệp giữ nguyên và nộp lại tệp này.", "Save as .xlsx under the same name and hand this file in again."),
        new("Tệp có thông tin cá nhân của các hộ: chỉ gửi cho người có trách nhiệm.", "The file holds personal data of households: give it only to those in charge."),
    ];

    /// <summary>How much a fault matters.</summary>
    public static Phrase Of(Severity severity) => severity == Severity.Error ? new("Lỗi", "Error") : new("Cần xem lại", "Look again");

    /// <summary>What to do with a row whose cells can't be trusted.</summary>
    public static Phrase TypeAgain(string id) => new($"Hãy gõ lại cả dòng theo phiếu gốc, kể cả mã hộ ở ô này (trong tệp: \"{id}\").", $"Type the whole row again from the paper form, the id in this cell too (in the file: \"{id}\").");
}
