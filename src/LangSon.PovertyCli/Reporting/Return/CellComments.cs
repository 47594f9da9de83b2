using System.Globalization;
using System.Text;
using System.Xml;
using LangSon.PovertyCli.Reading.Xlsx;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>The comments of a sheet, in the two parts that Excel keeps them in: the texts, and the boxes that show them.</summary>
/// <param name="comments">The comments by row from 1 and column from 0, in that order.</param>
/// <param name="widths">The widths of the sheet's columns, in characters.</param>
internal sealed class CellComments(IReadOnlyList<(int Row, int Column, string Text)> comments, IReadOnlyList<double> widths)
{
    /// <summary>A box is as wide as so many characters of its small type.</summary>
    private const int BoxWidth = 52;

    /// <summary>Excel numbers shapes in blocks of so many.</summary>
    private const int Block = 1024;

    /// <summary>Whether there is any.</summary>
    public bool Any => comments.Count > 0;

    /// <summary>Writes the part of the texts.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartDocument(true);
        xml.WriteStartElement("comments", ReturnWorkbook.Main);
        xml.WriteRaw("<authors><author>poverty</author></authors>");
        xml.WriteStartElement("commentList", ReturnWorkbook.Main);
        foreach (var (row, column, text) in comments)
        {
            xml.WriteStartElement("comment", ReturnWorkbook.Main);
            xml.WriteAttributeString("ref", CellAddress.Of(column, row));
            xml.WriteAttributeString("authorId", "0");
            xml.WriteRaw($"""<text><r><rPr><sz val="9"/><rFont val="{Palette.Font}"/></rPr>""");
            xml.WriteStartElement("t", ReturnWorkbook.Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(CellText.Of(text));
            xml.WriteEndElement();
            xml.WriteRaw("</r></text>");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The part of the boxes.</summary>
    public string Boxes()
    {
        var blocks = string.Join(',', Enumerable.Range(1, 1 + (comments.Count / Block)));
        var vml = new StringBuilder($"""<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{blocks}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""");
        foreach (var (i, (row, column, text)) in comments.Index())
            vml.Append(CultureInfo.InvariantCulture, $"""<v:shape id="_x0000_s{Block + 1 + i}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto"><v:shadow on="t" color="#888888" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1},12,{Math.Max(0, row - 2)},8,{Last(column + 1)},4,{Math.Max(0, row - 2) + 1 + Lines.Count(text, BoxWidth, bold: false)},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>""");
        return vml.Append("</xml>").ToString();
    }

    /// <summary>The column in which a box ends that begins in another.</summary>
    private int Last(int column)
    {
        const double beyond = 9;
        for (var room = 0d; room < BoxWidth; column++) room += column < widths.Count ? widths[column] : beyond;
        return column;
    }
}
