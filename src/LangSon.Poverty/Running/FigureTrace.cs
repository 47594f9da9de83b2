using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>A row of the unit and group of a figure, with what it gives to it.</summary>
/// <param name="Place">Its file, sheet and line.</param>
/// <param name="ShownId">The household's id as lists show it.</param>
/// <param name="Area">Its commune; of a rejected row the lowest unit that it names.</param>
/// <param name="Standing">How the row counts.</param>
/// <param name="Part">What it gives to the numerator (to the value, of a count); null where rows do not tell.</param>
/// <param name="Whole">What it gives to the denominator; null where rows do not tell, as under a register.</param>
public sealed record TracedRow(Place Place, string ShownId, AreaNode Area, Standing Standing, long? Part, long? Whole)
{
    /// <summary>Why the row was rejected; else empty.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Why the household left; else none.</summary>
    public Because Left { get; init; }

    /// <summary>Whether a rejected row stands for a household in the bounds: of several copies one does.</summary>
    public bool IsInBounds { get; init; }

    /// <summary>Whether a correction was applied to the row.</summary>
    public bool IsCorrected { get; init; }
}

/// <summary>What a file gives to a figure.</summary>
/// <param name="File">The file as the pass left it.</param>
/// <param name="Rows">Its rows of the unit and group.</param>
public sealed record TracedFile(FilePass File, IReadOnlyList<TracedRow> Rows)
{
    /// <summary>How many rows count.</summary>
    public int Counted => Rows.Count - Count(Standing.Rejected) - Count(Standing.Left);

    /// <summary>The sum of what the rows give to the numerator.</summary>
    public long Part => Rows.Sum(row => row.Part ?? 0);

    /// <summary>The sum of what the rows give to the denominator.</summary>
    public long Whole => Rows.Sum(row => row.Whole ?? 0);

    /// <summary>How many rows stand so.</summary>
    public int Count(Standing standing) => Rows.Count(row => row.Standing == standing);
}

/// <summary>A figure of the results back to the rows that it was counted from.</summary>
/// <param name="Round">Its round.</param>
/// <param name="Area">Its unit, or tag.</param>
/// <param name="Group">Its group.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Files">The household files, each with its rows.</param>
public sealed record FigureTrace(RoundResult Round, AreaNode Area, int Group, Measure Measure, IReadOnlyList<TracedFile> Files)
{
    /// <summary>The counts of the unit and group.</summary>
    public AreaCounts Counts { get; } = Round.Summary.Of(Area, Group);

    /// <summary>The figure, as results have it.</summary>
    public Figure Figure => Measure.Of(Counts);

    /// <summary>Whether the rows give the numerator, or the value of a count.</summary>
    public required bool HasPart { get; init; }

    /// <summary>Whether the rows give the denominator; false under a register, and for a count, which has none.</summary>
    public required bool HasWhole { get; init; }

    /// <summary>The rows of the register or of the table of counts that the figure rests on; empty where household rows give all of it.</summary>
    public IReadOnlyList<TotalsRow> Totals => Figure.Value is null || (HasPart && (HasWhole || Figure.Share is null)) ? [] : [.. Round.Summary.TotalsRows(Area, Group)];

    /// <summary>Traces a figure of a run that has been carried out: the files of its round are read again.</summary>
    public static FigureTrace Of(Results results, int number, AreaNode area, int group, Measure measure, IReadOnlyList<FilePass> files)
    {
        var scope = new TraceScope(results, number, area, group, measure);
        var rows = files.Select(_ => new List<TracedRow>()).ToArray();
        ReadAgain.ForEach(results.Rounds[number].Round, files, results.Settings, row =>
        {
            if (scope.Trace(row) is { } traced) rows[row.FileNumber].Add(traced);
        });
        var (part, whole) = scope.GivesNothing;
        return new FigureTrace(results.Rounds[number], area, group, measure, [.. files.Zip(rows, (file, traced) => new TracedFile(file, traced))])
        {
            HasPart = files.Count > 0 && part is not null,
            HasWhole = files.Count > 0 && whole is not null,
        };
    }
}
