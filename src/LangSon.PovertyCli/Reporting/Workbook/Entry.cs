using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>What stands in one cell: a text, a number, a figure that can't be given, or nothing.</summary>
internal readonly record struct Entry
{
    /// <summary>What stands where a figure can't be given; the reason is in the notes of the row.</summary>
    public const string Undefined = "–";

    private Entry(Phrase? text, decimal? number, Format? format) => (Text, Number, Format) = (text, number, format);

    /// <summary>The text; null for numbers and empty cells.</summary>
    public Phrase? Text { get; }

    /// <summary>The number, unrounded.</summary>
    public decimal? Number { get; }

    /// <summary>The format where it is not the column's.</summary>
    public Format? Format { get; init; }

    /// <summary>What the cell signals.</summary>
    public Tone Tone { get; init; }

    /// <summary>How far the text is set in.</summary>
    public int Indent { get; init; }

    /// <summary>An empty cell: there is nothing to say.</summary>
    public static Entry None => default;

    /// <summary>A text in both languages.</summary>
    public static Entry Of(Phrase text) => new(text, null, null);

    /// <summary>A text that is the same in both languages, such as a code or a name.</summary>
    public static Entry Of(string? text) => string.IsNullOrEmpty(text) ? None : new(new Phrase(text, text), null, null);

    /// <summary>A number, or the mark of a figure that can't be given.</summary>
    public static Entry Of(decimal? number, Format? format = null) =>
        number is null ? new(new Phrase(Undefined, Undefined), null, Workbook.Format.Text) { IsUndefined = true } : new(null, number, format);

    /// <summary>Whether it marks a figure that can't be given.</summary>
    public bool IsUndefined { get; private init; }
}
