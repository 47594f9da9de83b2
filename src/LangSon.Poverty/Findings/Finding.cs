using LangSon.Poverty.Text;

namespace LangSon.Poverty.Findings;

/// <summary>How much a finding matters. Configuration may change it; it never changes which rows count.</summary>
public enum Severity
{
    /// <summary>Not listed.</summary>
    Off,

    /// <summary>Something done on the reader's behalf, worth knowing.</summary>
    Info,

    /// <summary>Probably wrong; the row counts.</summary>
    Warn,

    /// <summary>Wrong.</summary>
    Error,

    /// <summary>The judgement of a target: it has an exit code of its own.</summary>
    Verdict,
}

/// <summary>Where something was found.</summary>
/// <param name="File">The file as the user named it, relative to the run file; empty for findings about results.</param>
/// <param name="Sheet">The sheet of a workbook.</param>
/// <param name="Line">The line of a text file or the row of a sheet, from 1; 0 when it concerns the whole file.</param>
/// <param name="Cell">The address in a sheet, such as <c>D7</c>.</param>
public readonly record struct Place(string File, string? Sheet = null, long Line = 0, string? Cell = null);

/// <summary>A fault or doubt in the data: a value, not an exception.</summary>
/// <param name="Code">The catalogue's code, such as <c>PV2002</c>.</param>
/// <param name="Place">Where.</param>
public sealed record Finding(string Code, Place Place)
{
    /// <summary>The canonical column, or the header as it stands in the file.</summary>
    public string? Column { get; init; }

    /// <summary>What was found, as it stands in the file; never a person's name or identity number.</summary>
    public string? Value { get; init; }

    /// <summary>The household's id in the file (file:row when the id is composed from personal data).</summary>
    public string? HouseholdId { get; init; }

    /// <summary>The commune's code as far as known.</summary>
    public string? CommuneCode { get; init; }

    /// <summary>The enumerator, when the file names one.</summary>
    public string? Enumerator { get; init; }

    /// <summary>What would have been right.</summary>
    public string? Expected { get; init; }

    /// <summary>The catalogue's placeholders that the members above do not fill.</summary>
    public IReadOnlyList<(string Name, Phrase Value)> Details { get; init; } = [];
}

/// <summary>A file that cannot be used at all: reading it stops here, other files go on.</summary>
public sealed class FileRefusedException : Exception
{
    /// <summary>Refuses a file for the reason that <paramref name="finding"/> states.</summary>
    public FileRefusedException(Finding finding) : base(finding.Code) => Finding = finding;

    /// <summary>Why.</summary>
    public Finding Finding { get; }
}
