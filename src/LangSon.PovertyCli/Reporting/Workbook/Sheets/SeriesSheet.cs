using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>
/// Three rounds and more side by side: the rates, the way they went, the change from the first to the last as a whole and
/// a year, and where the same pace would lead.
/// </summary>
internal sealed class SeriesSheet() : BookSheet(
    new("Chuỗi số liệu", "Series"),
    new("Từ ba kỳ trở lên: tỷ lệ qua các kỳ, đường xu hướng, thay đổi từ kỳ đầu đến kỳ cuối và bình quân mỗi năm, số ước nếu giữ nhịp độ đó (không phải kết quả).",
        "For three rounds and more: the rates over the rounds, their trend line, the change from the first to the last and a year, and a reckoning of where the same pace would lead (not a result)."))
{
    private const double CodeWidth = 8, NameWidth = 31;

    private static readonly Phrase Rates = new("Tỷ lệ qua các kỳ (%)", "Rates over the rounds (%)");

    private static readonly string[] Measures = ["poor_rate", "near_poor_rate", "mdp_rate"];

    private static readonly int Minority = Group.Parse("minority=yes")!.Value;

    public override bool IsFor(BookContent content) => content.Results.Rounds.Count > 2;

    public override void Write(Sheet sheet, BookContent content)
    {
        var results = content.Results;
        // On the map on which the first and the last round are compared.
        var ground = results.Ground(results.Span!.Value.From, results.Span.Value.To);
        var areas = BookAreas.On(ground);
        var units = areas.Tree().Where(unit => ground.Now.Has(unit.Area))
            .Select(unit => (unit.Area, unit.Depth, Line: new Line(results, unit.Area, Group.All, "poor_rate"))).ToArray();
        var horizon = Horizon(content);
        var columns = Columns(results, horizon, units.Any(unit => unit.Line.Note != Entry.None));
        sheet.Widths([CodeWidth, NameWidth, .. columns.Select(column => column.Width)]);
        sheet.Heading(Title, Lead);
        foreach (var top in areas.Heads)
        {
            sheet.Section(BookAreas.Name(top));
            var table = new SheetTable(sheet, [new(new("Thước đo", "Measure"), Format.Text, Span: 2), .. columns]);
            table.Header();
            foreach (var measure in Measures.Where(content.Shows)) Write(sheet, table, [Entry.Of(Called(measure))], new Line(results, top, Group.All, measure), horizon, columns.Length);
            if (ground.Now.GroupsOf(top).Contains(Minority))
                Write(sheet, table, [Entry.Of(Called("poor_rate").With(", ").With(GroupWords.Of(Minority)))], new Line(results, top, Minority, "poor_rate"), horizon, columns.Length);
        }
        sheet.Section(new("Tỷ lệ hộ nghèo của từng đơn vị", "The poor rate of each unit"));
        var list = new SheetTable(sheet, [new(new("Mã", "Code"), Format.Mark), new(new("Đơn vị", "Unit"), Format.Text), .. columns]);
        list.Header();
        var lowest = units.Max(unit => unit.Area.Level);
        foreach (var (area, depth, line) in units)
        {
            if (depth > 0) sheet.Outline(sheet.Next, depth);
            Write(sheet, list, [Entry.Of(area.Code), Entry.Of(BookAreas.Name(area)) with { Indent = depth }], line, horizon, columns.Length, BookAreas.Look(area, lowest));
        }
        list.Repeat();
        list.Filter();
    }

    /// <summary>The year that the reckoning goes to: the last one that a target of the plan names beyond the rounds, else the year after them.</summary>
    private static int Horizon(BookContent content)
    {
        var last = content.Results.Rounds[^1].Round.Year;
        return content.Targets.Select(result => result.Target.Year).Where(year => year > last).DefaultIfEmpty(last + 1).Max();
    }

    private static SheetColumn[] Columns(Poverty.Comparison.Results results, int horizon, bool hasNotes)
    {
        var isOneStandard = results.Rounds.All(round => round.Round.StandardName == results.Rounds[0].Round.StandardName);
        var (from, to) = results.Span!.Value;
        var span = $"{results.Rounds[from].Round.Id} → {results.Rounds[to].Round.Id}";
        var change = new Phrase(span, span);
        return
        [
            .. results.Rounds.Select(round => new SheetColumn(isOneStandard ? round.Round.Id : $"{round.Round.Id}\n{round.Round.StandardName}", Format.Rate, 9.5) { Band = Rates }),
            new(new("Xu hướng", "Trend"), Format.Text, 15) { Band = change },
            new(new("± điểm", "± points"), Format.Points, 9) { Band = change },
            new(new("Bình quân năm (điểm)", "A year (points)"), Format.Points, 11) { Band = change },
            new(new("Tương đối (%)", "Relative (%)"), Format.Points, 10) { Band = change },
            new(new("nếu giữ nhịp độ (%)", "at this pace (%)"), Format.Rate, 12) { Band = new($"Ước {horizon}", $"{horizon}, reckoned") },
            .. hasNotes ? [new SheetColumn(new("Ghi chú", "Note"), Format.Text, 30)] : Array.Empty<SheetColumn>(),
        ];
    }

    private static Phrase Called(string measure) => Measure.Counted.Single(one => one.Name == measure).Title;

    private static void Write(Sheet sheet, SheetTable table, Entry[] name, Line line, int horizon, int columns, Look look = Look.Body)
    {
        if (line.TrendFrom is { } first) sheet.AddTrend(sheet.Next, table.Place(name.Length + first), line.Rates.Length - first, table.Place(name.Length + line.Rates.Length));
        var change = line.Change;
        Entry[] figures =
        [
            .. line.Rates.Select(rate => Entry.Of(rate)), Entry.None,
            Entry.Of(change.Value) with { Tone = change.Value > 0 ? Tone.Bad : Tone.None }, Entry.Of(change.Annualised), Entry.Of(change.RelativePercent),
            Entry.Of(change.AtThisPace(horizon - line.LastYear)) with { Tone = Tone.Quiet },
            line.Note,
        ];
        table.Row([.. name, .. figures.Take(columns)], look);
    }

    /// <summary>A measure of a unit and group over the rounds.</summary>
    private sealed class Line
    {
        public Line(Poverty.Comparison.Results results, AreaNode area, int group, string measure)
        {
            var (from, to) = results.Span!.Value;
            LastYear = results.Rounds[to].Round.Year;
            Change = results.Change(from, to, area, group, measure);
            // Every figure as its comparison with the last round gives it: on the map on which the two are compared.
            Rates = [.. Enumerable.Range(0, to).Select(round => results.Change(round, to, area, group, measure).Before.Value), Change.After.Value];
            var territory = Missings.OfTerritory(results.Territory(from, to, area), area);
            Note = Change.Value is null ? Entry.Of(Missings.Phrase(Change)) : territory.Vi.Length > 0 ? Entry.Of(territory) : Entry.None;
            // A line is drawn through the rounds that one standard judges, which stand side by side up to the last.
            var first = to;
            while (first > 0 && results.SameStandard(first - 1, to) && Rates[first - 1] is not null) first--;
            TrendFrom = first < to && Rates[to] is not null ? first : null;
        }

        public decimal?[] Rates { get; }

        /// <summary>From the first to the last round.</summary>
        public Change Change { get; }

        /// <summary>Why there is no change, or what should be known of it.</summary>
        public Entry Note { get; }

        /// <summary>The round from which a line can be drawn to the last; null where there are not two.</summary>
        public int? TrendFrom { get; }

        public int LastYear { get; }
    }
}
