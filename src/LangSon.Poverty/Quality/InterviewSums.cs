using System.Numerics;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Quality;

/// <summary>
/// What the households of one enumerator in one commune come to: whole numbers, smallest and largest values, so that sums
/// of parts are exact whatever their order.
/// </summary>
/// <param name="indicators">How many indicators the law has.</param>
internal sealed class InterviewSums(int indicators)
{
    private readonly long[] _known = new long[indicators];
    private readonly long[] _lacking = new long[indicators];
    private readonly Range[] _numbers = new Range[Numbers.Count];
    private readonly Dictionary<DateOnly, int> _days = [];

    /// <summary>The smallest and the largest of some numbers.</summary>
    private readonly record struct Range(long Count, decimal Least, decimal Most)
    {
        public Range With(Range other) => Count == 0 ? other : other.Count == 0 ? this
            : new Range(Count + other.Count, Math.Min(Least, other.Least), Math.Max(Most, other.Most));
    }

    /// <summary>The columns of numbers that vary from household to household.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["household_size", "income_per_capita", "b1_score"];

    /// <summary>The file and row, by number, of the first household: an example of whom the sums are of.</summary>
    public (int File, long Line) First { get; private set; } = (int.MaxValue, 0);

    /// <summary>Where that household stands.</summary>
    public Place Place { get; private set; }

    /// <summary>The enumerator's code; null where a name stands in its place.</summary>
    public string? Code { get; private set; }

    /// <summary>Households.</summary>
    public long Households { get; private set; }

    /// <summary>Households that have a class.</summary>
    public long Classified { get; private set; }

    /// <summary>Poor households.</summary>
    public long Poor { get; private set; }

    /// <summary>Households that form A was filled in for.</summary>
    public long Reviewed { get; private set; }

    /// <summary>Of them, those that it settled, so that forms B1 and B2 were left out.</summary>
    public long Settled { get; private set; }

    /// <summary>
    /// Answers that a household's class may hang on, one for each indicator and one for income or points, of households that
    /// form A did not settle.
    /// </summary>
    public long Asked { get; private set; }

    /// <summary>Of them, those that are blank or that nobody knew.</summary>
    public long Missing { get; private set; }

    /// <summary>Households by the day of their interview.</summary>
    public IReadOnlyDictionary<DateOnly, int> Days => _days;

    /// <summary>Households that tell whether they lack an indicator, and those that do.</summary>
    public (long Known, long Lacking) Answers(int indicator) => (_known[indicator], _lacking[indicator]);

    /// <summary>How many households tell a number of <see cref="Numbers"/>, and whether they all tell the same.</summary>
    public (long Known, bool IsOne) Number(int column) => (_numbers[column].Count, _numbers[column].Least == _numbers[column].Most);

    /// <summary>Adds a household.</summary>
    public void Add(in Household household, PovertyClass poverty, DateOnly? day)
    {
        Households++;
        if (poverty != PovertyClass.Undetermined) Classified++;
        if (poverty == PovertyClass.Poor) Poor++;
        if (household.Quick != QuickReview.None) Reviewed++;
        if (IsSettled(household))
        {
            Settled++;
        }
        else
        {
            Asked += _known.Length + 1;
            Missing += BitOperations.PopCount(household.Deprivations.Unknown) + (household.Income is null && household.Points is null ? 1 : 0);
            for (var i = 0; i < _known.Length; i++)
            {
                if ((household.Deprivations.Unknown & (1u << i)) == 0) _known[i]++;
                if ((household.Deprivations.Lacking & (1u << i)) != 0) _lacking[i]++;
            }
        }
        Take(0, household.Size);
        Take(1, household.Income?.PerPerson(1));
        Take(2, household.Points);
        if (day is { } known) _days[known] = _days.GetValueOrDefault(known) + 1;
    }

    /// <summary>Whether form A told the class of a household.</summary>
    public static bool IsSettled(in Household household) => household.Quick is not (QuickReview.None or QuickReview.NeedsScoring);

    /// <summary>Remembers a household as the example where it is the first.</summary>
    public void Show(int file, Place place, string? code)
    {
        if ((file, place.Line).CompareTo(First) < 0) (First, Place, Code) = ((file, place.Line), place, code);
    }

    /// <summary>Adds the sums of other households.</summary>
    public void Merge(InterviewSums other)
    {
        Households += other.Households;
        Classified += other.Classified;
        Poor += other.Poor;
        Reviewed += other.Reviewed;
        Settled += other.Settled;
        Asked += other.Asked;
        Missing += other.Missing;
        for (var i = 0; i < _known.Length; i++) (_known[i], _lacking[i]) = (_known[i] + other._known[i], _lacking[i] + other._lacking[i]);
        for (var i = 0; i < _numbers.Length; i++) _numbers[i] = _numbers[i].With(other._numbers[i]);
        foreach (var (day, households) in other._days) _days[day] = _days.GetValueOrDefault(day) + households;
        if (other.First.CompareTo(First) < 0) (First, Place, Code) = (other.First, other.Place, other.Code);
    }

    private void Take(int column, decimal? number)
    {
        if (number is { } known) _numbers[column] = _numbers[column].With(new Range(1, known, known));
    }
}
