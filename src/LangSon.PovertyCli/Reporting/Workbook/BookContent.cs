using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Targets;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>Everything that the workbook shows; it computes nothing of its own but sums and orders.</summary>
internal sealed record BookContent
{
    /// <summary>The title of the run; empty when none was given.</summary>
    public required string Title { get; init; }

    /// <summary>The figures.</summary>
    public required Poverty.Comparison.Results Results { get; init; }

    /// <summary>The units of the figures, ordered once for all sheets.</summary>
    public BookAreas Areas => field ??= new BookAreas(Results);

    /// <summary>The targets judged, in the order of their table.</summary>
    public required IReadOnlyList<TargetResult> Targets { get; init; }

    /// <summary>What unrounded or printed figures were held against.</summary>
    public CompareAt CompareAt { get; init; }

    /// <summary>The findings that the run lists, with their severities.</summary>
    public required IReadOnlyList<ListedFinding> Findings { get; init; }

    /// <summary>The sentences of the findings.</summary>
    public FindingCatalogue Catalogue { get; init; } = FindingCatalogue.BuiltIn;

    /// <summary>The household files of each round.</summary>
    public required IReadOnlyList<IReadOnlyList<FilePass>> Files { get; init; }

    /// <summary>The member files of each round.</summary>
    public required IReadOnlyList<IReadOnlyList<FilePass>> Members { get; init; }

    /// <summary>How each round was recognised, in the order of the rounds; empty when nothing is known.</summary>
    public IReadOnlyList<Recognition> Recognitions { get; init; } = [];

    /// <summary>How far the collection of each round has come; empty where nobody asked and nothing lacks.</summary>
    public IReadOnlyList<RoundStatus> Status { get; init; } = [];

    /// <summary>The superseded files with what changed to those in their place.</summary>
    public IReadOnlyList<Resubmission> Resubmissions { get; init; } = [];

    /// <summary>How many of some findings have a severity under the run's configuration.</summary>
    public Func<IEnumerable<Finding>, Severity, int> CountOf { get; init; } = (_, _) => 0;

    /// <summary>Every input by name, with its hash.</summary>
    public required IReadOnlyList<(string Name, string Sha256)> Inputs { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>Whether a measure says something of its own: where no standard has near-poor households, nothing that counts them does.</summary>
    public bool Shows(string measure) => Results.HasNearPoor || measure is not ("near_poor" or "near_poor_rate" or "mdp_rate");

    /// <summary>The target for the fall of a unit's poor rate to the last round; null without one.</summary>
    public TargetResult? FallTarget(AreaNode area) => Targets.FirstOrDefault(result => result.Area == area && result.Group == Group.All
        && result.Target is { Measure: "poor_rate", Kind: TargetKind.ChangePoints } target && target.Year == Results.Rounds[^1].Round.Year);

    /// <summary>The content for a run that gave results.</summary>
    public static BookContent Of(RunReport report, IReadOnlyList<HashedInput> inputs)
    {
        var plan = report.Inputs.Plan;
        return new BookContent
        {
            Title = plan.Title,
            Results = report.Outcome.Results!,
            Targets = report.Targets,
            CompareAt = plan.CompareAt,
            Findings = report.Findings,
            Files = report.Outcome.Files,
            Members = report.Outcome.Members,
            Status = report.Status,
            Resubmissions = report.Resubmissions,
            CountOf = report.CountOf,
            Recognitions = [.. plan.Rounds.Select(round => new Recognition(round.Status, round.Decision))],
            Inputs = [.. inputs.Select(input => (input.Name, input.Sha256))],
            Version = Product.Version,
        };
    }
}

/// <summary>How the result of a round came to be recognised, in the user's words.</summary>
/// <param name="Status">preliminary, official or approved; null: not stated.</param>
/// <param name="Decision">The number and day of the decision; null: not stated.</param>
internal sealed record Recognition(string? Status, string? Decision);
