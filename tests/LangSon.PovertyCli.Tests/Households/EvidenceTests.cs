using CsCheck;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>What tells an indicator is what the judge went by, and what is named as missing settles it.</summary>
public sealed class EvidenceTests
{
    private static readonly Rule Own = OwnRule();

    private static readonly Law[] Laws = [.. StandardLibrary.BuiltIn.Select(standard => standard.On(standard.LastDay)), WithOwnRule()];

    [Fact]
    public void The_ground_says_what_the_judge_says_and_the_members_named_are_those_who_decide() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var home = new Home(Laws[seed % Laws.Length], new Random(seed));
            foreach (var indicator in home.Law.Indicators)
            {
                var evidence = home.Evidence(indicator);
                Assert.Equal(home.Judged(indicator), evidence.Answer);
                Assert.Equal(evidence.Answer, evidence.Ground!.Answer);
                Assert.Equal(evidence.Answer == Answer.Unknown, evidence.Gaps.Count > 0);
                foreach (var ground in Conditions(evidence.Ground).Where(ground => ground.Rule.Kind == RuleKind.AnyMember))
                    Assert.Equal(ground.Answer == Answer.Yes, ground.Members.Any(member => member.Answer == Answer.Yes));
                foreach (var ground in Conditions(evidence.Ground).Where(ground => ground.Rule.Kind == RuleKind.MoreMembersThan && ground.Size > 0 && ground.Answer == Answer.Yes))
                    Assert.True(ground.Members.Count(member => member.Answer == Answer.Yes) * ground.Rule.Share.Denominator > ground.Size * ground.Rule.Share.Numerator);
            }
        }, iter: 2_000);

    [Fact]
    public void Filling_in_what_is_named_as_missing_settles_the_indicator_whatever_the_answers_are() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var random = new Random(seed);
            var law = Laws[seed % Laws.Length];
            for (var at = 0; at < law.Indicators.Length; at++)
            {
                var home = new Home(law, new Random(seed));
                var indicator = law.Indicators[at];
                if (home.Judged(indicator) != Answer.Unknown) continue;
                home.Fill(home.Evidence(indicator).Gaps, indicator.DeprivedWhen!, random);
                Assert.NotEqual(Answer.Unknown, home.Judged(indicator));
            }
        }, iter: 3_000);

    [Fact]
    public void Where_the_tables_ask_nothing_of_a_rule_the_ready_flag_is_what_is_missing()
    {
        var indicator = Laws[1].Indicators.ToArray().Single(one => one.Id == "water");
        var search = new EvidenceSearch(new Answers(SurveyColumns.Households), default, [], 4, _ => false, _ => false);
        Assert.Equal([new Gap(GapKind.Blank, "water")], search.Of(indicator, Answer.Unknown).Gaps);
        Assert.Equal((Basis.Flag, 0), (search.Of(indicator, Answer.Yes).Basis, search.Of(indicator, Answer.Yes).Gaps.Count));
    }

    [Theory]
    [InlineData(true, true, "internet_use")]
    [InlineData(false, true, "internet")]
    public void Of_several_ways_to_tell_the_one_that_the_columns_allow_is_asked_for(bool ofHousehold, bool ofMembers, string expected)
    {
        var indicator = Laws[1].Indicators.ToArray().Single(one => one.Id == "telecom");
        var member = new MemberRow(new Place("m.csv", null, 2), 1, new Answers(SurveyColumns.Members), []);
        var table = new MemberTable();
        table.Add(UInt128.One, new Member(), Laws[1], (0, 2));
        var summary = OneOf(table);
        var search = new EvidenceSearch(new Answers(SurveyColumns.Households), summary, [member], 1,
            column => ofHousehold && column.Name == "internet_use", column => ofMembers && !ofHousehold && column.Name == "internet");
        Assert.Equal(expected, Assert.Single(search.Of(indicator, Answer.Unknown).Gaps).Column);
    }

    /// <summary>What the members of the one household say, whichever ages they have.</summary>
    private static MemberSummary OneOf(MemberTable table)
    {
        var summary = table.Meet(UInt128.One);
        return summary with { Votes = MemberVotes.OneOf([.. table.Cases(UInt128.One, summary).Select(one => one.Votes)]) };
    }

    private static IEnumerable<Ground> Conditions(Ground ground) => ground.Parts.SelectMany(Conditions).Prepend(ground);

    /// <summary>A rule with a shape that no shipped standard has.</summary>
    private static Rule OwnRule()
    {
        SurveyColumn Home(string name) => SurveyColumns.Households.Named(name)!;
        SurveyColumn Person(string name) => SurveyColumns.Members.Named(name)!;
        var crowded = new Rule(RuleKind.Number) { Answer = Home("floor_area"), Per = Home("household_size"), High = new Bound(6, true) };
        var hasNone = new Rule(RuleKind.OneOf) { Answer = Home("toilet_type"), Words = 0b100_0000 };
        var born = new Rule(RuleKind.Number) { Answer = Person("birth_year"), Low = new Bound(1990, true) };
        var woman = new Rule(RuleKind.OneOf) { Answer = Person("sex"), Words = 0b10 };
        var most = new Rule(RuleKind.MoreMembersThan) { Share = new Fraction(1, 3), Parts = [new Rule(RuleKind.AtLeast) { Count = 1, Parts = [born, woman] }] };
        return new Rule(RuleKind.AtLeast) { Count = 2, Parts = [new Rule(RuleKind.All) { Parts = [crowded, new Rule(RuleKind.Not) { Parts = [hasNone] }] }, most, hasNone] };
    }

    private static Law WithOwnRule()
    {
        var standard = StandardLibrary.ById("vn-2022")!;
        return (standard with { Indicators = [.. standard.Indicators.Select((indicator, at) => at == 0 ? indicator with { DeprivedWhen = Own } : indicator)] }).On(standard.LastDay);
    }

    /// <summary>A household whose answers are there in part.</summary>
    private sealed class Home
    {
        private readonly Answers _answers = new(SurveyColumns.Households);
        private readonly List<MemberRow> _members = [];
        private int _size;

        public Home(Law law, Random random)
        {
            Law = law;
            _size = random.Next(0, 6);
            Answer(_answers, SurveyColumns.Households, column => column.Name != "household_size" && random.Next(4) > 0, random, 0);
            if (_size > 0) _answers.Set(SurveyColumns.Households.Named("household_size")!, _size, _size);
            for (var count = random.Next(0, 6); count > 0; count--) Add(random, 4);
        }

        public Law Law { get; }

        public Answer Judged(Indicator indicator) => Judge.Of(indicator.DeprivedWhen!, _answers, Summary(), _size);

        public Evidence Evidence(Indicator indicator) =>
            new EvidenceSearch(_answers, Summary(), _members, _size, _ => true, _ => true).Of(indicator, Judged(indicator));

        /// <summary>Fills in what is missing with answers that are clear to a rule.</summary>
        public void Fill(IEnumerable<Gap> gaps, Rule rule, Random random)
        {
            foreach (var gap in gaps.ToArray())
            {
                if (gap.Kind == GapKind.Unlisted)
                    for (var count = Math.Max(1, gap.Members); count > 0; count--) Add(random, int.MaxValue, rule);
                else if (gap.Column == "household_size") _answers.Set(SurveyColumns.Households.Named("household_size")!, _size = Math.Max(1, _members.Count), _size);
                else if (gap.Member is { } open && SurveyColumns.Members.Named(gap.Column!)! is var column && open.Answers.TryNumber(column, out var least, out var most))
                    // The true number is one of those that the answer leaves open.
                    open.Answers.Set(column, least += random.Next((int)(most - least) + 1), least);
                else if (gap.Member is { } member) Answer(member.Answers, SurveyColumns.Members, column => column.Name == gap.Column, random, Unclear(rule, gap.Column!));
                else Answer(_answers, SurveyColumns.Households, column => column.Name == gap.Column, random, Unclear(rule, gap.Column!));
            }
        }

        private static ulong Unclear(Rule rule, string column) => Rules(rule).Where(one => one.Answer?.Name == column).Aggregate(0ul, (words, one) => words | one.Unclear);

        private static IEnumerable<Rule> Rules(Rule rule) => rule.Parts.Concat(rule.Among is null ? [] : [rule.Among]).SelectMany(Rules).Prepend(rule);

        private void Add(Random random, int oneIn, Rule? clearTo = null)
        {
            var answers = new Answers(SurveyColumns.Members);
            foreach (var column in SurveyColumns.Members.All)
                Answer(answers, SurveyColumns.Members, one => one == column && (oneIn == int.MaxValue || random.Next(oneIn) > 0), random, clearTo is null ? 0 : Unclear(clearTo, column.Name));
            // A year of birth alone leaves two ages open.
            var age = SurveyColumns.Members.Named("age")!;
            if (oneIn != int.MaxValue && random.Next(3) == 0 && answers.TryNumber(age, out var least, out _)) answers.Set(age, least, least + 11);
            _members.Add(new MemberRow(new Place("m.csv", null, _members.Count + 2), null, answers, []));
        }

        private static void Answer(Answers answers, SurveyColumns table, Predicate<SurveyColumn> isMeant, Random random, ulong unclear)
        {
            foreach (var column in table.All.Where(column => column.IsAnswer && isMeant(column)))
            {
                if (column.Words is { } list)
                {
                    var words = Enumerable.Range(0, WordLists.All[list].Count).Where(at => (unclear & (1ul << at)) == 0).ToArray();
                    answers.Set(column, 1ul << words[random.Next(words.Length)]);
                }
                else
                {
                    var number = column.Name switch { "age" => random.Next(0, 900), "birth_year" => random.Next(1950, 2022), "floor_area" => random.Next(10, 60), _ => random.Next(-4, 4) };
                    answers.Set(column, number, number);
                }
            }
        }

        private MemberSummary Summary()
        {
            var table = new MemberTable();
            foreach (var row in _members)
            {
                var member = new Member();
                foreach (var column in SurveyColumns.Members.All)
                {
                    if (row.Answers.Words(column) is > 0 and var words) member.Answers.Set(column, words);
                    if (row.Answers.TryNumber(column, out var least, out var most)) member.Answers.Set(column, least, most);
                }
                if (row.Answers.TryNumber(SurveyColumns.Members.Named("age")!, out var youngest, out var oldest)) member.Age = new Age((int)youngest, (int)oldest);
                table.Add(UInt128.One, member, Law, (0, (uint)row.Place.Line));
            }
            return OneOf(table);
        }
    }
}
