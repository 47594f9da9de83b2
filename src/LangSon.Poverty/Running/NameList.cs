using System.Globalization;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>A person as lists of names print one. What the data do not state is empty or unknown.</summary>
/// <param name="Name">The name as the file has it.</param>
/// <param name="Sex">The sex.</param>
/// <param name="BirthYear">The year of birth; null also where only an age is known, which leaves two years open.</param>
/// <param name="Ethnicity">The ethnic group; a word that is none of the list as the file has it.</param>
/// <param name="Relation">The relation to the head, likewise.</param>
/// <param name="Allowance">Whether the person gets monthly social assistance.</param>
/// <param name="Disabled">Whether the person is disabled; of a head without members, whether anybody in the household is.</param>
public sealed record NamedPerson(string Name, Sex Sex, int? BirthYear, Phrase Ethnicity, Phrase Relation, Answer Allowance, Answer Disabled);

/// <summary>A poor or near-poor household with the names of its people.</summary>
/// <param name="Commune">Its commune.</param>
/// <param name="Class">Its official class.</param>
/// <param name="Size">Its persons, listed or not.</param>
/// <param name="Merit">Whether a member is a person of merit.</param>
/// <param name="NoLabourCapacity">Whether nobody in it is able to work.</param>
/// <param name="Way">How it came into its class; <see cref="Comparison.Way.None"/> where it was in it before, null where no earlier round tells.</param>
/// <param name="Passage">Why it came, where that is another way.</param>
/// <param name="Persons">The head first, then the other members that are listed.</param>
public sealed record NamedHousehold(
    AreaNode Commune, PovertyClass Class, byte Size, Answer Merit, Answer NoLabourCapacity, Way? Way, Passage Passage, IReadOnlyList<NamedPerson> Persons);

/// <summary>
/// The poor and near-poor households of the last round by name. The one place where names leave the rows that they stand
/// in, rejected rows aside; only files that nobody but their owner may read take them.
/// </summary>
public static class NameList
{
    private static readonly SurveyColumn HeadName = SurveyColumns.Households.Named("head_name")!;
    private static readonly SurveyColumn HeadBirthYear = SurveyColumns.Households.Named("head_birth_year")!;
    private static readonly SurveyColumn Name = Column("name");
    private static readonly SurveyColumn Sex = Column("sex");
    private static readonly SurveyColumn BirthYear = Column("birth_year");
    private static readonly SurveyColumn Ethnicity = Column("ethnicity");
    private static readonly SurveyColumn Relation = Column("relation");
    private static readonly SurveyColumn Allowance = Column("allowance");
    private static readonly SurveyColumn Disabled = Column("disabled");
    private static readonly Meaning Head = WordLists.All[Relation.Words!].Single(meaning => meaning.Name == "head");

    /// <summary>Nobody is older; any other number is no year of birth.</summary>
    private const int OldestAge = 120;

    /// <summary>A member as the rows of the member files tell one.</summary>
    private readonly record struct Listed(UInt128 Household, int? Number, bool IsHead, NamedPerson Person);

    /// <summary>Reads the files of the last round once more; households in the order of files and lines, members by number.</summary>
    /// <param name="results">What the run gave.</param>
    /// <param name="from">The round from which movements are told; null: none can be compared.</param>
    /// <param name="files">The household files of the last round as the pass left them.</param>
    public static IReadOnlyList<NamedHousehold> Of(Results results, int? from, IReadOnlyList<FilePass> files)
    {
        var to = results.Rounds.Count - 1;
        var round = results.Rounds[to].Round;
        var rule = from is { } before ? results.Rule(before, to) : null;
        var listed = new List<(UInt128 Key, NamedHousehold Household)>();
        ReadAgain.ForEach(round, files, results.Settings, row =>
        {
            if (row.Rejected is not null || row.Household.Left != Because.None) return;
            var (household, poverty) = (row.Household, Pass.Official(row.Household, round.Law, results.Settings.For(round).Official));
            if (poverty is not (PovertyClass.Poor or PovertyClass.NearPoor)) return;
            var (way, passage) = Came(results, rule, household.Key, poverty);
            listed.Add((household.Key, new NamedHousehold(results.UnitOf(household.Key, to), poverty, household.Size,
                household.Merit, household.NoLabourCapacity, way, passage, [HeadOf(row, round)])));
        });
        var members = Members(round, listed.Select(entry => entry.Key).ToHashSet());
        return [.. listed.Select(entry => entry.Household with { Persons = Persons(entry.Household.Persons[0], [.. members[entry.Key]]) })];
    }

