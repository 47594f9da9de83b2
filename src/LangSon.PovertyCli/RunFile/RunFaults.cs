using System.Globalization;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>
/// All that is wrong with a run before it starts. Everything is looked at before anything is said, so that one run names
/// every fault.
/// </summary>
internal sealed class RunFaults
{
    private readonly List<Finding> _findings = [];

    /// <summary>The faults: the configuration's by file and line, then the inputs'.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. _findings.OrderBy(finding => finding.Code == "PV9001" ? 0 : 1)
            .ThenBy(finding => finding.Place.File, StringComparer.Ordinal).ThenBy(finding => finding.Place.Line)];

    /// <summary>What the program ends with: wrong configuration comes before missing inputs.</summary>
    public ExitCode ExitCode => Exits.Combine(_findings.Select(CodeOf));

    /// <summary>One line a fault, such as <c>poverty.json:12 $.rounds[0].coverage: expected one of …</c>.</summary>
    public IEnumerable<string> Lines(Language language) => Findings.Select(finding => Line(finding, language));

    /// <summary>Adds what is wrong with the command line (PV9001).</summary>
    /// <param name="option">The option or argument as typed, such as <c>--round</c>.</param>
    /// <param name="reason">What is wrong and what was expected.</param>
    public void CommandLine(Phrase option, Phrase reason) => Configuration("", 0, option, reason);

    /// <summary>Adds what is wrong in the run file itself (PV9001).</summary>
    public void RunFile(string file, IEnumerable<JsonFault> faults)
    {
        foreach (var fault in faults) Configuration(file, fault.Line, fault.Path, fault.Reason);
    }

    /// <summary>Adds an input that is not there (PV1001).</summary>
    public void Missing(string file, Phrase reason) =>
        Add(new Finding("PV1001", new Place(file)) { Details = [("reason", reason)] });

    /// <summary>Adds what reading a table brought up.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    private static ExitCode CodeOf(Finding finding) => finding.Code == "PV9001" ? ExitCode.Usage : ExitCode.Input;

    private void Configuration(string file, long line, Phrase key, Phrase reason) =>
        Add(new Finding("PV9001", new Place(file, null, line)) { Details = [("key", key), ("reason", reason)] });

    private static string Line(Finding finding, Language language)
    {
        // A file that was refused as it was opened has a whole sentence of its own.
        if (Detail(finding, "reason", language) is not { } reason) return $"{FindingCatalogue.BuiltIn.Message(finding, language)} ({finding.Code})";
        var place = finding.Place.File;
        if (finding.Place.Line > 0) place += ":" + finding.Place.Line.ToString(CultureInfo.InvariantCulture);
        var key = Detail(finding, "key", language) ?? "";
        var where = string.Join(' ', new[] { place, key }.Where(part => part.Length > 0));
        return $"{where}: {reason} ({finding.Code})";
    }

    private static string? Detail(Finding finding, string name, Language language) =>
        finding.Details.FirstOrDefault(detail => detail.Name == name).Value.In(language);
}
