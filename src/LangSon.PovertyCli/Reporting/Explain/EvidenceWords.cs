using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>What tells the indicators of a household, in words: members by their place and number, answers as the files have them.</summary>
internal sealed class EvidenceWords(ExplainedRow row)
{
    /// <summary>So many members are told one by one to people; scripts get all.</summary>
    private const int MostMembers = 3;

    private static readonly SurveyColumn BirthYear = SurveyColumns.Members.Named("birth_year")!;

    /// <summary>What tells an indicator, or what is missing.</summary>
    public Phrase Of(Evidence evidence) => evidence.Basis switch
    {
        Basis.Answers or Basis.Members => Of(evidence.Ground!, evidence.Answer == evidence.Ground!.Answer, null),
        Basis.None when evidence.Ground is not null => Missing(evidence),
        Basis.None or Basis.Flag => ExplainWords.Raw(row.Cells.GetValueOrDefault(evidence.Indicator.Id), evidence.Indicator.Id),
    };

    /// <summary>What would settle an open indicator.</summary>
    public Phrase Missing(Evidence evidence) => ConditionWords.Join(
        evidence.Gaps.GroupBy(gap => gap.Member).Select(gaps => gaps.Key is { } member
            ? Of(member).With(": ").With(ConditionWords.Join(gaps.Select(Of), ", "))
            : ConditionWords.Join(gaps.Select(Of), ", ")), "; ");

    /// <summary>A member: by number where there is one, and by place.</summary>
    public static Phrase Of(MemberRow member)
    {
        var place = member.Place.Sheet is { } sheet ? $"{member.Place.File}:{member.Place.Line}, {sheet}" : $"{member.Place.File}:{member.Place.Line}";
        return member.Number is { } number ? new($"thành viên {number} ({place})", $"member {number} ({place})") : new($"thành viên ở {place}", $"the member at {place}");
    }

    /// <summary>A gap, without the member whose it is.</summary>
    public Phrase Of(Gap gap) => gap.Kind switch
    {
        GapKind.Rejected => new Phrase("dòng bị loại, phải sửa", "the row is rejected, correct it").With($" ({string.Join(", ", gap.Member!.Codes)})"),
        GapKind.Unlisted when gap.Members == 0 => new("chưa có thành viên nào trong bảng thành viên", "no members in the member table"),
        GapKind.Unlisted => new($"{gap.Members} thành viên chưa có trong bảng thành viên", gap.Members == 1 ? "1 member is not in the member table" : $"{gap.Members} members are not in the member table"),
        GapKind.Blank when IsBirth(gap.Column!) => new("chưa có ngày sinh", "no date of birth"),
        GapKind.Blank when Cell(gap) is { Text.Length: > 0 } cell => ExplainWords.Raw(cell, gap.Column!).With(new(" (không đọc được)", " (cannot be read)")),
        GapKind.Blank => ExplainWords.Raw(Cell(gap), gap.Column!),
        GapKind.Unclear when IsBirth(gap.Column!) => new("cần ngày sinh đầy đủ", "the full date of birth is needed"),
        GapKind.Unclear => ExplainWords.Raw(Cell(gap), gap.Column!).With(new(" (chưa rõ)", " (not clear)")),
    };

    /// <summary>The cell that a gap is about; null where the file lacks the column.</summary>
    public RawCell? Cell(Gap gap) => gap.Column is not { } column ? null
        : gap.Member is { } member ? member.Cell(SurveyColumns.Members.Named(column)!)
        : row.Cells.GetValueOrDefault(column);

    /// <summary>The conditions that decide, down to those of single answers and those of members.</summary>
    private static IEnumerable<Ground> Leaves(Ground ground) => ground.Parts.Count == 0 ? [ground] : ground.Parts.SelectMany(Leaves);

    /// <summary>The members who decide.</summary>
    public static IEnumerable<MemberGround> Deciding(Ground ground) => Leaves(ground).SelectMany(leaf => leaf.Members).Where(member => member.Answer == Answer.Yes);

    /// <summary>What the household itself answered, as far as it decides.</summary>
    public IEnumerable<RawCell> Cells(Ground ground) => Cells([ground], null);

    /// <summary>What a member answered, as far as it decides.</summary>
    public IEnumerable<RawCell> Cells(MemberGround member) => Cells(member.Grounds, member.Member);

