using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Running;

/// <summary>A plan with its small tables read and its standards found: what the core needs to run.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Rounds">The rounds, by date.</param>
/// <param name="Settings">What holds for all rounds.</param>
/// <param name="Targets">The targets to judge.</param>
/// <param name="Tables">Every small table that was read: some of their faults show only against the data.</param>
internal sealed record RunInputs(
    RunPlan Plan, IReadOnlyList<Round> Rounds, RunSettings Settings, IReadOnlyList<Target> Targets, IReadOnlyList<PlainTable> Tables)
{
    /// <summary>Canonical columns, the indicators of every standard that the program ships with among them.</summary>
    public static IReadOnlySet<string> CanonicalColumns { get; } = HouseholdColumns.Canonical
        .Union(StandardLibrary.BuiltIn.SelectMany(standard => standard.Indicators).Select(indicator => indicator.Id)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What resolving a run file needs to know.</summary>
    public static RunContext Context { get; } = new(
        CanonicalColumns, FindingCatalogue.BuiltIn.Kinds.Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal),
        TextEncodings.Names.ToHashSet(StringComparer.Ordinal), file => HouseholdFile.Open(file.Path, file.Name, ReadingOptions.Default), IndicatorsOf);

    /// <summary>The size of all household files; what can't be seen counts as nothing.</summary>
    public long TotalBytes() => Plan.Rounds.SelectMany(round => round.Households).SelectMany(group => group.Files)
        .Select(file => new FileInfo(StandardInput.Spooled(file))).Sum(file => file.Exists ? file.Length : 0);

    /// <summary>Reads what a plan names beside the household files; all that is wrong goes to <paramref name="faults"/>.</summary>
    public static RunInputs? Load(RunPlan plan, int threads, RunFaults faults)
    {
        var before = faults.Findings.Count;
        var tables = new List<PlainTable>();
        PlainTable? Table(InputFile? file, TableForm form) => Read(file, form, tables, faults);

        var areas = plan.Areas switch
        {
            AreasChoice.Data => null,
            AreasChoice.FromFile { File: var file } => ReadAreas(file, tables, faults),
            _ => AreaLists.BuiltIn,
        };
        ReportUnknownStandards(plan, faults);
        var own = plan.Rounds.SelectMany(round => round.Also.Prepend(round.Standard)).OfType<StandardChoice.FromFile>()
            .DistinctBy(choice => choice.File.Path).ToDictionary(choice => choice.File.Path, choice => ReadStandard(choice.File, faults));
        var laws = plan.Rounds.Select(round => FindLaw(round, round.Standard, own, faults)).ToArray();
        var further = plan.Rounds.Zip(laws, (round, law) => FindFurther(round, law, own, faults)).ToArray();
        var limits = plan.InflatedMiB is { } mib ? new SafetyLimits { TotalBytes = (long)mib << 20, PartBytes = (long)mib << 20 } : SafetyLimits.Default;
        var rounds = plan.Rounds.Zip(laws, (round, law) => law is null ? null : new Round
        {
            Id = round.Id,
            Year = round.Year,
            Date = round.Date,
            Law = law,
            IsWhatIf = !law.Standard.InForce(round.Date),
            Coverage = round.Coverage,
            Files = [.. round.Households.SelectMany(group => Sources(group, limits)).OrderBy(file => file.Name, StringComparer.Ordinal)],
            Register = Table(round.RegisterFile, TableForm.Register),
            Counts = Table(round.CountsFile, TableForm.Counts),
        }).Zip(further, (round, also) => round is null ? null : round with
        {
            Also = [.. also.Select(law => round with { Law = law, IsWhatIf = !law.Standard.InForce(round.Date), IsFurther = true })],
        }).OfType<Round>().ToArray();
        var settings = new RunSettings
        {
            Areas = areas,
            Province = plan.ProvinceCode,
            Tags = Table(plan.TagsFile, TableForm.Tags),
            Official = plan.OfficialClass,
            MinorityBy = plan.MinorityBy,
            FellBackYears = plan.FellBackYears,
            Groups = plan.Groups,
            Threads = threads,
            Thresholds = plan.Findings.Where(entry => entry.Value.Threshold is not null).ToDictionary(entry => entry.Key, entry => entry.Value.Threshold!.Value),
        };
        if (areas is not null && plan.ProvinceCode is { } code && areas.Bearing(code).Count == 0)
            faults.CommandLine("province", new($"danh mục không có đơn vị nào mang mã \"{code}\"", $"no unit of the area list bears the code \"{code}\""));
        var measures = rounds.SelectMany(round => Measure.All(round.Law)).Select(measure => measure.Name).ToHashSet(StringComparer.Ordinal);
        var targets = Table(plan.TargetsFile, TableForm.Targets) is { } table
            // Without its law a round has no measures, and that has been said.
            ? Target.Read(table, laws.Contains(null) ? null : measures)
            : [];
        foreach (var fault in tables.SelectMany(read => read.Faults)) faults.Add(fault);
        return faults.Findings.Count > before ? null : new RunInputs(plan, rounds, settings, targets, tables);
    }

    private static IEnumerable<SourceFile> Sources(FileGroup group, SafetyLimits limits)
    {
        var options = new ReadingOptions(group.Encoding, group.Sheet, limits);
        var layout = new HouseholdLayout
        {
            Columns = group.Columns,
            IdFrom = group.IdFrom,
            NumberFormat = group.NumberFormat,
            HeaderRows = group.HeaderRows ?? 1,
            SkipRows = group.SkipRows,
        };
        return group.Files.Select(file => new SourceFile(file.Name, () => HouseholdFile.Open(StandardInput.Spooled(file), file.Name, options),
            group.CommuneFromFileName ? layout with { Commune = CommuneOf(file) } : layout));
    }

    /// <summary>The commune that a file's name states: its five-digit code where there is one, else the whole name.</summary>
    private static string CommuneOf(InputFile file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        for (var i = 0; i + 5 <= name.Length; i++)
            if (name.AsSpan(i, 5).IndexOfAnyExceptInRange('0', '9') < 0)
                return name.Substring(i, 5);
        return name.Replace('_', ' ');
    }

    /// <summary>What is wrong with the file is said when the standard itself is loaded.</summary>
    private static string[]? IndicatorsOf(InputFile file) =>
        ReadStandard(file, new RunFaults()) is { } standard ? [.. standard.Indicators.Select(indicator => indicator.Id)] : null;

    /// <summary>
    /// The laws that a round is classified under besides its own; the same standard named again is silently one. Outputs
    /// know a standard by its id, so two that share one can't stand side by side.
    /// </summary>
    private static List<Law> FindFurther(RoundPlan round, Law? judge, Dictionary<string, Standard?> own, RunFaults faults)
    {
        var laws = new List<Law>();
        foreach (var choice in round.Also)
        {
            if (FindLaw(round, choice, own, faults) is not { } law) continue;
            var twin = laws.Prepend(judge).OfType<Law>().FirstOrDefault(other => other.Standard.Id == law.Standard.Id)?.Standard;
            if (twin is null) laws.Add(law);
            else if (twin.File != law.Standard.File)
                Fault(round.Id, new($"{law.Standard.File} và {twin.File} cùng mang mã \"{twin.Id}\"; hãy đặt cho mỗi chuẩn một mã riêng", $"{law.Standard.File} and {twin.File} both bear the id \"{twin.Id}\"; give each standard an id of its own"), faults);
        }
        return laws;
    }

    private static Law? FindLaw(RoundPlan round, StandardChoice choice, Dictionary<string, Standard?> own, RunFaults faults)
    {
        var standard = choice switch
        {
            StandardChoice.ById { Id: var id } => StandardLibrary.ById(id),
            StandardChoice.FromFile { File: var file } => own[file.Path],
            _ => StandardLibrary.InForceOn(round.Date) ?? NoneInForce(round, faults),
        };
        return standard is null ? null : standard.InForce(round.Date) ? standard.On(round.Date) : standard.AsIf(round.Date);
    }

    /// <summary>One line a name, whatever the number of rounds that it was given for.</summary>
    private static void ReportUnknownStandards(RunPlan plan, RunFaults faults)
    {
        var ids = StandardLibrary.BuiltIn.Select(standard => standard.Id).ToArray();
        var list = string.Join(", ", ids);
        var named = plan.Rounds.SelectMany(round => round.Also.Prepend(round.Standard).OfType<StandardChoice.ById>().Select(choice => (Round: round.Id, choice.Id)));
        foreach (var unknown in named.Distinct().Where(name => !ids.Contains(name.Id)).GroupBy(name => name.Id))
            Fault(string.Join(", ", unknown.Select(name => name.Round)), new Phrase($"không có chuẩn nào tên \"{unknown.Key}\"; có các chuẩn {list}",
                $"no standard is called \"{unknown.Key}\"; there are {list}").With(Nearest.Hint(Nearest.To(unknown.Key, ids))), faults);
    }

    private static Standard? NoneInForce(RoundPlan round, RunFaults faults)
    {
        Fault(round.Id, new(
            $"không có chuẩn nào áp dụng vào ngày {round.Date:yyyy-MM-dd}; hãy nêu một chuẩn bằng \"standard\" (khi đó là phép thử giả định), hoặc một tệp chuẩn riêng",
            $"no standard is in force on {round.Date:yyyy-MM-dd}; name one with \"standard\" (it then judges as a what-if), or a file of your own"), faults);
        return null;
    }

    /// <summary>A fault of a whole round, which stands on no line.</summary>
    private static void Fault(string rounds, Phrase reason, RunFaults faults) => faults.CommandLine(new($"kỳ {rounds}", $"round {rounds}"), reason);

    private static Standard? ReadStandard(InputFile file, RunFaults faults)
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

    private static AreaRegister? ReadAreas(InputFile file, List<PlainTable> tables, RunFaults faults)
    {
        try
        {
            using var rows = HouseholdFile.Open(file.Path, file.Name, ReadingOptions.Default);
            var register = AreaRegister.Read(rows, out var table);
            tables.Add(table);
            return register;
        }
        catch (FileRefusedException refusal)
        {
            faults.Add(refusal.Finding);
            return null;
        }
    }

    private static PlainTable? Read(InputFile? file, TableForm form, List<PlainTable> tables, RunFaults faults)
    {
        if (file is null) return null;
        try
        {
            using var rows = HouseholdFile.Open(file.Path, file.Name, ReadingOptions.Default);
            var table = PlainTable.Read(rows, form);
            tables.Add(table);
            return table;
        }
        catch (FileRefusedException refusal)
        {
            faults.Add(refusal.Finding);
            return null;
        }
    }
}
