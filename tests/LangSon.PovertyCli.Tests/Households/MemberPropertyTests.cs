using CsCheck;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>What holds of every household with members, whatever it answered and left blank, under every standard.</summary>
public sealed class MemberPropertyTests
{
    /// <summary>The standards, each in its second year.</summary>
    private static readonly Survey[] Surveys = [.. StandardLibrary.BuiltIn.Select(standard => new Survey(standard, new DateOnly(standard.FirstDay.Year + 1, 12, 14)))];

    /// <summary>One to five members listed, up to two more not listed.</summary>
    private static readonly Gen<(Survey Survey, Family Family)> Families = Gen.OneOf([.. Surveys.Select(survey =>
        Gen.Select(Answered(survey.Household), Answered(survey.Member).Array[1, 5], Gen.Int[0, 2], (household, members, more) =>
            (survey, Agreeing(new Family(With(household, "household_size", $"{members.Length + more}"), members)))))]);

    [Fact]
    public void Leaving_one_answer_out_leaves_a_class_as_it_was_or_open() =>
        Families.Sample((survey, family) =>
        {
            var whole = survey.Read(family);
            return survey.Blanked(family).Select(survey.Read).All(less => Allows(less, whole) && Encloses(less, whole) && (less.Class == whole.Class || less.Class == PovertyClass.Undetermined));
        }, iter: 100);

    [Fact]
    public void Filling_in_a_blank_with_any_value_gives_what_was_possible_before() =>
        Families.Sample((survey, family) =>
        {
            var before = survey.Read(family);
            return survey.Filled(family).Where(more => Agreeing(more) == more).Select(survey.Read)
                .All(after => Allows(before, after) && Encloses(before, after) && (before.Class == after.Class || before.Class == PovertyClass.Undetermined));
        }, iter: 50);

    [Fact]
    public void Listing_a_member_who_was_not_listed_gives_what_was_possible_before() =>
        Families.Where(pair => pair.Family.Members!.Count > 1).Sample((survey, whole) =>
        {
            // The household has the same size, so the member left out is one who was not listed.
            var family = whole with { Members = [.. whole.Members!.Skip(1)] };
            return Allows(survey.Read(family), survey.Read(whole));
        }, iter: 1_000);

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Gen.Select(Families, Gen.Int[0, 1_000]).Sample((drawn, seed) =>
        {
            var (survey, family) = drawn;
            var members = family.Members!.ToArray();
            new Random(seed).Shuffle(members);
            var (one, other) = (survey.Read(family), survey.Read(family with { Members = members }));
            return one.Household.Deprivations == other.Household.Deprivations && one.Class == other.Class && one.Codes.SequenceEqual(other.Codes);
        }, iter: 1_000);

    [Fact]
    public void Summaries_of_any_parts_add_to_that_of_the_whole() =>
        Gen.Select(Families, Gen.Int[0, 2].Array[5]).Sample((drawn, part) =>
        {
            var (survey, family) = drawn;
            var members = survey.Read(family).Members;
            var whole = Table(_ => true);
            return new[] { (0, 1, 2), (2, 0, 1), (1, 2, 0) }.All(order =>
            {
                var sum = new MemberTable();
                sum.Fill([.. new[] { order.Item1, order.Item2, order.Item3 }.Select(at => Table(i => part[i] == at))]);
                var (all, one) = (whole.Meet(UInt128.One), sum.Meet(UInt128.One));
                return one.Equals(all) && sum.Cases(UInt128.One, one).ToHashSet().SetEquals(whole.Cases(UInt128.One, all));
            });

            MemberTable Table(Predicate<int> has)
            {
                var table = new MemberTable();
                for (var i = 0; i < members.Count; i++)
                    if (has(i))
                        table.Add(UInt128.One, members[i], survey.Law, (0, (uint)i + 2));
                return table;
            }
        }, iter: 1_000);

    /// <summary>Whether what was known stays so: no deprivation that was known is lost, none that was excluded appears.</summary>
    private static bool Allows(FamilyReading less, FamilyReading more)
    {
        var (few, many) = (less.Household.Deprivations, more.Household.Deprivations);
        return (few.Lacking & ~many.Lacking) == 0 && ((many.Lacking | many.Unknown) & ~(few.Lacking | few.Unknown)) == 0;
    }

    /// <summary>Whether the number of deprivations was not told more narrowly when less was known.</summary>
    private static bool Encloses(FamilyReading less, FamilyReading more) => less.Household.Deprivations.AtLeast <= more.Household.Deprivations.AtLeast
        && more.Household.Deprivations.AtMost <= less.Household.Deprivations.AtMost;

