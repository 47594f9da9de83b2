using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Households;

/// <summary>Reads the rows of one file as members of households (thành viên hộ).</summary>
public sealed class MemberReader : RowReader
{
    private static readonly SurveyColumn AgeColumn = SurveyColumns.Members.Named("age")!;
    private static readonly SurveyColumn BirthYear = SurveyColumns.Members.Named("birth_year")!;
    private static readonly SurveyColumn Relation = SurveyColumns.Members.Named("relation")!;

    /// <summary>Nobody is older; an earlier birth is a slip of the pen.</summary>
    private const int OldestAge = 120;

    private readonly DateOnly _day;
    private readonly (SurveyColumn Column, int At)[] _asked;
    private readonly (int Date, int Year, int Age, int Commune, int Number) _at;
    private readonly ulong _head;
    private readonly ulong _child;

    /// <summary>Opens a file for reading and finds its header.</summary>
    /// <param name="source">The file.</param>
    /// <param name="layout">How it lays its members out.</param>
    /// <param name="law">The law whose questions it answers.</param>
    /// <param name="day">The survey's day, on which ages are told.</param>
    /// <param name="log">Takes what is found.</param>
    public MemberReader(RowSource source, HouseholdLayout layout, Law law, DateOnly day, FindingLog log)
        : base(source, layout, SurveyColumns.Members, Header.Read(source, layout, SurveyColumns.Members, law, has => Missing(has, layout)), log)
    {
        _day = day;
        _asked = [.. Asked(law).Append(Relation).Distinct().Where(column => column != AgeColumn && column != BirthYear)
            .SelectMany(column => Columns(column)).Distinct().Select(column => (column, Header[column.Name])).Where(entry => entry.Item2 >= 0)];
        _at = (Header["birth_date"], Header["birth_year"], Header["age"], Header["commune_code"], Header["member_no"]);
        _head = 1ul << WordLists.IndexOf(Relation.Words!, "head");
        _child = 1ul << WordLists.IndexOf(Relation.Words!, "child");
    }

    private protected override string? ShownCommune => _at.Commune < 0 ? null : Encoding.UTF8.GetString(RowText[_at.Commune]);

    /// <summary>Whether the file answers a column: an age follows from a birth, a flag from the column that may hold it.</summary>
    public bool Has(SurveyColumn column) => column == AgeColumn || column == BirthYear
        ? _at.Date >= 0 || _at.Year >= 0 || _at.Age >= 0
        : Columns(column).Any(one => Header[one.Name] >= 0);

    /// <summary>
    /// Reads the next row into <paramref name="member"/>; false after the last. Of a rejected row all answers are unknown:
    /// the household has this member, and must not be judged as if it had not.
    /// </summary>
    /// <param name="member">Filled in.</param>
    /// <param name="key">The household's id, as <see cref="Household.Key"/>; null where it could not be read.</param>
    /// <param name="fate">What became of the row.</param>
    public bool Read(Member member, out UInt128? key, out RowFate fate)
    {
        (key, fate) = (null, RowFate.Blank);
        if (!Next())
        {
            if (Rows == 0) Log(new Finding("PV1011", new Place(Source.File, Source.Sheet)));
            CheckNumbersAndFlags();
            foreach (var finding in Source.FileFindings) Log(finding);
            return false;
        }
        member.Clear();
        if (SaysNothing()) return true;
        if (TryReadKey(Commune(), out var read)) key = read;
        foreach (var (column, at) in _asked) ReadAnswer(column, at, member.Answers);
        ReadAge(member);
        if (Fate == RowFate.Rejected) member.Clear();
        member.IsUnread = Fate == RowFate.Rejected;
        if (Numbers.TryParseWhole(Cell(_at.Number), out var number)) member.Number = number;
        member.IsHead = (member.Answers.Words(Relation) & _head) != 0;
        member.IsChild = (member.Answers.Words(Relation) & _child) != 0;
        CountRow();
        fate = Fate;
        return true;
    }

    /// <summary>The columns of members that a law's rules ask for.</summary>
    private static IEnumerable<SurveyColumn> Asked(Law law) =>
        law.MemberRules.ToArray().SelectMany(rule => rule.Columns(ofMembers: true));

