using LangSon.Poverty.Findings;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>The raw answers of a row that rules ask for.</summary>
public abstract partial class RowReader
{
    private readonly WordList<int>?[] _lists;
    private readonly long[] _bareOnes;
    private readonly bool[] _hasNumbers;

    /// <summary>The words that may stand in a column, each meaning its place in their list.</summary>
    private WordList<int> WordsOf(SurveyColumn column) => _lists[column.Slot] ??= Words.Places(column.Words!);

    /// <summary>Reads one answer; blank leaves it unknown, one that can't be understood is reported.</summary>
    private protected void ReadAnswer(SurveyColumn column, int at, Answers answers)
    {
        var cell = Cell(at);
        if (cell.IsEmpty || _table.IsUnanswered(cell)) return;
        switch (column.Kind)
        {
            case ValueKind.Word:
                if (WordsOf(column).TryFind(cell, out var word)) answers.Set(column, 1ul << word);
                else if (!IsUnknowing(at, column.Kind)) NotInList(column.Name, at, Shown(column));
                break;
            case ValueKind.Words:
                if (TryWords(column, at, out var words)) answers.Set(column, words);
                else if (!IsUnknowing(at, column.Kind)) NotInList(column.Name, at, Shown(column));
                break;
            case ValueKind.Whole or ValueKind.Amount:
                ReadNumber(column, at, cell, answers);
                break;
            case ValueKind.Text or ValueKind.Day:
                break;
        }
    }

    /// <summary>Reads the words of a cell that is not blank, a bit each; false where one is not in the list.</summary>
    private protected bool TryWords(SurveyColumn column, int at, out ulong words) => (words = Several(Cell(at), WordsOf(column))) != 0;

    private void ReadNumber(SurveyColumn column, int at, ReadOnlySpan<byte> cell, Answers answers)
    {
        // In a column of z-scores a word, or a bare 1 or 0, says whether the child is below the bound.
        if (column.Flag is { } name && _table.Named(name) is { } flag && Words.Answers.TryFind(cell, out var answer))
        {
            if (answer == Answer.Yes && IsNumberCell(at))
            {
                // A workbook keeps 1 and 1.0 as one number: it may be yes, or a z-score of one, and is not guessed at.
                Report("PV2011", at, RowText[at], null, ("flag", flag.Name));
                return;
            }
            if (answer == Answer.Yes && cell is [(byte)'1']) _bareOnes[column.Slot]++;
            answers.Set(flag, 1ul << WordLists.IndexOf(flag.Words!, answer == Answer.Yes ? "yes" : "no"));
            return;
        }
        var isNumber = Fields.TryNumber(at, cell, IsNumberCell(at), out var number) || IsDecimal(column, cell, number);
        if (!isNumber && IsUnknowing(at, column.Kind)) return;
        _hasNumbers[column.Slot] |= column.Flag is not null;
        if (!isNumber || (column.Kind == ValueKind.Whole && number != decimal.Truncate(number)))
            NotANumber(at, column.Kind == ValueKind.Whole ? "4" : Layout.NumberFormat == NumberFormat.Invariant ? "12.5" : "12,5");
        else if (number < column.Least || number > column.Most)
            OutOfRange(at, $"{column.Least}–{column.Most}", $"{column.Least}", $"{column.Most}");
        else
            answers.Set(column, number, number);
    }

    /// <summary>1.234 may be a thousand and more, but not where the column can hold no such number.</summary>
    private static bool IsDecimal(SurveyColumn column, ReadOnlySpan<byte> cell, decimal number) =>
        Numbers.IsAmbiguous(cell) && (number * 1000 > column.Most || number * 1000 < column.Least);

    /// <summary>Tells of columns in which some cells were read as numbers and others as yes (PV2012).</summary>
    private protected void CheckNumbersAndFlags()
    {
        foreach (var column in _table.All)
            if (_hasNumbers[column.Slot] && _bareOnes[column.Slot] > 0)
                Log(new Finding("PV2012", new Place(Source.File, Source.Sheet)) { Column = column.Name, Details = [("name", column.Name), ("n", $"{_bareOnes[column.Slot]}")] });
    }

    /// <summary>
    /// Several words: semicolons part them, or commas; a word may have commas of its own, so that the longest part that is a
    /// word stands. 0 where some part is none.
    /// </summary>
    private static ulong Several(ReadOnlySpan<byte> cell, WordList<int> list)
    {
        if (list.TryFind(cell, out var only)) return 1ul << only;
        ulong words = 0;
        foreach (var range in cell.SplitAny(";|+\n"u8))
        {
            for (var rest = cell[range].Trim(" ,\r"u8); !rest.IsEmpty;)
            {
                var end = rest.Length;
                int word;
                while (!list.TryFind(rest[..end].TrimEnd(" \r"u8), out word))
                    if ((end = rest[..end].LastIndexOf((byte)',')) < 0)
                        return 0;
                words |= 1ul << word;
                rest = rest[end..].TrimStart(" ,\r"u8);
            }
        }
        return words;
    }

    private protected static string Shown(SurveyColumn column) => string.Join(", ", WordLists.All[column.Words!].Take(6).Select(meaning => meaning.Name)) + (WordLists.All[column.Words!].Count > 6 ? ", …" : "");
}
