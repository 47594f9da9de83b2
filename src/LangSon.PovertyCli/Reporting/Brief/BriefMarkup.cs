using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Brief;

/// <summary>What a paragraph of the brief is.</summary>
internal enum ParagraphLook
{
    /// <summary>The heading of the document.</summary>
    Title,

    /// <summary>The line under it.</summary>
    Subtitle,

    /// <summary>Running text.</summary>
    Text,

    /// <summary>The heading of a part.</summary>
    Heading,

    /// <summary>What stands above a table.</summary>
    Caption,

    /// <summary>Where the figures come from.</summary>
    Source,
}

/// <summary>The brief as WordprocessingML.</summary>
internal static class BriefMarkup
{
    private const string Font = "Times New Roman";

    /// <summary>Twentieths of a point in a millimetre.</summary>
    private const double Millimetre = 56.6929;

    private const int TextSize = 14;
    private const int TableSize = 12;

    /// <summary>The text's width on the page: 210 mm less the margins of 30 and 20.</summary>
    private const int TextWidth = (int)(160 * Millimetre);

    /// <summary>The tag of a language, by which word processors choose their spelling.</summary>
    public static string Tag(Language language) => language switch
    {
        Language.Vietnamese => "vi-VN",
        Language.English => "en-GB",
    };

    /// <summary>The default type and language of the document.</summary>
    public static Styles Styles(Language language) => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font }, Size(TextSize), new FontSizeComplexScript { Val = $"{2 * TextSize}" },
            new Languages { Val = Tag(language) })),
        new ParagraphPropertiesDefault()));

    /// <summary>The number of the page at its top, in the size of the text.</summary>
    public static Header Header() => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(new Text("2"))) { Instruction = "PAGE" }));

    /// <summary>The page: A4, margins 20, 20, 30 and 20 mm; the first has no number.</summary>
    public static SectionProperties Section() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId2" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = Mm(20), Bottom = Mm(20), Left = (uint)Mm(30), Right = (uint)Mm(20), Header = (uint)Mm(10), Footer = (uint)Mm(10), Gutter = 0 },
        new TitlePage());

    /// <summary>A paragraph of text.</summary>
    public static Paragraph Paragraph(string text, ParagraphLook look)
    {
        var (alignment, before, after, bold, italic, size) = look switch
        {
            ParagraphLook.Title => (JustificationValues.Center, 0, 0, true, false, TextSize),
            ParagraphLook.Subtitle => (JustificationValues.Center, 0, 12, false, true, TextSize),
            ParagraphLook.Text => (JustificationValues.Both, 6, 0, false, false, TextSize),
            ParagraphLook.Heading => (JustificationValues.Left, 12, 0, true, false, TextSize),
            ParagraphLook.Caption => (JustificationValues.Center, 12, 6, true, false, TextSize),
            ParagraphLook.Source => (JustificationValues.Both, 12, 0, false, true, 12),
        };
        var properties = new ParagraphProperties();
        if (look is ParagraphLook.Caption or ParagraphLook.Heading or ParagraphLook.Title) properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { Before = $"{20 * before}", After = $"{20 * after}" });
        if (look == ParagraphLook.Text) properties.Append(new Indentation { FirstLine = $"{Mm(10)}" });
        properties.Append(new Justification { Val = alignment });
        if (look is ParagraphLook.Title or ParagraphLook.Heading) properties.Append(new OutlineLevel { Val = look == ParagraphLook.Title ? 0 : 1 });
        return new Paragraph(properties, Run(text, bold, italic, size));
    }

    /// <summary>The table; its header stands on every page and no row is divided.</summary>
    public static Table Table(BriefTable table, Language language)
    {
        var first = (int)(TextWidth * 0.25);
        var other = (TextWidth - first) / (table.Header.Count - 1);
        int[] widths = [first, .. Enumerable.Repeat(other, table.Header.Count - 1)];
        var markup = new Table(
            new TableProperties(new TableWidth { Width = $"{TextWidth}", Type = TableWidthUnitValues.Dxa }, new TableJustification { Val = TableRowAlignmentValues.Center }, Borders(), new TableLayout { Type = TableLayoutValues.Fixed }, Margins()),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        markup.Append(Row(table.Header, language, widths, isHeader: true, bold: true));
        foreach (var (i, row) in table.Rows.Index()) markup.Append(Row(row, language, widths, isHeader: false, bold: table.HasTotal && i == table.Rows.Count - 1));
        return markup;
    }

    /// <summary>Narrower than usual, so that eight columns hold their words at this size without breaking them.</summary>
    private static TableCellMarginDefault Margins() => new(
        new TableCellLeftMargin { Width = 50, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 50, Type = TableWidthValues.Dxa });

    private static TableBorders Borders() => new(
        Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>());

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "auto" };

    private static TableRow Row(IReadOnlyList<Phrase> cells, Language language, int[] widths, bool isHeader, bool bold)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHeader) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        foreach (var (i, cell) in cells.Index())
        {
            var isWord = cell.Vi.Length > 0 && char.IsLetter(cell.Vi[0]);
            var alignment = i == 0 && !isHeader ? JustificationValues.Left : isHeader || isWord ? JustificationValues.Center : JustificationValues.Right;
            row.Append(new TableCell(
                new TableCellProperties(new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                // The mark of an empty cell's paragraph has a size as well, and would make the row higher.
                new Paragraph(new ParagraphProperties(new Justification { Val = alignment }, new ParagraphMarkRunProperties(Size(TableSize))), Run(Sheet.Clean(cell.In(language)), bold, italic: false, TableSize))));
        }
        return row;
    }

    private static Run Run(string text, bool bold, bool italic, int size)
    {
        var properties = new RunProperties();
        if (bold) properties.Append(new Bold());
        if (italic) properties.Append(new Italic());
        properties.Append(Size(size));
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static FontSize Size(int points) => new() { Val = $"{2 * points}" };

    private static int Mm(double length) => (int)Math.Round(length * Millimetre);
}
