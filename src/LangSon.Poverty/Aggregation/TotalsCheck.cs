using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Aggregation;

/// <summary>Holds the totals of a register or table of counts against their parts (PV8003); nothing is put right.</summary>
internal sealed class TotalsCheck(string file, FindingLog log)
{
    /// <summary>A unit's own row and the sum of its parts.</summary>
    public void Compare(long line, AreaNode unit, Totals own, Totals parts) => Report(line, unit, $"{unit.Code} {unit.Name}".Trim(), own, parts);

    /// <summary>
    /// A printed total and the rows that it may add: those of its unit, or all of them, since a district's table ends with
    /// the same words as the province's. Where neither is right the nearer is told.
    /// </summary>
    public void ComparePrinted(PlainTable.Row row, AreaNode? unit, int group, Totals printed, IReadOnlyList<TotalsRow> rows)
    {
        var tops = rows.Select(part => part.Area.Upwards().Last()).Distinct().ToArray();
        var all = tops is [var top] ? top : null;
        // The own row of the unit is a total as well.
        var own = rows.FirstOrDefault(part => part.Group == group && part.Area == (unit ?? all))?.Totals;
        var sums = new[] { unit ?? all, all }.Distinct().Select(area => (Unit: area, Parts: Parts(area, group, rows))).Append((Unit: unit ?? all, Parts: own)).Where(sum => sum.Parts is not null).ToArray();
        if (sums.Length == 0) return;
        var (meant, parts) = sums.MinBy(sum => Differences(printed, sum.Parts!.Value).Sum(difference => Math.Abs(difference.Parts - difference.Total)));
        Report(row.Line, meant, meant is null ? new Phrase("tổng của mọi dòng", "the total of all rows") : $"{meant.Code} {meant.Name}".Trim(), printed, parts!.Value);
    }

    /// <summary>A group, or both groups that divide all between them, and all: those whose group is not known may lack, but none may be too many.</summary>
    public void CompareGroup(long line, AreaNode unit, string group, Totals parts, Totals all) =>
        Report(line, unit, $"{unit.Code} {unit.Name} {group}".Trim(), Differences(all, parts).Where(difference => difference.Parts > difference.Total));

    /// <summary>The sum of the largest units below one that have rows; null when none has.</summary>
    private static Totals? Parts(AreaNode? unit, int group, IReadOnlyList<TotalsRow> rows)
    {
        var below = rows.Where(row => row.Group == group && row.Area != unit && (unit is null || row.Area.Upwards().Contains(unit))).ToArray();
        var areas = below.Select(row => row.Area).ToHashSet();
        Totals? sum = null;
        foreach (var row in below.Where(row => !row.Area.Upwards().Skip(1).Any(areas.Contains))) sum = sum is { } before ? before + row.Totals : row.Totals;
        return sum;
    }

    private void Report(long line, AreaNode? unit, Phrase words, Totals total, Totals parts) => Report(line, unit, words, Differences(total, parts));

    private void Report(long line, AreaNode? unit, Phrase words, IEnumerable<(string Column, long Parts, long Total)> differences)
    {
        foreach (var (column, sum, stated) in differences)
            log.Add(new Finding("PV8003", new Place(file, null, line))
            {
                Column = column,
                Value = $"{stated}",
                Expected = $"{sum}",
                CommuneCode = unit?.Code,
                Details = [("unit", words), ("a", $"{sum}"), ("b", $"{stated}")],
            });
    }

    private static IEnumerable<(string Column, long Parts, long Total)> Differences(Totals total, Totals parts)
    {
        (string Column, long? Parts, long? Total)[] columns =
        [
            ("households", parts.Households, total.Households), ("persons", parts.Persons, total.Persons),
            ("poor", parts.Poor, total.Poor), ("near_poor", parts.NearPoor, total.NearPoor),
        ];
        foreach (var (column, sum, stated) in columns)
            if (sum is { } a && stated is { } b && a != b)
                yield return (column, a, b);
    }
}
