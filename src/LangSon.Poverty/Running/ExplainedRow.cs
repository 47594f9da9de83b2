using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>Who makes a household an ethnic-minority household, or why it is none.</summary>
public enum MinorityOrigin
{
    /// <summary>The head's ethnic group is not known.</summary>
    Unknown,

    /// <summary>The head decides.</summary>
    Head,

    /// <summary>The spouse's group is a minority.</summary>
    Spouse,
}

/// <summary>One row of a household with what became of it and why.</summary>
/// <param name="File">Its file.</param>
/// <param name="Place">Its file, sheet and line.</param>
/// <param name="ShownId">The id as lists show it.</param>
/// <param name="Household">What was read.</param>
/// <param name="Standing">How the row counts: in a class, or not since it was rejected or the household left.</param>
/// <param name="Codes">Why it was rejected; else empty.</param>
/// <param name="Findings">Everything found about the row.</param>
public sealed record ExplainedRow(
    SourceFile File, Place Place, string ShownId, Household Household, Standing Standing, IReadOnlyList<string> Codes, IReadOnlyList<Finding> Findings)
{
    /// <summary>The canonical columns that an income may stand in.</summary>
    public static IReadOnlyList<string> IncomeColumns { get; } = ["income_per_capita", "income_12_months"];

    /// <summary>The canonical columns of the points that may stand in its place, and of the review that comes before both.</summary>
    public static IReadOnlyList<string> PointsColumns { get; } = ["b1_score", "b2_score", "quick_review"];

    /// <summary>The canonical columns beside the indicators that an explanation shows.</summary>
    private static readonly string[] Columns =
    [
        "commune_code", "commune_name", "district_code", "district_name", "settlement", "household_size", .. IncomeColumns, .. PointsColumns,
        "ethnicity", "spouse_ethnicity", "recognised_class", "reported_class", "left_because",
    ];

    /// <summary>What the row says in the columns that matter, by canonical name; those that the file lacks are not there.</summary>
    public required IReadOnlyDictionary<string, RawCell> Cells { get; init; }

    /// <summary>The corrections of the row with what became of them; cells hold what was read in the end.</summary>
    public IReadOnlyList<CorrectionOutcome> Corrections { get; private init; } = [];

    /// <summary>What told urban or rural.</summary>
    public SettlementOrigin SettlementFrom { get; private init; }

    /// <summary>The official class.</summary>
    public PovertyClass Official { get; private init; }

    /// <summary>Why it is the official class, in a line.</summary>
    public Phrase Because { get; private init; }

    /// <summary>What the rules give.</summary>
    public Decision Computed { get; private init; }

    /// <summary>What the class rests on that is told in detail: the totals of the forms where these are official, else what the rules look at.</summary>
    public HouseholdFacts Facts { get; private init; }

    /// <summary>The class that follows from them.</summary>
    public Decision Decision { get; private init; }

    /// <summary>What would change or settle it.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; private init; } = [];

    /// <summary>What tells each indicator, in the law's order.</summary>
    public IReadOnlyList<Evidence> Evidence { get; private init; } = [];

    /// <summary>What the row states as the total of form B2, in points; null where it states none.</summary>
    public int? TotalPoints { get; private init; }

    /// <summary>The class under each further standard of the round.</summary>
    public IReadOnlyList<FurtherClass> Also { get; init; } = [];

    /// <summary>The column with a class that is not the computed one; null where none differs.</summary>
    public string? Disagreeing { get; private init; }

    /// <summary>Whether the household is in a class: its row counts and it has not left.</summary>
    public bool Counts => Standing is not (Standing.Rejected or Standing.Left);

    /// <summary>Whether the file has what the rules ask about first; a list of recognised classes may lack it.</summary>
    public bool IsComputable { get; private init; }

    /// <summary>The groups that the household belongs to, as far as known; all households is not named.</summary>
    public IReadOnlyList<int> Groups
    {
        get
        {
            Span<int> groups = stackalloc int[GroupSet.Most];
            return groups[1..GroupSet.Of(Household).List(groups)].ToArray();
        }
    }

    /// <summary>Whose ethnic group decided about the minority.</summary>
    public MinorityOrigin MinorityFrom => Household.Minority switch
    {
        Answer.Unknown => MinorityOrigin.Unknown,
        Answer.Yes when Household.Ethnicity == 0 || !WordLists.Ethnicities[Household.Ethnicity]!.Minority => MinorityOrigin.Spouse,
        _ => MinorityOrigin.Head,
    };

    /// <summary>Explains a row; the reader still stands at it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="round">Its round.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="members">The members of the household.</param>
    internal static ExplainedRow Of(in RowAgain row, Round round, RunSettings settings, IReadOnlyList<MemberRow> members)
    {
        var (household, law, reader) = (row.Household, round.Law, row.Reader);
        var standing = row.Rejected is null ? Pass.Standing(household, law, settings.Official) : Standing.Rejected;
        var asked = law.Indicators.ToArray().SelectMany(Asked).Distinct().ToArray();
        var facts = settings.Official == OfficialClass.Scores ? household.Scores : household.Facts;
        var search = new EvidenceSearch(reader.Answers, reader.OfMembers, members, household.Size,
            column => reader.Raw(column.Name) is not null, column => round.Members?.Has(column) == true);
        return new ExplainedRow(row.File.File, reader.Place, reader.ShownId, household, standing, row.Rejected?.Codes ?? [],
            [.. row.File.FindingsAt(reader.Line).OrderBy(finding => finding.Code, StringComparer.Ordinal)])
        {
            Cells = Columns.Concat(asked).Distinct().Select(reader.Raw).OfType<RawCell>()
                .ToDictionary(cell => cell.Column, StringComparer.Ordinal),
            IsComputable = (law.HasIncomeLine ? IncomeColumns.Concat(law.HasPoints ? PointsColumns : []) : asked).Any(column => reader.Raw(column) is not null),
            Corrections = [.. reader.Corrected],
            SettlementFrom = reader.SettlementFrom,
            Official = Pass.Official(household, law, settings.Official),
            Because = Explanation.Of(household, law, settings.Official),
            Computed = Classifier.Decide(household.Facts, law),
            Facts = facts,
            Decision = Classifier.Decide(facts, law),
            Alternatives = Classification.Alternatives.Of(facts, law),
            Evidence = [.. law.Indicators.ToArray().Select((indicator, at) => search.Of(indicator, Households.Evidence.AnswerOf(household.Deprivations, at)))],
            TotalPoints = reader.TotalPoints,
            Disagreeing = Pass.DisagreesIn(household, law),
        };
    }

    /// <summary>The columns of the household table that may tell an indicator.</summary>
    private static IEnumerable<string> Asked(Indicator indicator) =>
        (indicator.DeprivedWhen?.Columns(ofMembers: false) ?? []).Select(column => column.Name).Prepend(indicator.Id);
}

/// <summary>The class of a household under a further standard of its round.</summary>
/// <param name="Round">The round under that standard.</param>
/// <param name="Class">The class; computed, whatever was recognised.</param>
/// <param name="Because">Why, in a line.</param>
public sealed record FurtherClass(Round Round, PovertyClass Class, Phrase Because);
