using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Running;

/// <summary>The laws of the rounds of a plan: the one that judges each, and those that it is classified under besides.</summary>
internal sealed class RoundLaws
{
    private static readonly Phrase ByRunFile = new("đổi trong tệp cấu hình (b1AtMost)", "changed in the run file (b1AtMost)");

    private readonly RunFaults _faults;
    private readonly (decimal Rural, decimal Urban)? _pointsAtMost;
    private readonly Dictionary<Standard, Standard> _changed = [];
    private readonly Dictionary<string, Standard?> _own;

    /// <summary>Finds all of them; every standard that is wrong, unknown or not in force goes to <paramref name="faults"/>.</summary>
    public RoundLaws(RunPlan plan, RunFaults faults)
    {
        (_faults, _pointsAtMost) = (faults, plan.PointsAtMost);
        ReportUnknown(plan);
        _own = plan.Rounds.SelectMany(Choices).OfType<StandardChoice.FromFile>().DistinctBy(choice => choice.File.Path)
            .ToDictionary(choice => choice.File.Path, choice => Read(choice.File, faults));
        All = [.. from round in plan.Rounds let law = Find(round, round.Standard) select (law, (IReadOnlyList<Law>)FindFurther(round, law))];
    }

    /// <summary>For each round the law that judges it, null when it could not be found, and the further ones in the order named.</summary>
    public IReadOnlyList<(Law? Law, IReadOnlyList<Law> Further)> All { get; }

    /// <summary>A standard of the user's own; null, and reported, when the file is of no use.</summary>
    public static Standard? Read(InputFile file, RunFaults faults)
    {
        try
        {
            var (standard, wrong) = StandardReader.Read(File.ReadAllBytes(file.Path), file.Name);
            faults.RunFile(file.Name, wrong);
            return standard;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Missing(file.Name, new("không đọc được tệp", "it cannot be read"));
            return null;
        }
    }

    private static IEnumerable<StandardChoice> Choices(RoundPlan round) => round.Also.Prepend(round.Standard);

    private Law? Find(RoundPlan round, StandardChoice choice)
    {
        var standard = choice switch
        {
            StandardChoice.ById { Id: var id } => StandardLibrary.ById(id),
            StandardChoice.FromFile { File: var file } => _own[file.Path],
            _ => StandardLibrary.InForceOn(round.Date) ?? NoneInForce(round),
        };
        if (standard is not null && _pointsAtMost is var (rural, urban))
        {
            // One standard stays one, however many rounds it judges.
            if (!_changed.TryGetValue(standard, out var changed)) _changed.Add(standard, changed = standard.WithPointsAtMost(rural, urban, ByRunFile));
            standard = changed;
        }
        return standard is null ? null : standard.InForce(round.Date) ? standard.On(round.Date) : standard.AsIf(round.Date);
    }

    /// <summary>
    /// The same standard named again is silently one. Outputs know a standard by its id, so two that share one can't stand
    /// side by side.
    /// </summary>
    private List<Law> FindFurther(RoundPlan round, Law? judge)
    {
        var laws = new List<Law>();
        foreach (var law in round.Also.Select(choice => Find(round, choice)).OfType<Law>())
        {
            var twin = laws.Prepend(judge).FirstOrDefault(other => other?.Standard.Id == law.Standard.Id)?.Standard;
            if (twin is null) laws.Add(law);
            else if (twin != law.Standard)
                Fault(round.Id, new($"{law.Standard.File} và {twin.File} cùng mang mã \"{twin.Id}\"; hãy đặt cho mỗi chuẩn một mã riêng",
                    $"{law.Standard.File} and {twin.File} both bear the id \"{twin.Id}\"; give each standard an id of its own"));
        }
        return laws;
    }

    /// <summary>One line a name, whatever the number of rounds that it was given for.</summary>
    private void ReportUnknown(RunPlan plan)
    {
        var ids = StandardLibrary.BuiltIn.Select(standard => standard.Id).ToArray();
        var list = string.Join(", ", ids);
        var named = plan.Rounds.SelectMany(round => Choices(round).OfType<StandardChoice.ById>().Select(choice => (Round: round.Id, choice.Id))).Distinct();
        foreach (var unknown in named.Where(name => !ids.Contains(name.Id)).GroupBy(name => name.Id))
            Fault(string.Join(", ", unknown.Select(name => name.Round)), new Phrase($"không có chuẩn nào tên \"{unknown.Key}\"; có các chuẩn {list}",
                $"no standard is called \"{unknown.Key}\"; there are {list}").With(Nearest.Hint(Nearest.To(unknown.Key, ids))));
    }

    private Standard? NoneInForce(RoundPlan round)
    {
        Fault(round.Id, new(
            $"không có chuẩn nào áp dụng vào ngày {round.Date:yyyy-MM-dd}; hãy nêu một chuẩn bằng \"standard\" (khi đó là phép thử giả định), hoặc một tệp chuẩn riêng",
            $"no standard is in force on {round.Date:yyyy-MM-dd}; name one with \"standard\" (it then judges as a what-if), or a file of your own"));
        return null;
    }

    /// <summary>A fault of a whole round, which stands on no line.</summary>
    private void Fault(string rounds, Phrase reason) => _faults.CommandLine(new($"kỳ {rounds}", $"round {rounds}"), reason);
}
