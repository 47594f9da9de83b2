namespace LangSon.Poverty.Findings;

/// <summary>Which checks a run makes and at which limits: the catalogue's, unless the run file changes them.</summary>
public sealed record CheckSettings
{
    /// <summary>The catalogue as it stands.</summary>
    public static CheckSettings Usual { get; } = new();

    /// <summary>Severities that the user changed, by code.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>Limits that the user changed, by code.</summary>
    public IReadOnlyDictionary<string, decimal> Thresholds { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The severity of a code in this run.</summary>
    public Severity Severity(string code) => Severities.TryGetValue(code, out var severity) ? severity : FindingCatalogue.BuiltIn[code].Severity;

    /// <summary>Whether anybody wants to know: a check that is off is not made, so that it costs nothing.</summary>
    public bool IsOn(string code) => Severity(code) != Findings.Severity.Off;

    /// <summary>The limit of a check, in its own unit; a check that has none is a fault in the program.</summary>
    public decimal Threshold(string code) => Thresholds.TryGetValue(code, out var limit) ? limit : FindingCatalogue.BuiltIn[code].Threshold!.Value;
}
