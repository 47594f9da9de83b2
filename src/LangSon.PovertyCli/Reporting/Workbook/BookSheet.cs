using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>A kind of sheet: what it is called, what it shows, and how it is written.</summary>
/// <param name="title">The name on its tab and at its top; at most 31 characters.</param>
/// <param name="lead">One sentence that says what it shows.</param>
internal abstract class BookSheet(Phrase title, Phrase lead)
{
    /// <summary>The name on its tab and at its top.</summary>
    public Phrase Title { get; } = title;

    /// <summary>One sentence that says what it shows.</summary>
    public Phrase Lead { get; } = lead;

    /// <summary>Whether it must fit on one printed page.</summary>
    public virtual bool OnOnePage => false;

    /// <summary>Whether the content has anything for it; without, the sheet is left out.</summary>
    public virtual bool IsFor(BookContent content) => true;

    /// <summary>Writes it.</summary>
    public abstract void Write(Sheet sheet, BookContent content);
}
