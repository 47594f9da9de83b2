using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>The answers of a row: income, indicators, groups and classes.</summary>
public sealed partial class HouseholdReader
{
    private void ReadIncome(ref Household household)
    {
        // What the law does not ask about is no reason to reject a row.
        if (!_law.HasIncomeLine) return;
        if (ReadAmount(_at.IncomePerCapita) is { } each)
        {
            if (IsRatherThousands(each))
            {
                NotANumber(_at.IncomePerCapita, "1234567.5");
                return;
            }
            household.Income = new Income(each, 1, 1);
            CheckUsual(each);
        }
        else if (ReadAmount(_at.Income12) is { } whole && household.Size > 0)
        {
            household.Income = new Income(whole, 12, household.Size);
        }
    }

    /// <summary>
    /// In a column of thousands 1.234 may still mean one thousand two hundred and thirty-four; where the decimal would be
    /// next to nothing it does, and the row must not be read either way.
    /// </summary>
    private bool IsRatherThousands(decimal amount) => amount < PoorLineAMonth / 100
        && _layout.NumberFormat == NumberFormat.Invariant && !IsNumberCell(_at.IncomePerCapita) && Numbers.IsAmbiguous(_text[_at.IncomePerCapita]);

    /// <summary>The rural poor line for one month.</summary>
    private decimal PoorLineAMonth => _law.PoorLine(Settlement.Rural)!.Value / _law.IncomeMonths;

