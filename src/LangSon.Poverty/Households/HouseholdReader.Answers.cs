using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Survey;

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
        && Layout.NumberFormat == NumberFormat.Invariant && !IsNumberCell(_at.IncomePerCapita) && Numbers.IsAmbiguous(RowText[_at.IncomePerCapita]);

    /// <summary>The rural poor line for one month.</summary>
    private decimal PoorLineAMonth => _law.PoorLine(Settlement.Rural)!.Value / _law.IncomeMonths;

    private decimal? ReadAmount(int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty) return null;
        if (!Fields.TryNumber(at, cell, IsNumberCell(at), out var amount))
        {
            NotANumber(at, Layout.NumberFormat == NumberFormat.Invariant ? "1234567.5" : "1.234.567,5");
            return null;
        }
        if (amount is >= 0 and <= Income.LargestAmount) return amount;
        Report("PV2003", at, RowText[at], "≥ 0", ("min", "0"), ("max", $"{Income.LargestAmount}"));
        return null;
    }

    /// <summary>An income per person so many times the line, or so small a part of it, is most often in another unit.</summary>
    private void CheckUsual(decimal amount)
    {
        var line = PoorLineAMonth;
        if (amount == 0 || (amount >= line / _unusualTimes && amount <= line * _unusualTimes)) return;
        var (min, max) = ($"{decimal.Truncate(line / _unusualTimes)}", $"{decimal.Truncate(line * _unusualTimes)}");
        Report("PV2007", _at.IncomePerCapita, RowText[_at.IncomePerCapita], $"{min}–{max}", ("min", min), ("max", max));
    }

    private Answer ReadAnswer(string column, int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty) return Answer.Unknown;
        if (cell.Length == 1 && cell[0] == (byte)'0') return Answer.No;
        if (cell.Length == 1 && cell[0] == (byte)'1') return Answer.Yes;
        if (Words.Answers.TryFind(cell, out var answer)) return answer;
        if (!IsUnknowing(at, ValueKind.Word)) NotInList(column, at, "1, 0, có, không, x");
        return Answer.Unknown;
    }

    private void ReadGroups(ref Household household)
    {
        household.Ethnicity = ReadEthnicity("ethnicity", _at.Ethnicity);
        var spouse = ReadEthnicity("spouse_ethnicity", _at.SpouseEthnicity);
        household.Minority = Minority(household.Ethnicity, spouse);
        household.HeadSex = ReadWord("head_sex", _at.HeadSex, Words.Sexes, "male, female, nam, nữ") ?? Sex.Unknown;
        household.Disabled = ReadAnswer("disabled", _at.Disabled);
        household.Merit = ReadTrait("merit", _at.Merit);
        household.NoLabourCapacity = ReadTrait("no_labour_capacity", _at.NoLabourCapacity);
        household.Farming = ReadTrait("farming", _at.Farming);
        household.Causes = ReadCauses();
    }

    /// <summary>A trait by which households are only counted: a mark for no answer is as good as a blank.</summary>
    private Answer ReadTrait(string column, int at) => SurveyColumns.Households.IsUnanswered(Cell(at)) ? Answer.Unknown : ReadAnswer(column, at);

    private uint ReadCauses()
    {
        var cell = Cell(_at.Causes);
        if (cell.IsEmpty || SurveyColumns.Households.IsUnanswered(cell)) return 0;
        // No class hangs on it: a household must not be lost for a cause in words of its own.
        if (!TryWords(CausesColumn, _at.Causes, out var causes)) Report("PV2013", _at.Causes, RowText[_at.Causes], Shown(CausesColumn), ("list", Shown(CausesColumn)));
        return (uint)causes;
    }

    /// <summary>The head's group decides, the spouse's too where the setting says so; an unknown head leaves it open.</summary>
    private Answer Minority(byte head, byte spouse)
    {
        if (head > 0 && WordLists.Ethnicities[head]!.Minority) return Answer.Yes;
        if (_minorityBy == MinorityBy.HeadOrSpouse && spouse > 0 && WordLists.Ethnicities[spouse]!.Minority) return Answer.Yes;
        return head > 0 ? Answer.No : Answer.Unknown;
    }

    private byte ReadEthnicity(string column, int at) => ReadWord(column, at, Words.EthnicGroups, "Kinh, Tày, Nùng, …") ?? 0;

    private void ReadClasses(ref Household household)
    {
        household.Recognised = ReadWord("recognised_class", _at.Recognised, Words.Classes, ClassWords);
        household.Reported = ReadWord("reported_class", _at.Reported, Words.Classes, ClassWords);
        household.Previous = ReadWord("previous_status", _at.Previous, Words.Statuses, "poor, near_poor, escaped, escaped_near_poor") ?? PreviousStatus.None;
        household.Left = ReadWord("left_because", _at.Left, Words.Reasons, ReasonWords) ?? Because.None;
        household.Entered = ReadWord("entered_because", _at.Entered, Words.Reasons, ReasonWords) ?? Because.None;
    }

    private static readonly SurveyColumn CausesColumn = SurveyColumns.Households.Named("causes")!;

    private const string ClassWords = "poor, near_poor, average, non_poor";
    private const string ReasonWords = "moved, split, merged, died, other";

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

    /// <summary>The commune as the row or the file's name gives it.</summary>
    private string CommuneAsWritten() => Layout.Commune ?? Encoding.UTF8.GetString(RowText[_at.Commune >= 0 ? _at.Commune : _at.CommuneName]);

    private protected override string? ShownCommune => _commune?.Code ?? CommuneAsWritten();

    /// <summary>An enumerator's code; a name (anything with a blank) is not passed on.</summary>
    private protected override string? Enumerator
    {
        get
        {
            var cell = RowText[_at.Enumerator];
            return cell.IsEmpty || cell.Contains((byte)' ') ? null : Encoding.UTF8.GetString(cell);
        }
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
        public readonly int Points = header["b1_score"];
        public readonly int Total = header["b2_score"];
        public readonly int Quick = header["quick_review"];
        public readonly int Settlement = header["settlement"];
        public readonly int Ethnicity = header["ethnicity"];
        public readonly int SpouseEthnicity = header["spouse_ethnicity"];
        public readonly int HeadSex = header["head_sex"];
        public readonly int Disabled = header["disabled"];
        public readonly int Merit = header["merit"];
        public readonly int NoLabourCapacity = header["no_labour_capacity"];
        public readonly int Farming = header["farming"];
        public readonly int Causes = header["causes"];
        public readonly int Previous = header["previous_status"];
        public readonly int Reported = header["reported_class"];
        public readonly int Recognised = header["recognised_class"];
        public readonly int Left = header["left_because"];
        public readonly int Entered = header["entered_because"];
        public readonly int Enumerator = header["enumerator"];
        public readonly int CitizenId = header["citizen_id"];
        public readonly int HeadName = header["head_name"];
        public readonly int BirthYear = header["head_birth_year"];
        public readonly int Address = header["address"];
        public readonly int Phone = header["phone"];
        public readonly int Start = header["interview_start"];
        public readonly int End = header["interview_end"];
        public readonly int FormVersion = header["form_version"];
        public readonly int Children = header["children"];
        public readonly int Adults = header["adults"];
        public readonly int Elderly = header["elderly"];
        public readonly int AtSchool = header["children_at_school"];
        public readonly int[] OfSize = [.. new[] { "insured_members", "disabled_members", "working_members" }.Select(name => header[name]).Where(at => at >= 0)];
    }
}
