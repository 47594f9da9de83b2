namespace LangSon.PovertyCli.Reading;

/// <summary>Notices line ends that differ within a file, or that are lone carriage returns (PV1012).</summary>
internal struct LineEnds
{
    private bool _one;
    private bool _two;
    private bool _odd;

    /// <summary>Whether the reader should be told.</summary>
    public readonly bool Odd => _odd || (_one && _two);

    /// <summary>Looks at the line ends outside quotes at the start of the file, where a lone CR can be told from a lone LF.</summary>
    public void Look(ReadOnlySpan<byte> start, byte delimiter)
    {
        var (lf, cr, both) = (false, false, false);
        var state = new QuoteState(1);
        for (var i = 0; i < start.Length; i++)
        {
            if (!state.Next(start[i], start[i] == delimiter)) continue;
            if (start[i] == '\n') lf |= i == 0 || start[i - 1] != '\r';
            if (start[i] != '\r' || i + 1 == start.Length) continue;
            if (start[i + 1] == '\n') both = true;
            else cr = true;
        }
        _odd = cr;
        _one = lf;
        _two = both;
    }

    /// <summary>Takes the number of bytes between the end of a row and the start of the next: 1 for CR or LF, 2 for both.</summary>
    public void Gap(long bytes)
    {
        if (bytes == 1) _one = true;
        else if (bytes == 2) _two = true;
    }
}
