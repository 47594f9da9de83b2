using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The ten things to fix first, by commune; nothing where nothing is wrong.</summary>
internal static class QualityWorklist
{
    /// <summary>Writes the table over the columns of the sheet.</summary>
    public static void Write(Sheet sheet, BookContent content)
    {
        var items = Worklist.Of(content.Findings.Select(listed => (listed.Finding, listed.Severity)));
        if (items.Count == 0) return;
        WorkItem[] first = [.. items.Take(Worklist.Most)];
        sheet.Section(WorklistTable.Title(first.Length, items.Count));
        var table = new SheetTable(sheet,
        [
            new(new("Mã", "Code"), Format.Mark), new(new("Mức", "Severity"), Format.Mark), new(new("Dòng", "Rows"), Format.Count),
            new(new("Xã hoặc tệp", "Commune or file"), Format.Text), new(new("Việc cần sửa", "What to fix"), Format.Text, Span: 5),
            new(new("Hệ quả", "Effect"), Format.Text),
        ]);
        table.Header();
        foreach (var item in first)
            table.Row(
            [
                Entry.Of(item.Kind.Code), Entry.Of(FindingTables.Of(item.Severity).Shown) with { Tone = item.Severity == Severity.Error ? Tone.Bad : Tone.Open },
                Entry.Of(item.Rows), Entry.Of(WorklistTable.Where(item, content.Results.Settings, content.Results.Rounds.Select(round => round.Round))),
                Entry.Of(WorklistTable.What(item)), Entry.Of(FindingTables.Of(item.Kind.Effect).Shown),
            ]);
    }
}
