namespace LangSon.Poverty.Survey;

/// <summary>
/// What one household or member answered, by <see cref="SurveyColumn.Slot"/>: words as a bit each in the order of their
/// list, numbers as the least and the largest that the answer can mean (a birth year leaves two ages open). What was not
/// answered is unknown. Used again for row after row.
/// </summary>
public sealed class Answers
{
    private readonly ulong[] _words;
    private readonly decimal[] _least;
    private readonly decimal[] _most;
    private readonly bool[] _isNumber;

    /// <summary>No answers yet to the columns of a table.</summary>
    public Answers(SurveyColumns columns)
    {
        _words = new ulong[columns.All.Count];
        _least = new decimal[columns.All.Count];
        _most = new decimal[columns.All.Count];
        _isNumber = new bool[columns.All.Count];
    }

    /// <summary>Forgets all answers.</summary>
    public void Clear()
    {
        Array.Clear(_words);
        Array.Clear(_isNumber);
    }

    /// <summary>Forgets one answer.</summary>
    public void Clear(SurveyColumn column) => (_words[column.Slot], _isNumber[column.Slot]) = (0, false);

    /// <summary>Keeps the words answered, a bit each; at least one.</summary>
    public void Set(SurveyColumn column, ulong words) => _words[column.Slot] = words;

    /// <summary>Keeps a number that is known to lie from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public void Set(SurveyColumn column, decimal least, decimal most) =>
        (_least[column.Slot], _most[column.Slot], _isNumber[column.Slot]) = (least, most, true);

    /// <summary>The words answered, a bit each; 0 where unknown.</summary>
    public ulong Words(SurveyColumn column) => _words[column.Slot];

    /// <summary>The number answered; false where unknown.</summary>
    public bool TryNumber(SurveyColumn column, out decimal least, out decimal most)
    {
        (least, most) = (_least[column.Slot], _most[column.Slot]);
        return _isNumber[column.Slot];
    }

    /// <summary>Whether the column was answered.</summary>
    public bool IsKnown(SurveyColumn column) => _words[column.Slot] != 0 || _isNumber[column.Slot];
}
