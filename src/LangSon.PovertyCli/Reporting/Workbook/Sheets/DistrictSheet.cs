using LangSon.Poverty.Areas;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The districts with the province above them; left out where no round has districts.</summary>
internal sealed class DistrictSheet() : BookSheet(
    new("Huyện", "Districts"),
    new("Hộ nghèo, hộ cận nghèo và tỷ lệ của từng huyện, các kỳ đặt cạnh nhau; tỷ lệ của tỉnh tính từ tổng số hộ, không phải trung bình các huyện.",
        "Poor and near-poor households and rates of each district, the rounds side by side; the province's rates come from its sums, they are no averages of districts."))
{
    public override bool IsFor(BookContent content) => content.Areas.Of(AreaLevel.District).Count > 0;

    public override void Write(Sheet sheet, BookContent content)
    {
        var units = content.Areas.Tree().Where(unit => unit.Area.Level < AreaLevel.Commune);
        new UnitTable(sheet, content, units) { Names = true }.Write(this);
    }
}
