namespace LangSon.PovertyCli.Reading;

/// <summary>
/// Walks over CSV text byte by byte and knows whether it is inside quotes and on which line those were opened. A quote opens
/// only at the start of a field; a quote that closes and is followed by text leaves the rest of the field unquoted.
/// </summary>
/// <param name="line">The line of the first byte.</param>
internal struct QuoteState(long line)
{
    private bool _fieldStart = true;
    private bool _closing;
    private byte _previous;

    /// <summary>The line of the next byte.</summary>
    public long Line { get; private set; } = line;

    /// <summary>Whether the next byte is inside quotes.</summary>
    public bool Open { get; private set; }

    /// <summary>The line of the quote that opened last.</summary>
    public long OpenedOn { get; private set; }

    /// <summary>Takes the next byte, given whether it separates fields when it is outside quotes; true when it does so or ends a row.</summary>
    public bool Next(byte value, bool separator)
    {
        if (value == '\n' ? _previous != '\r' : value == '\r') Line++;
        _previous = value;
        if (Open && value != '"') return false;
        if (value == '"')
        {
            if (Open) (Open, _closing) = (false, true);
            else if (_closing) (Open, _closing) = (true, false);   // A doubled quote: still the same field.
            else if (_fieldStart) (Open, OpenedOn) = (true, Line);
            _fieldStart = false;
            return false;
        }
        _closing = false;
        return _fieldStart = separator || value is (byte)'\n' or (byte)'\r';
    }
}
