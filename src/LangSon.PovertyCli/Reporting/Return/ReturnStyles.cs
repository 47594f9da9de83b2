using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>What a cell of a sheet of rows holds.</summary>
internal enum CellLook
{
    /// <summary>A number as Excel stores it.</summary>
    Number,

    /// <summary>A text, which stays one whatever is typed over it: ids keep their zeros, and nothing becomes a formula.</summary>
    Text,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A title above the header.</summary>
    Title,

    /// <summary>The header of a column.</summary>
    Header,
}

/// <summary>The looks of the guide.</summary>
internal enum GuideLook
{
    /// <summary>Its title.</summary>
    Title,

    /// <summary>A line of text.</summary>
    Line,

    /// <summary>A heading.</summary>
    Section,

    /// <summary>The header of the list of faults.</summary>
    Header,

    /// <summary>A cell of that list.</summary>
    Body,

    /// <summary>A link to a faulty cell.</summary>
    Link,

    /// <summary>The word of an error.</summary>
    Error,

    /// <summary>The word of a warning.</summary>
    Warning,
}

/// <summary>The styles of returned workbooks, which cells name by their number.</summary>
internal static class ReturnStyles
{
    private const int Looks = 5;

    /// <summary>The number of a style of the sheet of rows: plain, or coloured as an error or a warning.</summary>
    public static int Of(CellLook look, Poverty.Findings.Severity? fault = null) => (int)look + (fault switch
    {
        null => 0,
        Poverty.Findings.Severity.Error => Looks,
        _ => 2 * Looks,
    });

    /// <summary>The number of a style of the guide.</summary>
    public static int Of(GuideLook look) => (3 * Looks) + (int)look;

    /// <summary>The part of the styles.</summary>
    public static string Markup => field ??= Build();

    /// <summary>The ground of a header, an error, a warning and the guide's header.</summary>
    private static readonly string[] Fills = ["DDE7EE", "F4B8A8", "FFE699", "1D4059"];

    /// <summary>The fills of a sound cell, an error and a warning, of which the first two numbers of a workbook are none.</summary>
    private static readonly int[] Faults = [0, 3, 4];

    private static string Build()
    {
        // Plain, bold, title, link, header.
        var fonts = string.Concat(Font(""), Font("<b/>"), Font("<b/>", Palette.Size + 4, "1D4059"), Font("<u/>", Palette.Size, "1F5FA8"), Font("<b/>", Palette.Size, "FFFFFF"));
        var fills = string.Concat(Fills.Select(colour => $"""<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/></patternFill></fill>"""));
        const string line = """<color rgb="FFCFD8DF"/>""";
        var rows = string.Concat(Faults.Select(fill =>
            $"{Xf(0, 0, fill, 1)}{Xf(49, 0, fill, 1)}{Xf(14, 0, fill, 1)}{Xf(49, 1, fill, 0)}{Xf(49, 1, fill == 0 ? 2 : fill, 1, Wrapped("center", "center"))}"));
        var guide = string.Concat(Xf(0, 2, 0, 0), Xf(49, 0, 0, 0, Wrapped()), Xf(0, 1, 0, 0), Xf(0, 4, 5, 1, Wrapped("center", "center")), Xf(49, 0, 0, 1, Wrapped()), Xf(49, 3, 0, 1, Wrapped()), Xf(49, 1, 3, 1, Wrapped()), Xf(49, 1, 4, 1, Wrapped()));
        return $"""
            <styleSheet xmlns="{ReturnWorkbook.Main}"><fonts count="5">{fonts}</fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{fills}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin">{line}</left><right style="thin">{line}</right><top style="thin">{line}</top><bottom style="thin">{line}</bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{(3 * Looks) + Enum.GetValues<GuideLook>().Length}">{rows}{guide}</cellXfs></styleSheet>
            """;
    }

    private static string Font(string marks, double size = Palette.Size, string colour = "1F2A33") =>
        FormattableString.Invariant($"""<font>{marks}<sz val="{size}"/><color rgb="FF{colour}"/><name val="{Palette.Font}"/></font>""");

    private static string Xf(int format, int font, int fill, int border, string inside = "") =>
        $"""<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{inside}</xf>""";

    private static string Wrapped(string vertical = "top", string horizontal = "general") => $"""<alignment horizontal="{horizontal}" vertical="{vertical}" wrapText="1"/>""";
}
