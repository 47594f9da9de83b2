using System.IO.Compression;
using System.Text;

namespace LangSon.PovertyCli.Tests.Reading;

/// <summary>Writes a workbook part by part, so that a test can have any of them wrong.</summary>
internal sealed class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, string State, string Rows)> _sheets = [];
    private readonly Dictionary<string, string> _parts = [];

    public string Strings { get; init; } = "";

    public string Styles { get; init; } = "";

    public bool From1904 { get; init; }

    public bool Strict { get; init; }

    /// <summary>A workbook of one sheet with these rows.</summary>
    public static byte[] Of(string rows, string strings = "", string styles = "", bool from1904 = false) =>
        new Xlsx { Strings = strings, Styles = styles, From1904 = from1904 }.Sheet("Hộ", rows).Bytes();

    public Xlsx Sheet(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, state, rows));
        return this;
    }

    /// <summary>Adds a part or puts it in the place of the written one.</summary>
    public Xlsx Part(string name, string content)
    {
        _parts[name] = content;
        return this;
    }

    public byte[] Bytes()
    {
        var parts = new Dictionary<string, string>
        {
            ["_rels/.rels"] = Relations(("rId1", "officeDocument", "xl/workbook.xml")),
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr date1904=\"{(From1904 ? 1 : 0)}\"/><sheets>"
                + string.Concat(_sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"s{i}\"/>"))
                + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = Relations([.. _sheets.Select((_, i) => ($"s{i}", "worksheet", $"/xl/sheet{i}.xml")),
                ("a", "sharedStrings", "strings.xml"), ("b", "styles", "../xl/styles.xml")]),
            ["xl/strings.xml"] = $"<sst xmlns=\"{Main}\">{Strings}</sst>",
            ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>",
        };
        for (var i = 0; i < _sheets.Count; i++)
            parts[$"xl/sheet{i}.xml"] = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"{Main}\"><sheetData>{_sheets[i].Rows}</sheetData></worksheet>";
        foreach (var (name, content) in _parts) parts[name] = content;
        return Zip(parts);
    }

    public static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"{Packages}\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Office}/{relation.Type}\" Target=\"{relation.Target}\"/>"))
        + "</Relationships>";

    private byte[] Zip(Dictionary<string, string> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(Strict
                    ? content.Replace(Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                        .Replace(Office, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)
                    : content));
            }
        return bytes.ToArray();
    }
}