    /// <summary>Why a member counts.</summary>
    public Phrase Why(MemberGround member) => Distinct(member.Grounds.SelectMany(Leaves).Where(leaf => leaf.Answer != Answer.Unknown)
        .OrderByDescending(leaf => ConditionWords.IsAge(leaf.Rule)).Select(leaf => Of(leaf, true, member.Member)), ", ");

    private IEnumerable<RawCell> Cells(IEnumerable<Ground> grounds, MemberRow? member) => grounds.SelectMany(Leaves)
        .SelectMany(leaf => new[] { leaf.Rule.Answer, leaf.Rule.Per }).OfType<SurveyColumn>().Select(column => Cell(column, member)).OfType<RawCell>().Distinct();

    /// <summary>The cell that answers a column.</summary>
    private RawCell? Cell(SurveyColumn column, MemberRow? member) => member is null ? row.Cells.GetValueOrDefault(column.Name) : member.Cell(column);

    /// <param name="ground">What decided.</param>
    /// <param name="isLacking">Whether a condition that holds speaks for a deprivation.</param>
    /// <param name="member">Whose answers; null: the household's own.</param>
    private Phrase Of(Ground ground, bool isLacking, MemberRow? member) => ground.Rule.Kind switch
    {
        RuleKind.OneOf => Word(ground, member),
        RuleKind.Number => Number(ground, member),
        RuleKind.Not => Of(ground.Parts[0], !isLacking, member),
        RuleKind.All or RuleKind.Any or RuleKind.FirstKnown => Distinct(ground.Parts.Select(part => Of(part, isLacking, member)), member is null ? "; " : ", "),
        RuleKind.AtLeast => Count(ground, isLacking, member),
        RuleKind.AnyMember => AnyMember(ground, isLacking),
        RuleKind.MoreMembersThan => Share(ground),
    };

    private static Phrase Distinct(IEnumerable<Phrase> texts, Phrase between) => ConditionWords.Join(texts.Distinct(), between);

    private Phrase Word(Ground ground, MemberRow? member)
    {
        var (column, cell) = (ground.Rule.Answer!, Cell(ground.Rule.Answer!, member));
        var label = ConditionWords.Labels(column, ground.Words, ", ");
        if (cell is null or { Text.Length: 0 }) return Equal(column.Name, label);
        var raw = ExplainWords.Cut(cell.Text);
        // A code, or a word of another language, says little by itself.
        return Equal(ExplainWords.Header(cell), new Phrase(raw, raw).With(new(Beside(raw, label.Vi), Beside(raw, label.En))));
    }

    private static string Beside(string raw, string label)
    {
        var (one, other) = (Folding.Key(raw).Replace(';', ','), Folding.Key(label));
        return other.Contains(one, StringComparison.Ordinal) || one.Contains(other, StringComparison.Ordinal) ? "" : $" ({label})";
    }

    private Phrase Number(Ground ground, MemberRow? member)
    {
        var (rule, (least, most)) = (ground.Rule, ground.Number!.Value);
        if (ConditionWords.IsAge(rule)) return ConditionWords.Old(least, most, inMonths: IsInYearOf(rule.Low, least) || IsInYearOf(rule.High, least));
        if (rule.Answer == BirthYear) return least == most ? new($"sinh năm {least}", $"born in {least}") : new($"sinh năm {least} hoặc {most}", $"born in {least} or {most}");
        var stands = (ground.Answer == Answer.Yes ? default : new Phrase("không ", "not ")).With(ConditionWords.Bounds(rule));
        var answered = Answered(rule.Answer!, least, member);
        if (rule.Per is not { } per) return answered.With(", ").With(stands);
        var unit = rule.Answer!.Unit is { } known ? new Phrase($" {known.Vi}", $" {known.En}") : default;
        var average = Rounded(least, rule);
        return answered.With(", ").With(Answered(per, null, member))
            .With(new Phrase($": bình quân {average.Vi}{unit.Vi}, ", $": {average.En}{unit.En} on average, ")).With(stands);
    }

    /// <summary>Whether an age is reached in the year of life in which a bound lies that is no birthday.</summary>
    private static bool IsInYearOf(Bound? bound, decimal age) => bound is not null && bound.Value % 12 != 0 && decimal.Floor(bound.Value / 12) == decimal.Floor(age / 12);

