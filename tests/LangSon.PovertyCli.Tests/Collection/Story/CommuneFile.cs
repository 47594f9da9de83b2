using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using LangSon.PovertyCli.Tests.Reading;

namespace LangSon.PovertyCli.Tests.Collection.Story;

/// <summary>The file of a commune in one of the layouts in which communes send theirs: a table of texts that can be spoilt before it is written.</summary>
internal sealed class CommuneFile
{
    /// <summary>The folders of the layouts with what the run file says of each.</summary>
    public static readonly (string Folder, string Keys)[] Layouts =
    [
        ("chuan", ""),
        ("viet", ", \"numberFormat\": \"vi\""),
        ("excel", ""),
        ("cp1258", ", \"encoding\": \"windows-1258\""),
        ("utf16", ""),
        ("tcvn3", ", \"encoding\": \"tcvn3\""),
    ];

    private static readonly string[] Services =
        ["employment", "dependents", "nutrition", "health_insurance", "adult_education", "child_schooling", "housing_quality", "housing_area", "water", "toilet", "telecom", "information_means"];

    private static readonly string[] Canonical =
    [
        "household_id", "district_code", "commune_code", "commune_name", "head_name", "head_birth_year", "citizen_id", "household_size", "income_per_capita", .. Services,
        "previous_status", "recognised_class", "enumerator", "interview_start", "interview_end",
    ];

    /// <summary>What forms in use call the columns; a column that is not named here keeps its name.</summary>
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["household_id"] = "Mã hộ",
        ["district_code"] = "Mã huyện",
        ["commune_code"] = "Mã xã",
        ["commune_name"] = "Tên xã",
        ["head_name"] = "Họ và tên chủ hộ",
        ["head_birth_year"] = "Năm sinh của chủ hộ",
        ["citizen_id"] = "Số định danh cá nhân",
        ["household_size"] = "Số nhân khẩu",
        ["recognised_class"] = "Kết quả công nhận",
        ["employment"] = "Việc làm",
        ["nutrition"] = "Dinh dưỡng",
        ["health_insurance"] = "Bảo hiểm y tế",
        ["enumerator"] = "Rà soát viên",
    };

    private readonly int _layout;
    private readonly int _year;

    public CommuneFile(IReadOnlyList<TrueHousehold> households, int layout, int year)
    {
        (_layout, _year) = (layout, year);
        Rows = [.. households.Select(Row)];
    }

    /// <summary>The households as lists of cells, in the order of <see cref="Column"/>.</summary>
    public List<string[]> Rows { get; }

    /// <summary>How many rows stand above the first household.</summary>
    public int RowsAbove => _layout == 2 ? 4 : 1;

    public string Folder => Layouts[_layout].Folder;

    public string Ending => _layout == 2 ? ".xlsx" : _layout == 4 ? ".txt" : ".csv";

    /// <summary>How many columns there are.</summary>
    public static int Width => Canonical.Length;

    /// <summary>The number of a column.</summary>
    public static int Column(string canonical) => Array.IndexOf(Canonical, canonical);

    /// <summary>The line of a household's row in the file, from 1.</summary>
    public int Line(int row) => RowsAbove + row + 1;

    /// <summary>A number as the layout writes it.</summary>
    public string Number(int value) => _layout == 1 ? value.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")) : value.ToString(CultureInfo.InvariantCulture);

    public byte[] Bytes()
    {
        var headers = Canonical.Select(name => _layout is 0 or 4 ? name : Headers.GetValueOrDefault(name, name)).ToArray();
        if (_layout == 2) return Workbook(headers);
        var separator = _layout switch { 1 => ';', 4 => '\t', _ => ',' };
        var text = string.Concat(Rows.Prepend(headers).Select(row => string.Join(separator, row) + (_layout == 1 ? "\r\n" : "\n")));
        return _layout switch
        {
            1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            3 => Vietnamese.Encode(text, "windows-1258"),
            4 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            5 => Vietnamese.Encode(text, "tcvn3"),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private byte[] Workbook(string[] headers)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Danh sách hộ");
        sheet.Cell(1, 1).Value = "DANH SÁCH HỘ GIA ĐÌNH RÀ SOÁT";
        sheet.Cell(2, 1).Value = $"Năm {_year}";
        for (var i = 0; i < headers.Length; i++) sheet.Cell(RowsAbove, i + 1).Value = headers[i];
        for (var row = 0; row < Rows.Count; row++)
            for (var i = 0; i < headers.Length; i++)
            {
                var cell = sheet.Cell(Line(row), i + 1);
                var text = Rows[row][i];
                // Excel makes numbers of what looks like one; ids and codes were formatted as text.
                if (Canonical[i] is "household_size" or "income_per_capita" or "head_birth_year" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) cell.Value = number;
                else if (text.Length > 0) cell.SetValue(text);
            }
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    private string[] Row(TrueHousehold household)
    {
        var cells = new Dictionary<string, string>
        {
            ["household_id"] = household.Id,
            ["district_code"] = household.Commune.ParentCode!,
            ["commune_code"] = household.Commune.Code,
            ["commune_name"] = household.Commune.Name,
            ["head_name"] = household.Name,
            ["head_birth_year"] = $"{household.BirthYear}",
            ["citizen_id"] = household.CitizenId,
            ["household_size"] = $"{household.Size}",
            ["income_per_capita"] = Number(household.Income(_year)),
            ["previous_status"] = household.Class(_year - 1) is "poor" or "near_poor" ? household.Class(_year - 1) : "",
            ["recognised_class"] = household.Class(_year),
            ["enumerator"] = household.Enumerator,
            ["interview_start"] = Time(household.Start(_year)),
            ["interview_end"] = Time(household.End(_year)),
        };
        foreach (var (service, number) in Services.Select((name, number) => (name, number))) cells[service] = household.Lacks(number, _year) ? "1" : "0";
        return [.. Canonical.Select(name => cells[name])];
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
