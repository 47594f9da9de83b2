using LangSon.Poverty.Text;

namespace LangSon.PovertyCli;

/// <summary>
/// Stops a command for a reason that whoever started it can mend (a full disk, a held lock, a wrong option), told in
/// one line that names the file or option.
/// </summary>
internal sealed class ExitException : Exception
{
    /// <summary>Stops with <paramref name="code"/> and <paramref name="line"/>.</summary>
    public ExitException(ExitCode code, Phrase line, Exception? cause = null) : base(line.En, cause) => (Code, Line) = (code, line);

    /// <summary>What the program ends with.</summary>
    public ExitCode Code { get; }

    /// <summary>What is printed.</summary>
    public Phrase Line { get; }
}
