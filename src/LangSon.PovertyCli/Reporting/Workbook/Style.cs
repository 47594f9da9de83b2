using ClosedXML.Excel;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>What a cell is for.</summary>
internal enum Look
{
    /// <summary>The name of a sheet.</summary>
    Title,

    /// <summary>The sentence that says what a sheet shows.</summary>
    Lead,

    /// <summary>The heading of a part of a sheet.</summary>
    Section,

    /// <summary>A header that spans several columns.</summary>
    Band,

    /// <summary>The header of a column.</summary>
    Header,

    /// <summary>A row of a table.</summary>
    Body,

    /// <summary>The row of a larger unit above its own units.</summary>
    Subtotal,

    /// <summary>The row of the whole.</summary>
    Total,

    /// <summary>Text between tables.</summary>
    Plain,

    /// <summary>What a large figure of the cover is.</summary>
    TileLabel,

    /// <summary>A large figure of the cover.</summary>
    TileFigure,

    /// <summary>How it changed.</summary>
    TileChange,

    /// <summary>A link to another sheet.</summary>
    Link,
}

/// <summary>What a cell holds, and how it is written.</summary>
internal enum Format
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Text that stands in the middle, such as a code or a sign.</summary>
    Mark,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A whole number with its sign.</summary>
    SignedCount,

    /// <summary>Percent, as 5.92.</summary>
    Rate,

    /// <summary>Percent that unresolved rows leave open, marked by a star.</summary>
    OpenRate,

    /// <summary>Percent of few households, in parentheses.</summary>
    SmallRate,

    /// <summary>Percent of few households that unresolved rows leave open besides.</summary>
    SmallOpenRate,

    /// <summary>Percentage points with their sign.</summary>
    Points,

    /// <summary>Percent with one decimal, such as the completion of a target.</summary>
    Completion,

    /// <summary>Percent with its sign word, as large figures have it.</summary>
    TileRate,
}

/// <summary>What a cell signals.</summary>
internal enum Tone
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Reached.</summary>
    Good,

    /// <summary>Not reached.</summary>
    Bad,

    /// <summary>Open.</summary>
    Open,

    /// <summary>Of less weight than its neighbours.</summary>
    Quiet,
}

