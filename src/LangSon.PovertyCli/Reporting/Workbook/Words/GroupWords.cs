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
        "merit=yes" => new("hộ có người có công với cách mạng", "households with a person of merit"),
        "merit=no" => new("hộ không có người có công với cách mạng", "households without a person of merit"),
        "no_labour_capacity=yes" => new("hộ không có khả năng lao động", "households with nobody able to work"),
        "no_labour_capacity=no" => new("hộ có khả năng lao động", "households with somebody able to work"),
        "farming=yes" => new("hộ làm nông nghiệp", "farming households"),
        "farming=no" => new("hộ không làm nông nghiệp", "households that do not farm"),
        "target_group=none" => new("hộ không thuộc ba nhóm đối tượng", "households in none of the three target groups"),
        var other => new($"hộ có chủ hộ dân tộc {Value(other)}", $"households with a {Value(other)} head"),
    };

    private static string Value(string name) => name[(name.IndexOf('=') + 1)..];
}
