using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>What a household lacks: by the answers that the rules ask for, by a ready flag where these leave it open.</summary>
public sealed partial class HouseholdReader
{
    private static readonly SurveyColumn SizeColumn = SurveyColumns.Households.Named("household_size")!;

    private readonly MemberTable? _members;
    private readonly (SurveyColumn Column, int At)[] _asked;
    private readonly bool[] _isAsked;
    private readonly MemberSummary[] _oneCase = [default];
    private readonly Answers _answers = new(SurveyColumns.Households);
    private MemberSummary _ofMembers;
    private IReadOnlyList<MemberSummary> _cases = [];

    /// <summary>What the members of the current row's household say, whichever ages they have; nobody listed where there is no member table.</summary>
    public MemberSummary OfMembers => _cases.Count == 1 ? _cases[0] : _ofMembers with { Votes = MemberVotes.OneOf([.. _cases.Select(one => one.Votes)]) };

    /// <summary>What the current row answers to a column that rules may ask for.</summary>
    public Answers Answers => _answers;

    /// <summary>What the answers of the current row tell of an indicator, whichever ages its members have.</summary>
    public Answer Judged(Indicator indicator, int size)
    {
        if (indicator.DeprivedWhen is not { } rule) return Answer.Unknown;
        var first = Judge.Of(rule, _answers, _cases[0], size);
        for (var i = 1; i < _cases.Count; i++)
            if (Judge.Of(rule, _answers, _cases[i], size) != first)
                return Answer.Unknown;
        return first;
    }

    private void ReadAnswers(in Household household)
    {
        if (_asked.Length == 0 && _members is null) return;
        _answers.Clear();
        if (household.Size > 0) _answers.Set(SizeColumn, household.Size, household.Size);
        foreach (var (column, at) in _asked) ReadAnswer(column, at, _answers);
    }

    private void ReadDeprivations(ref Household household)
    {
        uint lacking = 0, unknown = 0;
        for (var i = 0; i < _indicators.Length; i++)
        {
            var indicator = _law.Indicators[i];
            var flag = ReadAnswer(indicator.Id, _indicators[i]);
            var judged = _isAsked[i] ? Judged(indicator, household.Size) : Answer.Unknown;
            if (flag != Answer.Unknown && judged != Answer.Unknown && flag != judged) ReportContradiction(indicator, flag, i);
            var answer = judged != Answer.Unknown ? judged : flag;
            if (answer == Answer.Yes) lacking |= 1u << i;
            else if (answer == Answer.Unknown) unknown |= 1u << i;
        }
        household.Deprivations = WithTotal(Narrowed(_law.Deprivations(lacking, unknown), household.Size), ref household);
    }

    /// <summary>
    /// The deprivations with their ends in every case of the ages that are not quite known: indicators that are open by one
    /// age are not lacking, or fulfilled, all at once.
    /// </summary>
    private Deprivations Narrowed(Deprivations deprivations, int size)
    {
        if (_cases.Count == 1) return deprivations;
        var (least, most) = (int.MaxValue, int.MinValue);
        foreach (var one in _cases)
        {
            var (lacking, unknown) = (deprivations.Lacking, deprivations.Unknown);
            for (var i = 0; i < _indicators.Length; i++)
            {
                if ((deprivations.Unknown & (1u << i)) == 0 || _law.Indicators[i].DeprivedWhen is not { } rule) continue;
                var answer = Judge.Of(rule, _answers, one, size);
                if (answer != Answer.Unknown) unknown &= ~(1u << i);
                if (answer == Answer.Yes) lacking |= 1u << i;
            }
            var so = _law.Deprivations(lacking, unknown);
            (least, most) = (Math.Min(least, so.AtLeast), Math.Max(most, so.AtMost));
        }
        return deprivations with { AtLeast = least, AtMost = most };
    }

    /// <summary>A flag says one thing and the answers another: the answers count, and somebody has to look.</summary>
    private void ReportContradiction(Indicator indicator, Answer flag, int i)
    {
        var rule = indicator.DeprivedWhen!;
        var ofMembers = rule.Conditions().FirstOrDefault(condition => condition.IsOfMembers);
        if (flag == Answer.Yes && ofMembers is { Among: not null } && _cases.All(one => (one.Votes.Concerns & (1u << ofMembers.Member)) == 0))
        {
            Report("PV5008", _indicators[i], RowText[_indicators[i]], "0", ("flag", indicator.Title));
            return;
        }
        var items = rule.Columns(ofMembers: false).Where(column => Header[column.Name] >= 0)
            .Select(column => $"{column.Name} = {System.Text.Encoding.UTF8.GetString(RowText[Header[column.Name]])}").ToArray();
        Phrase answers = items.Length > 0 ? string.Join(", ", items) : new Phrase("câu trả lời của các thành viên", "what the members answered");
        Report("PV5007", _indicators[i], RowText[_indicators[i]], flag == Answer.Yes ? "0" : "1", ("flag", indicator.Title), ("items", answers));
    }

    /// <summary>The columns of households that a law's rules ask for.</summary>
    private static IEnumerable<SurveyColumn> Asked(Law law) =>
        law.Indicators.ToArray().SelectMany(indicator => indicator.DeprivedWhen?.Columns(ofMembers: false) ?? []).Distinct().Where(column => column != SizeColumn);
}
