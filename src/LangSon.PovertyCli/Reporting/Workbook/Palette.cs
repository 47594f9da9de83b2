using ClosedXML.Excel;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>
/// The colours and the type of the book: one dark blue, its tints, and three signals that are always accompanied by words,
/// so that a black-and-white print says the same.
/// </summary>
internal static class Palette
{
    /// <summary>Vietnamese letters in every office, and a free face of the same widths where it is lacking.</summary>
    public const string Font = "Arial";

    /// <summary>Points of the text of tables.</summary>
    public const double Size = 10;

    public static readonly XLColor Ink = XLColor.FromHtml("#1F2A33");
    public static readonly XLColor Quiet = XLColor.FromHtml("#5C6B76");
    public static readonly XLColor Dark = XLColor.FromHtml("#1D4059");
    public static readonly XLColor Middle = XLColor.FromHtml("#35627F");
    public static readonly XLColor Tint = XLColor.FromHtml("#DDE7EE");
    public static readonly XLColor Pale = XLColor.FromHtml("#F2F6F9");
    public static readonly XLColor Line = XLColor.FromHtml("#CFD8DF");
    public static readonly XLColor Good = XLColor.FromHtml("#1E6B43");
    public static readonly XLColor GoodPale = XLColor.FromHtml("#E4F2EA");
    public static readonly XLColor Bad = XLColor.FromHtml("#A3341F");
    public static readonly XLColor BadPale = XLColor.FromHtml("#FBE9E4");
    public static readonly XLColor Open = XLColor.FromHtml("#7A5A00");
    public static readonly XLColor OpenPale = XLColor.FromHtml("#FFF4D6");

    /// <summary>The dark end of the scale behind poor rates; the light end is white.</summary>
    public static readonly XLColor Poorest = XLColor.FromHtml("#EFB296");

    /// <summary>Bars behind shares.</summary>
    public static readonly XLColor Bar = XLColor.FromHtml("#BBD0DF");
}
