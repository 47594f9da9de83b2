using System.Text;
using LangSon.PovertyCli.Tests.Reading;

namespace LangSon.PovertyCli.Tests.Faulty;

/// <summary>
/// The faulty files that are not kept as files: workbooks, whose faults lie in their parts, and texts that are long. Each is
/// the clean table but for its fault.
/// </summary>
internal static class Workbooks
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Path.Combine(Folder, "clean.csv")).Where(line => !line.StartsWith("HN-3", StringComparison.Ordinal)).Select(line => line.Split(',')),
    ];

    /// <summary>The folder of the faulty files.</summary>
    public static string Folder => Path.Combine(Repository.Root, "tests", "LangSon.PovertyCli.Tests", "Faulty");

    /// <summary>The clean table as a workbook.</summary>
    public static byte[] Clean => Book();

    /// <summary>The files by name; a folder's by the folder's name, a slash and their own.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["PV1024.csv"] = () => Text(File.ReadAllText(Path.Combine(Folder, "clean.csv")).Replace("Khối 2", new string('ế', 32_768), StringComparison.Ordinal)),
        ["PV1035.xlsx"] = () => Book(after: "<row r=\"5\"><c r=\"XFE5\"><v>1</v></c></row>"),
        ["PV1040/households.csv.gz"] = () => Files.Gzip(Text(new string('x', 2 << 20))),
        ["PV1040/poverty.json"] = () => Text("""{ "areas": "areas.csv", "limits": { "inflatedMiB": 1 }, "rounds": [{ "year": 2023, "households": ["households.csv.gz"] }] }"""),
        ["PV1041.xlsx"] = () => Book(after: "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>"),
        ["PV1042.xlsx"] = () => new Xlsx().Sheet("Hộ", "").Part("xl/sheet0.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>").Bytes(),
        ["PV1043.xlsx"] = () => Book(after: "", wrongAddress: "D99"),
        ["PV1044.xlsx"] = () => Book("<c r=\"D4\"><f>2*3</f><v>6</v></c>"),
        ["PV1045.xlsx"] = () => Book()[..^200],
        ["PV1046.xlsx"] = () => OleFile.With("EncryptedPackage"),
        ["PV1047.xlsx"] = () => Book(hidden: true),
        ["PV1048.xlsx"] = () => new Xlsx().Sheet("Tháng 1", Sheet(null, false)).Sheet("Tháng 2", Sheet(null, false)).Bytes(),
        ["PV2004.xlsx"] = () => Book("<c r=\"D4\" t=\"e\"><v>#N/A</v></c>"),
        ["PV2011/households.csv"] = () => Text($"{string.Join(',', Rows[0])}\nHN-1,05971,Khối 1,2,2500000,0,0,0,0,0,0,0,0,0,0,0,0\n"),
        ["PV2011/members.xlsx"] = () => Xlsx.Of(Row(1, "household_id", "member_no", "relation", "age", "height_for_age") + Row(2, "HN-1", "1", "head", "40", "")
            + Row(3, "HN-1", "2", "child", "5", "1")),
        ["PV2011/poverty.json"] = () => Text("""{ "areas": "areas.csv", "findings": { "PV8001": "off" }, "rounds": [{ "year": 2023, "households": ["households.csv"], "members": ["members.xlsx"] }] }"""),
    };

    private static byte[] Book(string? size = null, string after = "", bool hidden = false, string? wrongAddress = null)
    {
        var rows = Sheet(size, hidden) + after;
        return Xlsx.Of(wrongAddress is null ? rows : rows.Replace("\"D4\"", $"\"{wrongAddress}\"", StringComparison.Ordinal));
    }

    /// <summary>The rows, texts as texts and numbers as numbers; <paramref name="size"/> is the cell of the last household's size.</summary>
    private static string Sheet(string? size, bool hidden) => string.Concat(Rows.Select((row, i) =>
        $"<row r=\"{i + 1}\"{(hidden && i == 2 ? " hidden=\"1\"" : "")}>"
        + string.Concat(row.Select((text, column) => size is not null && i == 3 && column == 3 ? size : Cell(text, column, i + 1))) + "</row>"));

    private static string Row(int row, params string[] cells) => $"<row r=\"{row}\">{string.Concat(cells.Select((text, column) => Cell(text, column, row)))}</row>";

    private static string Cell(string text, int column, int row)
    {
        var address = $"{(char)('A' + column)}{row}";
        return column > 2 && row > 1 ? $"<c r=\"{address}\"><v>{text}</v></c>" : $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
