using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Words;

/// <summary>What people call a group of households.</summary>
internal static class GroupWords
{
    /// <summary>The words for a group; an ethnic group keeps its name.</summary>
    public static Phrase Of(int group) => Group.Name(group) switch
    {
        "all" => new("mọi hộ", "all households"),
        "settlement=urban" => new("hộ ở thành thị", "urban households"),
        "settlement=rural" => new("hộ ở nông thôn", "rural households"),
        "minority=yes" => new("hộ dân tộc thiểu số", "ethnic-minority households"),
        "minority=no" => new("hộ không thuộc dân tộc thiểu số", "households of the majority"),
        "head_sex=female" => new("hộ có chủ hộ là nữ", "households headed by women"),
        "head_sex=male" => new("hộ có chủ hộ là nam", "households headed by men"),
        "disabled=yes" => new("hộ có người khuyết tật", "households with a disabled member"),
        "disabled=no" => new("hộ không có người khuyết tật", "households without a disabled member"),
        var other => new($"hộ có chủ hộ dân tộc {Value(other)}", $"households with a {Value(other)} head"),
    };

    private static string Value(string name) => name[(name.IndexOf('=') + 1)..];
}