    /// <summary>A column, and the one of numbers whose cells may hold it.</summary>
    private static IEnumerable<SurveyColumn> Columns(SurveyColumn column) =>
        SurveyColumns.Members.All.Where(other => other == column || other.Flag == column.Name);

    private static IEnumerable<string> Missing(Predicate<string> has, HouseholdLayout layout)
    {
        foreach (var name in layout.IdFrom.Count == 0 ? ["household_id"] : layout.IdFrom)
            if (!has(name))
                yield return name;
    }

    /// <summary>The commune's code, where it is part of the id: five digits, as lists have it.</summary>
    private string Commune()
    {
        if (_at.Commune < 0) return "";
        var code = Encoding.UTF8.GetString(Cell(_at.Commune));
        return code.Length is > 0 and < 5 && code.All(char.IsAsciiDigit) ? code.PadLeft(5, '0') : code;
    }

    private void ReadAge(Member member)
    {
        if (ReadBirth(_at.Date) is { } birth)
        {
            member.Age = birth.Day is { } day ? Age.Of(day, _day) : Age.OfYear(birth.Year, _day);
            member.Answers.Set(BirthYear, birth.Year, birth.Year);
        }
        else if (ReadYear() is { } year)
        {
            member.Age = Age.OfYear(year, _day);
            member.Answers.Set(BirthYear, year, year);
        }
        else if (ReadYears() is { } years)
        {
            member.Age = Age.OfYears(years);
            member.Answers.Set(BirthYear, _day.AddYears(-years - 1).AddDays(1).Year, _day.AddYears(-years).Year);
        }
        if (member.Age is { } age) member.Answers.Set(AgeColumn, age.Least, age.Most);
    }

    private (DateOnly? Day, int Year)? ReadBirth(int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty || SurveyColumns.Members.IsUnanswered(cell)) return null;
        // A workbook's cell of a day has been written as one already.
        if (Days.TryParse(cell, out var day)) return Checked(at, day, day.Year);
        if ((!IsNumberCell(at) && cell.Length != 4) || !Fields.TryNumber(at, cell, IsNumberCell(at), out var number) || number is < 0 or > 100_000)
        {
            NotADay(at);
            return null;
        }
        if (number < 2200) return Checked(at, null, (int)number);
        // A bare number of a workbook counts days; nobody alive was born in the years that would be confused.
        day = new DateOnly(1899, 12, 30).AddDays((int)number);
        return Checked(at, day, day.Year);
    }

    private (DateOnly? Day, int Year)? Checked(int at, DateOnly? day, int year)
    {
        if ((day ?? new DateOnly(Math.Clamp(year, 1, 9999), 1, 1)) <= _day && year >= _day.Year - OldestAge) return (day, year);
        Report("PV2006", at, RowText[at], $"{_day.Year - OldestAge}–{_day:yyyy-MM-dd}", ("a", $"{_day.Year - OldestAge}"), ("b", $"{_day:yyyy-MM-dd}"));
        return null;
    }

    private int? ReadYear()
    {
        var cell = Cell(_at.Year);
        if (cell.IsEmpty || SurveyColumns.Members.IsUnanswered(cell)) return null;
        if (Fields.TryWhole(_at.Year, cell, IsNumberCell(_at.Year), out var year)) return Checked(_at.Year, null, year)?.Year;
        NotANumber(_at.Year, "1990");
        return null;
    }

    private int? ReadYears()
    {
        var cell = Cell(_at.Age);
        if (cell.IsEmpty || SurveyColumns.Members.IsUnanswered(cell)) return null;
        if (!Fields.TryWhole(_at.Age, cell, IsNumberCell(_at.Age), out var years)) NotANumber(_at.Age, "34");
        else if (years is < 0 or > OldestAge) OutOfRange(_at.Age, $"0–{OldestAge}", "0", $"{OldestAge}");
        else return years;
        return null;
    }

    private void NotADay(int at) => Report("PV2006", at, RowText[at], "yyyy-MM-dd, dd/MM/yyyy", ("a", $"{_day.Year - OldestAge}"), ("b", $"{_day:yyyy-MM-dd}"));
}
