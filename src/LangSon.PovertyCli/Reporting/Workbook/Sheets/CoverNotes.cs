using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The foot of the cover: on the left the units that moved most, on the right what the data cannot say.</summary>
internal static class CoverNotes
{
    /// <summary>Units listed in each direction.</summary>
    private const int Most = 5;

    private const int Half = CoverSheet.Columns / 2;

    /// <summary>Writes both blocks.</summary>
    public static void Write(Sheet sheet, BookContent content)
    {
        sheet.Gap(8);
        var top = sheet.Next;
        var hasMovers = WriteMovers(sheet, content.Results);
        var column = hasMovers ? Half + 1 : 1;
        var span = hasMovers ? Half : CoverSheet.Columns;
        var limits = Limits.Of(content);
        var text = new Phrase(string.Join('\n', limits.Select(limit => $"• {limit.Vi}")), string.Join('\n', limits.Select(limit => $"• {limit.En}")));
        sheet.Put(top, column, Entry.Of(new Phrase("Số liệu chưa nói được gì", "What the data cannot say")), Look.Band, Format.Text, span);
        if (!hasMovers) sheet.Height(top, Lines.Height(1) + 2);
        // The block is as high as its neighbour, or as its text where that is higher.
        var last = Math.Max(sheet.Next - 1, top + 1);
        var needed = Lines.Height(Lines.Count(sheet.Say(text), sheet.Width(column, span) - 2, bold: false));
        var extra = Math.Max(0, needed - (hasMovers ? (last - top) * Lines.Height(1) : 0));
        if (extra > 0) sheet.Height(hasMovers ? ++last : last, extra);
        sheet.Put(top + 1, column, Entry.Of(text) with { Indent = 1 }, Look.TileChange, Format.Text, span, last - top);
        sheet.Next = last + 1;
    }

    private static bool WriteMovers(Sheet sheet, Poverty.Comparison.Results results)
    {
        var areas = new BookAreas(results);
        var level = areas.Of(AreaLevel.District).Count > 0 ? AreaLevel.District : AreaLevel.Commune;
        var units = areas.Of(level);
        if (units.Count == 0) return false;
        var kind = level == AreaLevel.District ? new Phrase("huyện", "districts") : new Phrase("xã", "communes");
        if (results.Rounds.Count == 1) return WriteHighest(sheet, results.Rounds[0], units, kind);
        var (from, to) = (results.Rounds.Count - 2, results.Rounds.Count - 1);
        var moved = units.Select(unit => (Unit: unit, Change: results.Change(from, to, unit, Group.All, "poor_rate"))).Where(item => item.Change.Value is not null).ToArray();
        var (before, after) = (results.Rounds[from].Round.Id, results.Rounds[to].Round.Id);
        WriteMoved(sheet, new($"Tỷ lệ hộ nghèo giảm nhiều nhất: {kind.Vi}", $"Poor rate, largest falls: {kind.En}"), before, after,
            moved.Where(item => item.Change.Value < 0).OrderBy(item => item.Change.Value), new($"không {kind.Vi} nào giảm", "none fell"));
        WriteMoved(sheet, new($"Tỷ lệ hộ nghèo tăng nhiều nhất: {kind.Vi}", $"Poor rate, largest rises: {kind.En}"), before, after,
            moved.Where(item => item.Change.Value > 0).OrderByDescending(item => item.Change.Value), new($"không {kind.Vi} nào tăng", "none rose"));
        return true;
    }

    private static void WriteMoved(Sheet sheet, Phrase title, string before, string after, IEnumerable<(AreaNode Unit, Change Change)> moved, Phrase none)
    {
        var table = new SheetTable(sheet,
        [
            new(title, Format.Text, Span: 3), new(new($"{before} (%)", $"{before} (%)"), Format.Rate), new(new($"{after} (%)", $"{after} (%)"), Format.Rate),
            new(new("± điểm", "± points"), Format.Points),
        ]);
        table.Header();
        var rows = moved.Take(Most).ToArray();
        foreach (var (unit, change) in rows) table.Row([Entry.Of(BookAreas.Name(unit)), Entry.Of(change.Before.Value), Entry.Of(change.After.Value), Entry.Of(change.Value)]);
        if (rows.Length == 0) table.Row([Entry.Of(none) with { Tone = Tone.Quiet }, Entry.None, Entry.None, Entry.None]);
    }

    private static bool WriteHighest(Sheet sheet, RoundResult round, IEnumerable<AreaNode> units, Phrase kind)
    {
        var table = new SheetTable(sheet,
        [
            new(new($"Tỷ lệ hộ nghèo cao nhất: {kind.Vi}", $"Highest poor rates: {kind.En}"), Format.Text, Span: 4),
            new(new("Hộ nghèo", "Poor"), Format.Count), new(new("Tỷ lệ (%)", "Rate (%)"), Format.Rate),
        ]);
        table.Header();
        foreach (var (unit, rate) in units.Select(unit => (Unit: unit, Rate: round.Find(unit, Group.All, "poor_rate")?.Value)).Where(item => item.Rate is not null)
                     .OrderByDescending(item => item.Rate).Take(2 * Most))
            table.Row([Entry.Of(BookAreas.Name(unit)), Entry.Of(round.Find(unit, Group.All, "poor")?.Value), Entry.Of(rate)]);
        return true;
    }
}
