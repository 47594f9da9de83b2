using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>
/// Holds printed figures against each other and against computed ones. Nothing is put right: a slip is told with its
/// difference. A rounded figure stands for all values that print like it, so it is wrong only where none of them fits.
/// </summary>
/// <param name="rows">The printed figures.</param>
/// <param name="areas">Tells what consists of what where the table does not; null: nothing does.</param>
public sealed class Reconciliation(IReadOnlyList<PublishedRow> rows, AreaRegister? areas)
{
    private readonly ILookup<(string Unit, string Group), PublishedRow> _byUnit = rows.ToLookup(row => (row.Unit, row.Group));

    /// <summary>
    /// All checks, by row. <paramref name="computed"/> gives the exact value of a column for the unit, year and group of a
    /// row, null where the program has none.
    /// </summary>
    public IReadOnlyList<PrintedCheck> Checks(Func<PublishedRow, string, decimal?>? computed = null)
    {
        var parts = new PrintedParts(rows, areas);
        return
        [
            .. rows.SelectMany(row => Rates(row).Concat(Sum(row)).Concat(parts.Of(row)).Concat(Changes(row)).Concat(computed is null ? [] : Computed(row, computed))),
        ];
    }

    /// <summary>Each rate against its own counts; where the households are not printed, all rates against any one number of them.</summary>
    private static IEnumerable<PrintedCheck> Rates(PublishedRow row)
    {
        var printed = PublishedRow.RateColumns
            .Select(column => (column.Rate, Printed: row.Number(column.Rate), Part: row.Numerator(column.Numerator)))
            .Where(rate => rate is { Printed: not null, Part: not null }).Select(rate => (rate.Rate, Printed: rate.Printed!.Value, Part: rate.Part!.Value)).ToArray();
        if (row.Count("households") is not { } households) return printed.Length == 0 ? [] : [Denominator(row, printed)];
        return households == 0 ? [] : printed.Select(rate => Exact(row, CheckKind.Rate, rate.Rate, rate.Printed, 100m * rate.Part / households));
    }

    private static PrintedCheck Denominator(PublishedRow row, (string Rate, PrintedNumber Printed, long Part)[] rates)
    {
        var ranges = rates.Where(rate => rate.Part > 0).Select(rate => Households(rate.Part, rate.Printed)).ToArray();
        var low = ranges.Max(range => (long?)range.Low);
        var high = ranges.Min(range => range.High);
        // A single rate fits some number of households by its nature.
        var agreement = low > high ? Agreement.Differs : ranges.Length > 1 ? Agreement.Agrees : Agreement.Open;
        return new PrintedCheck(row, CheckKind.Denominator, "households", agreement) { Low = low, High = high };
    }

    /// <summary>The smallest and the largest number of households of whom a part prints as a rate; no largest where the rate prints as 0.</summary>
    private static (long Low, long? High) Households(long part, PrintedNumber rate)
    {
        var low = Math.Max(part, (long)(100m * part / rate.High));
        while (!rate.Prints(100m * part / low) && rate.Round(100m * part / low) > rate.Value) low++;
        if (rate.Low <= 0) return (low, null);
        var high = (long)(100m * part / rate.Low) + 1;
        while (high > low && !rate.Prints(100m * part / high)) high--;
        return (low, high);
    }

    private static IEnumerable<PrintedCheck> Sum(PublishedRow row)
    {
        if (row is { Sum: { } sum } && row.Count("mdp") is { } printed) yield return Exact(row, CheckKind.Sum, "mdp", new PrintedNumber(printed, 0), sum);
    }

    private IEnumerable<PrintedCheck> Changes(PublishedRow row)
    {
        if (Before(row) is not { } before) yield break;
        var (now, then) = (Range(row), Range(before));
        foreach (var (column, years) in new[] { ("poor_rate_change", 1), ("poor_rate_yearly_change", row.Year - before.Year) })
        {
            if (row.Number(column) is not { } printed) continue;
            if (now is not { } n || then is not { } t)
            {
                yield return new PrintedCheck(row, CheckKind.Change, column, Agreement.Open) { Printed = printed };
                continue;
            }
            var (low, high) = ((n.Low - t.High) / years, (n.High - t.Low) / years);
            yield return new PrintedCheck(row, CheckKind.Change, column, printed.PrintsOneOf(low, high) ? Agreement.Agrees : Agreement.Differs) { Printed = printed, Low = low, High = high };
        }
        if (row.Number("poor_change_pct") is { } relative && row.Count("poor") is { } poor && before.Count("poor") is > 0 and var earlier)
            yield return Exact(row, CheckKind.Change, "poor_change_pct", relative, 100m * (poor - earlier) / earlier);
    }

    /// <summary>The row of the unit that changes are printed against.</summary>
    private PublishedRow? Before(PublishedRow row)
    {
        var earlier = _byUnit[(row.Unit, row.Group)].Where(other => other.Year < row.Year);
        return row.Since is { } since ? earlier.FirstOrDefault(other => other.Year == since) : earlier.MaxBy(other => other.Year);
    }

    /// <summary>The values that the poor rate of a row may have: the exact one where the counts tell it.</summary>
    private static (decimal Low, decimal High)? Range(PublishedRow row) =>
        row.Count("poor") is { } poor && row.Count("households") is > 0 and { } households ? (100m * poor / households, 100m * poor / households)
        : row.Number("poor_rate") is { } rate ? (rate.Low, rate.High)
        : null;

    private static IEnumerable<PrintedCheck> Computed(PublishedRow row, Func<PublishedRow, string, decimal?> computed)
    {
        foreach (var column in PublishedRow.CountColumns)
            if (row.Count(column) is { } printed && computed(row, column) is { } value)
                yield return Exact(row, CheckKind.Computed, column, new PrintedNumber(printed, 0), value);
        foreach (var (column, _) in PublishedRow.RateColumns)
            if (row.Number(column) is { } printed && computed(row, column) is { } value)
                yield return Exact(row, CheckKind.Computed, column, printed, value);
    }

    /// <summary>A printed figure whose exact value is known.</summary>
    internal static PrintedCheck Exact(PublishedRow row, CheckKind kind, string column, PrintedNumber printed, decimal exact) =>
        new(row, kind, column, printed.Prints(exact) ? Agreement.Agrees : Agreement.Differs) { Printed = printed, Low = exact, High = exact };
}
