using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>What the figures look like: charts, each over the small table that it is drawn from.</summary>
internal sealed class ChartSheet() : BookSheet(
    new("Biểu đồ", "Charts"),
    new("Tỷ lệ hộ nghèo trước và sau, thay đổi so với chỉ tiêu, hộ nghèo thiếu hụt gì và hộ nghèo ra vào thế nào; số liệu của biểu đồ ở bảng bên dưới.",
        "Poor rates before and after, changes against targets, what the poor lack and how poor households came and went; the figures of each chart stand in the table below it."))
{
    private const int Columns = 12;
    private const double Width = 12.3;

    /// <summary>Where there are no districts: so many communes are shown, the poorest first, as fit on the page.</summary>
    private const int MostCommunes = 10;

    public override bool IsFor(BookContent content) => Units(content).Length > 1 || FlowChart.IsFor(content) || ProfileChart.IsFor(content);

    public override void Write(Sheet sheet, BookContent content)
    {
        sheet.Widths(Enumerable.Repeat(Width, Columns));
        sheet.Heading(Title, Lead);
        var units = Units(content);
        if (units.Length > 1)
        {
            RateCharts.Write(sheet, content, units, Kind(units));
            if (ProfileChart.IsFor(content) || FlowChart.IsFor(content)) sheet.NewPage();
        }
        var top = sheet.Next;
        ProfileChart.Write(sheet, content, column: 1, span: 6);
        var bottom = sheet.Next;
        sheet.Next = top;
        FlowChart.Write(sheet, content, column: 7, span: 6);
        sheet.Next = Math.Max(bottom, sheet.Next);
    }

    /// <summary>The parts of the whole that the last round has; of many communes the poorest.</summary>
    private static AreaNode[] Units(BookContent content)
    {
        var (results, last) = (content.Results, content.Results.Rounds.Count - 1);
        var ground = RateCharts.Before(results) is { } before ? results.Ground(before, last) : null;
        var (areas, summary) = ground is null ? (content.Areas, results.Rounds[last].Summary) : (BookAreas.On(ground), ground.Now);
        var rated = areas.Parts.Where(summary.Has).Select(area => (Area: area, Rate: Rate(results, area))).Where(unit => unit.Rate is not null).ToArray();
        return [.. (rated is [{ Area.Level: AreaLevel.Commune }, ..] && rated.Length > MostCommunes ? rated.OrderByDescending(unit => unit.Rate).Take(MostCommunes) : rated).Select(unit => unit.Area)];
    }

    private static decimal? Rate(Poverty.Comparison.Results results, AreaNode area)
    {
        var last = results.Rounds.Count - 1;
        return RateCharts.Before(results) is { } before ? results.Change(before, last, area, Group.All, "poor_rate").After.Value : results.Rounds[last].Find(area, Group.All, "poor_rate")?.Value;
    }

    private static Phrase Kind(AreaNode[] units) => units[0].Level switch
    {
        AreaLevel.Commune => new($"{units.Length} xã có tỷ lệ cao nhất", $"the {units.Length} communes with the highest rates"),
        AreaLevel.District => new("các huyện", "districts"),
        AreaLevel.Nation or AreaLevel.Region or AreaLevel.Province or AreaLevel.Tag => new("các đơn vị", "units"),
    };
}
