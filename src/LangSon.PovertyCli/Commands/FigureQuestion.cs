using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Commands;

/// <summary>The figure that a command line asks for, or what is wrong with how it is named.</summary>
internal sealed class FigureQuestion
{
    /// <summary>Finds the unit, the measure and the group by their names in results.csv.</summary>
    /// <param name="round">The round asked about.</param>
    /// <param name="area">A code, or a level and a code such as <c>district:180</c>.</param>
    /// <param name="measure">A measure such as <c>poor_rate</c>.</param>
    /// <param name="group">A group such as <c>minority=yes</c>; null: all.</param>
    public FigureQuestion(RoundResult round, string area, string measure, string? group)
    {
        Measure = round.Measures.FirstOrDefault(one => one.Name == measure);
        Group = Poverty.Aggregation.Group.Parse(group ?? "all") ?? -1;
        Complaint = FindArea(round, area) ?? FindMeasure(round, measure) ?? FindGroup(round, group ?? "all");
    }

    /// <summary>What is wrong; null when the figure is found.</summary>
    public Phrase? Complaint { get; }

    /// <summary>The unit or tag.</summary>
    public AreaNode? Area { get; private set; }

    /// <summary>The measure.</summary>
    public Measure? Measure { get; }

    /// <summary>The number of the group.</summary>
    public int Group { get; }

    private Phrase? FindArea(RoundResult round, string typed)
    {
        var (level, code) = typed.Split(':', 2) is [var word, var rest] && Enum.GetValues<AreaLevel>().Any(one => AreaWords.Word(one) == word) ? (word, rest) : ((string?)null, typed);
        var areas = round.Summary.Areas.Where(area => level is null || AreaWords.Word(area.Level) == level).ToArray();
        AreaNode[] found = [.. areas.Where(area => area.Code == code)];
        if (found.Length == 1)
        {
            Area = found[0];
            return null;
        }
        if (found.Length == 0)
            return Answer.WithNearest(new($"kỳ {round.Round.Id} không có đơn vị nào mang mã {typed}", $"no unit of round {round.Round.Id} bears the code {typed}"),
                Nearest.To(code, areas.Select(area => area.Code).Distinct()));
        var several = string.Join(", ", found.Select(area => Told(area) + (area.Parent is { } parent ? $" ({$"{parent.Code} {parent.Name}".Trim()})" : "")));
        return new Phrase($"mã {typed} là của nhiều đơn vị: {several}; hãy nêu cả cấp, như {AreaWords.Word(found[0].Level)}:{code}",
            $"{typed} is the code of several units: {several}; name the level, too, such as {AreaWords.Word(found[0].Level)}:{code}");
    }

    private static string Told(AreaNode area) => $"{AreaWords.Word(area.Level)}:{area.Code} {area.Name}".TrimEnd();

    private Phrase? FindMeasure(RoundResult round, string typed)
    {
        if (Measure is not null) return null;
        return Answer.WithNearest(new($"kỳ {round.Round.Id} không có số liệu nào tên {typed}", $"round {round.Round.Id} has no measure {typed}"),
            Nearest.To(typed, round.Measures.Select(measure => measure.Name)));
    }

    /// <summary>A group that nobody belongs to has no figures, as in results.csv.</summary>
    private Phrase? FindGroup(RoundResult round, string typed)
    {
        int[] groups = [.. round.Summary.GroupsOf(Area!)];
        if (groups.Contains(Group)) return null;
        string[] names = [.. groups.Select(Poverty.Aggregation.Group.Name)];
        var list = string.Join(", ", names);
        return Group < 0
            ? new Phrase($"không có nhóm hộ nào tên {typed}; có: {list}", $"there is no group {typed}; there are: {list}").With(Nearest.Hint(Nearest.To(typed, names)))
            : new($"đơn vị này trong kỳ {round.Round.Id} không có hộ nào thuộc nhóm {typed}; có: {list}",
                $"no household of this unit in round {round.Round.Id} is in the group {typed}; there are: {list}");
    }
}
