using System.Globalization;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Targets;

/// <summary>What a condition may ask of an area: the state before the year of the target.</summary>
/// <param name="RateBefore">The poor-household rate before, in percent; null when not known.</param>
/// <param name="PoorBefore">Poor households before.</param>
/// <param name="Households">Households before.</param>
public readonly record struct AreaBefore(decimal? RateBefore, long? PoorBefore, long? Households);

/// <summary>
/// A condition such as <c>rate_before >= 30 and households > 100</c>; <c>and</c> binds closer than <c>or</c>. A comparison
/// with an unknown figure does not hold.
/// </summary>
public sealed class Condition
{
    private static readonly string[] Names = ["rate_before", "poor_before", "households"];
    private static readonly string[] Signs = ["<=", ">=", "<", ">", "=", "!="];

    private readonly IReadOnlyList<IReadOnlyList<Comparison>> _anyOfAll;

    private Condition(string text, IReadOnlyList<IReadOnlyList<Comparison>> anyOfAll) => (Text, _anyOfAll) = (text, anyOfAll);

    private sealed record Comparison(string Name, string Sign, decimal Value);

    /// <summary>The condition as written.</summary>
    public string Text { get; }

    /// <summary>Reads a condition; false with the reason when it is not one.</summary>
    public static bool TryParse(string text, out Condition? condition, out Phrase reason)
    {
        condition = null;
        var any = new List<IReadOnlyList<Comparison>>();
        foreach (var part in text.Split(" or "))
        {
            var all = new List<Comparison>();
            foreach (var term in part.Split(" and "))
            {
                if (Term(term.Trim(), out reason) is not { } comparison) return false;
                all.Add(comparison);
            }
            any.Add(all);
        }
        reason = "";
        condition = new Condition(text, any);
        return true;
    }

    /// <summary>Whether it holds.</summary>
    public bool Holds(AreaBefore area) => _anyOfAll.Any(all => all.All(comparison => Holds(comparison, area)));

    private static Comparison? Term(string term, out Phrase reason)
    {
        reason = "";
        var at = term.IndexOfAny(['<', '>', '=', '!']);
        var sign = at < 0 ? null : Signs.FirstOrDefault(sign => term.AsSpan(at).StartsWith(sign, StringComparison.Ordinal));
        if (sign is null)
        {
            reason = new($"\"{term}\" không phải phép so sánh như rate_before >= 30", $"\"{term}\" is not a comparison such as rate_before >= 30");
            return null;
        }
        var name = term[..at].Trim();
        if (!Names.Contains(name))
        {
            var list = string.Join(", ", Names);
            reason = new Phrase($"\"{name}\" không thuộc các từ {list}", $"\"{name}\" is not one of {list}").With(Nearest.Hint(Nearest.To(name, Names)));
            return null;
        }
        var bound = term[(at + sign.Length)..].Trim();
        if (decimal.TryParse(bound, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return new Comparison(name, sign, value);
        reason = new($"\"{bound}\" không phải số", $"\"{bound}\" is not a number");
        return null;
    }

    private static bool Holds(Comparison comparison, AreaBefore area)
    {
        var known = comparison.Name switch { "rate_before" => area.RateBefore, "poor_before" => area.PoorBefore, _ => area.Households };
        if (known is not { } value) return false;
        return comparison.Sign switch
        {
            "<=" => value <= comparison.Value,
            ">=" => value >= comparison.Value,
            "<" => value < comparison.Value,
            ">" => value > comparison.Value,
            "=" => value == comparison.Value,
            _ => value != comparison.Value,
        };
    }
}
