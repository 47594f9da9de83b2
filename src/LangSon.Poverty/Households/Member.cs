using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>The ages that a member may have on the survey's day, in completed months.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The largest; equal to the least where the day of birth is known.</param>
public readonly record struct Age(int Least, int Most)
{
    /// <summary>Of someone born on a day.</summary>
    public static Age Of(DateOnly born, DateOnly on) => new(Months(born, on), Months(born, on));

    /// <summary>Of someone born in a year.</summary>
    public static Age OfYear(int year, DateOnly on) =>
        new(Math.Max(0, Months(new DateOnly(year, 12, 31), on)), Months(new DateOnly(year, 1, 1), on));

    /// <summary>Of someone who has completed so many years.</summary>
    public static Age OfYears(int years) => new(12 * years, (12 * years) + 11);

    private static int Months(DateOnly born, DateOnly on) =>
        ((on.Year - born.Year) * 12) + on.Month - born.Month - (on.Day < born.Day ? 1 : 0);
}

/// <summary>What one row says of a member. A value that was not given or not readable is unknown, never a default.</summary>
public sealed class Member
{
    /// <summary>What the rules may ask.</summary>
    public Answers Answers { get; } = new(SurveyColumns.Members);

    /// <summary>The age on the survey's day; null where nothing tells it.</summary>
    public Age? Age { get; set; }

    /// <summary>The member's number within the household; null where it is none, or no number.</summary>
    public int? Number { get; set; }

    /// <summary>Whether the row was rejected.</summary>
    public bool IsUnread { get; set; }

    /// <summary>Whether this is the head of the household (chủ hộ).</summary>
    public bool IsHead { get; set; }

    /// <summary>Whether this is a child of the head.</summary>
    public bool IsChild { get; set; }

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        Answers.Clear();
        (Age, Number, IsUnread, IsHead, IsChild) = (null, null, false, false, false);
    }
}
