namespace LangSon.Poverty.Standards;

/// <summary>How the points of a review's forms stand for income and deprivations (phiếu B1, phiếu B2).</summary>
/// <param name="AtMost">B1 points at or below which a household counts as at or below the poor line, for urban and rural areas.</param>
/// <param name="PerDeprivation">B2 points that each deprivation gives.</param>
public sealed record ScorePoints(IncomeLine AtMost, IReadOnlyList<Dated<int>> PerDeprivation);
