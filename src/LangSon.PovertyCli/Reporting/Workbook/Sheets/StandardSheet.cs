using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The same households under two standards: who becomes poor by the other one, who ceases to be, and where.</summary>
internal sealed class StandardSheet() : BookSheet(
    new("Hai chuẩn", "Two standards"),
    new("Cùng những hộ của một kỳ, phân loại theo chuẩn của kỳ và theo chuẩn khác: bao nhiêu hộ thành hộ nghèo, bao nhiêu hộ không còn là hộ nghèo, ở đâu. Chênh lệch là do chuẩn, không phải thay đổi theo thời gian.",
        "The same households of one round, by the round's own standard and by another: how many become poor, how many cease to be, and where. The differences are due to the standards and are no change over time."))
{
    private static readonly Phrase Poor = new("Hộ nghèo", "Poor households");
    private static readonly Phrase NearPoor = new("Hộ cận nghèo", "Near-poor households");
    private static readonly Phrase PoorRate = new("Tỷ lệ hộ nghèo (%)", "Poor households (%)");
    private static readonly Phrase NearPoorRate = new("Tỷ lệ hộ cận nghèo (%)", "Near-poor households (%)");

    private static readonly (Standing Standing, PovertyClass Class)[] Classes =
    [
        (Standing.Poor, PovertyClass.Poor), (Standing.NearPoor, PovertyClass.NearPoor), (Standing.Average, PovertyClass.Average),
        (Standing.NonPoor, PovertyClass.NonPoor), (Standing.Undetermined, PovertyClass.Undetermined),
    ];

    public override bool IsFor(BookContent content) => content.Results.Crossings.Any();

    public override void Write(Sheet sheet, BookContent content)
    {
        var results = content.Results;
        var pairs = results.Crossings.Select(crossing => (Own: results.Readings[crossing.Own].Round, Further: results.Readings[crossing.Further].Round)).ToArray();
        // Where rounds stand between different standards the columns cannot name them, so the rows do.
        var ids = pairs.Select(pair => (Own: StandardWords.Id(pair.Own), Further: StandardWords.Id(pair.Further))).Distinct().ToArray();
        var units = results.Crossings.SelectMany(crossing => content.Areas.Tree().Where(unit => results.Readings[crossing.Own].Summary.Has(unit.Area))
            .Select(unit => (unit.Area, unit.Depth, Entries: Row(results, crossing.Own, crossing.Further, unit.Area, unit.Depth, ids.Length > 1)))).ToArray();
        var columns = Columns(ids is [var only] ? only : null, units.Any(unit => unit.Entries[^1] != Entry.None));
        sheet.Widths(columns.Select(column => column.Width));
        sheet.Heading(Title, Lead);
        foreach (var (own, further) in results.Crossings) WriteMatrix(sheet, content, own, further);
        sheet.Section(new("Theo đơn vị", "By unit"));
        var table = new SheetTable(sheet, columns);
        table.Header();
        var lowest = units.Max(unit => unit.Area.Level);
        foreach (var (area, depth, entries) in units)
        {
            if (depth > 0) sheet.Outline(sheet.Next, depth);
            table.Row(entries, BookAreas.Look(area, lowest));
        }
        table.Filter();
        table.Repeat();
    }

    private static SheetColumn[] Columns((Phrase Own, Phrase Further)? named, bool hasNotes)
    {
        var standards = named ?? (new("chuẩn của kỳ", "own standard"), new("chuẩn khác", "other standard"));
        return
        [
            new(new("Mã", "Code"), Format.Mark, 8), new(new("Đơn vị", "Unit"), Format.Text, 27),
            new(new("Kỳ", "Round"), Format.Mark, named is null ? 21 : 10), new(new("Số hộ", "Households"), Format.Count, 9.5),
            .. Both(Poor, standards, Format.Count, new("± hộ", "±"), Format.SignedCount), .. Both(PoorRate, standards, Format.Rate, new("± điểm", "± points"), Format.Points),
            new(new("Thành hộ nghèo", "Become poor"), Format.Count, 9.5), new(new("Không còn nghèo", "Cease to be poor"), Format.Count, 9.5),
            .. Both(NearPoor, standards, Format.Count, new("± hộ", "±"), Format.SignedCount), .. Both(NearPoorRate, standards, Format.Rate, new("± điểm", "± points"), Format.Points),
            .. hasNotes ? [new SheetColumn(new("Ghi chú", "Note"), Format.Text, 22)] : Array.Empty<SheetColumn>(),
        ];
    }

    private static void WriteMatrix(Sheet sheet, BookContent content, int own, int further)
    {
        var results = content.Results;
        var (round, again) = (results.Readings[own].Round, results.Readings[further].Round);
        var (a, b) = (StandardWords.Title(round), StandardWords.Title(again));
        sheet.Section(new($"Kỳ {round.Id}: {a.Vi} và {b.Vi}", $"Round {round.Id}: {a.En} and {b.En}"));
        if (results.Settings.Official == OfficialClass.Recognised)
            sheet.Line(new("Theo chuẩn của kỳ là loại được xã công nhận, theo chuẩn kia là loại tính từ phiếu.", "By the round's own standard the class is the recognised one, by the other it is computed from the forms."));
        if (again.Coverage != Coverage.All) sheet.Line(Notes.ForAnotherStandard.Beginning().With("."));
        var movements = content.Areas.Heads.Select(area => results.Movements(own, further).GetValueOrDefault((area, Group.All))).OfType<AreaMovement>().ToArray();
        long Count(Standing from, Standing to) => movements.Sum(movement => movement[from, to].Households);
        long Sum(Func<Standing, long> count) => Classes.Sum(one => count(one.Standing));
        // A class that one of the standards does not have, or that nobody is in, would be a column of zeros.
        var rows = Classes.Where(one => Sum(other => Count(one.Standing, other)) > 0).ToArray();
        var columns = Classes.Where(one => Sum(other => Count(other, one.Standing)) > 0).ToArray();
        var band = new Phrase($"Theo {StandardWords.Id(again).Vi} (số hộ)", $"By {StandardWords.Id(again).En} (households)");
        var table = new SheetTable(sheet,
        [
            new(new($"Theo {StandardWords.Id(round).Vi}", $"By {StandardWords.Id(round).En}"), Format.Text, Span: 2),
            .. columns.Select(one => new SheetColumn(one.Class.Phrase().Beginning(), Format.Count, Span: 2) { Band = band }), new(new("Cộng", "Together"), Format.Count, Span: 2) { Band = band },
        ]);
        table.Header();
        foreach (var (from, poverty) in rows)
            table.Row(
            [
                Entry.Of(poverty.Phrase().Beginning()), .. columns.Select(one => Entry.Of(Count(from, one.Standing)) with { Tone = ToneOf(from, one.Standing, Count(from, one.Standing)) }),
                Entry.Of(Sum(other => Count(from, other))),
            ]);
        table.Row([Entry.Of(new Phrase("Cộng", "Together")), .. columns.Select(one => Entry.Of(Sum(other => Count(other, one.Standing)))), Entry.Of(Sum(from => Sum(to => Count(from, to))))], Look.Total);
    }

    /// <summary>Who becomes poor and who ceases to be stands out; who is in the same class by both stands back.</summary>
    private static Tone ToneOf(Standing from, Standing to, long count) =>
        from == to || count == 0 ? Tone.Quiet : to == Standing.Poor ? Tone.Bad : from == Standing.Poor ? Tone.Good : Tone.None;

    private static SheetColumn[] Both(Phrase band, (Phrase Own, Phrase Further) standards, Format format, Phrase difference, Format differenceFormat) =>
    [
        new(standards.Own, format, 8.5) { Band = band }, new(standards.Further, format, 8.5) { Band = band }, new(difference, differenceFormat, 8.5) { Band = band },
    ];

    private static Entry[] Row(Poverty.Comparison.Results results, int own, int further, AreaNode area, int depth, bool namesStandard)
    {
        var (before, after) = (results.Readings[own], results.Readings[further]);
        var movement = results.Movements(own, further).GetValueOrDefault((area, Group.All)) ?? new AreaMovement();
        var reasons = new Reasons();
        decimal? Find(RoundResult round, string measure)
        {
            var figure = round.Find(area, Group.All, measure) ?? default;
            if (figure.Value is null) reasons.Add("", Missings.Phrase(figure.Missing));
            return figure.Value;
        }
        Entry[] Counts(string measure) => [Entry.Of(Find(before, measure)), Entry.Of(Find(after, measure)), Entry.Of(Find(after, measure) - Find(before, measure))];
        Entry[] Rates(string measure) =>
            [UnitTable.Rate(results, before, area, Group.All, measure), UnitTable.Rate(results, after, area, Group.All, measure), Entry.Of(Find(after, measure) - Find(before, measure))];
        return
        [
            Entry.Of(area.Code), Entry.Of(BookAreas.Name(area)) with { Indent = depth },
            Entry.Of(before.Round.Id + (namesStandard ? $": {before.Round.Law.Standard.Id} → {after.Round.Law.Standard.Id}" : "")), Entry.Of(Find(before, "households")),
            .. Counts("poor"), .. Rates("poor_rate"), Entry.Of(movement.Into(Standing.Poor).Households), Entry.Of(movement.OutOf(Standing.Poor).Households),
            .. Counts("near_poor"), .. Rates("near_poor_rate"), reasons.Note(),
        ];
    }
}