    /// <summary>The answer as its file has it; where another table or column told it, the number.</summary>
    private Phrase Answered(SurveyColumn column, decimal? number, MemberRow? member)
    {
        if (Cell(column, member) is { Text.Length: > 0 } cell) return Equal(ExplainWords.Header(cell), ExplainWords.Cut(cell.Text));
        number ??= member is null && row.Household.Size > 0 ? row.Household.Size : null;
        return number is { } known ? Equal(column.Name, ExplainWords.Amount(known)) : column.Name;
    }

    /// <summary>So many decimals that the number does not seem to lie on the other side of a bound, or on it.</summary>
    private static Phrase Rounded(decimal value, Rule rule)
    {
        var decimals = Enumerable.Range(2, 5).FirstOrDefault(places => new[] { rule.Low, rule.High }.OfType<Bound>()
            .All(bound => Math.Round(value, places, MidpointRounding.AwayFromZero).CompareTo(bound.Value) == value.CompareTo(bound.Value)), 6);
        return ExplainWords.Amount(Math.Round(value, decimals, MidpointRounding.AwayFromZero));
    }

    private Phrase Count(Ground ground, bool isLacking, MemberRow? member)
    {
        var (holds, all, count) = (ground.Parts.Count(part => part.Answer == Answer.Yes), ground.Parts.Count, ground.Rule.Count);
        var shown = ground.Parts.Where(part => part.Answer == Answer.Yes || (ground.Answer == Answer.No && part.Answer == Answer.No));
        var enough = isLacking ? new Phrase("thiếu hụt từ", "lacking from") : new Phrase("đủ từ", "enough from");
        return Distinct(shown.Select(part => Of(part, isLacking, member)), ", ")
            .With(new($": {holds} trong {all} điều kiện, {enough.Vi} {count}", $": {holds} of {all} conditions, {enough.En} {count}"));
    }

    private Phrase AnyMember(Ground ground, bool isLacking)
    {
        if (ground.Members.Count > 0) return Members(ground);
        var among = ground.Rule.Among is { } rule ? new Phrase(" ", " ").With(ConditionWords.Of(rule)) : default;
        if (ground.Concerned == 0) return new($"không có thành viên nào{among.Vi}", $"no member{among.En}");
        if (isLacking)
        {
            return ground.Concerned == 1 ? new($"1 thành viên{among.Vi}, không thiếu hụt", $"1 member{among.En}, not deprived")
                : new($"không ai trong {ground.Concerned} thành viên{among.Vi} thiếu hụt", $"none of the {ground.Concerned} members{among.En} is deprived");
        }
        var none = new Phrase($"không ai trong {ground.Concerned} thành viên{among.Vi} ", ground.Concerned == 1 ? $"not the 1 member{among.En} " : $"none of the {ground.Concerned} members{among.En} ");
        var condition = ground.Rule.Parts[0];
        return none.With(ConditionWords.IsAge(condition) ? default : new("trả lời ", "answers ")).With(ConditionWords.Of(condition));
    }

    private Phrase Share(Ground ground)
    {
        var (holds, share) = (ground.Members.Count(member => member.Answer == Answer.Yes), ground.Rule.Share);
        var exceeds = ground.Answer == Answer.Yes ? new Phrase($"trên {share}", $"more than {share}") : new Phrase($"không quá {share}", $"at most {share}");
        var open = ground.Members.Count - holds + ground.Unlisted;
        var unsure = open == 0 ? default : new Phrase($" ({open} chưa rõ)", $" ({open} unclear)");
        var counted = new Phrase($"{holds} trong {ground.Size} thành viên thuộc diện này{unsure.Vi}, {exceeds.Vi}", $"{holds} of {ground.Size} members count{unsure.En}, {exceeds.En}");
        return holds == 0 ? counted : counted.With(": ").With(Members(ground));
    }

    /// <summary>The members for whom a condition holds; they may be many.</summary>
    private Phrase Members(Ground ground)
    {
        var holding = ground.Members.Where(member => member.Answer == Answer.Yes).ToArray();
        var told = ConditionWords.Join(holding.Take(MostMembers).Select(Told), "; ");
        var rest = holding.Length - MostMembers;
        return rest <= 0 ? told : told.With(new($"; và {rest} thành viên nữa", $"; and {rest} more"));
    }

    private Phrase Told(MemberGround member) => Of(member.Member).With(": ").With(Why(member));

    private static Phrase Equal(Phrase name, Phrase value) => name.With(" = ").With(value);

    private static bool IsBirth(string column) => column is "age" or "birth_year";
}
