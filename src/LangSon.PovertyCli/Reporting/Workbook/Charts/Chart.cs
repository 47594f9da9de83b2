namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>How a chart draws its series.</summary>
internal enum ChartKind
{
    /// <summary>Bars from left to right, the series of a category one under the other.</summary>
    Bars,

    /// <summary>Columns, up or down.</summary>
    Columns,

    /// <summary>Columns on top of each other; their numbers stand in the names of the categories.</summary>
    Steps,
}

/// <summary>How a series stands out from the others.</summary>
internal enum SeriesLook
{
    /// <summary>What the chart is about.</summary>
    Main,

    /// <summary>What it is held against, such as the round before.</summary>
    Light,

    /// <summary>Something of another kind beside it, such as the near-poor.</summary>
    Warm,

    /// <summary>A level to reach: a mark instead of a column.</summary>
    Mark,

    /// <summary>Not seen: what other columns stand on.</summary>
    Foot,

    /// <summary>A change for the better.</summary>
    Good,

    /// <summary>A change for the worse.</summary>
    Bad,
}

/// <summary>Cells that a chart refers to.</summary>
/// <param name="Reference">The absolute address with the sheet's name.</param>
/// <param name="Values">What stands in them, a text, a number or nothing each: programs draw these until they recalculate.</param>
internal sealed record ChartCells(string Reference, IReadOnlyList<object> Values);

/// <summary>A series of a chart.</summary>
/// <param name="Name">The cell with its name.</param>
/// <param name="Values">The cells with its numbers.</param>
/// <param name="Look">What it is.</param>
internal sealed record ChartSeries(ChartCells Name, ChartCells Values, SeriesLook Look);

/// <summary>A chart that lies over the columns of one row.</summary>
/// <param name="Kind">How it draws its series.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Categories">The cells with the names of the categories.</param>
/// <param name="Series">Its series, all as long as the categories.</param>
/// <param name="NumberFormat">The format of the numbers beside columns.</param>
internal sealed record Chart(ChartKind Kind, string Title, ChartCells Categories, IReadOnlyList<ChartSeries> Series, string NumberFormat)
{
    /// <summary>The row that it lies over.</summary>
    public required int Row { get; init; }

    /// <summary>The first column that it lies over.</summary>
    public required int Column { get; init; }

    /// <summary>How many columns it lies over.</summary>
    public required int Span { get; init; }
}
