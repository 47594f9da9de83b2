using LangSon.Poverty.Comparison;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>What a column of a list of names may hold.</summary>
internal enum ListField
{
    /// <summary>The number of the household within its commune.</summary>
    HouseholdNumber,

    /// <summary>The number of the person within the household.</summary>
    MemberNumber,

    /// <summary>The name.</summary>
    Name,

    /// <summary>The year of birth of a man.</summary>
    BirthYearMale,

    /// <summary>The year of birth of a woman.</summary>
    BirthYearFemale,

    /// <summary>The ethnic group.</summary>
    Ethnicity,

    /// <summary>The relation to the head.</summary>
    Relation,

    /// <summary>A mark: in the class before (hộ cũ).</summary>
    Stayed,

    /// <summary>A mark: poor that was near-poor, or near-poor that was poor.</summary>
    FromNeighbour,

    /// <summary>A mark: fell back (tái nghèo).</summary>
    FellBack,

    /// <summary>A mark: newly arising (phát sinh).</summary>
    New,

    /// <summary>In what other way it came, such as moved in.</summary>
    OtherIn,

    /// <summary>A mark: a household with a person of merit.</summary>
    Merit,

    /// <summary>A mark: monthly social assistance.</summary>
    Allowance,

    /// <summary>A mark: disabled.</summary>
    Disabled,

    /// <summary>A mark: a household in which nobody is able to work.</summary>
    NoLabourCapacity,

    /// <summary>Nothing: the data do not hold it, and it is filled in by hand.</summary>
    ByHand,
}

/// <summary>What a cell of a list shows.</summary>
/// <param name="Text">A text; empty for a blank cell.</param>
/// <param name="Number">A number; null where a text stands.</param>
/// <param name="IsUnknown">Whether the cell is blank since the data do not state it.</param>
internal readonly record struct ListValue(Phrase Text, int? Number = null, bool IsUnknown = false)
{
    private static readonly Phrase Mark = "x";

    /// <summary>A blank cell.</summary>
    public static ListValue Blank { get; } = new("");

    private static ListValue Unknown { get; } = new("", IsUnknown: true);

    /// <summary>What a field of a person's row shows; what is said of a household stands in the row of the first.</summary>
    /// <param name="field">The field.</param>
    /// <param name="household">The household.</param>
    /// <param name="number">Its number in its commune.</param>
    /// <param name="person">The place of the person in it, from 0.</param>
    public static ListValue Of(ListField field, NamedHousehold household, int number, int person)
    {
        var (one, isFirst) = (household.Persons[person], person == 0);
        return field switch
        {
            ListField.HouseholdNumber => isFirst ? new("", number) : Blank,
            ListField.MemberNumber => new("", person + 1),
            ListField.Name => Said(one.Name),
            ListField.BirthYearMale => Born(one, Sex.Male),
            ListField.BirthYearFemale => Born(one, Sex.Female),
            ListField.Ethnicity => Said(one.Ethnicity),
            ListField.Relation => Said(one.Relation),
            ListField.Stayed => Marked(isFirst && household.Way == Way.None),
            ListField.FromNeighbour => Marked(isFirst && household.Way == Way.FromNeighbour),
            ListField.FellBack => Marked(isFirst && household.Way == Way.FellBack),
            ListField.New => Marked(isFirst && household.Way == Way.New),
            ListField.OtherIn => isFirst && household.Way == Way.OtherIn ? new(Words(household.Passage)) : Blank,
            ListField.Merit => isFirst ? Marked(household.Merit) : Blank,
            ListField.Allowance => Marked(one.Allowance),
            ListField.Disabled => Marked(one.Disabled),
            ListField.NoLabourCapacity => isFirst ? Marked(household.NoLabourCapacity) : Blank,
            ListField.ByHand => Blank,
        };
    }

    private static ListValue Said(Phrase words) => words.Vi.Length == 0 ? Unknown : new(words);

    private static ListValue Born(NamedPerson person, Sex sex) => person.Sex != Sex.Unknown && person.Sex != sex ? Blank
        : person is { Sex: not Sex.Unknown, BirthYear: { } year } ? new("", year)
        : Unknown;

    private static ListValue Marked(bool isSo) => isSo ? new(Mark) : Blank;

    private static ListValue Marked(Answer answer) => answer == Answer.Unknown ? Unknown : Marked(answer == Answer.Yes);

    /// <summary>In what other way a household came, in a word or two.</summary>
    private static Phrase Words(Passage passage) => passage switch
    {
        Passage.Moved or Passage.Elsewhere => new("chuyển đến", "moved in"),
        Passage.Split => new("tách hộ", "split"),
        Passage.Merged => new("nhập hộ", "merged"),
        Passage.Died or Passage.Other => new("lý do khác", "other reason"),
        Passage.Unresolved => new("kỳ trước chưa xác định", "open before"),
        Passage.None or Passage.Size or Passage.Unlisted or Passage.NotStated => new("không rõ", "not stated"),
    };
}

/// <summary>The names of the fields in the files of layouts.</summary>
internal static class ListFields
{
    private static readonly Dictionary<string, ListField> ByName = new(StringComparer.Ordinal)
    {
        ["household_no"] = ListField.HouseholdNumber,
        ["member_no"] = ListField.MemberNumber,
        ["name"] = ListField.Name,
        ["birth_year_male"] = ListField.BirthYearMale,
        ["birth_year_female"] = ListField.BirthYearFemale,
        ["ethnicity"] = ListField.Ethnicity,
        ["relation"] = ListField.Relation,
        ["stayed"] = ListField.Stayed,
        ["from_neighbour"] = ListField.FromNeighbour,
        ["fell_back"] = ListField.FellBack,
        ["newly"] = ListField.New,
        ["other_in"] = ListField.OtherIn,
        ["merit"] = ListField.Merit,
        ["allowance"] = ListField.Allowance,
        ["disabled"] = ListField.Disabled,
        ["no_labour_capacity"] = ListField.NoLabourCapacity,
        ["by_hand"] = ListField.ByHand,
    };

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The field of a name.</summary>
    public static ListField Parse(string name) => ByName[name];
}
