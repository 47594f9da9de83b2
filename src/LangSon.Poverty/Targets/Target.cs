using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Targets;

/// <summary>What is held against a target's value.</summary>
public enum TargetKind
{
    /// <summary>The figure of the year.</summary>
    Level,

    /// <summary>Its change from the base year in percentage points (for counts: in households); a fall is negative.</summary>
    ChangePoints,

    /// <summary>Its change from the base year in percent of the figure then; a fall is negative.</summary>
    ChangeRelative,
}

/// <summary>A target as the plan states it.</summary>
/// <param name="Id">Its name in the targets table.</param>
/// <param name="Scope">Which areas and group it is for, such as <c>each-district</c>.</param>
/// <param name="Where">Which of those areas, or null for all.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Kind">Level or change.</param>
/// <param name="AtMost">True for <c>&lt;=</c>, false for <c>&gt;=</c>.</param>
/// <param name="Value">The value to reach, in percent, points or households.</param>
/// <param name="Decimals">The decimals with which the plan prints it.</param>
/// <param name="Year">The year in which it is judged.</param>
/// <param name="BaseYear">The year that changes are measured from; null: the last round of an earlier year, else the round before.</param>
/// <param name="Source">Where the plan says so.</param>
public sealed record Target(
    string Id, string Scope, Condition? Where, string Measure, TargetKind Kind, bool AtMost, decimal Value, int Decimals, int Year, int? BaseYear, string Source)
{
    /// <summary>The measures of movement that may be a target, beside all measures of the results.</summary>
    public static IReadOnlyList<string> MovementMeasures { get; } = ["escaped", "fell_back", "newly_poor", "became_poor", "near_poor_to_poor"];

    /// <summary>
    /// Reads a targets table; every fault is one of the table. <paramref name="measures"/> are those of the results; null
    /// when they are not known, and then any may stand.
    /// </summary>
    public static IReadOnlyList<Target> Read(PlainTable table, IReadOnlySet<string>? measures)
    {
        var targets = new List<Target>();
        foreach (var row in table.Rows)
        {
            var measure = row.Text("measure");
            if (measures?.Contains(measure) == false && !MovementMeasures.Contains(measure))
                row.Fault("measure", new Phrase($"không có thước đo nào tên \"{measure}\"", $"\"{measure}\" is no measure").With(Nearest.Hint(Nearest.To(measure, measures.Union(MovementMeasures)))));
            var scope = row.Text("scope");
            if (!IsScope(scope)) row.Fault("scope", new Phrase($"\"{scope}\" không phải {Scopes("hoặc")}", $"\"{scope}\" is not {Scopes("or")}").With(Nearest.Hint(NearScope(scope))));
            Condition? where = null;
            if (row["where"].Length > 0 && !Condition.TryParse(row["where"], out where, out var reason)) row.Fault("where", reason);
            var kind = row.OneOf("kind", "level", "change_points", "change_relative") switch
            {
                "change_points" => TargetKind.ChangePoints,
                "change_relative" => TargetKind.ChangeRelative,
                _ => TargetKind.Level,
            };
            var sign = row.OneOf("is", "<=", ">=");
            var text = row.Text("value");
            var value = row.Number("value");
            var year = row.Count("year");
            if (year is null) row.Fault("year", new("thiếu giá trị", "the value is missing"));
            if (row.Count("base_year") is { } baseYear && baseYear >= year)
                row.Fault("base_year", new("năm gốc phải trước năm đánh giá", "the base year must be before the year"));
            targets.Add(new Target(row.Text("id"), scope, where, measure, kind, sign == "<=", value ?? 0, DecimalsOf(text),
                (int)(year ?? 0), (int?)row.Count("base_year"), row["source"]));
        }
        foreach (var twice in targets.GroupBy(target => target.Id).Where(group => group.Count() > 1))
            table.Rows.Last(row => row["id"] == twice.Key).Fault("id", new($"\"{twice.Key}\" xuất hiện hai lần", $"\"{twice.Key}\" stands twice"));
        return targets;
    }

    private static int DecimalsOf(string number) => number.IndexOf('.') is var point and >= 0 ? number.Length - point - 1 : 0;

    private static readonly string[] ScopePrefixes = ["district:", "commune:", "tag:", "group:"];

    private static string Scopes(string or) => $"province, district:CODE, commune:CODE, tag:NAME, each-district, each-commune {or} group:NAME=VALUE";

    private static readonly string[] WholeScopes = ["province", "each-district", "each-commune"];

    /// <summary>What was probably meant: another word before the colon, and what follows it as it stands.</summary>
    private static string? NearScope(string scope) => scope.Split(':', 2) is [var kind, var name]
        ? Nearest.To(kind, ScopePrefixes.Select(prefix => prefix[..^1])) is { } near ? $"{near}:{name}" : null
        : Nearest.To(scope, WholeScopes);

    private static bool IsScope(string scope) =>
        WholeScopes.Contains(scope)
        || ScopePrefixes.Any(prefix => scope.StartsWith(prefix, StringComparison.Ordinal) && scope.Length > prefix.Length);
}
