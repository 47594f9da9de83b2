using System.Globalization;
using ClosedXML.Excel;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>What the cells of a column accept, with the hint that Excel shows before and the complaint after.</summary>
/// <param name="lists">The lists to choose from.</param>
/// <param name="households">The household sheet, whose ids the members' are chosen from.</param>
/// <param name="year">The year of the round.</param>
/// <param name="language">The language of hints and complaints.</param>
internal sealed class FormRules(FormLists lists, EntrySheet households, int year, Language language)
{
    // Excel's own limits, in characters.
    private const int LongestTitle = 32;
    private const int LongestText = 255;

    /// <summary>Sets the rule of a column on its entry cells.</summary>
    public void Set(FormColumn column, IXLRange cells, EntrySheet sheet)
    {
        var rule = cells.SetDataValidation();
        var complaint = Rule(rule, column, cells, sheet);
        rule.IgnoreBlanks = true;
        rule.ErrorStyle = XLErrorStyle.Stop;
        // One of several words may be chosen; that others are typed behind it must not be refused.
        rule.ShowErrorMessage = column.Column.Kind != ValueKind.Words;
        rule.InputTitle = Cut(column.Title.In(language), LongestTitle);
        rule.InputMessage = Cut(column.Explanation.In(language), LongestText);
        rule.ErrorTitle = Cut(new Phrase("Giá trị không hợp lệ", "This value does not fit").In(language), LongestTitle);
        rule.ErrorMessage = Cut(complaint.In(language), LongestText);
    }

    private Phrase Rule(IXLDataValidation rule, FormColumn column, IXLRange cells, EntrySheet sheet)
    {
        var first = cells.FirstCell().Address;
        if (column.Choices.Count > 0)
        {
            rule.List(lists.For(column), true);
            return new($"Hãy chọn một giá trị trong danh sách, ví dụ \"{column.Choices[0].Label.Vi}\".", $"Choose a value of the list, such as \"{column.Choices[0].Label.En}\".");
        }
        switch (column.Name)
        {
            case "commune_code":
                rule.List(lists.Codes, true);
                return new("Hãy chọn mã xã trong trang Danh mục, giữ số 0 ở đầu.", "Choose a commune code of the sheet Lists; keep the leading zero.");
            case "commune_name":
                // One choice, the name that belongs to the code beside it.
                rule.List($"INDEX({lists.Names},MATCH(${sheet.Letters("commune_code")}{EntrySheet.FirstRow},{lists.Codes},0))", true);
                return new("Tên xã không khớp với mã xã; hãy chọn tên trong danh sách hoặc để trống.", "The name does not belong to the code; choose it from the list or leave it blank.");
            case "household_id" when sheet.Name != households.Name:
                var ids = $"${households.Letters("household_id")}";
                rule.List($"'{households.Name.In(language)}'!{ids}${EntrySheet.FirstRow}:{ids}${households.End - 1}", true);
                return new($"Mã hộ này không có ở trang {households.Name.Vi}; hãy nhập hộ ở đó trước.", $"The sheet {households.Name.En} has no such id; enter the household there first.");
            case "household_id":
                rule.Custom($"COUNTIF({cells.RangeAddress.ToStringFixed(XLReferenceStyle.A1)},{first})=1");
                return new("Mã hộ này đã có ở dòng khác; mỗi hộ chỉ nhập một dòng.", "This id stands in another row; a household has one row.");
            case "member_no":
                var whose = sheet.Letters("household_id");
                rule.Custom($"COUNTIFS(${whose}${EntrySheet.FirstRow}:${whose}${sheet.End - 1},${whose}{EntrySheet.FirstRow},{cells.RangeAddress.ToStringFixed(XLReferenceStyle.A1)},{first})=1");
                return new("Hộ này đã có thành viên mang số đó; mỗi thành viên một số.", "A member of this household has that number; each has one of its own.");
        }
        return column.Column.Flag is null ? ByKind(rule, column.Column, first) : NumberOrFlag(rule, column.Column, first);
    }

