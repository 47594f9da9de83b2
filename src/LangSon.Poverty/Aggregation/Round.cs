using System.Collections.Concurrent;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Aggregation;

/// <summary>A file of households or members that can be opened as often as needed, each time from its start.</summary>
/// <param name="Name">The name that findings show; files of a round are in ordinal order of it.</param>
/// <param name="Open">Opens it.</param>
/// <param name="Layout">How it lays its rows out.</param>
public sealed record SourceFile(string Name, Func<RowSource> Open, HouseholdLayout Layout);

/// <summary>One survey or review.</summary>
public sealed record Round
{
    /// <summary>What outputs call it.</summary>
    public required string Id { get; init; }

    /// <summary>The year that its data stand for.</summary>
    public required int Year { get; init; }

    /// <summary>The day that decides which areas hold.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The law that judges it.</summary>
    public required Law Law { get; init; }

    /// <summary>Whether the law was named outside its days: a what-if.</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>Whether this is a round once more, under a further standard: its classes are always computed.</summary>
    public bool IsFurther { get; init; }

    /// <summary>The laws that classify it besides, as if they held.</summary>
    public IReadOnlyList<Law> Further { get; init; } = [];

    /// <summary>The same round under each further law: the same files, days and areas, other classes.</summary>
    public IReadOnlyList<Round> Also =>
        [.. Further.Select(law => this with { Law = law, IsWhatIf = !law.Standard.InForce(Date), IsFurther = true, Further = [] })];

    /// <summary>The mark of a what-if behind the name of its standard.</summary>
    public const string WhatIf = " (what-if)";

    /// <summary>The standard as outputs name it: a what-if is marked wherever it stands.</summary>
    public string StandardName => IsWhatIf ? Law.Standard.Id + WhatIf : Law.Standard.Id;

    /// <summary>Which households the files hold.</summary>
    public Coverage Coverage { get; init; }

    /// <summary>The household files; empty where only counts exist.</summary>
    public IReadOnlyList<SourceFile> Files { get; init; } = [];

    /// <summary>The member files; empty where there are none.</summary>
    public IReadOnlyList<SourceFile> MemberFiles { get; init; } = [];

    /// <summary>Which files stand for their units; null: neither a table nor a rule says so, and all files are read.</summary>
    public RoundSubmissions? Submissions { get; init; }

    /// <summary>The household files that the submissions leave out.</summary>
    public IReadOnlyList<SourceFile> LeftOut { get; init; } = [];

    /// <summary>The member files that the submissions leave out.</summary>
    public IReadOnlyList<SourceFile> LeftOutMembers { get; init; } = [];

    /// <summary>
    /// What the members of the round's households say, as far as its law asks; filled before the households are read. Null
    /// where there is no member file.
    /// </summary>
    public MemberTable? Members => MemberFiles.Count == 0 ? null : _members.GetOrAdd(Law, _ => new MemberTable());

    /// <summary>Each law asks its own questions of the same members; a round and its further readings share the tables.</summary>
    private readonly ConcurrentDictionary<Law, MemberTable> _members = new();

    /// <summary>Resident households and persons by area and group; null: none was given.</summary>
    public PlainTable? Register { get; init; }

    /// <summary>Cells of its household files that are read otherwise; null: none.</summary>
    public Corrections? Corrections { get; init; }

    /// <summary>Totals where no households exist.</summary>
    public PlainTable? Counts { get; init; }

    /// <summary>The approved result of the round, from which later ones are measured; null: the figures of its files.</summary>
    public OfficialResult? Approved { get; init; }
}

/// <summary>What holds for all rounds of a run.</summary>
public sealed record RunSettings
{
    /// <summary>The administrative units; null: areas come from the data.</summary>
    public AreaRegister? Areas { get; init; }

    /// <summary>What became of the units; none known where the list is not the built-in one.</summary>
    public AreaChanges Changes { get; init; } = AreaChanges.None;

    /// <summary>The map on which rounds are compared; null: each in the units of its own day.</summary>
    public Geography? Geography { get; init; }

    /// <summary>The code of the province whose units are expected; null: every province that has rows.</summary>
    public string? Province { get; init; }

    /// <summary>Marks on areas beside those of the register.</summary>
    public PlainTable? Tags { get; init; }

    /// <summary>Which class is the official one.</summary>
    public OfficialClass Official { get; init; }

    /// <summary>What is held against the poor line where a file has income and points.</summary>
    public ClassifyBy ClassifyBy { get; init; }

    /// <summary>Who makes an ethnic-minority household.</summary>
    public MinorityBy MinorityBy { get; init; }

    /// <summary>How many years back an escape makes a return to poverty "fell back" (tái nghèo).</summary>
    public int FellBackYears { get; init; } = 3;

    /// <summary>The divisions to report.</summary>
    public IReadOnlyList<GroupKind> Groups { get; init; } = Group.Usual;

    /// <summary>Whether to go on without files that can't be used.</summary>
    public bool SkipsBadFiles { get; init; }

    /// <summary>Which checks are made, and at which limits.</summary>
    public CheckSettings Checks { get; init; } = CheckSettings.Usual;

    /// <summary>Whether a check is made; one that is off costs nothing.</summary>
    public bool IsOn(string code) => Checks.IsOn(code);

    /// <summary>The limit of a check: the user's, else the catalogue's.</summary>
    public decimal Threshold(string code) => Checks.Threshold(code);

    /// <summary>Told of rows and bytes read since it was last told, some thousand rows at a time, from any thread; null: nobody asks.</summary>
    public Action<long, long>? OnRead { get; init; }

    /// <summary>The households that were linked under other ids.</summary>
    public IReadOnlyList<AppliedLink> Links { get; init; } = [];

    /// <summary>The number of threads that read files.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The settings for a round: what was recognised under one standard says nothing of another, so a further one is computed.</summary>
    public RunSettings For(Round round) => round.IsFurther ? this with { Official = OfficialClass.Computed } : this;
}
