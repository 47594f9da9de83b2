using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Words;

/// <summary>On which map rounds were compared, in words.</summary>
internal static class MapWords
{
    /// <summary>A sentence without its full stop, for a run that compares on one map.</summary>
    public static Phrase Of(Geography map) => map.Lowest == AreaLevel.District
        ? new($"So sánh giữa các kỳ theo các huyện, thành phố tồn tại đến hết ngày {map.Day:yyyy-MM-dd} ({map.Name})", $"Rounds are compared by the districts that stood until {map.Day:yyyy-MM-dd} ({map.Name})")
        : new($"So sánh giữa các kỳ theo đơn vị hành chính ngày {map.Day:yyyy-MM-dd} ({map.Name})", $"Rounds are compared in the units of {map.Day:yyyy-MM-dd} ({map.Name})");

    /// <summary>The same as a remark that follows another, ending the sentence; nothing where each round is compared as reported.</summary>
    public static Phrase After(Geography? map) => map is null ? "" : new Phrase(" ", " ").With(Of(map)).With(".");
}
