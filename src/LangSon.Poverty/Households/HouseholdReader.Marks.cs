using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>What no two households should share.</summary>
internal enum Mark
{
    /// <summary>The citizen id of the head (số định danh cá nhân).</summary>
    CitizenId,

    /// <summary>The head's name and birth year, within a commune.</summary>
    Head,

    /// <summary>The address, within a commune.</summary>
    Address,

    /// <summary>The telephone.</summary>
    Phone,
}

/// <summary>The marks by which two households may turn out to be one: nothing but a hash of them is ever kept.</summary>
public sealed partial class HouseholdReader
{
    /// <summary>Digits of an identity card of before 2016 (chứng minh nhân dân).</summary>
    private const int OldCardDigits = 9;

    /// <summary>The fewest digits of a telephone number.</summary>
    private const int PhoneDigits = 9;

    private readonly System.IO.Hashing.XxHash128 _mark = new();

    /// <summary>Whether the file has the columns of a mark. A citizen id that is the household's id can't stand in two.</summary>
    internal bool HasMark(Mark mark) => mark switch
    {
        Mark.CitizenId => _at.CitizenId >= 0 && Layout.IdFrom is not ["citizen_id"],
        Mark.Head => _at.HeadName >= 0 && _at.BirthYear >= 0,
        Mark.Address => _at.Address >= 0,
        Mark.Phone => _at.Phone >= 0,
    };

    /// <summary>The hash of a mark of the current row; false where it is blank, or no number at all.</summary>
    internal bool TryMark(Mark mark, out UInt128 hash)
    {
        _mark.Reset();
        var isThere = mark switch
        {
            Mark.CitizenId => AppendCitizenId(Cell(_at.CitizenId)),
            Mark.Head => AppendText(_at.HeadName) && AppendDigits(Cell(_at.BirthYear), 4) && AppendCommune(),
            // A village alone is the address of all its households.
            Mark.Address => Cell(_at.Address).IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 && AppendText(_at.Address) && AppendCommune(),
            Mark.Phone => AppendPhone(Cell(_at.Phone)),
        };
        hash = isThere ? _mark.GetCurrentHashAsUInt128() : default;
        return isThere;
    }

    /// <summary>A finding about a mark of the current row, which is never shown.</summary>
    internal Finding DescribeMark(Mark mark, string code)
    {
        var at = mark switch { Mark.CitizenId => _at.CitizenId, Mark.Head => _at.HeadName, Mark.Address => _at.Address, Mark.Phone => _at.Phone };
        return Describe(code) with { Place = Source.Here(at), Column = Header.CanonicalAt(at), Enumerator = Enumerator };
    }

    /// <summary>Whoever made the interview of the current row, to tell him from others; empty where nobody is named.</summary>
    internal string EnumeratorKey => Cell(_at.Enumerator) is var cell && SurveyColumns.Households.IsUnanswered(cell) ? "" : Folding.Key(Encoding.UTF8.GetString(cell));

    /// <summary>A finding about the interview of the current row.</summary>
    internal Finding DescribeInterview(string code) => Describe(code) with { Enumerator = Enumerator };

    private bool AppendCitizenId(ReadOnlySpan<byte> cell)
    {
        // 000000000000 and its like stand for no number.
        if (!Numbers.IsDigits(cell) || cell.IndexOfAnyExcept(cell[0]) < 0) return false;
        if (cell.Length is not (OldCardDigits or CitizenIdDigits - 1 or CitizenIdDigits)) return false;
        if (cell.Length == CitizenIdDigits - 1) _mark.Append("0"u8);
        _mark.Append(cell);
        return true;
    }

    private bool AppendPhone(ReadOnlySpan<byte> cell)
    {
        Span<byte> digits = stackalloc byte[16];
        var count = 0;
        foreach (var letter in cell)
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                if (count == digits.Length) return false;
                digits[count++] = letter;
            }
        ReadOnlySpan<byte> number = digits[..count];
        if (number.StartsWith("84"u8)) number = number[2..];
        return AppendDigits(number.TrimStart((byte)'0'), PhoneDigits);
    }

    private bool AppendDigits(ReadOnlySpan<byte> digits, int least)
    {
        if (digits.Length < least || !Numbers.IsDigits(digits) || digits.IndexOfAnyExcept(digits[0]) < 0) return false;
        _mark.Append(digits);
        return true;
    }

    private bool AppendText(int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty || Survey.SurveyColumns.Households.IsUnanswered(cell)) return false;
        _mark.Append(Encoding.UTF8.GetBytes(Folding.Key(Encoding.UTF8.GetString(cell))));
        _mark.Append("\u001F"u8);
        return true;
    }

    private bool AppendCommune()
    {
        if (_commune is null) return false;
        _mark.Append(Encoding.UTF8.GetBytes(_commune.Code));
        return true;
    }
}
