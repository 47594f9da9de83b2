using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>What became of the rows, what was doubted in them, and where most were rejected.</summary>
internal sealed class QualitySheet() : BookSheet(
    new("Chất lượng số liệu", "Data quality"),
    new("Mỗi tệp có bao nhiêu dòng được tính hay bị loại, xã nào cần sửa trước và đã gặp những lỗi nào; chi tiết từng dòng ở findings.csv và rejected.csv.",
        "How many rows of each file counted or were rejected, which communes should mend theirs first, and what was found; findings.csv and rejected.csv have every row."))
{
    private static readonly double[] Grid = [11, 11, 10, 30, 30, 11, 11, 11, 11, 11];

    public override void Write(Sheet sheet, BookContent content)
    {
        sheet.Widths(Grid);
        sheet.Heading(Title, Lead);
        QualityWorklist.Write(sheet, content);
        WriteFiles(sheet, content, new("Tệp danh sách hộ: đọc = tính + loại + trống", "Household files: read = accepted + rejected + blank"), content.Files);
        if (content.Members.Any(round => round.Count > 0))
            WriteFiles(sheet, content, new("Tệp thành viên: đọc = tính + loại + trống", "Member files: read = accepted + rejected + blank"), content.Members);
        QualityCommunes.Write(sheet, content);
        WriteFindings(sheet, content);
    }

    private static void WriteFiles(Sheet sheet, BookContent content, Phrase title, IReadOnlyList<IReadOnlyList<FilePass>> passes)
    {
        sheet.Section(title);
        var files = passes.SelectMany((round, i) => round.Select(file => (Round: content.Results.Rounds[i].Round.Id, File: file))).ToArray();
        if (files.Length == 0)
        {
            sheet.Line(new("Không có danh sách hộ; số liệu là số tổng hợp.", "There are no household files; the figures are counts."), tone: Tone.Quiet);
            return;
        }
        var table = new SheetTable(sheet,
        [
            new(new("Kỳ", "Round"), Format.Mark), new(new("Tệp", "File"), Format.Text, Span: 4),
            new(new("Dòng đọc", "Read"), Format.Count), new(new("Tính", "Accepted"), Format.Count), new(new("Loại", "Rejected"), Format.Count),
            new(new("Trống", "Blank"), Format.Count), new(new("Loại (%)", "Rejected (%)"), Format.Rate),
        ]);
        table.Header();
        Entry[] Row(string round, string name, long read, long accepted, long rejected, long blank) =>
        [
            Entry.Of(round), Entry.Of(name), Entry.Of(read), Entry.Of(accepted), Entry.Of(rejected), Entry.Of(blank),
            Entry.Of(new Share(rejected, accepted + rejected).Percent),
        ];
        foreach (var (round, file) in files) table.Row(Row(round, file.File.Name, file.Read, file.Accepted, file.RejectedCount, file.Blank));
        if (files.Length > 1)
            table.Row([Entry.None, Entry.Of(new Phrase("Cộng", "Together")), .. Row("", "", files.Sum(item => item.File.Read), files.Sum(item => item.File.Accepted),
                files.Sum(item => item.File.RejectedCount), files.Sum(item => item.File.Blank)).Skip(2)], Look.Total);
    }

    private static void WriteFindings(Sheet sheet, BookContent content)
    {
        sheet.Section(new("Phát hiện theo mã", "Findings by code"));
        if (content.Findings.Count == 0)
        {
            sheet.Line(new("Không phát hiện gì.", "Nothing was found."), tone: Tone.Quiet);
            return;
        }
        var table = new SheetTable(sheet,
        [
            new(new("Mã", "Code"), Format.Mark), new(new("Mức", "Severity"), Format.Mark), new(new("Số lần", "Times"), Format.Count),
            new(new("Hệ quả", "Effect"), Format.Text), new(new("Ví dụ", "Example"), Format.Text, Span: 6),
        ]);
        table.Header();
        foreach (var kind in content.Findings.GroupBy(listed => (listed.Finding.Code, listed.Severity))
                     .OrderByDescending(group => group.Key.Severity).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Code, StringComparer.Ordinal))
            table.Row(
            [
                Entry.Of(kind.Key.Code),
                Entry.Of(FindingTables.Of(kind.Key.Severity).Shown) with { Tone = kind.Key.Severity switch { Severity.Error => Tone.Bad, Severity.Warn => Tone.Open, _ => Tone.None } },
                Entry.Of(kind.Count()), EffectOf(kind.Key.Code, kind.Key.Severity, content.Catalogue), Entry.Of(Example(kind.First().Finding, content.Catalogue)),
            ]);
        table.Filter();
    }

    /// <summary>What it does to rows; the judgement of a target does nothing to any.</summary>
    private static Entry EffectOf(string code, Severity severity, FindingCatalogue catalogue) =>
        severity == Severity.Verdict ? Entry.None : Entry.Of(FindingTables.Of(catalogue[code].Effect).Shown);

    /// <summary>The sentence of a finding without the household that it is about.</summary>
    public static Phrase Example(Finding finding, FindingCatalogue catalogue)
    {
        var nameless = finding with { HouseholdId = "…", Details = [.. finding.Details.Select(detail => detail.Name == "id" ? (detail.Name, "…") : detail)] };
        string In(Language language)
        {
            var message = catalogue.Message(nameless, language);
            var place = nameless.Place.Line > 0 ? $"{nameless.Place.File}:{nameless.Place.Line}" : "";
            return place.Length == 0 || message.Contains(place, StringComparison.Ordinal) ? message : $"{place}: {message}";
        }
        return new(In(Language.Vietnamese), In(Language.English));
    }
}
