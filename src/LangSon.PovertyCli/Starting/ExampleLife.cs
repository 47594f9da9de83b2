using System.Globalization;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Starting;

/// <summary>How an example household lives in a round, and what the law of that round makes of it.</summary>
internal sealed class ExampleLife
{
    /// <summary>Judges a household.</summary>
    /// <param name="household">Its row of households.csv.</param>
    /// <param name="members">Their rows of members.csv.</param>
    /// <param name="when">Whether it lives as <c>then</c>, in the year before, or as <c>now</c>.</param>
    /// <param name="year">The year whose 14 December the ages of members.csv are told for.</param>
    /// <param name="round">The round.</param>
    /// <param name="settlement">Where it lives.</param>
    public ExampleLife(PlainTable.Row household, IEnumerable<PlainTable.Row> members, string when, int year, ReviewRound round, Settlement settlement)
    {
        var law = round.Law;
        Answers = ExampleAnswers.OfHousehold(household[$"{when}_answers"]);
        Members = [.. members.Select(member => MemberCells(member, when, year, round.Day))];
        var table = new MemberTable();
        foreach (var member in Members) table.Add(default, Read(member, round.Day), law, default);
        // Given in thousandths of the line, so that a household lives alike under every law.
        Income = decimal.Floor(law.PoorLine(settlement)!.Value / law.IncomeMonths * decimal.Parse(household[when], CultureInfo.InvariantCulture) / 1000);
        Class = Classifier.Classify(new HouseholdFacts(new Income(Income, 1, 1), settlement, Deprivations(law, table.Meet(default))), law);
    }

    /// <summary>Income per person a month, in VND.</summary>
    public decimal Income { get; }

    /// <summary>What it answers: canonical column → canonical answer.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; }

    /// <summary>What its members answer, the head first: canonical column → canonical answer.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Members { get; }

    /// <summary>Its class under the law of the round.</summary>
    public PovertyClass Class { get; }

    private static Dictionary<string, string> MemberCells(PlainTable.Row member, string when, int year, DateOnly day)
    {
        var born = DateOnly.ParseExact($"{year - member.Count("age")}-{member["birthday"]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var cells = ExampleAnswers.OfMember(member[when], Age.Of(born, day).Least / 12);
        (cells["relation"], cells["sex"], cells["birth_date"]) = (member["relation"], member["sex"], born.ToString(BirthFormat, CultureInfo.InvariantCulture));
        return cells;
    }

    private static Member Read(IReadOnlyDictionary<string, string> cells, DateOnly day)
    {
        var born = DateOnly.ParseExact(cells["birth_date"], BirthFormat, CultureInfo.InvariantCulture);
        var member = new Member { Age = Age.Of(born, day) };
        ExampleAnswers.Give(member.Answers, SurveyColumns.Members, cells);
        member.Answers.Set(SurveyColumns.Members.Named("age")!, member.Age.Value.Least, member.Age.Value.Most);
        member.Answers.Set(SurveyColumns.Members.Named("birth_year")!, born.Year, born.Year);
        return member;
    }

    private Deprivations Deprivations(Law law, in MemberSummary ofMembers)
    {
        var answers = new Answers(SurveyColumns.Households);
        ExampleAnswers.Give(answers, SurveyColumns.Households, Answers);
        answers.Set(SurveyColumns.Households.Named("household_size")!, Members.Count, Members.Count);
        uint lacking = 0, unknown = 0;
        foreach (var (i, indicator) in law.Indicators.ToArray().Index())
        {
            var answer = indicator.DeprivedWhen is { } rule ? Judge.Of(rule, answers, ofMembers, Members.Count) : Answer.Unknown;
            if (answer == Answer.Yes) lacking |= 1u << i;
            else if (answer == Answer.Unknown) unknown |= 1u << i;
        }
        return law.Deprivations(lacking, unknown);
    }

    private const string BirthFormat = "dd/MM/yyyy";
}
