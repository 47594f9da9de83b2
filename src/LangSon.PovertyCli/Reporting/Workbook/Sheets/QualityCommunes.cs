using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The communes whose rows should be mended first: those that lost most households, then those with most doubts.</summary>
internal static class QualityCommunes
{
    /// <summary>Rows of the table; who has mended these can run again for the next.</summary>
    private const int Most = 20;

    /// <summary>A commune of a round with what is open in it.</summary>
    private sealed record Doubtful(string Round, AreaNode Area, long Rejected, long Undetermined, IReadOnlyList<Finding> Findings);

    /// <summary>Writes the table over the columns of the sheet.</summary>
    public static void Write(Sheet sheet, BookContent content)
    {
        sheet.Section(new("Xã cần sửa trước", "Communes to mend first"));
        var communes = Of(content).OrderByDescending(item => item.Rejected).ThenByDescending(item => item.Undetermined).ThenByDescending(item => item.Findings.Count)
            .ThenBy(item => item.Round, StringComparer.Ordinal).ThenBy(item => item.Area.Code, StringComparer.Ordinal).ToArray();
        if (communes.Length == 0)
        {
            sheet.Line(new("Không xã nào có dòng bị loại, hộ chưa xác định hay cảnh báo.", "No commune has rejected rows, undetermined households or warnings."), tone: Tone.Quiet);
            return;
        }
        var table = new SheetTable(sheet,
        [
            new(new("Kỳ", "Round"), Format.Mark), new(new("Mã xã", "Code"), Format.Mark), new(new("Xã, huyện", "Commune, district"), Format.Text, Span: 2),
            new(new("Gặp nhiều nhất", "Most frequent"), Format.Text, Span: 3), new(new("Hộ bị loại", "Rejected"), Format.Count),
            new(new("Chưa xác định", "Undetermined"), Format.Count), new(new("Lỗi, cảnh báo", "Errors, warnings"), Format.Count),
        ]);
        table.Header();
        foreach (var item in communes.Take(Most))
            table.Row(
            [
                Entry.Of(item.Round), Entry.Of(item.Area.Code), Entry.Of(Name(item.Area)), MostFrequent(item.Findings, content.Catalogue),
                Entry.Of(item.Rejected), Entry.Of(item.Undetermined), Entry.Of(item.Findings.Count),
            ]);
        if (communes.Length > Most)
            sheet.Line(new($"… và {communes.Length - Most} xã nữa.", $"… and {communes.Length - Most} more communes."), tone: Tone.Quiet);
    }

    private static IEnumerable<Doubtful> Of(BookContent content)
    {
        var communes = content.Areas.Of(AreaLevel.Commune);
        foreach (var (round, files) in content.Results.Rounds.Zip(content.Files))
        {
            var names = files.Select(file => file.File.Name).ToHashSet(StringComparer.Ordinal);
            var found = content.Findings.Where(listed => IsDoubt(listed) && names.Contains(listed.Finding.Place.File))
                .ToLookup(listed => listed.Finding.CommuneCode ?? "", listed => listed.Finding, StringComparer.Ordinal);
            foreach (var area in communes.Where(round.Summary.Has))
            {
                var counts = round.Summary.Of(area, Group.All);
                Finding[] findings = [.. found[area.Code]];
                if (counts.Rejected + counts.Undetermined + findings.Length > 0) yield return new(round.Round.Id, area, counts.Rejected, counts.Undetermined, findings);
            }
        }
    }

    private static bool IsDoubt(ListedFinding listed) => listed.Severity is Severity.Warn or Severity.Error;

    private static Phrase Name(AreaNode area)
    {
        var name = BookAreas.Name(area);
        if (area.Parent is not { Level: AreaLevel.District } district) return name;
        var above = BookAreas.Name(district);
        return new($"{name.Vi}, {above.Vi}", $"{name.En}, {above.En}");
    }

    private static Entry MostFrequent(IReadOnlyList<Finding> findings, FindingCatalogue catalogue)
    {
        if (findings.Count == 0) return Entry.None;
        var most = findings.GroupBy(finding => finding.Code).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First();
        var example = QualitySheet.Example(most.First(), catalogue);
        return Entry.Of(new Phrase($"{most.Key} × {most.Count()}: {example.Vi}", $"{most.Key} × {most.Count()}: {example.En}"));
    }
}
