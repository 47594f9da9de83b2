using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.Running;

/// <summary>A finding with the severity that the run gives it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Severity">Its severity in this run.</param>
internal readonly record struct ListedFinding(Finding Finding, Severity Severity);

/// <summary>How severities are written.</summary>
internal static class SeverityWords
{
    /// <summary>The word for scripts.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Off => "off",
        Severity.Info => "info",
        Severity.Warn => "warn",
        Severity.Error => "error",
        Severity.Verdict => "verdict",
    };
}
