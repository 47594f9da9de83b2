using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>The figures of a unit between two rounds, an entry a column after those for code, unit and rounds.</summary>
internal delegate Entry[] PairRow(Poverty.Comparison.Results results, int from, int to, AreaNode area);

/// <summary>A table with a row for each unit and each pair of rounds, smaller units under those that hold them.</summary>
internal sealed class PairTable(Sheet sheet, BookContent content, IReadOnlyList<SheetColumn> columns, PairRow row)
{
    /// <summary>Columns that are left out when nothing stands in them.</summary>
    public required Func<SheetColumn, bool> IsOptional { get; init; }

    /// <summary>Writes heading and table.</summary>
    public void Write(BookSheet kind)
    {
        // Where two standards meet nothing is comparable anywhere: the largest units say so for all.
        var results = content.Results;
        var rows = results.Pairs.Concat(results.FurtherPairs).SelectMany(pair => Units(results, pair.From, pair.To)
            .Select(unit => (unit.Area, unit.Depth, Entries: Entries(results, pair.From, pair.To, unit.Area, unit.Depth)))).ToArray();
        var kept = columns.Index().Where(column => !IsOptional(column.Item) || rows.Any(item => item.Entries[column.Index] != Entry.None)).ToArray();
        sheet.Widths(kept.Select(column => column.Item.Width));
        sheet.Heading(kind.Title, kind.Lead);
        var lowest = rows.Max(item => item.Area.Level);
        var table = new SheetTable(sheet, [.. kept.Select(column => column.Item)]);
        table.Header();
        foreach (var (area, depth, entries) in rows)
        {
            if (depth > 0) sheet.Outline(sheet.Next, depth);
            table.Row([.. kept.Select(column => entries[column.Index])], BookAreas.Look(area, lowest));
        }
        table.Freeze(3);
    }

    private static IEnumerable<(AreaNode Area, int Depth)> Units(Poverty.Comparison.Results results, int from, int to)
    {
        var areas = BookAreas.On(results.Ground(from, to));
        return results.SameStandard(from, to) ? areas.Tree() : areas.Tops.Select(top => (Area: top, Depth: 0));
    }

    private Entry[] Entries(Poverty.Comparison.Results results, int from, int to, AreaNode area, int depth) =>
    [
        Entry.Of(area.Code), Entry.Of(BookAreas.Name(area)) with { Indent = depth },
        Entry.Of(Rounds(results.Readings[from].Round, results.Readings[to].Round)), .. row(results, from, to, area),
    ];

    /// <summary>The rounds of a pair; where one is under a standard that is not its own, the standard of both.</summary>
    private static string Rounds(Round from, Round to) =>
        $"{from.Id} → {to.Id}" + (from.IsFurther || to.IsFurther ? $" ({to.Law.Standard.Id})" : "");
}
