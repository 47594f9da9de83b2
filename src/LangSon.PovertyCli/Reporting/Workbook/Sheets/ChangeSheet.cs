using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>From each round to the next: the poor rate taken apart, and where poor households came from and went.</summary>
internal sealed class ChangeSheet() : BookSheet(
    new("Biến động", "Changes"),
    new("Tỷ lệ hộ nghèo thay đổi bao nhiêu điểm phần trăm, vì số hộ nghèo hay vì tổng số hộ, và hộ nghèo ra vào thế nào: đầu kỳ − thoát − giảm khác + cận nghèo thành nghèo + tái nghèo + phát sinh + tăng khác = cuối kỳ.",
        "How many points the poor rate moved, by the number of poor or of all households, and how poor households came and went: start − escaped − other out + from near-poor + fell back + newly poor + other in = end."))
{
    private static readonly Phrase Rate = new("Tỷ lệ hộ nghèo", "Poor-household rate");
    private static readonly Phrase Effects = new("Do thay đổi (điểm)", "Due to (points)");
    private static readonly Phrase Bounds = new("Khoảng có thể (điểm)", "Possible range (points)");
    private static readonly Phrase Moves = new("Hộ nghèo", "Poor households");

    private static readonly SheetColumn Note = new(new("Ghi chú", "Note"), Format.Text, 28);

    private static readonly SheetColumn[] Columns =
    [
        new(new("Mã", "Code"), Format.Mark, 8),
        new(new("Đơn vị", "Unit"), Format.Text, 27),
        new(new("Kỳ", "Rounds"), Format.Mark, 11.5),
        new(new("Trước (%)", "Before (%)"), Format.Rate, 8.5) { Band = Rate },
        new(new("Sau (%)", "After (%)"), Format.Rate, 8.5) { Band = Rate },
        new(new("Thay đổi (điểm)", "Change (points)"), Format.Points, 9.5) { Band = Rate },
        new(new("số hộ nghèo", "poor households"), Format.Points, 10.5) { Band = Effects },
        new(new("tổng số hộ", "all households"), Format.Points, 10.5) { Band = Effects },
        new(new("từ", "from"), Format.Points, 8.5) { Band = Bounds },
        new(new("đến", "to"), Format.Points, 8.5) { Band = Bounds },
        new(new("Đầu kỳ", "Start"), Format.Count, 7.5) { Band = Moves },
        new(new("Thoát nghèo", "Escaped"), Format.Count, 8.5) { Band = Moves },
        new(new("Giảm khác", "Other out"), Format.Count, 7.5) { Band = Moves },
        new(new("Cận nghèo thành nghèo", "From near-poor"), Format.Count, 10) { Band = Moves },
        new(new("Tái nghèo", "Fell back"), Format.Count, 7.5) { Band = Moves },
        new(new("Phát sinh", "Newly poor"), Format.Count, 8) { Band = Moves },
        new(new("Tăng khác", "Other in"), Format.Count, 7.5) { Band = Moves },
        new(new("Cuối kỳ", "End"), Format.Count, 7.5) { Band = Moves },
        Note,
    ];

    public override bool IsFor(BookContent content) => content.Results.Pairs.Any();

    public override void Write(Sheet sheet, BookContent content)
    {
        var results = content.Results;
        // Where two standards meet nothing is comparable anywhere: the largest units say so for all.
        var areas = new BookAreas(results);
        var rows = results.Pairs.SelectMany(pair => (results.SameStandard(pair.From, pair.To) ? areas.Tree() : areas.Tops.Select(top => (Area: top, Depth: 0)))
            .Where(unit => results.Rounds[pair.From].Summary.Has(unit.Area) || results.Rounds[pair.To].Summary.Has(unit.Area))
            .Select(unit => (unit.Area, Entries: Row(results, pair.From, pair.To, unit.Area, unit.Depth)))).ToArray();
        // Columns that nothing stands in would only make the print smaller.
        var kept = Columns.Index().Where(column => column.Item.Band != Bounds && column.Item != Note || rows.Any(row => row.Entries[column.Index] != Entry.None)).ToArray();
        var columns = kept.Select(column => column.Item).ToArray();
        sheet.Widths(columns.Select(column => column.Width));
        sheet.Heading(Title, Lead);
        var lowest = rows.Max(row => row.Area.Level);
        var table = new SheetTable(sheet, columns);
        table.Header();
        foreach (var (area, entries) in rows) table.Row([.. kept.Select(column => entries[column.Index])], BookAreas.Look(area, lowest));
        table.Freeze(3);
    }

    private static Entry[] Row(Poverty.Comparison.Results results, int from, int to, AreaNode area, int depth)
    {
        var reasons = new Reasons();
        var pair = $"{results.Rounds[from].Round.Id} → {results.Rounds[to].Round.Id}";
        var change = results.Change(from, to, area, Group.All, "poor_rate");
        if (change.Value is null) reasons.Add("", Missings.Phrase(change));
        // A range of one point says nothing that the change does not say.
        var open = change.Bounds is { } bounds && bounds.Min != bounds.Max ? bounds : (Bounds?)null;
        return
        [
            Entry.Of(area.Code), Entry.Of(BookAreas.Name(area)) with { Indent = depth }, Entry.Of(pair),
            Entry.Of(change.Before.Value), Entry.Of(change.After.Value), Entry.Of(change.Value) with { Tone = ToneOf(change.Value) },
            Entry.Of(change.EffectPoor), Entry.Of(change.EffectHouseholds),
            open is { } least ? Entry.Of(least.Min) : Entry.None, open is { } most ? Entry.Of(most.Max) : Entry.None,
            .. Movement(results, from, to, area, reasons), reasons.Note(),
        ];
    }

    private static Tone ToneOf(decimal? change) => change > 0 ? Tone.Bad : Tone.None;

    private static IEnumerable<Entry> Movement(Poverty.Comparison.Results results, int from, int to, AreaNode area, Reasons reasons)
    {
        var why = !results.HasHouseholds(from, to) ? new("biến động cần hai kỳ có danh sách hộ", "movements need two rounds with households")
            : !results.SameStandard(from, to) ? new("hai kỳ theo hai chuẩn khác nhau", "the rounds are judged by different standards")
            : default(Phrase?);
        if (why is { } reason)
        {
            reasons.Add("", reason);
            return Enumerable.Repeat(Entry.Of((decimal?)null), 8);
        }
        var moves = results.Movements(from, to).GetValueOrDefault((area, Group.All))?.Poor ?? new ClassMovement();
        if (!results.HasHistory(from, to)) reasons.Add("", new("tái nghèo cần lịch sử của hộ", "falling back needs the households' history"));
        return
        [
            Entry.Of(moves.Start.Households), Entry.Of(moves.Escaped.Households), Entry.Of(moves.OtherOut.Households),
            Entry.Of(moves.FromNeighbour.Households), Entry.Of(results.HasHistory(from, to) ? moves.FellBack.Households : null),
            Entry.Of(moves.New.Households), Entry.Of(moves.OtherIn.Households), Entry.Of(moves.End.Households),
        ];
    }
}
