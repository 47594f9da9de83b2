using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>Where the class that stands in the file is not the one that the rules give, and what that comes to.</summary>
internal sealed class RecognitionSheet() : BookSheet(
    new("Đối chiếu", "Recognition"),
    new("Những hộ mà loại ghi trong danh sách (xã công nhận hoặc phiếu báo) khác với loại tính theo chuẩn: bao nhiêu hộ, ở xã nào, làm tỷ lệ hộ nghèo chênh bao nhiêu; từng hộ ở findings.csv (PV5009).",
        "Households whose listed class (recognised or reported) differs from the one computed by the standard: how many, in which communes, and by how much the poor rate would differ; findings.csv (PV5009) has each household."))
{
    private static readonly double[] Grid = [9, 9, 28, 28, 13, 13, 13, 13, 13, 13];

    private static readonly PovertyClass[] Classes = [PovertyClass.Poor, PovertyClass.NearPoor, PovertyClass.Average, PovertyClass.NonPoor];

    public override bool IsFor(BookContent content) => Of(content).Any(round => round.Rows.Length > 0);

    public override void Write(Sheet sheet, BookContent content)
    {
        sheet.Widths(Grid);
        sheet.Heading(Title, Lead);
        sheet.Line(content.Results.Settings.Official == OfficialClass.Recognised
            ? new("Các bảng khác trong sổ này theo loại được công nhận.", "All other sheets follow the recognised class.")
            : new("Các bảng khác trong sổ này theo loại tính được.", "All other sheets follow the computed class."));
        var rounds = Of(content).Where(item => item.Rows.Length > 0).ToArray();
        foreach (var (round, rows) in rounds) WriteMatrix(sheet, round, rows);
        WriteCommunes(sheet, content.Results.Settings.Official, rounds);
    }

    private static (RoundResult Round, Disagreement[] Rows)[] Of(BookContent content) =>
        [.. content.Results.Rounds.Zip(content.Files, (round, files) => (round, files.SelectMany(file => file.Disagreements).ToArray()))];

    private static void WriteMatrix(Sheet sheet, RoundResult round, Disagreement[] rows)
    {
        var computed = new Phrase("Loại tính được (số hộ)", "Computed class (households)");
        sheet.Section(new($"Kỳ {round.Round.Id}: {Numerals.Of(rows.Length, 0, Language.Vietnamese)} hộ khác nhau", $"Round {round.Round.Id}: {Numerals.Of(rows.Length, 0, Language.English)} households differ"));
        var table = new SheetTable(sheet,
        [
            new(new("Loại ghi trong danh sách", "Listed class"), Format.Text, Span: 4),
            .. Classes.Select(one => new SheetColumn(one.Phrase(), Format.Count) { Band = computed }), new(new("Cộng", "Together"), Format.Count) { Band = computed },
        ]);
        table.Header();
        foreach (var told in Classes)
            table.Row([Entry.Of(told.Phrase()), .. Classes.Select(one => Count(rows, told, one)), Entry.Of(rows.Count(row => row.Told == told))]);
    }

    private static Entry Count(Disagreement[] rows, PovertyClass told, PovertyClass computed) =>
        told == computed ? Entry.None : Entry.Of(rows.Count(row => row.Told == told && row.Computed == computed));

    private static void WriteCommunes(Sheet sheet, OfficialClass official, (RoundResult Round, Disagreement[] Rows)[] rounds)
    {
        sheet.Section(new("Theo xã, nhiều hộ khác nhau nhất trước", "By commune, those with most differences first"));
        var table = new SheetTable(sheet,
        [
            new(new("Kỳ", "Round"), Format.Mark), new(new("Mã xã", "Code"), Format.Mark), new(new("Xã", "Commune"), Format.Text), new(new("Huyện", "District"), Format.Text),
            new(new("Hộ được tính", "Households read"), Format.Count), new(new("Hộ khác nhau", "Differ"), Format.Count),
            new(new("Ghi nghèo, tính không", "Listed poor only"), Format.Count), new(new("Tính nghèo, ghi không", "Computed poor only"), Format.Count),
            new(new("± hộ nghèo", "± poor households"), Format.SignedCount) { Band = Otherwise(official) }, new(new("± điểm", "± points"), Format.Points) { Band = Otherwise(official) },
        ]);
        table.Header();
        foreach (var (round, rows) in rounds)
        {
            AreaCounts[] provinces = [.. round.Summary.Areas.Where(area => area.Level == AreaLevel.Province).Select(area => round.Summary.Of(area, Group.All))];
            table.Row(Row(round, null, rows, provinces.Sum(counts => counts.Rows), provinces.Aggregate((long?)0, (sum, counts) => sum + counts.Households), official), Look.Total);
            foreach (var commune in rows.GroupBy(row => row.Commune).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Code, StringComparer.Ordinal))
            {
                var counts = round.Summary.Of(commune.Key, Group.All);
                table.Row(Row(round, commune.Key, [.. commune], counts.Rows, counts.Households, official));
            }
        }
        table.Filter();
    }

    /// <summary>What would come of following the class which the book does not follow.</summary>
    private static Phrase Otherwise(OfficialClass official) => official == OfficialClass.Recognised
        ? new("Nếu theo loại tính", "By the computed class")
        : new("Nếu theo danh sách", "By the listed class");

    private static Entry[] Row(RoundResult round, AreaNode? commune, Disagreement[] rows, long read, long? households, OfficialClass official)
    {
        var listed = rows.Count(row => row.Told == PovertyClass.Poor);
        var computed = rows.Count(row => row.Computed == PovertyClass.Poor);
        var net = official == OfficialClass.Recognised ? computed - listed : listed - computed;
        return
        [
            Entry.Of(round.Round.Id), Entry.Of(commune?.Code), commune is null ? Entry.Of(new Phrase("Cộng", "Together")) : Entry.Of(BookAreas.Name(commune)),
            commune?.Parent is { Level: AreaLevel.District } district ? Entry.Of(BookAreas.Name(district)) : Entry.None,
            Entry.Of(read), Entry.Of(rows.Length), Entry.Of(listed), Entry.Of(computed), Entry.Of(net), Entry.Of(households > 0 ? 100m * net / households : null),
        ];
    }
}
