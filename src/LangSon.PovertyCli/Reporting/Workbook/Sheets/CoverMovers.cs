using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The districts whose poor rate moved most since the round before: falls on the left, rises on the right.</summary>
internal static class CoverMovers
{
    /// <summary>Units listed in each direction.</summary>
    private const int Most = 5;

    private const int Half = CoverSheet.Columns / 2;

    /// <summary>
    /// Writes both tables, of communes where no district can be compared; where nothing can, the units with the highest
    /// rates instead.
    /// </summary>
    public static void Write(Sheet sheet, BookContent content)
    {
        var results = content.Results;
        var last = results.Rounds.Count - 1;
        foreach (var level in new[] { AreaLevel.District, AreaLevel.Commune })
        {
            var moved = results.Base(last) is not { } from ? [] : BookAreas.On(results.Ground(from, last)).Of(level).Select(unit => (Unit: unit, Change: results.Change(from, last, unit, Group.All, "poor_rate")))
                .Where(item => item.Change.Value is not null).ToArray();
            if (moved.Length == 0) continue;
            WriteBoth(sheet, results, last, Words(level), moved);
            return;
        }
        foreach (var level in new[] { AreaLevel.District, AreaLevel.Commune })
            if (WriteHighest(sheet, results.Rounds[last], level, content.Areas.Of(level)))
                return;
    }

    private static Phrase Words(AreaLevel level) => level == AreaLevel.District ? new("huyện", "districts") : new("xã", "communes");

    private static void WriteBoth(Sheet sheet, Poverty.Comparison.Results results, int last, Phrase kind, (AreaNode Unit, Change Change)[] moved)
    {
        var (before, after) = (results.Rounds[results.Base(last)!.Value].Round.Id, results.Rounds[last].Round.Id);
        sheet.Section(new($"Biến động tỷ lệ hộ nghèo {before} → {after}: {kind.Vi}", $"Poor rate {before} → {after}: {kind.En}"));
        var top = sheet.Next;
        WriteOne(sheet, 1, before, after, new("Giảm nhiều nhất", "Largest falls"),
            moved.Where(item => item.Change.Value < 0).OrderBy(item => item.Change.Value), new($"không {kind.Vi} nào giảm", "none fell"));
        var bottom = sheet.Next;
        sheet.Next = top;
        WriteOne(sheet, Half + 1, before, after, new("Tăng nhiều nhất", "Largest rises"),
            moved.Where(item => item.Change.Value > 0).OrderByDescending(item => item.Change.Value), new($"không {kind.Vi} nào tăng", "none rose"));
        sheet.Next = Math.Max(bottom, sheet.Next);
    }

    private static void WriteOne(Sheet sheet, int at, string before, string after, Phrase title, IEnumerable<(AreaNode Unit, Change Change)> moved, Phrase none)
    {
        var table = new SheetTable(sheet,
        [
            new(title, Format.Text, Span: 3), new(new($"{before} (%)", $"{before} (%)"), Format.Rate), new(new($"{after} (%)", $"{after} (%)"), Format.Rate),
            new(new("± điểm", "± points"), Format.Points),
        ], at);
        table.Header();
        var rows = moved.Take(Most).ToArray();
        foreach (var (unit, change) in rows) table.Row([Entry.Of(BookAreas.Name(unit)), Entry.Of(change.Before.Value), Entry.Of(change.After.Value), Entry.Of(change.Value)]);
        if (rows.Length == 0) table.Row([Entry.Of(none) with { Tone = Tone.Quiet }, Entry.None, Entry.None, Entry.None]);
    }

    private static bool WriteHighest(Sheet sheet, RoundResult round, AreaLevel level, IEnumerable<AreaNode> units)
    {
        var rated = units.Where(round.Summary.Has).Select(unit => (Unit: unit, Rate: round.Find(unit, Group.All, "poor_rate")?.Value)).Where(item => item.Rate is not null).ToArray();
        if (rated.Length == 0) return false;
        var kind = Words(level);
        sheet.Section(new($"Tỷ lệ hộ nghèo cao nhất {round.Round.Id}: {kind.Vi}", $"Highest poor rates {round.Round.Id}: {kind.En}"));
        var top = sheet.Next;
        var highest = rated.OrderByDescending(item => item.Rate).Take(2 * Most).ToArray();
        foreach (var (at, part) in new[] { (1, highest[..Math.Min(Most, highest.Length)]), (Half + 1, highest[Math.Min(Most, highest.Length)..]) })
        {
            if (part.Length == 0) continue;
            sheet.Next = top;
            var table = new SheetTable(sheet,
                [new(new("Đơn vị", "Unit"), Format.Text, Span: 4), new(new("Hộ nghèo", "Poor"), Format.Count), new(new("Tỷ lệ (%)", "Rate (%)"), Format.Rate)], at);
            table.Header();
            foreach (var (unit, rate) in part) table.Row([Entry.Of(BookAreas.Name(unit)), Entry.Of(round.Find(unit, Group.All, "poor")?.Value), Entry.Of(rate)]);
        }
        sheet.Next = top + 1 + Math.Min(Most, highest.Length);
        return true;
    }
}
