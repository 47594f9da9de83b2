using LangSon.Poverty.Findings;

namespace LangSon.Poverty.Tables;

/// <summary>What is wrong with the shape of a row.</summary>
public enum RowFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A quote inside an unquoted field, or text after a closing quote (PV1021).</summary>
    StrayQuote,
}

/// <summary>
/// A table read row by row, forward only: a CSV file or a sheet of a workbook. Rows come as they stand in the file, title
/// and header rows included; the first lines are told apart by whoever reads. A cell is UTF-8 text; an empty cell, a
/// missing one and one past the row's end are empty. Spans are valid until the next <see cref="Read"/>.
/// A file that cannot be read on throws <see cref="FileRefusedException"/>.
/// </summary>
public abstract class RowSource : IDisposable
{
    /// <summary>The file as the user named it.</summary>
    public abstract string File { get; }

    /// <summary>The sheet's name; null for text files.</summary>
    public virtual string? Sheet => null;

    /// <summary>Moves to the next row; false after the last.</summary>
    public abstract bool Read();

    /// <summary>The number of fields of this row, as the file gives them.</summary>
    public abstract int FieldCount { get; }

    /// <summary>The text of field <paramref name="column"/>, from 0.</summary>
    public abstract ReadOnlySpan<byte> this[int column] { get; }

    /// <summary>All bytes of the row in one span (separators included), to look for rare characters in one go.</summary>
    public abstract ReadOnlySpan<byte> RowBytes { get; }

    /// <summary>The line of the file where this row starts, or the row of the sheet, from 1.</summary>
    public abstract long Line { get; }

    /// <summary>What is wrong with the shape of this row.</summary>
    public virtual RowFault Fault => RowFault.None;

    /// <summary>Whether rows are expected to have as many fields as the header (text files; sheets are never ragged).</summary>
    public virtual bool FixedWidth => false;

    /// <summary>What a workbook cell holds beside its text.</summary>
    public virtual CellKind Kind(int column) => CellKind.Plain;

    /// <summary>Bytes consumed so far, for progress.</summary>
    public virtual long BytesRead => 0;

    /// <summary>Facts about the whole file that reading brought up (hidden rows, mixed line ends, …); complete after the last row.</summary>
    public virtual IReadOnlyList<Finding> FileFindings => [];

    /// <summary>Where field <paramref name="column"/> of this row stands.</summary>
    public virtual Place Here(int column) => new(File, Sheet, Line);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}

/// <summary>What a workbook cell is beside its text.</summary>
public enum CellKind
{
    /// <summary>A text, or a text file's field.</summary>
    Plain,

    /// <summary>A number as Excel stores it; its text is the invariant decimal form, whatever the number format.</summary>
    Number,

    /// <summary>The stored text of a formula (PV1044).</summary>
    Formula,

    /// <summary>The stored number of a formula (PV1044); its text is as that of <see cref="Number"/>.</summary>
    NumberFormula,

    /// <summary>An error value such as #N/A (PV2004); its text is the error's name.</summary>
    Error,
}
