using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>
/// Writes a workbook for a commune: the guide, then its rows with their faults. It is written as markup, cell by cell, as
/// hundreds of workbooks are made at once; the times inside are fixed, so that equal rows give equal bytes.
/// </summary>
internal static class ReturnWorkbook
{
    /// <summary>The namespace of sheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The namespace of relationships.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it.</summary>
    public static void Write(Stream output, ReturnBook book, string round, Language language)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var lists = book.Sheets.Select(sheet => new ListSheet(sheet, book.Name, language)).ToArray();
        // A sheet of rows may bear the guide's own name in one of the languages.
        var guide = SheetChoice.Guide.In(lists.Any(list => list.Name.Equals(SheetChoice.Guide.In(language), StringComparison.OrdinalIgnoreCase)) ? Other(language) : language);
        string[] names = [guide, .. lists.Select(list => list.Name)];
        Part(zip, "[Content_Types].xml", Types(lists));
        Part(zip, "_rels/.rels", Related([("officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/workbook.xml", Workbook(names, lists));
        Part(zip, "xl/_rels/workbook.xml.rels", Related([.. names.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
        Part(zip, "xl/styles.xml", ReturnStyles.Markup);
        Sheet(zip, "xl/worksheets/sheet1.xml", new GuideSheet(book, lists, round, language).Write);
        foreach (var (i, list) in lists.Index())
        {
            Sheet(zip, $"xl/worksheets/sheet{i + 2}.xml", list.Write);
            if (!list.Comments.Any) continue;
            Part(zip, $"xl/worksheets/_rels/sheet{i + 2}.xml.rels", Related([("vmlDrawing", $"../drawings/vmlDrawing{i + 1}.vml"), ("comments", $"../comments{i + 1}.xml")]));
            Sheet(zip, $"xl/comments{i + 1}.xml", list.Comments.Write);
            Part(zip, $"xl/drawings/vmlDrawing{i + 1}.vml", list.Comments.Boxes());
        }
    }

    /// <summary>A sheet's name within a formula or a link.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Writes the text of a cell into it; the cell has begun and has no content yet.</summary>
    public static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))) xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(CellText.Of(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static Language Other(Language language) => language == Language.English ? Language.Vietnamese : Language.English;

    private static string Types(ListSheet[] lists)
    {
        var types = new StringBuilder();
        for (var i = 0; i <= lists.Length; i++) types.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>");
        foreach (var (i, list) in lists.Index())
            if (list.Comments.Any) types.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/comments{i + 1}.xml\" ContentType=\"{Kind}.comments+xml\"/>");
        return $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>{types}</Types>
            """;
    }

    private static string Workbook(string[] names, ListSheet[] lists)
    {
        var sheets = string.Concat(names.Select((name, i) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"));
        var defined = string.Concat(lists.Select((list, i) => $"""
            <definedName name="_xlnm._FilterDatabase" localSheetId="{i + 1}" hidden="1">{SecurityElement.Escape($"{Quoted(list.Name)}!{list.Filter("$")}")}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="{i + 1}">{SecurityElement.Escape($"{Quoted(list.Name)}!${list.HeaderRow}:${list.HeaderRow}")}</definedName>
            """));
        return $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{sheets}</sheets><definedNames>{defined}</definedNames></workbook>""";
    }

    private static string Related((string Type, string Target)[] targets) =>
        $"""<Relationships xmlns="{PackageRelations}">{string.Concat(targets.Select((target, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/{target.Type}\" Target=\"{target.Target}\"/>"))}</Relationships>""";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = Entry(zip, name);
        part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{'\n'}{xml}"""));
    }

    private static void Sheet(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var part = Entry(zip, name);
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        write(xml);
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        return entry.Open();
    }
}