    private decimal? ReadAmount(int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty) return null;
        if (!_fields.TryNumber(at, cell, IsNumberCell(at), out var amount))
        {
            NotANumber(at, _layout.NumberFormat == NumberFormat.Invariant ? "1234567.5" : "1.234.567,5");
            return null;
        }
        if (amount is >= 0 and <= Income.LargestAmount) return amount;
        Report("PV2003", at, _text[at], "≥ 0", ("min", "0"), ("max", $"{Income.LargestAmount}"));
        return null;
    }

    /// <summary>An income per person beyond 100 times the line, or below a hundredth of it, is most often in another unit.</summary>
    private void CheckUsual(decimal amount)
    {
        var line = PoorLineAMonth;
        if (amount == 0 || (amount >= line / 100 && amount <= line * 100)) return;
        var (min, max) = ($"{decimal.Truncate(line / 100)}", $"{decimal.Truncate(line * 100)}");
        Report("PV2007", _at.IncomePerCapita, _text[_at.IncomePerCapita], $"{min}–{max}", ("min", min), ("max", max));
    }

    private void ReadDeprivations(ref Household household)
    {
        uint lacking = 0, unknown = 0;
        for (var i = 0; i < _indicators.Length; i++)
        {
            var answer = ReadAnswer(_law.Indicators[i].Id, _indicators[i]);
            if (answer == Answer.Yes) lacking |= 1u << i;
            else if (answer == Answer.Unknown) unknown |= 1u << i;
        }
        household.Deprivations = _law.Deprivations(lacking, unknown);
    }

    private Answer ReadAnswer(string column, int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty) return Answer.Unknown;
        if (cell.Length == 1 && cell[0] == (byte)'0') return Answer.No;
        if (cell.Length == 1 && cell[0] == (byte)'1') return Answer.Yes;
        if (_words.Answers.TryFind(cell, out var answer)) return answer;
        NotInList(column, at, "1, 0, có, không, x");
        return Answer.Unknown;
    }

    private void ReadGroups(ref Household household)
    {
        household.Ethnicity = ReadEthnicity("ethnicity", _at.Ethnicity);
        var spouse = ReadEthnicity("spouse_ethnicity", _at.SpouseEthnicity);
        household.Minority = Minority(household.Ethnicity, spouse);
        household.HeadSex = ReadWord("head_sex", _at.HeadSex, _words.Sexes, "male, female, nam, nữ") ?? Sex.Unknown;
        household.Disabled = ReadAnswer("disabled", _at.Disabled);
    }

    /// <summary>The head's group decides, the spouse's too where the setting says so; an unknown head leaves it open.</summary>
    private Answer Minority(byte head, byte spouse)
    {
        if (head > 0 && Vocabulary.Ethnicities[head]!.Minority) return Answer.Yes;
        if (_minorityBy == MinorityBy.HeadOrSpouse && spouse > 0 && Vocabulary.Ethnicities[spouse]!.Minority) return Answer.Yes;
        return head > 0 ? Answer.No : Answer.Unknown;
    }

    private byte ReadEthnicity(string column, int at) => ReadWord(column, at, _words.EthnicGroups, "Kinh, Tày, Nùng, …") ?? 0;

    private void ReadClasses(ref Household household)
    {
        household.Recognised = ReadWord("recognised_class", _at.Recognised, _words.Classes, ClassWords);
        household.Reported = ReadWord("reported_class", _at.Reported, _words.Classes, ClassWords);
        household.Previous = ReadWord("previous_status", _at.Previous, _words.Statuses, "poor, near_poor, escaped, escaped_near_poor") ?? PreviousStatus.None;
        household.Left = ReadWord("left_because", _at.Left, _words.Reasons, ReasonWords) ?? Because.None;
        household.Entered = ReadWord("entered_because", _at.Entered, _words.Reasons, ReasonWords) ?? Because.None;
    }

    private const string ClassWords = "poor, near_poor, average, non_poor";
    private const string ReasonWords = "moved, split, merged, died, other";

    private T? ReadWord<T>(string column, int at, WordList<T> list, string expected)
        where T : struct
    {
        var cell = Cell(at);
        if (cell.IsEmpty) return null;
        if (list.TryFind(cell, out var meaning)) return meaning;
        NotInList(column, at, expected);
        return null;
    }

    /// <summary>Digits of a citizen's identity number (số căn cước).</summary>
    private const int CitizenIdDigits = 12;

    private void CheckCitizenId()
    {
        var cell = Cell(_at.CitizenId);
        if (cell.IsEmpty) return;
        var digits = 0;
        foreach (var letter in cell)
            if (letter is >= (byte)'0' and <= (byte)'9')
                digits++;
        if (digits != CitizenIdDigits || cell.Length != CitizenIdDigits) Report("PV2102", _at.CitizenId, default, null, ("n", $"{digits}"));
    }

    /// <summary>The canonical value of a cell; empty where the file lacks the column or the cell holds an error value.</summary>
    private ReadOnlySpan<byte> Cell(int column) => column < 0 || IsError(column) ? default : _fields.Map(column, _text[column]);

    private bool IsError(int column) => _isWorkbook && column >= 0 && _source.Kind(column) == CellKind.Error;

    private bool IsNumberCell(int column) => _isWorkbook && _source.Kind(column) is CellKind.Number or CellKind.NumberFormula;

    /// <summary>Reports a required value that is not there; an error value in its place has been reported as that.</summary>
    private void ReportMissing(int column)
    {
        if (!IsError(column)) Report("PV2001", column, default, null);
    }

    private void NotANumber(int column, string example) =>
        Report("PV2002", column, _text[column], example, ("fmt", _layout.NumberFormat == NumberFormat.Invariant ? "invariant" : "vi"));

    private void NotInList(string name, int column, string expected) =>
        Report("PV2005", column, _text[column], expected, ("col", name), ("list", expected));

    /// <summary>The commune as the row or the file's name gives it.</summary>
    private string CommuneAsWritten() => _layout.Commune ?? Encoding.UTF8.GetString(_text[_at.Commune >= 0 ? _at.Commune : _at.CommuneName]);

    private void Report(string code, int column, ReadOnlySpan<byte> value, string? expected, params ReadOnlySpan<(string, Phrase)> details)
    {
        if (FindingCatalogue.BuiltIn[code].Effect == Effect.RejectsRow)
        {
            _fate = RowFate.Rejected;
            if (!Rejections.Contains(code)) Rejections.Add(code);
        }
        var name = column < 0 ? null : _header.CanonicalAt(column);
        var isPersonal = name is not null && HouseholdColumns.IsPersonal(name);
        _log.Add(new Finding(code, column < 0 ? Place : _source.Here(column))
        {
            Column = name ?? (column < 0 ? null : _header.Names[column]),
            Value = isPersonal || value.IsEmpty ? null : Encoding.UTF8.GetString(value),
            HouseholdId = ShownId,
            CommuneCode = _commune?.Code ?? CommuneAsWritten(),
            Enumerator = Enumerator(),
            Expected = expected,
            Details = details.ToArray(),
        });
    }

    /// <summary>An enumerator's code; a name (anything with a blank) is not passed on.</summary>
    private string? Enumerator()
    {
        var cell = _text[_at.Enumerator];
        return cell.IsEmpty || cell.Contains((byte)' ') ? null : Encoding.UTF8.GetString(cell);
    }

    /// <summary>Where the columns that every file shares stand; -1 for those the file lacks.</summary>
    private sealed class Places(Header header)
    {
        public readonly int Commune = header["commune_code"];
        public readonly int CommuneName = header["commune_name"];
        public readonly int District = header["district_code"];
        public readonly int DistrictName = header["district_name"];
        public readonly int Province = header["province_code"];
        public readonly int ProvinceName = header["province_name"];
        public readonly int Size = header["household_size"];
        public readonly int IncomePerCapita = header["income_per_capita"];
        public readonly int Income12 = header["income_12_months"];
        public readonly int Settlement = header["settlement"];
        public readonly int Ethnicity = header["ethnicity"];
        public readonly int SpouseEthnicity = header["spouse_ethnicity"];
        public readonly int HeadSex = header["head_sex"];
        public readonly int Disabled = header["disabled"];
        public readonly int Previous = header["previous_status"];
        public readonly int Reported = header["reported_class"];
        public readonly int Recognised = header["recognised_class"];
        public readonly int Left = header["left_because"];
        public readonly int Entered = header["entered_because"];
        public readonly int Enumerator = header["enumerator"];
        public readonly int CitizenId = header["citizen_id"];
    }
}