    private static SurveyColumn Column(string name) => SurveyColumns.Members.Named(name)!;

    private static (Way? Way, Passage Passage) Came(Results results, MovementRule? rule, UInt128 key, PovertyClass poverty)
    {
        if (rule is null || !results.KnowsBefore(key, rule)) return (null, Passage.None);
        var step = results.Follow(key, rule);
        var own = poverty == PovertyClass.Poor ? step.Poor : step.NearPoor;
        // Of a household that stays, the way tells only whether it grew.
        return own.Start.Households > 0 ? (Way.None, Passage.None) : (own.Way, own.Passage);
    }

    private static NamedPerson HeadOf(in RowAgain row, Round round)
    {
        var (household, reader) = (row.Household, row.Reader);
        var isYear = int.TryParse(reader.Printed(HeadBirthYear), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year >= round.Date.Year - OldestAge && year <= round.Date.Year;
        return new NamedPerson(reader.Printed(HeadName), household.HeadSex, isYear ? year : null,
            WordLists.Ethnicities[household.Ethnicity]?.Name ?? "", Head.Label, Answer.Unknown, household.Disabled);
    }

    private static ILookup<UInt128, Listed> Members(Round round, IReadOnlySet<UInt128> households)
    {
        var all = new List<Listed>();
        MembersAgain.ForEach(round, households, (key, reader, member) =>
            all.Add(new Listed(key, member.Number, reader.Said(Relation)?.Name == Head.Name, PersonOf(reader, member))));
        return all.ToLookup(member => member.Household);
    }

    private static NamedPerson PersonOf(MemberReader reader, Member member)
    {
        var isYear = member.Answers.TryNumber(BirthYear, out var least, out var most) && least == most;
        var sex = reader.Said(Sex)?.Name switch
        {
            "male" => Households.Sex.Male,
            "female" => Households.Sex.Female,
            _ => Households.Sex.Unknown,
        };
        return new NamedPerson(reader.Printed(Name), sex, isYear ? (int)least : null, Worded(reader, Ethnicity), Worded(reader, Relation), Flag(reader, Allowance), Flag(reader, Disabled));
    }

    private static Phrase Worded(MemberReader reader, SurveyColumn column) => reader.Said(column)?.Label ?? reader.Printed(column);

    private static Answer Flag(MemberReader reader, SurveyColumn column) => reader.Said(column)?.Name switch
    {
        "yes" => Answer.Yes,
        "no" => Answer.No,
        _ => Answer.Unknown,
    };

    /// <summary>The head as the household file has it, made one with the head among the members; then the others.</summary>
    private static NamedPerson[] Persons(NamedPerson head, IReadOnlyList<Listed> members)
    {
        if (members.Count == 0) return [head];
        var others = members.OrderBy(member => member.Number ?? int.MaxValue).ToList();
        var at = others.FindIndex(member => member.IsHead);
        // Where the table has no relations, the name tells the head.
        if (at < 0 && head.Name.Length > 0) at = others.FindIndex(member => Folding.Key(member.Person.Name) == Folding.Key(head.Name));
        var own = members.Any(member => member.Person.Disabled != Answer.Unknown) ? head with { Disabled = Answer.Unknown } : head;
        if (at >= 0)
        {
            own = Joined(own, others[at].Person);
            others.RemoveAt(at);
        }
        // A head of whom nothing is known but that there is one is one of the members.
        return at < 0 && head.Name.Length == 0 ? [.. others.Select(member => member.Person)] : [own, .. others.Select(member => member.Person)];
    }

    private static NamedPerson Joined(NamedPerson head, NamedPerson member) => head with
    {
        Name = head.Name.Length > 0 ? head.Name : member.Name,
        Sex = head.Sex != Households.Sex.Unknown ? head.Sex : member.Sex,
        BirthYear = head.BirthYear ?? member.BirthYear,
        Ethnicity = head.Ethnicity.Vi.Length > 0 ? head.Ethnicity : member.Ethnicity,
        Allowance = member.Allowance,
        Disabled = head.Disabled != Answer.Unknown ? head.Disabled : member.Disabled,
    };
}
