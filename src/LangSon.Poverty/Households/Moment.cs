namespace LangSon.Poverty.Households;

/// <summary>When an interview began or ended, as far as its cell tells.</summary>
/// <param name="Day">The day; null where only a time stands there.</param>
/// <param name="Time">The time of day; null where only a day stands there.</param>
internal readonly record struct Moment(DateOnly? Day, TimeOnly? Time)
{
    /// <summary>The days that a bare number of a workbook may count: 1982 to 2064.</summary>
    private const int FirstSerial = 30_000, LastSerial = 60_000;

    /// <summary>
    /// Reads a day, a time of day, or both with a blank or T between: 2023-10-05T08:30:00+07:00, 05/10/2023 8:30,
    /// 8:30 05/10/2023, 2:30 PM, 2:30 CH. A zone is passed over: an interview is in one.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Moment moment)
    {
        moment = default;
        if (!text.Contains((byte)':')) return Days.TryParse(text, out var only) ? Told(only, null, out moment) : TrySerial(text, out moment);
        var first = text.IndexOfAny(" T"u8);
        var head = first < 0 ? text : text[..first];
        var tail = first < 0 ? default : text[(first + 1)..];
        // Vietnamese clocks are often written before the day.
        if (head.Contains((byte)':'))
        {
            var hasDay = Days.TryParse(tail, out var after);
            return TryTime(hasDay ? head : text, out var at) && Told(hasDay ? after : null, at, out moment);
        }
        return Days.TryParse(head, out var day) && TryTime(tail, out var time) && Told(day, time, out moment);
    }

    /// <summary>Whether this is before <paramref name="other"/>; where one of the two does not tell enough, it is not.</summary>
    public bool IsBefore(Moment other)
    {
        if (Day is null != other.Day is null) return false;
        return Day != other.Day ? Day < other.Day : Time < other.Time;
    }

    private static bool Told(DateOnly? day, TimeOnly? time, out Moment moment)
    {
        moment = new Moment(day, time);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, out TimeOnly time)
    {
        time = default;
        var colon = text.IndexOf((byte)':');
        var rest = text[(colon + 1)..];
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (!Numbers.TryParseWhole(text[..colon], out var hour) || !Numbers.TryParseWhole(digits < 0 ? rest : rest[..digits], out var minute)) return false;
        // Only minutes part two interviews of a day; whoever ends in the minute of the start is not said to end before it.
        var half = digits < 0 ? default : rest[digits..];
        if (half.IndexOfAny("PpCc"u8) >= 0 && hour < 12) hour += 12;
        else if (half.IndexOfAny("Aa"u8) >= 0 && hour == 12) hour = 0;
        if (hour > 23 || minute > 59) return false;
        time = new TimeOnly(hour, minute);
        return true;
    }

    /// <summary>A bare number of a workbook counts days, and its fraction is the time.</summary>
    private static bool TrySerial(ReadOnlySpan<byte> text, out Moment moment)
    {
        moment = default;
        if (!Numbers.TryParse(text, NumberFormat.Invariant, out var serial) || serial is < FirstSerial or > LastSerial) return false;
        var days = decimal.Truncate(serial);
        moment = new Moment(new DateOnly(1899, 12, 30).AddDays((int)days), serial == days ? null : TimeOnly.FromTimeSpan(TimeSpan.FromMinutes((double)decimal.Truncate((serial - days) * 1440))));
        return true;
    }
}
