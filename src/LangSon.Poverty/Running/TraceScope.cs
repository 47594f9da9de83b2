using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>
/// Tells which rows a figure was counted from. What a row gives is the measure of that row alone: numerators and
/// denominators are sums, so the definition of a measure stands in one place.
/// </summary>
internal sealed class TraceScope
{
    private static readonly AreaNode Alone = new(0, AreaLevel.Commune, "", null, null);

    private readonly Results _results;
    private readonly int _number;
    private readonly Round _round;
    private readonly int _group;
    private readonly Measure _measure;
    private readonly Tally _one;
    private readonly IReadOnlyList<AreaNode> _units;
    private readonly AreaTree _tree = new();
    private readonly Dictionary<AreaNode, bool> _isWithin = [];

    /// <summary>The rows of a unit, or of all that bear a tag, and of a group.</summary>
    public TraceScope(Results results, int number, AreaNode area, int group, Measure measure)
    {
        var round = results.Rounds[number];
        (_results, _number, _round, _group, _measure) = (results, number, round.Round, group, measure);
        _one = new Tally(_round.Law.Indicators.Length);
        _units = area.Level == AreaLevel.Tag ? round.Summary.Bearers(area) : [area];
    }

    /// <summary>What a unit without rows would give; null for what rows do not tell.</summary>
    public (long? Part, long? Whole) GivesNothing => Given(null);

    /// <summary>The row as part of the figure; null when it lies elsewhere or belongs to another group.</summary>
    public TracedRow? Trace(in RowAgain row)
    {
        var isCorrected = row.Reader.Corrected.Any(outcome => outcome.State == CorrectionState.Applied);
        return Traced(row) is { } traced ? traced with { IsCorrected = isCorrected } : null;
    }

    private TracedRow? Traced(in RowAgain row)
    {
        var household = row.Household;
        var groups = GroupSet.Of(household);
        if (row.Rejected is { } rejected)
        {
            if (!groups.MayHave(_group) || Pass.AreaOf(household, _results.Settings, _tree, _round.Date) is not { } known || !IsWithin(known)) return null;
            return new TracedRow(row.Reader.Place, row.Reader.ShownId, known, Standing.Rejected, null, null) { Codes = rejected.Codes, IsInBounds = IsInBounds(row) };
        }
        if (!groups.Has(_group) || !IsWithin(household.Commune!)) return null;
        if (household.Left != Because.None)
            return new TracedRow(row.Reader.Place, row.Reader.ShownId, household.Commune!, Standing.Left, null, null) { Left = household.Left };
        var poverty = Pass.Official(household, _round.Law, _results.Settings.Official);
        _one.Add(Alone, household, poverty, 1);
        var (part, whole) = Given(_one.Find(Alone.Index, Group.All));
        _one.Add(Alone, household, poverty, -1);
        return new TracedRow(row.Reader.Place, row.Reader.ShownId, household.Commune!, LedgerEntry.Of(poverty), part, whole);
    }

    private (long? Part, long? Whole) Given(long[]? cell)
    {
        var figure = _measure.Of(new AreaCounts(cell, _one.Indicators, _round.Coverage, hasRows: true, totals: null));
        return figure.Share is { } share ? share : ((long?)figure.Value, null);
    }

    /// <summary>The ledger holds one row of each id, so that copies count once in the bounds.</summary>
    private bool IsInBounds(in RowAgain row)
    {
        if (!row.Household.HasKey) return true;
        var entry = _results.Entry(row.Household.Key, _number);
        return entry.Standing == Standing.Rejected && entry.File == row.FileNumber && entry.Row == row.Number;
    }

    /// <summary>Whether a unit, of the tree that reading again grew, lies in the area.</summary>
    private bool IsWithin(AreaNode node)
    {
        if (!_isWithin.TryGetValue(node, out var isWithin))
            _isWithin[node] = isWithin = node.Upwards().Any(unit => _units.Any(area => IsSame(unit, area)));
        return isWithin;
    }

    private static bool IsSame(AreaNode? one, AreaNode? other) => one is null || other is null
        ? one is null && other is null
        : one.Level == other.Level && one.Code == other.Code && ReferenceEquals(one.Unit, other.Unit) && IsSame(one.Parent, other.Parent);
}
