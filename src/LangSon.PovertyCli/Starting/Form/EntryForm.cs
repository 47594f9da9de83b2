using ClosedXML.Excel;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>The Excel form of one round, with the example households in it.</summary>
internal static class EntryForm
{
    /// <summary>The bytes of the form; the same for the same round and language.</summary>
    public static byte[] Of(Review review, ReviewRound round, Language language)
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        var title = new Phrase($"Rà soát hộ nghèo năm {round.Year}", $"Poverty review {round.Year}").In(language);
        (book.Properties.Title, book.Properties.Author) = (title, "poverty");
        // The round's day, not the clock's: the same form must be the same file.
        var day = round.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        (book.Properties.Created, book.Properties.Modified) = (day, day);
        var columns = FormColumn.Of(round.Law);
        var lists = new FormLists(columns, [.. round.AllCommunes], language);
        var styles = new Dictionary<Style, IXLStyle>();
        EntrySheet.Write(book.AddWorksheet(EntrySheet.Name.In(language)), styles, round, columns, ExampleHouseholds.Of(review, round), new FormRules(lists, round.Year, language), language, title);
        FormGuide.Write(book.AddWorksheet(FormGuide.Name.In(language)), styles, round, columns, language, title);
        lists.Write(book.AddWorksheet(FormLists.Name.In(language)), styles, title);
        using var saved = new MemoryStream();
        book.SaveAs(saved, validate: false);
        saved.Position = 0;
        using var packed = new MemoryStream();
        Repack.Write(saved, packed);
        return packed.ToArray();
    }
}
