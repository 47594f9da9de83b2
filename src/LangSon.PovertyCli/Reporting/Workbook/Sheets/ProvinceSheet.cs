using LangSon.Poverty.Areas;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>Provinces, regions and the nation, where the data hold more than one of them.</summary>
internal sealed class ProvinceSheet() : BookSheet(
    new("Tỉnh", "Provinces"),
    new("Hộ nghèo, hộ cận nghèo và tỷ lệ của từng tỉnh, vùng và cả nước, các kỳ đặt cạnh nhau.",
        "Poor and near-poor households and rates of each province, region and the nation, the rounds side by side."))
{
    public override bool IsFor(BookContent content) => Units(content).Count() > 1;

    public override void Write(Sheet sheet, BookContent content) => new UnitTable(sheet, content, Units(content)).Write(this);

    private static IEnumerable<(AreaNode Area, int Depth)> Units(BookContent content) =>
        content.Areas.Tree().Where(unit => unit.Area.Level < AreaLevel.District);
}
