namespace LangSon.PovertyCli.Reporting;

/// <summary>A table written cell by cell and row by row: a CSV file or a sheet. Nothing is kept of a row that was written.</summary>
internal abstract class RowWriter : IDisposable
{
    /// <summary>Writes a text as UTF-8; codes stay text with their zeros.</summary>
    public abstract void Text(ReadOnlySpan<byte> utf8);

    /// <summary>Writes a whole number.</summary>
    public abstract void Number(long value);

    /// <summary>Leaves a cell empty.</summary>
    public abstract void Blank();

    /// <summary>Ends the row.</summary>
    public abstract void EndRow();

    /// <summary>Writes the header.</summary>
    public abstract void Header(IReadOnlyList<string> names);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes what is left and closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}
