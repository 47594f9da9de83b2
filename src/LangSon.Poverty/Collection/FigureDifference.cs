using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Collection;

/// <summary>What a row of <c>results.csv</c> is of.</summary>
public readonly record struct FigureName(string Round, string Standard, string Level, string AreaCode, string Group, string Measure, string K, string Scheme);

/// <summary>A row of <c>results.csv</c>.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="AreaName">The unit's name.</param>
/// <param name="Value">The value; null where none is given.</param>
/// <param name="Numerator">The numerator of a percentage.</param>
/// <param name="Denominator">Its denominator.</param>
public sealed record FigureRow(FigureName Name, string AreaName, decimal? Value, long? Numerator, long? Denominator)
{
    private static readonly string[] Columns = ["round", "standard", "level", "area_code", "area_name", "group", "measure", "k", "scheme", "value", "numerator", "denominator"];

    /// <summary>Reads the rows one by one; gives the table with all that is wrong with it.</summary>
    public static PlainTable ForEach(RowSource source, Action<FigureRow> take) => PlainTable.ForEach(source, Columns, (_, row) =>
    {
        string Word(string column) => string.Intern(row[column]);
        take(new FigureRow(new FigureName(Word("round"), Word("standard"), Word("level"), Word("area_code"), Word("group"), Word("measure"), Word("k"), Word("scheme")),
            Word("area_name"), row.Number("value"), row.Count("numerator"), row.Count("denominator")));
    });
}

/// <summary>A figure that two runs give otherwise.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Before">In the first run; null: it is not there.</param>
/// <param name="After">In the second, likewise.</param>
public sealed record FigureDifference(FigureName Name, FigureRow? Before, FigureRow? After)
{
    /// <summary>The unit's name.</summary>
    public string AreaName => (After ?? Before)!.AreaName;

    /// <summary>After − before; null where either gives no value.</summary>
    public decimal? Value => After?.Value - Before?.Value;
}

/// <summary>Holds the figures of two runs against each other: all of the first are taken, then those of the second one by one.</summary>
public sealed class FigureComparison
{
    private readonly RowsByKey<FigureName, FigureRow> _before = new();
    private readonly List<FigureDifference> _differences = [];

    /// <summary>The figures that differ, in the order of the second run, then those of the first run alone.</summary>
    public IEnumerable<FigureDifference> Differences => _differences.Concat(_before.Rest.Select(row => new FigureDifference(row.Name, row, null)));

    /// <summary>Takes a figure of the first run.</summary>
    public void Before(FigureRow row) => _before.Add(row.Name, row);

    /// <summary>Takes a figure of the second run.</summary>
    public void After(FigureRow row)
    {
        _before.Take(row.Name, out var before);
        if ((row.Value, row.Numerator, row.Denominator) != (before?.Value, before?.Numerator, before?.Denominator) || before is null) _differences.Add(new FigureDifference(row.Name, before, row));
    }
}
