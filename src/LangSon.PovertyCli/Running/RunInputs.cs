using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Targets;
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
        var shared = new Dictionary<(TableFile, TableForm), PlainTable?>();
        // Rounds may share a table: its rows say which of them they are of.
        PlainTable? Table(TableFile? file, TableForm form) => file is null ? null
            : shared.TryGetValue((file, form), out var read) ? read
            : shared[(file, form)] = Read(file, form, tables, faults);
        PlainTable? Only(InputFile? file, TableForm form) => file is null ? null : Read(new TableFile(file, null, null), form, tables, faults);

        var areas = plan.Areas switch
        {
            AreasChoice.Data => null,
            AreasChoice.FromFile { File: var file } => ReadAreas(file, tables, faults),
            _ => AreaLists.BuiltIn,
        };
        var laws = new RoundLaws(plan, faults).All;
        var limits = plan.InflatedMiB is { } mib ? new SafetyLimits { TotalBytes = (long)mib << 20, PartBytes = (long)mib << 20 } : SafetyLimits.Default;
        var rounds = plan.Rounds.Zip(laws, (round, found) => found.Law is not { } law ? null : new Round
        {
            Id = round.Id,
            Year = round.Year,
            Date = round.Date,
            Law = law,
            Further = found.Further,
            IsWhatIf = !law.Standard.InForce(round.Date),
            Coverage = round.Coverage,
            Files = Sources(round.Households, limits),
            MemberFiles = Sources(round.Members, limits),
            Register = Table(round.Register, TableForm.Register),
            Counts = Table(round.Counts, TableForm.Counts),
        }).OfType<Round>().ToArray();
        foreach (var round in rounds.Where(round => plan.OfficialClass == OfficialClass.Scores && round.Files.Count > 0 && !round.Law.HasPoints))
            faults.CommandLine(new($"kỳ {round.Id}", $"round {round.Id}"), new($"chuẩn {round.Law.Standard.Id} không có điểm phiếu nên officialClass không thể là scores",
                $"the standard {round.Law.Standard.Id} has no points of forms, so officialClass cannot be scores"));
        var settings = new RunSettings
        {
            Areas = areas,
            Changes = plan.Areas is AreasChoice.BuiltIn ? AreaLists.BuiltInChanges : AreaChanges.None,
            Geography = GeographyOf(plan, areas, faults),
            Province = plan.ProvinceCode,
            Tags = Only(plan.TagsFile, TableForm.Tags),
            Official = plan.OfficialClass,
            ClassifyBy = plan.ClassifyBy,
            MinorityBy = plan.MinorityBy,
            FellBackYears = plan.FellBackYears,
            Groups = plan.Groups,
            Threads = threads,
            Checks = plan.Checks,
        };
        if (areas is not null && plan.ProvinceCode is { } code && areas.Bearing(code).Count == 0)
            faults.CommandLine("province", new($"danh mục không có đơn vị nào mang mã \"{code}\"", $"no unit of the area list bears the code \"{code}\""));
        // Whether households name causes is known only when they are read.
        var measures = rounds.SelectMany(round => Measure.All(round.Law, hasMembers: round.MemberFiles.Count > 0, hasCauses: round.Files.Count > 0)).Select(measure => measure.Name).ToHashSet(StringComparer.Ordinal);
        var targets = Only(plan.TargetsFile, TableForm.Targets) is { } table
            // Without its law a round has no measures, and that has been said.
            ? Target.Read(table, rounds.Length < plan.Rounds.Count ? null : measures)
            : [];
        foreach (var fault in tables.SelectMany(read => read.Faults)) faults.Add(fault);
        return faults.Findings.Count > before ? null : new RunInputs(plan, rounds, settings, targets, tables);
    }

    /// <summary>The map that the plan names; null, and reported where it can't be had, for none.</summary>
    private static Geography? GeographyOf(RunPlan plan, AreaRegister? areas, RunFaults faults)
    {
        if (plan.Geography is GeographyChoice.AsReported) return null;
        if (areas is null || plan.Areas is not AreasChoice.BuiltIn)
        {
            faults.CommandLine("geography", new("chỉ dùng được với danh mục đơn vị có sẵn (areas: built-in), vì chỉ danh mục này biết đơn vị nào nhập vào đơn vị nào",
                "needs the built-in area list (areas: built-in), as no other tells which unit became which"));
            return null;
        }
        var geography = plan.Geography is GeographyChoice.At { Day: var day } ? Geography.At(day) : Geography.LastDistricts(areas);
        if (geography is not null && areas.On(geography.Day).Any(unit => unit.Level == geography.Lowest)) return geography;
        var first = areas.All.Where(unit => unit.Level == AreaLevel.Commune).Min(unit => unit.From);
        faults.CommandLine("geography", new($"danh mục không có xã nào vào ngày {geography?.Day:yyyy-MM-dd}; danh mục có từ {first:yyyy-MM-dd}",
            $"the area list has no commune on {geography?.Day:yyyy-MM-dd}; it has them from {first:yyyy-MM-dd}"));
        return null;
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
            FormVersion = group.FormVersion,
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
        RoundLaws.Read(file, new RunFaults()) is { } standard ? [.. standard.Indicators.Select(indicator => indicator.Id)] : null;

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

    private static PlainTable? Read(TableFile file, TableForm form, List<PlainTable> tables, RunFaults faults)
    {
        try
        {
            using var rows = HouseholdFile.Open(file.File.Path, file.File.Name, new ReadingOptions(file.Encoding, file.Sheet, SafetyLimits.Default));
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
