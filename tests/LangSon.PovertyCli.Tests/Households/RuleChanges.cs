using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>
/// Every small change of the rules of a standard: a bound moved by a step or taken in where it was left out, a word left
/// out of a list, a count one more or one less, a condition left out. A change that no case notices is a rule that no
/// case holds.
/// </summary>
internal static class RuleChanges
{
    /// <summary>The changed standards, each with what was changed and the position of the indicator whose rule it is.</summary>
    public static IEnumerable<(string What, int Indicator, Standard Standard)> Of(Standard standard)
    {
        for (var i = 0; i < standard.Indicators.Count; i++)
        {
            var indicator = standard.Indicators[i];
            if (indicator.DeprivedWhen is not { } rule) continue;
            foreach (var (what, changed) in Of(rule))
                yield return (what, i, standard with { Indicators = [.. standard.Indicators.Select(other => other == indicator ? indicator with { DeprivedWhen = changed } : other)] });
            foreach (var name in Names(rule).Distinct())
                foreach (var (from, _) in standard.Values[name].Values.Select(value => (value.From, value.Value)))
                    foreach (var step in new[] { -1m, 1m })
                        yield return ($"{name} of {from:yyyy-MM-dd} by {step}", i, standard with
                        {
                            Values = standard.Values.ToDictionary(pair => pair.Key, pair => pair.Key != name ? pair.Value
                                : pair.Value with { Values = [.. pair.Value.Values.Select(value => value.From == from ? value with { Value = value.Value + step } : value)] }),
                        });
        }
    }

    private static IEnumerable<(string What, Rule Changed)> Of(Rule rule)
    {
        foreach (var low in Moved(rule.Low, rule)) yield return ($"{rule.Answer!.Name} from {low}", rule with { Low = low });
        foreach (var high in Moved(rule.High, rule)) yield return ($"{rule.Answer!.Name} until {high}", rule with { High = high });
        foreach (var word in Bits(rule.Words)) yield return ($"{rule.Answer!.Name} without {Word(rule, word)}", rule with { Words = rule.Words & ~word });
        foreach (var word in Bits(rule.Unclear)) yield return ($"{rule.Answer!.Name} with {Word(rule, word)} clear", rule with { Unclear = rule.Unclear & ~word });
        if (rule.Kind == RuleKind.AtLeast)
            foreach (var count in new[] { rule.Count - 1, rule.Count + 1 })
                yield return ($"at least {count}", rule with { Count = count });
        // One more than half of 7 is 4: the share just above the bound that a small household can have.
        if (rule.Kind == RuleKind.MoreMembersThan)
            foreach (var share in new[] { new Fraction((1000 * rule.Share.Numerator) - 1, 1000 * rule.Share.Denominator), new Fraction(4, 7) })
                yield return ($"more than {share}", rule with { Share = share });
        if (rule.Among is { } among)
        {
            yield return ("among all members", rule with { Among = null });
            foreach (var (what, changed) in Of(among)) yield return (what, rule with { Among = changed });
        }
        for (var i = 0; i < rule.Parts.Length; i++)
        {
            var at = i;
            if (rule.Parts.Length > 1 && rule.Kind != RuleKind.AtLeast)
                yield return ($"{rule.Kind} without part {i + 1}", rule with { Parts = [.. rule.Parts.Where((_, other) => other != at)] });
            foreach (var (what, changed) in Of(rule.Parts[i]))
                yield return (what, rule with { Parts = [.. rule.Parts.Select((part, other) => other == at ? changed : part)] });
        }
    }

    /// <summary>Ages step by a month and years of birth by one; of other numbers it matters whether the bound is within, too.</summary>
    private static IEnumerable<Bound> Moved(Bound? bound, Rule rule)
    {
        if (bound is null || bound.Name is not null) yield break;
        var step = rule.Answer!.Kind == ValueKind.Whole ? 1m : 0.01m;
        yield return bound with { Value = bound.Value - step };
        yield return bound with { Value = bound.Value + step };
        yield return bound with { IsIncluded = !bound.IsIncluded };
    }

    private static IEnumerable<string> Names(Rule rule) => new[] { rule.Low?.Name, rule.High?.Name }.OfType<string>()
        .Concat((rule.Among is null ? rule.Parts : rule.Parts.Prepend(rule.Among)).SelectMany(Names));

    private static IEnumerable<ulong> Bits(ulong words)
    {
        for (; words != 0; words &= words - 1) yield return words & ~(words - 1);
    }

    private static string Word(Rule rule, ulong word) => WordLists.All[rule.Answer!.Words!][System.Numerics.BitOperations.TrailingZeroCount(word)].Name;
}
