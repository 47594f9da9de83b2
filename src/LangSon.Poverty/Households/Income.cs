namespace LangSon.Poverty.Households;

/// <summary>
/// The income of <paramref name="Persons"/> persons together over <paramref name="Months"/> months, as it was recorded: the
/// income per person a month is never compared, since dividing would round it.
/// </summary>
/// <param name="Amount">In VND; may be negative (a loss).</param>
/// <param name="Months">From 1 to 12: 1 for a monthly income, 12 for that of a year.</param>
/// <param name="Persons">At least 1: 1 when the amount is per person, else the size of the household.</param>
public readonly record struct Income(decimal Amount, int Months, int Persons)
{
    /// <summary>
    /// Amounts beyond this many VND on either side are above, or below, every line: no line times months and persons comes
    /// near it for a real household, and no product below overflows.
    /// </summary>
    public const decimal LargestAmount = 1e15m;

    /// <summary>The months the amount is for.</summary>
    public int Months { get; } = Months is >= 1 and <= 12 ? Months : throw new ArgumentOutOfRangeException(nameof(Months));

    /// <summary>The persons the amount is for.</summary>
    public int Persons { get; } = Persons >= 1 ? Persons : throw new ArgumentOutOfRangeException(nameof(Persons));

    /// <summary>
    /// Whether the income is at or below <paramref name="line"/> (not negative), which is for one person and
    /// <paramref name="lineMonths"/> months; equal counts as at or below. Both sides are multiplied out, so nothing is rounded for amounts of up to 26
    /// significant digits.
    /// </summary>
    public bool AtMost(decimal line, int lineMonths)
    {
        if (Amount > LargestAmount) return false;
        if (Amount < -LargestAmount) return true;
        return Amount * lineMonths <= line * ((long)Months * Persons);
    }

    /// <summary>In VND per person for <paramref name="months"/> months, to be shown: dividing may round the last of 28 digits.</summary>
    public decimal PerPerson(int months) => Amount * months / ((long)Months * Persons);
}
