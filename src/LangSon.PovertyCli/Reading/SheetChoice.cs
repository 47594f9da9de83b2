using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reading;

/// <summary>Decides which sheet of a workbook is read.</summary>
internal static class SheetChoice
{
    /// <summary>The name of the sheet that says how to fill in the others, in every workbook of the program's own.</summary>
    public static readonly Phrase Guide = new("Hướng dẫn", "Guide");

    /// <summary>
    /// The named sheet (upper and lower case alike, as in Excel), else the only visible one, else the only visible one that has
    /// cells; a sheet that is called a guide is no choice beside others. Anything else leaves a choice that is the user's (PV1048).
    /// </summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="sheets">The sheets of cells.</param>
    /// <param name="name">The sheet that the user named.</param>
    /// <param name="hasCells">Whether a sheet has any cell; asked only when it matters.</param>
    /// <returns>The index of the sheet.</returns>
    public static int Choose(string file, IReadOnlyList<(string Name, bool Visible)> sheets, string? name, Predicate<int> hasCells)
    {
        if (sheets.Count == 0) throw Refusal.Damaged(file, new("không có trang tính nào", "it has no sheet of cells"));
        var all = Enumerable.Range(0, sheets.Count).ToList();
        if (name is not null)
        {
            var wanted = name.Normalize(NormalizationForm.FormC);
            var named = all.FindIndex(i => string.Equals(sheets[i].Name.Normalize(NormalizationForm.FormC), wanted, StringComparison.OrdinalIgnoreCase));
            return named >= 0 ? named : throw NoSheet(file, sheets, name);
        }
        var visible = all.FindAll(i => sheets[i].Visible);
        if (visible.FindAll(i => sheets[i].Name != Guide.Vi && sheets[i].Name != Guide.En) is { Count: > 0 } lists) visible = lists;
        if (visible.Count == 1) return visible[0];
        var filled = visible.FindAll(hasCells);
        if (filled.Count == 1) return filled[0];
        return filled.Count == 0 && visible.Count > 0 ? visible[0] : throw NoSheet(file, sheets, "");
    }

    private static FileRefusedException NoSheet(string file, IReadOnlyList<(string Name, bool Visible)> sheets, string name) =>
        Refusal.Of(file, "PV1048", ("s", name), ("list", string.Join(", ", sheets.Select(sheet => sheet.Name))));
}
