using System.Globalization;
using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.Reading;

/// <summary>Tells of rows that Excel does not show, one by one or with their whole sheet, and that are read all the same (PV1047).</summary>
internal static class HiddenRows
{
    /// <summary>The finding for <paramref name="count"/> hidden rows; none for 0.</summary>
    public static IReadOnlyList<Finding> Finding(string file, string sheet, int count) => count == 0
        ? []
        : [new Finding("PV1047", new Place(file, sheet)) { Details = [("n", count.ToString(CultureInfo.InvariantCulture))] }];
}
