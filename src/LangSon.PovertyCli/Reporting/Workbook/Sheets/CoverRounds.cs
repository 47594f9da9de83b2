using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The figures of the whole in every round, and the changes between them.</summary>
internal static class CoverRounds
{
    private static readonly (string Measure, Phrase Title, Format Format, Format Change)[] Measures =
    [
        ("households", new("Số hộ", "Households"), Format.Count, Format.SignedCount),
        ("persons", new("Nhân khẩu", "Persons"), Format.Count, Format.SignedCount),
        ("poor", new("Hộ nghèo", "Poor"), Format.Count, Format.SignedCount),
        ("near_poor", new("Hộ cận nghèo", "Near-poor"), Format.Count, Format.SignedCount),
        ("poor_rate", new("Tỷ lệ hộ nghèo (%)", "Poor (%)"), Format.Rate, Format.Points),
        ("near_poor_rate", new("Tỷ lệ cận nghèo (%)", "Near-poor (%)"), Format.Rate, Format.Points),
        ("mdp_rate", new("Nghèo đa chiều (%)", "Poor or near-poor (%)"), Format.Rate, Format.Points),
    ];

    /// <summary>Writes the table.</summary>
    public static void Write(Sheet sheet, BookContent content)
    {
        var results = content.Results;
        var areas = content.Areas;
        var measures = Measures.Where(measure => content.Shows(measure.Measure)).ToArray();
        sheet.Section(new("Các kỳ", "The rounds"));
        if (StatusWords.Sentence(results.Rounds.Zip(content.Recognitions, (round, known) => (round.Round.Id, known.Status, known.Decision))) is { } standing) sheet.Line(standing, Look.Lead);
        var table = new SheetTable(sheet,
        [
            new(new("Đơn vị", "Unit"), Format.Text, Span: 2), new(new("Kỳ", "Round"), Format.Mark),
            .. measures.Select(measure => new SheetColumn(measure.Title, measure.Format)),
            new(new("Hộ chưa xác định", "Undetermined"), Format.Count), new(new("Hộ bị loại", "Rejected"), Format.Count),
        ]);
        table.Header();
        foreach (var area in areas.Heads)
            for (var round = 0; round < results.Rounds.Count; round++)
            {
                if (!results.Rounds[round].Summary.Has(area)) continue;
                if (area == areas.Whole) NameFigures(sheet, table, results.Rounds[round].Round.Id, measures.Select(measure => measure.Measure));
                table.Row(Figures(results.Rounds[round], area, measures.Select(measure => measure.Measure)));
                if (results.Base(round) is { } before && results.Rounds[before].Summary.Has(area)) table.Row(Changes(results, before, round, area, measures.Select(measure => (measure.Measure, measure.Change))), Look.Subtotal);
            }
    }

    private static void NameFigures(Sheet sheet, SheetTable table, string round, IEnumerable<string> measures)
    {
        foreach (var (i, measure) in measures.Index()) sheet.NameCell(sheet.Next, table.Place(2 + i), CellNames.Of(measure, round));
    }

    private static Entry[] Figures(RoundResult round, AreaNode area, IEnumerable<string> measures)
    {
        var counts = round.Summary.Of(area, Group.All);
        return
        [
            Entry.Of(BookAreas.Name(area)), Entry.Of(round.Round.Id),
            .. measures.Select(measure => Entry.Of(round.Find(area, Group.All, measure)?.Value)),
            // Where only counts exist nobody was undetermined or rejected: the question does not arise.
            counts.HasRows ? Entry.Of(counts.Undetermined) : Entry.Of((decimal?)null),
            counts.HasRows ? Entry.Of(counts.Rejected) : Entry.Of((decimal?)null),
        ];
    }

    private static Entry[] Changes(Poverty.Comparison.Results results, int from, int to, AreaNode area, IEnumerable<(string Measure, Format Change)> measures) =>
    [
        Entry.Of(new Phrase("Thay đổi (hộ, điểm)", "Change (households, points)")),
        Entry.Of($"{results.Rounds[from].Round.Id} → {results.Rounds[to].Round.Id}"),
        .. measures.Select(measure => Entry.Of(results.Change(from, to, area, Group.All, measure.Measure).Value, measure.Change)),
        Entry.None, Entry.None,
    ];
}
