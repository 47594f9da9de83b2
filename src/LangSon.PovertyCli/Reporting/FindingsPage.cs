using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The page docs/findings.md, generated from the catalogue so that neither can say something else.</summary>
internal static class FindingsPage
{
    private static readonly Phrase Heading = new("Tiếng Việt", "English");

    private static readonly Phrase Introduction = new(
        "Mã không bao giờ đổi nghĩa. Mức có thể được cấu hình lại; hệ quả thì không: dòng bị loại không được tính, tệp bị từ chối không được đọc, các dòng khác vẫn tính. "
            + "Mã ở mức tắt chỉ được kiểm tra khi tệp cấu hình đặt cho nó một mức khác; ngưỡng cũng đổi được ở đó (findings). "
            + "Tên trong ngoặc nhọn được thay bằng giá trị của từng trường hợp.",
        "A code never changes its meaning. Configuration may change a severity, never an effect: a rejected row is not counted, a refused file is not read, every other row counts. "
            + "A code that is off is checked only where the run file gives it a severity; limits can be changed there as well (findings). "
            + "Names in braces stand for the values of the case.");

    /// <summary>The whole page as Markdown with LF line ends.</summary>
    public static string Of(FindingCatalogue catalogue)
    {
        using var page = new StringWriter { NewLine = "\n" };
        page.WriteLine("# Findings");
        page.WriteLine();
        page.WriteLine("<!-- Generated from src/LangSon.Poverty/Findings/findings.json; a test compares the two. -->");
        foreach (var language in Enum.GetValues<Language>())
        {
            page.WriteLine();
            page.WriteLine($"## {Heading.In(language)}");
            page.WriteLine();
            page.WriteLine(Introduction.In(language));
            page.WriteLine();
            MarkdownTable.Write(FindingTables.Catalogue(catalogue), page, language);
        }
        return page.ToString();
    }
}
