using System.Globalization;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Tables;

/// <summary>What a cell signals.</summary>
internal enum CellTone
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Reached: green.</summary>
    Good,

    /// <summary>Not reached: red.</summary>
    Bad,

    /// <summary>Open: yellow.</summary>
    Open,
}

/// <summary>One value of a table, as a script reads it and as people do.</summary>
/// <param name="Value">The invariant form for CSV and JSON; null where there is no value.</param>
/// <param name="Shown">The words for people.</param>
internal readonly record struct Cell(string? Value, Phrase Shown)
{
    /// <summary>What it signals on a terminal with colours, beside its words.</summary>
    public CellTone Tone { get; init; }

    private static readonly NumberFormatInfo VietnameseNumbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>No value.</summary>
    public static Cell None { get; } = new(null, new Phrase("", ""));

    /// <summary>A text that is the same for everyone; null or empty is no value.</summary>
    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? None : new Cell(text, new Phrase(text, text));

    /// <summary>Words for people only.</summary>
    public static Cell Of(Phrase phrase) => new(null, phrase);

    /// <summary>A day, yyyy-MM-dd for everyone: neither order of day and month can be mistaken.</summary>
    public static Cell Of(DateOnly? day) => Of(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A number; people see it with the separators of their language.</summary>
    public static Cell Of(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), new Phrase(
        number.ToString("#,0.######", VietnameseNumbers), number.ToString("#,0.######", CultureInfo.InvariantCulture)));

    /// <summary>A share of 1: the nearest decimal number for scripts, the exact fraction for people.</summary>
    public static Cell Of(Fraction share) => new(share.Nearest.ToString(CultureInfo.InvariantCulture), share.ToString());

    /// <summary>True or false for scripts; people see the words when it is true and nothing else.</summary>
    public static Cell Of(bool flag, Phrase whenTrue) => new(flag ? "true" : "false", flag ? whenTrue : new Phrase("", ""));
}
