using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Brief;

/// <summary>
/// <c>brief.docx</c>: the paragraphs and the table of districts that go into an official report, in the form that
/// administrative documents have (Decree 30/2020/NĐ-CP: A4, Times New Roman 14, margins 20, 20, 30 and 20 mm).
/// </summary>
internal static class BriefDocument
{
    /// <summary>Writes it. Equal contents give equal bytes.</summary>
    public static void Write(Stream output, BookContent content, Language language)
    {
        using var saved = new MemoryStream();
        using (var document = WordprocessingDocument.Create(saved, WordprocessingDocumentType.Document, autoSave: true))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = BriefMarkup.Styles(language);
            main.AddNewPart<HeaderPart>("rId2").Header = BriefMarkup.Header();
            main.Document = new Document(Body(content, language));
            // The day of the figures, not of the clock: the same inputs must give the same file.
            var day = content.Results.Rounds[^1].Round.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var properties = document.PackageProperties;
            (properties.Title, properties.Creator, properties.Created, properties.Modified) = (Sheet.Clean(BriefText.Heading(content).In(language)), "poverty", day, day);
            properties.Language = BriefMarkup.Tag(language);
        }
        saved.Position = 0;
        Repack.Write(saved, output);
    }

    private static Body Body(BookContent content, Language language)
    {
        var body = new Body();
        void Add(Phrase text, ParagraphLook look) => body.Append(BriefMarkup.Paragraph(Sheet.Clean(text.In(language)), look));

        Add(BriefText.Heading(content), ParagraphLook.Title);
        Add(BriefText.Standing(content), ParagraphLook.Subtitle);
        foreach (var paragraph in BriefText.Paragraphs(content)) Add(paragraph, ParagraphLook.Text);
        if (BriefTable.Of(content) is { } table)
        {
            Add(table.Title, ParagraphLook.Caption);
            body.Append(BriefMarkup.Table(table, language));
            if (table.Reasons is { } reasons) Add(reasons, ParagraphLook.Source);
        }
        Add(new("Lưu ý về số liệu", "Notes on the figures"), ParagraphLook.Heading);
        foreach (var limit in Limits.Of(content)) Add(new Phrase("– ", "– ").With(limit), ParagraphLook.Text);
        Add(BriefText.Sources(content), ParagraphLook.Source);
        body.Append(BriefMarkup.Section());
        return body;
    }
}
