using System.Globalization;
using ClosedXML.Excel;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>The sheet into which households are entered: locked headers, unlocked cells, a rule for every column.</summary>
internal static class EntrySheet
{
    /// <summary>The sheet's name, which poverty.json names as well.</summary>
    public static readonly Phrase Name = new("Danh sách hộ", "Households");

    /// <summary>How many households a form has room for.</summary>
    public const int Rows = 300;

    /// <summary>The row of the headers.</summary>
    public const int Header = 5;

    private const int FirstRow = Header + 1;
    private const double TurnedHeader = 148;

    private const int PrintedPercent = 75;

    // What stays in sight: who the household is.
    private const int FrozenColumns = 2;

    /// <summary>Writes the sheet.</summary>
    public static void Write(IXLWorksheet cells, Dictionary<Style, IXLStyle> styles, ReviewRound round, IReadOnlyList<FormColumn> columns,
        IReadOnlyList<IReadOnlyDictionary<string, string>> households, FormRules rules, Language language, string title)
    {
        var sheet = new Sheet(cells, language, styles);
        sheet.Widths(columns.Select(column => column.Width));
        Headings(cells, sheet, round, columns);
        var commune = columns.Index().Single(item => item.Item.Name == "commune_code").Index + 1;
        foreach (var (i, column) in columns.Index())
        {
            var range = cells.Range(FirstRow, i + 1, Header + Rows, i + 1);
            range.Style = EntryStyle(column, language);
            if (column.IsNarrow) range.AddConditionalFormat().WhenEquals($"\"{column.Choices[0].Label.In(language)}\"").Fill.SetBackgroundColor(Palette.OpenPale);
            rules.Set(column, range, $"${XLHelper.GetColumnLetterFromNumber(commune)}{FirstRow}");
        }
        foreach (var (row, household) in households.Index())
            foreach (var (i, column) in columns.Index())
                if (household.TryGetValue(column.Name, out var value))
                    Put(cells.Cell(FirstRow + row, i + 1), column, value, language);
        sheet.Next = FirstRow + Rows;
        sheet.Freeze(Header, Header, FrozenColumns);
        sheet.Finish(title);
        // Two pages side by side that can be read: who the household is, and with its id again, what it lacks and its class.
        cells.PageSetup.AdjustTo(PrintedPercent);
        cells.PageSetup.PageOrder = XLPageOrderValues.OverThenDown;
        cells.PageSetup.AddVerticalPageBreak(columns.TakeWhile(column => column.Band < FormBand.Deprivations).Count());
        cells.Protect()
            .AllowElement(XLSheetProtectionElements.FormatColumns)
            .AllowElement(XLSheetProtectionElements.FormatRows);
        cells.SheetView.ZoomScale = 90;
    }

    private static void Headings(IXLWorksheet cells, Sheet sheet, ReviewRound round, IReadOnlyList<FormColumn> columns)
    {
        sheet.Line(new($"Danh sách hộ rà soát năm {round.Year}", $"Households of the {round.Year} review"), Look.Title, 26);
        sheet.Line(new(
            $"Mỗi hộ một dòng, nhiều nhất {Rows} hộ. Các dòng có sẵn là ví dụ được tạo ra, không có hộ thật: xóa trước khi nhập. Chọn ô để xem hướng dẫn; chi tiết ở trang {FormGuide.Name.Vi}.",
            $"One row a household, at most {Rows}. The rows that stand here are made-up examples, no household is real: clear them first. Select a cell to see its hint; more on the sheet {FormGuide.Name.En}."), Look.Lead, 17);
        sheet.Gap(6);
        for (var i = 0; i < columns.Count;)
        {
            var span = columns.Skip(i).TakeWhile(column => column.Band == columns[i].Band).Count();
            sheet.Put(sheet.Next, i + 1, Entry.Of(Title(columns[i].Band)), Look.Band, Format.Text, span);
            i += span;
        }
        sheet.Height(sheet.Next, 18);
        foreach (var (i, column) in columns.Index())
        {
            sheet.Put(Header, i + 1, Entry.Of(column.Title), Look.Header, Format.Text);
            if (column.IsNarrow) cells.Cell(Header, i + 1).Style.Alignment.TextRotation = 90;
        }
        sheet.Height(Header, TurnedHeader);
    }

    private static void Put(IXLCell cell, FormColumn column, string value, Language language)
    {
        if (column.Column.Kind is ValueKind.Whole or ValueKind.Amount) cell.SetValue(double.Parse(value, CultureInfo.InvariantCulture));
        else cell.SetValue(column.Shown(value, language));
    }

    private static IXLStyle EntryStyle(FormColumn column, Language language)
    {
        var format = column.Column.Kind switch
        {
            ValueKind.Amount => Format.Count,
            ValueKind.Whole => Format.Mark,
            ValueKind.Word when column.Choices.Count <= 2 => Format.Mark,
            ValueKind.Text or ValueKind.Day or ValueKind.Word or ValueKind.Words => Format.Text,
        };
        var style = new Style(Look.Body, format).Build(language);
        // A number typed into a cell of text would be one; the year of birth is a number without separators.
        if (column.Column.Kind == ValueKind.Whole) style.NumberFormat.Format = "0";
        style.Alignment.WrapText = false;
        style.Border.LeftBorder = style.Border.RightBorder = XLBorderStyleValues.Thin;
        style.Border.LeftBorderColor = style.Border.RightBorderColor = Palette.Line;
        style.Protection.Locked = false;
        return style;
    }

    private static Phrase Title(FormBand band) => band switch
    {
        FormBand.Household => new("Hộ", "Household"),
        FormBand.People => new("Chủ hộ và thành viên", "Head and members"),
        FormBand.Deprivations => new("Thiếu hụt dịch vụ xã hội cơ bản", "Deprivations in basic services"),
        FormBand.Class => new("Phân loại", "Class"),
    };
}
