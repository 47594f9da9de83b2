using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>An official form filled with what a run gave.</summary>
internal abstract class Form(FormLayout layout, IReadOnlyList<FormPart> parts, AreaNode? whole)
{
    /// <summary>The row of the first header: above it stand heading, title and unit.</summary>
    public const int HeaderRow = 7;

    /// <summary>How it is laid out.</summary>
    public FormLayout Layout => layout;

    /// <summary>The headers, repeated columns one by one.</summary>
    public IReadOnlyList<FormPart> Parts => parts;

    /// <summary>The columns from left to right, those of number and name of the unit left out.</summary>
    public IReadOnlyList<FormColumn> Columns { get; } = [.. parts.SelectMany(part => part.Leaves).Select(part => part.Column!)];

    /// <summary>What the form is about; null where several units stand side by side.</summary>
    public AreaNode? Whole => whole;

    /// <summary>The name on the tab.</summary>
    public virtual Phrase Name => new($"Biểu {layout.Number}", $"Form {layout.Number}");

    /// <summary>How many columns stand before those of the layout: number and name of the unit, and what a row counts where there are several.</summary>
    public abstract int LeadingColumns { get; }

    /// <summary>How many columns stay in sight.</summary>
    public abstract int FrozenColumns { get; }

    /// <summary>How many rows the headers take.</summary>
    public int HeaderRows => parts.Max(part => part.Depth);

    /// <summary>The first row under the headers and the row of column numbers.</summary>
    public int FirstRow => HeaderRow + HeaderRows + 1;

    /// <summary>How many units it lists.</summary>
    public abstract int UnitCount { get; }

    /// <summary>What the reader must know of it, a sentence each.</summary>
    public abstract IReadOnlyList<Phrase> Remarks { get; }

    /// <summary>Whether the data give nothing to fill it with.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The characters that a column needs for what stands in it, headers aside.</summary>
    public abstract double Width(int column);

    /// <summary>Puts the rows from <see cref="FirstRow"/> on.</summary>
    public abstract void WriteRows(FormSheet sheet, Language language);
}
