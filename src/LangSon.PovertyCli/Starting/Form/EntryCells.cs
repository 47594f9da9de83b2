using System.Globalization;
using ClosedXML.Excel;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>The cells of an entry sheet: how they look and how values stand in them.</summary>
internal static class EntryCells
{
    /// <summary>Puts a canonical value into a cell as people enter it.</summary>
    public static void Put(IXLCell cell, FormColumn column, string value, Language language)
    {
        if (column.Column.Kind is ValueKind.Whole or ValueKind.Amount && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) cell.SetValue(number);
        else cell.SetValue(column.Shown(value, language));
    }

    /// <summary>The style of a column's cells.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isTinted">Whether they stand on tinted ground.</param>
    /// <param name="language">The language of numbers.</param>
    public static IXLStyle StyleOf(FormColumn column, bool isTinted, Language language)
    {
        var format = column.Column.Kind switch
        {
            // Money alone has no upper bound, and no decimals that matter.
            ValueKind.Amount when column.Column.Most is null => Format.Count,
            ValueKind.Amount or ValueKind.Whole or ValueKind.Day => Format.Mark,
            ValueKind.Word when column.Choices.Count <= 2 => Format.Mark,
            // Codes and numbers of a few digits.
            ValueKind.Text when column.Width < 10 => Format.Mark,
            ValueKind.Text or ValueKind.Word or ValueKind.Words => Format.Text,
        };
        var style = new Style(Look.Body, format).Build(language);
        // A number typed into a cell of text would be text. A day must be: Excel would read 03/04 as its own country writes days.
        if (format == Format.Mark && column.Column.Kind is ValueKind.Amount or ValueKind.Whole) style.NumberFormat.Format = "General";
        style.Alignment.WrapText = false;
        style.Border.LeftBorder = style.Border.RightBorder = XLBorderStyleValues.Thin;
        style.Border.LeftBorderColor = style.Border.RightBorderColor = Palette.Line;
        if (isTinted) style.Fill.BackgroundColor = Palette.Pale;
        style.Protection.Locked = false;
        return style;
    }
}
