using System.Globalization;
using System.Xml;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading.Xlsx;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>The first sheet: whose file it is, what to do, and every fault with a link to its cell.</summary>
/// <param name="book">The workbook.</param>
/// <param name="lists">Its sheets of rows.</param>
/// <param name="round">The round.</param>
/// <param name="language">The language.</param>
internal sealed class GuideSheet(ReturnBook book, IReadOnlyList<ListSheet> lists, string round, Language language)
{
    private static readonly double[] Widths = [8, 10, 20, 24, 13, 72];

    private readonly List<(string Cell, string Target)> _links = [];
    private readonly List<int> _wide = [];
    private int _row;

    /// <summary>Writes it.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartDocument(true);
        xml.WriteStartElement("worksheet", ReturnWorkbook.Main);
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews><cols>""");
        foreach (var (i, width) in Widths.Index()) xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{width}" customWidth="1"/>"""));
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", ReturnWorkbook.Main);
        WriteHeading(xml);
        Section(xml, new("Cần làm gì", "What to do"));
        foreach (var (i, step) in ReturnWords.Steps.Index()) Line(xml, new Phrase($"{i + 1}. ", $"{i + 1}. ").With(step));
        WriteFaults(xml);
        WriteGeneral(xml);
        xml.WriteEndElement();
        xml.WriteRaw($"""<mergeCells count="{_wide.Count}">{string.Concat(_wide.Select(row => $"<mergeCell ref=\"A{row}:F{row}\"/>"))}</mergeCells>""");
        if (_links.Count > 0)
        {
            xml.WriteStartElement("hyperlinks", ReturnWorkbook.Main);
            foreach (var (cell, target) in _links)
            {
                xml.WriteStartElement("hyperlink", ReturnWorkbook.Main);
                xml.WriteAttributeString("ref", cell);
                xml.WriteAttributeString("location", target);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteRaw("""<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/><headerFooter><oddFooter>&amp;R&amp;A – &amp;P/&amp;N</oddFooter></headerFooter>""");
        xml.WriteEndElement();
    }

    private void WriteHeading(XmlWriter xml)
    {
        var whose = book.Unit == ReturnUnit.Unknown ? new Phrase("các dòng chưa rõ xã", "rows of no known commune") : Phrase.FromString($"{book.Unit.Code} {book.Unit.Name}".Trim());
        Line(xml, new Phrase("Danh sách cần sửa: ", "To be mended: ").With(whose), GuideLook.Title, 24);
        Line(xml, new($"Kỳ {round}. Lấy từ tệp {book.File}: {book.Rows} dòng, {book.Count(Severity.Error)} lỗi, {book.Count(Severity.Warn)} chỗ cần xem lại.",
            $"Round {round}. From the file {book.File}: {book.Rows} rows, {book.Count(Severity.Error)} errors, {book.Count(Severity.Warn)} to look at again."));
        Line(xml, lists.Count == 1 ? new($"Các dòng ở trang \"{lists[0].Name}\".", $"The rows are on the sheet \"{lists[0].Name}\".")
            : new($"Các dòng ở các trang {string.Join(", ", lists.Select(list => $"\"{list.Name}\""))}.", $"The rows are on the sheets {string.Join(", ", lists.Select(list => $"\"{list.Name}\""))}."));
    }

    private void WriteFaults(XmlWriter xml)
    {
        foreach (var list in lists.Where(list => list.Comments.Any))
        {
            Section(xml, new($"Trang \"{list.Name}\"", $"Sheet \"{list.Name}\""));
            Row(xml, GuideLook.Header, [new("Ô", "Cell"), new("Dòng", "Row"), new("Mã hộ", "Household"), new("Cột", "Column"), new("Mức", "Kind"), new("Nội dung và cách sửa", "What it is and what to do")]);
            foreach (var (finding, severity) in list.Faults)
            {
                var (cell, row) = (finding.Place.Cell!, finding.Place.Line);
                Row(xml, GuideLook.Body,
                [
                    cell, $"{row}", finding.HouseholdId ?? "", finding.Column ?? "", ReturnWords.Of(severity),
                    list.Advice(finding).With($" ({finding.Code})"),
                ], severity, $"{ReturnWorkbook.Quoted(list.Name)}!{cell}");
            }
        }
    }

    private void WriteGeneral(XmlWriter xml)
    {
        if (book.General.Count == 0) return;
        Section(xml, new("Về cả tệp hoặc cả xã", "About the whole file or commune"));
        foreach (var (finding, severity) in book.General)
            Line(xml, ReturnWords.Of(severity).With(": ").With(new(FindingTables.Line(finding, Language.Vietnamese), FindingTables.Line(finding, Language.English))));
    }

    private void Section(XmlWriter xml, Phrase title)
    {
        _row++;
        Line(xml, title, GuideLook.Section, 22);
    }

    /// <summary>A line across the sheet, as high as it needs.</summary>
    private void Line(XmlWriter xml, Phrase text, GuideLook look = GuideLook.Line, double? height = null)
    {
        Begin(xml, height ?? Lines.Height(Lines.Count(text.In(language), Widths.Sum(), bold: false)));
        _wide.Add(_row);
        Cell(xml, 0, text, look);
        xml.WriteEndElement();
    }

    private void Row(XmlWriter xml, GuideLook look, Phrase[] cells, Severity? severity = null, string? target = null)
    {
        Begin(xml, Lines.Height(cells.Zip(Widths, (cell, width) => Lines.Count(cell.In(language), width, look == GuideLook.Header)).Max()));
        foreach (var (i, cell) in cells.Index())
            Cell(xml, i, cell, i == 0 && target is not null ? GuideLook.Link : i == 4 && severity is { } known ? known == Severity.Error ? GuideLook.Error : GuideLook.Warning : look);
        xml.WriteEndElement();
        if (target is not null) _links.Add(($"A{_row}", target));
    }

    private void Begin(XmlWriter xml, double height)
    {
        _row++;
        xml.WriteStartElement("row", ReturnWorkbook.Main);
        xml.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("ht", Math.Min(height, 409).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("customHeight", "1");
    }

    private void Cell(XmlWriter xml, int column, Phrase text, GuideLook look)
    {
        xml.WriteStartElement("c", ReturnWorkbook.Main);
        xml.WriteAttributeString("r", CellAddress.Of(column, _row));
        xml.WriteAttributeString("s", ReturnStyles.Of(look).ToString(CultureInfo.InvariantCulture));
        ReturnWorkbook.WriteText(xml, text.In(language));
        xml.WriteEndElement();
    }
}
