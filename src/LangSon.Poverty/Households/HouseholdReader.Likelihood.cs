using System.Globalization;
using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>
/// Whether what a household that counts says can be true, or is likely. These checks belong to the pass: whoever reads a row
/// again need not make them again.
/// </summary>
public sealed partial class HouseholdReader
{
    private static readonly SurveyColumn FloorArea = SurveyColumns.Households.Named("floor_area")!;
    private static readonly SurveyColumn[] Materials = [.. new[] { "wall", "pillar", "roof" }.Select(name => SurveyColumns.Households.Named(name)!)];

    /// <summary>Checks the housing, the interview and the class told of the current row, which counts.</summary>
    /// <param name="household">What the row says.</param>
    /// <param name="day">The round's day.</param>
    internal void CheckLikelihood(in Household household, DateOnly day)
    {
        if (_asksArea) CheckHousing(household.Size);
        if (_at.Start >= 0 || _at.End >= 0) CheckInterview(day);
        if ((household.Recognised ?? household.Reported) is { } told) CheckToldClass(household, told);
    }

    /// <summary>Reports that what is held against a line lies so near to it that a small slip would change the class (PV5011).</summary>
    internal void ReportNear(bool byPoints, Phrase distance, decimal line)
    {
        var at = byPoints ? _at.Points : _at.IncomePerCapita >= 0 && !RowText[_at.IncomePerCapita].IsEmpty ? _at.IncomePerCapita : _at.Income12;
        Report("PV5011", at, RowText[at], null, ("d", distance), ("line", Money(line)));
    }

    /// <summary>That the status told of the past is not what the round of the year before has (PV5012), not yet reported.</summary>
    internal Finding DescribeStatus(PovertyClass past, string round) => Describe("PV5012") with
    {
        Place = Source.Here(_at.Previous),
        Column = Header.CanonicalAt(_at.Previous),
        Value = Encoding.UTF8.GetString(RowText[_at.Previous]),
        Enumerator = Enumerator,
        Expected = past.Word(),
        Details = [("year", round), ("a", past.Phrase())],
    };

    /// <summary>A house that has walls has a floor; so much floor a person is square metres of the plot, or another unit (PV5014).</summary>
    private void CheckHousing(int size)
    {
        if (!_answers.TryNumber(FloorArea, out var area, out _)) return;
        if (area == 0)
        {
            foreach (var material in Materials)
                if (_answers.IsKnown(material))
                {
                    ReportHousing(new("hộ có khai vật liệu nhà", "the house has walls, pillars or a roof"));
                    return;
                }
        }
        else if (size > 0 && area > _mostFloor * size)
        {
            ReportHousing(new($"mỗi khẩu {decimal.Truncate(area / size)} m², nhiều nhất có thể là {_mostFloor} m²", $"{decimal.Truncate(area / size)} m² a person, {_mostFloor} m² at most"));
        }
    }

    private void ReportHousing(Phrase why) => Report("PV5014", Header[FloorArea.Name], RowText[Header[FloorArea.Name]], null, ("why", why));

    /// <summary>An interview ends after it began, and not long after the round's day (PV5015).</summary>
    private void CheckInterview(DateOnly day)
    {
        var (begins, ends) = (ReadMoment(_at.Start), ReadMoment(_at.End));
        if (begins is { } start && ends is { } end && end.IsBefore(start))
            ReportInterview(_at.End, new("kết thúc trước khi bắt đầu", "it ends before it begins"));
        else if (begins?.Day is { } first && first.DayNumber - day.DayNumber > _mostDays) ReportInterview(_at.Start, TooLate(day));
        else if (ends?.Day is { } last && last.DayNumber - day.DayNumber > _mostDays) ReportInterview(_at.End, TooLate(day));
    }

    private Phrase TooLate(DateOnly day)
    {
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new($"sau ngày của kỳ ({date}) hơn {_mostDays} ngày", $"more than {_mostDays} days after the round's day, {date}");
    }

    private Moment? ReadMoment(int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty || SurveyColumns.Households.IsUnanswered(cell)) return null;
        if (Moment.TryParse(cell, out var moment)) return moment;
        ReportInterview(at, new("không phải ngày giờ", "it is no day and time"));
        return null;
    }

    private void ReportInterview(int at, Phrase why) => Report("PV5015", at, RowText[at], null, ("why", why));

    /// <summary>
    /// Who is told poor or near-poor with many times the line, or not poor with a small part of it, was entered wrongly in one
    /// of the two, whatever else is known of the household (PV5013).
    /// </summary>
    private void CheckToldClass(in Household household, PovertyClass told)
    {
        if (household.Income is not { } income || told == PovertyClass.Undetermined || !_law.HasIncomeLine) return;
        if (household.Settlement == Areas.Settlement.Unknown && _law.SettlementMatters) return;
        var line = _law.PoorLine(household.Settlement == Areas.Settlement.Unknown ? Areas.Settlement.Rural : household.Settlement)!.Value;
        var isPoor = told is PovertyClass.Poor or PovertyClass.NearPoor;
        if (isPoor ? income.AtMost(line * _mostTimes, _law.IncomeMonths) : !income.AtMost(line / _mostTimes, _law.IncomeMonths)) return;
        var at = household.Recognised is not null ? _at.Recognised : _at.Reported;
        Report("PV5013", at, RowText[at], null, ("a", told.Phrase()), ("income", Money(income.PerPerson(_law.IncomeMonths))), ("line", Money(line)));
    }

    private static Phrase Money(decimal amount) => new(Numerals.Of(amount, 0, Language.Vietnamese), Numerals.Of(amount, 0, Language.English));
}
