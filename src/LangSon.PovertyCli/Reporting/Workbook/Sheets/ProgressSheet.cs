using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>Which units and files have come in, and what became of them.</summary>
internal sealed class ProgressSheet() : BookSheet(
    new("Tiến độ nộp", "Submissions"),
    new("Từng xã đã nộp tệp nào, ngày nào, được dùng hay không, bao nhiêu dòng và lỗi, bao nhiêu hộ nghèo, hộ cận nghèo và chênh bao nhiêu so với kỳ trước; có khi thu số liệu theo bảng submissions hoặc khi kết quả chưa đầy đủ.",
        "Which file each commune sent on which day, whether it counts, its rows and errors, its poor and near-poor households and how far they are from the round before; there when submissions are listed or the result is not complete."))
{
    private static readonly Phrase Before = new("Kỳ trước", "Round before");

    public override bool IsFor(BookContent content) => content.Status.Count > 0;

    public override void Write(Sheet sheet, BookContent content)
    {
        SheetColumn[] columns =
        [
            new(new("Kỳ", "Round"), Format.Mark, 8), new(new("Mã", "Code"), Format.Mark, 8), new(new("Đơn vị", "Unit"), Format.Text, 25), new(new("Huyện", "District"), Format.Text, 22),
            new(new("Tệp", "File"), Format.Text, 30), new(new("Ngày nhận", "Received"), Format.Mark, 11), new(new("Tình trạng", "State"), Format.Text, 13),
            new(new("Dòng tính", "Accepted"), Format.Count, 9), new(new("Dòng loại", "Rejected"), Format.Count, 9), new(new("Lỗi", "Errors"), Format.Count, 8), new(new("Cảnh báo", "Warnings"), Format.Count, 9),
            new(new("Hộ nghèo", "Poor"), Format.Count, 9), new(new("Hộ cận nghèo", "Near-poor"), Format.Count, 9),
            new(new("Hộ nghèo", "Poor"), Format.Count, 9) { Band = Before }, new(new("Hộ cận nghèo", "Near-poor"), Format.Count, 9) { Band = Before },
            new(new("± hộ nghèo", "± poor"), Format.SignedCount, 9), new(new("± hộ cận nghèo", "± near-poor"), Format.SignedCount, 9), new(new("Bất thường", "Unusual"), Format.Text, 11),
        ];
        var rows = content.Status.SelectMany(round => round.Rows).Select(row => Row(row, content)).ToArray();
        // Columns that nothing stands in would only make the print smaller.
        var kept = columns.Index().Where(column => rows.Any(row => row[column.Index] != Entry.None)).ToArray();
        sheet.Widths(kept.Select(column => column.Item.Width));
        sheet.Heading(Title, Lead);
        foreach (var round in content.Status) sheet.Line(StatusTables.Sum(round));
        foreach (var pair in content.Resubmissions) sheet.Line(StatusTables.Of(pair), tone: Tone.Quiet);
        sheet.Gap(6);
        var table = new SheetTable(sheet, [.. kept.Select(column => column.Item)]);
        table.Header();
        foreach (var row in rows) table.Row([.. kept.Select(column => row[column.Index])]);
        table.Freeze(3);
    }

    private static Entry[] Row(StatusRow row, BookContent content) =>
    [
        Entry.Of(row.Round.Id), Entry.Of(row.Area?.Code), row.Area is { } area ? Entry.Of(BookAreas.Name(area)) : Entry.None, Entry.Of(StatusTables.District(row)), Entry.Of(row.File),
        Entry.Of(row.Received?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), Entry.Of(row.State.Phrase()) with { Tone = ToneOf(row.State) },
        Whole(row.Accepted), Whole(row.Rejected), Found(row, Severity.Error, content), Found(row, Severity.Warn, content),
        Whole(row.Poor), Whole(row.NearPoor), Whole(row.PoorBefore), Whole(row.NearPoorBefore), Whole(row.Poor - row.PoorBefore), Whole(row.NearPoor - row.NearPoorBefore),
        Entry.Of(string.Join(' ', row.Unusual)),
    ];

    private static Entry Found(StatusRow row, Severity severity, BookContent content) => StatusTables.WasOpened(row) ? Entry.Of(content.CountOf(row.Findings, severity)) : Entry.None;

    private static Entry Whole(long? number) => number is { } known ? Entry.Of(known) : Entry.None;

    private static Tone ToneOf(SubmissionState state) => state switch
    {
        SubmissionState.Accepted => Tone.Good,
        SubmissionState.Superseded => Tone.Quiet,
        SubmissionState.Missing or SubmissionState.Refused => Tone.Bad,
        SubmissionState.Returned => Tone.Open,
    };
}
