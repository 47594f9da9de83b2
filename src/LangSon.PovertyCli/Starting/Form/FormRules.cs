using System.Globalization;
using ClosedXML.Excel;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>What the cells of a column accept, with the hint that Excel shows before and the complaint after.</summary>
/// <param name="lists">The lists to choose from.</param>
/// <param name="year">The year of the round.</param>
/// <param name="language">The language of hints and complaints.</param>
internal sealed class FormRules(FormLists lists, int year, Language language)
{
    // Excel's own limits, in characters.
    private const int LongestTitle = 32;
    private const int LongestText = 255;

    // Older heads than this are slips of the pen.
    private const int OldestBirthYear = 1900;

    /// <summary>Sets the rule of a column on its entry cells.</summary>
    /// <param name="column">The column.</param>
    /// <param name="cells">Its entry cells.</param>
    /// <param name="commune">The address of the first row's commune code.</param>
    public void Set(FormColumn column, IXLRange cells, string commune)
    {
        var rule = cells.SetDataValidation();
        var complaint = Rule(rule, column, cells, commune);
        rule.IgnoreBlanks = true;
        rule.ErrorStyle = XLErrorStyle.Stop;
        rule.InputTitle = Cut(column.Title.In(language), LongestTitle);
        rule.InputMessage = Cut(column.Explanation.In(language), LongestText);
        rule.ErrorTitle = Cut(new Phrase("Giá trị không hợp lệ", "This value does not fit").In(language), LongestTitle);
        rule.ErrorMessage = Cut(complaint.In(language), LongestText);
    }

    private Phrase Rule(IXLDataValidation rule, FormColumn column, IXLRange cells, string commune)
    {
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
                rule.List($"INDEX({lists.Names},MATCH({commune},{lists.Codes},0))", true);
                return new("Tên xã không khớp với mã xã; hãy chọn tên trong danh sách hoặc để trống.", "The name does not belong to the code; choose it from the list or leave it blank.");
            case "household_id":
                var first = cells.FirstCell().Address;
                rule.Custom($"COUNTIF({cells.RangeAddress.ToStringFixed(XLReferenceStyle.A1)},{first})=1");
                return new("Mã hộ này đã có ở dòng khác; mỗi hộ chỉ nhập một dòng.", "This id stands in another row; a household has one row.");
            case "head_birth_year":
                rule.WholeNumber.Between(OldestBirthYear, year);
                return new($"Hãy nhập năm sinh, từ {OldestBirthYear} đến {year}.", $"Enter the year of birth, from {OldestBirthYear} to {year}.");
        }
        switch (column.Column.Kind)
        {
            case ValueKind.Whole:
                rule.WholeNumber.Between(column.Column.Least!.Value, column.Column.Most!.Value);
                return new($"Hãy nhập số nguyên từ {column.Column.Least} đến {column.Column.Most}.", $"Enter a whole number from {column.Column.Least} to {column.Column.Most}.");
            case ValueKind.Amount:
                rule.Decimal.EqualOrGreaterThan(column.Column.Least!.Value);
                return new($"Hãy nhập số đồng, từ {column.Column.Least} trở lên, ví dụ 1250000; không nhập chữ và không nhập theo nghìn đồng.",
                    $"Enter an amount in VND of at least {column.Column.Least}, such as 1250000; no letters, not in thousands.");
            case ValueKind.Text or ValueKind.Word:
                rule.TextLength.EqualOrLessThan(LongestText);
                return new(string.Create(CultureInfo.InvariantCulture, $"Nhiều nhất {LongestText} ký tự."), string.Create(CultureInfo.InvariantCulture, $"At most {LongestText} characters."));
        }
        throw new InvalidOperationException($"No rule for {column.Name}.");
    }

    /// <summary>A text that Excel can show; what does not fit stands on the guide.</summary>
    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";
}
