using LangSon.Poverty.Findings;

namespace LangSon.Poverty.Households;

/// <summary>Who asked, when and for how long: for checks that hold interviews against each other when all are read.</summary>
public sealed partial class HouseholdReader
{
    /// <summary>Longer than a day no interview takes.</summary>
    private const int MinutesADay = 24 * 60;

    /// <summary>The enumerator's code as findings may show it; null for a name.</summary>
    internal string? EnumeratorCode => Enumerator;

    /// <summary>The day of the interview; null where it is not told.</summary>
    internal DateOnly? InterviewDay => MomentOf(_at.Start)?.Day ?? MomentOf(_at.End)?.Day;

    /// <summary>How many minutes the interview took; null where a time is missing, and for times that can't be (PV5015).</summary>
    internal int? InterviewMinutes
    {
        get
        {
            if (MomentOf(_at.Start) is not { Time: { } begins } start || MomentOf(_at.End) is not { Time: { } ends } end) return null;
            var days = start.Day is { } first && end.Day is { } last ? last.DayNumber - first.DayNumber : 0;
            var minutes = (days * MinutesADay) + (int)(ends.ToTimeSpan() - begins.ToTimeSpan()).TotalMinutes;
            return minutes is >= 0 and <= MinutesADay ? minutes : null;
        }
    }

    /// <summary>A finding about the cell of the current row in a canonical column, not yet reported.</summary>
    internal Finding Describe(string code, string canonical) => Describe(code, Header[canonical], RowText[Header[canonical]]);

    private Moment? MomentOf(int at) => Moment.TryParse(Cell(at), out var moment) ? moment : null;
}
