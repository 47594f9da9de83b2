using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Households;

/// <summary>The answers of a row: income, indicators, groups and classes.</summary>
public sealed partial class HouseholdReader
{
    private void ReadIncome(ref Household household)
    {
        if (ReadAmount("income_per_capita", _at.IncomePerCapita) is { } each) household.Income = new Income(each, 1, 1);
        else if (household.Size > 0 && ReadAmount("income_12_months", _at.Income12) is { } whole) household.Income = new Income(whole, 12, household.Size);
    }

    private decimal? ReadAmount(string column, int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty) return null;
        if (!_fields.TryNumber(column, cell, IsNumberCell(at), out var amount))
        {
            NotANumber(at, cell, "1234567.5");
            return null;
        }
        if (amount < 0)
        {
            Report("PV2003", at, cell, "≥ 0", ("min", "0"), ("max", "…"));
            return null;
        }
        CheckUsual(column, at, cell, amount);
        return amount;
    }

    /// <summary>An income per person beyond 100 times the line, or below a hundredth of it, is most often in another unit.</summary>
    private void CheckUsual(string column, int at, ReadOnlySpan<byte> cell, decimal amount)
    {
        if (column != "income_per_capita") return;
        var line = _law.PoorLine(Settlement.Rural) / _law.IncomeMonths;
        if (amount == 0 || (amount >= line / 100 && amount <= line * 100)) return;
        var (min, max) = ($"{decimal.Truncate(line / 100)}", $"{decimal.Truncate(line * 100)}");
        Report("PV2007", at, cell, $"{min}–{max}", ("min", min), ("max", max));
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
        household.Deprivations = new Deprivations(lacking, unknown);
    }

    private Answer ReadAnswer(string column, int at)
    {
        if (at < 0) return Answer.Unknown;
        var cell = Cell(at);
        if (cell.Length == 1 && !_fields.HasValues(column))
        {
            if (cell[0] == (byte)'0') return Answer.No;
            if (cell[0] == (byte)'1') return Answer.Yes;
        }
        if (_fields.TryFind(column, cell, _words.Answers, out var answer)) return answer;
        if (!cell.IsEmpty) NotInList(column, at, cell, "1, 0, có, không, x");
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
        if (at < 0) return null;
        var cell = Cell(at);
        if (_fields.TryFind(column, cell, list, out var meaning)) return meaning;
        if (!cell.IsEmpty) NotInList(column, at, cell, expected);
        return null;
    }

    private void CheckCitizenId()
    {
        var cell = Cell(_at.CitizenId);
        if (cell.IsEmpty) return;
        var digits = 0;
        foreach (var letter in cell)
            if (letter is >= (byte)'0' and <= (byte)'9')
                digits++;
        if (digits != 12 || cell.Length != 12) Report("PV2102", _at.CitizenId, default, null, ("n", $"{digits}"));
    }

    /// <summary>The cell as read; an error value or a formula of a workbook is reported.</summary>
    private ReadOnlySpan<byte> Cell(int column)
    {
        if (column < 0) return default;
        if (_isWorkbook)
        {
            var kind = _source.Kind(column);
            if (kind == CellKind.Error)
            {
                Report("PV2004", column, _source[column], null, ("err", Encoding.UTF8.GetString(_source[column])));
                return default;
            }
            if (kind == CellKind.Formula) Report("PV1044", column, default, null);
        }
        return _text[column];
    }

    private bool IsNumberCell(int column) => _isWorkbook && _source.Kind(column) == CellKind.Number;

    private void NotANumber(int column, ReadOnlySpan<byte> cell, string example) =>
        Report("PV2002", column, cell, example, ("type", "number"), ("fmt", _layout.NumberFormat == NumberFormat.Invariant ? "invariant" : "vi"));

    private void NotInList(string name, int column, ReadOnlySpan<byte> cell, string expected) =>
        Report("PV2005", column, cell, expected, ("col", name), ("list", expected));

    private void Report(string code, int column, ReadOnlySpan<byte> value, string? expected, params ReadOnlySpan<(string, string)> details)
    {
        if (FindingCatalogue.BuiltIn[code].Effect == Effect.RejectsRow)
        {
            _fate = RowFate.Rejected;
            if (!Rejections.Contains(code)) Rejections.Add(code);
        }
        var name = column < 0 ? null : _header.CanonicalAt(column);
        var isPersonal = name is not null && HouseholdColumns.IsPersonal(name);
        _log.Add(new Finding(code, column < 0 ? new Place(_source.File, _source.Sheet, _source.Line) : _source.Here(column))
        {
            Column = name ?? (column < 0 ? null : _header.Names[column]),
            Value = isPersonal || value.IsEmpty ? null : Encoding.UTF8.GetString(value),
            HouseholdId = ShownId,
            CommuneCode = _communeOfFile is null ? Encoding.UTF8.GetString(_text[_at.Commune]) : _layout.Commune,
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
