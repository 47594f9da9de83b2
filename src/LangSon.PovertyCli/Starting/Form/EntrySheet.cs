using ClosedXML.Excel;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>A sheet to fill in: locked headers, unlocked cells, a rule for every column.</summary>
/// <param name="Name">Its name, which poverty.json names as well.</param>
/// <param name="Title">The line at its top: short, for it is printed above the columns that every page repeats.</param>
/// <param name="Lead">What a row is, and what the rows that stand here are.</param>
/// <param name="Rows">How many rows it has room for.</param>
/// <param name="Frozen">How many columns stay in sight: those that say which household or member it is.</param>
/// <param name="Columns">What it asks.</param>
internal sealed record EntrySheet(Phrase Name, Phrase Title, Phrase Lead, int Rows, int Frozen, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>The row of the headers.</summary>
    public const int Header = 5;

    /// <summary>The first row to fill in.</summary>
    public const int FirstRow = Header + 1;

    /// <summary>The name of the household sheet.</summary>
    public static readonly Phrase HouseholdsName = new("Danh sách hộ", "Households");

    /// <summary>The name of the member sheet.</summary>
    public static readonly Phrase MembersName = new("Thành viên", "Members");

    private const int MostHouseholds = 300;
    private const int MostMembers = 1500;
    private const int PrintedPercent = 62;

    // A4 landscape holds so many characters at that size.
    private const double PrintedWidth = 213;

    /// <summary>The household sheet of a round.</summary>
    public static EntrySheet OfHouseholds(ReviewRound round) => new(HouseholdsName,
        new($"Danh sách hộ {round.Year}", $"Households {round.Year}"),
        new($"Mỗi hộ một dòng, nhiều nhất {MostHouseholds} hộ. Các dòng có sẵn là ví dụ được tạo ra, không có hộ thật: xóa trước khi nhập. Chọn ô để xem hướng dẫn; chi tiết ở trang {FormGuide.Name.Vi}.",
            $"One row a household, at most {MostHouseholds}. The rows that stand here are made-up examples, no household is real: clear them first. Select a cell to see its hint; more on the sheet {FormGuide.Name.En}."),
        MostHouseholds, 2, FormColumn.OfHouseholds(round.Law));

    /// <summary>The member sheet of a round.</summary>
    public static EntrySheet OfMembers(ReviewRound round) => new(MembersName,
        new($"Thành viên {round.Year}", $"Members {round.Year}"),
        new($"Mỗi người một dòng, nhiều nhất {MostMembers} người; mã hộ chọn từ trang {HouseholdsName.Vi}. Không ghi họ tên. Các dòng có sẵn là ví dụ được tạo ra: xóa trước khi nhập.",
            $"One row a person, at most {MostMembers}; choose the household's id of the sheet {HouseholdsName.En}. Enter no names. The rows that stand here are made-up examples: clear them first."),
        MostMembers, 3, FormColumn.OfMembers(round.Law));

    /// <summary>The row after the last to fill in.</summary>
    public int End => FirstRow + Rows;

    /// <summary>The letters of a column.</summary>
    public string Letters(string column) => XLHelper.GetColumnLetterFromNumber(Columns.Index().Single(item => item.Item.Name == column).Index + 1);

    /// <summary>Writes the sheet with rows of canonical values in it.</summary>
    public void Write(IXLWorksheet cells, Dictionary<Style, IXLStyle> styles, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, FormRules rules, Language language, string title)
    {
        var sheet = new Sheet(cells, language, styles);
        sheet.Widths(Columns.Select(column => column.Width));
        Headings(sheet);
        foreach (var (i, column) in Columns.Index())
        {
            var range = cells.Range(FirstRow, i + 1, End - 1, i + 1);
            range.Style = EntryCells.StyleOf(column, IsTinted(i), language);
            if (column.Band == FormBand.Deprivations) range.AddConditionalFormat().WhenEquals($"\"{column.Choices[0].Label.In(language)}\"").Fill.SetBackgroundColor(Palette.OpenPale);
            rules.Set(column, range, this);
        }
        foreach (var (row, values) in rows.Index())
            foreach (var (i, column) in Columns.Index())
                if (values.TryGetValue(column.Name, out var value))
                    EntryCells.Put(cells.Cell(FirstRow + row, i + 1), column, value, language);
        if (Columns[0].Band == FormBand.Member) MarkHouseholds(cells);
        sheet.Next = End;
        sheet.Freeze(Header, Header, Frozen);
        sheet.Finish(title);
        cells.PageSetup.AdjustTo(PrintedPercent);
        cells.PageSetup.PageOrder = XLPageOrderValues.OverThenDown;
        BreakPages(cells);
        cells.Protect()
            .AllowElement(XLSheetProtectionElements.FormatColumns)
            .AllowElement(XLSheetProtectionElements.FormatRows);
        cells.SheetView.ZoomScale = 90;
    }

    /// <summary>A line above the first member of every household.</summary>
    private void MarkHouseholds(IXLWorksheet cells)
    {
        var first = cells.Range(FirstRow, 1, End - 1, Columns.Count).AddConditionalFormat().WhenIsTrue($"AND($A{FirstRow}<>\"\",$A{FirstRow}<>$A{FirstRow - 1})");
        first.Border.SetTopBorder(XLBorderStyleValues.Thin);
        first.Border.SetTopBorderColor(Palette.Middle);
    }

    /// <summary>Pages side by side that can be read: a part of the sheet stands on one page as a whole, after the columns that are always in sight.</summary>
    private void BreakPages(IXLWorksheet cells)
    {
        var frozen = Columns.Take(Frozen).Sum(column => column.Width);
        var used = 0d;
        foreach (var band in Columns.Index().GroupBy(item => item.Item.Band))
        {
            var width = band.Sum(item => item.Item.Width);
            if (used > 0 && used + width > PrintedWidth)
            {
                cells.PageSetup.AddVerticalPageBreak(band.First().Index);
                used = frozen;
            }
            used += width;
        }
    }

    private void Headings(Sheet sheet)
    {
        sheet.Line(Title, Look.Title, 26);
        sheet.Line(Lead, Look.Lead, 17);
        sheet.Gap(6);
        foreach (var band in Columns.Index().GroupBy(item => item.Item.Band))
            sheet.Put(sheet.Next, band.First().Index + 1, Entry.Of(TitleOf(band.Key)), Look.Band, Format.Text, band.Count());
        sheet.Height(sheet.Next, 18);
        foreach (var (i, column) in Columns.Index()) sheet.Put(Header, i + 1, Entry.Of(column.Title), Look.Header, Format.Text);
        sheet.Height(Header, Lines.Height(Columns.Max(column => Lines.Count(sheet.Say(column.Title), column.Width, bold: true))));
    }

    /// <summary>Whether a column's part is the second, fourth … of the sheet: parts that differ in ground are told apart far from their heading.</summary>
    private bool IsTinted(int column) => Columns.Take(column + 1).Select(other => other.Band).Distinct().Count() % 2 == 0;

    private static Phrase TitleOf(FormBand band) => band switch
    {
        FormBand.Household => new("Hộ", "Household"),
        FormBand.People => new("Chủ hộ và thành viên", "Head and members"),
        FormBand.Dwelling => new("Nhà ở và phương tiện của hộ", "Dwelling and means"),
        FormBand.Deprivations => new("Thiếu hụt dịch vụ xã hội cơ bản", "Deprivations in basic services"),
        FormBand.Points => new("Chấm điểm phiếu A, B1, B2", "Points of forms A, B1, B2"),
        FormBand.Class => new("Phân loại", "Class"),
        FormBand.Member => new("Thành viên nào, của hộ nào", "Which member of which household"),
        FormBand.Answers => new("Học tập, y tế, việc làm, thông tin", "Schooling, health, work, information"),
    };
}
