using System.Xml;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>A sheet of rows and columns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Visible">Whether Excel shows it.</param>
/// <param name="Part">The part that holds its cells.</param>
internal sealed record WorkbookSheet(string Name, bool Visible, string Part);

/// <summary>What a workbook says about itself: its sheets, and where texts and styles are.</summary>
internal sealed class Workbook
{
    private readonly Package _package;
    private readonly List<WorkbookSheet> _sheets = [];

    /// <summary>Reads the workbook's main part; a package of another kind is PV1014.</summary>
    public Workbook(Package package)
    {
        _package = package;
        var main = package.Relations("").Find(relation => relation.Type == "officeDocument").Part;
        if (main is null || !package.Has(main) || main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) throw Refusal.Really(package.File, Kind(main));
        var relations = package.Relations(main);
        Strings = relations.Find(relation => relation.Type == "sharedStrings").Part;
        Styles = relations.Find(relation => relation.Type == "styles").Part;
        try
        {
            using var xml = package.Open(main);
            xml.MoveToContent();
            if (xml.LocalName != "workbook") throw Refusal.Really(package.File, Kind(main));
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "workbookPr") From1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
                if (xml.LocalName == "sheet") Add(xml, relations);
            }
        }
        catch (Exception cause) when (Package.IsFault(cause))
        {
            throw package.Faulty(main, cause);
        }
    }

    /// <summary>The part of the shared texts; null when there is none.</summary>
    public string? Strings { get; }

    /// <summary>The part of the styles; null when there is none.</summary>
    public string? Styles { get; }

    /// <summary>Whether days are counted from 1904 (as Excel for the Macintosh did) instead of 1900.</summary>
    public bool From1904 { get; }

    /// <summary>The sheet to read.</summary>
    public WorkbookSheet Choose(string? name) =>
        _sheets[SheetChoice.Choose(_package.File, [.. _sheets.Select(sheet => (sheet.Name, sheet.Visible))], name, at => HasCells(_sheets[at]))];

    private bool HasCells(WorkbookSheet sheet)
    {
        try
        {
            using var xml = _package.Open(sheet.Part);
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is")
                    return true;
            return false;
        }
        catch (Exception cause) when (Package.IsFault(cause))
        {
            throw _package.Faulty(sheet.Part, cause);
        }
    }

    private void Add(XmlReader xml, List<(string Id, string Type, string Part)> relations)
    {
        var name = xml.GetAttribute("name") ?? "";
        var visible = xml.GetAttribute("state") is null or "visible";
        var id = "";
        while (xml.MoveToNextAttribute())
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                id = xml.Value;
        var relation = relations.Find(candidate => candidate.Id == id);
        if (relation.Part is null) throw Refusal.Damaged(_package.File, new($"thiếu các ô của trang {name}", $"the cells of its sheet {name} are missing"));
        // Charts and dialogs are sheets too, without cells.
        if (relation.Type == "worksheet") _sheets.Add(new WorkbookSheet(name, visible, relation.Part));
    }

    private Phrase Kind(string? main) =>
        main is not null && main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? new("tệp Excel nhị phân (.xlsb)", "a binary Excel workbook (.xlsb)")
        : _package.HasFolder("word/") ? new("tài liệu Word (.docx)", "a Word document (.docx)")
        : _package.HasFolder("ppt/") ? new("bài trình chiếu (.pptx)", "a presentation (.pptx)")
        : _package.Has("mimetype") && _package.Has("content.xml") ? new("tệp OpenDocument (.ods)", "an OpenDocument file (.ods)")
        : new("tệp nén .zip", "a zip archive");
}
