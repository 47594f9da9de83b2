namespace LangSon.Poverty.Households;

/// <summary>Reads days as forms and spreadsheets write them: the year first, or the day first as in Vietnam.</summary>
internal static class Days
{
    /// <summary>2015-03-07, 2015/3/7, 07/03/2015, 7-3-2015, 7.3.2015; a time of day after it is passed over. Never the month first.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.IndexOfAny(" T"u8) is > 0 and var end) text = text[..end];
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var count = 0;
        foreach (var range in text.SplitAny("-/."u8))
        {
            if (count == 3 || !Numbers.TryParseWhole(text[range], out var part)) return false;
            (parts[count], lengths[count]) = (part, text[range].Length);
            count++;
        }
        if (count < 3 || lengths[1] > 2) return false;
        var (year, month, date) = (lengths[0], lengths[2]) switch
        {
            (4, <= 2) => (parts[0], parts[1], parts[2]),
            ( <= 2, 4) => (parts[2], parts[1], parts[0]),
            _ => (0, 0, 0),
        };
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, date);
        return true;
    }
}
