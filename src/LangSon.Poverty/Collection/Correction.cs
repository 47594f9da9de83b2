using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Collection;

/// <summary>One cell of a household put right by the office (đính chính): a row of the table of corrections.</summary>
/// <param name="Round">The round whose files it is about.</param>
/// <param name="Id">The household's id as findings show it.</param>
/// <param name="Column">The canonical column.</param>
/// <param name="Old">What the file has, in the file's own words; empty for a blank cell.</param>
/// <param name="New">What is read instead, in the file's own words; empty for a blank cell.</param>
/// <param name="Place">Where the table has it.</param>
public sealed record Correction(string Round, string Id, string Column, CorrectionText Old, CorrectionText New, Place Place)
{
    /// <summary>Who says so; it may be a person's name.</summary>
    public string Who { get; init; } = "";

    /// <summary>Why.</summary>
    public string Why { get; init; } = "";
}

/// <summary>What a table of corrections says of a cell.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">Whether it stands in a number cell of a workbook, which is exact whatever the number format.</param>
public readonly record struct CorrectionText(string Text, CellKind Kind);

/// <summary>What became of a correction.</summary>
public enum CorrectionState
{
    /// <summary>The new value was read.</summary>
    Applied,

    /// <summary>The file does not have the old value, or not the column: nothing changed (PV5020).</summary>
    Refused,

    /// <summary>The round has no such household (PV5021).</summary>
    NotFound,
}

/// <summary>A correction with what became of it in one row.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="State">What became of it.</param>
/// <param name="Row">The row of the household; default where there is none.</param>
public sealed record CorrectionOutcome(Correction Correction, CorrectionState State, Place Row);
