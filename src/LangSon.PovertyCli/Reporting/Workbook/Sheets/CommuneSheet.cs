using LangSon.Poverty.Areas;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The communes under the districts that hold them, or under the province where there are none.</summary>
internal sealed class CommuneSheet() : BookSheet(
    new("Xã", "Communes"),
    new("Hộ nghèo, hộ cận nghèo và tỷ lệ của từng xã, phường, thị trấn, xếp theo huyện; nền càng đậm, tỷ lệ hộ nghèo càng cao.",
        "Poor and near-poor households and rates of each commune, ward and township under its district; the darker the cell, the higher the poor rate."))
{
    public override bool IsFor(BookContent content) => content.Areas.Of(AreaLevel.Commune).Count > 0;

    public override void Write(Sheet sheet, BookContent content)
    {
        var areas = content.Areas;
        new UnitTable(sheet, content, areas.Tree()) { Folds = true, Names = areas.Of(AreaLevel.District).Count == 0 }.Write(this);
    }
}