/// <summary>The style of a cell, by what it is for, holds and signals; every cell of the book gets one of these.</summary>
internal readonly record struct Style(Look Look, Format Format = Format.Text, Tone Tone = Tone.None, int Indent = 0)
{
    /// <summary>
    /// The number format; empty for text. Every part ends in the width of a bracket, which keeps figures off the edge of
    /// their column so that two of them never read as one; the fourth part is for the mark of an undefined figure. The
    /// language stands before each part: programs that follow it show the decimal comma wherever they are.
    /// </summary>
    public static string NumberFormat(Format format, Language language) => format switch
    {
        Format.Text or Format.Mark => "",
        Format.Count => Parts(language, "#,##0", "\"−\"#,##0", "0"),
        Format.SignedCount => Parts(language, "+#,##0", "\"−\"#,##0", "0"),
        Format.Rate => Parts(language, "0.00", "\"−\"0.00", "0.00"),
        Format.OpenRate => $"{Tag(language)}0.00\"*\"",
        Format.SmallRate => $"{Tag(language)}\"(\"0.00\")\"",
        Format.SmallOpenRate => $"{Tag(language)}\"(\"0.00\"*)\"",
        Format.Points => Parts(language, "+0.00", "\"−\"0.00", "0.00"),
        Format.Completion => Parts(language, "#,##0.0", "\"−\"#,##0.0", "0.0"),
        Format.TileRate => $"{Tag(language)}0.00\"%\"",
    };

    /// <summary>The language's number in number formats.</summary>
    public static string Tag(Language language) => language == Language.Vietnamese ? "[$-42A]" : "[$-809]";

    /// <summary>How far texts of rows stand off the edge of their column.</summary>
    public static int Inset(Look look, Format format) => format == Format.Text && look is (Look.Body or Look.Subtotal or Look.Total) ? 1 : 0;

    private static string Parts(Language language, string positive, string negative, string zero) =>
        $"{Tag(language)}{positive}_);{Tag(language)}{negative}_);{Tag(language)}{zero}_);@_)";

    /// <summary>Builds the style as ClosedXML has it.</summary>
    public IXLStyle Build(Language language)
    {
        var style = XLWorkbook.DefaultStyle;
        style.Font.FontName = Palette.Font;
        style.Font.FontSize = Palette.Size;
        style.Font.FontColor = Palette.Ink;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        style.Alignment.WrapText = Format is Format.Text or Format.Mark;
        if (Format == Format.Mark) style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        else if (Format != Format.Text) style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        else style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        style.Alignment.Indent = Indent + Inset(Look, Format);
        if (NumberFormat(Format, language) is { Length: > 0 } format) style.NumberFormat.Format = format;
        else style.NumberFormat.NumberFormatId = 49; // text, so that a code typed over stays one
        Dress(style);
        Signal(style);
        return style;
    }

    private void Dress(IXLStyle style)
    {
        switch (Look)
        {
            case Look.Title: Write(style, 16, Palette.Dark, bold: true); break;
            case Look.Lead: Write(style, 10, Palette.Quiet); break;
            case Look.Section: Write(style, 12, Palette.Dark, bold: true); break;
            case Look.Band: Head(style, Palette.Dark); break;
            case Look.Header: Head(style, Palette.Middle); break;
            case Look.Body: Rule(style); break;
            case Look.Subtotal: Row(style, Palette.Pale); break;
            case Look.Total: Row(style, Palette.Tint); break;
            case Look.Plain: break;
            case Look.TileLabel: Tile(style, 9, Palette.Quiet, XLAlignmentVerticalValues.Center); break;
            case Look.TileFigure: Tile(style, 24, Palette.Dark, XLAlignmentVerticalValues.Center); style.Font.Bold = true; break;
            case Look.TileChange: Tile(style, 9, Palette.Ink, XLAlignmentVerticalValues.Top); break;
            case Look.Link: Write(style, 10, Palette.Middle); style.Font.Underline = XLFontUnderlineValues.Single; break;
        }
    }

    private void Signal(IXLStyle style)
    {
        var (text, fill) = Tone switch
        {
            Tone.Good => (Palette.Good, Palette.GoodPale),
            Tone.Bad => (Palette.Bad, Palette.BadPale),
            Tone.Open => (Palette.Open, Palette.OpenPale),
            Tone.Quiet => (Palette.Quiet, null),
            Tone.None => (null, (XLColor?)null),
        };
        if (text is not null) style.Font.FontColor = text;
        if (fill is null) return;
        if (Format == Format.Mark) style.Font.Bold = true;
        if (Look is Look.Body or Look.Subtotal or Look.Total) style.Fill.BackgroundColor = fill;
    }

    private static void Write(IXLStyle style, double size, XLColor color, bool bold = false)
    {
        style.Font.FontSize = size;
        style.Font.FontColor = color;
        style.Font.Bold = bold;
    }

    private static void Head(IXLStyle style, XLColor fill)
    {
        Write(style, 9, XLColor.White, bold: true);
        style.Fill.BackgroundColor = fill;
        style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        style.Border.LeftBorder = style.Border.RightBorder = style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.LeftBorderColor = style.Border.RightBorderColor = style.Border.BottomBorderColor = Palette.Tint;
    }

    private static void Row(IXLStyle style, XLColor fill)
    {
        Rule(style);
        style.Font.Bold = true;
        style.Fill.BackgroundColor = fill;
    }

    private static void Rule(IXLStyle style)
    {
        style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.BottomBorderColor = Palette.Line;
    }

    /// <summary>A large figure starts at its left edge, where a dark line marks it.</summary>
    private static void Tile(IXLStyle style, double size, XLColor color, XLAlignmentVerticalValues vertical)
    {
        Write(style, size, color);
        style.Fill.BackgroundColor = Palette.Pale;
        style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        style.Alignment.Vertical = vertical;
        style.Alignment.Indent = 1;
    }
}
