using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
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
    public static IReadOnlySet<string> CanonicalColumns { get; } = SurveyColumns.Households.Canonical.Union(SurveyColumns.Members.Canonical)
        .Union(StandardLibrary.BuiltIn.SelectMany(standard => standard.Indicators).Select(indicator => indicator.Id)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What resolving a run file needs to know.</summary>
    public static RunContext Context { get; } = new(
        CanonicalColumns, FindingCatalogue.BuiltIn.Kinds.Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal),
        TextEncodings.Names.ToHashSet(StringComparer.Ordinal), file => HouseholdFile.Open(file.Path, file.Name, ReadingOptions.Default), IndicatorsOf);

    /// <summary>The size of all household files; what can't be seen counts as nothing.</summary>
    public long TotalBytes() => Plan.Rounds.SelectMany(round => round.Households.Concat(round.Members)).SelectMany(group => group.Files)
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
        var own = new Dictionary<string, Standard?>(StringComparer.Ordinal);
        var laws = plan.Rounds.Select(round => FindLaw(round, own, faults)).ToArray();
        var limits = plan.InflatedMiB is { } mib ? new SafetyLimits { TotalBytes = (long)mib << 20, PartBytes = (long)mib << 20 } : SafetyLimits.Default;
        var rounds = plan.Rounds.Zip(laws, (round, law) => law is null ? null : new Round
        {
            Id = round.Id,
            Year = round.Year,
            Date = round.Date,
            Law = law,
            IsWhatIf = !law.Standard.InForce(round.Date),
            Coverage = round.Coverage,
            Files = Sources(round.Households, limits),
            MemberFiles = Sources(round.Members, limits),
            Members = round.Members.Count > 0 ? new MemberTable() : null,
            Register = Table(round.RegisterFile, TableForm.Register),
            Counts = Table(round.CountsFile, TableForm.Counts),
        }).OfType<Round>().ToArray();
        var settings = new RunSettings
        {
            Areas = areas,
            Province = plan.ProvinceCode,
            Tags = Table(plan.TagsFile, TableForm.Tags),
            Official = plan.OfficialClass,
            ClassifyBy = plan.ClassifyBy,
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

    private static IReadOnlyList<SourceFile> Sources(IEnumerable<FileGroup> groups, SafetyLimits limits) =>
        [.. groups.SelectMany(group => Sources(group, limits)).OrderBy(file => file.Name, StringComparer.Ordinal)];

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

    /// <summary>Rounds that name one file share one standard, and what is wrong with it is said once.</summary>
    private static Law? FindLaw(RoundPlan round, Dictionary<string, Standard?> own, RunFaults faults)
    {
        var standard = round.Standard switch
        {
            StandardChoice.ById { Id: var id } => StandardLibrary.ById(id),
            StandardChoice.FromFile { File: var file } => own.TryGetValue(file.Path, out var known) ? known : own[file.Path] = ReadStandard(file, faults),
            _ => StandardLibrary.InForceOn(round.Date) ?? NoneInForce(round, faults),
        };
        return standard is null ? null : standard.InForce(round.Date) ? standard.On(round.Date) : standard.AsIf(round.Date);
    }

    /// <summary>One line a name, whatever the number of rounds that it was given for.</summary>
    private static void ReportUnknownStandards(RunPlan plan, RunFaults faults)
    {
        var ids = StandardLibrary.BuiltIn.Select(standard => standard.Id).ToArray();
        var list = string.Join(", ", ids);
        foreach (var unknown in plan.Rounds.Where(round => round.Standard is StandardChoice.ById { Id: var id } && !ids.Contains(id)).GroupBy(round => ((StandardChoice.ById)round.Standard).Id))
            Fault(string.Join(", ", unknown.Select(round => round.Id)), new Phrase($"không có chuẩn nào tên \"{unknown.Key}\"; có các chuẩn {list}",
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
