using LangSon.Poverty.Households;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The cover: what the run says, on one page.</summary>
internal sealed class CoverSheet() : BookSheet(
    new("Tóm tắt", "Summary"),
    new("Tỷ lệ hộ nghèo của kỳ này và thay đổi so với các kỳ trước, từng chỉ tiêu đạt hay chưa, nơi biến động nhiều nhất và điều số liệu chưa nói được.",
        "The poor rate of this round and its change, whether each target was met, where it moved most, and what the data cannot say."))
{
    /// <summary>The columns of the cover, all alike.</summary>
    public const int Columns = 12;

    private const double Width = 12.3;
    private const int LinksPerRow = 6;

    public override bool OnOnePage => true;

    public override void Write(Sheet sheet, BookContent content)
    {
        sheet.Widths(Enumerable.Repeat(Width, Columns));
        var title = content.Title.Length > 0 ? new Phrase(content.Title, content.Title) : Title;
        sheet.Line(title, Look.Title, Lines.Height(Lines.Count(sheet.Say(title), Columns * Width * 0.6, bold: true)) * 1.6);
        sheet.Line(Basis(content), Look.Lead);
        sheet.WriteRemark();
        WriteLinks(sheet, content);
        sheet.Gap(5);
        CoverTiles.Write(sheet, content);
        CoverRounds.Write(sheet, content);
        CoverTargets.Write(sheet, content);
        CoverMovers.Write(sheet, content);
        CoverNotes.Write(sheet, content);
    }

    /// <summary>The sentence that says what the figures rest on.</summary>
    private static Phrase Basis(BookContent content)
    {
        var results = content.Results;
        var map = MapWords.After(results.Settings.Geography);
        string Of(Language language)
        {
            var rounds = string.Join(", ", results.Rounds.Select(round => round.Round.Id));
            var standards = string.Join("; ", results.Rounds.Select(round => round.Round.Law.Standard).Distinct().Select(standard => standard.Title.In(language)));
            var official = new Phrase("loại hộ theo ", "households are classified by ").With(results.Settings.Official.Phrase());
            return new Phrase($"Kỳ số liệu: {rounds}. {standards}; {official.In(language)}.{map.Vi}", $"Rounds: {rounds}. {standards}; {official.In(language)}.{map.En}").In(language);
        }
        return new(Of(Language.Vietnamese), Of(Language.English));
    }

    private void WriteLinks(Sheet sheet, BookContent content)
    {
        var others = Book.Sheets.Where(other => other != this && other.IsFor(content)).ToArray();
        foreach (var row in others.Chunk(LinksPerRow))
        {
            foreach (var (i, other) in row.Index()) sheet.PutLink(sheet.Next, 1 + (i * Columns / LinksPerRow), other.Title, other.Title, Columns / LinksPerRow);
            sheet.Height(sheet.Next++, Lines.Height(1));
        }
    }
}
