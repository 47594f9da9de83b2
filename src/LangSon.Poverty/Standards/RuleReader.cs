using System.Collections.Immutable;
using System.Text.Json;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>Reads the rule of an indicator, <c>deprivedWhen</c>, and says all that is wrong with it.</summary>
/// <param name="values">The standard's dated values by name, which a bound may follow.</param>
internal sealed class RuleReader(IReadOnlyDictionary<string, NamedValue> values)
{
    private const string Age = "age";

    /// <summary>The oldest age, in years, that a rule may name.</summary>
    private const int OldestAge = 150;

    /// <summary>Within it no product with another answer leaves the range of numbers.</summary>
    public const decimal LargestBound = 1_000_000_000;

    private static readonly Rule Broken = new(RuleKind.Any);

    /// <summary>A rule about a household.</summary>
    public Rule Read(JsonPart part) => Read(part, SurveyColumns.Households);

    private Rule Read(JsonPart part, SurveyColumns table)
    {
        if (!part.AsObject()) return Broken;
        if (part.Find("answer") is { } answer) return Asked(part, answer, table);
        if (part.Find("of") is not null)
        {
            part.OnlyKeys("atLeast", "of");
            var parts = Parts(part.Find("of")!, table);
            return new Rule(RuleKind.AtLeast) { Parts = parts, Count = part.Require("atLeast")?.AsWhole(1, Math.Max(1, parts.Length)) ?? 1 };
        }
        if (part.Find("anyMember") is { } any)
        {
            part.OnlyKeys("anyMember", "among");
            return OfMembers(new Rule(RuleKind.AnyMember), any, part.Find("among"), table);
        }
        if (part.Find("members") is { } members)
        {
            part.OnlyKeys("members", "moreThan");
            var share = part.Require("moreThan") is { } more ? StandardWeights.Share(more) : Fraction.One;
            return OfMembers(new Rule(RuleKind.MoreMembersThan) { Share = share }, members, null, table);
        }
        part.OnlyKeys("all", "any", "not", "firstKnown");
        if (part.Members.Count != 1)
        {
            part.Fault(new("cần đúng một trong: answer, all, any, not, atLeast … of, firstKnown, anyMember, members … moreThan",
                "expected exactly one of: answer, all, any, not, atLeast … of, firstKnown, anyMember, members … moreThan"));
            return Broken;
        }
        var (name, list) = part.Members[0];
        return name switch
        {
            "all" => new Rule(RuleKind.All) { Parts = Parts(list, table) },
            "any" => new Rule(RuleKind.Any) { Parts = Parts(list, table) },
            "firstKnown" => new Rule(RuleKind.FirstKnown) { Parts = Parts(list, table) },
            "not" => new Rule(RuleKind.Not) { Parts = [Read(list, table)] },
            _ => Broken,
        };
    }

    private ImmutableArray<Rule> Parts(JsonPart list, SurveyColumns table)
    {
        var parts = list.AsList();
        if (list is { Kind: JsonValueKind.Array, Items.Count: 0 }) list.Fault(new("danh sách trống; cần ít nhất một điều kiện", "the list is empty; expected at least one condition"));
        return [.. parts.Select(part => Read(part, table))];
    }

    private Rule OfMembers(Rule rule, JsonPart condition, JsonPart? among, SurveyColumns table)
    {
        if (table != SurveyColumns.Households)
            condition.Fault(new("điều kiện về thành viên không nằm trong một điều kiện khác về thành viên", "a condition on members does not stand within another"));
        return rule with { Parts = [Read(condition, SurveyColumns.Members)], Among = among is null ? null : Read(among, SurveyColumns.Members) };
    }

