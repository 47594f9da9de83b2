using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Running;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>What a row is to a figure.</summary>
internal static class TraceWords
{
    /// <summary>The word for scripts; null for a row that is part of the denominator and of nothing else.</summary>
    public static string? Role(TracedRow row) => row.Standing switch
    {
        Standing.Rejected => "rejected",
        Standing.Left => "left",
        _ when row.Part > 0 => "numerator",
        Standing.Undetermined => "undetermined",
        _ => null,
    };

    /// <summary>Why the row does not count, for scripts; null where it does.</summary>
    public static string? Because(TracedRow row) => row.Standing == Standing.Rejected ? string.Join(' ', row.Codes) : ExplainWords.Of(row.Left).Value;

    /// <summary>The rows of a file that explain a figure, those that others are counted with left out.</summary>
    public static IEnumerable<(TracedRow Row, string Role)> Told(FigureTrace trace)
    {
        foreach (var row in trace.Files.SelectMany(file => file.Rows))
            if (Role(row) is { } role)
                yield return (row, role);
    }
}
