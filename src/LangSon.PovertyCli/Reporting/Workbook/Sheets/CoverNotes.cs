namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>What the data cannot say, a line each.</summary>
internal static class CoverNotes
{
    /// <summary>Writes them.</summary>
    public static void Write(Sheet sheet, BookContent content)
    {
        sheet.Section(new("Điều số liệu chưa nói được", "What the data cannot say"));
        foreach (var limit in Limits.Of(content)) sheet.Line(new($"• {limit.Vi}", $"• {limit.En}"));
    }
}
