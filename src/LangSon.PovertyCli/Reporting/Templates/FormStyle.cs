using DocumentFormat.OpenXml.Spreadsheet;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>What a cell of a form is for.</summary>
internal enum FormLook
{
    /// <summary>The body above the agency, and the words after the country's name.</summary>
    Heading,

    /// <summary>The agency and the country's name.</summary>
    HeadingBold,

    /// <summary>The motto under the country's name, with a line under it.</summary>
    Motto,

    /// <summary>The title of the form.</summary>
    Title,

    /// <summary>Round, standard and standing, and the day at the end.</summary>
    Line,

    /// <summary>The unit, and what figures are counted in.</summary>
    LineAtRight,

    /// <summary>A remark under the table.</summary>
    Remark,

    /// <summary>The header of columns.</summary>
    Header,

    /// <summary>The numbers of the columns.</summary>
    Number,

    /// <summary>The number of a unit, and what a row counts.</summary>
    Ordinal,

    /// <summary>The name of a unit.</summary>
    Name,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A percentage.</summary>
    Share,

    /// <summary>Who signs.</summary>
    Sign,
}

/// <summary>The styles of the forms: Times New Roman, as administrative documents have it (Decree 30/2020/NĐ-CP), thin lines, no colours.</summary>
internal static class FormStyle
{
    private const string Font = "Times New Roman";

    private static readonly (FormLook Look, bool IsBold)[] All =
        [.. Enum.GetValues<FormLook>().SelectMany(look => new[] { (look, false), (look, true) })];

    /// <summary>The number of a style in the stylesheet; 0 is that of empty cells.</summary>
    public static uint Index(FormLook look, bool isBold = false) => (uint)Array.IndexOf(All, (look, isBold)) + 1;

    /// <summary>
    /// How much of a text fits into a width, against the type of the summary's tables, and the points of a line: widths are
    /// counted in digits, of which capitals and bold letters take more.
    /// </summary>
    public static (double Letters, double Line) Measure(FormLook look) => look switch
    {
        FormLook.Title => (0.5, 19.5),
        FormLook.Heading or FormLook.HeadingBold or FormLook.Motto or FormLook.Sign => (0.75, 17),
        FormLook.Line or FormLook.LineAtRight => (0.9, 17),
        FormLook.Header => (0.92, 15.5),
        _ => (1, 15.5),
    };

    /// <summary>The stylesheet.</summary>
    public static Stylesheet Sheet(Language language)
    {
        var fonts = new Fonts(FontOf(11, isBold: false, isItalic: false, isUnderlined: false));
        var formats = new CellFormats(new CellFormat { FontId = 0, FillId = 0, BorderId = 0 });
        foreach (var (look, isBold) in All)
        {
            var (size, bold, italic) = Type(look);
            fonts.Append(FontOf(size, bold || isBold, italic, look == FormLook.Motto));
            formats.Append(new CellFormat(Place(look))
            {
                FontId = (uint)fonts.ChildElements.Count - 1,
                FillId = 0,
                BorderId = HasLines(look) ? 1u : 0u,
                NumberFormatId = look switch { FormLook.Count => 164u, FormLook.Share => 165u, _ => 0u },
                ApplyFont = true,
                ApplyBorder = true,
                ApplyAlignment = true,
                ApplyNumberFormat = look is FormLook.Count or FormLook.Share,
            });
        }
        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = Style.NumberFormat(Workbook.Format.Count, language) },
                new NumberingFormat { NumberFormatId = 165, FormatCode = Style.NumberFormat(Workbook.Format.Rate, language) }),
            fonts,
            // The first two fills are Excel's own.
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                    new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            formats);
    }

    private static Font FontOf(double size, bool isBold, bool isItalic, bool isUnderlined)
    {
        var font = new Font();
        if (isBold) font.Append(new Bold());
        if (isItalic) font.Append(new Italic());
        if (isUnderlined) font.Append(new Underline());
        font.Append(new FontSize { Val = size }, new FontName { Val = Font }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static (double Size, bool Bold, bool Italic) Type(FormLook look) => look switch
    {
        FormLook.Heading => (12, false, false),
        FormLook.HeadingBold or FormLook.Motto or FormLook.Sign => (12, true, false),
        FormLook.Title => (14, true, false),
        FormLook.Line or FormLook.LineAtRight => (12, false, true),
        FormLook.Remark => (11, false, true),
        FormLook.Header => (11, true, false),
        FormLook.Number => (10, false, true),
        FormLook.Ordinal or FormLook.Name or FormLook.Count or FormLook.Share => (11, false, false),
    };

    private static Alignment Place(FormLook look) => new()
    {
        Horizontal = look switch
        {
            FormLook.Remark or FormLook.Name => HorizontalAlignmentValues.Left,
            FormLook.LineAtRight or FormLook.Count or FormLook.Share => HorizontalAlignmentValues.Right,
            _ => HorizontalAlignmentValues.Center,
        },
        // A unit of two rows may fall on two pages: its name stays on the first.
        Vertical = look is FormLook.Ordinal or FormLook.Name ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
        WrapText = look is not (FormLook.Count or FormLook.Share or FormLook.Number),
        // A long formula under a narrow column is printed smaller rather than cut.
        ShrinkToFit = look == FormLook.Number,
        Indent = look == FormLook.Name ? 1u : null,
    };

    private static bool HasLines(FormLook look) =>
        look is FormLook.Header or FormLook.Number or FormLook.Ordinal or FormLook.Name or FormLook.Count or FormLook.Share;
}