    private Phrase ByKind(IXLDataValidation rule, SurveyColumn column, IXLAddress first)
    {
        var (least, most) = (Number(column.Least), Number(column.Most));
        switch (column.Kind)
        {
            case ValueKind.Whole when column.Most is null:
                rule.WholeNumber.EqualOrGreaterThan(column.Least!.Value);
                return new($"Hãy nhập số nguyên từ {least} trở lên.", $"Enter a whole number of at least {least}.");
            case ValueKind.Whole:
                rule.WholeNumber.Between(column.Least!.Value, column.Most.Value);
                return new($"Hãy nhập số nguyên từ {least} đến {most}.", $"Enter a whole number from {least} to {most}.");
            case ValueKind.Amount when column.Most is null:
                rule.Decimal.EqualOrGreaterThan(column.Least!.Value);
                return new($"Hãy nhập số đồng, từ {least} trở lên, ví dụ 1250000; không nhập chữ và không nhập theo nghìn đồng.",
                    $"Enter an amount in VND of at least {least}, such as 1250000; no letters, not in thousands.");
            case ValueKind.Amount:
                rule.Decimal.Between(column.Least!.Value, column.Most.Value);
                return new Phrase($"Hãy nhập một số từ {least} đến {most}, không kèm chữ; đơn vị: ", $"Enter a number from {least} to {most} without letters, in ").With(column.Unit!.Value).With(".");
            case ValueKind.Day:
                rule.Custom(IsBirth(first));
                return new($"Hãy nhập ngày sinh dạng 15/03/1990, hoặc chỉ năm sinh; từ năm {year - OldestAge} đến {year}.", $"Enter the day of birth as 15/03/1990, or the year alone; from {year - OldestAge} to {year}.");
            case ValueKind.Text or ValueKind.Word or ValueKind.Words:
                rule.TextLength.EqualOrLessThan(LongestText);
                return new($"Nhiều nhất {Number(LongestText)} ký tự.", $"At most {Number(LongestText)} characters.");
        }
        throw new InvalidOperationException($"No rule for {column.Name}.");
    }

    // Nobody is older.
    private const int OldestAge = 120;

    /// <summary>Text that reads as day/month/year, or as a year; days are text here, so that no Excel turns their order round.</summary>
    private string IsBirth(IXLAddress cell)
    {
        var (low, high) = (Number(year - OldestAge), Number(year));
        return $"IF(LEN({cell})=4,AND({cell}+0>={low},{cell}+0<={high}),AND(RIGHT({cell},4)+0>={low},RIGHT({cell},4)+0<={high}," +
            $"MID({cell},FIND(\"/\",{cell})+1,LEN({cell})-FIND(\"/\",{cell})-5)+0<=12,LEFT({cell},FIND(\"/\",{cell})-1)+0<=31))";
    }

    /// <summary>Numbers beside yes and no: a bare 1 would be read as yes, so none may be typed.</summary>
    private Phrase NumberOrFlag(IXLDataValidation rule, SurveyColumn column, IXLAddress first)
    {
        var (yes, no) = (WordLists.All["flag"].Single(word => word.Name == "yes").Label, WordLists.All["flag"].Single(word => word.Name == "no").Label);
        rule.Custom($"OR({first}=\"{yes.In(language)}\",{first}=\"{no.In(language)}\",AND(ISNUMBER({first}),{first}>={Number(column.Least)},{first}<={Number(column.Most)},{first}<>1))");
        return new($"Hãy nhập z-score từ {column.Least} đến {column.Most}, hoặc \"{yes.Vi}\", \"{no.Vi}\". Số 1 dễ lẫn với \"{yes.Vi}\": z-score bằng 1 thì ghi \"{no.Vi}\".",
            $"Enter a z-score from {column.Least} to {column.Most}, or \"{yes.En}\", \"{no.En}\". A bare 1 would mean \"{yes.En}\": for a z-score of 1 enter \"{no.En}\".");
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text that Excel can show; what does not fit stands on the guide.</summary>
    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";
}
