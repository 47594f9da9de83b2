using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The page of a standard under docs/law/, generated from its data so that neither can say something else.</summary>
internal static class LawPage
{
    private static readonly Phrase Heading = new("Tiếng Việt", "English");
    private static readonly Phrase Days = new("Thời gian áp dụng", "Days in force");
    private static readonly Phrase Numbers = new("Các mức", "Lines and counts");
    private static readonly Phrase Rules = new("Các chỉ số", "Indicators");

    /// <summary>The whole page as Markdown with LF line ends.</summary>
    public static string Of(Standard standard)
    {
        using var page = new StringWriter { NewLine = "\n" };
        page.WriteLine($"# {standard.Id}");
        page.WriteLine();
        page.WriteLine($"<!-- Generated from src/LangSon.Poverty/Standards/{standard.Id}.json; a test compares the two. -->");
        Write(standard, page, Language.Vietnamese);
        Write(standard, page, Language.English);
        return page.ToString();
    }

    private static void Write(Standard standard, StringWriter page, Language language)
    {
        page.WriteLine();
        page.WriteLine($"## {Heading.In(language)}: {standard.Title.In(language)}");
        page.WriteLine();
        page.WriteLine(Introduction(standard).In(language));
        Section(page, Days, StandardTables.Periods(standard), language);
        Section(page, Numbers, StandardTables.Values(standard), language);
        if (standard.Indicators.Count > 0) Section(page, Rules, StandardTables.Indicators(standard), language);
    }

    private static Phrase Introduction(Standard standard)
    {
        var open = StandardTables.UncheckedCount(standard);
        return new(
            $"Đối chiếu với văn bản ngày {standard.CheckedOn:o}; {open} giá trị và quy tắc {StandardTables.Unchecked.Vi}, được đánh dấu trong cột Ghi chú. "
                + (standard.Poor is null ? "Chuẩn không xét thu nhập." : $"Mức thu nhập tính bằng đồng/người/{(standard.IncomeMonths == 12 ? "năm" : "tháng")}."),
            $"Compared with the documents on {standard.CheckedOn:o}; {open} values and rules are {StandardTables.Unchecked.En} and marked in the column Note. "
                + (standard.Poor is null ? "Income is not asked about." : $"Income lines are in VND per person a {(standard.IncomeMonths == 12 ? "year" : "month")}."));
    }

    private static void Section(StringWriter page, Phrase title, TextTable table, Language language)
    {
        page.WriteLine();
        page.WriteLine($"### {title.In(language)}");
        page.WriteLine();
        MarkdownTable.Write(table, page, language);
    }
}
