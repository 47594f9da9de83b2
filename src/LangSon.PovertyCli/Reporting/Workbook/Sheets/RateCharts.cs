using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>Two charts of units side by side: their poor rates before and after, and their changes against their targets.</summary>
internal static class RateCharts
{
    /// <summary>Points of the row that the charts lie over; a row can't be higher than 409.</summary>
    private const double Height = 300;

    private const int Half = 6;

    private static readonly Phrase Rates = new("Tỷ lệ hộ nghèo (%)", "Poor-household rate (%)");
    private static readonly Phrase Falls = new("Thay đổi (điểm phần trăm)", "Change (percentage points)");

    /// <summary>Writes charts and table; a single round has no changes, and the whole width for its rates.</summary>
    public static void Write(Sheet sheet, BookContent content, IReadOnlyList<AreaNode> units, Phrase kind)
    {
        var results = content.Results;
        var last = results.Rounds.Count - 1;
        var before = Before(results);
        var isCompared = before is not null;
        var hasTargets = isCompared && units.Any(area => content.FallTarget(area) is not null);
        var charts = sheet.Next;
        sheet.Gap(Height);
        sheet.Gap(4);
        var table = new SheetTable(sheet, [.. Columns(results, before, last, hasTargets)]);
        table.Header();
        var first = sheet.Next;
        foreach (var area in units) table.Row([.. Row(content, before, last, hasTargets, area)]);
        ChartCells Column(int place) => sheet.Cells(first, table.Place(place), units.Count);
        ChartCells Header(int place) => sheet.Cells(table.HeaderRow, table.Place(place));

        var title = isCompared
            ? new Phrase($"Tỷ lệ hộ nghèo {Id(before!.Value)} và {Id(last)}, {kind.Vi} (%)", $"Poor-household rate {Id(before!.Value)} and {Id(last)}, {kind.En} (%)")
            : new Phrase($"Tỷ lệ hộ nghèo {Id(last)}, {kind.Vi} (%)", $"Poor-household rate {Id(last)}, {kind.En} (%)");
        sheet.Add(new Chart(ChartKind.Bars, sheet.Say(title), Column(0),
            isCompared
                ? [new(Header(1), Column(1), SeriesLook.Light), new(Header(2), Column(2), SeriesLook.Main)]
                : [new(Header(1), Column(1), SeriesLook.Main)], $"{Style.Tag(sheet.Language)}0.00")
        { Row = charts, Column = 1, Span = isCompared ? Half : 2 * Half });
        if (!isCompared) return;
        var fall = hasTargets
            ? new Phrase($"Thay đổi {Id(before!.Value)} → {Id(last)} so với chỉ tiêu (điểm phần trăm)", $"Change {Id(before!.Value)} → {Id(last)} against targets (percentage points)")
            : new Phrase($"Thay đổi {Id(before!.Value)} → {Id(last)} (điểm phần trăm)", $"Change {Id(before!.Value)} → {Id(last)} (percentage points)");
        sheet.Add(new Chart(ChartKind.Columns, sheet.Say(fall), Column(0),
            [new(Header(3), Column(3), SeriesLook.Light), .. hasTargets ? [new ChartSeries(Header(4), Column(4), SeriesLook.Mark)] : Array.Empty<ChartSeries>()],
            $"{Style.Tag(sheet.Language)}+0.00;{Style.Tag(sheet.Language)}\"−\"0.00;0.00")
        { Row = charts, Column = Half + 1, Span = Half });

        string Id(int round) => results.Rounds[round].Round.Id;
    }

    /// <summary>The round that the last one can be held against; then both stand on one map. Null where there is none.</summary>
    public static int? Before(Poverty.Comparison.Results results) =>
        results.Base(results.Rounds.Count - 1) is { } before && results.SameStandard(before, results.Rounds.Count - 1) ? before : null;

    /// <summary>Columns that fill the page; those of targets only where a unit has one.</summary>
    private static IEnumerable<SheetColumn> Columns(Poverty.Comparison.Results results, int? before, int last, bool hasTargets)
    {
        var (unit, rate, change) = (before is not null, hasTargets) switch
        {
            (false, _) => (Half, Half, 0),
            (true, false) => (Half - 1, 2, 3),
            (true, true) => (Half / 2, 1, 1),
        };
        yield return new(new("Đơn vị", "Unit"), Format.Text, Span: unit);
        if (before is { } first) yield return new(results.Rounds[first].Round.Id, Format.Rate, Span: rate) { Band = Rates };
        yield return new(results.Rounds[last].Round.Id, Format.Rate, Span: rate) { Band = Rates };
        if (before is null) yield break;
        yield return new(new("Thực hiện", "Actual"), Format.Points, Span: change) { Band = Falls };
        if (!hasTargets) yield break;
        yield return new(new("Chỉ tiêu", "Target"), Format.Points) { Band = Falls };
        yield return new(new("Chênh lệch", "Margin"), Format.Points) { Band = Falls };
        yield return new(new("Hộ còn thiếu", "Households short"), Format.Count);
        yield return new(new("Kết luận", "Verdict"), Format.Mark, Span: 3);
    }

    private static IEnumerable<Entry> Row(BookContent content, int? before, int last, bool hasTargets, AreaNode area)
    {
        var results = content.Results;
        yield return Entry.Of(BookAreas.Name(area));
        if (before is not { } from)
        {
            yield return UnitTable.Rate(results, results.Rounds[last], area, Group.All, "poor_rate");
            yield break;
        }
        var moved = results.Change(from, last, area, Group.All, "poor_rate");
        yield return UnitTable.Rate(results, moved.Before);
        yield return UnitTable.Rate(results, moved.After);
        yield return Entry.Of(moved.Value);
        if (!hasTargets) yield break;
        var target = content.FallTarget(area);
        yield return target is null ? Entry.None : Entry.Of(target.Target.Value);
        yield return target is null ? Entry.None : Entry.Of(target.Margin);
        yield return target?.HouseholdsShort is { } households ? Entry.Of(households) : Entry.None;
        yield return target is null ? Entry.None : TargetSheet.VerdictOf(target.Verdict);
    }
}
