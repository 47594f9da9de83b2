using ClosedXML.Excel;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>The Excel form of one round: a sheet of households and one of their members, the guide, the lists.</summary>
internal static class EntryForm
{
    /// <summary>The bytes of the form with rows in it; the same for the same round, rows and language.</summary>
    public static byte[] Of(ReviewRound round, ExampleRows rows, Language language)
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        var title = new Phrase($"Rà soát hộ nghèo năm {round.Year}", $"Poverty review {round.Year}").In(language);
        (book.Properties.Title, book.Properties.Author) = (title, "poverty");
        // The round's day, not the clock's: the same form must be the same file.
        var day = round.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        (book.Properties.Created, book.Properties.Modified) = (day, day);
        var (households, members) = (EntrySheet.OfHouseholds(round), EntrySheet.OfMembers(round));
        var lists = new FormLists([.. households.Columns, .. members.Columns], [.. round.AllCommunes], language);
        var rules = new FormRules(lists, households, round.Year, language);
        var styles = new Dictionary<Style, IXLStyle>();
        households.Write(book.AddWorksheet(households.Name.In(language)), styles, rows.Households, rules, language, title);
        members.Write(book.AddWorksheet(members.Name.In(language)), styles, rows.Members, rules, language, title);
        FormGuide.Write(book.AddWorksheet(FormGuide.Name.In(language)), styles, round, [households, members], language, title);
        lists.Write(book.AddWorksheet(FormLists.Name.In(language)), styles, title);
        using var saved = new MemoryStream();
        book.SaveAs(saved, validate: false);
        saved.Position = 0;
        using var packed = new MemoryStream();
        Repack.Write(saved, packed);
        return packed.ToArray();
    }
}
