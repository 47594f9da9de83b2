using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Targets;

namespace LangSon.PovertyCli.RunFile;

/// <summary>What a run is to do, with every file found and every default filled in; nothing has been read yet.</summary>
internal sealed record RunPlan
{
    /// <summary>The title of the run as people read it; empty when none is given.</summary>
    public string Title { get; init; } = "";

    /// <summary>The full path of the folder that names are relative to: the run file's, else the current one.</summary>
    public required string BaseFolder { get; init; }

    /// <summary>The code of the province; null: every province of the area list.</summary>
    public string? ProvinceCode { get; init; }

    /// <summary>Where the administrative units come from.</summary>
    public AreasChoice Areas { get; init; } = new AreasChoice.BuiltIn();

    /// <summary>On which map rounds are compared.</summary>
    public GeographyChoice Geography { get; init; } = new GeographyChoice.AsReported();

    /// <summary>The rounds by date, then id (ordinal); at least one.</summary>
    public required IReadOnlyList<RoundPlan> Rounds { get; init; }

    /// <summary>The targets to judge.</summary>
    public InputFile? TargetsFile { get; init; }

    /// <summary>Marks on areas with the days on which they hold.</summary>
    public InputFile? TagsFile { get; init; }

    /// <summary>Which class counts.</summary>
    public OfficialClass OfficialClass { get; init; }

    /// <summary>What decides where a file has income and points.</summary>
    public ClassifyBy ClassifyBy { get; init; }

    /// <summary>Cut-offs of the B1 points in place of the standard's; null: the standard's own.</summary>
    public (decimal Rural, decimal Urban)? PointsAtMost { get; init; }

    /// <summary>Whose ethnicity counts.</summary>
    public MinorityBy MinorityBy { get; init; }

    /// <summary>How many years back an escape makes a return to poverty "fell back" (tái nghèo).</summary>
    public int FellBackYears { get; init; } = 3;

    /// <summary>The divisions to report, in the order of <see cref="GroupKind"/>.</summary>
    public IReadOnlyList<GroupKind> Groups { get; init; } = Group.Usual;

    /// <summary>What targets are compared with.</summary>
    public CompareAt CompareAt { get; init; }

    /// <summary>Changed findings, by code.</summary>
    public IReadOnlyDictionary<string, FindingSetting> Findings { get; init; } = new Dictionary<string, FindingSetting>();

    /// <summary>The checks of the run: the catalogue's with those changes.</summary>
    public CheckSettings Checks => new()
    {
        Severities = Findings.Where(entry => entry.Value.Severity is not null).ToDictionary(entry => entry.Key, entry => entry.Value.Severity!.Value),
        Thresholds = Findings.Where(entry => entry.Value.Threshold is not null).ToDictionary(entry => entry.Key, entry => entry.Value.Threshold!.Value),
    };

    /// <summary>How far one input may expand, in MiB; null: the program's own limit.</summary>
    public int? InflatedMiB { get; init; }

    /// <summary>Every file that the plan names, standard input aside.</summary>
    public IEnumerable<InputFile> AllFiles()
    {
        if (Areas is AreasChoice.FromFile { File: var areas }) yield return areas;
        if (TargetsFile is not null) yield return TargetsFile;
        if (TagsFile is not null) yield return TagsFile;
        foreach (var round in Rounds)
        {
            foreach (var choice in round.Also.Prepend(round.Standard))
                if (choice is StandardChoice.FromFile { File: var standard })
                    yield return standard;
            if (round.Register is not null) yield return round.Register.File;
            if (round.Counts is not null) yield return round.Counts.File;
            foreach (var file in round.Households.Concat(round.Members).SelectMany(group => group.Files))
                if (!file.IsStandardInput)
                    yield return file;
        }
    }
}

/// <summary>One survey or review with its files.</summary>
internal sealed record RoundPlan
{
    /// <summary>What outputs call the round; the year unless given.</summary>
    public required string Id { get; init; }

    /// <summary>The year that the data stand for.</summary>
    public required int Year { get; init; }

    /// <summary>The day that decides which areas and which standard hold; 14 December unless given (the yearly review's last day).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The kind of review in the user's words, such as <c>annual</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>preliminary, official or approved.</summary>
    public string? Status { get; init; }

    /// <summary>The number and day of the decision that approved the result.</summary>
    public string? Decision { get; init; }

    /// <summary>Which households the files hold.</summary>
    public Coverage Coverage { get; init; }

    /// <summary>Resident households and persons: the denominators when the files do not hold every household.</summary>
    public TableFile? Register { get; init; }

    /// <summary>Which standard judges the round.</summary>
    public StandardChoice Standard { get; init; } = new StandardChoice.Auto();

    /// <summary>The standards that the round is classified under besides, as if they held.</summary>
    public IReadOnlyList<StandardChoice> Also { get; init; } = [];

    /// <summary>The household files by layout, in the order of their first names; empty where only counts exist.</summary>
    public IReadOnlyList<FileGroup> Households { get; init; } = [];

    /// <summary>The member files by layout, likewise; empty where there are none.</summary>
    public IReadOnlyList<FileGroup> Members { get; init; } = [];

    /// <summary>Totals without households.</summary>
    public TableFile? Counts { get; init; }
}

/// <summary>A register or a table of counts.</summary>
/// <param name="File">The file.</param>
/// <param name="Sheet">The sheet of a workbook; null where there is only one to choose.</param>
/// <param name="Encoding">The encoding as named; null: a BOM decides, else UTF-8.</param>
internal sealed record TableFile(InputFile File, string? Sheet, string? Encoding);

/// <summary>Files of one layout.</summary>
internal sealed record FileGroup
{
    /// <summary>The files in ordinal order of their names, at least one: the order in which they were listed never matters.</summary>
    public required IReadOnlyList<InputFile> Files { get; init; }

    /// <summary>Columns that are named otherwise or need translating: canonical name → where it comes from.</summary>
    public IReadOnlyDictionary<string, ColumnSource> Columns { get; init; } = new Dictionary<string, ColumnSource>();

    /// <summary>The canonical columns that a household's id is composed from; empty: household_id.</summary>
    public IReadOnlyList<string> IdFrom { get; init; } = [];

    /// <summary>The encoding as named; null: a BOM decides, else UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>How numbers are written.</summary>
    public NumberFormat NumberFormat { get; init; }

    /// <summary>The sheet of workbooks; null where there is only one to choose.</summary>
    public string? Sheet { get; init; }

    /// <summary>How many rows the header has; null: 1 row, found by its words.</summary>
    public int? HeaderRows { get; init; }

    /// <summary>How many rows stand above the header; null: it is looked for.</summary>
    public int? SkipRows { get; init; }

    /// <summary>The version of the form that the rows must be of; null: any.</summary>
    public string? FormVersion { get; init; }

    /// <summary>Whether the commune's code or name is the file's name.</summary>
    public bool CommuneFromFileName { get; init; }
}
