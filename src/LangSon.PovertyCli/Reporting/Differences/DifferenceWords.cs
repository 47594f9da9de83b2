using LangSon.Poverty.Collection;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Differences;

/// <summary>How differences between runs are written.</summary>
internal static class DifferenceWords
{
    /// <summary>The causes, in the order of tables.</summary>
    public static IReadOnlyList<DifferenceCause> Causes { get; } = Enum.GetValues<DifferenceCause>();

    /// <summary>The word of a cause for scripts.</summary>
    public static string Word(DifferenceCause cause) => cause switch
    {
        DifferenceCause.Input => "input",
        DifferenceCause.Correction => "correction",
        DifferenceCause.Rule => "rule",
        DifferenceCause.Area => "area",
    };

    /// <summary>A cause for people.</summary>
    public static Phrase Of(DifferenceCause cause) => cause switch
    {
        DifferenceCause.Input => new("số liệu", "input"),
        DifferenceCause.Correction => new("đính chính", "correction"),
        DifferenceCause.Rule => new("quy tắc", "rule"),
        DifferenceCause.Area => new("địa bàn", "area"),
    };

    /// <summary>A class of a household list for people; absent where it has none.</summary>
    public static Phrase OfClass(string? poverty) => poverty switch
    {
        "poor" => new Phrase("hộ nghèo", "poor"),
        "near_poor" => new("hộ cận nghèo", "near-poor"),
        "average" => new("mức sống trung bình", "average"),
        "non_poor" => new("không nghèo", "non-poor"),
        "undetermined" => new("chưa xác định", "undetermined"),
        null => new("không có", "absent"),
        _ => poverty,
    };

    /// <summary>What differs of a run as a whole.</summary>
    public static Phrase Of(RunDifference difference) => difference.Item switch
    {
        "tool" => new("phiên bản chương trình", "program version"),
        "config" => new("cấu hình", "configuration"),
        "official_class" => new("lớp hộ được tính", "official class"),
        "standard" => new($"chuẩn của kỳ {difference.Of}", $"standard of {difference.Of}"),
        "status" => new($"tình trạng của kỳ {difference.Of}", $"status of {difference.Of}"),
        "decision" => new($"quyết định của kỳ {difference.Of}", $"decision of {difference.Of}"),
        _ => new($"tệp {difference.Of}", $"file {difference.Of}"),
    };
}