    /// <summary>
    /// The family without the household's word on the internet where it contradicts its members: of two that contradict
    /// each other one counts, and leaving that one out lets the other count.
    /// </summary>
    private static Family Agreeing(Family family)
    {
        var answers = family.Members!.Select(member => member.GetValueOrDefault("internet", "")).ToArray();
        var contradicts = family.Household.GetValueOrDefault("internet_use", "") switch
        {
            "no" => answers.Contains("yes"),
            "yes" => answers.All(answer => answer == "no") && $"{answers.Length}" == family.Household["household_size"],
            _ => false,
        };
        return contradicts ? family with { Household = With(family.Household, "internet_use", "") } : family;
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> answers, string column, string value) => new(answers) { [column] = value };

    /// <summary>An answer to each column, one in six of them left blank.</summary>
    private static Gen<IReadOnlyDictionary<string, string>> Answered(Column[] columns) => Gen.Int[0, 6 * 5 * 7 * 8 * 9 * 11 * 13].Array[columns.Length].Select(choices =>
        (IReadOnlyDictionary<string, string>)columns.Zip(choices, (column, choice) => (column.Name, Value: choice % 6 == 0 ? "" : column.Values[choice / 6 % column.Values.Count])).ToDictionary(pair => pair.Name, pair => pair.Value));

    /// <summary>A column and values that may stand in it.</summary>
    private sealed record Column(string Name, IReadOnlyList<string> Values);

    /// <summary>A survey under a standard, with the questions that it may ask.</summary>
    private sealed class Survey(Standard standard, DateOnly day)
    {
        public Law Law { get; } = standard.On(day);

        /// <summary>Incomes on a line and a dong above it; the settlement is not told by the commune, so that it may be unknown.</summary>
        public Column[] Household { get; } =
        [
            new("income_per_capita", [.. new[] { Settlement.Rural, Settlement.Urban }.Select(standard.On(day).PoorLine).SelectMany(line => new[] { $"{line}", $"{line + 1}" })]),
            new("settlement", ["rural", "urban"]),
            new("floor_area", ["7.99", "8", "15.98", "16", "23.97", "24", "31.96", "32", "40", "80"]),
            new("water_source", [.. Words("water"), "rain + surface", "surface + unprotected_well"]),
            new("assets", [.. Words("asset"), "motorbike + radio"]),
            .. new[] { "wall", "pillar", "roof", "house_type", "toilet_type", "waste_disposal", "phone_subscription", "loudspeaker", "internet_use" }
                .Select(name => new Column(name, Words(SurveyColumns.Households.Named(name)!.Words!))),
        ];

        /// <summary>Births on a bound of some rule and on the day after, and years alone.</summary>
        public Column[] Member { get; } =
        [
            new("birth_date", [.. new[] { 12, 36, 60, 72, 144, 180, 192, 216, 372, 400, 668, 672, 688, 720, 726, 729, 741, 900 }
                .SelectMany(months => new[] { day.AddMonths(-months), day.AddMonths(-months).AddDays(1) }).SelectMany(born => new[] { $"{born:yyyy-MM-dd}", $"{born:yyyy}" })]),
            new("height_for_age", ["-2", "-2.01", "0.5", "1", "0"]),
            new("weight_for_age", ["-2", "-2.01", "0.5", "có", "không"]),
            .. new[] { "sex", "schooling", "level", "insured", "unmet_care", "working", "contract", "disabled", "allowance", "internet" }
                .Select(name => new Column(name, Words(SurveyColumns.Members.Named(name)!.Words!))),
        ];

        /// <summary>What the readers make of a family.</summary>
        public FamilyReading Read(Family family) => family.Read(Law, day);

        /// <summary>The family with one answer left out, for each of its answers.</summary>
        public IEnumerable<Family> Blanked(Family family) => Changed(family, (_, answer) => answer.Length > 0 ? [""] : []);

        /// <summary>The family with one blank filled in, by each value that could stand there.</summary>
        public IEnumerable<Family> Filled(Family family) => Changed(family, (column, answer) => answer.Length > 0 ? [] : column.Values);

        private IEnumerable<Family> Changed(Family family, Func<Column, string, IReadOnlyList<string>> values)
        {
            foreach (var column in Household)
                foreach (var value in values(column, family.Household[column.Name]))
                    yield return family with { Household = With(family.Household, column.Name, value) };
            for (var i = 0; i < family.Members!.Count; i++)
                foreach (var column in Member)
                    foreach (var value in values(column, family.Members[i][column.Name]))
                        yield return family with { Members = [.. family.Members.Select((member, at) => at == i ? With(member, column.Name, value) : member)] };
        }

        private static string[] Words(string list) => [.. WordLists.All[list].Select(meaning => meaning.Name)];
    }
}
