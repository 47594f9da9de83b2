using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>Conditions of rules in words: ages as people say them, other answers by the title of their column.</summary>
internal static class ConditionWords
{
    private const int Year = 12;
    private static readonly Phrase And = new(" và ", " and ");
    private static readonly Phrase Or = new(" hoặc ", " or ");
    private static readonly SurveyColumn Age = SurveyColumns.Members.Named("age")!;

    /// <summary>A condition, as it follows the noun of whom it is asked.</summary>
    public static Phrase Of(Rule rule) => rule.Kind switch
    {
        RuleKind.OneOf => rule.Answer!.Title!.Value.Within().With(": ").With(Labels(rule.Answer, rule.Words, Or)),
        RuleKind.Number when IsAge(rule) => Ages(rule.Low, rule.High),
        RuleKind.Number => rule.Answer!.Title!.Value.Within().With(" ").With(Bounds(rule)),
        RuleKind.All => Joined(rule.Parts, And),
        RuleKind.Any => Joined(rule.Parts, Or),
        RuleKind.Not => new Phrase("không phải ", "not ").With(Nested(rule.Parts[0])),
        RuleKind.AtLeast => new Phrase($"ít nhất {rule.Count} trong số: ", $"at least {rule.Count} of: ").With(Joined(rule.Parts, "; ")),
        RuleKind.FirstKnown => Joined(rule.Parts, Or),
        RuleKind.AnyMember or RuleKind.MoreMembersThan => Of(rule.Parts[0]),
    };

    /// <summary>Whether a condition asks for an age.</summary>
    public static bool IsAge(Rule rule) => rule.Answer == Age;

    /// <summary>The labels of words, a bit each.</summary>
    public static Phrase Labels(SurveyColumn column, ulong words, Phrase between) =>
        Join(WordLists.All[column.Words!].Where((_, at) => (words & (1ul << at)) != 0).Select(meaning => meaning.Label), between);

    /// <summary>The bounds of a number that is no age, with its unit.</summary>
    public static Phrase Bounds(Rule rule)
    {
        var unit = rule.Per is null && rule.Answer!.Unit is { } known ? new Phrase($" {known.Vi}", $" {known.En}") : default;
        var ends = new List<Phrase>();
        if (rule.Low is { } low) ends.Add((low.IsIncluded ? new Phrase("từ ", "from ") : new Phrase("trên ", "above ")).With(ExplainWords.Amount(low.Value)));
        if (rule.High is { } high) ends.Add((high.IsIncluded ? new Phrase("không quá ", "at most ") : new Phrase("dưới ", "below ")).With(ExplainWords.Amount(high.Value)));
        return Join(ends, " ").With(unit);
    }

    /// <summary>How old a member is whose age in completed months is known to lie between two, both included.</summary>
    /// <param name="least">The least.</param>
    /// <param name="most">The largest.</param>
    /// <param name="inMonths">Whether months matter.</param>
    public static Phrase Old(decimal least, decimal most, bool inMonths)
    {
        if (inMonths && least == most) return new Phrase("", "aged ").With(Months(least));
        var (from, to) = (decimal.Floor(least / Year), decimal.Floor(most / Year));
        return from == to ? from == 0 ? new("dưới 1 tuổi", "under 1") : new($"{from} tuổi", $"aged {from}") : new($"{from} hoặc {to} tuổi", $"aged {from} or {to}");
    }

    /// <summary>Texts one after another.</summary>
    public static Phrase Join(IEnumerable<Phrase> texts, Phrase between)
    {
        var all = texts.ToArray();
        return new(string.Join(between.Vi, all.Select(text => text.Vi)), string.Join(between.En, all.Select(text => text.En)));
    }

    private static Phrase Joined(IReadOnlyList<Rule> parts, Phrase between) => Join(parts.Select(part => parts.Count == 1 ? Of(part) : Nested(part)), between);

    private static Phrase Nested(Rule rule) => rule.Kind is RuleKind.OneOf or RuleKind.Number or RuleKind.Not ? Of(rule) : new Phrase("(", "(").With(Of(rule)).With(")");

    private static Phrase Ages(Bound? low, Bound? high)
    {
        var inYears = (low?.Value ?? 0) % Year == 0 && (high?.Value ?? 0) % Year == 0;
        var ends = new List<Phrase>();
        if (low is not null) ends.Add((low.IsIncluded ? new Phrase("từ ", high is null ? "at least " : "") : new Phrase("trên ", "over ")).With(At(low.Value)));
        if (high is not null) ends.Add(Upper(high.IsIncluded, isAlone: low is null).With(At(high.Value)));
        var ages = Join(ends, " ").With(inYears ? new(" tuổi", "") : default);
        return new($"{ages.Vi}{(high is null && low!.IsIncluded ? " trở lên" : "")}", $"aged {ages.En}");

        Phrase At(decimal months) => inYears ? $"{months / Year:0}" : Months(months);
    }

    private static Phrase Upper(bool isIncluded, bool isAlone) => (isIncluded, isAlone) switch
    {
        (false, true) => new("dưới ", "under "),
        (false, false) => new("đến dưới ", "to under "),
        (true, true) => new("không quá ", "at most "),
        (true, false) => new("đến ", "to "),
    };

    private static Phrase Months(decimal months)
    {
        var (years, rest) = (decimal.Floor(months / Year), months % Year);
        return rest == 0 ? new($"{years} tuổi", $"{years} years") : new($"{years} tuổi {rest} tháng", $"{years} years {rest} months");
    }
}
