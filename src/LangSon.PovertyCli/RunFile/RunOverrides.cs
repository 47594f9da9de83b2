using LangSon.Poverty.Households;

namespace LangSon.PovertyCli.RunFile;

/// <summary>What the command line says about the inputs: it wins over the run file. Paths are relative to the current folder.</summary>
internal sealed record RunOverrides
{
    /// <summary>The folder that typed paths are relative to.</summary>
    public required string CurrentFolder { get; init; }

    /// <summary>Household files by year, in the order typed; they replace those of the run file's round of that id or year, or make a round.</summary>
    public IReadOnlyList<TypedRound> Rounds { get; init; } = [];

    /// <summary><c>built-in</c>, <c>data</c> or a file.</summary>
    public string? Areas { get; init; }

    /// <summary>An id or a file; for every round.</summary>
    public string? Standard { get; init; }

    /// <summary>The targets file.</summary>
    public string? Targets { get; init; }

    /// <summary>Headers of canonical columns, for every file.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The encoding of every file.</summary>
    public string? Encoding { get; init; }

    /// <summary>How every file writes numbers.</summary>
    public NumberFormat? NumberFormat { get; init; }

    /// <summary>Whether to go on without files that can't be used.</summary>
    public bool SkipsBadFiles { get; init; }
}

/// <summary>One household file or pattern of the command line.</summary>
/// <param name="Year">The year that it stands for.</param>
/// <param name="Pattern">The path or pattern.</param>
/// <param name="Option">What it was typed after, for complaints: <c>--round</c> or <c>FILES</c>.</param>
internal sealed record TypedRound(int Year, string Pattern, string Option);
