using ClosedXML.Excel;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>The sheet of lists from which the form's cells are chosen.</summary>
internal sealed class FormLists
{
    /// <summary>The sheet's name.</summary>
    public static readonly Phrase Name = new("Danh mục", "Lists");

    private const int Header = 4;
    private const string Indicators = "indicators";

    private readonly Dictionary<string, string> _ranges = new(StringComparer.Ordinal);
    private readonly Language _language;

    /// <summary>Lays the lists out: a list a column, the communes first.</summary>
    public FormLists(IReadOnlyList<FormColumn> columns, IReadOnlyList<Area> communes, Language language)
    {
        _language = language;
        Lists.Add((new("Mã xã", "Commune code"), 10, [.. communes.Select(area => area.Code)]));
        Lists.Add((new("Tên xã, phường, thị trấn", "Commune"), 26, [.. communes.Select(area => area.Name)]));
        (Codes, Names) = (Range(1, communes.Count), Range(2, communes.Count));
        foreach (var column in columns.Where(column => column.Choices.Count > 0))
        {
            var key = Key(column);
            if (_ranges.ContainsKey(key)) continue;
            string[] words = [.. column.Choices.Select(choice => choice.Label.In(language))];
            Lists.Add((Title(key), Math.Clamp(words.Max(word => word.Length) + 2, 14, 36), words));
            _ranges.Add(key, Range(Lists.Count, words.Length));
        }
    }

    /// <summary>The cells with the codes of communes.</summary>
    public string Codes { get; }

    /// <summary>The cells with their names, in the same order.</summary>
    public string Names { get; }

    private List<(Phrase Title, double Width, string[] Words)> Lists { get; } = [];

    /// <summary>The cells from which a column is chosen.</summary>
    public string For(FormColumn column) => _ranges[Key(column)];

    /// <summary>Writes the sheet.</summary>
    public void Write(IXLWorksheet cells, Dictionary<Style, IXLStyle> styles, string title)
    {
        var sheet = new Sheet(cells, _language, styles);
        sheet.Widths(Lists.Select(list => list.Width));
        sheet.Heading(new("Danh mục để chọn", "Lists to choose from"), new("Các ô của hai trang nhập liệu lấy từ đây. Trang này được khóa; không cần sửa.", "The cells of the two entry sheets are chosen from here. This sheet is locked; nothing needs to be changed."));
        foreach (var (i, list) in Lists.Index())
        {
            sheet.Put(Header, i + 1, Entry.Of(list.Title), Look.Header, Format.Text);
            foreach (var (row, word) in list.Words.Index()) sheet.Put(Header + 1 + row, i + 1, Entry.Of(word), Look.Body, Format.Text);
        }
        sheet.Height(Header, 30);
        sheet.Next = Header + 1 + Lists.Max(list => list.Words.Length);
        sheet.Freeze(Header, Header, 0);
        sheet.Finish(title);
        cells.Protect();
    }

    /// <summary>Columns with the same choices share a list.</summary>
    private static string Key(FormColumn column) => column.Column.IsIndicator ? Indicators : column.Column.Words!;

    private static Phrase Title(string key) => key switch
    {
        "flag" => new("Có, không", "Yes, no"),
        Indicators => new("Thiếu hụt", "Deprivations"),
        "because" => new("Lý do giảm, tăng", "Reasons"),
        // What several columns share is named as a member's.
        _ => SurveyColumns.Members.All.Concat(SurveyColumns.Households.All).First(column => column.Words == key).Title!.Value,
    };

    private string Range(int column, int words) =>
        $"'{Name.In(_language)}'!${XLHelper.GetColumnLetterFromNumber(column)}${Header + 1}:${XLHelper.GetColumnLetterFromNumber(column)}${Header + words}";
}
