using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;

namespace LangSon.Poverty.Running;

/// <summary>What came of a unit and a file in a round; a unit in several files has a row for each, a file of several units one for each.</summary>
/// <param name="Round">The round.</param>
/// <param name="Area">The unit; null where a file, or what is left of it, is of none that is known.</param>
/// <param name="File">The file; null: none came.</param>
/// <param name="Received">The day on which it came; null: not stated.</param>
/// <param name="State">What became of it.</param>
public sealed record StatusRow(Round Round, AreaNode? Area, string? File, DateOnly? Received, SubmissionState State)
{
    /// <summary>Rows read; null where the file was not read.</summary>
    public long? Read => Accepted + Rejected + Blank;

    /// <summary>Rows that count.</summary>
    public long? Accepted { get; init; }

    /// <summary>Rows that do not.</summary>
    public long? Rejected { get; init; }

    /// <summary>Blank rows, totals and column numbers; those of a file with several units stand beside none of them.</summary>
    public long? Blank { get; init; }

    /// <summary>What was found in these rows; in a file of one unit, all that was found in it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Poor households of the unit, from all its files; null where it has no figures, and beside files that do not count.</summary>
    public long? Poor { get; init; }

    /// <summary>Near-poor ones.</summary>
    public long? NearPoor { get; init; }

    /// <summary>Poor households in the round that changes are measured from.</summary>
    public long? PoorBefore { get; init; }

    /// <summary>Near-poor ones.</summary>
    public long? NearPoorBefore { get; init; }

    /// <summary>The codes by which the change of the unit is unusual (PV8005, PV8006).</summary>
    public IReadOnlyList<string> Unusual { get; init; } = [];
}

/// <summary>How far the collection of a round has come.</summary>
/// <param name="Round">The round.</param>
/// <param name="Rows">The rows, by code of the unit, then file; what is of no unit last.</param>
public sealed record RoundStatus(Round Round, IReadOnlyList<StatusRow> Rows)
{
    /// <summary>The state of each commune: accepted where one of its files is, else that of its last row.</summary>
    public IReadOnlyList<(AreaNode Commune, SubmissionState State)> Communes { get; } =
    [
        .. Rows.Where(row => row.Area?.Level == AreaLevel.Commune).GroupBy(row => row.Area!)
            .Select(unit => (unit.Key, unit.Any(row => row.State == SubmissionState.Accepted) ? SubmissionState.Accepted : unit.Last().State)),
    ];

    /// <summary>Whether every commune sent something that counts and no file lacks.</summary>
    public bool IsComplete => Communes.All(commune => commune.State == SubmissionState.Accepted) && Rows.All(row => row is not { State: SubmissionState.Refused, Findings.Count: > 0 });
}
