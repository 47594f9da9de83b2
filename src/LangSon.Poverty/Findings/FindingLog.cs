namespace LangSon.Poverty.Findings;

/// <summary>The findings of one file or one step, in the order found. One writer at a time.</summary>
public sealed class FindingLog
{
    private readonly List<Finding> _findings = [];

    /// <summary>All findings so far.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>Adds the findings of another log after those here.</summary>
    public void AddRange(IEnumerable<Finding> findings) => _findings.AddRange(findings);

    /// <summary>Takes back what later turned out to be none.</summary>
    internal void Remove(Predicate<Finding> isNone) => _findings.RemoveAll(isNone);
}