    private Rule Asked(JsonPart part, JsonPart answer, SurveyColumns table)
    {
        var name = answer.AsText();
        if (table.Named(name) is not { IsAnswer: true } column)
        {
            var known = table.All.Where(other => other.IsAnswer).Select(other => other.Name).ToArray();
            answer.Fault(new Phrase($"\"{name}\" không phải câu trả lời trong bảng {table.Table}", $"\"{name}\" is no answer of the table {table.Table}")
                .With(Nearest.Hint(Nearest.To(name, known))));
            return Broken;
        }
        if (column.Words is { } list)
        {
            part.OnlyKeys("answer", "in", "unclear");
            return new Rule(RuleKind.OneOf) { Answer = column, Words = Words(part.Require("in"), list), Unclear = Words(part.Find("unclear"), list) };
        }
        part.OnlyKeys("answer", "per", "below", "atMost", "above", "atLeast");
        var (low, high) = (Bound(part, "above", "atLeast", column), Bound(part, "below", "atMost", column));
        if (low is null && high is null) part.Fault(new("cần một giới hạn: below, atMost, above hoặc atLeast", "expected a bound: below, atMost, above or atLeast"));
        if (low is { Name: null } && high is { Name: null } && (low.Value > high.Value || (low.Value == high.Value && !(low.IsIncluded && high.IsIncluded))))
            part.Fault(new("không số nào nằm giữa hai giới hạn này", "no number lies within these bounds"));
        return new Rule(RuleKind.Number) { Answer = column, Per = Per(part.Find("per"), table), Low = low, High = high };
    }

    private static SurveyColumn? Per(JsonPart? part, SurveyColumns table)
    {
        if (part is null) return null;
        var column = table.Named(part.AsText());
        if (column is not { IsAnswer: true, Words: null, Least: > 0 })
        {
            part.Fault(new($"\"{part.AsText()}\" không phải một số luôn trên 0", $"\"{part.AsText()}\" is not a number that is always above 0"));
            return null;
        }
        return column;
    }

    private static ulong Words(JsonPart? part, string list)
    {
        ulong words = 0;
        foreach (var word in part?.AsList() ?? [])
        {
            var at = WordLists.IndexOf(list, word.AsText());
            if (at >= 0) words |= 1ul << at;
            else word.Fault(new Phrase($"\"{word.AsText()}\" không có trong danh sách {list}", $"\"{word.AsText()}\" is not in the list {list}")
                .With(Nearest.Hint(Nearest.To(word.AsText(), WordLists.All[list].Select(meaning => meaning.Name)))));
        }
        if (part is { Kind: JsonValueKind.Array, Items.Count: 0 }) part.Fault(new("danh sách trống; cần ít nhất một từ", "the list is empty; expected at least one word"));
        return words;
    }

    private Bound? Bound(JsonPart part, string outside, string inside, SurveyColumn column)
    {
        var (strict, included) = (part.Find(outside), part.Find(inside));
        if ((strict ?? included) is not { } value) return null;
        if (strict is not null) included?.Fault(new($"\"{outside}\" và \"{inside}\" không đi cùng nhau", $"\"{outside}\" and \"{inside}\" do not go together"));
        if (value.Kind == JsonValueKind.String)
        {
            var name = value.AsText();
            if (!values.TryGetValue(name, out var named)) value.Fault(new Phrase($"chuẩn không có giá trị \"{name}\"", $"the standard has no value \"{name}\"").With(Nearest.Hint(Nearest.To(name, values.Keys))));
            else if (column.Name == Age && named.Unit != "months") value.Fault(new($"tuổi tính bằng tháng tròn, nhưng \"{name}\" có đơn vị \"{named.Unit}\"", $"an age is in completed months (\"months\"), but \"{name}\" is in \"{named.Unit}\""));
            return new Bound(0, strict is null, name);
        }
        var number = value.AsNumber();
        if (column.Name != Age)
        {
            if (Math.Abs(number) > LargestBound) value.Fault(new($"giới hạn phải trong khoảng ±{LargestBound}", $"a bound lies within ±{LargestBound}"));
            return new Bound(Math.Clamp(number, -LargestBound, LargestBound), strict is null);
        }
        if (number is < 0 or > OldestAge || number != decimal.Truncate(number))
        {
            value.Fault(new($"tuổi là số năm tròn từ 0 đến {OldestAge}; tuổi theo tháng thì đặt tên trong \"values\"", $"an age is in whole years from 0 to {OldestAge}; one in months is named in \"values\""));
            number = 0;
        }
        // Years are completed ones: whoever is at most 15 is below 16, and above 15 from 16 on.
        var isNext = outside == "above" == strict is not null;
        return new Bound(12 * (isNext ? number + 1 : number), outside == "above");
    }
}
