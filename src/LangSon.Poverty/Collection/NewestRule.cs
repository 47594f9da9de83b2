using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>
/// Tells by their names which of several files of a unit is the newest. The pattern is held against the name without folder
/// and extensions: <c>{unit}</c> takes as much as it can and <c>{version}</c> as little, <c>*</c> is anything.
/// </summary>
public sealed partial class NewestRule
{
    private const string UnitMark = "{unit}";
    private const string VersionMark = "{version}";

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyyMMdd", "dd-MM-yyyy"];

    private readonly Regex _regex;

    private NewestRule(string pattern)
    {
        Pattern = pattern;
        var text = Regex.Escape(pattern).Replace("\\*", ".*?", StringComparison.Ordinal)
            .Replace(Regex.Escape(UnitMark), "(?<unit>.+)", StringComparison.Ordinal).Replace(Regex.Escape(VersionMark), "(?<version>.+?)", StringComparison.Ordinal);
        _regex = new Regex($"^{text}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    /// <summary>The pattern as typed.</summary>
    public string Pattern { get; }

    /// <summary>Reads a pattern; null, with the reason, where it does not name the unit and the version once each.</summary>
    public static NewestRule? Parse(string pattern, out Phrase fault)
    {
        fault = new($"phải có {UnitMark} và {VersionMark}, mỗi thứ một lần, như {UnitMark}_*_{VersionMark}, nhưng lại là \"{pattern}\"",
            $"expected {UnitMark} and {VersionMark} once each, such as {UnitMark}_*_{VersionMark}, found \"{pattern}\"");
        var normal = pattern.Normalize(System.Text.NormalizationForm.FormC);
        return normal.Split(UnitMark).Length == 2 && normal.Split(VersionMark).Length == 2 ? new NewestRule(normal) : null;
    }

    /// <summary>The unit and the version that a file's name tells; null where it is not of the pattern.</summary>
    public (string Unit, string Version)? Match(string file) =>
        _regex.Match(Bare(file)) is { Success: true } match ? (match.Groups["unit"].Value, match.Groups["version"].Value) : null;

    /// <summary>Less than 0 when the first version is the older one, 0 when nobody can tell: as days where both are, else as text whose numbers count.</summary>
    public static int Compare(string one, string other)
    {
        if (Day(one) is { } first && Day(other) is { } second) return first.CompareTo(second);
        var (left, right) = (Pieces().Matches(one), Pieces().Matches(other));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            var (a, b) = (left[i].Value, right[i].Value);
            var order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]) ? Number(a).CompareTo(Number(b)) : string.CompareOrdinal(a, b);
            if (order != 0) return order;
        }
        return left.Count.CompareTo(right.Count);
    }

    private static string Bare(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }

    private static DateOnly? Day(string version) =>
        DateOnly.TryParseExact(version, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+|[^0-9]+")]
    private static partial Regex Pieces();
}
